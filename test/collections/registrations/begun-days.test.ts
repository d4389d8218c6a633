import { expect, test } from 'vitest'
import { refusalOfRedating } from '#collections/registrations/begun-days.ts'

// The first day is over, the second begins at 8:30 on the clock of Chicago, the third is to come.
const [ONE, TWO, THREE] = ['2027-03-02', '2027-03-09', '2027-03-16'] as const
const BEGINS = Temporal.Instant.from('2027-03-09T14:30:00Z')

const row = (id: string | null, date: string, more: { canceled?: boolean; startTime?: string } = {}) => ({
  id,
  date,
  startTime: '08:30',
  canceled: false,
  ...more,
})
const on = (...days: ReturnType<typeof row>[]) => ({ days, timeZone: 'America/Chicago' })
const BEFORE = on(row('a', ONE), row('b', TWO), row('c', THREE))

test.each<[string, ReturnType<typeof on>, Temporal.Instant, string | undefined]>([
  ['nothing moves', BEFORE, BEGINS, undefined],
  [
    'the same days, saved without the names of their rows',
    on(row(null, ONE), row(null, TWO), row(null, THREE)),
    BEGINS,
    undefined,
  ],
  ['a day to come, to later', on(row('a', ONE), row('b', TWO), row('c', '2027-03-23')), BEGINS, undefined],
  [
    'a day to come, to earlier but not past',
    on(row('a', ONE), row('b', TWO), row('c', '2027-03-10')),
    BEGINS,
    undefined,
  ],
  [
    'a second before it begins',
    on(row('a', ONE), row('b', '2027-03-10'), row('c', THREE)),
    BEGINS.subtract({ seconds: 1 }),
    undefined,
  ],
  ['the moment it begins', on(row('a', ONE), row('b', '2027-03-10'), row('c', THREE)), BEGINS, 'begun'],
  ['a day that is over', on(row('a', '2027-03-03'), row('b', TWO), row('c', THREE)), BEGINS, 'begun'],
  ['a day that is over, to one to come', on(row('b', TWO), row('c', THREE), row('a', '2027-03-23')), BEGINS, 'begun'],
  ['a day to come, to one that is over', on(row('a', ONE), row('b', TWO), row('c', '2027-03-08')), BEGINS, 'past'],
  [
    'a day to come, to one that is about to begin',
    on(row('a', ONE), row('c', TWO), row('b', TWO)),
    BEGINS.subtract({ seconds: 1 }),
    undefined,
  ],
  [
    'an hour that has passed',
    on(row('a', ONE), row('b', TWO, { startTime: '08:00' }), row('c', THREE)),
    BEGINS.subtract({ seconds: 1 }),
    'past',
  ],
  [
    'the hours of a day that is over',
    on(row('a', ONE, { startTime: '09:00' }), row('b', TWO), row('c', THREE)),
    BEGINS,
    undefined,
  ],
  ['a new day to come', on(row('a', ONE), row('b', TWO), row('c', THREE), row('d', '2027-03-23')), BEGINS, undefined],
  ['a new day in the past', on(row('a', ONE), row('d', '2027-03-08'), row('b', TWO), row('c', THREE)), BEGINS, 'past'],
  ['a day to come is taken out', on(row('a', ONE), row('b', TWO)), BEGINS, undefined],
  ['a day that has begun is taken out', on(row('a', ONE), row('c', THREE)), BEGINS, 'taken-out'],
  [
    'a day that is over is called off',
    on(row('a', ONE, { canceled: true }), row('b', TWO), row('c', THREE)),
    BEGINS,
    undefined,
  ],
])('%s', (_, after, now, reason) => {
  expect(refusalOfRedating(BEFORE, after, now)?.reason).toBe(reason)
})

test.each([
  ['held anew later, as what was called off was not held', '2027-03-23', undefined],
  ['held anew on a day that is over', '2027-03-08', 'past'],
])('a day that was called off: %s', (_, to, reason) => {
  const off = on(row('a', ONE, { canceled: true }), row('c', THREE))
  const days = [row('c', THREE), row('a', to)].toSorted((a, b) => (a.date < b.date ? -1 : 1))
  expect(refusalOfRedating(off, on(...days), BEGINS)?.reason).toBe(reason)
})
