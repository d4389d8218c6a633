import { SEATS, announce } from '../kernel/changes.ts'
import type { Act } from '../kernel/act.ts'
import { holderOf } from '../kernel/attempts.ts'
import type { Fields } from '../kernel/keyed.ts'
import { one } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { CHANGED, change, type Known } from './change.ts'
import { MOST_WAITING } from './flood.ts'
import { linesOf } from './lines.ts'
import { movesOf, type Move } from './moving.ts'
import { activeKey, freeSeatKey, newcomerGetsSeat, waitKey, type Tally } from './seats.ts'
import type { Done, Refusal } from './states.ts'

/** Where somebody goes. `limit` null: no limit; `inLine`: to the end of the waitlist, where the desk says so. */
export type NewDate = {
  session: string
  limit: number | null
  inLine: boolean
  /** What is written beside the seat: what holds there of what was agreed to. */
  fields: Fields<'registrations'>
  move: Pick<Move, 'shown' | 'from' | 'days'>
  summary: string
}

/** Far more than other processes could ever make necessary. */
const MOST_TRIES = 50

/** The place there; undefined where there is none. Nobody who waits is passed. */
const placeIn = ({ session, limit, inLine }: NewDate, person: string, tally: Tally) => {
  const waitOrder = tally.lastOrder + 1
  const place = { session, waitOrder, waitKey: waitKey(session, waitOrder), activeKey: activeKey(session, person) }
  if (newcomerGetsSeat(tally, limit))
    return { ...place, status: 'confirmed' as const, seatKey: freeSeatKey({ session, person, limit }, tally)! }
  return inLine && tally.waiting < MOST_WAITING ? { ...place, status: 'waitlisted' as const } : undefined
}

/** Why the write was not taken: the registration is another by now, or the person is registered there. */
const whyNot = async (act: Act, known: Known, { session }: NewDate): Promise<Refusal | undefined> => {
  const now = await one(act, 'registrations', known.id)
  if (now?.revision !== known.revision) return 'changed-meanwhile'
  const key = activeKey(session, idOf(known.person))
  return (await holderOf(act.payload, 'registrations', 'activeKey', key)) ? 'date-registered' : undefined
}

/**
 * Moves a registration to another session, in one write: the seat there is taken, by its unique key, in the moment the seat here is
 * given up. `again` reads what decides once more when it is this person's turn. The rest follows from what is written.
 */
export const moveTo = (
  act: Act,
  known: Known,
  session: string,
  again: () => Promise<{ ok: true; date: NewDate } | { ok: false; refusal: Refusal }>,
): Promise<Done> => {
  const lines = linesOf(act.payload)
  const left = idOf(known.session)
  return lines.inLine(session, async () => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const now = await again()
      if (!now.ok) return now
      const { date } = now
      const place = placeIn(date, idOf(known.person), await lines.tally(session))
      if (!place) return { ok: false, refusal: 'date-full' }
      const { status } = place
      const { linkVersion, seatKey = null } = known
      const move: Move = { session: left, seatKey, at: act.now.toString(), status, linkVersion, ...date.move }
      const said = { what: `moved-date:${known.revision + 1}`, summary: date.summary }
      const done = await change(
        act,
        known,
        { ...date.fields, ...place, movedFrom: [...movesOf(known), move] },
        said,
        status === 'confirmed' ? ['offerUntil'] : ['offerUntil', 'seatKey'],
      )
      await lines.reload(session)
      if (done) {
        announce(act.payload, SEATS, left)
        return { ok: true }
      }
      const refusal = await whyNot(act, known, date)
      if (refusal) return refusal === 'changed-meanwhile' ? CHANGED : { ok: false, refusal }
    }
    throw new Error(`No seat of session ${session} could be taken or refused in ${MOST_TRIES} tries.`)
  })
}
