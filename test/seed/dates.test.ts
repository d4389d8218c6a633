import { describe, expect, test } from 'vitest'
import { minnesotaHolidays } from '#collections/holidays/minnesota.ts'
import { noticeOn, sessionOn, workdaysFrom } from '#seed/content/dates.ts'
import { notices } from '#seed/content/notices.ts'
import { sessionPlans } from '#seed/content/sessions.ts'
import type { SessionPlan } from '#seed/content/types.ts'

const holidays = new Set(
  [2024, 2025, 2026, 2027, 2028, 2029].flatMap((year) => minnesotaHolidays(year)).map(({ day }) => day),
)
const isHoliday = (day: string): boolean => holidays.has(day)
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const found = (...args: Parameters<typeof workdaysFrom>): string[] => workdaysFrom(...args).map(String)

describe('workdaysFrom', () => {
  test.each([
    ['a working day stays', '2026-10-12', [3], undefined, ['2026-10-15']],
    ['a Saturday moves to Monday', '2026-10-12', [5], undefined, ['2026-10-19']],
    ['the seeding day itself, on a Sunday', '2026-10-18', [0], undefined, ['2026-10-19']],
    ['Thanksgiving and the Friday after are skipped', '2026-11-25', [1], undefined, ['2026-11-30']],
    ['a fixed weekday waits a week for a holiday', '2026-11-23', [1], 4, ['2026-12-03']],
    ['consecutive days never straddle a weekend', '2026-10-12', [4, 5], undefined, ['2026-10-19', '2026-10-20']],
    ['days apart keep their distance', '2026-10-12', [5, 12], undefined, ['2026-10-19', '2026-10-26']],
    ['the past moves to earlier days', '2026-10-12', [-1], undefined, ['2026-10-09']],
    ['consecutive past days stay together', '2026-10-13', [-3, -2], undefined, ['2026-10-08', '2026-10-09']],
    ['no days', '2026-10-12', [], undefined, []],
  ] as const)('%s', (_, seedingDay, offsets, weekday, expected) => {
    expect(found(day(seedingDay), offsets, isHoliday, weekday)).toEqual(expected)
  })

  test('refuses offsets out of order', () => {
    expect(() => workdaysFrom(day('2026-10-12'), [4, 4], isHoliday)).toThrow(RangeError)
  })

  test('gives up when every day is a holiday', () => {
    expect(() => workdaysFrom(day('2026-10-12'), [1], () => true)).toThrow(RangeError)
  })
})

const relative = sessionPlans.filter(({ days }) => days[0]?.offset !== undefined)
const seedingDays = Array.from({ length: 366 }, (_, i) => day('2026-10-01').add({ days: i }))

type Planned = { plan: SessionPlan; session: ReturnType<typeof sessionOn>; dates: Temporal.PlainDate[] }

/** Every plan on every seeding day of a year, so that no holiday season breaks the demo. */
const seededYear: { from: Temporal.PlainDate; planned: Planned[] }[] = seedingDays.map((from) => ({
  from,
  planned: relative.map((plan) => {
    const session = sessionOn(plan, from, isHoliday)
    return { plan, session, dates: session.days.map(({ date }) => day(date)) }
  }),
}))

/** The plans, each with its seeding day, whose dates do not pass. */
const failing = (check: (plan: SessionPlan, dates: Temporal.PlainDate[], from: Temporal.PlainDate) => boolean) =>
  seededYear.flatMap(({ from, planned }) =>
    planned
      .filter(({ plan, dates }) => !check(plan, dates, from))
      .map(({ plan: { key } }) => `${key} on ${from.toString()}`),
  )

describe('every planned session, seeded on any day of a year', () => {
  test('meets on working days that are no Minnesota holidays', () => {
    const isWorkday = (date: Temporal.PlainDate) => date.dayOfWeek <= 5 && !isHoliday(date.toString())
    expect(failing((_, dates) => dates.every(isWorkday))).toEqual([])
  })

  test('keeps consecutive days consecutive and days weeks apart at least as far apart', () => {
    const keepsGaps = (plan: SessionPlan, dates: Temporal.PlainDate[]) =>
      plan.days.every((current, i) => {
        if (i === 0) return true
        const planned = current.offset! - plan.days[i - 1]!.offset!
        const gap = dates[i - 1]!.until(dates[i]!).days
        return planned === 1 ? gap === 1 : gap >= planned
      })
    expect(failing(keepsGaps)).toEqual([])
  })

  test('keeps the past past, the future ahead, and what is under way under way', () => {
    const keepsTense = (plan: SessionPlan, dates: Temporal.PlainDate[], from: Temporal.PlainDate) =>
      plan.days.every(({ offset }, i) =>
        offset! < 0
          ? Temporal.PlainDate.compare(dates[i]!, from) < 0 || plan.days.at(-1)!.offset! >= 0
          : Temporal.PlainDate.compare(dates[i]!, from) >= 0,
      ) &&
      (plan.days[0]!.offset! >= 0 || Temporal.PlainDate.compare(dates[0]!, from) < 0)
    expect(failing(keepsTense)).toEqual([])
  })

  test('never begins two sessions of one course on the same day', () => {
    const clashes = seededYear.flatMap(({ planned }) => {
      const starts = planned.map(({ plan, session }) => `${plan.course} ${session.days[0]!.date}`)
      return starts.filter((start, i) => starts.indexOf(start) !== i)
    })
    expect(clashes).toEqual([])
  })

  test('opens registration after the seeding day where it is not yet open, and before the session', () => {
    const wrong = seededYear.flatMap(({ from, planned }) =>
      planned
        .filter(({ plan }) => plan.opensOn)
        .map(({ session }) => session)
        .filter(({ opensOn, days }) => !(opensOn! > from.toString() && opensOn! < days[0]!.date)),
    )
    expect(wrong).toEqual([])
  })
})

test('fixed dates stay as announced', () => {
  const plan = sessionPlans.find(({ key }) => key === 'community-of-practice-2024')!
  const { days } = sessionOn(plan, day('2026-11-21'), isHoliday)
  expect(days.map(({ date }) => date)).toEqual(plan.days.map(({ date }) => date))
})

test('notices get a first and a last day', () => {
  const shown = notices.map((notice) => noticeOn(notice, day('2026-10-12'), isHoliday))
  expect(shown.map(({ from, until }) => [from, until])).toEqual([
    ['2026-10-05', '2026-10-20'],
    ['2026-09-22', '2027-01-11'],
    ['2024-01-27', null],
  ])
})
