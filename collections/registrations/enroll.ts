import type { Payload } from 'payload'
import type { Registration } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { holderOf } from '../kernel/attempts.ts'
import { writeEntry } from '../kernel/audit.ts'
import { createUnlessTaken, type Fields } from '../kernel/keyed.ts'
import { entryOf } from './change.ts'
import { MOST_WAITING } from './flood.ts'
import { linesOf } from './lines.ts'
import { activeKey, freeSeatKey, freeSeats, newcomerGetsSeat, waitKey, type Tally } from './seats.ts'
import type { Outcome } from './states.ts'

/** What is known of a registration before its place is: everything but the seat. */
type Enrollment = {
  session: string
  person: string
  /** Seats that may be given away; null: no limit. */
  limit: number | null
  /** A prerequisite is to be waived first, so no seat is taken yet. */
  waitsForDecision: boolean
  /** Staff say that those who wait are not there: a free seat is given although others wait. */
  passesWaitlist?: boolean
  /** Until when a seat is held for a mailbox that has to answer first; undefined: it need not. Asked when the seat is there. */
  holdUntil?: () => Promise<Temporal.Instant | undefined>
  /** Of days of somebody's seat: there is always room for them, as nobody else comes on that seat. */
  sharedKey?: string
  attempt?: string
  attemptHash: string
  details: Details
  /**
   * What is decided from the session, read again when it is this person's turn: others may have changed it since, here or in another
   * process. undefined: nobody can register any more.
   */
  again?: () => Promise<{ limit: number | null; details: Details } | undefined>
}

type Details = Omit<
  Fields<'registrations'>,
  'session' | 'person' | 'status' | 'seatKey' | 'activeKey' | 'waitKey' | 'waitOrder' | 'attempt' | 'attemptHash'
>

/**
 * new: registered · repeated: the same form sent again, the answer is the first one · reused: another form under the same
 * attempt · again: the person is registered already · no-room: as many wait as can · over: nobody can register any more. `outcome`
 * is what a newcomer gets, except where it is repeated.
 */
export type Enrolled =
  | { kind: 'new' | 'repeated' | 'again'; outcome: Outcome; registration: Registration }
  | { kind: 'reused' }
  | { kind: 'no-room' }
  | { kind: 'over' }

/** Far more than other processes could ever make necessary. */
const MOST_TRIES = 50

type Stands = Pick<Registration, 'status'> & Partial<Pick<Registration, 'canceledFrom' | 'mailbox'>>

/** What was said to whoever registered; of a registration that has ended, what it was before. */
const outcomeOf = ({ status, canceledFrom, mailbox }: Stands): Outcome => {
  const was = status === 'canceled' ? canceledFrom : status
  if (was === 'offered' && mailbox === 'asked') return 'held'
  return was === 'confirmed' || was === 'requested' ? was : 'waitlisted'
}

const standingFor = (
  { limit, waitsForDecision, passesWaitlist, sharedKey }: Enrollment,
  tally: Tally,
): Exclude<Outcome, 'held'> => {
  if (sharedKey) return 'confirmed'
  if (waitsForDecision) return 'requested'
  const hasSeat = passesWaitlist ? freeSeats(tally, limit) > 0 : newcomerGetsSeat(tally, limit)
  return hasSeat ? 'confirmed' : 'waitlisted'
}

/** The place a newcomer gets; a seat is only held where the mailbox has to answer first. */
const placeFor = async (enrollment: Enrollment, tally: Tally) => {
  const status = standingFor(enrollment, tally)
  const waitOrder = tally.lastOrder + 1
  if (status !== 'confirmed') return { status, waitOrder }
  const seat = { waitOrder, seatKey: enrollment.sharedKey ?? freeSeatKey(enrollment, tally)! }
  const until = await enrollment.holdUntil?.()
  return until
    ? { ...seat, status: 'offered' as const, offerUntil: until.toString(), mailbox: 'asked' as const }
    : { ...seat, status }
}

/** What came of a form that was sent before, or that another form was sent under its attempt; undefined for a new attempt. */
export const enrolledBefore = async (
  payload: Payload,
  { attempt, attemptHash }: Pick<Enrollment, 'attempt' | 'attemptHash'>,
): Promise<Enrolled | undefined> => {
  const repeated = attempt && (await holderOf(payload, 'registrations', 'attempt', attempt))
  if (!repeated) return undefined
  return repeated.attemptHash === attemptHash
    ? { kind: 'repeated', outcome: outcomeOf(repeated), registration: repeated }
    : { kind: 'reused' }
}

/** Why a key was taken: this form was sent before, or this person registered before; undefined: it was only the seat. */
const knownAs = async ({ payload }: Act, enrollment: Enrollment, outcome: Outcome): Promise<Enrolled | undefined> => {
  const before = await enrolledBefore(payload, enrollment)
  if (before) return before
  const { session, person } = enrollment
  const earlier = await holderOf(payload, 'registrations', 'activeKey', activeKey(session, person))
  return earlier && { kind: 'again', outcome, registration: earlier }
}

/**
 * Registers somebody, in one write: the registration carries the seat. Whoever finds no seat free, or others waiting, is
 * last on the waitlist. Two that want the same seat, or the same number, are told apart by its unique key; the second tries the
 * next.
 */
export const enroll = (act: Act, enrollment: Enrollment): Promise<Enrolled> => {
  const { payload } = act
  const { session, person, attempt, attemptHash } = enrollment
  const lines = linesOf(payload)
  return lines.inLine(session, async () => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const now = enrollment.again ? await enrollment.again() : enrollment
      if (!now) return (await enrolledBefore(payload, enrollment)) ?? { kind: 'over' }
      const tally = await lines.tally(session)
      const place = await placeFor({ ...enrollment, limit: now.limit }, tally)
      if (place.status === 'waitlisted' && tally.waiting >= MOST_WAITING)
        return (await enrolledBefore(payload, enrollment)) ?? { kind: 'no-room' }
      const outcome = outcomeOf(place)
      const registration = await createUnlessTaken(payload, 'registrations', {
        ...now.details,
        ...place,
        waitKey: waitKey(session, place.waitOrder),
        ...(attempt && { attempt }),
        attemptHash,
        session,
        person,
        activeKey: activeKey(session, person),
        revision: 1,
        linkVersion: 1,
      })
      if (registration) {
        lines.add(session, place)
        return { kind: 'new', outcome, registration }
      }
      const known = await knownAs(act, enrollment, outcome)
      if (known) return known
      await lines.reload(session)
    }
    throw new Error(`No seat of session ${session} could be taken or refused in ${MOST_TRIES} tries.`)
  })
}

/** The first line of a registration's log. */
export const recordEnrolled = (act: Act, { id, session, name, ...stands }: Registration): Promise<void> =>
  writeEntry(act, entryOf({ id, session }, { what: 'registered', summary: `${name} registered: ${outcomeOf(stands)}` }))
