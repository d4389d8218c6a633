import { applicantName } from '../form.ts'
import { participantsOf } from '../roster.ts'
import { ACTIVE } from '../../registrations/states.ts'
import { idOf } from '../../kernel/related.ts'
import { every, pluck } from '../../kernel/queries.ts'
import type { Application } from '../../kernel/payload-types.ts'
import type { OffRoster } from '../../staff/overview-views.ts'
import type { Context } from '../../context/context.ts'
import { isGoingOn } from '../../sessions/policy.ts'

/** Rosters follow an enrollment by themselves; only what stays so is worth a word. */
const SETTLES_MINUTES = 60

/**
 * Everybody enrolled in a program with sessions to come who is on none of their rosters: their registrations were canceled at the
 * desk, say. Somebody has to decide whether the place is given up.
 */
export const offRoster = async (context: Context): Promise<OffRoster[]> => {
  const { sessions, collaboratives } = await context.source.read()
  const { now } = context
  const goesOn = (collaborative: string): boolean =>
    (sessions.get(collaborative) ?? []).some((facts) => isGoingOn(facts, now))
  const settledBy = now.subtract({ minutes: SETTLES_MINUTES }).toString()
  const hasSettled = ({ movedAt }: Application): boolean => !movedAt || movedAt < settledBy
  const enrolled = (await every(context, 'applications', { status: { equals: 'enrolled' } })).filter(
    (one) => hasSettled(one) && participantsOf(one).length > 0 && goesOn(idOf(one.place) ?? ''),
  )
  if (enrolled.length === 0) return []
  const seats = await pluck(
    context,
    'registrations',
    { and: [{ application: { in: enrolled.map(({ id }) => id) } }, { status: { in: [...ACTIVE] } }] },
    ['application'],
  )
  const seated = new Set(seats.map(({ application }) => idOf(application)))
  const names = new Map([...collaboratives.values()].map(({ id, name }) => [id, name]))
  return enrolled
    .filter(({ id }) => !seated.has(id))
    .map((one) => ({
      application: one.id,
      name: applicantName(one),
      program: names.get(idOf(one.place) ?? '') ?? '',
    }))
}
