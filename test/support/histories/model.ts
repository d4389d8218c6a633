// What an agency owes and is owed, worked out with as little as possible and none of the product's code: the source text,
// a calendar of weekdays, and pencil and paper.

export type Day = string

const DAY = 86_400_000
const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`)
const iso = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)

export const plusDays = (day: Day, days: number): Day => iso(utc(day) + days * DAY)
const isWorkday = (day: Day): boolean => ![0, 6].includes(new Date(utc(day)).getUTCDay())

/** The fifth business day before: weekends are skipped, the day itself does not count. */
const businessDaysBefore = (day: Day, count: number): Day => {
  let on = day
  for (let left = count; left > 0;) {
    on = plusDays(on, -1)
    if (isWorkday(on)) left -= 1
  }
  return on
}

/** Days seven or more apart are events of their own. */
export const eventsOf = (days: readonly Day[], gap: number): Day[][] =>
  days.reduce<Day[][]>((events, day) => {
    const before = events.at(-1)?.at(-1)
    return before !== undefined && utc(day) - utc(before) < gap * DAY
      ? [...events.slice(0, -1), [...events.at(-1)!, day]]
      : [...events, [day]]
  }, [])

/** The last moment of a day on the clock of Chicago, in milliseconds. */
const endOf = (day: Day): number =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('America/Chicago').epochMilliseconds - 1

/** What somebody did about one day: nothing yet, gave it up, came, stayed away, had it called off, or a colleague has it. */
export type DayFact =
  { is: 'coming' } | { is: 'gone'; late: boolean } | { is: 'there' | 'absent' | 'excused' | 'called-off' | 'handed' }

export type Fee = 'none' | 'open' | 'approved' | 'waived'

/** Somebody's place in the session, as a clerk with a notebook would keep it. */
export type Place = {
  who: string
  mailbox: string
  /** When it became theirs, in milliseconds. */
  since: number
  participation: 'member' | 'self' | 'guest'
  registration: string
  status: string
  /** Until when each day could be canceled free of charge, by what was agreed to or is kinder now; milliseconds. */
  freeUntil: Map<Day, number>
  days: Map<Day, DayFact>
  fees: Map<Day, Fee>
  /** What was agreed to: the price in cents, for how many days, and the fee for each day missed. */
  price: number
  agreedDays: number
  feePerDay: number
  /** For how many days there is a bill by now. */
  billed: number
  /** Whether the terms are accepted; until then nobody owes anything by them. */
  isBound: boolean
  /** Whether somebody else has had the seat that was given up: what it cost is not owed then. */
  isReplaced: boolean
  /** The colleague who is asked to come instead; without a day, on all of them. */
  asked: { who: string; day: Day | undefined } | undefined
}

export type Held = { day: Day; isCalledOff: boolean }

export type Model = {
  session: string
  days: Held[]
  isCalledOff: boolean
  capacity: number
  /** Lowered below the seats that were held at the time: nobody loses a seat by that. */
  mayExceed: number
  places: Place[]
  /** Mailboxes of people who handed a seat on as a whole. */
  former: string[]
  /** Until when its people want to wait, once all have done what they do at this moment. */
  waitsUntil?: Temporal.Instant | undefined
  /** What is everybody's, and done once all have done what they do at this moment. */
  later?: (() => Promise<void>) | undefined
}

/** The days that take place. */
export const heldDays = ({ days }: Pick<Model, 'days'>): Day[] =>
  days.filter(({ isCalledOff }) => !isCalledOff).map(({ day }) => day)

/** When a day of these histories begins and ends, on the clock of Chicago; milliseconds. */
export const beginOf = (day: Day): number => momentOf(day, '08:30')
export const endHourOf = (day: Day): number => momentOf(day, '15:30')
const momentOf = (day: Day, time: string): number =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('America/Chicago').epochMilliseconds

/** The events of the session now, and until when each is free by the rule alone. */
export const deadlinesOf = (
  days: readonly Day[],
  businessDays: number,
  gap: number,
): { days: Day[]; until: number }[] =>
  eventsOf(days, gap).map((event) => ({
    days: event,
    until: Math.min(endOf(businessDaysBefore(event[0]!, businessDays)), beginOf(event[0]!)),
  }))

/** What can still be given up at a moment: events of which no day has begun and not every day is gone. */
export const comingEvents = (model: Model, place: Place, now: number, gap: number): Day[][] => {
  if (model.isCalledOff || place.status === 'canceled') return []
  return eventsOf(heldDays(model), gap)
    .map((days) => days.filter((day) => place.days.get(day)?.is !== 'handed'))
    .filter(
      (days) => days.length > 0 && beginOf(days[0]!) > now && !days.every((day) => place.days.get(day)?.is === 'gone'),
    )
}
