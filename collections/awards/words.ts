import { TOPIC_LABELS, type Topic } from '../courses/states.ts'
import { dayIn, formatDay } from '../values/day.ts'
import { formatClockHours, formatUnits } from '../values/hours.ts'
import { countOf } from '../values/words.ts'
import type { AttendedDay, CertificateFacts } from './certificate.ts'
import type { AwardView } from './view.ts'

// The words of certificates, the same on the page and in the document.

export const AWARD_WORDS = {
  kinds: { credential: 'Micro-credential', course: 'Certificate of attendance' },
  certifies: { credential: 'This micro-credential was earned by', course: 'This certificate says that' },
  hidden: 'Its holder, whose name is not shown',
  /** Printed where a document has no letters for a name. */
  unwritten: 'The name is in letters this document does not have. You find it on the page named below.',
  attended: 'attended',
  earned: 'for work that was judged against the criteria below',
  when: 'When',
  where: 'Where',
  instructors: 'Taught by',
  minutes: 'Instruction attended',
  units: 'Continuing education units',
  minimum: 'Live sessions',
  provider: 'Provider',
  contact: 'Contact',
  days: 'Days attended',
  day: 'Day',
  attendedMinutes: 'Attended',
  topics: 'Cultural competency topics, as Minnesota Rule 8710.0310 names them',
  judged: 'What was judged',
  reached: 'Level reached',
  required: 'Level needed',
  aligned: 'In line with',
  issued: 'Given on',
  until: 'Valid until',
  forGood: 'No end date',
  committee:
    'A clock hour is 60 minutes of instruction; meals and breaks are left out, and only full half hours count. Your local continuing education committee decides what it accepts.',
  corrected: (at: string, before: string) => `Corrected on ${at}. Before, this certificate said ${before}.`,
  check: 'Anyone can check this at',
  code: 'Code',
  states: {
    valid: () => 'Valid',
    expired: (day: string) => `Expired: it was valid until ${day}.`,
    revoked: (day: string, reason: string) => `Taken back on ${day}: ${reason}`,
  },
} as const

const dayOf = (at: Temporal.Instant, zone: string): string => formatDay(dayIn(at, zone), 'en')

/** How an award stands, as a sentence. */
export const statusText = ({ status, revoked, expiresAt, zone }: AwardView): string => {
  if (status === 'revoked') return AWARD_WORDS.states.revoked(dayOf(revoked!.at, zone), revoked!.reason)
  return status === 'expired' ? AWARD_WORDS.states.expired(dayOf(expiresAt!, zone)) : AWARD_WORDS.states.valid()
}

/** "6 clock hours (375 minutes)" */
export const minutesText = (minutes: number): string => {
  const exact = countOf(minutes, 'minute', 'minutes')
  const hours = formatClockHours(minutes)
  return hours === exact ? exact : `${hours} (${exact})`
}

/** "375 minutes", "90 of 375 minutes" */
export const dayText = ({ minutes, whole }: AttendedDay): string =>
  minutes < whole ? `${minutes} of ${countOf(whole, 'minute', 'minutes')}` : countOf(minutes, 'minute', 'minutes')

/** "Thursday, October 15, 2026", or from the first day to the last. */
const spanText = (days: readonly AttendedDay[]): string => {
  const [first, last] = [days[0]!.date, days.at(-1)!.date]
  return first === last ? formatDay(first, 'en') : `${formatDay(first, 'en')} to ${formatDay(last, 'en')}`
}

/** What a certificate of attendance says, name by name. */
export const certificateLines = (facts: CertificateFacts): [name: string, value: string][] => {
  const { days, places, instructors, minimum, contacts, provider, minutes, printsUnits } = facts
  const units = printsUnits ? formatUnits(minutes) : ''
  const lines: [string, string][] = [
    [AWARD_WORDS.when, spanText(days)],
    [AWARD_WORDS.minutes, minutesText(minutes)],
    [AWARD_WORDS.units, units],
    [
      AWARD_WORDS.minimum,
      minimum ? `${minimum.attended} attended; ${minimum.required} of ${minimum.of} were needed` : '',
    ],
    [AWARD_WORDS.where, places.join('; ')],
    [AWARD_WORDS.instructors, instructors ?? ''],
    [AWARD_WORDS.provider, provider],
    [AWARD_WORDS.contact, contacts.map(({ name, email }) => (email ? `${name}, ${email}` : name)).join('; ')],
  ]
  return lines.filter(([, value]) => value !== '')
}

/** What micro-credentials and certificates share: when they were given and until when they hold; one that was taken back does not. */
export const givenLines = ({
  awardedAt,
  expiresAt,
  kind,
  status,
  zone,
}: AwardView): [name: string, value: string][] => [
  [AWARD_WORDS.issued, dayOf(awardedAt, zone)],
  ...(kind === 'credential' && status !== 'revoked'
    ? ([[AWARD_WORDS.until, expiresAt ? dayOf(expiresAt, zone) : AWARD_WORDS.forGood]] as [string, string][])
    : []),
]

/** What a certificate said before it was corrected; empty where it never was. */
export const correctionTexts = ({ corrections }: CertificateFacts, zone: string): string[] =>
  corrections.map(({ at, minutes }) =>
    AWARD_WORDS.corrected(dayOf(Temporal.Instant.from(at), zone), minutesText(minutes)),
  )

export const topicTexts = ({ topics }: CertificateFacts): string[] => topics.map((topic: Topic) => TOPIC_LABELS[topic])
