import { expect, test } from 'vitest'
import { byMonth, dateMark } from '#site/src/lib/sessions/timetable.ts'
import { aCourse, aDay, aLine } from '#test/support/views.ts'

const onDays = (...dates: string[]) => aLine({ days: dates.map((date) => aDay(date)) })

test.each([
  ['one day', ['2026-10-15'], { numbers: '15', weekdays: 'Thu', month: 'Oct', more: 0 }],
  ['days in a row', ['2026-12-08', '2026-12-09'], { numbers: '8–9', weekdays: 'Tue–Wed', month: 'Dec', more: 0 }],
  [
    'days in a row over the end of a month',
    ['2026-11-30', '2026-12-01'],
    { numbers: '30–1', weekdays: 'Mon–Tue', month: 'Nov', more: 0 },
  ],
  ['days apart', ['2026-12-22', '2027-01-19', '2027-02-16'], { numbers: '22', weekdays: 'Tue', month: 'Dec', more: 2 }],
  [
    'a pair and a day apart',
    ['2026-12-08', '2026-12-09', '2027-01-19'],
    { numbers: '8–9', weekdays: 'Tue–Wed', month: 'Dec', more: 1 },
  ],
  ['twice on one day', ['2026-10-15', '2026-10-15'], { numbers: '15', weekdays: 'Thu', month: 'Oct', more: 0 }],
])('mark of %s', (_, dates, mark) => expect(dateMark(onDays(...dates), 'en')).toEqual(mark))

test('the mark speaks the language of the page', () => {
  expect(dateMark(onDays('2026-10-15'), 'es')).toMatchObject({ numbers: '15', weekdays: 'jue', month: 'oct' })
})

test('courses by month keep their order, and those without a date come last', () => {
  const undated = aCourse({ slug: 'undated', next: null })
  const december = aCourse({ slug: 'december', next: onDays('2026-12-08') })
  const november = aCourse({ slug: 'november', next: onDays('2026-11-30', '2026-12-01') })
  const later = aCourse({ slug: 'later', next: onDays('2026-12-22') })
  const months = byMonth([undated, november, december, later])
  expect(months.map(({ month, courses }) => [month, courses.map(({ slug }) => slug)])).toEqual([
    ['2026-11', ['november']],
    ['2026-12', ['december', 'later']],
    [null, ['undated']],
  ])
})

test('no courses make no months', () => expect(byMonth([])).toEqual([]))
