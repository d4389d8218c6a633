import { minnesotaRules } from './minnesota.ts'
import { holidaysFrom, type HolidayRule } from './recurrence.ts'

type Listed = HolidayRule & { id: string }

const isOnce = ({ repeats }: HolidayRule): boolean => !repeats || repeats === 'once'
const yearOf = ({ date }: HolidayRule): number => Number(date.slice(0, 4))

/**
 * What a list of single days becomes that was written from the Minnesota holidays some years ahead: one of the days of each
 * holiday turns into its rule, and those that only repeat it are needless. A holiday that staff took off the list altogether
 * stays off, and a day on which they decided otherwise stays as it is.
 */
export const rulesFromDays = (
  listed: readonly Listed[],
): { rules: (Partial<HolidayRule> & { id: string })[]; needless: string[] } => {
  const once = listed.filter(isOnce)
  if (once.length === 0) return { rules: [], needless: [] }
  const first = Math.min(...once.map(yearOf))
  const rules: (Partial<HolidayRule> & { id: string })[] = []
  const needless: string[] = []
  for (const rule of minnesotaRules(first)) {
    const days = new Map(holidaysFrom([rule]).map(({ day, name }) => [day, name]))
    const repeated = once.filter(({ date, name }) => days.get(date) === name)
    const own = repeated.filter(({ name }) => name === rule.name).sort((a, b) => (a.date < b.date ? -1 : 1))
    const [earliest, latest] = [own[0], own.at(-1)]
    if (!earliest || !latest || listed.some((one) => !isOnce(one) && one.name === rule.name)) continue
    const closed = latest.closed ?? true
    const { date: _, name: __, ...how } = rule
    rules.push({ id: earliest.id, ...how, closed })
    needless.push(...repeated.filter((one) => one !== earliest && (one.closed ?? true) === closed).map(({ id }) => id))
  }
  return { rules, needless }
}
