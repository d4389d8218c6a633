import type { Where } from 'payload'
import type { Context } from '../context/context.ts'
import type { Snapshot } from '../catalog/snapshot.ts'
import { beginsWith, foundIn } from '../staff/found.ts'
import { every } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import type { Person } from '../kernel/payload-types.ts'
import { balanceOf } from '../invoices/policy.ts'
import { whoIsNow } from '../people/actions.ts'
import { isComing, personKnown, seatsOf } from '../staff/people.ts'
import { deskSessions } from '../staff/queries.ts'
import type { SearchView } from '../staff/search.ts'
import { formatDay } from '../values/day.ts'
import { isFoundBy, searchable, searchFor, type Search } from '../values/searchable.ts'

/** People that are shown; whoever has that many namesakes types more. */
const MOST_PEOPLE = 12
const MOST = 6

const noText = { people: [], sessions: [], courses: [], organizations: [], statements: [], checks: [], orders: [] }

/** Everybody a search finds, once; a record that was joined into another leads to that one. */
const peopleFound = async (
  context: Context,
  where: Where,
  search: Search,
): Promise<{ people: Person[]; isMore: boolean }> => {
  const found = await every(context, 'people', where, { sort: 'name', limit: MOST_PEOPLE + 1 })
  const known = await Promise.all(found.map((person) => whoIsNow(context, person)))
  const people = [...new Map(known.map((person) => [person.id, person])).values()]
  // Whose name it is stands before who works there.
  const isNamed = ({ name }: Person) => isFoundBy(searchable(name), search)
  people.sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)))
  return { people: people.slice(0, MOST_PEOPLE), isMore: found.length > MOST_PEOPLE }
}

/** Dates as people say them: 2027-03-02, March 2, Mar 2, 3/2/2027. */
const datesIn = (days: readonly { date: string }[]): string =>
  days
    .map(({ date }) => {
      const { year, month, day } = Temporal.PlainDate.from(date)
      return `${date} ${formatDay(date, 'en')} ${formatDay(date, 'en', 'short')} ${month}/${day}/${year}`
    })
    .join(' ')

type Kept = {
  sessions: { id: string; kept: string; startsAt: Temporal.Instant }[]
  courses: { slug: string; title: string; kept: string }[]
}

/** Worked out once for what is on the site now. */
const keptOf = ({ courses, session, courseOf, documents }: Snapshot): Kept => ({
  courses: [...courses.values()].map(({ slug, title }) => ({ slug, title, kept: searchable(title) })),
  sessions: [...session.values()].map(({ id, days, startsAt }) => {
    const of = documents.sessions.get(id)
    const course = documents.courses.get(courseOf.get(id) ?? '')
    const title = course?.title ?? documents.collaboratives.get(idOf(of?.collaborative) ?? '')?.name ?? ''
    const kept = searchable(title, datesIn(days), ...days.map(({ place }) => place))
    return { id, startsAt, kept }
  }),
})

const known = new WeakMap<Snapshot, Kept>()

const inCatalog = (snapshot: Snapshot): Kept => {
  const kept = known.get(snapshot) ?? keptOf(snapshot)
  known.set(snapshot, kept)
  return kept
}

/** The sessions a search finds, the nearest to now first, those to come before those that are over. */
const sessionsFound = async (context: Context, kept: Kept, search: Search) => {
  const now = context.now.epochMilliseconds
  const found = kept.sessions
    .filter((one) => isFoundBy(one.kept, search))
    .map(({ id, startsAt }) => ({ id, away: startsAt.epochMilliseconds - now }))
    .sort((a, b) => Number(a.away < 0) - Number(b.away < 0) || Math.abs(a.away) - Math.abs(b.away))
    .slice(0, MOST)
  if (found.length === 0) return []
  const order = found.map(({ id }) => id)
  const sessions = await every(context, 'sessions', { id: { in: order } })
  return deskSessions(
    context,
    sessions.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
  )
}

const organizationsFound = async (context: Context, search: Search, typed: string) => {
  const all = [...(await context.organizations()).values()]
  const ofOrder = await every(context, 'organizations', { 'billing.purchaseOrder': { equals: typed } }, { limit: MOST })
  const byOrder = new Set(ofOrder.map(({ id }) => id))
  return all
    .filter(({ id, name, payerKeys }) => byOrder.has(id) || isFoundBy(searchable(name, ...payerKeys), search))
    .slice(0, MOST)
    .map(({ id, name, member }) => ({ id, name, member }))
}

/** Checks and purchase orders, by the beginning of their number. */
const numbersFound = async (context: Context, typed: string) => {
  if (!/\d/.test(typed)) return { checks: [], orders: [] }
  const byNumber = (sort: string) => ({ sort, limit: MOST })
  const [checks, orders] = await Promise.all([
    every(context, 'deposits', beginsWith('checkNumber', typed), byNumber('checkNumber')),
    every(context, 'registrations', beginsWith('order.number', typed), byNumber('order.number')),
  ])
  return {
    checks: checks.map(({ registration, name, checkNumber, state, receivedCents, dueCents }) => ({
      registration: idOf(registration),
      name,
      number: checkNumber ?? '',
      state,
      cents: receivedCents ?? dueCents,
    })),
    orders: orders.map(({ id, name, order, session }) => ({
      registration: id,
      name,
      number: order.number ?? '',
      session: idOf(session),
    })),
  }
}

const statementsFound = async (context: Context, where: Where) =>
  (await every(context, 'invoices', where, { sort: '-number', limit: MOST })).map((invoice) => ({
    number: invoice.number,
    payerName: invoice.payerName,
    state: invoice.state,
    balanceCents: balanceOf(invoice),
  }))

/** Finds people, sessions, courses, organizations, statements, checks and purchase orders by what somebody typed. */
export const searchDesk = async (context: Context, typed: string): Promise<SearchView> => {
  const words = typed.trim()
  const inField = foundIn('search', words)
  if (!inField) return { typed: words, ...noText, found: 0, isMore: false }
  const search = searchFor(words)
  const kept = inCatalog(await context.source.read())
  const [{ people, isMore }, sessions, organizations, statements, numbers, names] = await Promise.all([
    peopleFound(context, inField, search),
    sessionsFound(context, kept, search),
    organizationsFound(context, search, words),
    statementsFound(context, inField),
    numbersFound(context, words),
    context.organizations(),
  ])
  const seats = await seatsOf(
    context,
    people.map(({ id }) => id),
  )
  const view = {
    people: people.map((person) => ({
      ...personKnown(person, names),
      seats: (seats.get(person.id) ?? []).filter((seat) => isComing(seat, context.now)),
    })),
    sessions,
    courses: kept.courses
      .filter((one) => isFoundBy(one.kept, search))
      .slice(0, MOST)
      .map(({ slug, title }) => ({ slug, title })),
    organizations,
    statements,
    ...numbers,
  }
  const found = Object.values(view).reduce((sum, hits) => sum + hits.length, 0)
  return { typed: words, ...view, found, isMore }
}
