import { describe, expect, test } from 'vitest'
import { lookalike, validateColor } from '#collections/circles/policy.ts'
import { TOPICS, AUDIENCES } from '#collections/courses/states.ts'
import { FORMATS } from '#collections/sessions/states.ts'
import { refusalsOfRubric } from '#collections/credentials/policy.ts'
import { isDay, isTime } from '#collections/values/day.ts'
import { circles } from '#seed/content/circles.ts'
import { collaboratives } from '#seed/content/collaboratives.ts'
import { contacts } from '#seed/content/contacts.ts'
import { courses } from '#seed/content/courses/courses.ts'
import { credentials } from '#seed/content/credentials.ts'
import { framework } from '#seed/content/framework.ts'
import { notices } from '#seed/content/notices.ts'
import { organizations } from '#seed/content/organizations.ts'
import { pages } from '#seed/content/pages.ts'
import { policies } from '#seed/content/policies.ts'
import { sessionPlans } from '#seed/content/sessions.ts'
import { recommendations, strategies } from '#seed/content/strategies.ts'
import type { CourseContent, SessionPlan } from '#seed/content/types.ts'

const everything = {
  circles,
  collaboratives,
  contacts,
  courses,
  credentials,
  framework,
  notices,
  organizations,
  pages,
  policies,
  recommendations,
  sessionPlans,
  strategies,
}
const slugsOf = (items: readonly { slug: string }[]): string[] => items.map(({ slug }) => slug)
const bySlug = <Item extends { slug: string }>(items: readonly Item[], slug: string): Item => {
  const item = items.find((one) => one.slug === slug)
  if (!item) throw new Error(`Nothing is called ${slug}.`)
  return item
}
const courseNamed = (slug: string): CourseContent => bySlug(courses, slug)
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const minutesHeld = ({ days }: SessionPlan): number =>
  days.reduce((sum, day) => sum + minutesOf(day.endTime) - minutesOf(day.startTime) - day.breakMinutes, 0)

/** Every text of the demo, with the path it stands at. */
const textsOf = (value: unknown, path = ''): [path: string, text: string][] => {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`))
}
const texts = textsOf(everything)

describe('relations', () => {
  test.each(
    Object.entries({
      circles,
      collaboratives,
      contacts,
      courses,
      credentials,
      organizations,
      pages,
      policies,
      recommendations,
      strategies,
    }),
  )('each of the %s has its own slug', (_, items) => {
    const slugs = slugsOf(items)
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(slugs.filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([])
  })

  test('every relation of a course resolves', () => {
    const missing = courses.flatMap((course) => [
      ...course.circles.filter((slug) => !slugsOf(circles).includes(slug)),
      ...course.strategies.filter((slug) => !slugsOf(strategies).includes(slug)),
      ...course.contacts.filter((slug) => !slugsOf(contacts).includes(slug)),
      ...course.prerequisites.flatMap((group) => group.courses).filter((slug) => !slugsOf(courses).includes(slug)),
      ...course.equivalents.filter((slug) => !slugsOf(courses).includes(slug)),
    ])
    expect(missing).toEqual([])
  })

  test('contacts of collaboratives and credentials resolve', () => {
    const named = [...collaboratives, ...credentials].flatMap((one) => one.contacts)
    expect(named.filter((slug) => !slugsOf(contacts).includes(slug))).toEqual([])
  })

  test('every session has exactly one parent, and it exists', () => {
    const parents = [...slugsOf(courses), ...slugsOf(collaboratives)]
    const wrong = sessionPlans.filter(
      ({ course, collaborative }) =>
        Boolean(course) === Boolean(collaborative) || !parents.includes((course ?? collaborative)!),
    )
    expect(wrong).toEqual([])
    expect(new Set(sessionPlans.map(({ key }) => key)).size).toBe(sessionPlans.length)
  })

  test('links within the site lead to content of this demo', () => {
    const known = new Set([
      '/courses',
      '/collaboratives',
      '/strategies',
      '/framework',
      ...slugsOf(courses).map((slug) => `/courses/${slug}`),
      ...slugsOf(collaboratives).map((slug) => `/collaboratives/${slug}`),
      ...slugsOf(credentials).map((slug) => `/credentials/${slug}`),
      ...slugsOf(pages).map((slug) => `/${slug}`),
    ])
    const inProse = texts.flatMap(([, text]) => [...text.matchAll(/\]\((\/[^)]*)\)/g)].map(([, path]) => path!))
    const inNotices = notices.flatMap(({ linkPath }) => (linkPath ? [linkPath] : []))
    expect([...inProse, ...inNotices].filter((path) => !known.has(path))).toEqual([])
    expect(inProse.length).toBeGreaterThan(0)
  })
})

describe('the framework', () => {
  test('has three circles with the names of the source', () => {
    expect(circles.map(({ name }) => name)).toEqual([
      'Practices and Strategies',
      'Cultural Competency',
      'Equity Leadership',
    ])
    expect(framework.resultTitle).toBe('Racial equity achievement and opportunity')
    expect(framework.protocolTitle.toLowerCase()).toContain('common protocol for racial discourse')
    expect(framework.intro).toContain('on ramps')
    expect(framework.vision).toHaveLength(3)
  })

  test('gives every circle a readable color and a sign of its own', () => {
    expect(circles.map(({ color }) => validateColor(color))).toEqual([true, true, true])
    expect(
      circles.map((circle, id) =>
        lookalike(
          { ...circle, id },
          circles.map((other, i) => ({ ...other, id: i })),
        ),
      ),
    ).toEqual([undefined, undefined, undefined])
    expect(new Set(circles.map(({ shape }) => shape)).size).toBe(3)
    expect(new Set(circles.map(({ pattern }) => pattern)).size).toBe(3)
  })
})

/** Courses on the longest way from a beginning to this one, itself included; throws where the way leads in a circle. */
const depthOf = (slug: string, seen: readonly string[] = []): number => {
  if (seen.includes(slug)) throw new Error(`Prerequisites lead in a circle: ${[...seen, slug].join(' → ')}`)
  const before = courseNamed(slug).prerequisites.flatMap((group) => group.courses)
  return 1 + Math.max(0, ...before.map((one) => depthOf(one, [...seen, slug])))
}

describe('courses', () => {
  test('fill each circle, each pair and the middle', () => {
    const places = new Set(courses.map((course) => [...course.circles].sort().join('+')))
    expect([...places].sort()).toEqual([
      'cultural-competency',
      'cultural-competency+equity-leadership',
      'cultural-competency+equity-leadership+practices-and-strategies',
      'cultural-competency+practices-and-strategies',
      'equity-leadership',
      'equity-leadership+practices-and-strategies',
      'practices-and-strategies',
    ])
  })

  test('have prerequisites without a circle, in chains of three and more', () => {
    expect(Math.max(...courses.map(({ slug }) => depthOf(slug)))).toBeGreaterThanOrEqual(3)
    const groups = courses.flatMap(({ prerequisites }) => prerequisites)
    expect(groups.some(({ kind, courses }) => kind === 'any' && courses.length > 1)).toBe(true)
    expect(groups.some(({ kind, courses }) => kind === 'all' && courses.length > 1)).toBe(true)
  })

  test('have at least two pairs of equivalents, said on both sides', () => {
    const oneSided = courses.filter(({ slug, equivalents }) =>
      equivalents.some((other) => !courseNamed(other).equivalents.includes(slug)),
    )
    expect(oneSided).toEqual([])
    expect(courses.filter(({ equivalents }) => equivalents.length > 0).length).toBeGreaterThanOrEqual(4)
  })

  test('cover every strategy, topic, format and audience', () => {
    const used = <Value>(read: (course: CourseContent) => readonly Value[]) => new Set(courses.flatMap(read))
    expect([...used(({ strategies }) => strategies)].sort()).toEqual(slugsOf(strategies).sort())
    expect([...used(({ topics }) => topics)].sort()).toEqual([...TOPICS].sort())
    expect([...used(({ format }) => [format])].sort()).toEqual([...FORMATS].sort())
    expect([...used(({ audience }) => audience)].sort()).toEqual([...AUDIENCES].sort())
  })

  test('differ from one another', () => {
    for (const read of [(c: CourseContent) => c.title, (c: CourseContent) => c.summary, (c: CourseContent) => c.story])
      expect(new Set(courses.map(read)).size).toBe(courses.length)
  })

  test('fit the fields they are stored in', () => {
    expect(courses.filter(({ title, summary }) => title.length > 160 || summary.length > 200)).toEqual([])
    expect(courses.some(({ title }) => title.length > 140)).toBe(true)
  })

  test('cost members nothing, or a charge for materials; some rates are on request', () => {
    const charged = courses.filter(({ memberRate }) => memberRate !== 0)
    expect(charged.length).toBeLessThan(courses.length / 4)
    expect(charged.map(({ story }) => /charge/.test(story))).toEqual(charged.map(() => true))
    expect(courses.some(({ nonMemberRate }) => nonMemberRate === null)).toBe(true)
    expect(courses.some(({ nonMemberRate }) => nonMemberRate === 0)).toBe(true)
    const rates = courses.flatMap(({ memberRate, nonMemberRate }) => [memberRate, nonMemberRate])
    expect(rates.filter((rate) => rate !== null && !Number.isInteger(rate))).toEqual([])
  })
})

describe('sessions', () => {
  test('hold exactly the hours of their course', () => {
    const wrong = sessionPlans.filter(
      (plan) => plan.course && minutesHeld(plan) !== courseNamed(plan.course).clockMinutes,
    )
    expect(wrong.map(({ key }) => key)).toEqual([])
  })

  test('have the format of their course, and a place or a link to match', () => {
    const wrong = sessionPlans.filter(
      ({ course, format, days }) =>
        (course && courseNamed(course).format !== format) ||
        days.some(
          ({ place, online }) =>
            (format !== 'online') !== Boolean(place) || (format !== 'in-person') !== Boolean(online),
        ),
    )
    expect(wrong.map(({ key }) => key)).toEqual([])
  })

  test('never promise more seats than there are', () => {
    expect(sessionPlans.filter(({ capacity, seatsReserved }) => capacity !== null && seatsReserved > capacity)).toEqual(
      [],
    )
  })

  test.each<[string, (plan: SessionPlan) => boolean]>([
    ['nearly full', ({ capacity, seatsReserved }) => capacity === 24 && seatsReserved === 22],
    ['full', ({ capacity, seatsReserved }) => capacity === seatsReserved],
    ['canceled, with a reason', ({ status, cancelReason }) => status === 'canceled' && Boolean(cancelReason)],
    ['past', ({ days }) => days.at(-1)!.offset! < 0],
    ['today', ({ days }) => days[0]!.offset === 0],
    ['under way', ({ days }) => days[0]!.offset! < 0 && days.at(-1)!.offset! > 0],
    ['on consecutive days', ({ days }) => days.length > 1 && days[1]!.offset === days[0]!.offset! + 1],
    ['on three days over months', ({ days }) => days.length === 3 && days[2]!.offset! - days[0]!.offset! > 60],
    ['online', ({ format }) => format === 'online'],
    ['hybrid', ({ format }) => format === 'hybrid'],
    ['not yet open', ({ opensOn }) => (opensOn?.offset ?? 0) > 0],
    ['closed before it starts', ({ closesOn, days }) => (closesOn?.offset ?? 0) < 0 && days[0]!.offset! > 0],
    [
      'weeks apart, more than the split of the policy',
      ({ days }) => days.length > 1 && days[1]!.offset! - days[0]!.offset! > 7,
    ],
  ])('one is %s', (_, isSuch) => {
    expect(sessionPlans.some(isSuch)).toBe(true)
  })

  test('one course has none', () => {
    const withSessions = new Set(sessionPlans.map(({ course }) => course))
    expect(courses.filter(({ slug }) => !withSessions.has(slug)).map(({ slug }) => slug)).toEqual([
      'principals-roundtable-on-equity',
    ])
  })

  test('give days and times the calendar knows', () => {
    const days = sessionPlans.flatMap((plan) => plan.days)
    expect(
      days.filter(({ startTime, endTime }) => !isTime(startTime) || !isTime(endTime) || startTime >= endTime),
    ).toEqual([])
    expect(days.filter(({ date }) => date !== undefined && !isDay(date))).toEqual([])
  })
})

describe('the community of practice of 2024', () => {
  const community = bySlug(collaboratives, 'educational-equity-community-of-practice')
  const plan = sessionPlans.find(({ collaborative }) => collaborative === community.slug)!

  test('keeps its eight Thursdays, 24 hours in all, on Central Time', () => {
    expect(plan.days.map(({ date }) => date)).toEqual([
      '2024-02-01',
      '2024-02-08',
      '2024-02-15',
      '2024-02-22',
      '2024-02-29',
      '2024-03-07',
      '2024-03-14',
      '2024-03-21',
    ])
    expect(plan.days.map(({ date }) => Temporal.PlainDate.from(date!).dayOfWeek)).toEqual(Array(8).fill(4))
    expect(new Set(plan.days.map(({ startTime, endTime }) => `${startTime}-${endTime}`))).toEqual(
      new Set(['08:30-11:30']),
    )
    expect(minutesHeld(plan)).toBe(24 * 60)
    expect(plan.timeZone).toBe('America/Chicago')
    expect(plan.format).toBe('online')
  })

  test('closed on Friday, January 26, 2024, and asks for six sessions', () => {
    expect(community).toMatchObject({
      name: 'Educational Equity Community of Practice',
      kind: 'community-of-practice',
      appliesUntil: '2024-01-26',
      minimumSessions: 6,
      capacity: null,
      price: null,
    })
    expect(community.notice).toContain('Friday, January 26, 2024')
    expect(community.placesNote).toContain('IDEA')
    expect(community.placesNote).toContain('mutual')
    expect(community.commitments.map(({ text }) => text).join(' ')).toContain('up to 2 hours a week')
    expect(community.story).toContain('Punished for Dreaming: How School Reform Harms Black Children and How We Heal')
  })

  test('names its six outcomes exactly', () => {
    expect(community.outcomes.map(({ title }) => title)).toEqual([
      'Transformational Growth',
      'Thoughtful Reflection',
      'Peer Networks',
      'Access to Local & National Leaders',
      'Racial Equity Literacy',
      'Practice Change/Prototyping',
    ])
  })
})

test('the four peer collaboratives take six teams each at $45,000 for the entire team', () => {
  const peers = collaboratives.filter(({ kind }) => kind === 'peer-collaborative')
  expect(peers.map(({ name, capacity, price }) => [name, capacity, price])).toEqual([
    ['School Climate Data Use', 6, 4_500_000],
    ['Participatory Systems Change for Equity', 6, 4_500_000],
    ['Reimagining School Safety', 6, 4_500_000],
    ['Creating a Culture of Care', 6, 4_500_000],
  ])
  expect(peers.every(({ placesNote }) => placesNote.includes('$45,000 for the entire team'))).toBe(true)
})

describe('Reimagine Minnesota', () => {
  test('keeps the names of nine strategies and three recommendations', () => {
    expect(strategies.map(({ name }) => name)).toEqual([
      'Cultural Competence',
      'Personalized Education',
      'Cultural Inclusivity',
      'Recruitment and Retention',
      'Student Voice',
      'Adult Behaviors',
      'Community Bridges',
      'Shared Understanding',
      'Statewide Funding',
    ])
    expect(recommendations.map(({ title }) => title)).toEqual([
      'Effective, diverse stakeholders',
      'Personalized relevant education and youth development',
      'Equitable resources (time, talent, funds)',
    ])
  })

  test('tells its history with the figures of the source', () => {
    const { body } = bySlug(pages, 'reimagine-minnesota')
    for (const fact of [
      'March 2016',
      '2015',
      'Cruz-Guzman v. State of Minnesota',
      '1995',
      'January through May 2017',
      '12 community conversations',
      'More than 3,000 people',
      'more than 10,000 responses',
      'three recommendations',
      'nine key strategies',
      'not one-size-fits-all',
    ])
      expect(body).toContain(fact)
  })
})

describe('policies', () => {
  test('count five business days, at least, and charge $100 a day', () => {
    expect(bySlug(policies, 'cancellation')).toMatchObject({
      kind: 'cancellation',
      deadline: { count: 5, unit: 'business', mode: 'at-least', cutoff: 'end-of-day' },
      feePerDay: 10_000,
      splitGapDays: 7,
      substitution: true,
    })
  })

  test('say openly that the source reads two ways', () => {
    expect(bySlug(policies, 'cancellation').rule).toMatch(/prior to.*at least five/s)
  })

  test('ask member guests for $100 a day ten calendar days before, since January 1, 2015', () => {
    expect(bySlug(policies, 'member-guests')).toMatchObject({
      kind: 'guests',
      deadline: { count: 10, unit: 'calendar', mode: 'at-least' },
      feePerDay: 10_000,
      effectiveFrom: '2015-01-01',
    })
  })

  test('stand in order, one of each kind', () => {
    expect(policies.map(({ kind }) => kind)).toEqual([
      'cancellation',
      'guests',
      'billing',
      'consent',
      'waitlist',
      'other',
    ])
    expect(policies.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6])
  })
})

describe('the Purposeful Collaboration credential', () => {
  const credential = bySlug(credentials, 'purposeful-collaboration')
  const part = (number: number) => credential.parts.find((one) => one.number === number)!

  test('is one of three, with four components and four parts', () => {
    expect(credential.stackSize).toBe(3)
    expect(credential.components).toHaveLength(4)
    expect(credential.parts.map(({ number, title, kind }) => [number, title, kind])).toEqual([
      [1, 'Context Questions', 'prompts'],
      [2, 'Work Examples/Artifacts', 'evidence'],
      [3, 'Scoring Guide', 'guide'],
      [4, 'Reflection', 'reflection'],
    ])
  })

  test('limits every answer to 500 words and every recording to 10 minutes', () => {
    const prompts = credential.parts.flatMap((one) => one.prompts)
    expect(prompts.map(({ wordLimit, limitKind }) => [wordLimit, limitKind])).toEqual([
      [500, 'hard'],
      [500, 'hard'],
      [500, 'hard'],
    ])
    expect(prompts.map(({ questions }) => questions.length)).toEqual([3, 2, 4])
    const options = part(2).evidence.flatMap((one) => one.options)
    expect(options.flatMap(({ maxMinutes }) => maxMinutes ?? [])).toEqual([10, 10])
    expect(options.flatMap(({ wordLimit }) => wordLimit ?? [])).toEqual([500, 500, 500])
  })

  test('asks for three components of evidence, the last from somebody else', () => {
    expect(part(2).evidence.map(({ title, options }) => [title, options.length])).toEqual([
      ['Awareness', 3],
      ['Building Capacity', 3],
      ['Analysis', 2],
    ])
    expect(part(2).evidence[0]!.mustShow).toHaveLength(2)
    expect(part(2).evidence[2]!.note).toContain('not a self-reflection')
  })

  test('has a rubric of two rows and three levels that can be scored', () => {
    expect(credential.levels.map(({ name }) => name)).toEqual(['Proficient', 'Basic', 'Developing'])
    expect(credential.criteria.map(({ name, levels }) => [name, levels.length])).toEqual([
      ['Facilitate', 3],
      ['Lead', 3],
    ])
    expect(refusalsOfRubric(credential)).toEqual([])
  })

  test('passes on Parts 1 and 4, and Proficient throughout Part 2', () => {
    expect(credential.passRule).toMatchObject({ passParts: [1, 4], scoredPart: 2, requiredLevel: 'Proficient' })
    expect(credential.passRule.note).toContain('“Parts 1 and 3”')
  })

  test('cites three studies and lists nine resources', () => {
    expect(credential.research.map(({ citation }) => citation.split(',')[0])).toEqual([
      'Hattie',
      'Leithwood',
      'Ronfeldt',
    ])
    expect(credential.resources).toHaveLength(9)
    expect(credential.resources.filter(({ url }) => !URL.canParse(url))).toEqual([])
  })
})

describe('organizations', () => {
  test('include members that host, members that do not, and outsiders of every kind', () => {
    expect(organizations).toHaveLength(12)
    expect(organizations.some(({ member, hosting }) => member && hosting)).toBe(true)
    expect(organizations.some(({ member, hosting }) => member && !hosting)).toBe(true)
    expect(organizations.filter(({ member, hosting }) => hosting && !member)).toEqual([])
    expect(new Set(organizations.filter(({ member }) => !member).map(({ kind }) => kind))).toEqual(
      new Set(['district', 'agency', 'college', 'community']),
    )
    expect(organizations.some(({ kind }) => kind === 'charter')).toBe(true)
  })
})

describe('every text', () => {
  test('is written with words in it', () => {
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([])
    expect(texts.length).toBeGreaterThan(1_000)
  })

  test('names only mailboxes at example.org', () => {
    const addresses = texts.flatMap(([, text]) => text.match(/[\w.+-]+@[\w.-]+\w/g) ?? [])
    expect(addresses.length).toBeGreaterThan(10)
    expect(addresses.filter((address) => !address.endsWith('@example.org'))).toEqual([])
  })

  test('names only phone numbers that reach nobody', () => {
    const numbers = texts.flatMap(([, text]) => text.match(/\b\d{3}[-.]\d{3}[-.]\d{4}\b/g) ?? [])
    expect(numbers.length).toBeGreaterThan(10)
    expect(numbers.filter((number) => !/^\d{3}-555-01\d\d$/.test(number))).toEqual([])
  })

  test('stays calm: no exclamation marks, no “click here”', () => {
    expect(texts.filter(([path, text]) => !path.endsWith('url') && /!|click here/i.test(text))).toEqual([])
  })

  test('uses typographic apostrophes and quotation marks', () => {
    expect(texts.filter(([path, text]) => !path.endsWith('url') && /['"]/.test(text))).toEqual([])
  })

  test('fits one-sentence fields', () => {
    const summaries = texts.filter(([path]) => path.endsWith('.summary'))
    expect(summaries.filter(([, text]) => text.length > 240)).toEqual([])
  })
})
