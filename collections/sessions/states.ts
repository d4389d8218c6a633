export const FORMATS = ['in-person', 'online', 'hybrid'] as const

export type Format = (typeof FORMATS)[number]

export const FORMAT_LABELS = { 'in-person': 'In person', online: 'Online', hybrid: 'Hybrid' } satisfies Record<
  Format,
  string
>

/** When in the day people come, and whether on a weekend. */
export const TIMES = ['morning', 'afternoon', 'all-day', 'evening', 'weekend'] as const
export type TimeOfDay = (typeof TIMES)[number]

const SESSION_STATUSES = ['scheduled', 'canceled'] as const
export type SessionStatus = (typeof SESSION_STATUSES)[number]

export const SESSION_STATUS_LABELS = { scheduled: 'Scheduled', canceled: 'Canceled by us' } satisfies Record<
  SessionStatus,
  string
>

/** How a session stands to somebody who wants a seat. It is computed, never stored; each session has exactly one. */
export const STANDINGS = ['canceled', 'past', 'under-way', 'not-open', 'closed', 'full', 'few-left', 'open'] as const
export type Standing = (typeof STANDINGS)[number]

export const STANDING_LABELS = {
  canceled: 'Canceled',
  past: 'Past',
  'under-way': 'Under way',
  'not-open': 'Not open yet',
  closed: 'Registration closed',
  full: 'Full',
  'few-left': 'Few seats left',
  open: 'Open',
} satisfies Record<Standing, string>

/** What can be wrong with the days of a session. */
const DAY_REFUSAL_REASONS = [
  'no-days',
  'ends-at-midnight',
  'ends-before-start',
  'break-too-long',
  'out-of-order',
  'overlap',
] as const
export type DayRefusalReason = (typeof DAY_REFUSAL_REASONS)[number]

export const DAY_REFUSALS = {
  'no-days': 'Give the session at least one day.',
  'ends-at-midnight': 'At 00:00 the day is over already. For a day that ends at midnight give 23:59 (11:59 PM).',
  'ends-before-start': 'This day ends before it starts, or at the same time.',
  'break-too-long': 'The breaks of this day take up all of its time.',
  'out-of-order': 'This day comes before the one above it. List the days in order.',
  overlap: 'This day starts before the one above it has ended.',
} satisfies Record<DayRefusalReason, string>
