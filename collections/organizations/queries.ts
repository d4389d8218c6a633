import type { Payload } from 'payload'
import type { Employer } from '../registrations/payer.ts'
import { onChange } from '../kernel/changes.ts'
import { every } from '../kernel/queries.ts'

/** The organizations people can name, by name; kept in memory and read again after a change. */
export const keepOrganizations = (payload: Payload) => {
  let cached: Promise<ReadonlyMap<string, Employer>> | undefined
  onChange((slug) => {
    if (slug === 'organizations') cached = undefined
  })
  const read = async () => {
    const organizations = await every({ payload }, 'organizations', {}, { sort: 'name' })
    return new Map(
      organizations.map(({ id, name, member, hosting }) => [
        id,
        { id, name, member: member ?? false, hosting: hosting ?? false },
      ]),
    )
  }
  return (): Promise<ReadonlyMap<string, Employer>> => {
    cached ??= read()
    cached.catch(() => (cached = undefined))
    return cached
  }
}

export type Organizations = ReturnType<typeof keepOrganizations>
