import { createHash } from 'node:crypto'
import type { CircleView } from '#collections/circles/view.ts'
import { applicationWindow } from '#collections/collaboratives/policy.ts'
import type { CollaborativeCard, CollaborativeView } from '#collections/collaboratives/view.ts'
import { contactView, type ContactView } from '#collections/contacts/view.ts'
import { filterCourses } from '#collections/courses/filter.ts'
import type { CourseQuery } from '#collections/courses/schema.ts'
import {
  courseFacts,
  type CourseCard,
  type CourseRef,
  type CourseView,
  type GroupView,
} from '#collections/courses/view.ts'
import type { CredentialCard, CredentialView } from '#collections/credentials/view.ts'
import { frameworkView, type FrameworkView } from '#collections/framework/view.ts'
import type { Holiday } from '#collections/holidays/policy.ts'
import { imageView, type ImageView } from '#collections/media/view.ts'
import type { NoticeView } from '#collections/notices/view.ts'
import type { PageCard, PageView } from '#collections/pages/view.ts'
import {
  policyCard,
  policyNumbers,
  type PolicyCard,
  type PolicyNumbers,
  type PolicyView,
} from '#collections/policies/view.ts'
import { sessionLine, sessionView, type SessionLine } from '#collections/sessions/view.ts'
import type { RecommendationView, StrategyCard, StrategyView } from '#collections/strategies/view.ts'
import { dayIn } from '#collections/values/day.ts'
import type { Collaborative, Course, Credential } from '../payload-types.ts'
import { byOrder, bySlug, idOf, idsOf, type Library } from './library.ts'
import { proseIn } from './prose.ts'
import { buildSearch, type Hit } from './search.ts'

export const COURSES_ON_A_PAGE = 40

export type CourseList = {
  courses: CourseCard[]
  /** How many meet the query, on all pages. */
  found: number
  /** How many there are without any query. */
  all: number
  page: number
  pages: number
  counts: ReturnType<typeof filterCourses>['counts']
}

/** One dated line: a session and what it is a run of. */
export type Dated = {
  session: SessionLine
  title: string
  path: 'course' | 'collaborative'
  slug: string
  circles: CircleView[]
  course: CourseCard | null
}

/** A course of the prerequisite graph. */
export type PathwayCourse = CourseRef & {
  id: string
  groups: { kind: 'all' | 'any'; courses: string[] }[]
  next: SessionLine | null
}

type Clock = { now: Temporal.Instant; zone: string }

const searches = new WeakMap<Library, ReturnType<typeof buildSearch>>()
const searchIn = (library: Library) => {
  const search = searches.get(library) ?? buildSearch(library)
  searches.set(library, search)
  return search
}

const texts = (rows: readonly { text: string }[] | null | undefined): string[] => (rows ?? []).map(({ text }) => text)
const found = <Value>(value: Value | undefined): value is Value => value !== undefined

/** What the public site may ask, answered from the library at one moment. Every answer is a view. */
export const createCatalog = (library: Library, { now, zone }: Clock) => {
  const { shelf } = library
  const prose = proseIn(shelf)
  const today = dayIn(now, zone)

  const image = (related: Course['image']): ImageView | null => {
    const media = shelf.media.get(idOf(related) ?? '')
    return (media && imageView(media)) ?? null
  }
  const contactsOf = (related: readonly (string | { id: string })[] | null | undefined): ContactView[] =>
    idsOf(related)
      .map((id) => shelf.contacts.get(id))
      .filter(found)
      .map(contactView)

  const cancellation = (): PolicyNumbers | undefined => {
    const policy = [...shelf.policies.values()].find(({ kind }) => kind === 'cancellation')
    return policy && policyNumbers(policy)
  }

  const circlesOf = (course: Course): CircleView[] =>
    library.circles.filter((circle) => idsOf(course.circles).some((id) => library.circleOf.get(id) === circle))

  const linesOf = (parent: string): SessionLine[] =>
    (library.sessions.get(parent) ?? []).map((facts) => sessionLine(facts, now))
  const isToCome = ({ standing }: SessionLine) => standing !== 'past' && standing !== 'under-way'

  const refOf = (course: Course): CourseRef => ({
    slug: course.slug,
    title: course.title,
    summary: course.summary,
    circles: circlesOf(course),
  })
  const refsOf = (ids: readonly string[]): CourseRef[] =>
    ids
      .map((id) => shelf.courses.get(id))
      .filter(found)
      .filter(({ slug }) => slug)
      .map(refOf)

  const cardOf = (course: Course): CourseCard => {
    const toCome = linesOf(course.id).filter(isToCome)
    const standing = toCome.filter(({ standing }) => standing !== 'canceled')
    return {
      ...refOf(course),
      ...courseFacts(course),
      strategies: idsOf(course.strategies)
        .map((id) => shelf.strategies.get(id))
        .filter(found)
        .map(({ slug, name }) => ({ slug, name })),
      next: standing[0] ?? toCome[0] ?? null,
      upcoming: standing.length,
    }
  }

  const allCards = (): CourseCard[] => [...library.courses.values()].map(cardOf)

  const groupsOf = (course: Course): GroupView[] =>
    (course.prerequisites ?? [])
      .map(({ kind, courses }) => ({ kind, courses: refsOf(idsOf(courses)) }))
      .filter(({ courses }) => courses.length > 0)

  const opensOf = ({ id }: Course): CourseRef[] =>
    refsOf(
      [...library.graph]
        .filter(([, { groups }]) => groups.some(({ courses }) => courses.includes(id)))
        .map(([next]) => next),
    )

  const courseView = (course: Course): CourseView => {
    const rules = { holidays: library.holidays, cancellation: cancellation() }
    const views = (library.sessions.get(course.id) ?? []).map((facts) => sessionView(facts, rules, now))
    return {
      ...cardOf(course),
      story: prose(course.story),
      outcomes: texts(course.outcomes),
      topics: course.topics ?? [],
      prerequisites: groupsOf(course),
      equivalents: refsOf(idsOf(course.equivalents)),
      opens: opensOf(course),
      sessions: views.filter(isToCome),
      past: views.filter((view) => !isToCome(view)).toReversed(),
      contacts: contactsOf(course.contacts),
      image: image(course.image),
      updatedAt: course.updatedAt,
    }
  }

  const collaborativeCard = (one: Collaborative): CollaborativeCard => {
    const window = { opensOn: one.opensOn ?? null, appliesUntil: one.appliesUntil ?? null, timeZone: one.timeZone }
    return {
      slug: one.slug,
      name: one.name,
      kind: one.kind,
      program: one.program ?? null,
      summary: one.summary,
      capacity: one.capacity ?? null,
      price: one.price ?? null,
      ...window,
      window: applicationWindow(window, now),
    }
  }

  const collaborativeView = (one: Collaborative): CollaborativeView => ({
    ...collaborativeCard(one),
    notice: one.notice ?? null,
    story: prose(one.story),
    outcomes: (one.outcomes ?? []).map(({ title, text }) => ({ title: title ?? null, text })),
    audience: one.audience ?? null,
    eligibility: texts(one.eligibility),
    commitments: texts(one.commitments),
    minimumSessions: one.minimumSessions ?? null,
    placesNote: one.placesNote ?? null,
    sessions: linesOf(one.id),
    contacts: contactsOf(one.contacts),
    updatedAt: one.updatedAt,
  })

  const credentialCard = ({ slug, title, summary, stackName, stackSize }: Credential): CredentialCard => ({
    slug,
    title,
    summary,
    stackName: stackName ?? null,
    stackSize: stackSize ?? null,
  })

  const credentialView = (one: Credential): CredentialView => ({
    ...credentialCard(one),
    keyMethod: one.keyMethod,
    components: (one.components ?? []).map(({ title, text }) => ({ title, text })),
    research: (one.research ?? []).map(({ citation, url, note }) => ({
      citation,
      url: url ?? null,
      note: note ?? null,
    })),
    resources: (one.resources ?? []).map(({ title, url }) => ({ title, url: url ?? null })),
    parts: (one.parts ?? []).map((part) => ({
      number: part.number,
      title: part.title,
      kind: part.kind,
      note: part.note ?? null,
      prompts: (part.prompts ?? []).map((prompt) => ({
        title: prompt.title,
        text: prompt.text,
        questions: texts(prompt.questions),
        wordLimit: prompt.wordLimit ?? null,
        limitKind: prompt.limitKind ?? 'advisory',
        passing: prompt.passing ?? null,
      })),
      evidence: (part.evidence ?? []).map((evidence) => ({
        title: evidence.title,
        text: evidence.text,
        options: (evidence.options ?? []).map(({ text, kind, wordLimit, maxMinutes }) => ({
          text,
          kind,
          wordLimit: wordLimit ?? null,
          maxMinutes: maxMinutes ?? null,
        })),
        mustShow: texts(evidence.mustShow),
        note: evidence.note ?? null,
      })),
    })),
    levels: one.levels.map(({ name }) => name),
    criteria: (one.criteria ?? []).map(({ name, levels }) => ({ name, levels: texts(levels) })),
    passRule: {
      passParts: one.passRule?.passParts ?? [],
      scoredPart: one.passRule?.scoredPart ?? null,
      requiredLevel: one.passRule?.requiredLevel ?? null,
      note: one.passRule?.note ?? null,
    },
    attempts: one.attempts ?? null,
    reviewDays: one.reviewDays ?? null,
    contacts: contactsOf(one.contacts),
    updatedAt: one.updatedAt,
  })

  const courseDated = (course: Course): Dated[] => {
    const card = cardOf(course)
    return linesOf(course.id).map((session) => ({
      session,
      title: course.title,
      path: 'course',
      slug: course.slug,
      circles: card.circles,
      course: card,
    }))
  }
  const collaborativeDated = (one: Collaborative): Dated[] =>
    linesOf(one.id).map((session) => ({
      session,
      title: one.name,
      path: 'collaborative',
      slug: one.slug,
      circles: [],
      course: null,
    }))

  const search = (words: string): Hit[] => (words.trim() ? searchIn(library)(words) : [])

  return {
    now,
    zone,
    today,

    circles: (): CircleView[] => library.circles,

    /** A version of the circles' colors, for the address of the style sheet made from them. */
    colorsVersion: (): string =>
      createHash('sha256')
        .update(JSON.stringify(library.circles.map(({ slug, color }) => [slug, color])))
        .digest('hex')
        .slice(0, 10),

    circle: (slug: string): (CircleView & { story: string }) | undefined => {
      const doc = [...shelf.circles.values()].find((circle) => circle.slug === slug)
      const view = doc && library.circleOf.get(doc.id)
      return view && { ...view, story: prose(doc.story) }
    },

    framework: (): FrameworkView => frameworkView(shelf.framework),

    /** Every course as a row, by title. */
    allCourses: allCards,

    /** The catalog page: words first, then filters, then one page of what is left; the soonest dates first. */
    courses: (query: CourseQuery): CourseList => {
      const cards = allCards()
      const rank = query.q
        ? new Map(
            search(query.q)
              .filter(({ kind }) => kind === 'course')
              .map(({ slug }, at) => [slug, at]),
          )
        : undefined
      const named = rank ? cards.filter(({ slug }) => rank.has(slug)) : cards
      const { found, counts } = filterCourses(named, query, { now, zone })
      const soonness = ({ next }: CourseCard) => next?.startsAt.epochMilliseconds ?? Infinity
      const sorted = rank
        ? found.sort((a, b) => rank.get(a.slug)! - rank.get(b.slug)!)
        : found.sort((a, b) => soonness(a) - soonness(b) || a.title.localeCompare(b.title))
      const pages = Math.max(1, Math.ceil(sorted.length / COURSES_ON_A_PAGE))
      const page = Math.min(query.page, pages)
      return {
        courses: sorted.slice((page - 1) * COURSES_ON_A_PAGE, page * COURSES_ON_A_PAGE),
        found: sorted.length,
        all: cards.length,
        page,
        pages,
        counts,
      }
    },

    course: (slug: string): CourseView | undefined => {
      const course = library.courses.get(slug)
      return course && courseView(course)
    },

    /** The prerequisite graph of everything public. */
    pathways: (): PathwayCourse[] =>
      [...library.courses.values()].map((course) => ({
        ...refOf(course),
        id: course.id,
        groups: (library.graph.get(course.id)?.groups ?? []).map(({ kind, courses }) => ({
          kind,
          courses: courses.filter((id) => shelf.courses.has(id)),
        })),
        next: cardOf(course).next,
      })),

    /** Sessions still to come of everything, the soonest first; canceled ones included so that nobody travels in vain. */
    upcoming: (): Dated[] =>
      [
        ...[...library.courses.values()].flatMap(courseDated),
        ...[...library.collaboratives.values()].flatMap(collaborativeDated),
      ]
        .filter(({ session }) => isToCome(session))
        .sort((a, b) => Temporal.Instant.compare(a.session.startsAt, b.session.startsAt)),

    /** Every public session, past ones included: what calendars subscribe to. */
    calendar: (slug?: string): Dated[] => {
      const courses = slug ? [library.courses.get(slug)].filter(found) : [...library.courses.values()]
      const others = slug ? [] : [...library.collaboratives.values()].flatMap(collaborativeDated)
      return [...courses.flatMap(courseDated), ...others]
    },

    strategies: (): StrategyCard[] => {
      const counts = new Map<string, number>()
      for (const course of library.courses.values())
        for (const id of idsOf(course.strategies)) counts.set(id, (counts.get(id) ?? 0) + 1)
      return [...shelf.strategies.values()]
        .sort(byOrder)
        .map(({ id, slug, name, summary }) => ({ slug, name, summary, courses: counts.get(id) ?? 0 }))
    },

    strategy: (slug: string): StrategyView | undefined => {
      const one = bySlug(shelf.strategies.values()).get(slug)
      if (!one) return undefined
      const courses = [...library.courses.values()].filter((course) => idsOf(course.strategies).includes(one.id))
      return { slug, name: one.name, summary: one.summary, story: prose(one.story), courses: courses.map(cardOf) }
    },

    recommendations: (): RecommendationView[] =>
      [...shelf.recommendations.values()].sort(byOrder).map(({ slug, title, text }) => ({ slug, title, text })),

    collaboratives: (): CollaborativeCard[] => [...library.collaboratives.values()].map(collaborativeCard),

    collaborative: (slug: string): CollaborativeView | undefined => {
      const one = library.collaboratives.get(slug)
      return one && collaborativeView(one)
    },

    credentials: (): CredentialCard[] => [...shelf.credentials.values()].sort(byOrder).map(credentialCard),

    credential: (slug: string): CredentialView | undefined => {
      const one = bySlug(shelf.credentials.values()).get(slug)
      return one && credentialView(one)
    },

    policies: (): PolicyCard[] => [...shelf.policies.values()].sort(byOrder).map(policyCard),

    policy: (slug: string): PolicyView | undefined => {
      const one = bySlug(shelf.policies.values()).get(slug)
      if (!one) return undefined
      return {
        ...policyCard(one),
        ...policyNumbers(one),
        plain: prose(one.plain),
        rule: prose(one.rule),
        effectiveFrom: one.effectiveFrom ?? null,
        updatedAt: one.updatedAt,
      }
    },

    /** The numbers of the cancellation policy, as far as there is one. */
    cancellation,

    holidays: (): readonly Holiday[] => library.holidays,

    contacts: (): ContactView[] => [...shelf.contacts.values()].sort(byOrder).map(contactView),

    notices: (): NoticeView[] =>
      [...shelf.notices.values()]
        .filter(({ from, until }) => (!from || from <= today) && (!until || today <= until))
        .sort(byOrder)
        .map(({ title, text, tone, linkLabel, linkPath }) => ({
          title,
          text,
          tone,
          link: linkLabel && linkPath ? { label: linkLabel, path: linkPath } : null,
        })),

    pages: (): PageCard[] => [...shelf.pages.values()].map(({ slug, title, summary }) => ({ slug, title, summary })),

    page: (slug: string): PageView | undefined => {
      const one = bySlug(shelf.pages.values()).get(slug)
      return (
        one && {
          slug,
          title: one.title,
          summary: one.summary,
          body: prose(one.body),
          image: image(one.image),
          updatedAt: one.updatedAt,
        }
      )
    },

    search,
  }
}

export type Catalog = ReturnType<typeof createCatalog>
