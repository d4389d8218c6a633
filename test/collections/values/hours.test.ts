import { describe, expect, test } from 'vitest'
import { clockHours, continuingEducationUnits, formatClockHours, formatUnits } from '#collections/values/hours.ts'

describe('formatClockHours', () => {
  test.each([
    ['nothing', 0, '0 clock hours'],
    ['a minute', 1, '1 minute'],
    ['just short of half an hour', 29, '29 minutes'],
    ['half an hour', 30, '0.5 clock hours'],
    ['just short of an hour', 59, '0.5 clock hours'],
    ['an hour', 60, '1 clock hour'],
    ['one and a half', 90, '1.5 clock hours'],
    ['rounded down, never up', 119, '1.5 clock hours'],
    ['a day with lunch left out', 360, '6 clock hours'],
    ['eight Thursdays of three hours', 8 * 180, '24 clock hours'],
  ])('%s', (_, minutes, expected) => {
    expect(formatClockHours(minutes)).toBe(expected)
  })
})

describe('clockHours', () => {
  test('six of eight Thursdays are 18', () => expect(clockHours(6 * 180)).toBe(18))
})

describe('continuing education units', () => {
  test.each([
    ['nothing', 0, 0],
    ['not quite half a tenth', 29, 0],
    ['half a tenth rounds up', 30, 0.1],
    ['an hour', 60, 0.1],
    ['a day', 375, 0.6],
    ['ten contact hours are one', 600, 1],
  ])('%s', (_, minutes, expected) => expect(continuingEducationUnits(minutes)).toBe(expected))

  test('are never printed without what one is', () => {
    expect(formatUnits(600)).toBe('1.0 CEU (by the definition of IACET, 1 CEU is 10 contact hours)')
    expect(formatUnits(20)).toBe('')
  })
})
