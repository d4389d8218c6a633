import type { Catalog } from '#collections/catalog/catalog.ts'
import { paths } from '#collections/kernel/paths.ts'
import type { Messages } from '../../messages/index.ts'

export type Program = { title: string; text: string; path: string }
type Entry = { title: string; path: string }

const sectionsOf = (catalog: Catalog) => ({
  courses: catalog.allCourses().length > 0,
  framework: catalog.circles().length > 0,
  pathways: catalog.pathways().some(({ groups }) => groups.length > 0),
  strategies: catalog.strategies().length > 0,
  collaboratives: catalog.collaboratives().length > 0,
  credentials: catalog.credentials().length > 0,
})

/** The programs in the order the home page and the foot of every page name them: the agency's own list, else what there is. */
export const programsOf = (catalog: Catalog, t: Messages): Program[] => {
  const own = catalog.site().home.doors
  if (own.length > 0) return own
  const has = sectionsOf(catalog)
  const { doors } = t.home
  return [
    { ...doors.courses, path: paths.courses, isThere: has.courses },
    { ...doors.strategies, path: paths.strategies, isThere: has.strategies },
    { ...doors.collaboratives, path: paths.collaboratives, isThere: has.collaboratives },
    { ...doors.credentials, path: paths.credentials, isThere: has.credentials },
  ]
    .filter(({ isThere }) => isThere)
    .map(({ title, text, path }) => ({ title, text, path }))
}

/** The menu at the top: the agency's own list, else the parts of the site that have something to show, and the courses always. */
export const menuOf = (catalog: Catalog, t: Messages): Entry[] => {
  const own = catalog.site().menu
  if (own.length > 0) return own
  const has = sectionsOf(catalog)
  return (['courses', 'framework', 'pathways', 'strategies', 'collaboratives', 'credentials'] as const)
    .filter((name) => name === 'courses' || has[name])
    .map((name) => ({ path: paths[name], title: t.nav[name] }))
}
