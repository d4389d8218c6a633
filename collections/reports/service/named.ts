import type { Context } from '../../context/context.ts'
import { pluck } from '../../kernel/queries.ts'
import { organizationNames } from '../../staff/queries.ts'
import type { Dimension } from '../policy.ts'

/** What a group of a report is called, by its key. */
export type Names = (dimension: Dimension, key: string) => string

const OUTSIDE = 'No organization of the list'

/** The names of districts, circles, strategies, courses and programs. Months are dates, which pages write in their language. */
export const namesIn = async (context: Context): Promise<Names> => {
  const [districts, courses, programs, circles, strategies] = await Promise.all([
    organizationNames(context),
    pluck(context, 'courses', {}, ['title']),
    pluck(context, 'collaboratives', {}, ['name']),
    pluck(context, 'circles', {}, ['name']),
    pluck(context, 'strategies', {}, ['name']),
  ])
  const named = new Map<string, string>([
    ...courses.map(({ id, title }) => [id, title] as const),
    ...programs.map(({ id, name }) => [id, name] as const),
    ...circles.map(({ id, name }) => [id, name] as const),
    ...strategies.map(({ id, name }) => [id, name] as const),
  ])
  return (dimension, key) => {
    if (dimension === 'month') return key
    if (dimension === 'district') return districts.get(key) ?? OUTSIDE
    return named.get(key) ?? ''
  }
}
