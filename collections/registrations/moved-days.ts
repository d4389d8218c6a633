import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest, Where } from 'payload'
import { compareAndSet, createUnlessTaken, stamp } from '../kernel/keyed.ts'
import type { Attendance, Registration, Session } from '../kernel/payload-types.ts'
import { idOf } from '../kernel/related.ts'
import type { Day } from '../values/day.ts'
import { dayKey } from './day-key.ts'
import { openAsking } from './handing-on.ts'
import { agreementOf, withDaysMoved } from './policy.ts'
import { ACTIVE } from './states.ts'

// A session that moves takes along what people were told and did about its days: until when each was free, and who gave it up.

type Days = Pick<Session, 'days'>

/** The days that became others, the old one to the new. A day is the same as long as its row in the session is. */
export const movedDays = (before: Days, after: Days): Map<Day, Day> => {
  const now = new Map(after.days.map(({ id, date }) => [id, date]))
  const moved = before.days.flatMap(({ id, date }) => {
    const to = id ? now.get(id) : undefined
    return to !== undefined && to !== date ? [[date, to] as const] : []
  })
  return new Map(moved)
}

/** Where the session as it was public until now is kept during a save. */
export const PUBLISHED = 'publishedSession'

/** Keeps, for the hook after the change, the session as it was public until now; a draft in between moves nobody. */
export const rememberDays: CollectionBeforeChangeHook<Session> = async ({ data, originalDoc, context, req }) => {
  if (!originalDoc?.id) return data
  context[PUBLISHED] = await req.payload.db.findOne<Session>({
    collection: 'sessions',
    req,
    where: { id: { equals: originalDoc.id } },
  })
  return data
}

const GIVEN_UP: readonly Attendance['state'][] = ['canceled', 'excused', 'substituted']

const registeredFor = async (session: string, where: Where, req: PayloadRequest): Promise<Registration[]> => {
  const { docs } = await req.payload.find({
    collection: 'registrations',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req,
    where: { and: [{ session: { equals: session } }, where] },
  })
  return docs
}

/** How often a registration that somebody changes in the same moment is read again. */
const TRIES = 5

/** Takes along until when each day was ever free, for everybody who is registered. Nothing that a form shows is another by it. */
const moveDeadlines = async (session: string, moved: ReadonlyMap<Day, Day>, req: PayloadRequest): Promise<void> => {
  let left = await registeredFor(session, { status: { in: [...ACTIVE] } }, req)
  for (let tries = 0; left.length > 0 && tries < TRIES; tries += 1) {
    const missed: string[] = []
    for (const registration of left) {
      const { id, revision } = registration
      const agreed = withDaysMoved(agreementOf(registration), moved)
      const where: Where = { revision: { equals: revision } }
      if (!(await compareAndSet(req.payload, 'registrations', id, where, { agreed: { ...agreed } }))) missed.push(id)
    }
    left = missed.length > 0 ? await registeredFor(session, { id: { in: missed } }, req) : []
  }
}

/** Takes along the days a colleague was asked for. Whoever reads the link now reads of other days than before. */
const moveAskings = async (session: string, moved: ReadonlyMap<Day, Day>, req: PayloadRequest): Promise<void> => {
  const isAsked: Where = { and: [{ asked: { exists: true } }, { status: { equals: 'confirmed' } }] }
  for (const registration of await registeredFor(session, isAsked, req)) {
    const asked = openAsking(registration)
    if (!asked) continue
    const days = asked.days && asked.days.map((day) => moved.get(day) ?? day)
    await compareAndSet(
      req.payload,
      'registrations',
      registration.id,
      { revision: { equals: registration.revision } },
      { asked: { ...asked, days }, revision: registration.revision + 1 },
    )
  }
}

/**
 * Takes rows of the ledger along to the days that theirs became. A day that was given up too late stays where it was, because its
 * fee is about that day; on the new day it is given up in time, as nobody was asked whether they would come then.
 */
export const moveDays: CollectionAfterChangeHook<Session> = async ({ doc, context, req }) => {
  const before = context[PUBLISHED] as Session | null | undefined
  if (!before || before.id !== doc.id || doc._status !== 'published') return
  const moved = movedDays(before, doc)
  if (moved.size === 0) return
  await moveDeadlines(doc.id, moved, req)
  await moveAskings(doc.id, moved, req)
  const { docs } = await req.payload.find({
    collection: 'attendance',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req,
    where: {
      and: [{ session: { equals: doc.id } }, { date: { in: [...moved.keys()] } }, { state: { in: [...GIVEN_UP] } }],
    },
  })
  const isLate = ({ state, isOnTime }: Attendance): boolean => state === 'canceled' && isOnTime === false
  const rename = (row: Attendance, data: Partial<Attendance>) =>
    req.payload.db.updateOne({ collection: 'attendance', id: row.id, req, data: { ...data, updatedAt: stamp() } })
  const along = docs.filter((row) => !isLate(row))
  // First out of each other's way: one day may become what another was.
  for (const row of along) await rename(row, { key: `moved:${row.id}` })
  for (const row of along) {
    const date = moved.get(row.date)!
    await rename(row, { date, key: dayKey(idOf(row.registration), date), revision: row.revision + 1 })
  }
  for (const { id: _, createdAt: __, updatedAt: ___, ...row } of docs.filter(isLate)) {
    const date = moved.get(row.date)!
    const key = dayKey(idOf(row.registration), date)
    const free = { isOnTime: true, feeState: 'none', feeCents: null, feeReason: null, feeDecidedAt: null } as const
    await createUnlessTaken(req.payload, 'attendance', { ...row, ...free, key, date, revision: 1 })
  }
}
