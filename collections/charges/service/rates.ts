import type { Where } from 'payload'
import type { Attendance, Charge, Registration, Session } from '../../kernel/payload-types.ts'
import type { Act } from '../../kernel/act.ts'
import { book, reverse } from '../actions.ts'
import { rateKey, rateLine } from '../policy.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { hasAccepted } from '../../registrations/acceptance.ts'
import { dayNow, movesOf } from '../../registrations/moving.ts'
import { agreementOf } from '../../registrations/policy.ts'
import { daysPaidFor, priceChange, type Booked } from '../../registrations/price.ts'
import { rulesOf, type SessionRules } from '../../registrations/service/rules.ts'
import { idOf } from '../../kernel/related.ts'
import { instantAt, type Day } from '../../values/day.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { actOf } from '../../context/context.ts'
import { isWithin, stampOf, type Step } from '../../followups/service/step.ts'
import { each } from '../../context/each.ts'
import { every, one } from '../../kernel/queries.ts'

/** The first day that takes place: the moment it begins, and the day itself. */
const firstHeld = ({ days, timeZone }: Session): { at: Temporal.Instant; day: Day } | undefined => {
  const held = days.find(({ canceled }) => !canceled)
  return held && { at: instantAt(held.date, held.startTime, timeZone), day: held.date }
}

/** The day a place is billed for: the first that takes place, or the first of all. */
export const firstHeldDay = (session: Session): Day => firstHeld(session)?.day ?? session.days[0]!.date

/** Says in the log that a place has no price. */
export const recordFree = (act: Act, { id, name }: Registration, reason: string): Promise<void> =>
  writeEntry(act, {
    key: `registration:${id}:free`,
    kind: 'registration.free',
    summary: `No charge for ${name}`,
    registration: id,
    reason,
  })

const unpricedKey = ({ id }: Registration): string => `registration:${id}:unpriced`

const recordUnpriced = (act: Act, registration: Registration): Promise<void> =>
  writeEntry(act, {
    key: unpricedKey(registration),
    kind: 'registration.unpriced',
    summary: `The price for ${registration.name} has to be settled`,
    registration: registration.id,
    session: idOf(registration.session),
  })

const CANCELED_IN_TIME = 'A day that was canceled in time is not paid for.'
const CANCELED_LATE = 'A day that was canceled too late costs the fee, and no price.'
const CANCELED = 'The registration was canceled before this day.'
const NOT_ACCEPTED = 'The terms were not accepted, and nobody came on this day.'
const HANDED_ON = 'A colleague has this day, and it is billed with theirs.'
const OURS = 'We canceled or moved this day.'

/**
 * The lines for places in a session as they stand, by registration, the oldest first. A line that was billed anew is its copy; one
 * from a date before somebody was moved is about the day that stands for its own now.
 */
const linesIn = async (
  act: Act,
  session: string,
  places: readonly Registration[],
): Promise<Map<string, { charge: Charge; as: Booked }[]>> => {
  const moved = new Map(places.flatMap((place) => (place.movedFrom ? [[place.id, movesOf(place)] as const] : [])))
  const of: Where[] = [{ session: { equals: session } }]
  if (moved.size > 0) of.push({ registration: { in: [...moved.keys()] } })
  const lines = await every(
    act,
    'charges',
    { and: [{ or: of }, { kind: { in: ['rate', 'reversal'] } }] },
    { sort: 'bookedAt' },
  )
  const dayOf = ({ registration, session: booked, day }: Charge): Day => {
    const moves = idOf(booked) === session ? undefined : moved.get(idOf(registration) ?? '')
    return moves ? dayNow(moves, idOf(booked) ?? '', day) : day
  }
  const takenBack = new Map(lines.flatMap((line) => (line.reverses ? [[idOf(line.reverses), line] as const] : [])))
  const copied = new Set(lines.flatMap(({ rebills }) => idOf(rebills) ?? []))
  const stateOf = ({ id }: Charge): Booked['state'] => {
    const reversal = takenBack.get(id)
    if (!reversal) return 'standing'
    return reversal.bookedBy ? 'corrected' : 'taken-back'
  }
  const rates = lines.filter(({ id, kind }) => kind === 'rate' && !copied.has(id))
  return Map.groupBy(
    rates.map((charge) => ({
      charge,
      as: { id: charge.id, day: dayOf(charge), cents: charge.cents, state: stateOf(charge) },
    })),
    ({ charge }) => idOf(charge.registration) ?? '',
  )
}

/** The events of a session that have begun, and the days of it that take place. */
const begunOf = ({ facts, events }: SessionRules, now: Temporal.Instant) => {
  const held = facts.days.filter(({ isCanceled }) => !isCanceled)
  const begins = (date: Day) => instantAt(date, held.find((day) => day.date === date)!.startTime, facts.timeZone)
  const all = events.map(({ days }) => days)
  return { all, begun: all.filter(([first]) => Temporal.Instant.compare(now, begins(first!)) >= 0) }
}

/** Books what is owed for a place and takes back what is not owed any more. */
const settlePrice = async (
  act: Act,
  place: Registration,
  rows: readonly Attendance[],
  { all, begun }: ReturnType<typeof begunOf>,
  lines: readonly { charge: Charge; as: Booked }[],
): Promise<void> => {
  const agreed = agreementOf(place)
  const paidFor = daysPaidFor(all.flat(), rows, { status: place.status, isBound: hasAccepted(place) })
  const settled = lines.find(({ charge }) => charge.key === rateKey(place.id))?.charge.cents
  const price = agreed.price.cents ?? settled
  if (price === undefined) {
    if (paidFor.length > 0 && begun.length > 0) await recordUnpriced(act, place)
    return
  }
  const { takeBack, book: due } = priceChange(
    agreed,
    price,
    { begun, paidFor },
    lines.map(({ as }) => as),
  )
  const because = (day: Day): string => {
    const row = rows.find(({ date }) => date === day)
    if (row?.state === 'substituted') return HANDED_ON
    if (row?.state === 'canceled') return row.isOnTime === false ? CANCELED_LATE : CANCELED_IN_TIME
    if (!all.flat().includes(day)) return OURS
    if (!hasAccepted(place)) return NOT_ACCEPTED
    return place.status === 'canceled' ? CANCELED : OURS
  }
  for (const { charge, as } of lines.filter(({ as }) => takeBack.includes(as.id)))
    await reverse(act, charge, because(as.day))
  for (const [at, { day, cents }] of due.entries()) {
    const line = rateLine(place, day, cents, lines.length + at)
    if (line) await book(act, line)
  }
}

/**
 * What is owed for places. The price of the days that are canceled together is owed when the first of them begins; a day that was
 * given up in time is not paid for, and what was booked for it comes back. A price on request waits for the desk, which finds it
 * in the log.
 */
export const placePrices: Step = {
  name: 'place-prices',
  follows: {
    registrations: ({ session }) => idOf(session),
    sessions: ({ id }) => id,
    // Whoever has not accepted the terms pays for the days on which they came.
    attendance: ({ session }) => idOf(session),
  },
  due: async (context, span) => {
    // Text is compared, and a session's begin is written without milliseconds: within its second it would not be found, nor later.
    const until = stampOf(span.until.add({ seconds: 1 }))
    const running = await every(context, 'sessions', {
      and: [
        { startsAt: { less_than_equal: until } },
        ...(span.since ? [{ endsAt: { greater_than: stampOf(span.since) } }] : []),
      ],
    })
    return running
      .filter(({ days, timeZone }) =>
        days.some(({ canceled, date, startTime }) => !canceled && isWithin(instantAt(date, startTime, timeZone), span)),
      )
      .map(({ id }) => id)
  },
  handle: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const session = await one(context, 'sessions', id)
    if (session?.status !== 'scheduled') return
    const days = begunOf(await rulesOf(context, session), act.now)
    const places = await every(act, 'registrations', {
      and: [{ session: { equals: id } }, { status: { in: ['confirmed', 'canceled'] } }],
    })
    const lines = await linesIn(act, id, places)
    if (days.begun.length === 0 && lines.size === 0) return
    const rows = Map.groupBy(await every(act, 'attendance', { session: { equals: id } }), ({ registration }) =>
      idOf(registration),
    )
    await each(places, (place) => settlePrice(act, place, rows.get(place.id) ?? [], days, lines.get(place.id) ?? []))
  },
}
