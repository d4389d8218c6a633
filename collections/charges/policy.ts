import type { Charge, Registration } from '../kernel/payload-types.ts'
import { organizationKey, outsideKey } from '../organizations/payers.ts'
import { PAYER_REASONS, type PayerReason } from '../registrations/payer.ts'
import { agreementOf } from '../registrations/policy.ts'
import type { PayerKind } from '../registrations/states.ts'
import { idOf } from '../kernel/related.ts'
import { formatDay, type Day } from '../values/day.ts'
import { formatMoney, type Cents } from '../values/money.ts'
import { CHARGE_KIND_LABELS } from './states.ts'

/** A line that is about to be booked: everything but when and by whom. Related documents are ids. */
export type Line = Omit<Charge, 'id' | 'createdAt' | 'updatedAt' | 'bookedAt' | 'bookedOn' | 'bookedBy' | 'invoice'>

/** Whoever a line is for. `email` tells outside organizations of one name apart. */
export type PayerIdentity = {
  kind: PayerKind
  organization?: string | null
  person?: string | null
  name: string
  email?: string | null
}

/** A registration as far as money is concerned; its related documents are ids. */
export type Billed = Pick<
  Registration,
  'id' | 'name' | 'email' | 'participation' | 'payer' | 'agreed' | 'order' | 'session' | 'person'
>

/** Whose statement a line is on; every spelling of an outside organization is one payer. */
export const payerKeyOf = ({ kind, organization, person, name, email }: PayerIdentity): string => {
  if (kind === 'organization') return organizationKey(organization ?? '')
  if (kind === 'person') return `person:${person}`
  return outsideKey(name, email)
}

/** The rule that decided, as the sentence printed on the statement. */
const ruleOf = (reason: string): string => PAYER_REASONS[reason as PayerReason] ?? reason

type PayerPart = Pick<
  Line,
  'payerKey' | 'payerKind' | 'organization' | 'person' | 'payerName' | 'payerEmail' | 'payerAddress' | 'rule'
>

/** Who pays for this registration now. The address of an organization of the list is read when its statement is made. */
const currentPayer = ({ payer, person }: Pick<Billed, 'payer' | 'person'>): PayerPart => {
  const [organization, who] = [idOf(payer.organization), idOf(person)]
  return {
    payerKey: payerKeyOf({ ...payer, organization, person: who }),
    payerKind: payer.kind,
    organization,
    person: payer.kind === 'person' ? who : null,
    payerName: payer.name,
    payerEmail: payer.email ?? null,
    payerAddress: payer.address ?? null,
    rule: ruleOf(payer.reason),
  }
}

/** Whose statement a line of this registration would be on now. */
export const payerKeyNow = (registration: Pick<Billed, 'payer' | 'person'>): string =>
  currentPayer(registration).payerKey

const about = (registration: Billed) => ({
  registration: registration.id,
  session: idOf(registration.session),
  name: registration.name,
  courseTitle: agreementOf(registration).course.title,
  purchaseOrder: registration.order.number ?? null,
})

const titleOf = (kind: Line['kind'], { name, day, cents }: { name: string; day: Day; cents: Cents }): string =>
  `${CHARGE_KIND_LABELS[kind]}: ${name}, ${formatDay(day, 'en', 'short')}, ${formatMoney(cents)}`

/** The lines for a place, in the order they were booked: the first has the plain key. */
export const rateKey = (registration: string, nth = 0): string =>
  `registration:${registration}:rate${nth === 0 ? '' : `:${nth + 1}`}`

/**
 * The price of a place, as agreed to, or of some of its days; undefined where it is free or on request. `day` is the first of
 * the days it is for; `cents` is what they cost, or a price on request once the desk has settled it.
 */
export const rateLine = (registration: Billed, day: Day, cents?: Cents, nth = 0): Line | undefined => {
  const price = cents ?? agreementOf(registration).price.cents
  if (price === null || price <= 0) return undefined
  return {
    key: rateKey(registration.id, nth),
    title: titleOf('rate', { name: registration.name, day, cents: price }),
    kind: 'rate',
    cents: price,
    day,
    ...about(registration),
    ...currentPayer(registration),
  }
}

/** Whose place in a collaborative is paid for, by whom and why; `day` is the first day it meets. */
export type BilledPlace = {
  application: string
  name: string
  collaborative: string
  cents: Cents
  day: Day
  payer: PayerIdentity & { address?: string | null }
  rule: string
  purchaseOrder: string | null
}

export const placeKeyOf = (application: string): string => `application:${application}:price`

/** The one price of a place in a collaborative, for a whole team or one person; undefined where there is no charge. */
export const placeLine = ({ application, payer, ...place }: BilledPlace): Line | undefined => {
  if (place.cents <= 0) return undefined
  return {
    key: placeKeyOf(application),
    title: titleOf('place', place),
    kind: 'place',
    cents: place.cents,
    payerKey: payerKeyOf(payer),
    payerKind: payer.kind,
    organization: payer.organization ?? null,
    person: payer.kind === 'person' ? (payer.person ?? null) : null,
    payerName: payer.name,
    payerEmail: payer.email ?? null,
    payerAddress: payer.address ?? null,
    rule: place.rule,
    application,
    name: place.name,
    courseTitle: place.collaborative,
    day: place.day,
    purchaseOrder: place.purchaseOrder,
  }
}

const GUEST_FEE = 'A member guest’s fee for a day that was missed or canceled late. No check was there to pay it.'

/** The fee for one missed day. The attendance row it follows from is its key, so a day is charged once only. */
export const noShowLine = (registration: Billed, missed: { id: string; day: Day; cents: Cents }): Line => ({
  key: feeKey(missed.id),
  title: titleOf('no-show', { name: registration.name, ...missed }),
  kind: 'no-show',
  cents: missed.cents,
  day: missed.day,
  ...about(registration),
  ...currentPayer(registration),
  // Whoever pays nothing for the place has no rule that says who pays the fee.
  ...(registration.participation === 'guest' && { rule: GUEST_FEE }),
})

export const feeKey = (attendance: string): string => `attendance:${attendance}:fee`
export const reversalKey = (charge: string): string => `charge:${charge}:reversal`
export const rebillKey = (charge: string): string => `charge:${charge}:rebill`

/**
 * What of a fee a member guest's check does not cover: the check stands for the fees in the order they were approved, each
 * `earlier` one first.
 */
export const beyondCheck = (fee: Cents, earlier: Cents, received: Cents): Cents =>
  fee - Math.min(fee, Math.max(0, received - earlier))

type Stored = Omit<Charge, 'createdAt' | 'updatedAt'>

/** What every line that follows from another one shares with it. */
const copyOf = (charge: Stored) => ({
  kind: charge.kind,
  cents: charge.cents,
  day: charge.day,
  registration: idOf(charge.registration),
  session: idOf(charge.session),
  application: idOf(charge.application),
  name: charge.name,
  courseTitle: charge.courseTitle,
  purchaseOrder: charge.purchaseOrder ?? null,
  payerKey: charge.payerKey,
  payerKind: charge.payerKind,
  organization: idOf(charge.organization),
  person: idOf(charge.person),
  payerName: charge.payerName,
  payerEmail: charge.payerEmail ?? null,
  payerAddress: charge.payerAddress ?? null,
})

/** Takes a line back from the same payer, to the cent. */
export const reversalLine = (charge: Stored, reason: string): Line => ({
  ...copyOf(charge),
  key: reversalKey(charge.id),
  title: titleOf('reversal', { ...charge, cents: 0 - charge.cents }),
  kind: 'reversal',
  cents: 0 - charge.cents,
  rule: reason,
  reverses: charge.id,
})

/** The same line for the payer the registration has now. The order was the other payer's, so it is left out. */
export const rebillLine = (charge: Stored, registration: Billed): Line => ({
  ...copyOf(charge),
  ...currentPayer(registration),
  key: rebillKey(charge.id),
  title: titleOf(charge.kind, charge),
  purchaseOrder: null,
  rebills: charge.id,
})

/** A line that staff add by hand, for or against the payer of another one; `id` was made with the form. */
export const adjustmentLine = (charge: Stored, given: { id: string; cents: Cents; reason: string }): Line => ({
  ...copyOf(charge),
  key: `adjustment:${given.id}`,
  title: titleOf('adjustment', { ...charge, cents: given.cents }),
  kind: 'adjustment',
  cents: given.cents,
  rule: given.reason,
  adjusts: charge.id,
})

/**
 * Whether an adjustment may be a slip of the finger: it is more than the line it is beside. `confirmed` is the amount somebody said
 * yes to, whichever way it goes.
 */
export const isFarOff = (line: Pick<Charge, 'cents'>, cents: Cents, confirmed?: Cents): boolean =>
  Math.abs(cents) > Math.abs(line.cents) && Math.abs(cents) !== confirmed

/** A line as other programs are told about it: who pays and how much, but no address of a private person. */
export const chargeEvent = (charge: Stored) => ({
  id: charge.id,
  key: charge.key,
  kind: charge.kind,
  cents: charge.cents,
  currency: 'USD',
  payer: { key: charge.payerKey, kind: charge.payerKind, name: charge.payerName },
  rule: charge.rule,
  name: charge.name,
  course: charge.courseTitle,
  day: charge.day,
  bookedOn: charge.bookedOn,
  registration: idOf(charge.registration) ?? null,
  application: idOf(charge.application) ?? null,
  reverses: idOf(charge.reverses) ?? null,
  rebills: idOf(charge.rebills) ?? null,
})
