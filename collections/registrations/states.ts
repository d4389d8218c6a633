import type { LinkRefusal } from '../kernel/outcome.ts'
import type { MoveRefusal } from './moving.ts'

/**
 * requested: waits for a registrar's word on a prerequisite, holds no seat · waitlisted: waits for a seat · offered: a freed
 * seat is held for the person for a while · confirmed: has a seat · canceled: over, kept as a record.
 */
export const STATUSES = ['requested', 'waitlisted', 'offered', 'confirmed', 'canceled'] as const
export type Status = (typeof STATUSES)[number]

export const STATUS_LABELS = {
  requested: 'Waits for a decision',
  waitlisted: 'On the waitlist',
  offered: 'Seat offered',
  confirmed: 'Has a seat',
  canceled: 'Canceled',
} satisfies Record<Status, string>

/** A seat belongs to them, for now or for good. */
export const HOLDING = ['offered', 'confirmed'] as const satisfies readonly Status[]
/** Still going on: the same person cannot register for the same session again. */
export const ACTIVE = ['requested', 'waitlisted', 'offered', 'confirmed'] as const satisfies readonly Status[]

/**
 * How the terms were accepted. asked: they were not, as somebody was added by the desk; until they are, nothing rests on them.
 */
export const ACCEPTANCE_LABELS = {
  online: 'Accepted on the website',
  paper: 'Signed on paper',
  asked: 'Asked for, not accepted yet',
  place: 'With the place in a program',
}
export type Acceptance = keyof typeof ACCEPTANCE_LABELS

/** How somebody takes part, which decides who pays (Cultural Collaborative, "Terms" and "Member Guests"). */
export const PARTICIPATIONS = ['member', 'hosted', 'guest', 'sponsored', 'self'] as const
export type Participation = (typeof PARTICIPATIONS)[number]

export const PARTICIPATION_LABELS = {
  member: 'Employee of a member district',
  hosted: 'Hosted by a member district',
  guest: 'Member guest',
  sponsored: 'Non-member, paid for by an organization',
  self: 'Non-member, pays personally',
} satisfies Record<Participation, string>

const PAYER_KINDS = ['organization', 'outside', 'person'] as const
export type PayerKind = (typeof PAYER_KINDS)[number]

export const PAYER_KIND_LABELS = {
  organization: 'Organization of the list',
  outside: 'Organization outside the list',
  person: 'The person',
} satisfies Record<PayerKind, string>

/** Who or what ended it. Only the first two can cost a fee. */
const CANCELERS = [
  'person',
  'staff',
  'host',
  'offer',
  'mailbox',
  'order',
  'gate',
  'permission',
  'terms',
  'application',
  'flood',
] as const
export type Canceler = (typeof CANCELERS)[number]

export const CANCELER_LABELS = {
  person: 'The person',
  staff: 'The desk, for the person',
  host: 'We canceled the session',
  offer: 'The offer ran out',
  mailbox: 'The mailbox did not answer',
  order: 'No purchase order came',
  gate: 'A prerequisite was missing',
  permission: 'The member district did not agree',
  terms: 'The terms were not accepted',
  application: 'The place, or the team, was left',
  flood: 'Undone with a flood of forms',
} satisfies Record<Canceler, string>

/** declared: the person says so and our records do not show it yet · lost: it was met, and is not any more. */
const GATES = ['none', 'met', 'declared', 'asked', 'waived', 'refused', 'lost'] as const
export type Gate = (typeof GATES)[number]

/** A registrar has a say: asked for, declared and not in our records, or met once and not any more. */
export const UNDECIDED = ['asked', 'declared', 'lost'] as const satisfies readonly Gate[]

export const GATE_LABELS = {
  none: 'No prerequisite',
  met: 'Met, by our records',
  declared: 'Met, the person says; to be checked',
  asked: 'Waiver asked for',
  waived: 'Waived',
  refused: 'Waiver refused',
  lost: 'Not met any more',
} satisfies Record<Gate, string>

/**
 * A member district's written permission for a guest, or its promise to pay for somebody it hosts: asked for · received, to be
 * looked at · accepted, it holds · refused. Nothing is said of people who need none.
 */
const PERMISSIONS = ['asked', 'received', 'accepted', 'refused'] as const
export type Permission = (typeof PERMISSIONS)[number]

export const PERMISSION_LABELS = {
  asked: 'Asked for',
  received: 'Received, to be looked at',
  accepted: 'Accepted',
  refused: 'Refused',
} satisfies Record<Permission, string>

export const ORDER_STATES = ['none', 'pending', 'received'] as const
export type OrderState = (typeof ORDER_STATES)[number]

export const ORDER_STATE_LABELS = {
  none: 'No purchase order',
  pending: 'Purchase order to come',
  received: 'Purchase order received',
} satisfies Record<OrderState, string>

export const SOURCES = ['web', 'door', 'staff'] as const
export const SOURCE_LABELS = { web: 'Website', door: 'At the door', staff: 'Desk' } satisfies Record<
  (typeof SOURCES)[number],
  string
>

/** Why something asked for through a link is not done. */
export type Refusal =
  | LinkRefusal
  | MoveRefusal
  | 'changed-meanwhile'
  | 'already-canceled'
  | 'already-started'
  | 'called-off'
  | 'no-offer'
  | 'offer-over'
  | 'substitution-not-allowed'
  | 'colleague-not-possible'
  | 'colleague-is-asked'
  | 'accepted-before'
  | 'terms-not-accepted'
  | 'unknown-days'
  | 'leaves-program'
  | 'notice-later'
  | 'notice-before'
  | 'was-there'
  | 'no-seat'

export type Done<Value = object> = ({ ok: true } & Value) | { ok: false; refusal: Refusal }

/** Whether the mailbox has answered. asked: the seat is held only until it has. */
export const MAILBOX_LABELS = {
  unknown: 'Has not answered yet',
  asked: 'Asked, to keep the seat',
  confirmed: 'Has answered',
}

/** What comes of registering: a seat, one that is held until the mailbox answers, a place on the waitlist, or a decision to wait for. */
export type Outcome = 'confirmed' | 'held' | 'waitlisted' | 'requested'
