import { hasSentEnough, keepFile } from '#collections/files/actions.ts'
import { LETTER_REFUSALS, refusalOfLetter } from '#collections/files/policy.ts'
import { compareAndSet } from '#collections/keyed.ts'
import { personOf } from '#collections/people/actions.ts'
import { noShowFee } from '#collections/policies/deadline.ts'
import { chooseConsents, receiveOrder, sendColleague } from '#collections/registrations/actions.ts'
import { cancel, cancelDays } from '#collections/registrations/cancel.ts'
import { agreementOf, freeUntil, isActive, isFreeAt, type CurrentEvent } from '#collections/registrations/policy.ts'
import type { CancelForm, ColleagueForm } from '#collections/registrations/schema.ts'
import type { Done, ManagedEvent, ManagedView } from '#collections/registrations/view.ts'
import { answerOffer } from '#collections/registrations/waitlist.ts'
import { idOf } from '#collections/related.ts'
import { instantAt, type Day } from '#collections/values/day.ts'
import { refOf } from '../catalog/courses.ts'
import type { Attendance, Registration } from '../payload-types.ts'
import { actOf, type DeskContext } from './context.ts'
import { rulesOf, type SessionRules } from './rules.ts'

export type Managed = { registration: Registration; rules: SessionRules }

/** The registration a link is for, as long as the link is the latest one. */
export const openLink = async (context: DeskContext, token: string): Promise<Done<Managed>> => {
  const opened = await context.tokens.open('manage', token, context.clock())
  if (!opened.ok) return { ok: false, refusal: opened.refusal }
  const { r: id, v: version } = opened.claims
  const registration = await context.payload.findByID({
    collection: 'registrations',
    id: String(id),
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  if (!registration) return { ok: false, refusal: 'invalid' }
  if (registration.linkVersion !== version) return { ok: false, refusal: 'replaced' }
  return { ok: true, registration, rules: await rulesOf(context, idOf(registration.session)) }
}

/** The rows of the ledger of days for one registration. */
export const daysOf = async ({ payload }: DeskContext, registration: string): Promise<Attendance[]> => {
  const { docs } = await payload.find({
    collection: 'attendance',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    sort: 'date',
    where: { registration: { equals: registration } },
  })
  return docs
}

const startOf = ({ facts }: SessionRules, day: Day): Temporal.Instant => {
  const found = facts.days.find(({ date }) => date === day)
  return found ? instantAt(day, found.startTime, facts.timeZone) : facts.startsAt
}

const eventsOf = (
  { registration, rules }: Managed,
  rows: readonly Attendance[],
  now: Temporal.Instant,
): ManagedEvent[] => {
  const agreed = agreementOf(registration)
  const stateOf = (event: CurrentEvent): ManagedEvent['state'] => {
    if (rules.facts.status === 'canceled') return 'host-canceled'
    if (event.days.every((day) => rows.some(({ date, state }) => date === day && state === 'canceled')))
      return 'canceled'
    return Temporal.Instant.compare(now, startOf(rules, event.days[0]!)) >= 0 ? 'over' : 'coming'
  }
  return rules.events.map((event) => {
    const deadline = freeUntil(event, agreed)
    const isFree = registration.status !== 'confirmed' || isFreeAt(deadline, now)
    return {
      days: event.days,
      freeUntil: deadline,
      isFree,
      fee: isFree ? 0 : noShowFee(event.days.length, agreed.feePerDay ?? 0),
      state: stateOf(event),
    }
  })
}

const positionOf = async ({ payload }: DeskContext, { status, session, waitOrder }: Registration) => {
  if (status !== 'waitlisted') return null
  const { totalDocs } = await payload.count({
    collection: 'registrations',
    overrideAccess: true,
    where: {
      and: [
        { session: { equals: idOf(session) } },
        { status: { equals: 'waitlisted' } },
        { waitOrder: { less_than: waitOrder } },
      ],
    },
  })
  return totalDocs + 1
}

const depositOf = async ({ payload }: DeskContext, registration: string): Promise<ManagedView['deposit']> => {
  const { docs } = await payload.find({
    collection: 'deposits',
    depth: 0,
    limit: 1,
    overrideAccess: true,
    where: { key: { equals: registration } },
  })
  const [deposit] = docs
  return deposit
    ? { state: deposit.state, cents: deposit.dueCents, dueOn: deposit.dueOn, lastMailDay: deposit.lastMailDay }
    : null
}

/** Whether a colleague may come instead: where the policy allowed it when it was agreed to, and never for a guest. */
const maySubstitute = ({ registration, rules }: Managed, now: Temporal.Instant): boolean =>
  registration.status === 'confirmed' &&
  agreementOf(registration).substitution &&
  registration.participation !== 'guest' &&
  rules.facts.status === 'scheduled' &&
  Temporal.Instant.compare(now, rules.facts.startsAt) < 0

export const managedView = async (context: DeskContext, managed: Managed): Promise<ManagedView> => {
  const { registration, rules } = managed
  const now = context.clock()
  const rows = await daysOf(context, registration.id)
  const agreed = agreementOf(registration)
  const { canceledAt, canceledBy, cancelReason, offerUntil, order, status } = registration
  const events = eventsOf(managed, rows, now)
  return {
    id: registration.id,
    revision: registration.revision,
    name: registration.name,
    email: registration.email,
    status,
    course: rules.course ? refOf(rules.library, rules.course) : { ...agreed.course, summary: '', circles: [] },
    session: rules.view,
    agreed,
    events,
    days: rules.facts.days.map(({ date }) => {
      const row = rows.find((one) => one.date === date)
      return { date, state: row?.state ?? null, minutes: row?.minutes ?? 0 }
    }),
    participation: registration.participation,
    payer: { kind: registration.payer.kind, name: registration.payer.name, reason: registration.payer.reason },
    order: {
      state: order.state,
      number: order.number ?? null,
      dueAt: order.dueAt ? Temporal.Instant.from(order.dueAt) : null,
    },
    deposit: await depositOf(context, registration.id),
    hasLetter: Boolean(registration.letter),
    offerUntil: status === 'offered' && offerUntil ? Temporal.Instant.from(offerUntil) : null,
    position: await positionOf(context, registration),
    gate: registration.gate,
    gateReason: registration.gateReason ?? null,
    canceled:
      canceledAt && canceledBy
        ? { at: Temporal.Instant.from(canceledAt), by: canceledBy, reason: cancelReason || null }
        : null,
    consents: { mediaRelease: registration.mediaRelease, mailingList: registration.mailingList },
    canCancel: isActive(status) && events.some(({ state }) => state === 'coming'),
    canSubstitute: maySubstitute(managed, now),
  }
}

const actorOf = ({ name }: Registration) => ({ kind: 'person' as const, name })

/**
 * Cancels everything that is still to come, or the events whose first days are named. As long as nothing has begun and
 * everything is named, the registration ends and its seat is free; otherwise the days are canceled each for itself.
 */
export const cancelManaged = async (context: DeskContext, managed: Managed, form: CancelForm): Promise<Done> => {
  const { registration, rules } = managed
  const now = context.clock()
  if (form.revision !== registration.revision) return { ok: false, refusal: 'changed-meanwhile' }
  if (!isActive(registration.status)) return { ok: false, refusal: 'already-canceled' }
  const act = actOf(context, actorOf(registration))
  const events = eventsOf(managed, await daysOf(context, registration.id), now)
  const coming = events.filter(({ state }) => state === 'coming')
  if (coming.length === 0) return { ok: false, refusal: 'already-started' }
  const named = new Set([form.days ?? []].flat())
  if ([...named].some((day) => !coming.some(({ days }) => days[0] === day)))
    return { ok: false, refusal: 'unknown-days' }
  const chosen = named.size === 0 ? coming : coming.filter(({ days }) => named.has(days[0]!))
  const isWhole = chosen.length === events.length || registration.status !== 'confirmed'
  const done = isWhole
    ? await cancel(act, registration, rules.offers, { by: 'person', reason: form.reason })
    : await cancelDays(
        act,
        registration,
        chosen.flatMap(({ days, isFree }) => days.map((date) => ({ date, isOnTime: isFree }))),
        form.reason,
      )
  context.settleSoon()
  return done
}

export const sendColleagueManaged = async (
  context: DeskContext,
  managed: Managed,
  { name, email, revision }: ColleagueForm,
): Promise<Done> => {
  const { registration } = managed
  if (revision !== registration.revision) return { ok: false, refusal: 'changed-meanwhile' }
  if (!maySubstitute(managed, context.clock())) return { ok: false, refusal: 'substitution-not-allowed' }
  if (email === registration.email) return { ok: false, refusal: 'colleague-not-possible' }
  const act = actOf(context, actorOf(registration))
  const colleague = await personOf(act, {
    name,
    email,
    organization: registration.organization ? idOf(registration.organization) : undefined,
    employer: registration.employer,
  })
  const done = await sendColleague(act, registration, { person: colleague.id, name, email })
  context.settleSoon()
  return done
}

export const answerManaged = async (
  context: DeskContext,
  { registration, rules }: Managed,
  answer: 'accept' | 'decline',
) => {
  const done = await answerOffer(actOf(context, actorOf(registration)), registration, rules.offers, answer)
  context.settleSoon()
  return done
}

export const consentsManaged = (
  context: DeskContext,
  { registration }: Managed,
  consents: { mediaRelease: boolean; mailingList: boolean },
): Promise<Done> => chooseConsents(actOf(context, actorOf(registration)), registration, consents)

export const orderManaged = async (context: DeskContext, { registration }: Managed, number: string): Promise<Done> => {
  if (!isActive(registration.status)) return { ok: false, refusal: 'already-canceled' }
  return receiveOrder(actOf(context, actorOf(registration)), registration, number)
}

/** Takes a permission letter; `error` is a sentence to show beside the field. */
export const letterManaged = async (
  context: DeskContext,
  { registration }: Managed,
  letter: File,
): Promise<Done<{ error?: string }>> => {
  if (!isActive(registration.status)) return { ok: false, refusal: 'already-canceled' }
  const bytes = new Uint8Array(await letter.arrayBuffer())
  const refusal = refusalOfLetter(bytes)
  if (refusal) return { ok: true, error: LETTER_REFUSALS[refusal] }
  const act = actOf(context, actorOf(registration))
  if (await hasSentEnough(act, idOf(registration.person))) return { ok: true, error: LETTER_REFUSALS['too-many'] }
  const file = await keepFile(act, { bytes, name: letter.name, person: idOf(registration.person) })
  const { revision } = registration
  const done = await compareAndSet(
    context.payload,
    'registrations',
    registration.id,
    { revision: { equals: revision } },
    { letter: file, revision: revision + 1 },
  )
  return done ? { ok: true } : { ok: false, refusal: 'changed-meanwhile' }
}
