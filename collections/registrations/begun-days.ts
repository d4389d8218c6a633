import type { CollectionBeforeChangeHook } from 'payload'
import { panelTime } from '../kernel/clock.ts'
import { isForPublic } from '../kernel/drafts.ts'
import type { Session } from '../kernel/payload-types.ts'
import { refused } from '../kernel/refused.ts'
import { instantAt } from '../values/day.ts'
import { PUBLISHED } from './moved-days.ts'

// What has begun stays on its date, and nothing is set to a moment that has passed: who was there, what is owed and what was told
// are recorded by the date, and nobody could come to, cancel or be told of a day that is over when it is written down.

type Row = Pick<Session['days'][number], 'id' | 'date' | 'startTime' | 'canceled'>
type Dated = { days: readonly Row[]; timeZone: string }

type Reason = 'begun' | 'past' | 'taken-out'

export const BEGUN_REFUSALS = {
  begun:
    'This day has begun, and people are registered, so its date stays. If it was not held, mark it as canceled and add the new date as a day of its own: everyone is told, and nobody owes a fee.',
  past: 'This day would have begun already, and people are registered, who could not come any more. Choose a later date or hour.',
  'taken-out':
    'A day that has begun cannot be taken out, because people are registered. If it was not held, mark it as canceled: everyone is told, and nobody owes a fee.',
} satisfies Record<Reason, string>

/** A day is the same as long as its row is, or, for whoever saves days without the names of their rows, its date. */
const sameIn = (days: readonly Row[], row: Row): Row | undefined =>
  days.find(({ id }) => id && id === row.id) ?? days.find(({ date }) => date === row.date)

/**
 * Why people who are registered keep the days of a session from becoming these; undefined: they can. One that was
 * called off was not held, and moves as it likes, but not into the past. `index` is that of the day after the change, or of where it
 * was.
 */
export const refusalOfRedating = (
  before: Dated,
  after: Dated,
  now: Temporal.Instant,
): { reason: Reason; index: number } | undefined => {
  const hasBegun = ({ date, startTime }: Row, { timeZone }: Dated): boolean =>
    Temporal.Instant.compare(instantAt(date, startTime, timeZone), now) <= 0
  const wasHeld = (row: Row): boolean => !row.canceled && hasBegun(row, before)
  for (const [index, row] of after.days.entries()) {
    const was = sameIn(before.days, row)
    if (was && wasHeld(was) && was.date !== row.date) return { reason: 'begun', index }
    const isAsItWas = was && hasBegun(was, before) && was.date === row.date
    if (!isAsItWas && !row.canceled && hasBegun(row, after)) return { reason: 'past', index }
  }
  const takenOut = before.days.findIndex((row) => wasHeld(row) && !sameIn(after.days, row))
  return takenOut < 0 ? undefined : { reason: 'taken-out', index: Math.min(takenOut, after.days.length - 1) }
}

/** Refuses to publish other dates for what has begun, or dates that have passed, once anybody registered. */
export const keepBegunDays: CollectionBeforeChangeHook<Session> = async ({ data, originalDoc, context, req }) => {
  const before = context[PUBLISHED] as Session | null | undefined
  if (before?._status !== 'published' || before.status === 'canceled' || !isForPublic(data, originalDoc)) return data
  const after = { days: data.days ?? before.days, timeZone: data.timeZone ?? before.timeZone }
  const refusal = refusalOfRedating(before, after, panelTime(req.payload))
  if (!refusal) return data
  const { totalDocs } = await req.payload.count({
    collection: 'registrations',
    overrideAccess: true,
    req,
    where: { session: { equals: before.id } },
  })
  if (totalDocs === 0) return data
  const { reason, index } = refusal
  throw refused('sessions', { path: `days.${index}.date`, message: `Day ${index + 1}: ${BEGUN_REFUSALS[reason]}` }, req)
}
