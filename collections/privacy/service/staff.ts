import type { Context } from '../../context/context.ts'
import type { Act } from '../../kernel/act.ts'
import { one } from '../../kernel/queries.ts'
import { refused } from '../../staff/refusals.ts'
import type { StaffDone } from '../../staff/views.ts'
import { hindrancesOf, HINDRANCES, type Hindrance } from '../hindrances.ts'
import { HELD_IN, HOLDINGS } from '../holdings.ts'
import { ERASURE_REASONS, type ErasureReason } from '../states.ts'
import { isOneOf } from '../../values/list.ts'
import { erasePerson } from './erase.ts'
import { everythingOf, type EverythingKind } from './everything.ts'
import { heldOf, knownOf, namedIn } from './held.ts'
import { openOf } from './open.ts'
import { overOf, periodsOf } from './over.ts'
import { PERIOD_NAMES, PERIODS, type PeriodName } from '../retention.ts'

/** What an erasure would do, before it is done. */
export type ErasureView = {
  name: string
  erasedAt: Temporal.Instant | null
  hindrances: Hindrance[]
  /** Kinds of records that there are, with how many. */
  parts: { label: string; count: number; goes: string; stays: string | null }[]
  /** Other people's records that name them. */
  others: number
  awards: number
  /** Only an admin may do it. */
  mayErase: boolean
}

/** One period, and how much is over by now; `months` null: it is kept for good. */
export type PeriodView = { name: PeriodName; what: string; months: number | null; over: number }

const over = async (context: Context): Promise<PeriodView[]> => {
  const periods = await periodsOf(context)
  const found = await overOf(context, periods)
  return PERIOD_NAMES.map((name) => ({
    name,
    what: PERIODS[name].what,
    months: periods[name],
    over: found[name].length,
  }))
}

const isAdmin = async (context: Context, { actor }: Act): Promise<boolean> =>
  Boolean(actor.user && (await one(context, 'users', actor.user))?.roles.includes('admin'))

const look = async (context: Context, act: Act, id: string): Promise<ErasureView | undefined> => {
  const held = await heldOf(context, id)
  const [person] = held.people
  if (!person) return undefined
  const others = await namedIn(context, held, knownOf(held.people))
  return {
    name: person.name,
    erasedAt: person.erasedAt ? Temporal.Instant.from(person.erasedAt) : null,
    hindrances: hindrancesOf(person, await openOf(context, held)),
    parts: HELD_IN.filter((slug) => held[slug].length > 0).map((slug) => {
      const { label, goes, stays } = HOLDINGS[slug]
      return { label, count: held[slug].length, goes, stays }
    }),
    others: Object.values(others).reduce((sum, ones) => sum + ones.length, 0),
    awards: held.awards.length,
    mayErase: await isAdmin(context, act),
  }
}

/** What the desk does about what is kept of people. */
export const staffPrivacy = (context: Context, act: Act) => ({
  /** What would go, what would stay and why; undefined where there is no such person. */
  look: (id: string) => look(context, act, id),

  /** What the next night would erase. */
  over: () => over(context),

  erase: async (
    id: string,
    { reason, keepsAwards, isSure }: { reason: string; keepsAwards: boolean; isSure: boolean },
  ): Promise<StaffDone> => {
    if (!(await isAdmin(context, act))) return refused('Only an admin can erase somebody. Nothing was changed.', 409)
    if (!isOneOf(Object.keys(ERASURE_REASONS) as ErasureReason[], reason)) return refused('Say why.')
    if (!isSure) return refused('Tick the box that says that it cannot be undone.')
    const hindrances = await erasePerson(context, act, id, { reason, keepsAwards })
    return hindrances.length === 0
      ? { ok: true }
      : refused(hindrances.map((hindrance) => HINDRANCES[hindrance]).join(' '), 409)
  },

  everything: (id: string, kind: EverythingKind) => everythingOf(context, id, kind),
})
