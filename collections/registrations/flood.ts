/**
 * When seats go so fast, and from so few places, that a program is likelier behind it than people. A school that registers forty
 * colleagues within ten minutes from one address stays below; what comes beyond is not turned away, its seats are held only until
 * the mailbox has answered.
 */

/** Minutes a seat is held for a mailbox that is asked to answer. */
export const HOLD_MINUTES = 30

/** Minutes in which it shows that seats go fast, and hours in which a patient program shows. */
export const FAST_MINUTES = 10
export const PATIENT_HOURS = 24

/** Registrations of one address whose mailbox has not answered. */
const MOST_FAST = 40
const MOST_PATIENT = 120
/** Where no address is known, as behind a proxy that was not named, many more people may stand behind it. */
const SHARED = 5

/** Of one session: so many seats within the short time, nearly all of mailboxes that never answered, so many from each address. */
const FULL_FAST = 40
const SILENT_SHARE = 0.9
const OF_EACH_ADDRESS = 8

/** Days for which it is kept from which address, as a keyed hash, somebody registered. */
export const KEPT_DAYS = 14

/** The most people who can wait for one session; nobody further back would ever get a seat. */
export const MOST_WAITING = 500

/** What came in lately. `silent`: the mailbox has not answered. */
export type Arrivals = {
  /** Silent registrations of this address, for whatever session. */
  ofAddress: { fast: number; patient: number }
  /** Those for this session within the short time. */
  ofSession: { all: number; silent: number; addresses: number }
  /** Nobody can tell who is behind the address. */
  isShared: boolean
}

/** Whether a seat is to be held only until the mailbox has answered. */
export const fillsSuspiciously = ({ ofAddress, ofSession, isShared }: Arrivals): boolean => {
  const times = isShared ? SHARED : 1
  if (ofAddress.fast >= MOST_FAST * times || ofAddress.patient >= MOST_PATIENT * times) return true
  const { all, silent, addresses } = ofSession
  return all >= FULL_FAST * times && silent >= all * SILENT_SHARE && all >= addresses * OF_EACH_ADDRESS * times
}

/** Until when a seat is held for a mailbox that is asked: half an hour, but never beyond the start of the session. */
export const holdEnd = (now: Temporal.Instant, startsAt: Temporal.Instant): Temporal.Instant => {
  const end = now.add({ minutes: HOLD_MINUTES })
  return Temporal.Instant.compare(end, startsAt) < 0 ? end : startsAt
}
