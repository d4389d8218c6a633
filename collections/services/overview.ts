import type { Where } from 'payload'
import type { Act } from '../kernel/act.ts'
import { datesOf, hoursOf, isCalledOff } from '../attendance/policy.ts'
import { dayIn } from '../values/day.ts'
import type { Context } from '../context/context.ts'
import { count, every } from '../kernel/queries.ts'
import { worksWaiting } from '../reviews/service/waiting.ts'
import { offRoster } from '../applications/service/off-roster.ts'
import { callLines } from '../applications/service/call-lines.ts'
import { parentOf } from '../staff/queries.ts'
import type { Permission } from '../registrations/states.ts'
import { ASKING, UNACCEPTED } from '../registrations/service/terms-cases.ts'
import { unknownYearsAt } from '../holidays/queries.ts'
import { openChecks } from '../staff/checks.ts'
import { todayAndNext } from '../sessions/service/staff.ts'
import type { Overview, Waits } from '../staff/overview-views.ts'

const SOON = 8
/** Days whose recording is asked about; what is older is left alone. */
const DAYS_LOOKED_BACK = 30

/** Days that are over, and on which people had a seat about whom nobody said a word. */
const unrecordedDays = async (context: Context, act: Act): Promise<Waits['unrecorded']> => {
  const since = act.now.subtract({ hours: DAYS_LOOKED_BACK * 24 })
  const sessions = await every(context, 'sessions', {
    and: [
      { _status: { equals: 'published' } },
      { status: { equals: 'scheduled' } },
      { startsAt: { less_than: act.now.toString() } },
      { endsAt: { greater_than: since.toString() } },
    ],
  })
  if (sessions.length === 0) return []
  const ofThese = { session: { in: sessions.map(({ id }) => id) } }
  const [seated, rows] = await Promise.all([
    every(context, 'registrations', { and: [ofThese, { status: { equals: 'confirmed' } }] }),
    every(context, 'attendance', ofThese),
  ])
  const known = new Set(rows.map(({ key }) => key))
  const found = await Promise.all(
    sessions.map(async (session) => {
      const people = seated.filter((one) => one.session === session.id)
      const over = datesOf(session.days).filter(
        (date) =>
          !isCalledOff(session.days, date) &&
          date >= dayIn(since, session.timeZone) &&
          Temporal.Instant.compare(act.now, hoursOf(session.days, date, session.timeZone).to) >= 0,
      )
      const { title } = await parentOf(context, session)
      return over.map((date) => ({
        session: session.id,
        title,
        date,
        people: people.filter(({ id }) => !known.has(`${id}#${date}`)).length,
      }))
    }),
  )
  return found.flat().filter(({ people }) => people > 0)
}

const sumOf = <One>(ones: readonly One[], of: (one: One) => number): number =>
  ones.reduce((sum, one) => sum + of(one), 0)

const earliest = (moments: readonly (Temporal.Instant | null)[]): Temporal.Instant | null =>
  moments.filter((moment) => moment !== null).toSorted((one, other) => Temporal.Instant.compare(one, other))[0] ?? null

/** What waits for somebody at the desk. */
const waitsOf = async (context: Context, act: Act): Promise<Waits> => {
  const active = { status: { not_equals: 'canceled' } }
  const registrations = (where: Where) => count(context, 'registrations', { and: [active, where] })
  const permission = (state: Permission) => registrations({ 'permission.state': { equals: state } })
  const [permissionsToDecide, permissionsAsked, termsAsked, colleaguesAsked] = await Promise.all([
    permission('received'),
    permission('asked'),
    count(context, 'registrations', UNACCEPTED),
    count(context, 'registrations', ASKING),
  ])
  const [
    fees,
    disputed,
    waivers,
    declared,
    failedMessages,
    offers,
    orders,
    checks,
    unrecorded,
    calls,
    works,
    strays,
    unknownYears,
  ] = await Promise.all([
    count(context, 'attendance', { feeState: { equals: 'proposed' } }),
    count(context, 'attendance', { feeState: { equals: 'disputed' } }),
    registrations({ gate: { equals: 'asked' } }),
    registrations({ gate: { in: ['declared', 'lost'] } }),
    count(context, 'messages', { state: { equals: 'failed' } }),
    registrations({ status: { equals: 'offered' } }),
    registrations({ 'order.state': { equals: 'pending' } }),
    openChecks(context),
    unrecordedDays(context, act),
    callLines(context),
    worksWaiting(context, act.now),
    offRoster(context),
    unknownYearsAt(context.payload, act.now, act.zone),
  ])
  const checksTo = (task: string) => checks.filter((check) => check.task.do === task).length
  return {
    fees,
    disputed,
    waivers,
    declared,
    permissionsToDecide,
    permissionsAsked,
    termsAsked,
    colleaguesAsked,
    checksOverdue: checksTo('chase'),
    checksToReturn: checksTo('return'),
    checksToDeposit: checksTo('deposit'),
    refunds: checksTo('refund'),
    failedMessages,
    offers,
    orders,
    unrecorded,
    unknownYears,
    works,
    applications: {
      toScore: sumOf(calls, ({ waits }) => waits.toScore),
      toEnroll: sumOf(calls, ({ waits }) => waits.toEnroll),
      enrollSince: earliest(calls.map(({ waits }) => waits.enrollSince)),
      papers: sumOf(calls, ({ waits }) => waits.papers),
      papersSince: earliest(calls.map(({ waits }) => waits.papersSince)),
      leaving: sumOf(calls, ({ waits }) => waits.leaving),
      offers: sumOf(calls, ({ waits }) => waits.offers),
      canRelease: calls.filter(({ waits }) => waits.canRelease).length,
      offRoster: strays,
      toClose: calls.filter(({ waits }) => waits.toClose).length,
    },
  }
}

/** What Today shows: the sessions of the day and what waits for a decision. */
export const overviewOf = async (context: Context, act: Act): Promise<Overview> => {
  const [sessions, waits] = await Promise.all([todayAndNext(context, act, SOON), waitsOf(context, act)])
  return { ...sessions, waits }
}
