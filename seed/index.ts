import { AGENCY } from '#collections/agency/view.ts'
import type { Payload } from 'payload'
import { minnesotaHolidays } from '#collections/holidays/minnesota.ts'
import type { Day } from '#collections/values/day.ts'
import type { ServiceSettings } from '#cms/services.ts'
import { circles } from './content/circles.ts'
import { collaboratives } from './content/collaboratives.ts'
import { contacts } from './content/contacts.ts'
import { courses } from './content/courses/courses.ts'
import { credentials } from './content/credentials.ts'
import { noticeOn, sessionOn } from './content/dates.ts'
import { agency, home } from './content/home.ts'
import { framework } from './content/framework.ts'
import { notices } from './content/notices.ts'
import { organizations } from './content/organizations.ts'
import { pages } from './content/pages.ts'
import { policies } from './content/policies.ts'
import { sessionPlans } from './content/sessions.ts'
import { recommendations, strategies } from './content/strategies.ts'
import { paintCover } from './cover.ts'
import { seedDesk } from './desk.ts'
import { proseWriter } from './prose.ts'
import { createOnce } from './write.ts'

type Ids = ReadonlyMap<string, string>

export const published = { _status: 'published' } as const

/** Sessions are planned around every listed holiday, also one the agency works on. */
export const isHoliday = (day: Day): boolean =>
  minnesotaHolidays(Number(day.slice(0, 4))).some((holiday) => holiday.day === day)

const idsFor = (ids: Ids, slugs: readonly string[]): string[] =>
  slugs.map((slug) => {
    const id = ids.get(slug)
    if (!id) throw new Error(`The demo content names “${slug}”, and nothing is called that.`)
    return id
  })

/** Runs one step for each item, in order, and keeps what it made by slug. Progress is visible while it works. */
const eachOf = async <Item extends { slug: string }>(
  what: string,
  items: readonly Item[],
  make: (item: Item) => Promise<string>,
): Promise<Ids> => {
  process.stdout.write(`  ${what} `)
  const ids = new Map<string, string>()
  for (const item of items) {
    ids.set(item.slug, await make(item))
    process.stdout.write('·')
  }
  process.stdout.write(` ${items.length}\n`)
  return ids
}

/**
 * Writes the demo content through the same rules staff are held to. Safe to run again after it was interrupted: what is
 * there is left as it is.
 *
 * @param today the seeding day; sessions are dated from it
 */
export const seedDemo = async (
  payload: Payload,
  settings: ServiceSettings,
  today: Temporal.PlainDate,
): Promise<void> => {
  const prose = await proseWriter(payload)
  console.log('Writing the demo content')

  const contactIds = await eachOf('contacts', contacts, (contact) =>
    createOnce(payload, 'contacts', { slug: contact.slug }, { ...contact, ...published }),
  )
  const circleIds = await eachOf('circles', circles, (circle) =>
    createOnce(payload, 'circles', { slug: circle.slug }, { ...circle, ...published, story: prose(circle.story) }),
  )
  const strategyIds = await eachOf('strategies', strategies, (strategy) =>
    createOnce(
      payload,
      'strategies',
      { slug: strategy.slug },
      { ...strategy, ...published, story: prose(strategy.story) },
    ),
  )
  await eachOf('recommendations', recommendations, (recommendation) =>
    createOnce(payload, 'recommendations', { slug: recommendation.slug }, { ...recommendation, ...published }),
  )
  await payload.updateGlobal({
    slug: 'framework',
    data: { ...framework, ...published },
    depth: 0,
    overrideAccess: true,
  })
  await payload.updateGlobal({ slug: 'home', data: { ...home, ...published }, depth: 0, overrideAccess: true })
  await payload.updateGlobal({ slug: 'agency', data: { ...AGENCY, ...agency }, depth: 0, overrideAccess: true })
  await eachOf('policies', policies, ({ plain, rule, ...policy }) =>
    createOnce(
      payload,
      'policies',
      { slug: policy.slug },
      { ...policy, ...published, plain: prose(plain), rule: prose(rule) },
    ),
  )
  await eachOf('pages', pages, ({ body, ...page }) =>
    createOnce(payload, 'pages', { slug: page.slug }, { ...page, ...published, body: prose(body) }),
  )
  const organizationIds = await eachOf('organizations', organizations, ({ slug: _, ...organization }) =>
    createOnce(payload, 'organizations', { name: organization.name }, organization),
  )
  const courseIds = await eachOf('courses', courses, (course) =>
    createOnce(payload, 'courses', { slug: course.slug }, async () => ({
      ...course,
      ...published,
      image: await paintCover(payload, course),
      story: prose(course.story),
      circles: idsFor(circleIds, course.circles),
      strategies: idsFor(strategyIds, course.strategies),
      contacts: idsFor(contactIds, course.contacts),
      prerequisites: [],
      equivalents: [],
    })),
  )
  const related = courses.filter(({ prerequisites, equivalents }) => prerequisites.length + equivalents.length > 0)
  await eachOf('prerequisites', related, async ({ slug, prerequisites, equivalents }) => {
    const [id] = idsFor(courseIds, [slug])
    await payload.update({
      collection: 'courses',
      id: id!,
      data: {
        prerequisites: prerequisites.map(({ kind, courses }) => ({ kind, courses: idsFor(courseIds, courses) })),
        equivalents: idsFor(courseIds, equivalents),
        ...published,
      },
      depth: 0,
      overrideAccess: true,
    })
    return id!
  })
  const collaborativeIds = await eachOf('collaboratives', collaboratives, (one) =>
    createOnce(
      payload,
      'collaboratives',
      { slug: one.slug },
      {
        ...one,
        ...published,
        story: prose(one.story),
        contacts: idsFor(contactIds, one.contacts),
      },
    ),
  )
  await eachOf('credentials', credentials, (credential) =>
    createOnce(
      payload,
      'credentials',
      { slug: credential.slug },
      {
        ...credential,
        ...published,
        contacts: idsFor(contactIds, credential.contacts),
      },
    ),
  )
  const sessions = sessionPlans
    .map((plan) => sessionOn(plan, today, isHoliday))
    .map((session) => ({ ...session, slug: session.key }))
  const sessionIds = await eachOf(
    'sessions',
    sessions,
    ({ key: _key, slug: _slug, course, collaborative, ...session }) => {
      const parent: Record<string, string> = course
        ? { course: idsFor(courseIds, [course])[0]! }
        : { collaborative: idsFor(collaborativeIds, [collaborative!])[0]! }
      return createOnce(
        payload,
        'sessions',
        { ...parent, 'days.date': session.days[0]!.date },
        { ...session, ...parent, ...published },
      )
    },
  )
  const dated = notices
    .map((notice) => noticeOn(notice, today, isHoliday))
    .map((notice) => ({ ...notice, slug: notice.title }))
  await eachOf('notices', dated, ({ slug: _, ...notice }) =>
    createOnce(payload, 'notices', { title: notice.title }, { ...notice, ...published }),
  )
  await seedDesk({ payload, settings, today, sessions: sessionIds, organizations: organizationIds })
}
