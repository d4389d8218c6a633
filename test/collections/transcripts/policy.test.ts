import { describe, expect, test } from 'vitest'
import { transcriptCsv } from '#collections/transcripts/csv.ts'
import { entriesIn, totalsOf, type Entry } from '#collections/transcripts/policy.ts'
import { daysText, unitsText } from '#collections/transcripts/words.ts'

const entry = (given: Partial<Entry> & Pick<Entry, 'days'>): Entry => ({
  title: 'Talking About Race',
  provider: 'The Agency',
  instructors: 'Two People',
  minutes: given.days.reduce((sum, { minutes }) => sum + minutes, 0),
  category: 'B',
  licenseTopics: ['Cultural competency'],
  topics: [],
  code: 'ABC',
  ...given,
})
const whole = entry({ days: [{ date: '2026-10-15', minutes: 375 }] })
const split = entry({
  title: 'Deeper',
  days: [
    { date: '2027-03-02', minutes: 110 },
    { date: '2027-03-23', minutes: 45 },
  ],
  category: 'C',
  licenseTopics: ['Cultural competency', 'English learners'],
  code: null,
})

describe('a record', () => {
  test('comes to what its certificates say, each in full half hours', () => {
    // 375 minutes are 6 hours, 155 are 2.5: 8.5, where 530 minutes at once would be 8.5 too, and 20 and 20 are none.
    expect(totalsOf([whole, split])).toEqual({
      minutes: 530,
      hours: 8.5,
      byCategory: [
        { name: 'B', hours: 6 },
        { name: 'C', hours: 2.5 },
      ],
      byTopic: [
        { name: 'Cultural competency', hours: 8.5 },
        { name: 'English learners', hours: 2.5 },
      ],
    })
    const short = entry({ days: [{ date: '2027-01-01', minutes: 20 }] })
    expect(totalsOf([short, short]).hours).toBe(0)
  })
  test.each([
    ['everything', { from: null, until: null }, ['Talking About Race 375', 'Deeper 155']],
    [
      'from the first day on, which counts',
      { from: '2026-10-15', until: null },
      ['Talking About Race 375', 'Deeper 155'],
    ],
    ['a license period that ends between two days', { from: '2026-10-16', until: '2027-03-22' }, ['Deeper 110']],
    ['nothing', { from: '2028-01-01', until: null }, []],
  ])('in a period: %s', (_, period, found) =>
    expect(entriesIn([split, whole], period).map(({ title, minutes }) => `${title} ${minutes}`)).toEqual(found),
  )
  test('says the days of each', () =>
    expect([daysText(whole), daysText(split)]).toEqual(['Thu, Oct 15, 2026', 'Tue, Mar 2, 2027 to Tue, Mar 23, 2027']))
})

describe('CEU', () => {
  test('are never printed without what they are, and only where the agency prints them', () => {
    expect(unitsText(375, false)).toBe('')
    expect(unitsText(375, true)).toBe('0.6 CEU (by the definition of IACET, 1 CEU is 10 contact hours)')
    const given = { name: 'Ana', entries: [whole], certificateOf: (code: string) => `https://example.org/${code}` }
    expect(transcriptCsv({ ...given, printsUnits: false })).not.toContain('CEU')
    const table = transcriptCsv({ ...given, printsUnits: true })
    expect(table).toContain('"CEU (By the definition of IACET, 1 CEU is 10 contact hours. It is not a clock hour.)"')
    expect(table.split('\r\n')[1]).toMatch(
      /^Ana,The Agency,Talking About Race,2026-10-15,2026-10-15,Two People,375,6,0\.6,B,Cultural competency,,https:\/\/example\.org\/ABC,/,
    )
    expect(table).toContain('committee decides')
  })
})
