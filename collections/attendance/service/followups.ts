import type { Attendance, Registration } from '../../kernel/payload-types.ts'
import { SYSTEM, type Act } from '../../kernel/act.ts'
import { proposeFee, recordLateDays } from '../fees.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import { one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { actOf, type Context } from '../../context/context.ts'
import { recheckGates } from '../../registrations/service/gates.ts'
import { tellAbout } from '../../registrations/service/notifications.ts'
import { rulesOf } from '../../registrations/service/rules.ts'
import { each } from '../../context/each.ts'

const BATCH = 200

const oldestFirst = { depth: 0, limit: BATCH, overrideAccess: true, pagination: false, sort: 'updatedAt' } as const

/** Days of a registration that was canceled as a whole, where that was too late. Its `unsettled` is for others to clear. */
const lateDaysOf = async (context: Context, act: Act, registration: Registration): Promise<void> => {
  const session = await one(act, 'sessions', idOf(registration.session))
  if (!session || session.status === 'canceled') return
  const { events } = await rulesOf(context, session.id)
  await recordLateDays(act, registration, session, events)
}

const settleRow = async (context: Context, act: Act, row: Attendance): Promise<void> => {
  // Who missed a day may not meet any more what a later course asks for.
  await recheckGates(context, idOf(row.person))
  const registration = await one(act, 'registrations', idOf(row.registration))
  const session = registration && (await one(act, 'sessions', idOf(row.session)))
  if (session && session.status !== 'canceled' && row.feeState === 'none') {
    const { events } = await rulesOf(context, session.id)
    if (await proposeFee(act, row, registration, session, events)) return
  }
  // An approved fee is told here and booked by the settling of charges, which clears the mark.
  if (row.feeState === 'approved') {
    if (registration) await tellAbout(context, 'no-show', registration, { key: row.date })
    return
  }
  if (row.feeState === 'waived') return
  await compareAndSet(act.payload, 'attendance', row.id, { revision: { equals: row.revision } }, { unsettled: false })
}

/** Writes down days that were canceled too late, and proposes the fees of missed days. Doing it again adds nothing. */
export const settleAttendance = async (context: Context): Promise<void> => {
  const act = actOf(context, SYSTEM)
  const { docs: canceled } = await act.payload.find({
    collection: 'registrations',
    ...oldestFirst,
    where: { and: [{ unsettled: { equals: true } }, { status: { equals: 'canceled' } }] },
  })
  await each(context, canceled, 'Late days could not be written down', (one) => lateDaysOf(context, act, one))
  const { docs: rows } = await act.payload.find({
    collection: 'attendance',
    ...oldestFirst,
    where: { unsettled: { equals: true } },
  })
  await each(context, rows, 'A fee could not be proposed', (row) => settleRow(context, act, row))
}
