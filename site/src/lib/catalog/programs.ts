import type { Catalog } from '#collections/catalog/catalog.ts'
import { paths } from '#collections/kernel/paths.ts'
import type { Messages } from '../../messages/index.ts'

export type Program = { title: string; text: string; path: string }

/** The five programs, in the order the home page and the foot of every page name them. */
export const programsOf = (catalog: Pick<Catalog, 'collaboratives'>, t: Messages): Program[] => {
  const practice = catalog.collaboratives().find(({ kind }) => kind === 'community-of-practice')
  return [
    { ...t.home.doors.courses, path: paths.courses },
    { ...t.home.doors.strategies, path: paths.strategies },
    { ...t.home.doors.practice, path: practice ? paths.collaborative(practice.slug) : paths.collaboratives },
    { ...t.home.doors.collaboratives, path: paths.collaboratives },
    { ...t.home.doors.credentials, path: paths.credentials },
  ]
}
