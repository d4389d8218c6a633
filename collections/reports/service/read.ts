import { wasThere } from '../../attendance/states.ts'
import type { Context } from '../../context/context.ts'
import { stampOf } from '../../followups/service/step.ts'
import { paymentsOf } from '../../invoices/policy.ts'
import type { Session } from '../../kernel/payload-types.ts'
import { flatColumns } from '../../kernel/columns.ts'
import { every, pluck } from '../../kernel/queries.ts'
import { idOf, idsOf } from '../../kernel/related.ts'
import { addDays, type Day } from '../../values/day.ts'
import { sumCents } from '../../values/money.ts'
import { reportOf, type Fact, type Money, type Period, type Report, type Seats, type Taught } from '../policy.ts'

const startOf = (day: Day, zone: string): string =>
  stampOf(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).toInstant())

/** Sessions that begin in the period, and were not canceled by us. */
const sessionsIn = (context: Context, { from, until }: Period): Promise<Session[]> =>
  every(context, 'sessions', {
    and: [
      { startsAt: { greater_than_equal: startOf(from, context.zone) } },
      { startsAt: { less_than: startOf(addDays(until, 1), context.zone) } },
      { status: { equals: 'scheduled' } },
      { _status: { equals: 'published' } },
    ],
  })

const taughtIn = async (context: Context, sessions: readonly Session[]): Promise<Map<string, Taught>> => {
  const { documents } = await context.source.read()
  return new Map(
    sessions.map(({ id, course, collaborative, startsAt, timeZone }) => {
      const courseId = idOf(course) ?? ''
      const found = documents.courses.get(courseId)
      const month = Temporal.Instant.from(startsAt!).toZonedDateTimeISO(timeZone).toPlainDate().toString().slice(0, 7)
      const taught = {
        course: courseId || (idOf(collaborative) ?? ''),
        circles: idsOf(found?.circles),
        strategies: idsOf(found?.strategies),
        month,
      }
      return [id, taught] as const
    }),
  )
}

const PASSED_BY = ['waitlisted', 'offered']

const factsIn = async (context: Context, sessions: readonly Session[]): Promise<Fact[]> => {
  if (sessions.length === 0) return []
  const ofThese = { field: 'session', values: sessions.map(({ id }) => id) } as const
  const [registrations, days] = await Promise.all([
    flatColumns(context, 'registrations', ['person', 'organization', 'session', 'status', 'canceledFrom'], ofThese),
    flatColumns(context, 'attendance', ['registration', 'state', 'minutes'], ofThese),
  ])
  const minutes = new Map<string, number>()
  const missed = new Map<string, number>()
  for (const day of days) {
    const id = day.registration
    if (wasThere(day.state)) minutes.set(id, (minutes.get(id) ?? 0) + day.minutes)
    else if (day.state === 'absent') missed.set(id, (missed.get(id) ?? 0) + 1)
  }
  const over = new Set(
    sessions
      .filter(({ endsAt }) => Temporal.Instant.compare(Temporal.Instant.from(endsAt!), context.now) < 0)
      .map(({ id }) => id),
  )
  return registrations.map(({ id, person, organization, session, status, canceledFrom }) => ({
    person,
    district: organization ?? '',
    session,
    status,
    isUnmet:
      (status === 'canceled' && PASSED_BY.includes(canceledFrom ?? '')) ||
      (status === 'waitlisted' && over.has(session)),
    minutes: minutes.get(id) ?? 0,
    missed: missed.get(id) ?? 0,
  }))
}

/** Seats of sessions that have a number of them. */
const seatsOf = (sessions: readonly Session[], facts: readonly Fact[]): Seats => {
  const limited = new Map(
    sessions.flatMap(({ id, capacity, seatsReserved }) =>
      capacity == null ? [] : [[id, Math.max(0, capacity - seatsReserved)] as const],
    ),
  )
  return {
    offered: [...limited.values()].reduce((sum, seats) => sum + seats, 0),
    taken: facts.filter(({ session, status }) => status === 'confirmed' && limited.has(session)).length,
  }
}

/** What was booked and what came in, by the days of the books. A fee that was taken back is none. */
const moneyIn = async (context: Context, { from, until }: Period): Promise<Money> => {
  const booked = await pluck(
    context,
    'charges',
    { and: [{ bookedOn: { greater_than_equal: from } }, { bookedOn: { less_than_equal: until } }] },
    ['kind', 'cents', 'reverses'],
  )
  const reversed = [...new Set(booked.flatMap(({ reverses }) => idOf(reverses) ?? []))]
  const fees = new Set(
    reversed.length === 0
      ? []
      : (
          await pluck(context, 'charges', { and: [{ id: { in: reversed } }, { kind: { equals: 'no-show' } }] }, [
            'kind',
          ])
        ).map(({ id }) => id),
  )
  const invoices = await pluck(context, 'invoices', { paidCents: { not_equals: 0 } }, ['payments'])
  const payments = invoices
    .flatMap((invoice) => paymentsOf(invoice))
    .filter(({ day, method }) => method !== 'credit' && day >= from && day <= until)
  return {
    billed: sumCents(booked.map(({ cents }) => cents)),
    fees: sumCents(
      booked
        .filter(({ kind, reverses }) => kind === 'no-show' || fees.has(idOf(reverses) ?? ''))
        .map(({ cents }) => cents),
    ),
    received: sumCents(payments.map(({ cents }) => cents)),
  }
}

/** The report of a period: of the sessions that begin in it, and of the money that was booked or came in it. */
export const readReport = async (context: Context, period: Period): Promise<Report> => {
  const sessions = await sessionsIn(context, period)
  const [facts, taught, money] = await Promise.all([
    factsIn(context, sessions),
    taughtIn(context, sessions),
    moneyIn(context, period),
  ])
  return reportOf(period, facts, taught, seatsOf(sessions, facts), money)
}
