import type { Holiday } from '#collections/holidays/policy.ts'
import type { CheckDue } from '#collections/policies/calculator.ts'
import type { Step } from '#collections/policies/steps.ts'
import type { PolicyKind } from '#collections/policies/states.ts'
import { addDays, weekdayOf, type Day } from '#collections/values/day.ts'
import type { Messages } from '../../messages/index.ts'

/** One day of the strip that shows how a deadline is counted. */
export type Counted = { day: Day; tone: 'last' | 'counted' | 'off' | 'session'; number?: number; label: string }

type Texts = Messages['policies']
type Unit = keyof Texts['counted']

const SATURDAY = 6

const lastDayFor = ({ lastDay }: Texts, kind: PolicyKind): string =>
  kind === 'cancellation' || kind === 'guests' ? lastDay[kind] : lastDay.other

/** The days from the deadline to the session, each with what it is. */
export const countedDays = (steps: readonly Step[], kind: PolicyKind, unit: Unit, texts: Texts): Counted[] =>
  steps.map((step): Counted => {
    const { day } = step
    if (step.kind === 'session') return { day, tone: 'session', label: texts.sessionDay }
    if (step.kind === 'weekend') return { day, tone: 'off', label: texts.weekend }
    if (step.kind === 'holiday') return { day, tone: 'off', label: step.name }
    if (step.isDeadline) return { day, tone: 'last', number: step.count, label: lastDayFor(texts, kind) }
    return { day, tone: 'counted', number: step.count, label: texts.counted[unit](step.count) }
  })

const restLabel = (day: Day, holidays: readonly Holiday[], texts: Texts): string =>
  weekdayOf(day) >= SATURDAY ? texts.weekend : (holidays.find((holiday) => holiday.day === day)?.name ?? texts.weekend)

/** The same strip for a check: it begins with the last day mail comes, where that is before the plain count. */
export const countedForCheck = (
  counted: readonly Counted[],
  { due, lastMailDay, isEarlier }: CheckDue,
  holidays: readonly Holiday[],
  texts: Texts,
): Counted[] => {
  if (!isEarlier) return [...counted]
  const before: Counted[] = [{ day: lastMailDay, tone: 'last', label: texts.lastDay.guests }]
  for (let day = addDays(lastMailDay, 1); day < due; day = addDays(day, 1))
    before.push({ day, tone: 'off', label: restLabel(day, holidays, texts) })
  const rest = counted.map((one): Counted =>
    one.day === due ? { day: due, tone: 'off', label: restLabel(due, holidays, texts) } : one,
  )
  return [...before, ...rest]
}
