import type { Where } from 'payload'
import type { Act } from '../kernel/act.ts'
import { writeEntry } from '../kernel/audit.ts'
import { change } from '../kernel/change.ts'
import { compareAndSet } from '../kernel/keyed.ts'
import type { Person } from '../kernel/payload-types.ts'
import { every, one } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { ACTIVE } from '../registrations/states.ts'
import { whoIsNow } from './actions.ts'
import { keyFor, OWNED, refusalToJoin, type Joinable, type Joined, type JoinRefusal, type Owned } from './joining.ts'

// Joining two records of one person, and parting them again: one deciding write on the record that is joined; everything of theirs
// follows from it, and does again after a process that stopped.

type By = Omit<Act, 'zone'>

export const joinedOf = ({ joined }: Pick<Person, 'joined'>): Joined | null =>
  (joined as Joined | null | undefined) ?? null

const idsIn = async (act: By, collection: Owned, person: string): Promise<string[]> =>
  (await every(act, collection, { person: { equals: person } })).map(({ id }) => id)

/** Everything of a record that goes along. */
export const ownedBy = async (act: By, person: string): Promise<Joined['of']> => ({
  registrations: await idsIn(act, 'registrations', person),
  applications: await idsIn(act, 'applications', person),
  submissions: await idsIn(act, 'submissions', person),
  awards: await idsIn(act, 'awards', person),
})

/** Of a record, what decides whether it can be joined. */
export const joinableOf = async (act: By, person: Person): Promise<Joinable> => {
  const theirs = { person: { equals: person.id } }
  const [now, applications, registrations, works] = await Promise.all([
    whoIsNow(act, person),
    every(act, 'applications', theirs),
    every(act, 'registrations', { and: [theirs, { status: { in: [...ACTIVE] } }] }),
    every(act, 'submissions', { and: [theirs, { activeKey: { exists: true } }] }),
  ])
  return {
    id: person.id,
    now: now.id,
    applications: applications.map(({ status }) => status),
    sessions: registrations.map(({ session }) => idOf(session)),
    works: works.flatMap(({ activeKey }) => activeKey?.split('|', 1) ?? []),
  }
}

const write = async (act: By, collection: Owned, id: string, from: string, to: string): Promise<boolean> => {
  const record = await one(act, collection, id)
  if (!record || idOf(record.person) !== from) return true
  const key = 'activeKey' in record && record.activeKey ? { activeKey: keyFor(record.activeKey, from, to) } : {}
  return Boolean(await change(act, collection, record, { person: to, ...key }, null))
}

/** Days and checks are of whose registration they are of. */
const withRegistration = async (act: By, registration: string, from: string, to: string): Promise<boolean> => {
  const done: boolean[] = []
  for (const collection of ['attendance', 'deposits'] as const) {
    const where: Where = { and: [{ registration: { equals: registration } }, { person: { equals: from } }] }
    for (const row of await every(act, collection, where))
      done.push(Boolean(await change(act, collection, row, { person: to }, null)))
  }
  return done.every(Boolean)
}

/** Far more than everybody who works on the same records could make necessary. */
const MOST_TRIES = 20

const takeOver = async (act: By, of: Joined['of'], from: string, to: string): Promise<void> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    let isWhole = true
    for (const collection of OWNED)
      for (const id of of[collection]) isWhole = (await write(act, collection, id, from, to)) && isWhole
    for (const id of of.registrations) isWhole = (await withRegistration(act, id, from, to)) && isWhole
    if (isWhole) return
  }
  throw new Error(`Not everything of person ${from} could go to ${to}.`)
}

/** Makes true what a record says of being joined, or parted. Doing it again changes nothing. */
export const takeJoined = async (act: By, person: Person): Promise<void> => {
  const joined = joinedOf(person)
  if (!joined) return
  if (joined.partedAt) return takeOver(act, joined.of, joined.into, person.id)
  if (person.joinedInto) await takeOver(act, await ownedBy(act, person.id), person.id, joined.into)
}

export type JoinDone = { ok: true } | { ok: false; refusal: JoinRefusal }

const refuse = (refusal: JoinRefusal): JoinDone => ({ ok: false, refusal })

/** Joins a record into another of the same person. */
export const join = async (act: By, id: string, into: string, reason: string): Promise<JoinDone> => {
  const [person, other] = [await one(act, 'people', id), await one(act, 'people', into)]
  if (!person || !other) return refuse('gone')
  if (idOf(person.joinedInto) === into) return { ok: true }
  if (!reason.trim()) return refuse('no-reason')
  const refusal = refusalToJoin(await joinableOf(act, person), await joinableOf(act, other))
  if (refusal) return refuse(refusal)
  const joined: Joined = { into, at: act.now.toString(), of: await ownedBy(act, id) }
  const asRead = { joinedInto: { exists: false } }
  const done = await compareAndSet(act.payload, 'people', id, asRead, { joinedInto: into, joined: { ...joined } })
  if (!done) return refuse('joined-before')
  await takeJoined(act, done)
  await writeEntry(act, {
    key: `person:${id}:joined:${joined.at}`,
    kind: 'person.joined',
    summary: `${person.name} (${person.email || 'no mailbox'}) joined into ${other.name} (${other.email || 'no mailbox'})`,
    reason: reason.trim(),
    person: into,
  })
  return { ok: true }
}

/** Takes a joining back: what went along then is the record's own again; what came since stays where it is. */
export const part = async (act: By, id: string, reason: string): Promise<JoinDone> => {
  const person = await one(act, 'people', id)
  const joined = person && joinedOf(person)
  if (!person) return refuse('gone')
  if (!joined || !person.joinedInto) return refuse('not-joined')
  if (!reason.trim()) return refuse('no-reason')
  const at = act.now.toString()
  const parted = { ...joined, partedAt: at }
  const asRead = { joinedInto: { equals: joined.into } }
  const done = await compareAndSet(act.payload, 'people', id, asRead, { joined: { ...parted } }, ['joinedInto'])
  if (!done) return refuse('not-joined')
  await takeJoined(act, done)
  await writeEntry(act, {
    key: `person:${id}:parted:${at}`,
    kind: 'person.parted',
    summary: `${person.name} is a record of its own again`,
    reason: reason.trim(),
    person: joined.into,
  })
  return { ok: true }
}
