import { REPORT_WORDS } from '#collections/reports/words.ts'

/** The words of reports for the board. */
export const reports = {
  ...REPORT_WORDS,
  lead: 'Of the sessions that began in these days: who came, from where, to what; and of the money booked and received in them.',
  from: 'From',
  until: 'Until',
  show: 'Show the report',
  pdf: 'Save as PDF',
  csv: 'Save as table (CSV)',
  whole: 'In all',
  scale: 'What the colors and patterns mean',
  upTo: (count: string) => `up to ${count}`,
  none: 'No session began in these days.',
  chart: 'People who attended',
  open: 'Open the report of this school year',
  aging: 'What is owed, by how long it is overdue',
  agingLead:
    'Statements that are still to be paid, by payer. A statement is late from the day after its due day; credits are not counted.',
  agingNone: 'Nothing is owed.',
  payer: 'Payer',
  refusals: {
    backwards: 'The first day lies after the last one. The report of this school year is shown.',
    'too-long': 'A report is of five years at most. The report of this school year is shown.',
  },
}
