import { MONEY_DONE } from './invoices.ts'
import { organizations } from './organizations.ts'
import { awards } from './awards.ts'
import { many, writing } from './many.ts'
import { person } from './people.ts'
import { privacy } from './privacy.ts'
import { REVIEWING_DONE } from './reviews.ts'
import { SELECTING_DONE } from './selections.ts'

const DESK_DONE = {
  marked: 'Recorded.',
  sheet: 'The sheet was recorded.',
  closed: 'The day is closed. Everyone about whom nothing was said counts as absent.',
  seated: 'Has a seat now.',
  waitlisted: 'No seat was free, so this person is last on the waitlist.',
  'link-replaced': 'The link that was sent opens nothing any more. A message brings the new one.',
  'flood-undone': 'Undone. Free seats go to those who wait.',
  'evaluation-asked': 'Everybody who has not answered was written to again.',
  requested: 'Added. A prerequisite has to be decided first; find it under Cases.',
  'walked-in': 'Added and marked present.',
  canceled: 'Canceled.',
  'moved-date': 'Moved. The person is told the new date, and the seat here goes to the next in line.',
  'moved-in-line': 'Moved to the end of the waitlist there. The person is told.',
  'fees-decided': 'Decided. Each person is told once.',
  participation: 'Corrected. Price, payer and open bills follow, and the person is told.',
  'messages-again': 'They are on their way again.',
  moved: 'The waitlist has its new order.',
  excused: 'Excused.',
  signed: 'It is noted that the terms are signed on paper.',
  'colleague-asked': 'The colleague is asked by mail. Until they accept the terms, the seat stays where it is.',
  'colleague-signed': 'The colleague comes instead, and both are told.',
  'colleague-declined': 'The seat stays where it is, and the person is told.',
  'colleague-taken-back': 'The colleague is told that it is not needed any more.',
  order: 'The purchase order is recorded.',
  'bill-refused': 'From now on the person pays. What was billed is billed anew.',
  note: 'The note is saved.',
  approved: 'Approved. The fee becomes a charge, and the person is told.',
  waived: 'Waived. The case stays on record with your reason.',
  disputed: 'Disputed. It waits here until it is approved or waived.',
  granted: 'The waiver is granted, and the person is told.',
  refused: 'Refused. The registration has ended at no cost, and the person is told.',
  'permission-received': 'It is recorded, and the person is told.',
  'permission-accepted': 'It holds, and the person is told.',
  'permission-refused': 'It is refused, and the person is told what follows.',
  received: 'The check is recorded as received.',
  returned: 'The check is recorded as returned.',
  'check-proposed': 'Written down. A second person has to confirm it.',
  'check-confirmed': 'Confirmed: the check is recorded as deposited.',
  'check-withdrawn': 'Taken back. The check is in the drawer as before.',
  deposited: 'The check is recorded as deposited.',
  refunded: 'The refund is recorded, and the guest is told.',
  unreceived: 'It is waited for again, and the guest is told.',
  void: 'No check is waited for any more.',
}

/** What is said at the top of a page after something was done, by the word that stands in its address. No word stands for two. */
export const DONE_PARTS: readonly Readonly<Record<string, string>>[] = [
  DESK_DONE,
  MONEY_DONE,
  organizations.done,
  person.done,
  privacy.done,
  awards.done,
  many.done,
  writing.done,
  SELECTING_DONE,
  REVIEWING_DONE,
]

export const DONE: Readonly<Record<string, string>> = Object.assign({}, ...DONE_PARTS)
