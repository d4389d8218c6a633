import type { Charge, Registration } from '../../kernel/payload-types.ts'
import type { Act } from '../../kernel/act.ts'
import { rebill, reverse } from '../actions.ts'
import { rebillKey, reversalKey } from '../policy.ts'
import { PAYER_REASONS } from '../../registrations/payer.ts'
import { idOf } from '../../kernel/related.ts'
import { formatMoney, sumCents } from '../../values/money.ts'
import type { Context } from '../../context/context.ts'
import { tellAbout } from '../../registrations/service/notifications.ts'
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

const canceledDays = async (act: Act, charges: Charge[]): Promise<Set<string>> => {
  const ids = [...new Set(charges.map(({ session }) => idOf(session)!))]
  const sessions = ids.length > 0 ? await every(act, 'sessions', { id: { in: ids } }) : []
  return new Set(
    sessions.flatMap(({ id, days }) => days.filter(({ canceled }) => canceled).map(({ date }) => `${id} ${date}`)),
  )
}

/** Nobody owes anything for what the host canceled. */
export const settleHostCanceled = async (context: Context, act: Act): Promise<void> => {
  const ofSessions = await every(
    act,
    'charges',
    {
      and: [{ kind: { in: ['rate', 'no-show'] } }, { 'session.status': { equals: 'canceled' } }],
    },
    OLDEST_FIRST,
  )
  await each(context, await standing(act, ofSessions), 'A charge could not be taken back', (charge) =>
    reverse(act, charge, HOST_CANCELED),
  )
  const fees = await every(
    act,
    'charges',
    {
      and: [{ kind: { equals: 'no-show' } }, { 'session.days.canceled': { equals: true } }],
    },
    OLDEST_FIRST,
  )
  const days = await canceledDays(act, fees)
  const ofDays = fees.filter(({ session, day }) => days.has(`${idOf(session)} ${day}`))
  await each(context, await standing(act, ofDays), 'A fee could not be taken back', (charge) =>
    reverse(act, charge, DAY_CANCELED),
  )
}

/** Tells the person what is billed to them now, all lines together. */
const announce = async (context: Context, act: Act, registration: Registration): Promise<void> => {
  const lines = await every(act, 'charges', {
    and: [{ registration: { equals: registration.id } }, { rebills: { exists: true } }],
  })
  const fee = formatMoney(sumCents(lines.map(({ cents }) => cents)))
  await tellAbout(context, 'rebilled', registration, { values: { fee } })
}

/** A line that the payer who refused has paid all the same stays; one whose copy for the person is booked does not. */
const isRefused = async (act: Act, charge: Charge): Promise<boolean> => {
  const [copy] = await every(act, 'charges', { key: { equals: rebillKey(charge.id) } })
  if (copy || !charge.invoice) return true
  const invoice = await one(act, 'invoices', idOf(charge.invoice))
  return invoice?.state !== 'paid'
}

/** What a district, host or sponsor refused to pay is billed to the person, as the terms say. */
export const settleRefused = async (context: Context, act: Act): Promise<void> => {
  const lines = await every(
    act,
    'charges',
    {
      and: [
        { kind: { not_equals: 'reversal' } },
        { payerKind: { not_equals: 'person' } },
        { 'registration.payer.reason': { equals: PAYER_REASONS.refused } },
      ],
    },
    OLDEST_FIRST,
  )
  const billed = new Map<string, Registration>()
  await each(context, await standing(act, lines), 'A refused charge could not be billed anew', async (charge) => {
    if (!(await isRefused(act, charge))) return
    const registration = await one(act, 'registrations', idOf(charge.registration)!)
    if (!registration) return
    await rebill(act, charge, registration, PAYER_REASONS.refused)
    billed.set(registration.id, registration)
  })
  await each(context, [...billed.values()], 'A bill could not be announced', (registration) =>
    announce(context, act, registration),
  )
}
