import type { Attendance, Registration } from '../../kernel/payload-types.ts'
import { SYSTEM, type Act } from '../../kernel/act.ts'
import { book, reverse } from '../actions.ts'
import { beyondCheck, feeKey, noShowLine, rebillKey } from '../policy.ts'
import { coverOf } from '../../deposits/amounts.ts'
import { idOf } from '../../kernel/related.ts'
import { actOf, type Context } from '../../context/context.ts'
import { notifyAbout } from '../../registrations/service/notifications.ts'
import type { Step } from '../../followups/service/step.ts'
import { count, every, one } from '../../kernel/queries.ts'
import { decisionKey } from '../../messages/fees.ts'

/** What a member guest's check leaves open of a fee; without a check in hand, all of it. */
const owedFor = async (act: Act, fee: Attendance, registration: Registration): Promise<number> => {
  const cents = fee.feeCents ?? 0
  if (registration.participation !== 'guest') return cents
  const [deposit] = await every(act, 'deposits', {
    registration: { equals: registration.id },
  })
  if (!deposit) return cents
  const approved = await every(act, 'attendance', {
    and: [{ registration: { equals: registration.id } }, { feeState: { equals: 'approved' } }],
  })
  const placeOf = ({ feeDecidedAt, date }: Attendance) => `${feeDecidedAt ?? ''} ${date}`
  const earlier = approved.filter((other) => placeOf(other) < placeOf(fee))
  const before = earlier.reduce((sum, { feeCents }) => sum + (feeCents ?? 0), 0)
  return beyondCheck(cents, before, coverOf(deposit))
}

/** Whether this was written before messages about fees were named by the decision. */
const wasToldByDay = async (context: Context, { registration, date }: Attendance): Promise<boolean> =>
  (await count(context, 'messages', { key: { equals: `registration:${idOf(registration)}:no-show:${date}` } })) > 0

/** Writes about everything that was decided of a registration at one moment, in one message for each of its kinds. */
const notifyDecision = async (context: Context, fee: Attendance): Promise<void> => {
  const registration = await one(context, 'registrations', idOf(fee.registration))
  const { feeDecidedAt, feeState } = fee
  if (!registration || !feeDecidedAt || (await wasToldByDay(context, fee))) return
  const together = await every(
    context,
    'attendance',
    {
      and: [
        { registration: { equals: registration.id } },
        { feeDecidedAt: { equals: feeDecidedAt } },
        { feeState: { equals: feeState } },
      ],
    },
    { sort: 'date' },
  )
  const ofSame = together.filter(
    ({ state }) => feeState === 'waived' || (state === 'canceled') === (fee.state === 'canceled'),
  )
  const kind = feeState === 'waived' ? 'fee-dropped' : fee.state === 'canceled' ? 'late-fee' : 'no-show'
  const key = decisionKey(
    feeDecidedAt,
    ofSame.map(({ date }) => date),
  )
  await notifyAbout(context, kind, registration, { key })
}

const chargeFee = async (act: Act, fee: Attendance): Promise<void> => {
  const registration = await one(act, 'registrations', idOf(fee.registration))
  if (!registration) return
  const cents = await owedFor(act, fee, registration)
  if (cents > 0)
    await book(act, noShowLine(registration, { id: fee.id, day: fee.date, cents }), fee.feeReason ?? undefined)
}

/** Takes the fee back, and also the line by which it came to another payer. */
const waiveFee = async (act: Act, fee: Attendance): Promise<void> => {
  let [charge] = await every(act, 'charges', { key: { equals: feeKey(fee.id) } })
  while (charge) {
    await reverse(act, charge, fee.feeReason ?? 'The fee was waived.')
    ;[charge] = await every(act, 'charges', { key: { equals: rebillKey(charge.id) } })
  }
}

/** Only what a registrar approved becomes a charge; what was waived later is taken back. Both are told. */
export const approvedFees: Step = {
  name: 'approved-fees',
  follows: { attendance: ({ id, feeState }) => (['approved', 'waived'].includes(feeState) ? id : undefined) },
  handle: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const fee = await one(context, 'attendance', id)
    if (!fee) return
    if (fee.feeState === 'approved') await chargeFee(act, fee)
    if (fee.feeState === 'waived') await waiveFee(act, fee)
    await notifyDecision(context, fee)
  },
}
