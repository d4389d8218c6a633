import type { Context } from '../../context/context.ts'
import { every, one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { parentOf } from '../../staff/queries.ts'
import type { PermissionCase } from '../../staff/views.ts'
import { afterRefusal } from '../permission.ts'
import { ACTIVE } from '../states.ts'

/** Permissions and promises that wait for the desk's word: those that came first, then those that are waited for. */
export const permissionCases = async (context: Context): Promise<PermissionCase[]> => {
  const registrations = await every(
    context,
    'registrations',
    { and: [{ 'permission.state': { in: ['asked', 'received'] } }, { status: { in: [...ACTIVE] } }] },
    { sort: 'createdAt', limit: 300 },
  )
  const organizations = await context.organizations()
  const cases = await Promise.all(
    registrations.map(async (registration): Promise<PermissionCase[]> => {
      const session = await one(context, 'sessions', idOf(registration.session))
      const { state, at } = registration.permission ?? {}
      if (!session?.startsAt || !state) return []
      const startsAt = Temporal.Instant.from(session.startsAt)
      return [
        {
          registration: registration.id,
          revision: registration.revision,
          name: registration.name,
          status: registration.status,
          participation: registration.participation,
          state,
          host: organizations.get(idOf(registration.host) ?? '')?.name ?? '',
          letter: idOf(registration.letter) ?? null,
          session: {
            id: session.id,
            title: (await parentOf(context, session)).title,
            startsAt,
            zone: session.timeZone,
          },
          since: Temporal.Instant.from(at ?? registration.createdAt),
          refusal: afterRefusal(registration.participation, startsAt, context.now),
        },
      ]
    }),
  )
  return cases.flat().sort((a, b) => (a.state === b.state ? 0 : a.state === 'received' ? -1 : 1))
}
