import { randomUUID } from 'node:crypto'
import type { Where } from 'payload'
import type { Act } from '../../kernel/act.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { every, pluck } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { THERE } from '../../attendance/states.ts'
import { agreementOf } from '../policy.ts'
import { end } from '../change.ts'
import { ACTIVE, type Status } from '../states.ts'
import { withSeats } from '../offers.ts'
import { actOf, type Context } from '../../context/context.ts'
import { each } from '../../context/each.ts'
import { rulesOf } from './rules.ts'

/** Which registrations are looked at. Each that is named narrows it; the span is always there. */
export type FloodFilter = {
  from: Temporal.Instant
  until: Temporal.Instant
  session?: string | undefined
  /** Of a network address, the code it is kept as. */
  address?: string | undefined
  /** What comes after the @ of the mailbox. */
  domain?: string | undefined
}

type FloodRow = {
  id: string
  name: string
  email: string
  status: Status
  session: string
  title: string
  address: string | null
  at: Temporal.Instant
}

type Group = { value: string; label: string; count: number }

/** What a filter finds. `groups`: what of it most have in common, the largest first. */
type FloodView = {
  rows: FloodRow[]
  groups: { sessions: Group[]; addresses: Group[]; domains: Group[] }
}

/** The most that is undone by one decision. */
const MOST_UNDONE = 2000

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1)

const stamped = (moment: Temporal.Instant): string => new Date(moment.epochMilliseconds).toISOString()

const whereOf = ({ from, until, session, address }: FloodFilter): Where => ({
  and: [
    { source: { equals: 'web' } },
    { status: { in: [...ACTIVE] } },
    { mailbox: { in: ['unknown', 'asked'] } },
    { cameAt: { greater_than_equal: stamped(from) } },
    { cameAt: { less_than_equal: stamped(until) } },
    ...(session ? [{ session: { equals: session } }] : []),
    ...(address ? [{ cameFrom: { equals: address } }] : []),
  ],
})

/** People who answered once, had registered before the span began, or were there: nobody takes them for a program. */
const known = async (context: Context, people: readonly string[], from: Temporal.Instant): Promise<Set<string>> => {
  if (people.length === 0) return new Set()
  const ofThese: Where = { person: { in: [...people] } }
  const before: Where[] = [
    { mailbox: { equals: 'confirmed' } },
    { cameAt: { exists: false } },
    { cameAt: { less_than: stamped(from) } },
  ]
  const [registered, there] = await Promise.all([
    pluck(context, 'registrations', { and: [ofThese, { or: before }] }, ['person']),
    pluck(context, 'attendance', { and: [ofThese, { state: { in: [...THERE] } }] }, ['person']),
  ])
  return new Set([...registered, ...there].map(({ person }) => idOf(person)))
}

/** The registrations a filter means: made on the website, still going on, and of mailboxes that never answered. */
const found = async (context: Context, filter: FloodFilter): Promise<Registration[]> => {
  const all = await every(context, 'registrations', whereOf(filter), { sort: '-cameAt', limit: MOST_UNDONE })
  const trusted = await known(context, [...new Set(all.map(({ person }) => idOf(person)))], filter.from)
  const domain = filter.domain?.toLowerCase()
  return all.filter(({ person, email }) => !trusted.has(idOf(person)) && (!domain || domainOf(email) === domain))
}

const grouped = (values: readonly (string | null)[], label: (value: string) => string): Group[] =>
  [
    ...Map.groupBy(
      values.filter((value) => value !== null),
      (value) => value,
    ),
  ]
    .map(([value, ones]) => ({ value, label: label(value), count: ones.length }))
    .toSorted((one, other) => other.count - one.count)
    .slice(0, 20)

const rowOf = ({ id, name, email, status, session, agreed, cameFrom, cameAt }: Registration): FloodRow => ({
  id,
  name,
  email,
  status,
  session: idOf(session),
  title: agreementOf({ agreed }).course.title,
  address: cameFrom ?? null,
  at: Temporal.Instant.from(cameAt!),
})

/** What a filter finds, before anything is done. */
export const floodOf = async (context: Context, filter: FloodFilter): Promise<FloodView> => {
  const rows = (await found(context, filter)).map(rowOf)
  const titles = new Map(rows.map(({ session, title }) => [session, title]))
  return {
    rows,
    groups: {
      sessions: grouped(
        rows.map(({ session }) => session),
        (session) => titles.get(session)!,
      ),
      addresses: grouped(
        rows.map(({ address }) => address),
        (address) => address,
      ),
      domains: grouped(
        rows.map(({ email }) => domainOf(email)),
        (domain) => domain,
      ),
    },
  }
}

export type FloodDecision = { ids: readonly string[]; isTold: boolean; reason: string }

/**
 * Undoes what was shown of a flood and is still as the filter means it, at no cost. In each session all of it ends first, and only
 * then go the free seats to those who wait. Each person is told once, or nobody is. Returns how many were undone.
 */
export const undoFlood = async (
  context: Context,
  act: Act,
  filter: FloodFilter,
  { ids, isTold, reason }: FloodDecision,
): Promise<number> => {
  const shown = new Set(ids)
  const chosen = (await found(context, filter)).filter(({ id }) => shown.has(id))
  const tellsOfEnd = isTold ? randomUUID() : undefined
  const ofSessions = Map.groupBy(chosen, ({ session }) => idOf(session))
  let undone = 0
  await each([...ofSessions], async ([session, registrations]) => {
    const { offers } = await rulesOf(context, session)
    await withSeats(actOf(context, act.actor), offers, () =>
      each(registrations, async (registration) => {
        const said = { what: 'canceled', summary: `${registration.name}: undone with a flood of forms`, reason }
        if (await end(act, registration, 'flood', said, { cancelReason: reason, tellsOfEnd })) undone += 1
      }),
    )
  })
  return undone
}
