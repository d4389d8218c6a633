import type { Section } from './bed.ts'
import { measureRanking } from './ranking.ts'

/** A call for applications of a thousand. */
export const programs: Section = async ({ say }) => {
  say('The ranking of 1,000 applications, three readings each', await measureRanking(), 'ms')
}
