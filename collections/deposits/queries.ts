import type { Payload } from 'payload'
import { feeKey, reversalKey } from '../charges/policy.ts'
import type { Attendance, Deposit, Registration, Session } from '../kernel/payload-types.ts'
import { every, one } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { agreementOf } from '../registrations/policy.ts'
import { taskOf, type CheckTask, type LedgerFee } from './policy.ts'

/** A check with everything that says what has to be done about it. */
export type CheckCase = {
  deposit: Deposit
  registration: Registration
  session: Session
  attendance: Attendance[]
  task: CheckTask
}

/** What has to be done about a check at this moment. */
const taskFor = (
  deposit: Deposit,
  registration: Registration,
  session: Session,
  attendance: LedgerFee[],
  now: Temporal.Instant,
): CheckTask => taskOf(deposit, { ...registration, agreed: agreementOf(registration) }, session, attendance, now)

/** How much of each approved fee is billed and not taken back. */
const withBilled = async (payload: Payload, attendance: Attendance[]): Promise<LedgerFee[]> => {
  const approved = attendance.filter(({ feeState }) => feeState === 'approved')
  if (approved.length === 0) return attendance
  const lines = await every({ payload }, 'charges', { key: { in: approved.map(({ id }) => feeKey(id)) } })
  const reversals = await every({ payload }, 'charges', { key: { in: lines.map(({ id }) => reversalKey(id)) } })
  const reversed = new Set(reversals.map(({ key }) => key))
  const standing = lines.filter(({ id }) => !reversed.has(reversalKey(id)))
  return attendance.map((row) => {
    const line = standing.find(({ key }) => key === feeKey(row.id))
    return line ? { ...row, billedCents: line.cents } : row
  })
}

/** A check with its registration, session and days; undefined when one of them is gone. */
export const checkCase = async (
  payload: Payload,
  deposit: Deposit,
  now: Temporal.Instant,
): Promise<CheckCase | undefined> => {
  const [registration, session, attendance] = await Promise.all([
    one({ payload }, 'registrations', idOf(deposit.registration)),
    one({ payload }, 'sessions', idOf(deposit.session)),
    every({ payload }, 'attendance', { registration: { equals: deposit.registration } }),
  ])
  if (!registration || !session) return undefined
  const days = await withBilled(payload, attendance)
  return { deposit, registration, session, attendance, task: taskFor(deposit, registration, session, days, now) }
}
