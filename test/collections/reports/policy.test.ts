import { describe, expect, test } from 'vitest'
import { reportCsv } from '#collections/reports/csv.ts'
import { refusalOfPeriod, reportOf, schoolYearOf, type Fact, type Taught } from '#collections/reports/policy.ts'
import { wholeOf } from '#collections/reports/whole.ts'

const period = { from: '2026-07-01', until: '2027-06-30' }
const taught = new Map<string, Taught>([
  ['fall', { course: 'basic', circles: ['red', 'blue'], strategies: ['voice'], month: '2026-10' }],
  ['spring', { course: 'deeper', circles: ['blue'], strategies: [], month: '2027-03' }],
])
const people = (count: number, given: Partial<Fact>, from = 0): Fact[] =>
  Array.from({ length: count }, (_, at) => ({
    person: `person-${from + at}`,
    district: 'alder',
    session: 'fall',
    status: 'confirmed',
    isUnmet: false,
    minutes: 375,
    missed: 0,
    ...given,
  }))
const NOTHING = { billed: 0, fees: 0, received: 0 }
const SEATS = { offered: 40, taken: 30 }
const reported = (facts: Fact[], money = NOTHING) => reportOf(period, facts, taught, SEATS, money)

describe('a report', () => {
  const facts = [
    ...people(20, {}),
    ...people(12, { district: 'birch' }, 100),
    // The same twelve came again: people once, hours twice.
    ...people(12, { district: 'birch', session: 'spring', minutes: 110 }, 100),
    ...people(2, { minutes: 0, missed: 1 }, 200),
    ...people(3, { minutes: 0, status: 'canceled', isUnmet: true }, 300),
  ]
  const report = reported(facts, { billed: 100_000, fees: 30_000, received: 25_050 })

  test('counts people once, hours as certificates do, and those who never had a seat', () =>
    expect(report.totals).toEqual({
      people: 32,
      registrations: 46,
      hours: 20 * 6 + 12 * 6 + 12 * 1.5,
      missed: null,
      unmet: null,
    }))
  test('by district, circle, strategy, course and month', () => {
    const said = (groups: typeof report.groups.course) =>
      groups.map(({ key, figures }) => [key, figures?.people ?? null])
    expect(said(report.groups.district)).toEqual([
      ['alder', 20],
      ['birch', 12],
    ])
    expect(said(report.groups.circle)).toEqual([
      ['blue', 32],
      ['red', 32],
    ])
    expect(said(report.groups.strategy)).toEqual([['voice', 32]])
    expect(said(report.groups.course)).toEqual([
      ['basic', 32],
      ['deeper', 12],
    ])
    expect(said(report.groups.month)).toEqual([
      ['2026-10', 32],
      ['2027-03', 12],
    ])
  })
  test('maps districts over circles and strategies', () =>
    expect(report.map).toEqual({
      columns: ['red', 'blue', 'voice'],
      rows: [
        { key: 'alder', cells: [20, 20, 20] },
        { key: 'birch', cells: [12, 12, 12] },
      ],
    }))
  test('says money and seats', () => {
    const whole = new Map(wholeOf(report, 'en'))
    expect([whole.get('Billed, less what was taken back'), whole.get('Money that came in')]).toEqual([
      '$1,000',
      '$250.50',
    ])
    expect(whole.get('Seats taken of them')).toBe('30')
  })
  test('is a table too', () => {
    const table = reportCsv(report, (_, key) => key)
    expect(table).toContain('2026-07-01,2027-06-30,District,birch,12,24,90,0\r\n')
    expect(table).toContain('2026-07-01,2027-06-30,Month in which the session began,2026-10-01,32,')
  })
})

describe('fewer than ten people', () => {
  test('are hidden wherever they stand, and so is who would be left', () => {
    const report = reported([
      ...people(20, {}),
      ...people(9, { district: 'birch' }, 100),
      ...people(15, { district: 'cedar' }, 200),
    ])
    expect(report.groups.district).toMatchObject([
      { key: 'alder', figures: { people: 20 } },
      { key: 'birch', figures: null },
      { key: 'cedar', figures: null },
    ])
    expect(report.map.rows.find(({ key }) => key === 'birch')?.cells).toEqual([null, null, null])
    expect(reportCsv(report, (_, key) => key)).not.toMatch(/birch,(9|15)/)
  })
  test('who were registered are hidden too, though nobody came', () => {
    const report = reported([
      ...people(20, {}),
      ...people(3, { district: 'birch', minutes: 0 }, 100),
      ...people(15, { district: 'cedar' }, 200),
    ])
    expect(report.groups.district.filter(({ figures }) => figures === null).map(({ key }) => key)).toEqual([
      'birch',
      'cedar',
    ])
  })
  test('in all have no totals', () => expect(reported(people(9, {})).totals).toBeNull())
})

test.each([
  ['2026-06-30', '2025-07-01'],
  ['2026-07-01', '2026-07-01'],
  ['2027-01-15', '2026-07-01'],
])('the school year of %s begins on %s', (today, from) => expect(schoolYearOf(today).from).toBe(from))

test.each([
  ['2026-07-01', '2026-06-30', 'backwards'],
  ['2026-07-01', '2026-07-01', undefined],
  ['2020-01-01', '2027-01-01', 'too-long'],
])('from %s until %s', (from, until, refusal) => expect(refusalOfPeriod({ from, until })).toBe(refusal))
