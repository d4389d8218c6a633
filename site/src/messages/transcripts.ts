import { STATUS_LABELS, type Status } from '#collections/registrations/states.ts'
import { clockHours, formatClockHours } from '#collections/values/hours.ts'
import { countOf } from '#collections/values/words.ts'

const minutesOf = (minutes: number): string => countOf(minutes, 'minute', 'minutes')

/** The words of a teacher’s record, and of the packet for a relicensure committee. */
export const transcript = {
  title: 'Your record',
  lead: 'What you attended, day by day, as it was recorded at the door. Something is wrong? Write to the desk.',
  none: 'Nothing was attended yet.',
  columns: { when: 'When', course: 'Course', minutes: 'Minutes', hours: 'Clock hours', certificate: 'Certificate' },
  total: 'In all',
  by: (names: string) => `Taught by ${names}`,
  category: (letter: string) => `Category ${letter}`,
  certificate: 'Certificate',
  noCertificate: 'Not yet',
  packet: 'For your relicensure committee',
  packetText:
    'A transcript with provider, course, dates, minutes and clock hours, category, required topics and who taught. Your committee decides what it accepts.',
  from: 'From',
  until: 'Until',
  period: 'Leave both empty for everything, or give the days your license period began and ends.',
  pdf: 'Save the transcript (PDF)',
  csv: 'Save it as a table (CSV)',
  missing: 'Circles you have not been in yet',
  missingNext: (title: string, when: string) => `${title}, ${when}`,
  missingNone: 'No date is planned yet.',
  allBeen: 'You have been in every circle.',
  gone: 'This link does not open anything any more. Ask for a new one.',
  standing: (standing: { status: Status } | { minutes: number } | 'not-recorded'): string => {
    if (standing === 'not-recorded') return 'Is over; attendance is not recorded yet'
    if ('minutes' in standing)
      return clockHours(standing.minutes) > 0
        ? `Attended ${minutesOf(standing.minutes)}: ${formatClockHours(standing.minutes)}`
        : `Attended ${minutesOf(standing.minutes)}`
    return STATUS_LABELS[standing.status]
  },
}
