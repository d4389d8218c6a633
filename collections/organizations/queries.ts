import type { Payload } from 'payload'
import type { Employer } from '../registrations/payer.ts'
import { keepRead } from '../kernel/kept.ts'
import { every } from '../kernel/queries.ts'
import { payersAmong, type Payers } from './payers.ts'

/** An organization as it is known to whoever registers or is billed. `isOffered`: people can choose it. */
export type Known = Employer & {
  isOffered: boolean
  blanketPromise: boolean
  blanketUntil: string | null
  payerKeys: string[]
  /** Short names, schools and sites, one on each line. */
  otherNames: string
}

/** The organizations of the list, by name; kept in memory and read again after a change. */
export const keepOrganizations = (payload: Payload) =>
  keepRead(payload, ['organizations'], async (): Promise<ReadonlyMap<string, Known>> => {
    const organizations = await every({ payload }, 'organizations', {}, { sort: 'name' })
    return new Map(
      organizations.map((one): [string, Known] => [
        one.id,
        {
          id: one.id,
          name: one.name,
          member: one.member ?? false,
          hosting: one.hosting ?? false,
          isOffered: !one.inactive && !one.mergedInto,
          blanketPromise: one.blanketPromise ?? false,
          blanketUntil: one.blanketUntil ?? null,
          payerKeys: (one.payerKeys as string[] | null) ?? [],
          otherNames: one.otherNames ?? '',
        },
      ]),
    )
  })

export type Organizations = ReturnType<typeof keepOrganizations>

/** Those that people can choose, by name. */
export const offeredIn = (organizations: ReadonlyMap<string, Known>): Known[] =>
  [...organizations.values()].filter(({ isOffered }) => isOffered)

/** Whether this is an organization that people can choose. */
export const isOffered = (organizations: ReadonlyMap<string, Known>, id: string): boolean =>
  organizations.get(id)?.isOffered ?? false

/** Who every payer is now, read anew: what is billed is decided by it. */
export const payersOf = async (payload: Payload): Promise<Payers> =>
  payersAmong(await every({ payload }, 'organizations', {}))
