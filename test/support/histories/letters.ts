// What somebody reads in their letters, and has in their calendar by the files that came with them: read as a person and a calendar
// program do, with none of the product's code.

const MOMENT = /Free of charge until \w+, (\w+) (\d+), (\d+), (\d+):(\d+) (AM|PM) CT/g
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** Until when canceling is free by what a letter says, on the clock of Chicago; milliseconds. */
export const deadlinesIn = (text: string): number[] =>
  [...text.matchAll(MOMENT)].map(
    ([, month, day, year, hour, minute, half]) =>
      new Temporal.PlainDateTime(
        Number(year),
        MONTHS.indexOf(month!) + 1,
        Number(day),
        (Number(hour) % 12) + (half === 'PM' ? 12 : 0),
        Number(minute),
      ).toZonedDateTime('America/Chicago').epochMilliseconds,
  )

type Entry = { number: number; isCanceled: boolean; day: string }

/**
 * The days in a calendar that took every file in order, and each entry only where its number is not lower than that of the one it
 * has.
 */
export const calendarOf = (files: readonly string[]): string[] => {
  const entries = new Map<string, Entry>()
  for (const file of files)
    for (const [event] of file.replaceAll(/\r?\n[ \t]/g, '').matchAll(/BEGIN:VEVENT[\s\S]*?END:VEVENT/g)) {
      const field = (name: string): string => new RegExp(`^${name}[^:\r\n]*:(.*?)\r?$`, 'm').exec(event)?.[1] ?? ''
      const [uid, number] = [field('UID'), Number(field('SEQUENCE'))]
      if (number < (entries.get(uid)?.number ?? 0)) continue
      const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(field('DTSTART')) ?? []
      entries.set(uid, { number, isCanceled: field('STATUS') === 'CANCELLED', day: `${year}-${month}-${day}` })
    }
  return [...entries.values()]
    .filter(({ isCanceled }) => !isCanceled)
    .map(({ day }) => day)
    .toSorted()
}
