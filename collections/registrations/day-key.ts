import type { Day } from '../values/day.ts'

/** One day of one registration: one row of the ledger of days, whoever records it and however often. */
export const dayKey = (registration: string, date: Day): string => `${registration}#${date}`
