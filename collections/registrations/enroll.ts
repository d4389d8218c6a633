import type { Payload } from 'payload'
import type { Registration } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { holderOf } from '../kernel/attempts.ts'
import { record } from '../events/actions.ts'
import { createUnlessTaken, type Fields } from '../kernel/keyed.ts'
import { idOf } from '../kernel/related.ts'
import { linesOf } from './lines.ts'
import { activeKey, freeSeatKey, freeSeats, newcomerGetsSeat, type Tally } from './seats.ts'
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
  attempt?: string
  attemptHash: string
  details: Omit<
    Fields<'registrations'>,
    'session' | 'person' | 'status' | 'seatKey' | 'activeKey' | 'waitOrder' | 'attempt' | 'attemptHash'
  >
}

/**
 * new: registered · repeated: the same form sent again, the answer is the first one · reused: another form under the same
 * attempt · again: the person is registered already. `outcome` is what a newcomer gets, except where it is repeated.
 */
export type Enrolled =
  { kind: 'new' | 'repeated' | 'again'; outcome: Outcome; registration: Registration } | { kind: 'reused' }

/** Far more than other processes could ever make necessary. */
const MOST_TRIES = 50

/** What was said to whoever registered; of a registration that has ended, what it was before. */
const outcomeOf = ({ status, canceledFrom }: Pick<Registration, 'status' | 'canceledFrom'>): Outcome => {
  const was = status === 'canceled' ? canceledFrom : status
  return was === 'confirmed' || was === 'requested' ? was : 'waitlisted'
}

const placeFor = ({ limit, waitsForDecision, passesWaitlist }: Enrollment, tally: Tally): Outcome => {
  if (waitsForDecision) return 'requested'
  const hasSeat = passesWaitlist ? freeSeats(tally, limit) > 0 : newcomerGetsSeat(tally, limit)
  return hasSeat ? 'confirmed' : 'waitlisted'
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
 * last on the waitlist. Two that want the same seat are told apart by its unique key; the second tries the next.
 */
export const enroll = (act: Act, enrollment: Enrollment): Promise<Enrolled> => {
  const { payload } = act
  const { session, person, attempt, attemptHash, details } = enrollment
  const lines = linesOf(payload)
  return lines.inLine(session, async () => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const tally = await lines.tally(session)
      const status = placeFor(enrollment, tally)
      const place = {
        status,
        waitOrder: tally.lastOrder + 1,
        ...(status === 'confirmed' && { seatKey: freeSeatKey(enrollment, tally)! }),
      }
      const registration = await createUnlessTaken(payload, 'registrations', {
        ...details,
        ...place,
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
        return { kind: 'new', outcome: status, registration }
      }
      const known = await knownAs(act, enrollment, status)
      if (known) return known
      await lines.reload(session)
    }
    throw new Error(`No seat of session ${session} could be taken or refused in ${MOST_TRIES} tries.`)
  })
}

/** The first line of a registration's log. */
export const recordEnrolled = (act: Act, { id, session, name, status, canceledFrom }: Registration): Promise<void> =>
  record(act, {
    key: `registration:${id}:registered`,
    kind: 'registration.registered',
    summary: `${name} registered: ${outcomeOf({ status, canceledFrom })}`,
    registration: id,
    session: idOf(session),
  })
