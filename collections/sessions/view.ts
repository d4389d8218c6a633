import type { Session } from '../kernel/payload-types.ts'
import type { Format, SessionStatus, Standing } from './states.ts'
import type { Holiday } from '../holidays/policy.ts'
import { separateEvents, sessionDeadline } from '../policies/deadline.ts'
import type { PolicyNumbers } from '../policies/view.ts'
import { instantAt, type Day, type Time } from '../values/day.ts'
import { netMinutes, registrationWindow, spanOf, standing } from './policy.ts'

export type DayView = {
  date: Day
  startTime: Time
  endTime: Time
  place: string | null
  address: string | null
  isOnline: boolean
  /** By us; the other days are held. */
  isCanceled: boolean
}

/** Days that are canceled together, and the last moment to do it free of charge. */
export type EventView = {
  days: Day[]
  /** When the first of them begins. */
  begins: Temporal.Instant
  freeUntil: Temporal.Instant | null
  /** Canceling is free now: a moment that has passed is not shown as a chance. */
  isFree: boolean
}

/** What does not change with the clock; worked out once when a session is read. */
export type SessionFacts = {
  id: string
  days: DayView[]
  timeZone: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  opensAt: Temporal.Instant | null
  closesAt: Temporal.Instant
  minutes: number
  format: Format
  status: SessionStatus
  /** null: no limit. */
  capacity: number | null
  /** Those promised elsewhere and those held here. */
  seatsTaken: number
  /** Those promised elsewhere. */
  seatsReserved: number
  waiting: number
  /** The first and the last day to register; null: at once, and until it starts. */
  opensOn: Day | null
  closesOn: Day | null
  /** Who teaches, where the session says so itself. */
  instructors: string | null
  note: string | null
  cancelReason: string | null
  /** When it was last saved. */
  updatedAt: Temporal.Instant
}

/** A dated run as lists show it. */
export type SessionLine = SessionFacts & { standing: Standing; seatsLeft: number | null }

/** A dated run with the moments that matter before anyone agrees to come. */
export type SessionView = SessionLine & { events: EventView[] }

const dayView = (
  { date, startTime, endTime, place, address, canceled }: Session['days'][number],
  format: Format,
): DayView => ({
  date,
  startTime,
  endTime,
  place: place ?? null,
  address: address ?? null,
  isOnline: format === 'online' || (format === 'hybrid' && !place),
  isCanceled: canceled ?? false,
})

export const sessionFacts = (session: Session): SessionFacts => {
  const {
    id,
    days,
    timeZone,
    format,
    status,
    capacity,
    seatsReserved,
    opensOn,
    closesOn,
    instructors,
    note,
    cancelReason,
    updatedAt,
  } = session
  const span = spanOf(days, timeZone)
  return {
    id,
    days: days.map((day) => dayView(day, format)),
    timeZone,
    ...span,
    ...registrationWindow({ opensOn, closesOn, startsAt: span.startsAt }, timeZone),
    minutes: netMinutes(days),
    format,
    status,
    capacity: capacity ?? null,
    seatsTaken: seatsReserved,
    seatsReserved,
    waiting: 0,
    opensOn: opensOn ?? null,
    closesOn: closesOn ?? null,
    instructors: instructors || null,
    note: note ?? null,
    cancelReason: cancelReason ?? null,
    updatedAt: Temporal.Instant.from(updatedAt),
  }
}

/** The same session with the seats that are held, and the people who wait, at this moment. */
export const withCounts = (facts: SessionFacts, { held, waiting }: { held: number; waiting: number }): SessionFacts =>
  held === 0 && waiting === 0 ? facts : { ...facts, seatsTaken: facts.seatsReserved + held, waiting }

export const sessionLine = (facts: SessionFacts, now: Temporal.Instant): SessionLine => ({
  ...facts,
  standing: standing(facts, now),
  seatsLeft: facts.capacity === null ? null : facts.waiting > 0 ? 0 : Math.max(0, facts.capacity - facts.seatsTaken),
})

/** What deadlines are worked out by; `zone` is the agency's. */
export type Rules = { holidays: readonly Holiday[]; cancellation: PolicyNumbers | undefined; zone: string }

type Event = Omit<EventView, 'isFree'>
type Worked = { holidays: readonly Holiday[]; by: string; events: readonly Event[] }
/** What was worked out last for the days of a session; they are the same as long as nobody writes. */
const worked = new WeakMap<SessionFacts['days'], Worked>()

/** Days that lie weeks or months apart are canceled one by one (Cultural Collaborative, "Cancellation Policy"). */
const workOut = ({ days, timeZone }: SessionFacts, { holidays, cancellation, zone }: Rules): Event[] => {
  const dates = [...new Set(days.filter(({ isCanceled }) => !isCanceled).map(({ date }) => date))]
  const zones = { session: timeZone, agency: zone }
  const rule = cancellation?.deadline
  return separateEvents(dates, cancellation?.splitGapDays ?? undefined).map((event) => {
    const { date, startTime } = days.find(({ date }) => date === event[0])!
    const freeUntil = rule ? sessionDeadline(date, rule, holidays, zones, startTime) : null
    return { days: event, begins: instantAt(date, startTime, timeZone), freeUntil }
  })
}

const eventsOf = (facts: SessionFacts, rules: Rules, now: Temporal.Instant): EventView[] => {
  const { holidays, cancellation, zone } = rules
  const by = JSON.stringify([cancellation?.deadline, cancellation?.splitGapDays, zone, facts.timeZone])
  const known = worked.get(facts.days)
  const events = known?.by === by && known.holidays === holidays ? known.events : workOut(facts, rules)
  worked.set(facts.days, { holidays, by, events })
  return events.map((event) => ({
    ...event,
    isFree: !event.freeUntil || Temporal.Instant.compare(now, event.freeUntil) <= 0,
  }))
}

export const sessionView = (facts: SessionFacts, rules: Rules, now: Temporal.Instant): SessionView => ({
  ...sessionLine(facts, now),
  events: eventsOf(facts, rules, now),
})
