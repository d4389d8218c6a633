import type { Attendance, Registration } from '../../kernel/payload-types.ts'
import type { Act } from '../../kernel/act.ts'
import { book, reverse } from '../actions.ts'
import { beyondCheck, feeKey, noShowLine, rebillKey } from '../policy.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import { idOf } from '../../kernel/related.ts'
import type { Context } from '../../context/context.ts'
import { tellAbout } from '../../registrations/service/notifications.ts'
import { each } from '../../context/each.ts'
import { BATCH, every, one } from '../../kernel/queries.ts'

/** What a member guest's check leaves open of a fee; without a check in hand, all of it. */
const owedFor = async (act: Act, fee: Attendance, registration: Registration): Promise<number> => {
  const cents = fee.feeCents ?? 0
  if (registration.participation !== 'guest') return cents
  const [deposit] = await every(act, 'deposits', {
    and: [{ registration: { equals: registration.id } }, { state: { in: ['received', 'deposited'] } }],
  })
  if (!deposit) return cents
  const approved = await every(act, 'attendance', {
    and: [{ registration: { equals: registration.id } }, { feeState: { equals: 'approved' } }],
  })
  const placeOf = ({ feeDecidedAt, date }: Attendance) => `${feeDecidedAt ?? ''} ${date}`
  const earlier = approved.filter((other) => placeOf(other) < placeOf(fee))
  const before = earlier.reduce((sum, { feeCents }) => sum + (feeCents ?? 0), 0)
  return beyondCheck(cents, before, deposit.receivedCents ?? deposit.dueCents)
}

const chargeFee = async (context: Context, act: Act, fee: Attendance): Promise<void> => {
  const registration = await one(act, 'registrations', idOf(fee.registration))
  if (!registration) return
  const cents = await owedFor(act, fee, registration)
  if (cents > 0)
    await book(act, noShowLine(registration, { id: fee.id, day: fee.date, cents }), fee.feeReason ?? undefined)
  await tellAbout(context, 'no-show', registration, { key: fee.date })
}

/** Takes the fee back, and also the line by which it came to another payer. */
const waiveFee = async (act: Act, fee: Attendance): Promise<void> => {
  let [charge] = await every(act, 'charges', { key: { equals: feeKey(fee.id) } })
  while (charge) {
    await reverse(act, charge, fee.feeReason ?? 'The fee was waived.')
    ;[charge] = await every(act, 'charges', { key: { equals: rebillKey(charge.id) } })
  }
}

/** Only what a registrar approved becomes a charge; what was waived later is taken back. */
export const settleFees = async (context: Context, act: Act): Promise<void> => {
  const decided = await every(
    act,
    'attendance',
    {
      and: [{ unsettled: { equals: true } }, { feeState: { in: ['approved', 'waived'] } }],
    },
    BATCH,
  )
  await each(context, decided, 'A no-show fee could not be booked', async (fee) => {
    await (fee.feeState === 'approved' ? chargeFee(context, act, fee) : waiveFee(act, fee))
    await compareAndSet(act.payload, 'attendance', fee.id, { revision: { equals: fee.revision } }, { unsettled: false })
  })
}
