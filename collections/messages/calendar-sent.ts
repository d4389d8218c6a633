import { isDay, type Day, type Time } from '../values/day.ts'

// What stands in somebody's calendar by the files they were sent: an entry that is no more has to be taken out by its own name.

/** An entry of an earlier file. `id`: what names it. */
export type SentEntry = { id: string; date: Day; startTime: Time; endTime: Time }

const CLOCK = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})\d{2}$/

const clockOf = (event: string, name: 'DTSTART' | 'DTEND'): { date: string; time: string } | undefined => {
  const value = new RegExp(`^${name}[^:\\r\\n]*:(\\S+)`, 'm').exec(event)?.[1] ?? ''
  const [, year, month, day, hour, minute] = CLOCK.exec(value) ?? []
  return year ? { date: `${year}-${month}-${day}`, time: `${hour}:${minute}` } : undefined
}

/**
 * Every entry about one registration that any of the files names, the last word about each. Hours are on the clock of the session.
 */
export const sentEntries = (files: readonly string[], registration: string): SentEntry[] => {
  const entries = new Map<string, SentEntry>()
  for (const file of files) {
    const unfolded = file.replace(/\r?\n[ \t]/g, '')
    for (const [event] of unfolded.matchAll(/BEGIN:VEVENT[\s\S]*?END:VEVENT/g)) {
      const id = /^UID:(\S+)/m.exec(event)?.[1] ?? ''
      const [start, end] = [clockOf(event, 'DTSTART'), clockOf(event, 'DTEND')]
      if (!id.startsWith(`registration-${registration}-`) || !start || !end || !isDay(start.date)) continue
      entries.set(id, { id, date: start.date, startTime: start.time, endTime: end.time })
    }
  }
  return [...entries.values()]
}
