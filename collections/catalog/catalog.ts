import { placeAt } from '../addresses/policy.ts'
import { createHash } from 'node:crypto'
import type { CircleView } from '../circles/view.ts'
import {
  collaborativeCard,
  collaborativeView,
  type CollaborativeCard,
  type CollaborativeView,
} from '../collaboratives/view.ts'
import { contactView, type ContactView } from '../contacts/view.ts'
import { paths } from '../kernel/paths.ts'
import type { CourseQuery } from '../courses/schema.ts'
import type { CourseCard, CourseView } from '../courses/view.ts'
import { credentialCard, credentialView, type CredentialCard, type CredentialView } from '../credentials/view.ts'
import { frameworkView, type FrameworkView } from '../framework/view.ts'
import type { SiteView } from '../home/view.ts'
import type { Holiday } from '../holidays/policy.ts'
import { isShown, noticeView, type NoticeView } from '../notices/view.ts'
import type { PageCard, PageView } from '../pages/view.ts'
import { numberLines } from '../policies/sentences.ts'
import { policyCard, policyNumbers, type PolicyCard, type PolicyNumbers, type PolicyView } from '../policies/view.ts'
import { idsOf } from '../kernel/related.ts'
import type { RecommendationView, StrategyCard, StrategyView } from '../strategies/view.ts'
import { dayIn } from '../values/day.ts'
import type { Place } from '../sessions/facets.ts'
import { isToCome } from '../sessions/policy.ts'
import type { Rules } from '../sessions/view.ts'
import {
  cardsOf,
  courseView,
  linesOf,
  pathwaysOf,
  policiesIn,
  rulesIn,
  type Clock,
  type PathwayCourse,
} from './courses.ts'
import { datedIn, datedOfCourse, type Dated } from './dated.ts'
import { byOrder, bySlug, type Snapshot } from './snapshot.ts'
import { relatedIn } from './related.ts'
import { bySoonness, listCourses, placesIn, wholeList, type CourseList } from './list.ts'
import { searchIn, type Hit } from './search.ts'

const colorVersions = new WeakMap<Snapshot, string>()

const colorsVersionOf = (snapshot: Snapshot): string => {
  const known = colorVersions.get(snapshot)
  if (known) return known
  const { site, circles } = snapshot
  const colors = JSON.stringify([site.brand, circles.map(({ slug, palette }) => [slug, palette])])
  const version = createHash('sha256').update(colors).digest('hex').slice(0, 10)
  colorVersions.set(snapshot, version)
  return version
}

const countByStrategy = ({ courses }: Snapshot): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const course of courses.values())
    for (const id of idsOf(course.strategies)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** What the public site may ask, answered from the snapshot at one moment. Every answer is a view. */
export const createCatalog = (snapshot: Snapshot, clock: Clock) => {
  const { now, zone } = clock
  const { documents } = snapshot
  const related = relatedIn(documents)
  const today = dayIn(now, zone)

  return {
    now,
    zone,
    today,

    /** The same object until something public is written: what is made from the content alone can be kept with it. */
    edition: snapshot as object,

    /** The agency and its site, in its own words. */
    site: (): SiteView => snapshot.site,

    circles: (): CircleView[] => snapshot.circles,

    /** A version of the site's and the circles' colors, for the address of the style sheet made from them. */
    colorsVersion: (): string => colorsVersionOf(snapshot),

    circle: (slug: string): (CircleView & { story: string }) | undefined => {
      const doc = bySlug(documents.circles.values()).get(slug)
      const view = doc && snapshot.circleOf.get(doc.id)
      return view && { ...view, story: related.prose(doc.story) }
    },

    framework: (): FrameworkView => frameworkView(documents.framework),

    /** Every course as a row, by title. */
    allCourses: (): CourseCard[] => [...cardsOf(snapshot, now).values()],

    courses: (query: CourseQuery): CourseList => listCourses(snapshot, query, { now, zone }),

    /** Everything the query leaves, on one page: its courses, and their sessions. */
    wholeList: (query: CourseQuery) => wholeList(snapshot, query, clock),

    /** Every place at which something is still to come. */
    places: (): Place[] => placesIn(snapshot, now),

    course: (slug: string): CourseView | undefined => {
      const course = snapshot.courses.get(slug)
      return course && courseView(snapshot, course, related, clock)
    },

    pathways: (): PathwayCourse[] => pathwaysOf(snapshot, now),

    /** Sessions still to come of everything, the soonest first; canceled ones included so that nobody travels in vain. */
    upcoming: (): Dated[] =>
      datedIn(snapshot, now)
        .filter(({ session }) => isToCome(session))
        .sort((a, b) => Temporal.Instant.compare(a.session.startsAt, b.session.startsAt)),

    /** Every public session, of one course or of everything: what calendars subscribe to. */
    calendar: (slug?: string): Dated[] =>
      slug === undefined ? datedIn(snapshot, now) : datedOfCourse(snapshot, slug, now),

    strategies: (): StrategyCard[] => {
      const counts = countByStrategy(snapshot)
      return [...documents.strategies.values()]
        .sort(byOrder)
        .map(({ id, slug, name, summary }) => ({ slug, name, summary, courses: counts.get(id) ?? 0 }))
    },

    strategy: (slug: string): StrategyView | undefined => {
      const one = bySlug(documents.strategies.values()).get(slug)
      if (!one) return undefined
      const courses = [...cardsOf(snapshot, now).values()]
        .filter(({ strategies }) => strategies.some((strategy) => strategy.slug === slug))
        .sort(bySoonness)
      return { slug, name: one.name, summary: one.summary, story: related.prose(one.story), courses }
    },

    recommendations: (): RecommendationView[] =>
      [...documents.recommendations.values()].sort(byOrder).map(({ slug, title, text }) => ({ slug, title, text })),

    collaboratives: (): CollaborativeCard[] =>
      [...snapshot.collaboratives.values()].map((one) => collaborativeCard(one, now)),

    collaborative: (slug: string): CollaborativeView | undefined => {
      const one = snapshot.collaboratives.get(slug)
      if (!one) return undefined
      const sessions = linesOf(snapshot, one.id, now)
      return collaborativeView(one, {
        now,
        sessions,
        story: related.prose(one.story),
        contacts: related.contacts(one.contacts),
      })
    },

    credentials: (): CredentialCard[] => [...documents.credentials.values()].sort(byOrder).map(credentialCard),

    credential: (slug: string): CredentialView | undefined => {
      const one = bySlug(documents.credentials.values()).get(slug)
      return one && credentialView(one, related.contacts(one.contacts), related.strategies(one.strategies))
    },

    /** Those in force. */
    policies: (): PolicyCard[] => policiesIn(snapshot, clock).map(policyCard),

    policy: (slug: string): PolicyView | undefined => {
      const one = bySlug(documents.policies.values()).get(slug)
      if (!one) return undefined
      return {
        ...policyCard(one),
        ...policyNumbers(one),
        plain: related.prose(one.plain),
        rule: related.prose(one.rule),
        numbers: numberLines(one),
        effectiveFrom: one.effectiveFrom ?? null,
        updatedAt: one.updatedAt,
      }
    },

    /** The numbers of the cancellation policy, as far as there is one. */
    cancellation: (): PolicyNumbers | undefined => rulesIn(snapshot, clock).cancellation,

    /** What deadlines are worked out by. */
    rules: (): Rules => rulesIn(snapshot, clock),

    holidays: (): readonly Holiday[] => snapshot.holidays,

    contacts: (): ContactView[] => [...documents.contacts.values()].sort(byOrder).map(contactView),

    notices: (): NoticeView[] =>
      [...documents.notices.values()]
        .filter((notice) => isShown(notice, today))
        .sort(byOrder)
        .map(noticeView),

    pages: (): PageCard[] =>
      [...documents.pages.values()].sort(byOrder).map(({ slug, title, summary, isInFooter }) => ({
        slug,
        title,
        summary,
        isInFooter: isInFooter ?? true,
      })),

    page: (slug: string): PageView | undefined => {
      const one = bySlug(documents.pages.values()).get(slug)
      if (!one) return undefined
      const { title, summary, updatedAt } = one
      return { slug, title, summary, body: related.prose(one.body), image: related.image(one.image), updatedAt }
    },

    /** Whether the public finds something at a place, without drawing it up. */
    hasPage: (path: string): boolean => {
      const { noun, slug = '' } = placeAt(path) ?? {}
      if (noun === undefined) return false
      if (noun === 'courses' || noun === 'collaboratives') return snapshot[noun].has(slug)
      return bySlug(documents[noun].values() as Iterable<{ slug: string }>).has(slug)
    },

    /** Whether what stands at a place is not as the public sees it; for a preview. */
    isDraft: (path: string): boolean => {
      const { noun, slug = '' } = placeAt(path) ?? {}
      if (path === paths.home) return documents.home._status === 'draft'
      if (path === paths.framework) return documents.framework._status === 'draft'
      const named = noun && bySlug(documents[noun].values() as Iterable<{ slug: string; _status?: string | null }>)
      return named?.get(slug)?._status === 'draft'
    },

    search: (words: string): Hit[] => searchIn(snapshot, words),
  }
}

export type Catalog = ReturnType<typeof createCatalog>
