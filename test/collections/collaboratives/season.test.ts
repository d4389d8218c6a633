import { describe, expect, test } from 'vitest'
import {
  addressOf,
  datedTexts,
  datesNamed,
  movedDays,
  refusalsOfSeason,
  renamed,
} from '#collections/collaboratives/season.ts'
import { isDay } from '#collections/values/day.ts'

test.each([
  ['Equity Community of Practice', '2028', 'Equity Community of Practice 2028'],
  ['Equity Community of Practice 2026', '2028', 'Equity Community of Practice 2028'],
  ['Peers 2026-27', '2027–28', 'Peers 2027–28'],
  ['Peers 2026–2027, West', '2027–28', 'Peers 2027–28, West'],
])('%s becomes, in %s, %s', (name, season, expected) => {
  expect(renamed(name, season)).toBe(expected)
})

test('an address names the season', () => {
  expect(addressOf('School Climate', '2027–28')).toBe('school-climate-2027-28')
})

test('eight Thursdays stay eight Thursdays', () => {
  const thursdays = (first: string) =>
    Array.from({ length: 8 }, (_, week) => [
      Temporal.PlainDate.from(first)
        .add({ days: 7 * week })
        .toString(),
    ])
  expect(movedDays(thursdays('2024-02-01'), '2028-02-03')).toEqual(thursdays('2028-02-03'))
})

test('what lies together stays together', () => {
  expect(movedDays([['2026-10-05', '2026-10-06'], ['2026-11-02']], '2027-10-04')).toEqual([
    ['2027-10-04', '2027-10-05'],
    ['2027-11-01'],
  ])
})

test.each([
  ['Eight Thursdays from February 1 to Mar. 21, 2024', ['February 1', 'Mar. 21, 2024']],
  ['Apply by 1/26/2024 or 2024-01-26.', ['1/26/2024', '2024-01-26']],
  ['The 2023 cohort, and again the 2023 cohort', ['2023']],
  ['We may meet in March, at 8:30, in Room 204', []],
])('%s names %j', (text, expected) => {
  expect(datesNamed(text)).toEqual(expected)
})

test('texts that name dates are named by their fields, formatted ones too', () => {
  const story = { root: { children: [{ children: [{ text: 'It began in 2024.' }] }] } }
  expect(
    datedTexts(
      { story, audience: 'Teachers', conditions: [{ text: 'You can come on Feb 1' }] },
      { story: 'Story', audience: 'Audience', conditions: 'Conditions' },
    ),
  ).toEqual([
    { where: 'Story', dates: ['2024'] },
    { where: 'Conditions', dates: ['Feb 1'] },
  ])
})

describe('what is wrong with a new season', () => {
  const form = { season: '2028', opensOn: '2027-11-01', appliesUntil: '2028-01-28', firstDay: '2028-02-03' }
  test.each([
    [{}, []],
    [{ season: ' ' }, ['season']],
    [{ appliesUntil: '2027-10-31' }, ['appliesUntil']],
    [{ firstDay: '' }, ['firstDay']],
    [{ firstDay: '2028-01-28' }, ['firstDay']],
    [{ opensOn: '', appliesUntil: '' }, []],
    [{ opensOn: 'soon' }, ['opensOn']],
  ])('%j', (given, expected) => {
    expect(Object.keys(refusalsOfSeason({ ...form, ...given }, { hasMeetings: true, isDay }))).toEqual(expected)
  })

  test('nothing is asked of meetings where there are none', () => {
    expect(refusalsOfSeason({ ...form, firstDay: '' }, { hasMeetings: false, isDay })).toEqual({})
  })
})
