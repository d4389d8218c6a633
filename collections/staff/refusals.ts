import { type MarkRefusal, MARK_REFUSALS } from '../attendance/policy.ts'
import { type CheckRefusal, CHECK_REFUSALS } from '../deposits/policy.ts'
import { FEE_REFUSALS, type FeeRefusal } from '../attendance/states.ts'
import { MOVE_REFUSALS } from '../registrations/moving.ts'
import type { Refusal } from '../registrations/states.ts'
import type { StaffDone } from './views.ts'

/** Why something asked for at the desk is not done, for whoever asked. */
export const REFUSALS = {
  invalid: 'This registration is gone. Nothing was changed.',
  expired: 'This registration is gone. Nothing was changed.',
  replaced: 'This registration is gone. Nothing was changed.',
  'changed-meanwhile': 'Somebody else changed this in the same moment. Nothing was changed; look at it again.',
  'already-canceled': 'This registration is canceled already.',
  'already-started': 'Nothing is left to cancel: the days have begun. Record who was there instead.',
  'called-off': 'We called this session off: everyone is told, and nobody owes a fee.',
  'no-offer': 'No seat is offered to this person now.',
  'offer-over': 'The offer has run out.',
  'substitution-not-allowed': 'The terms do not let a colleague come instead.',
  'colleague-not-possible': 'This colleague is registered for the session already.',
  'colleague-is-asked': 'A colleague is asked already. Take that back first, or note the answer.',
  'accepted-before': 'The terms are accepted already.',
  'terms-not-accepted': 'The terms have to be accepted first.',
  'leaves-program': 'That gives up a place in a program. Take the application back instead.',
  'unknown-days': 'The session had no such days to come then.',
  'notice-later': 'The moment the person told us lies in the future.',
  'notice-before': 'The person had not registered at that moment.',
  'was-there': 'The person was there on one of these days. Correct the day first, if that is wrong.',
  'no-seat': 'No seat is free.',
  ...MOVE_REFUSALS,
} satisfies Record<Refusal, string>

export const DONE: StaffDone = { ok: true }

/** What each refusal is to HTTP: it is not there · it stands otherwise by now. Any other, 422: something to mend in the form. */
const STATUS: Readonly<Record<string, 404 | 409>> = {
  'not-found': 404,
  gone: 404,
  'changed-meanwhile': 409,
  'not-now': 409,
  decided: 409,
  // Reviews, and the release of what they come to.
  taken: 409,
  'not-yours': 409,
  finished: 409,
  'no-rule': 409,
  incomplete: 409,
  'second-missing': 409,
  differ: 409,
  // Awards.
  'revoked-before': 409,
  holds: 409,
  given: 409,
  'no-ground': 409,
}

export const refused = (message: string, status: 404 | 409 | 422 = 422) => ({ ok: false, message, status }) as const

type Refused = Exclude<StaffDone, { ok: true }>

/** Amounts that may be a slip of the finger, and can be taken once somebody says that they are right. */
const ASKS: ReadonlySet<string> = new Set(['over', 'far-off'])

/** A refusal in its words, under its status. */
export const refusedWith = <Reason extends string>(words: Record<Reason, string>, refusal: Reason): Refused => ({
  ...refused(words[refusal], STATUS[refusal]),
  ...(ASKS.has(refusal) && { asks: true }),
})

type Outcome<Reason> = { ok: true } | { ok: false; refusal: Reason }

/** How the desk answers with what came of something: its refusals in words, each under its status. */
export const worded =
  <Reason extends string>(words: Record<Reason, string>) =>
  (outcome: Outcome<Reason>): StaffDone =>
    outcome.ok ? DONE : refusedWith(words, outcome.refusal)

export const ofMark = worded<MarkRefusal>(MARK_REFUSALS)
export const ofFee = worded<FeeRefusal>(FEE_REFUSALS)
export const ofCheck = worded<CheckRefusal>(CHECK_REFUSALS)
export const ofRegistration = worded<Refusal>(REFUSALS)
export const GONE: StaffDone = refused(REFUSALS.invalid, 404)
export const NO_REASON: StaffDone = refused('Give a reason. It stays in the log.')
