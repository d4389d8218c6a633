import type { Payload } from 'payload'
import { every } from '../kernel/queries.ts'
import { dayIn } from '../values/day.ts'
import { unknownYears, type UnknownYears } from './unknown-years.ts'

/** Closing days that are entered year by year and end before sessions that are planned, as of a moment. */
export const unknownYearsAt = async (
  payload: Payload,
  now: Temporal.Instant,
  zone: string,
): Promise<UnknownYears[]> => {
  const source = { payload }
  const [holidays, sessions] = await Promise.all([
    every(source, 'holidays', {}),
    every(source, 'sessions', {
      and: [{ endsAt: { greater_than: now.toString() } }, { status: { equals: 'scheduled' } }],
    }),
  ])
  const today = dayIn(now, zone)
  const planned = sessions.flatMap(({ days }) => days.map(({ date }) => date)).filter((day) => day >= today)
  return unknownYears(holidays, planned)
}
