import { type MarkRefusal, MARK_REFUSALS } from '../attendance/policy.ts'
import { type CheckRefusal, CHECK_REFUSALS } from '../deposits/policy.ts'
import { FEE_REFUSALS, type FeeRefusal } from '../attendance/states.ts'
import type { Refusal } from '../registrations/states.ts'
import type { StaffDone } from './views.ts'

/** Why something asked for at the desk is not done, for whoever asked. */
const REFUSALS = {
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
  'unknown-days': 'The session has no such days to come.',
  'no-seat': 'No seat is free.',
} satisfies Record<Refusal, string>

export const DONE: StaffDone = { ok: true }

const statusOf = (refusal: string): 404 | 409 | 422 => {
  if (refusal === 'not-found') return 404
  return refusal === 'changed-meanwhile' || refusal === 'not-now' || refusal === 'decided' ? 409 : 422
}

export const refused = (message: string, status: 404 | 409 | 422 = 422): StaffDone => ({ ok: false, message, status })

type Outcome<Reason> = { ok: true } | { ok: false; refusal: Reason }

const worded =
  <Reason extends string>(words: Record<Reason, string>) =>
  (outcome: Outcome<Reason>): StaffDone =>
    outcome.ok ? DONE : refused(words[outcome.refusal], statusOf(outcome.refusal))

export const ofMark = worded<MarkRefusal>(MARK_REFUSALS)
export const ofFee = worded<FeeRefusal>(FEE_REFUSALS)
export const ofCheck = worded<CheckRefusal>(CHECK_REFUSALS)
export const ofRegistration = worded<Refusal>(REFUSALS)
export const GONE: StaffDone = refused(REFUSALS.invalid, 404)
export const NO_REASON: StaffDone = refused('Give a reason. It stays in the log.')
