import type { Payload } from 'payload'
import type { Registration } from '../kernel/payload-types.ts'
import { onChange, SEATS, upToDate } from '../kernel/changes.ts'
import { pluck } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { ACTIVE, HOLDING, type Status } from './states.ts'
import { isShared, seatOf, type Tally } from './seats.ts'
import { isOneOf } from '../values/list.ts'

type Row = { session: Registration['session']; status: Status; seatKey?: string | null; waitOrder: number }
type Counts = { held: number; waiting: number }

const NOTHING: Counts = { held: 0, waiting: 0 }
const isHolding = (status: Status): boolean => isOneOf(HOLDING, status)
const emptyTally = (): Tally => ({ seats: new Set(), held: 0, waiting: 0, lastOrder: 0 })

/** Counts one more registration in. */
const countIn = (tally: Tally, { status, seatKey, waitOrder }: Omit<Row, 'session'>): void => {
  if (isHolding(status) && !isShared(seatKey)) tally.held += 1
  if (status === 'waitlisted') tally.waiting += 1
  const seat = seatKey ? seatOf(seatKey) : undefined
  if (seat !== undefined) tally.seats.add(seat)
  tally.lastOrder = Math.max(tally.lastOrder, waitOrder)
}

/**
 * One line of people for each session: whatever changes its seats is done one after the other in this process, so that
 * retries stay rare. What is known of the seats is kept in memory and only ever a guess; the unique keys decide. A session that
 * something was written to by somebody else is counted again before it is used.
 */
const openLines = (payload: Payload) => {
  const tallies = new Map<string, Tally>()
  const tails = new Map<string, Promise<unknown>>()
  /** Sessions whose tally is known to be old. */
  const old = new Set<string>()
  /** The rows counted in here while others are read, for each reading under way. */
  const adding = new Set<Row[]>()
  let refreshed: Promise<void> = Promise.resolve()
  let waiting = 0
  let isAllOld = true
  let version = 0

  onChange(payload, (slug, session) => {
    if (slug === undefined) isAllOld = true
    else if (slug === SEATS && session) old.add(session)
  })

  const rowsWhere = (session?: string): Promise<Row[]> => {
    const active = { status: { in: [...ACTIVE] } }
    const where = session ? { and: [{ session: { equals: session } }, active] } : active
    return pluck({ payload }, 'registrations', where, ['session', 'status', 'seatKey', 'waitOrder'])
  }

  /** Reads rows, and counts those in that were added here meanwhile: no two rows of a session have the same order. */
  const count = async (session?: string): Promise<Map<string, Tally>> => {
    const added: Row[] = []
    adding.add(added)
    try {
      const found = new Map<string, Tally>()
      const rows = await rowsWhere(session)
      const nameOf = (row: Row): string => `${idOf(row.session)} ${row.waitOrder}`
      const known = new Set(added.length > 0 ? rows.map(nameOf) : [])
      const isMissing = (row: Row): boolean =>
        !known.has(nameOf(row)) && (session === undefined || session === idOf(row.session))
      for (const row of [...rows, ...added.filter(isMissing)]) {
        const tally = found.get(idOf(row.session)) ?? emptyTally()
        countIn(tally, row)
        found.set(idOf(row.session), tally)
      }
      return found
    } finally {
      adding.delete(added)
    }
  }

  const reload = async (session: string): Promise<Tally> => {
    old.delete(session)
    try {
      const tally = (await count(session)).get(session) ?? emptyTally()
      const before = tallies.get(session) ?? NOTHING
      tallies.set(session, tally)
      if (before.held !== tally.held || before.waiting !== tally.waiting) version += 1
      return tally
    } catch (error) {
      old.add(session)
      throw error
    }
  }

  const load = async (): Promise<void> => {
    isAllOld = false
    old.clear()
    try {
      const found = await count()
      tallies.clear()
      for (const [session, tally] of found) tallies.set(session, tally)
      version += 1
    } catch (error) {
      isAllOld = true
      throw error
    }
  }

  const refreshOld = async (): Promise<void> => {
    if (isAllOld) await load()
    for (const session of Array.from(old)) if (old.has(session)) await reload(session)
  }

  return {
    /** Reads how every session stands, once, before anyone is served. */
    load,

    /** How many hold a seat and how many wait, as far as is known. */
    counts: (session: string): Counts => tallies.get(session) ?? NOTHING,

    /** Changes whenever a count does. */
    version: (): number => version,

    /** Counts again what was written to since; undefined where nothing was. */
    refresh: (): Promise<void> | undefined => {
      if (!isAllOld && old.size === 0 && waiting === 0) return undefined
      waiting += 1
      refreshed = refreshed
        .catch(() => undefined)
        .then(refreshOld)
        .finally(() => (waiting -= 1))
      return refreshed
    },

    /** Does the work when everybody before in this session's line is done. */
    inLine: <Result>(session: string, work: () => Promise<Result>): Promise<Result> => {
      const before = tails.get(session) ?? Promise.resolve()
      const done = before.then(work, work)
      const tail = done.catch(() => undefined)
      tails.set(session, tail)
      void tail.then(() => tails.get(session) === tail && tails.delete(session))
      return done
    },

    /** The tally of a session as others have left it; only for who is in its line. */
    tally: async (session: string): Promise<Tally> => {
      await upToDate(payload, true)
      const known = tallies.get(session)
      return known && !isAllOld && !old.has(session) ? known : reload(session)
    },

    /** Counts a new registration in, without asking the database again. */
    add: (session: string, row: Omit<Row, 'session'>): void => {
      for (const rows of adding) rows.push({ session, ...row })
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
