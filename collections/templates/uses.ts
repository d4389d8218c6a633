import { PLACEHOLDERS, type Placeholder } from './placeholders.ts'
import type { MessageKind } from './states.ts'

// What each message can say, and what it has to.

const DESK = ['desk', 'desk_contact'] as const
/** What every message about one registration can say. */
const OWN = [
  'name',
  'course',
  'course_link',
  'guest_rules_link',
  'starts',
  'schedule',
  'standing',
  'price',
  'payer',
  'payer_reason',
  'cancel_lead',
  'cancel_by',
  'late_fee',
  'substitution',
  'check',
  'order',
  'manage_link',
  ...DESK,
] as const

type Use = { may: readonly Placeholder[]; must: readonly Placeholder[] }

const about = (may: readonly Placeholder[], must: readonly Placeholder[]): Use => ({ may: [...OWN, ...may], must })

/** What opens, or gives away, a seat that is somebody else's by now. */
const SEAT_HOLDERS_ONLY: readonly Placeholder[] = ['manage_link', 'schedule']
const aboutFormerSeat = (may: readonly Placeholder[], must: readonly Placeholder[]): Use => ({
  may: [...OWN.filter((name) => !SEAT_HOLDERS_ONLY.includes(name)), ...may],
  must,
})

/** What every message about one application can say. */
const asking = (may: readonly Placeholder[], must: readonly Placeholder[]): Use => ({
  may: [
    'name',
    'program',
    'program_link',
    'application_link',
    'apply_until',
    'choices',
    'price',
    'minimum',
    ...DESK,
    ...may,
  ],
  must,
})

/** What every message about work for a micro-credential can say. */
const working = (may: readonly Placeholder[], must: readonly Placeholder[]): Use => ({
  may: ['name', 'credential', 'credential_link', 'submission_link', 'answer_due', 'attempts', ...DESK, ...may],
  must,
})

/** What messages to those who read can say; never whose it is. */
const reading = (may: readonly Placeholder[]): Use => ({
  may: ['name', 'reviews', 'review_link', ...DESK, ...may],
  must: ['reviews', 'review_link'],
})

/** What messages about a statement can say; `more` they cannot do without. */
const ofStatement = (more: readonly Placeholder[]): Use => ({
  may: [
    'payer',
    'statement_number',
    'statement_month',
    'statement_says',
    'statement_note',
    'statement_total',
    'statement_due',
    'statement_link',
    ...DESK,
    ...more,
  ],
  must: ['statement_number', 'statement_note', 'statement_total', 'statement_link', ...more],
})

/** Which placeholders each message can use, and which of them it cannot do without. */
export const USES: Readonly<Record<MessageKind, Use>> = {
  confirmed: about([], ['schedule', 'cancel_by', 'manage_link']),
  entered: about(['accept_ask'], ['schedule', 'accept_ask', 'cancel_by', 'manage_link']),
  waitlisted: about(['position'], ['manage_link']),
  requested: about(['prerequisite'], ['manage_link']),
  offered: about(['offer_until'], ['schedule', 'offer_until', 'manage_link']),
  'offer-expired': about(['offer_until'], ['offer_until']),
  'mailbox-asked': about(['offer_until'], ['schedule', 'offer_until', 'manage_link']),
  undone: { may: ['name', 'reason', ...DESK], must: ['name'] },
  'waiver-granted': about(['prerequisite', 'reason', 'position'], ['standing', 'manage_link']),
  'waiver-refused': about(['prerequisite', 'reason'], ['reason']),
  'prerequisite-lost': about(['prerequisite'], ['manage_link']),
  reminder: about([], ['schedule', 'manage_link']),
  changed: about(['changes', 'reason'], ['schedule', 'manage_link']),
  moved: about(['moved_from'], ['moved_from', 'schedule', 'cancel_by', 'manage_link']),
  'from-desk': about(['about', 'text'], ['text', 'manage_link']),
  'day-canceled': about(['days', 'reason', 'minimum'], ['days', 'manage_link']),
  'host-canceled': about(['reason', 'cost', 'minimum'], ['starts']),
  canceled: about(['days', 'cost', 'reason'], ['days', 'cost']),
  left: about(['left', 'reason'], ['left']),
  substituted: aboutFormerSeat(['colleague', 'days', 'handed_bill'], ['colleague', 'handed_bill']),
  'day-substituted': aboutFormerSeat(['colleague', 'days', 'handed_bill'], ['colleague', 'days', 'handed_bill']),
  'colleague-asked': aboutFormerSeat(
    ['colleague', 'days', 'changes', 'answer_by', 'accept_link'],
    ['colleague', 'days', 'cancel_by', 'answer_by', 'accept_link'],
  ),
  'colleague-declined': about(['colleague', 'days', 'answer'], ['answer', 'cancel_by', 'manage_link']),
  'colleague-over': aboutFormerSeat(['colleague', 'days'], ['colleague']),
  'terms-asked': about(['answer_by', 'accept_ask'], ['cancel_by', 'accept_ask', 'manage_link']),
  'terms-lapsed': about(['answer_by'], ['answer_by']),
  'already-registered': about(['position'], ['standing', 'manage_link']),
  'permission-asked': about(['host', 'permission', 'permission_due'], ['permission', 'manage_link']),
  'permission-received': about(['host', 'permission'], ['permission']),
  'permission-accepted': about(['host', 'permission', 'reason'], ['permission']),
  'permission-refused': about(['host', 'permission', 'reason'], ['permission']),
  'promise-asked': aboutFormerSeat(['host', 'permission_due'], ['name', 'host', 'permission_due']),
  'check-due': about(['check_amount', 'check_due', 'check_address', 'reason'], ['check']),
  'check-received': about(['check_amount', 'check_rest', 'check_number', 'check_date'], ['check_amount', 'check_rest']),
  'check-returned': about(['check_amount', 'check_number', 'check_date', 'reason'], ['check_amount']),
  'check-deposited': about(
    ['check_amount', 'check_rest', 'check_number', 'check_date', 'days', 'reason'],
    ['check_amount', 'check_rest'],
  ),
  'check-refund-due': about(['check_amount', 'check_rest', 'check_number', 'reason'], ['check_rest']),
  'check-refunded': about(['check_amount', 'check_rest', 'check_number', 'check_date', 'check_refund'], ['check_rest']),
  'no-show': about(['days', 'fee', 'fee_bill', 'reason'], ['days', 'fee']),
  'late-fee': about(['days', 'fee', 'fee_bill', 'reason'], ['days', 'fee']),
  'fee-dropped': about(['days', 'fee_dropped', 'reason'], ['days', 'fee_dropped']),
  'order-expired': about(['order_due'], ['order_due']),
  rebilled: about(['fee', 'refused_by', 'reason'], ['refused_by', 'payer_reason']),
  statement: ofStatement([]),
  'statement-changed': ofStatement(['changes']),
  'statement-reminder': {
    may: [
      'payer',
      'statement_number',
      'statement_month',
      'statement_due',
      'statement_link',
      'overdue',
      'overdue_note',
      ...DESK,
    ],
    must: ['statement_number', 'statement_link', 'overdue', 'overdue_note'],
  },
  'sign-in': { may: ['name', 'my_link', ...DESK], must: ['my_link'] },
  'subscription-asked': { may: ['watched', 'confirm_link', ...DESK], must: ['confirm_link'] },
  'subscription-news': { may: ['watched', 'news', 'end_link', ...DESK], must: ['news', 'end_link'] },
  'application-begun': asking([], ['application_link']),
  'application-unsent': asking([], ['apply_until', 'application_link']),
  'application-received': asking([], ['application_link']),
  'application-changed': asking(['changes'], ['application_link']),
  'application-again': asking([], ['application_link']),
  'application-ineligible': asking(['reason', 'correct'], ['reason']),
  'application-withdrawn': asking(['cost', 'reason'], ['cost']),
  'withdrawal-asked': asking(['cost'], ['cost', 'application_link']),
  'withdrawal-refused': asking(['cost', 'reason'], ['reason', 'application_link']),
  'place-offered': asking(['offer_until', 'schedule', 'line'], ['offer_until', 'application_link']),
  'place-ending': asking(['offer_until'], ['offer_until', 'application_link']),
  'place-accepted': asking(['papers', 'papers_until'], ['papers', 'papers_until', 'application_link']),
  'papers-due': asking(['papers', 'papers_until'], ['papers', 'papers_until', 'application_link']),
  'papers-expired': asking(['papers_until'], ['papers_until']),
  'place-waiting': asking(['line'], ['line', 'application_link']),
  'place-declined': asking(['standing'], []),
  'place-expired': asking(['offer_until', 'standing'], ['offer_until']),
  'no-place': asking([], []),
  enrolled: asking(['schedule'], ['application_link']),
  'program-days': about(['program', 'minimum'], ['schedule', 'manage_link']),
  'last-miss': about(['program', 'minimum', 'attended', 'needed'], ['attended', 'needed', 'manage_link']),
  'minimum-missed': about(['program', 'minimum', 'attended'], ['attended']),
  'work-begun': working([], ['submission_link']),
  'work-unsent': working(['send_until'], ['send_until', 'submission_link']),
  'feedback-asked': {
    may: ['name', 'colleague', 'credential', 'feedback_link', ...DESK],
    must: ['colleague', 'feedback_link'],
  },
  'feedback-given': working(['colleague'], ['submission_link']),
  'work-received': working([], ['submission_link']),
  'work-again': working([], ['submission_link']),
  'work-incomplete': working(['missing', 'reason'], ['submission_link']),
  'work-not-yet': working(['missing'], ['submission_link']),
  'work-with-coach': working(['missing', 'reason'], ['submission_link']),
  'appeal-granted': working(['reason'], ['submission_link']),
  'appeal-refused': working(['reason'], ['reason', 'submission_link']),
  'work-passed': working(['award', 'award_link'], ['award_link']),
  evaluation: {
    may: ['name', 'course', 'course_link', 'evaluation_link', 'evaluation_note', ...DESK],
    must: ['evaluation_link', 'evaluation_note'],
  },
  certificate: {
    may: ['name', 'course', 'course_link', 'award', 'award_link', 'clock_hours', ...DESK],
    must: ['award_link'],
  },
  'award-ending': {
    may: ['name', 'award', 'award_link', 'award_until', 'credential_link', ...DESK],
    must: ['award', 'award_until'],
  },
  'award-revoked': { may: ['name', 'award', 'award_link', 'reason', ...DESK], must: ['award', 'reason'] },
  'review-assigned': reading(['review_due']),
  'review-again': reading(['review_due', 'reason']),
  'review-due': reading(['review_due']),
  'reviews-waiting': reading([]),
}

const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(PLACEHOLDERS, name)

/** The names in double braces, each once, in the order they appear; known or not. */
export const placeholdersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, name]) => name!)),
]

const braced = (names: readonly string[]): string => names.map((name) => `{{${name}}}`).join(', ')

/**
 * Why a text cannot be used for this kind of message, as a sentence for whoever wrote it; undefined means it can. `must` is
 * asked of bodies only: a subject need not say everything.
 */
export const refusalOfText = (kind: MessageKind, text: string, part: 'subject' | 'body'): string | undefined => {
  const { may, must } = USES[kind]
  const names = placeholdersIn(text)
  const strange = names.filter((name) => !isPlaceholder(name) || !may.includes(name))
  if (strange.length > 0) return `This message cannot fill in ${braced(strange)}. It knows ${braced(may)}.`
  if (/\{\{|\}\}/.test(text.replace(/\{\{[^{}]*\}\}/g, '')))
    return 'Close every placeholder with two braces, such as {{name}}.'
  const missing = part === 'body' ? must.filter((name) => !names.includes(name)) : []
  if (missing.length > 0) return `People need ${braced(missing)} in this message. Put it back in.`
  return undefined
}
