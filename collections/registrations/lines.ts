import type { Payload } from 'payload'
import type { Registration } from '../kernel/payload-types.ts'
import { pluck } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { ACTIVE, HOLDING, type Status } from './states.ts'
import { seatOf, type Tally } from './seats.ts'
import { isOneOf } from '../values/list.ts'

type Row = { session: Registration['session']; status: Status; seatKey?: string | null; waitOrder: number }
type Counts = { held: number; waiting: number }

const NOTHING: Counts = { held: 0, waiting: 0 }
const isHolding = (status: Status): boolean => isOneOf(HOLDING, status)
const emptyTally = (): Tally => ({ seats: new Set(), held: 0, waiting: 0, lastOrder: 0 })

/** Counts one more registration in. */
const countIn = (tally: Tally, { status, seatKey, waitOrder }: Omit<Row, 'session'>): void => {
  if (isHolding(status)) tally.held += 1
  if (status === 'waitlisted') tally.waiting += 1
  const seat = seatKey ? seatOf(seatKey) : undefined
  if (seat !== undefined) tally.seats.add(seat)
  tally.lastOrder = Math.max(tally.lastOrder, waitOrder)
}

/**
 * One line of people for each session: whatever changes its seats is done one after the other in this process, so that
 * retries stay rare. What is known of the seats is kept in memory and only ever a guess; the unique keys decide.
 */
const openLines = (payload: Payload) => {
  const tallies = new Map<string, Tally>()
  const tails = new Map<string, Promise<unknown>>()
  let version = 0
  let isLoaded = false

  const rowsWhere = (session?: string): Promise<Row[]> => {
    const active = { status: { in: [...ACTIVE] } }
    const where = session ? { and: [{ session: { equals: session } }, active] } : active
    return pluck({ payload }, 'registrations', where, ['session', 'status', 'seatKey', 'waitOrder'])
  }

  const reload = async (session: string): Promise<Tally> => {
    const tally = emptyTally()
    for (const row of await rowsWhere(session)) countIn(tally, row)
    tallies.set(session, tally)
    version += 1
    return tally
  }

  return {
    /** Reads how every session stands, once, before anyone is served. */
    load: async (): Promise<void> => {
      for (const row of await rowsWhere()) {
        const session = idOf(row.session)
        const tally = tallies.get(session) ?? emptyTally()
        countIn(tally, row)
        tallies.set(session, tally)
      }
      isLoaded = true
      version += 1
    },

    /** How many hold a seat and how many wait, as far as is known. */
    counts: (session: string): Counts => tallies.get(session) ?? NOTHING,

    /** Changes whenever a count does. */
    version: (): number => version,

    /** Does the work when everybody before in this session's line is done. */
    inLine: <Result>(session: string, work: () => Promise<Result>): Promise<Result> => {
      const before = tails.get(session) ?? Promise.resolve()
      const done = before.then(work, work)
      const tail = done.catch(() => undefined)
      tails.set(session, tail)
      void tail.then(() => tails.get(session) === tail && tails.delete(session))
      return done
    },

    /** The tally of a session; only for who is in its line. */
    tally: async (session: string): Promise<Tally> =>
      tallies.get(session) ??
      (isLoaded ? (tallies.set(session, emptyTally()), tallies.get(session)!) : reload(session)),

    /** Counts a new registration in, without asking the database again. */
    add: (session: string, row: Omit<Row, 'session'>): void => {
      const tally = tallies.get(session) ?? emptyTally()
      countIn(tally, row)
      tallies.set(session, tally)
      version += 1
    },

    /** Reads a session's tally again; for who changed it otherwise, or was told that a seat is taken. */
    reload,
  }
}

export type Lines = ReturnType<typeof openLines>

const opened = new WeakMap<Payload, Lines>()

/** The lines of this database; the same for everybody who asks. */
export const linesOf = (payload: Payload): Lines => {
  const lines = opened.get(payload) ?? openLines(payload)
  opened.set(payload, lines)
  return lines
}
