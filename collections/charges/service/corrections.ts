import type { Charge, Registration } from '../../kernel/payload-types.ts'
import { SYSTEM, type Act } from '../../kernel/act.ts'
import { rebill, reverse } from '../actions.ts'
import { payerKeyNow, rebillKey, reversalKey } from '../policy.ts'
import { PAYER_REASONS } from '../../registrations/payer.ts'
import { idOf } from '../../kernel/related.ts'
import { formatMoney, sumCents } from '../../values/money.ts'
import { actOf, type Context } from '../../context/context.ts'
import type { Step } from '../../followups/service/step.ts'
import { notifyAbout } from '../../registrations/service/notifications.ts'
import { each } from '../../context/each.ts'
import { every, one } from '../../kernel/queries.ts'

const OLDEST_FIRST = { sort: 'createdAt' } as const
const HOST_CANCELED = 'We canceled the session.'
const DAY_CANCELED = 'We canceled this day.'

/** Those of the lines that are not taken back yet. */
const standing = async (act: Act, charges: Charge[]): Promise<Charge[]> => {
  if (charges.length === 0) return []
  const keys = charges.map(({ id }) => reversalKey(id))
  const reversed = new Set((await every(act, 'charges', { key: { in: keys } })).map(({ key }) => key))
  return charges.filter(({ id }) => !reversed.has(reversalKey(id)))
}

/** Nobody owes anything for a session, or a day of it, that the host canceled. */
export const canceledByHost: Step = {
  name: 'charges-for-what-was-canceled',
  follows: { sessions: ({ id }) => id, charges: ({ session }) => idOf(session) },
  handle: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const session = await one(context, 'sessions', id)
    const canceled = new Set((session?.days ?? []).filter(({ canceled }) => canceled).map(({ date }) => date))
    const isWhole = session?.status === 'canceled'
    if (!isWhole && canceled.size === 0) return
    const charges = await every(
      act,
      'charges',
      { and: [{ session: { equals: id } }, { kind: { in: isWhole ? ['rate', 'no-show'] : ['no-show'] } }] },
      OLDEST_FIRST,
    )
    const needless = charges.filter(({ day }) => isWhole || canceled.has(day))
    await each(await standing(act, needless), (charge) => reverse(act, charge, isWhole ? HOST_CANCELED : DAY_CANCELED))
  },
}

/** Tells the person what is billed to them now, all lines together. */
const announce = async (context: Context, act: Act, registration: Registration): Promise<void> => {
  const lines = await every(act, 'charges', {
    and: [{ registration: { equals: registration.id } }, { rebills: { exists: true } }],
  })
  if (lines.length === 0) return
  const fee = formatMoney(sumCents(lines.map(({ cents }) => cents)))
  await notifyAbout(context, 'rebilled', registration, { values: { fee } })
}

/** A line that the payer who refused has paid all the same stays; one whose copy for the person is booked does not. */
const isRefused = async (act: Act, charge: Charge): Promise<boolean> => {
  const [copy] = await every(act, 'charges', { key: { equals: rebillKey(charge.id) } })
  if (copy || !charge.invoice) return true
  const invoice = await one(act, 'invoices', idOf(charge.invoice))
  return invoice?.state !== 'paid'
}

/** What a district, host or sponsor refused to pay of a registration is billed to the person, as the terms say. */
export const billRefused = async (context: Context, act: Act, id: string): Promise<void> => {
  const registration = await one(context, 'registrations', id)
  if (registration?.payer.reason !== PAYER_REASONS.refused) return
  const lines = await every(
    act,
    'charges',
    {
      and: [
        { registration: { equals: id } },
        { kind: { not_equals: 'reversal' } },
        { payerKind: { not_equals: 'person' } },
      ],
    },
    OLDEST_FIRST,
  )
  await each(await standing(act, lines), async (charge) => {
    if (await isRefused(act, charge)) await rebill(act, charge, registration, PAYER_REASONS.refused)
  })
  await announce(context, act, registration)
}

/** A refusal is seen to at once by whoever writes it down; this does what a process that stopped has left. */
export const refusedBills: Step = {
  name: 'refused-bills',
  follows: {
    registrations: ({ id, payer }) => (payer.reason === PAYER_REASONS.refused ? id : undefined),
    charges: ({ registration }) => idOf(registration),
  },
  handle: (context, id) => billRefused(context, actOf(context, SYSTEM), id),
}

const CORRECTED = 'The payer was corrected.'

/**
 * Where it was written down wrongly how somebody takes part, the lines that were booked before go to the right payer; what a payer
 * has paid stays. Doing it again changes nothing: a line is copied once, and the copy is the right payer's.
 */
export const correctedPayers: Step = {
  name: 'corrected-payers',
  follows: { registrations: ({ id, payer }) => (payer.correctedAt ? id : undefined) },
  handle: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const registration = await one(context, 'registrations', id)
    const at = registration?.payer.correctedAt
    if (!registration || !at) return
    const lines = await every(
      act,
      'charges',
      {
        and: [
          { registration: { equals: id } },
          { kind: { not_equals: 'reversal' } },
          { bookedAt: { less_than_equal: at } },
        ],
      },
      OLDEST_FIRST,
    )
    const others = lines.filter(({ payerKey }) => payerKey !== payerKeyNow(registration))
    await each(await standing(act, others), async (charge) => {
      if (await isRefused(act, charge)) await rebill(act, charge, registration, CORRECTED)
    })
  },
}
