import { countOf } from './words.ts'

/**
 * Clock hours for a number of minutes, breaks already left out. One clock hour is 60 minutes; only full half hours count, so
 * 110 minutes are 1.5 and a certificate never claims time nobody sat (half-hour steps as in Washington State practice).
 */
export const clockHours = (minutes: number): number => Math.floor(minutes / 30) / 2

/** "6 clock hours", "1.5 clock hours", "1 clock hour", rounded as `clockHours` says; "20 minutes" where no half hour is full. */
export const formatClockHours = (minutes: number): string =>
  minutes > 0 && minutes < 30
    ? countOf(minutes, 'minute', 'minutes')
    : countOf(clockHours(minutes), 'clock hour', 'clock hours')

/**
 * Continuing education units as IACET defines them: one is ten contact hours of 60 minutes, in tenths. Some districts write
 * "one clock hour is one CEU"; so a number of units is never printed without what a unit is.
 */
export const continuingEducationUnits = (minutes: number): number => Math.round(minutes / 60) / 10

/** "0.6 CEU (by the definition of IACET, 1 CEU is 10 contact hours)"; empty where it does not come to a tenth. */
export const formatUnits = (minutes: number): string => {
  const units = continuingEducationUnits(minutes)
  return units > 0 ? `${units.toFixed(1)} CEU (by the definition of IACET, 1 CEU is 10 contact hours)` : ''
}
