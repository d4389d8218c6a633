import { paths } from '#collections/kernel/paths.ts'
import { toQueryString } from '#collections/courses/schema.ts'
import { circles } from '#seed/content/circles.ts'
import { collaboratives } from '#seed/content/collaboratives.ts'
import { courses } from '#seed/content/courses/courses.ts'
import { credentials } from '#seed/content/credentials.ts'
import { pages } from '#seed/content/pages.ts'
import { policies } from '#seed/content/policies.ts'
import { sessionPlans } from '#seed/content/sessions.ts'
import { strategies } from '#seed/content/strategies.ts'

type Plan = (typeof sessionPlans)[number]

const coursePath = (found: { slug: string } | undefined): string => paths.course(found!.slug)
const plansOf = (slug: string) => sessionPlans.filter(({ course }) => course === slug)
const courseWith = (wanted: (plan: Plan) => boolean): string =>
  coursePath(courses.find(({ slug }) => plansOf(slug).some(wanted)))
const isAhead = ({ days, status }: Plan) => status === 'scheduled' && (days[0]?.offset ?? -1) > 1
const longestTitle = courses.toSorted((a, b) => b.title.length - a.title.length)[0]!
const collaborativeOf = (kind: string) => collaboratives.find((one) => one.kind === kind)!

/** A course with one session of one day and nothing unusual. */
export const plainCourse = courses.find(
  ({ slug }) => plansOf(slug).length === 1 && plansOf(slug).every((plan) => isAhead(plan) && plan.days.length === 1),
)!

export type Kind = { name: string; path: string; status?: number }

/** The pages people see most; looked at in every width and color scheme. */
export const MAIN: Kind[] = [
  { name: 'home', path: paths.home },
  { name: 'courses', path: paths.courses },
  {
    name: 'course, open',
    path: courseWith((plan) => isAhead(plan) && plan.seatsReserved < plan.capacity! && !plan.opensOn),
  },
  { name: 'framework', path: paths.framework },
  { name: 'pathways', path: paths.pathways },
]

/** One of each of the other pages. */
const OTHERS: Kind[] = [
  ...circles.slice(0, 1).map(({ slug }) => ({ name: 'circle', path: paths.circle(slug) })),
  {
    name: 'pathways to one course',
    path: paths.pathwaysOf(courses.find(({ prerequisites }) => prerequisites.length > 1)!.slug),
  },
  { name: 'strategies', path: paths.strategies },
  { name: 'strategy', path: paths.strategy(strategies[0]!.slug) },
  { name: 'collaboratives', path: paths.collaboratives },
  { name: 'peer collaborative', path: paths.collaborative(collaborativeOf('peer-collaborative').slug) },
  { name: 'application, open', path: paths.apply(collaborativeOf('peer-collaborative').slug) },
  { name: 'credentials', path: paths.credentials },
  { name: 'credential', path: paths.credential(credentials[0]!.slug) },
  { name: 'policies', path: paths.policies },
  { name: 'policy, calculated', path: `${paths.policy('cancellation')}?day=2026-12-01&days=2` },
  { name: 'contact', path: paths.contact },
  { name: 'tell me when', path: paths.tellMeOfCourse(courses[0]!.slug) },
  { name: 'search with results', path: paths.searchFor('reading') },
  ...pages.slice(0, 1).map(({ slug }) => ({ name: `page, ${slug}`, path: paths.page(slug) })),
  { name: 'page that is not there', path: '/no-such-page', status: 404 },
]

/** The same pages in states in which they look different. */
const STATES: Kind[] = [
  { name: 'courses, filtered', path: paths.courses + toQueryString({ circle: circles[0]!.slug, format: 'in-person' }) },
  { name: 'courses by circle', path: `${paths.courses}?group=circle` },
  { name: 'courses, nothing found', path: paths.courses + toQueryString({ q: 'xyzzyplugh', format: 'online' }) },
  { name: 'course, full', path: courseWith((plan) => isAhead(plan) && plan.seatsReserved === plan.capacity) },
  { name: 'course, canceled', path: courseWith(({ status }) => status === 'canceled') },
  { name: 'course, not open yet', path: courseWith((plan) => Boolean(plan.opensOn)) },
  { name: 'course without sessions', path: coursePath(courses.find(({ slug }) => plansOf(slug).length === 0)) },
  { name: 'course with a very long title', path: paths.course(longestTitle.slug) },
  { name: 'course with days weeks apart', path: courseWith((plan) => isAhead(plan) && plan.days.length > 2) },
  { name: 'community of practice', path: paths.collaborative(collaborativeOf('community-of-practice').slug) },
  { name: 'application, closed', path: paths.apply('educational-equity-community-of-practice') },
  ...policies.slice(0, 2).map(({ slug, kind }) => ({ name: `policy, ${kind}`, path: paths.policy(slug) })),
  { name: 'policy, mistyped', path: `${paths.policy('cancellation')}?day=someday&days=2` },
  { name: 'search', path: paths.search },
  { name: 'search without results', path: paths.searchFor('xyzzyplugh') },
  { name: 'course that is not there', path: paths.course('no-such-course'), status: 404 },
]

/** Every page, once. */
export const PAGES: Kind[] = [...MAIN, ...OTHERS]
/** Every page, in each of its states. */
export const ALL: Kind[] = [...PAGES, ...STATES]
