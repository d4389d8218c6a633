import { describe, expect, test } from 'vitest'
import { isTimeZone } from '#collections/values/zone.ts'

describe('isTimeZone', () => {
  test.each([
    ['the default', 'America/Chicago', true],
    ['a former name that programs still know', 'US/Central', true],
    ['UTC', 'UTC', true],
    ['a fixed offset', '-06:00', false],
    ['lowercase', 'america/chicago', false],
    ['lowercase in part', 'America/chicago', false],
    ['an abbreviation people use', 'CT', false],
    ['no such place', 'America/Minneapolis', false],
    ['nothing', '', false],
    ['not text', 6, false],
  ])('%s', (_, value, expected) => {
    expect(isTimeZone(value)).toBe(expected)
  })
})
