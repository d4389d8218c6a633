import { refusalOfPeriod, schoolYearOf, type Period } from '#collections/reports/policy.ts'
import { isDay, type Day } from '#collections/values/day.ts'

/** The days a report is asked for, and why they cannot be; without any, the school year that is under way. */
export const reportPeriod = (
  query: URLSearchParams,
  today: Day,
): { period: Period; refusal: ReturnType<typeof refusalOfPeriod> } => {
  const [from, until] = [query.get('from') ?? '', query.get('until') ?? '']
  const usual = schoolYearOf(today)
  if (!isDay(from) || !isDay(until)) return { period: usual, refusal: undefined }
  const refusal = refusalOfPeriod({ from, until })
  return { period: refusal ? usual : { from, until }, refusal }
}
