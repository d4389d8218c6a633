import type { Status } from '../registrations/states.ts'
import { addDays, type Day } from '../values/day.ts'
import { clockHours } from '../values/hours.ts'
import type { Cents } from '../values/money.ts'
import { hiddenIn, hiddenOf, LEAST } from './suppression.ts'

/** The days of a report, both counted. */
export type Period = { from: Day; until: Day }

/** What a session is a run of: its course with circles and strategies, by their ids. */
export type Taught = { course: string; circles: readonly string[]; strategies: readonly string[]; month: string }

/** A registration, as far as it counts. */
export type Fact = {
  person: string
  /** The organization they worked for then; '' where it is none of the list. */
  district: string
  session: string
  status: Status
  /** Waited, and never had a seat. */
  isUnmet: boolean
  /** Attended in the period. */
  minutes: number
  /** Days in the period on which they had a seat and were not there, unexcused. */
  missed: number
}

export type Money = { billed: Cents; fees: Cents; received: Cents }
export type Seats = { offered: number; taken: number }

/** One line of a report; null: fewer than ten people, or it would let them be worked out. */
export type Group = { key: string; people: number; registrations: number; hours: number; missed: number | null }
export type Shown = { key: string; figures: Omit<Group, 'key'> | null }

export const DIMENSIONS = ['district', 'circle', 'strategy', 'course', 'month'] as const
export type Dimension = (typeof DIMENSIONS)[number]

export type Report = {
  period: Period
  /** null: fewer than ten people in all. */
  totals: (Omit<Group, 'key'> & { unmet: number | null }) | null
  seats: Seats
  money: Money
  groups: Record<Dimension, Shown[]>
  /** People by district over circles and strategies; null: not shown. */
  map: { columns: string[]; rows: { key: string; cells: (number | null)[] }[] }
}

/** The school year a day lies in, July 1 to June 30. */
export const schoolYearOf = (today: Day): Period => {
  const begins = today.slice(5) >= '07-01' ? Number(today.slice(0, 4)) : Number(today.slice(0, 4)) - 1
  return { from: `${begins}-07-01`, until: `${begins + 1}-06-30` }
}

/** Why a period cannot be reported; undefined means it can. Five years are as much as anybody compares. */
export const refusalOfPeriod = ({ from, until }: Period): 'backwards' | 'too-long' | undefined => {
  if (until < from) return 'backwards'
  return until > addDays(from, 366 * 5) ? 'too-long' : undefined
}

/** A count that would tell of fewer than ten; nobody at all can be told. */
const fewAs = (count: number): number | null => (count > 0 && count < LEAST ? null : count)

class Sum {
  people = new Set<string>()
  /** Whoever is registered, also those who never came. */
  known = new Set<string>()
  registrations = 0
  hours = 0
  missed = 0
  add({ person, minutes, missed, status }: Fact): void {
    if (minutes > 0) this.people.add(person)
    if (minutes > 0 || status !== 'canceled') this.known.add(person)
    if (status !== 'canceled') this.registrations += 1
    this.hours += clockHours(minutes)
    this.missed += missed
  }
  figures(): Omit<Group, 'key'> {
    const { people, registrations, hours, missed } = this
    return { people: people.size, registrations, hours, missed: fewAs(missed) }
  }
}

const sumsBy = (facts: readonly Fact[], keysOf: (fact: Fact) => readonly string[]): Map<string, Sum> => {
  const sums = new Map<string, Sum>()
  for (const fact of facts)
    for (const key of keysOf(fact)) {
      let sum = sums.get(key)
      if (!sum) sums.set(key, (sum = new Sum()))
      sum.add(fact)
    }
  return sums
}

/** Those with the most people first; what is hidden last, so that its place tells nothing. */
const shownOf = (sums: ReadonlyMap<string, Sum>, isByKey: boolean): Shown[] => {
  const groups = [...sums].map(([key, sum]) => ({ key, figures: sum.figures() }))
  const all = [...sums.values()]
  // Neither those who came nor those who were registered may be few.
  const [came, known] = [hiddenOf(all.map(({ people }) => people.size)), hiddenOf(all.map((sum) => sum.known.size))]
  const hidden = came.map((mark, at) => mark || known[at]!)
  const shown = groups.map((group, at): Shown => (hidden[at] ? { ...group, figures: null } : group))
  const people = ({ figures }: Shown): number => figures?.people ?? -1
  return shown.toSorted((a, b) =>
    isByKey ? a.key.localeCompare(b.key) : people(b) - people(a) || a.key.localeCompare(b.key),
  )
}

const mapOf = (facts: readonly Fact[], taught: ReadonlyMap<string, Taught>): Report['map'] => {
  const of = ({ session }: Fact): Taught | undefined => taught.get(session)
  const columns = [
    ...new Set([...taught.values()].flatMap(({ circles }) => circles)),
    ...new Set([...taught.values()].flatMap(({ strategies }) => strategies)),
  ]
  const attended = facts.filter(({ minutes }) => minutes > 0)
  const rows = [...Map.groupBy(attended, ({ district }) => district)]
  const counts = rows.map(([, own]) => {
    const people = new Map<string, Set<string>>()
    for (const fact of own)
      for (const key of [...(of(fact)?.circles ?? []), ...(of(fact)?.strategies ?? [])])
        people.set(key, (people.get(key) ?? new Set()).add(fact.person))
    return columns.map((key) => people.get(key)?.size ?? 0)
  })
  const hidden = hiddenIn(counts)
  return {
    columns,
    rows: rows.map(([key], row) => ({
      key,
      cells: columns.map((_, column) => (hidden[row]![column] ? null : counts[row]![column]!)),
    })),
  }
}

/** The report of a period, from what was registered, attended and paid. */
export const reportOf = (
  period: Period,
  facts: readonly Fact[],
  taught: ReadonlyMap<string, Taught>,
  seats: Seats,
  money: Money,
): Report => {
  const of = ({ session }: Fact): Taught | undefined => taught.get(session)
  const all = new Sum()
  for (const fact of facts) all.add(fact)
  const unmet = facts.filter(({ isUnmet }) => isUnmet).length
  const totals = { ...all.figures(), unmet: fewAs(unmet) }
  const keys: Record<Dimension, (fact: Fact) => readonly string[]> = {
    district: ({ district }) => [district],
    circle: (fact) => of(fact)?.circles ?? [],
    strategy: (fact) => of(fact)?.strategies ?? [],
    course: (fact) => (of(fact) ? [of(fact)!.course] : []),
    month: (fact) => (of(fact) ? [of(fact)!.month] : []),
  }
  return {
    period,
    totals: fewAs(totals.people) === null || fewAs(all.known.size) === null ? null : totals,
    seats,
    money,
    groups: Object.fromEntries(
      DIMENSIONS.map((dimension) => [dimension, shownOf(sumsBy(facts, keys[dimension]), dimension === 'month')]),
    ) as Report['groups'],
    map: mapOf(facts, taught),
  }
}
