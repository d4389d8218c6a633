import { dayIn } from '../values/day.ts'

// For how long we keep what about people, and what is over by now.

export const PERIODS = {
  needsMonths: {
    label: 'Needs of access and food, months after the session',
    description: 'What people told us so that they could take part.',
    what: 'Needs of access and food',
  },
  lettersMonths: {
    label: 'Permission letters, months after the session',
    description: 'The file a member guest sent; that it was accepted stays.',
    what: 'Permission letters',
  },
  messagesMonths: {
    label: 'Text of messages, months after they were written',
    description: 'That a message was written, and of which kind, stays.',
    what: 'Texts of messages',
  },
  peopleMonths: {
    label: 'People, months after the last thing they did with us',
    description:
      'Name, mailbox and all that says who they are; hours and money stay under no name, and certificates as they were issued. A license may be renewed up to five years later, and some states ask for seven years (84).',
    what: 'People',
  },
} as const satisfies Record<string, { label: string; description: string; what: string }>
export type PeriodName = keyof typeof PERIODS
export const PERIOD_NAMES = Object.keys(PERIODS) as PeriodName[]

/** Months by period; null: for good. */
export type Periods = Readonly<Record<PeriodName, number | null>>

/** What happened before this moment is over; null: nothing ever is. The hour is that of `now`, in the zone. */
export const overBefore = (months: number | null, now: Temporal.Instant, zone: string): Temporal.Instant | null =>
  months === null ? null : now.toZonedDateTimeISO(zone).subtract({ months }).toInstant()

/** The day that has begun since, which is what a night's work is done once for; undefined while it is still the same. */
export const nightOf = (
  { since, until }: { since: Temporal.Instant | undefined; until: Temporal.Instant },
  zone: string,
): string | undefined => {
  const today = dayIn(until, zone)
  return since && dayIn(since, zone) === today ? undefined : today
}
