import { paths } from '#collections/kernel/paths.ts'
import type { Messages } from '../messages/index.ts'

type Step = { name: string; path: string }
/** The pages one passes on the way to a page, home left out. */
export type Trail = readonly Step[]

const below =
  (name: string, path: string) =>
  (one?: Step): Trail => [{ name, path }, ...(one ? [one] : [])]

/** The ways below each list: to the page of one of it, and through that page to its forms. */
export const trailsOf = (t: Messages) => ({
  collaboratives: below(t.collaboratives.title, paths.collaboratives),
  courses: below(t.courses.title, paths.courses),
  credentials: below(t.credentials.title, paths.credentials),
  framework: below(t.framework.title, paths.framework),
  policies: below(t.policies.title, paths.policies),
  strategies: below(t.strategies.title, paths.strategies),
})
