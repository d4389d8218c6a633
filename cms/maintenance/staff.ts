import type { Payload } from 'payload'
import { ROLE_LABELS } from '#collections/access/index.ts'
import { dropFactor } from '#collections/users/factor.ts'
import { every } from '#collections/kernel/queries.ts'
import type { User } from '#collections/kernel/payload-types.ts'
import { BadSetting, type Environment } from '../env.ts'

/** How long a link to a new password holds, in milliseconds; Payload's own default. */
const HOLDS = 3_600_000

/** The last sign-in that is still known: one's sessions are forgotten when one signs out or is signed out. */
const lastSignIn = ({ sessions }: User): string =>
  (sessions ?? [])
    .flatMap(({ createdAt }) => createdAt ?? [])
    .toSorted()
    .at(-1) ?? ''

const day = (stamp: string, zone: string): string =>
  stamp === ''
    ? 'not signed in now'
    : `signed in ${Temporal.Instant.from(stamp).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')}`

/** One line for each member of staff: mailbox, name, roles and sign-in. */
export const staffLines = async (payload: Payload, zone: string): Promise<string[]> => {
  const users = await every({ payload }, 'users', {}, { sort: 'email' })
  const rows = users.map((user) => [
    user.email,
    user.name ?? '',
    user.roles.map((role) => ROLE_LABELS[role].split(':', 1)[0]).join(', '),
    day(lastSignIn(user), zone),
  ])
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}

/**
 * A link, good once and for an hour, to a new password. Whoever is signed in as them is signed out, and a second factor is forgotten:
 * who asks has lost everything.
 * @throws BadSetting where nobody has that mailbox
 */
export const resetPassword = async (
  payload: Payload,
  { siteUrl }: Pick<Environment, 'siteUrl'>,
  mailbox: string,
): Promise<string> => {
  const email = mailbox.trim().toLowerCase()
  const [user] = await every({ payload }, 'users', { email: { equals: email } }, { limit: 1 })
  if (!user) throw new BadSetting(`nobody here has the mailbox ${email}; see npm run admin -- list`)
  const data = { sessions: [] }
  await dropFactor({ payload }, user.id)
  await payload.update({ collection: 'users', id: user.id, data, depth: 0, overrideAccess: true })
  const token = await payload.forgotPassword({
    collection: 'users',
    data: { email },
    disableEmail: true,
    expiration: HOLDS,
  })
  return `${siteUrl}/admin/reset/${token}`
}
