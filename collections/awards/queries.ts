import { every } from '../kernel/queries.ts'
import type { Payload } from 'payload'

/**
 * The code of the award that was given for something, such as `submission:<id>` or `registration:<id>`: the latest, whether or
 * not it was taken back since, as its page says so. Undefined where none was given.
 */
export const awardCodeOf = async (context: { payload: Payload }, key: string): Promise<string | undefined> => {
  const [kind, id] = key.split(':')
  if (!id || (kind !== 'submission' && kind !== 'registration')) return undefined
  const [award] = await every(context, 'awards', { [kind]: { equals: id } }, { sort: '-awardedAt', limit: 1 })
  return award?.code
}
