import { acceptanceOf, hasAccepted } from '../acceptance.ts'
import { cancellation, type Cancellation } from '../cancellation.ts'
import { daysToHandOn, openAsking } from '../handing-on.ts'
import { permissionDue } from '../permission.ts'
import { agreementOf, freeUntil, isActive } from '../policy.ts'
import type { ManagedView } from './view.ts'
import type { Done } from '../states.ts'
import { positionOf } from '../waitlist.ts'
import { every, first } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { amountsOf } from '../../deposits/amounts.ts'
import { dueWhenAsked, isBrought } from '../../deposits/due.ts'
import { dayIn, instantOf } from '../../values/day.ts'
import { refOf } from '../../catalog/courses.ts'
import type { Attendance, Registration } from '../../kernel/payload-types.ts'
import { awardCodeOf } from '../../awards/queries.ts'
import { minimumFor } from './program.ts'
import { programPlaceOf } from './program-place.ts'
import type { Context } from '../../context/context.ts'
import { openLink } from '../../context/links.ts'
import { rulesOf, type SessionRules } from './rules.ts'

/** A registration that somebody does something with, and the rules of its session as they are now. */
export type Managed = { registration: Registration; rules: SessionRules }

/** The registration a link is for, as long as the link is the latest one. */
export const openManaged = async (context: Context, token: string): Promise<Done<Managed>> => {
  const opened = await openLink(context, 'manage', token)
  if (!opened.ok) return opened
  const { record: registration } = opened
  return { ok: true, registration, rules: await rulesOf(context, idOf(registration.session)) }
}

/** The rows of the ledger of days for one registration. */
export const daysOf = (context: Context, registration: string): Promise<Attendance[]> =>
  every(context, 'attendance', { registration: { equals: registration } }, { sort: 'date' })

/** What can be canceled of a registration now. */
export const cancellationOf = async (
  context: Context,
  { registration, rules: { facts, events } }: Managed,
  now: Temporal.Instant,
): Promise<Cancellation> => cancellation(registration, facts, events, await daysOf(context, registration.id), now)

/** The check as it stands; of a guest without a seat yet, the one that will be asked for. */
const depositOf = async (
  context: Context,
  { registration, rules: { facts } }: Managed,
): Promise<ManagedView['deposit']> => {
  const held = [...new Set(facts.days.filter(({ isCanceled }) => !isCanceled).map(({ date }) => date))].sort()
  const deposit = await first(context, 'deposits', { key: { equals: registration.id } })
  if (deposit) {
    const { state, dueOn, lastMailDay, refundedOn } = deposit
    const isToBring = isBrought(deposit, held)
    return { state, amounts: amountsOf(deposit), dueOn, lastMailDay, isToBring, refundedOn: refundedOn ?? null }
  }
  const { check } = agreementOf(registration)
  if (!check || registration.participation !== 'guest' || !isActive(registration.status)) return null
  const { due: dueOn, lastMailDay } = dueWhenAsked(check, null, held, dayIn(context.now, facts.timeZone))
  const amounts = amountsOf({ state: 'due', dueCents: check.cents })
  return { state: 'due', amounts, dueOn, lastMailDay, isToBring: isBrought({ lastMailDay }, held), refundedOn: null }
}

/** How the permission or promise of a member district stands; null where none is needed. */
const permissionOf = async (
  context: Context,
  { registration, rules: { events, facts } }: Managed,
): Promise<ManagedView['permission']> => {
  const { permission, host } = registration
  if (!permission?.state) return null
  const district = (await context.organizations()).get(idOf(host) ?? '')
  const [first] = events
  const free = first ? freeUntil(first, agreementOf(registration), events) : null
  const due = permissionDue(free, facts.startsAt, instantOf(permission.at) ?? context.now)
  return { state: permission.state, host: district?.name ?? '', due }
}

/** Everything a manage link shows. */
export const managedView = async (context: Context, managed: Managed): Promise<Omit<ManagedView, 'move'>> => {
  const { registration, rules } = managed
  const { snapshot, course, view } = rules
  const { now } = context
  const rows = await daysOf(context, registration.id)
  const agreed = agreementOf(registration)
  const handable = daysToHandOn(registration, rules.facts, rows, now)
  const asked = openAsking(registration)
  const { canceledAt, canceledBy, cancelReason, offerUntil, order, status } = registration
  return {
    id: registration.id,
    revision: registration.revision,
    name: registration.name,
    email: registration.email,
    status,
    course: course ? refOf(snapshot, course) : { ...agreed.course, summary: '', circles: [] },
    session: view,
    agreed,
    cancellation: cancellation(registration, rules.facts, rules.events, rows, now),
    days: rules.facts.days.map(({ date }) => {
      const row = rows.find((one) => one.date === date)
      return { date, state: row?.state ?? null, minutes: row?.minutes ?? 0 }
    }),
    participation: registration.participation,
    payer: { kind: registration.payer.kind, name: registration.payer.name, reason: registration.payer.reason },
    order: {
      state: order.state,
      number: order.number ?? null,
      dueAt: instantOf(order.dueAt),
    },
    deposit: await depositOf(context, managed),
    hasLetter: Boolean(registration.letter),
    permission: await permissionOf(context, managed),
    offerUntil: status === 'offered' ? instantOf(offerUntil) : null,
    isMailboxAsked: status === 'offered' && registration.mailbox === 'asked',
    position: await positionOf(context.payload, registration),
    gate: registration.gate,
    gateReason: registration.gateReason ?? null,
    canceled:
      canceledAt && canceledBy
        ? { at: Temporal.Instant.from(canceledAt), by: canceledBy, reason: cancelReason || null }
        : null,
    consents: { mediaRelease: registration.mediaRelease, mailingList: registration.mailingList },
    minimum: (await minimumFor(context, registration)) ?? null,
    program: await programPlaceOf(context, registration),
    award: (await awardCodeOf(context, `registration:${registration.id}`)) ?? null,
    acceptance: acceptanceOf(registration),
    acceptBy: hasAccepted(registration) ? null : instantOf(registration.answerBy),
    canSubstitute: handable.length > 0 && !asked,
    handable,
    asked: asked && {
      name: asked.name,
      email: asked.email,
      days: asked.days,
      until: Temporal.Instant.from(asked.until),
    },
  }
}
