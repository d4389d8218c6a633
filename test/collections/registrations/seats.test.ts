import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  freeSeats,
  limitOf,
  lowestFreeSeat,
  newcomerGetsSeat,
  orderBetween,
  seatKey,
  seatOf,
  type Tally,
} from '#collections/registrations/seats.ts'

const tally = (seats: number[], waiting = 0, held = seats.length): Tally => ({
  seats: new Set(seats),
  held,
  waiting,
  lastOrder: held + waiting,
})

describe('seats', () => {
  test.each([
    ['the first of an empty room', [], 3, 1],
    ['a gap before the end', [1, 3], 3, 2],
    ['the last', [1, 2], 3, 3],
    ['none in a full room', [1, 2, 3], 3, undefined],
    ['none in a room without seats', [], 0, undefined],
    ['none while more hold one than there are now, even where a low number is free', [2, 3, 4, 5], 3, undefined],
    ['a high number is no seat of a smaller room', [7], 2, 1],
  ])('%s', (_, taken, limit, seat) => {
    expect(lowestFreeSeat(tally(taken), limit)).toBe(seat)
  })

  test.each([
    ['seats promised elsewhere are not ours to give', { capacity: 20, seatsReserved: 5 }, 15],
    ['more promised than there are', { capacity: 5, seatsReserved: 9 }, 0],
    ['no limit', { capacity: null, seatsReserved: 9 }, null],
    ['no seats is a limit', { capacity: 0, seatsReserved: 0 }, 0],
  ])('%s', (_, session, limit) => {
    expect(limitOf(session)).toBe(limit)
  })

  test.each([
    ['a free seat', tally([1]), 2, true],
    ['a free seat, but somebody waits for it', tally([1], 1), 2, false],
    ['no seat', tally([1, 2]), 2, false],
    ['no limit', tally([]), null, true],
  ])('a newcomer: %s', (_, known, limit, gets) => {
    expect(newcomerGetsSeat(known, limit)).toBe(gets)
  })

  test('a key says which seat of which session it is; one without a number is no seat of a room', () => {
    expect(seatOf(seatKey('01a2-b', 17))).toBe(17)
    expect(seatOf(seatKey('01a2-b', 'of-person'))).toBeUndefined()
  })

  test('filling a room one by one takes every seat once and then stops', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 80 }), (limit, people) => {
        const seats: number[] = []
        for (let n = 0; n < people; n += 1) {
          const seat = lowestFreeSeat(tally(seats), limit)
          if (seat !== undefined) seats.push(seat)
        }
        expect(new Set(seats).size).toBe(Math.min(limit, people))
        expect(freeSeats(tally(seats), limit)).toBe(limit - Math.min(limit, people))
      }),
    )
  })

  test('somebody can be put between any two of a waitlist, at its top and at its end, again and again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 30 }), (places) => {
        const orders = [1, 2, 3]
        for (const place of places) {
          const to = place % (orders.length + 1)
          const order = orderBetween(orders[to - 1], orders[to])
          orders.splice(to, 0, order)
          expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b))
        }
      }),
    )
  })
})
