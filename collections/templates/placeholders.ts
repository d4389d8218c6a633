type Described = { meaning: string; sample: string }

/**
 * Everything a message can say about one person, with what it means and an example. Whole sentences are here where the
 * wording depends on the case, and are empty where they do not apply: a line of a message that says nothing is left out.
 */
export const PLACEHOLDERS = {
  name: { meaning: 'The person’s name.', sample: 'Jordan Example' },
  course: { meaning: 'The title of the course.', sample: 'Beyond Diversity' },
  course_link: {
    meaning: 'The address of the course’s page.',
    sample: 'https://learn.example.org/courses/beyond-diversity',
  },
  guest_rules_link: {
    meaning: 'The address of the policy on member guests and their checks.',
    sample: 'https://learn.example.org/policies/member-guests',
  },
  starts: {
    meaning: 'When the session begins: weekday, day, hour and zone.',
    sample: 'Thursday, October 15, 2026, 8:30 AM CT',
  },
  schedule: {
    meaning:
      'The days that are still the person’s, with hours, zone and place; for those who have a seat also the link.',
    sample:
      'Thursday, October 15, 2026, 8:30 AM–3:30 PM CT, Learning Center, Room 110, 400 Example Avenue\nThursday, November 12, 2026, 8:30 AM–3:30 PM CT, Learning Center, Room 110, 400 Example Avenue',
  },
  standing: {
    meaning: 'Where the person stands now, as a sentence: has a seat, waits, or is out.',
    sample: 'You have a seat.',
  },
  price: {
    meaning: 'What the place costs and who is billed, as a sentence.',
    sample: 'Your place costs $125.50, and the bill goes to Alder Lake Schools.',
  },
  payer: { meaning: 'Who pays.', sample: 'Alder Lake Schools' },
  host: { meaning: 'The member district that hosts, or that gave permission.', sample: 'Alder Lake Schools' },
  permission: {
    meaning: 'How the district’s permission or promise stands, as sentences.',
    sample:
      'We still need the written permission of Alder Lake Schools. Please send it by Thursday, October 8, 2026, 11:59 PM CT, as a PDF or a picture. If it does not agree before the first day, your registration ends and costs you nothing.',
  },
  permission_due: {
    meaning: 'By when the district’s word should be here.',
    sample: 'Thursday, October 8, 2026, 11:59 PM CT',
  },
  refused_by: { meaning: 'Who was billed before and did not pay.', sample: 'Alder Lake Schools' },
  payer_reason: {
    meaning: 'Why they pay, as a sentence.',
    sample: 'Works for a member district, which pays for its employees.',
  },
  cancel_by: {
    meaning: 'Until when canceling costs nothing, a line for each part of the session that is canceled by itself.',
    sample:
      'Thu, Oct 15: Free of charge until Thursday, October 8, 2026, 11:59 PM CT\nThu, Nov 12: Free of charge until Wednesday, November 4, 2026, 11:59 PM CT',
  },
  cancel_lead: {
    meaning: 'What stands before the lines of “cancel_by”, as a sentence; it says so where the time has passed.',
    sample: 'If your plans change, tell us in time and you owe nothing for the days you cancel:',
  },
  late_fee: {
    meaning: 'What canceling late and staying away cost, as sentences.',
    sample:
      'If you cancel later, the fee is $100 for each day, unless somebody else takes your seat. If you do not come, the price of your place is owed, and no fee beside it. The desk decides about each case before a fee is billed to Alder Lake Schools.',
  },
  substitution: {
    meaning: 'That a colleague may come instead, as a sentence, where that was agreed.',
    sample: 'If you cannot come, a colleague may take your seat, and nobody owes a fee.',
  },
  check: {
    meaning: 'What a member guest still has to send, as a sentence.',
    sample:
      'Please send us a refundable check for $200. It has to arrive by Monday, October 5, 2026, and goes back to you when you attend.',
  },
  order: {
    meaning: 'By when the purchase order has to come, as a sentence.',
    sample:
      'We keep your seat until Friday, September 25, 2026, 4:30 PM CT. Send us the number of the purchase order by then.',
  },
  position: { meaning: 'The place on the waitlist, counted from 1.', sample: '3' },
  offer_until: { meaning: 'Until when the seat is held.', sample: 'Tuesday, September 22, 2026, 10:15 AM CT' },
  prerequisite: { meaning: 'The course that has to come first.', sample: 'Foundations of Equity' },
  reason: { meaning: 'The reason somebody gave.', sample: 'The building is closed that week.' },
  days: {
    meaning: 'The days this message is about, a line for each.',
    sample: 'Thursday, November 12, 2026',
  },
  moved_from: {
    meaning: 'The first day of the date somebody was moved away from.',
    sample: 'Thursday, October 8, 2026',
  },
  about: { meaning: 'What the desk wrote above its text.', sample: 'Please bring a laptop' },
  text: {
    meaning: 'What the desk wrote, a line for each paragraph.',
    sample: 'Please bring a laptop. We work with the tables of your own school.',
  },
  changes: {
    meaning: 'What is different now, a line for each change.',
    sample: 'Thursday, October 15, 2026 is now at Learning Center, Room 204',
  },
  fee: { meaning: 'The amount of the fee.', sample: '$100' },
  fee_bill: {
    meaning: 'How the fee is paid: by whom, or by a guest’s check, as sentences.',
    sample: 'It is billed to Alder Lake Schools.',
  },
  fee_dropped: {
    meaning: 'What becomes of a fee that is not owed any more, as sentences.',
    sample: 'If a bill for it was made already, it is taken back there.',
  },
  left: {
    meaning: 'How somebody without a seat left: declined, off the waitlist, or without a decision; as a sentence.',
    sample: 'You are no longer on the waitlist.',
  },
  cost: {
    meaning: 'What follows in money, as a sentence.',
    sample: 'You owe nothing.',
  },
  colleague: { meaning: 'The name of the colleague.', sample: 'Robin Sample' },
  answer: {
    meaning: 'How a colleague answered who was asked to come instead, as a sentence.',
    sample: 'Robin Sample does not take your seat.',
  },
  answer_by: {
    meaning: 'Until when the terms have to be accepted.',
    sample: 'Thursday, October 1, 2026, 11:59 PM CT',
  },
  accept_ask: {
    meaning: 'That the terms are not accepted yet, what that means, and until when they can be, as sentences.',
    sample:
      'You have not accepted the terms yet, so you owe nothing. Please open your registration, read them, and accept them there by Thursday, October 1, 2026, 11:59 PM CT. Otherwise your registration ends then. If you did not ask to be registered, cancel there.',
  },
  handed_bill: {
    meaning: 'Who pays for what was handed on, as sentences.',
    sample: 'The bill still goes to Alder Lake Schools. You owe nothing for it.',
  },
  accept_link: {
    meaning: 'Where a colleague reads the terms and takes the seat, or declines; for this person only.',
    sample: 'https://learn.example.org/colleague/sample',
  },
  check_amount: { meaning: 'The amount of the check.', sample: '$200' },
  check_rest: {
    meaning: 'What of the check is missing, kept or refunded, as sentences; empty where it is as it was asked for.',
    sample: 'We keep $100 of it. $100 is yours, and we send it to you.',
  },
  check_due: {
    meaning: 'The last day on which mail brings the check in time, or the day to which it is brought along.',
    sample: 'Monday, October 5, 2026',
  },
  check_refund: { meaning: 'How money was refunded, such as the number of our check.', sample: 'Check 20417' },
  check_address: {
    meaning: 'Where the check is sent to: the address of the registration desk, if it has one.',
    sample: 'Registration desk, 400 Example Avenue, Tamarack Bend, MN 55000',
  },
  check_number: { meaning: 'The number of the check.', sample: '1042' },
  check_date: {
    meaning: 'The day the check was received, returned, deposited or refunded.',
    sample: 'Wednesday, September 30, 2026',
  },
  order_due: {
    meaning: 'By when the purchase order had to come.',
    sample: 'Friday, September 25, 2026, 4:30 PM CT',
  },
  statement_number: { meaning: 'The number of the statement.', sample: '2026-0042' },
  statement_month: { meaning: 'The month of the statement.', sample: 'October 2026' },
  statement_says: {
    meaning: 'What the statement comes to: the amount and its day, or that nothing is to be paid.',
    sample: '$1,250 due Saturday, December 5, 2026',
  },
  statement_note: {
    meaning: 'For a credit, and where nothing is left to pay: that it is so, as a sentence.',
    sample: 'Credit of $250, nothing to pay. It is used for what comes next.',
  },
  statement_total: { meaning: 'What is still to be paid; empty for a credit.', sample: '$1,250' },
  statement_due: { meaning: 'The day by which it is to be paid.', sample: 'Saturday, December 5, 2026' },
  overdue: { meaning: 'What is overdue, without what the payer objects to.', sample: '$1,250' },
  overdue_note: {
    meaning: 'That the payer objects to a part of it, as a sentence; empty where they do not.',
    sample: 'You told us that $150 of it is not right. We are looking into that, and do not ask for it here.',
  },
  statement_link: {
    meaning: 'The address of the statement, for its payer only.',
    sample: 'https://learn.example.org/statements/sample',
  },
  manage_link: {
    meaning: 'The address of the person’s own registration, for this person only.',
    sample: 'https://learn.example.org/manage/sample',
  },
  my_link: {
    meaning: 'The address of everything this mailbox registered for; it works for two hours.',
    sample: 'https://learn.example.org/my/sample',
  },
  program: { meaning: 'The name of the collaborative.', sample: 'Educational Equity Community of Practice' },
  program_link: {
    meaning: 'The address of the collaborative’s page.',
    sample: 'https://learn.example.org/collaboratives/equity-community',
  },
  application_link: {
    meaning: 'The address of the person’s own application, for this person only.',
    sample: 'https://learn.example.org/applications/sample',
  },
  apply_until: {
    meaning: 'Until when the application can be sent; empty where there is no deadline.',
    sample: 'Friday, January 29, 2027, 11:59 PM CT',
  },
  choices: {
    meaning: 'The collaboratives a team asked for, in its order, a line for each.',
    sample: 'School Climate Data Use\nReimagining School Safety',
  },
  minimum: {
    meaning: 'How many live sessions have to be attended, as a sentence; empty where there is no minimum.',
    sample: 'You agreed to attend at least 6 of the 8 live sessions.',
  },
  attended: {
    meaning: 'How many live sessions were attended and how many are still to come, as a sentence.',
    sample: 'You attended 3, missed 2, and 3 are still to come.',
  },
  needed: {
    meaning: 'What has to be attended, and made up for, of what is left, as a sentence.',
    sample: 'Please come to all 3 that are left: you cannot miss another one.',
  },
  correct: {
    meaning: 'Until when answers can be corrected, as a sentence; empty where they cannot be.',
    sample: 'If an answer is a mistake, correct it here until Friday, January 29, 2027, 11:59 PM CT.',
  },
  line: {
    meaning: 'Why there is no place yet and what the person is in line for, as a sentence.',
    sample: 'Every place in School Climate Data Use is offered to somebody now, and you are in line for the next one.',
  },
  papers: {
    meaning: 'What a team still has to send before it is enrolled, a line for each.',
    sample:
      'The number of your purchase order; or, if we sent you an agreement, that with your signature\nWho gets the bill: a name, an e-mail address and a postal address',
  },
  papers_until: {
    meaning: 'Until when an accepted place waits for its papers.',
    sample: 'Monday, March 1, 2027, 11:59 PM CT',
  },
  credential: { meaning: 'The title of the micro-credential.', sample: 'Purposeful Collaboration' },
  credential_link: {
    meaning: 'The address of the micro-credential’s page.',
    sample: 'https://learn.example.org/credentials/purposeful-collaboration',
  },
  submission_link: {
    meaning: 'The address of the person’s own work, for this person only.',
    sample: 'https://learn.example.org/submissions/sample',
  },
  send_until: {
    meaning: 'Until when the work can be sent; empty where there is no deadline.',
    sample: 'Friday, May 28, 2027, 11:59 PM CT',
  },
  feedback_link: {
    meaning: 'Where a colleague writes feedback; for this person only.',
    sample: 'https://learn.example.org/feedback/sample',
  },
  answer_due: {
    meaning: 'By when an answer comes.',
    sample: 'Thursday, October 8, 2026',
  },
  attempts: {
    meaning: 'How often the work can still be sent in, as a sentence.',
    sample: 'You can send it in two more times.',
  },
  missing: { meaning: 'What is missing or fell short, a line for each part.', sample: 'Part 4, Reflection' },
  award: { meaning: 'What the award is for.', sample: 'Purposeful Collaboration' },
  award_link: {
    meaning: 'The public address of the award, where anyone can check it.',
    sample: 'https://learn.example.org/verify/sample',
  },
  award_until: { meaning: 'The last day on which the award is valid.', sample: 'Friday, June 30, 2028' },
  evaluation_link: {
    meaning: 'Where the person says what they thought of the course, without a name; for this person only.',
    sample: 'https://learn.example.org/evaluations/sample',
  },
  evaluation_note: {
    meaning: 'That the certificate waits for the answers, as a sentence; empty where it does not.',
    sample: 'Your certificate comes once your answers are in.',
  },
  reviews: {
    meaning: 'What is to be read, by names that say nothing of whose it is, a line for each.',
    sample: 'Purposeful Collaboration, work 7F3A',
  },
  review_due: {
    meaning: 'By when it is to be read; empty where there is no date.',
    sample: 'Thursday, October 8, 2026',
  },
  review_link: {
    meaning: 'The address at which it is read, for those who are signed in.',
    sample: 'https://learn.example.org/desk/reviews/sample',
  },
  clock_hours: { meaning: 'The clock hours on a certificate.', sample: '6.5 clock hours' },
  watched: { meaning: 'What somebody wants to hear of: a course, or a list of courses.', sample: 'Beyond Diversity' },
  news: {
    meaning: 'What is new, a line for each session.',
    sample:
      'Beyond Diversity, Thursday, October 15, 2026, 8:30 AM CT, Learning Center: a seat is free. https://learn.example.org/courses/beyond-diversity',
  },
  confirm_link: {
    meaning: 'The address with which somebody confirms their mailbox. It works for two days.',
    sample: 'https://learn.example.org/tell-me/confirm/sample',
  },
  end_link: {
    meaning: 'The address with which somebody ends these messages.',
    sample: 'https://learn.example.org/tell-me/sample',
  },
  desk: { meaning: 'Who signs: the registration desk, as the contact page names it.', sample: 'Registration desk' },
  desk_contact: {
    meaning: 'How to reach the desk: e-mail, telephone and hours.',
    sample: 'registration@example.org, 612-555-0111, Monday to Friday, 8 a.m. to 4:30 p.m. Central Time',
  },
} as const satisfies Record<string, Described>

export type Placeholder = keyof typeof PLACEHOLDERS

/** The words of one kind of message, before they are about anybody. */
export type Wording = { subject: string; body: string }

/** What a message is filled with. One that is missing or empty is left out. */
export type Values = Partial<Record<Placeholder, string>>

/** The example everything is shown with before it is about anybody. */
export const SAMPLE_VALUES: Readonly<Values> = Object.fromEntries(
  Object.entries(PLACEHOLDERS).map(([name, { sample }]) => [name, sample]),
)
