import { describe, expect, test } from 'vitest'
import { isTimeZone, timeZones, US_ZONES } from '#collections/values/zone.ts'

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

describe('timeZones', () => {
  test('starts with the zones of the United States and lists none twice', () => {
    const zones = timeZones()
    expect(zones.slice(0, US_ZONES.size)).toEqual([...US_ZONES.keys()])
    expect(new Set(zones).size).toBe(zones.length)
    expect(zones).toContain('Europe/Berlin')
  })

  test('lists only zones that are accepted', () => {
    expect(timeZones().filter((zone) => !isTimeZone(zone))).toEqual([])
  })
})
