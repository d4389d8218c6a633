import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayShare, daysPaidFor, priceChange, type Booked } from '#collections/registrations/price.ts'

const NOV = '2026-11-10'
const DEC = '2026-12-08'
const agreed = (...days: string[]) => ({ price: { cents: 25_000 }, events: days.map((day) => ({ days: [day] })) })
const line = (cents: number, state: Booked['state'] = 'standing', day = NOV): Booked => ({
  id: 'c1',
  day,
  cents,
  state,
})

describe('the days that are paid for', () => {
  const held = [NOV, DEC]
  const row = (date: string, state: string) => ({ date, state })
  test.each<[string, { date: string; state: string }[], 'confirmed' | 'canceled', string[]]>([
    ['both of a seat', [], 'confirmed', [NOV, DEC]],
    ['not one that was given up', [row(NOV, 'canceled')], 'confirmed', [DEC]],
    ['one that was missed', [row(NOV, 'absent')], 'confirmed', [NOV, DEC]],
    ['one a colleague came to', [row(NOV, 'substituted')], 'confirmed', [DEC]],
    ['none of what ended before it began', [], 'canceled', []],
    ['none where every day was given up', [row(NOV, 'canceled')], 'canceled', []],
    ['the day somebody was at before the rest ended', [row(NOV, 'present')], 'canceled', [NOV]],
  ])('%s', (_, rows, status, days) => {
    expect(daysPaidFor(held, rows, { status })).toEqual(days)
  })
})

describe('what is booked for a place', () => {
  const two = agreed(NOV, DEC)
  test.each<[string, string[][], string[], Booked[], { takeBack: string[]; book: object[] }]>([
    ['nothing before the first day', [], [NOV, DEC], [], { takeBack: [], book: [] }],
    ['the share of the first', [[NOV]], [NOV, DEC], [], { takeBack: [], book: [{ day: NOV, cents: 12_500 }] }],
    [
      'the share of the second when it begins',
      [[NOV], [DEC]],
      [NOV, DEC],
      [line(12_500)],
      { takeBack: [], book: [{ day: DEC, cents: 12_500 }] },
    ],
    [
      'nothing twice',
      [[NOV], [DEC]],
      [NOV, DEC],
      [line(12_500), line(12_500, 'standing', DEC)],
      { takeBack: [], book: [] },
    ],
    ['nothing where every day was canceled in time', [[NOV], [DEC]], [], [], { takeBack: [], book: [] }],
    ['nothing for a day canceled in time', [[NOV]], [DEC], [], { takeBack: [], book: [] }],
    ['the share of the other only', [[NOV], [DEC]], [DEC], [], { takeBack: [], book: [{ day: DEC, cents: 12_500 }] }],
    ['back comes what was booked for days given up since', [[NOV]], [], [line(25_000)], { takeBack: ['c1'], book: [] }],
    [
      'a price booked whole, of which one day is paid for',
      [[NOV]],
      [NOV],
      [line(25_000)],
      { takeBack: ['c1'], book: [{ day: NOV, cents: 12_500 }] },
    ],
    [
      'what was booked for a day given up since, though the other would cost as much',
      [[NOV]],
      [DEC],
      [line(12_500)],
      { takeBack: ['c1'], book: [] },
    ],
    [
      'a price booked ahead stays while all is paid for',
      [[NOV]],
      [NOV, DEC],
      [line(25_000)],
      { takeBack: [], book: [] },
    ],
    [
      'a line taken back by hand is not booked again',
      [[NOV]],
      [NOV],
      [line(12_500, 'corrected')],
      { takeBack: [], book: [] },
    ],
    ['nor taken back again', [[NOV]], [], [line(12_500, 'corrected')], { takeBack: [], book: [] }],
    [
      'a line taken back by a rule is booked again where it is owed',
      [[NOV]],
      [NOV],
      [line(12_500, 'taken-back')],
      { takeBack: [], book: [{ day: NOV, cents: 12_500 }] },
    ],
  ])('%s', (_, events, paidFor, lines, change) => {
    expect(priceChange(two, 25_000, { begun: events, paidFor }, lines)).toEqual(change)
  })

  test('days that are canceled together are one line', () => {
    const event = ['2026-10-26', '2026-10-27', '2026-10-28']
    expect(
      priceChange(
        { price: { cents: 25_000 }, events: [{ days: event }] },
        25_000,
        { begun: [event], paidFor: event },
        [],
      ),
    ).toEqual({
      takeBack: [],
      book: [{ day: '2026-10-26', cents: 25_000 }],
    })
  })

  test('a day that was added costs no more', () => {
    expect(priceChange(agreed(NOV), 25_000, { begun: [[NOV], [DEC]], paidFor: [NOV, DEC] }, []).book).toEqual([
      { day: NOV, cents: 25_000 },
    ])
  })

  test('law: what stands is the price of the days paid for, whatever stood before, and all days make the price', () => {
    const days = Array.from({ length: 8 }, (_, at) => `2026-11-${String(at + 10)}`)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.subarray(days),
        fc.array(
          fc.record({
            cents: fc.integer({ min: 0, max: 50_000 }),
            state: fc.constantFrom('standing' as const, 'taken-back' as const),
          }),
          { maxLength: 4 },
        ),
        (price, paidFor, before) => {
          const lines = before.map((one, at) => ({ ...one, id: String(at), day: days[at]! }))
          const { takeBack, book } = priceChange(
            agreed(...days),
            price,
            { begun: days.map((day) => [day]), paidFor },
            lines,
          )
          const stands = lines.filter(({ id, state }) => state === 'standing' && !takeBack.includes(id))
          const total = [...stands, ...book].reduce((sum, { cents }) => sum + cents, 0)
          expect(total).toBe(Math.round((price * paidFor.length) / 8))
          expect(book.every(({ cents, day }) => cents > 0 && paidFor.includes(day))).toBe(true)
        },
      ),
    )
  })
})

test.each([
  [25_000, 3, 8_334],
  [25_000, 1, 25_000],
  [0, 2, 0],
])('the share of a day of %i in %i days is %i', (cents, count, share) => {
  const days = Array.from({ length: count }, (_, at) => `2026-10-${26 + at}`)
  expect(dayShare({ price: { cents }, events: [{ days }] })).toBe(share)
})
