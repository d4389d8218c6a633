import { expect, test } from 'vitest'
import { ageOf, agingOf } from '#collections/invoices/aging.ts'

test.each([
  ['2027-01-05', 'current'],
  ['2027-01-04', 'to-30'],
  ['2026-12-06', 'to-30'],
  ['2026-12-05', 'to-60'],
  ['2026-11-06', 'to-60'],
  ['2026-11-05', 'to-90'],
  ['2026-10-07', 'to-90'],
  ['2026-10-06', 'older'],
])('on January 5, 2027, what was due on %s is %s', (dueOn, age) => expect(ageOf(dueOn, '2027-01-05')).toBe(age))

test('what is owed is added by payer, without credits and what is paid', () => {
  const invoice = (number: string, payerName: string, totalCents: number, paidCents: number, dueOn: string) => ({
    number,
    payerName,
    totalCents,
    paidCents,
    dueOn,
  })
  const rows = agingOf(
    [
      invoice('3', 'Alder Schools', 50_000, 20_000, '2027-02-01'),
      invoice('2', 'Alder Schools', 10_000, 0, '2026-12-20'),
      invoice('1', 'Birch', -25_000, 0, '2026-12-01'),
      invoice('4', 'Cedar', 90_000, 90_000, '2026-12-01'),
      invoice('5', 'Birch', 60_000, 0, '2026-09-01'),
    ],
    '2027-01-05',
    ({ payerName }) => payerName,
  )
  expect(rows).toEqual([
    {
      payer: 'Birch',
      owed: { current: 0, 'to-30': 0, 'to-60': 0, 'to-90': 0, older: 60_000 },
      total: 60_000,
      statements: ['5'],
    },
    {
      payer: 'Alder Schools',
      owed: { current: 30_000, 'to-30': 10_000, 'to-60': 0, 'to-90': 0, older: 0 },
      total: 40_000,
      statements: ['3', '2'],
    },
  ])
})
