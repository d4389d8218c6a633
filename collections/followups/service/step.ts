import type { CollectionSlug, DataFromCollectionSlug, Where } from 'payload'
import type { Context } from '../../context/context.ts'

/** The collections that anything follows from, and what a step reads of a change to say what it is about. */
export const FOLLOWED = {
  registrations: [
    'revision',
    'session',
    'person',
    'status',
    'application',
    'payer',
    'movedFrom',
    'answerBy',
    'asked',
    'handedOn',
  ],
  attendance: ['revision', 'session', 'person', 'registration', 'feeState'],
  sessions: ['collaborative', 'status'],
  charges: ['session', 'registration'],
  deposits: ['revision', 'registration'],
  invoices: ['revision'],
  applications: ['revision', 'call', 'status'],
  selections: ['revision', 'call'],
  collaboratives: ['kind', 'program'],
  reviews: ['revision', 'application', 'submission'],
  submissions: ['revision', 'status'],
  awards: ['revision'],
  events: ['kind', 'session'],
  'evaluation-receipts': ['session'],
  people: [],
  policies: [],
  holidays: [],
  courses: [],
  subscriptions: ['revision'],
} as const satisfies { [Slug in CollectionSlug]?: readonly (keyof DataFromCollectionSlug<Slug>)[] }

export type Followed = keyof typeof FOLLOWED

/** A document that was written: its id, when, and what it is about. Related documents are ids. */
export type Change<Slug extends Followed> = Pick<
  DataFromCollectionSlug<Slug>,
  Extract<'id' | 'updatedAt' | (typeof FOLLOWED)[Slug][number], keyof DataFromCollectionSlug<Slug>>
>

/** Time that went by, by the clock of the desk; without `since` it began long ago. */
export type Span = { since: Temporal.Instant | undefined; until: Temporal.Instant }

/**
 * One thing that follows from what is written. It stands alone: it is asked about every subject that something was written
 * about, reads it anew, and writes what is missing, each thing under a unique key. So it can be asked again at any time, in any
 * order with the others; what it needs of another step it gets by that step's own write, which is a change like any other.
 */
export type Step = {
  /** Known by it in the database, for ever. */
  name: string
  /** The subject a change is about, such as the session of a registration; nothing where the step has no interest in it. */
  follows: { [Slug in Followed]?: (changed: Change<Slug>) => string | null | undefined }
  /** The subjects that time alone made due in a span. */
  due?: (context: Context, span: Span) => Promise<readonly string[]>
  /** Derives what follows. What it throws is logged, and the subject is tried again later. */
  handle: (context: Context, subject: string) => Promise<unknown>
}

/** For steps that look at everything at once. */
export const EVERYTHING = 'everything'

/** A moment as documents carry it: SQLite compares text, and `toString` leaves out milliseconds that are none. */
export const stampOf = (moment: Temporal.Instant): string => new Date(moment.epochMilliseconds).toISOString()

/** The condition that a field's moment lies in a span. */
export const within = (field: string, { since, until }: Span): Where => ({
  and: [
    { [field]: { less_than_equal: stampOf(until) } },
    ...(since ? [{ [field]: { greater_than: stampOf(since) } }] : []),
  ],
})

/** Whether a moment lies in a span. Throws a RangeError for text that is no instant. */
export const isWithin = (moment: string | Temporal.Instant, { since, until }: Span): boolean => {
  const at = Temporal.Instant.from(moment.toString())
  return Temporal.Instant.compare(at, until) <= 0 && (!since || Temporal.Instant.compare(at, since) > 0)
}

const HOUR = 3_600_000
const hourOf = (moment: Temporal.Instant): number => Math.floor(moment.epochMilliseconds / HOUR)

/** Whether an hour has begun in a span; for what is looked at once an hour. */
export const isNewHour = ({ since, until }: Span): boolean => !since || hourOf(since) !== hourOf(until)
