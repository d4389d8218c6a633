import type { Attendance } from '../../kernel/payload-types.ts'
import { SYSTEM, type Act } from '../../kernel/act.ts'
import { each } from '../../context/each.ts'
import { dropFee, isOurDay, proposeFee, recordLateDays } from '../fees.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import { every, one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { actOf } from '../../context/context.ts'
import type { Step } from '../../followups/service/step.ts'
import { rulesOf } from '../../registrations/service/rules.ts'

/** Writes down the days a cancellation of the whole came too late for, and says on the registration which they are. */
export const lateCancellations: Step = {
  name: 'late-cancellations',
  follows: { registrations: ({ id, status }) => (status === 'canceled' ? id : undefined) },
  handle: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const registration = await one(context, 'registrations', id)
    if (registration?.status !== 'canceled' || registration.lateDays) return
    const session = await one(context, 'sessions', idOf(registration.session))
    const isHeld = session && session.status !== 'canceled'
    const { events } = isHeld ? await rulesOf(context, session) : { events: [] }
    const lateDays = isHeld ? await recordLateDays(act, registration, session, events) : []
    await compareAndSet(act.payload, 'registrations', id, { revision: { equals: registration.revision } }, { lateDays })
  },
}

/** Proposes the fees of missed days. */
export const proposedFees: Step = {
  name: 'proposed-fees',
  follows: { attendance: ({ id, feeState }) => (feeState === 'none' ? id : undefined) },
  handle: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const row = await one(context, 'attendance', id)
    const registration = row?.feeState === 'none' && (await one(context, 'registrations', idOf(row.registration)))
    const session = row && registration && (await one(context, 'sessions', idOf(row.session)))
    if (!session || session.status === 'canceled') return
    const { events } = await rulesOf(context, session)
    await proposeFee(act, row, registration, session, events)
  },
}

const OURS = 'We canceled or moved this day.'
const TAKEN = 'Somebody else took the seat.'

/** The seats that somebody has in a session now, by their keys. */
const takenSeats = async (act: Act, session: string, rows: readonly Attendance[]): Promise<ReadonlySet<string>> => {
  const ids = rows.filter(({ state }) => state === 'canceled').map(({ registration }) => idOf(registration))
  if (ids.length === 0) return new Set()
  const left = await every(act, 'registrations', { and: [{ id: { in: ids } }, { formerSeatKey: { exists: true } }] })
  const keys = left.flatMap(({ formerSeatKey }) => formerSeatKey ?? [])
  if (keys.length === 0) return new Set()
  const holders = await every(act, 'registrations', {
    and: [{ session: { equals: session } }, { status: { equals: 'confirmed' } }, { seatKey: { in: keys } }],
  })
  const held = new Set(holders.map(({ seatKey }) => seatKey))
  return new Set(left.filter(({ formerSeatKey }) => held.has(formerSeatKey)).map(({ id }) => id))
}

/** Closes the cases of fees that are not owed any more: we called the day off, or somebody else took the seat. */
export const needlessFees: Step = {
  name: 'needless-fees',
  follows: {
    sessions: ({ id }) => id,
    registrations: ({ session, status }) => (status === 'confirmed' ? idOf(session) : undefined),
    attendance: ({ session, feeState }) => (feeState === 'proposed' ? idOf(session) : undefined),
  },
  handle: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const rows = await every(act, 'attendance', {
      and: [{ session: { equals: id } }, { feeState: { in: ['proposed', 'disputed', 'approved'] } }],
    })
    const session = rows.length > 0 ? await one(context, 'sessions', id) : undefined
    if (!session) return
    const taken = await takenSeats(act, id, rows)
    await each(rows, async (row) => {
      const isTaken = row.state === 'canceled' && taken.has(idOf(row.registration))
      const reason = isOurDay(session, row.date) ? OURS : isTaken ? TAKEN : undefined
      if (reason) await dropFee(act, row, reason)
    })
  },
}
