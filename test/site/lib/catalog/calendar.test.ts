import { describe, expect, test } from 'vitest'
import type { Dated } from '#collections/catalog/dated.ts'
import { calendarFile, calendarHeaders } from '#site/src/lib/catalog/calendar.ts'
import { en } from '#site/src/messages/en.ts'
import { aCircle, aCourse, aDated, aDay, aLine, aMeeting, at, CHICAGO, SECRET, thursdays } from '#test/support/views.ts'

const texts = en.feeds
const cancellation = {
  deadline: { count: 5, unit: 'business', mode: 'at-least', cutoff: 'end-of-day' } as const,
  feePerDay: 10_000,
  missedDay: 'larger' as const,
  splitGapDays: 7,
  substitution: false,
}
const settings = {
  name: 'Courses',
  origin: 'https://learn.example.org',
  locale: 'en' as const,
  texts,
  zone: CHICAGO,
  rules: {
    holidays: [{ day: '2027-01-18', name: 'Martin Luther King Jr. Day', closed: true }],
    cancellation,
    zone: 'America/Chicago',
  },
}

type Component = { name: string; properties: Map<string, string>; parameters: Map<string, string>; inside: Component[] }

const unescape = (text: string): string =>
  text.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character))

/** Reads a calendar the way programs do: unfold, split, nest. Anything out of place throws. */
const parse = (file: string): Component => {
  expect(file.endsWith('\r\n')).toBe(true)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = file.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')
  const root: Component = { name: '', properties: new Map(), parameters: new Map(), inside: [] }
  const open = [root]
  for (const line of lines) {
    const [, name, parameters, value] = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^;:"]*))*):(.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) throw new Error(`Not a line of a calendar: ${line}`)
    if (name === 'BEGIN') {
      const component: Component = { name: value, properties: new Map(), parameters: new Map(), inside: [] }
      open.at(-1)!.inside.push(component)
      open.push(component)
    } else if (name === 'END') expect(open.pop()!.name).toBe(value)
    else {
      open.at(-1)!.properties.set(name, unescape(value))
      open.at(-1)!.parameters.set(name, parameters!.slice(1))
    }
  }
  expect(open).toEqual([root])
  expect(root.inside).toHaveLength(1)
  return root.inside[0]!
}

const calendarOf = (dated: Dated[], more: Partial<typeof settings> = {}) =>
  parse(calendarFile(dated, { ...settings, ...more }))
const inside = (calendar: Component, name: string) => calendar.inside.filter((component) => component.name === name)
const eventsOf = (dated: Dated[]) => inside(calendarOf(dated), 'VEVENT')

/** A wall clock time of the calendar as a moment, by the zone it names and describes. */
const momentOf = (calendar: Component, event: Component, property: 'DTSTART' | 'DTEND'): string => {
  const zone = /^TZID=(.+)$/.exec(event.parameters.get(property)!)![1]!
  expect(inside(calendar, 'VTIMEZONE').map(({ properties }) => properties.get('TZID'))).toContain(zone)
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00$/.exec(
    event.properties.get(property)!,
  )!
  return Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour}:${minute}`)
    .toZonedDateTime(zone)
    .toInstant()
    .toString()
}

describe('hours', () => {
  test('a series keeps its hours across the clock change of March 10, 2024', () => {
    const calendar = calendarOf([aMeeting(aLine({ id: 'cop', format: 'online', days: thursdays }))])
    const events = inside(calendar, 'VEVENT')
    const moments = events.map((event) => [momentOf(calendar, event, 'DTSTART'), momentOf(calendar, event, 'DTEND')])
    expect(events.map(({ properties }) => properties.get('DTSTART'))).toEqual([
      '20240201T083000',
      '20240208T083000',
      '20240215T083000',
      '20240222T083000',
      '20240229T083000',
      '20240307T083000',
      '20240314T083000',
      '20240321T083000',
    ])
    expect(moments[5]).toEqual(['2024-03-07T14:30:00Z', '2024-03-07T17:30:00Z'])
    expect(moments[6]).toEqual(['2024-03-14T13:30:00Z', '2024-03-14T16:30:00Z'])
  })

  test('the zone is described by its rules, not by an offset', () => {
    const zones = inside(calendarOf([aDated(aLine())]), 'VTIMEZONE')
    expect(zones).toHaveLength(1)
    expect(zones[0]!.properties.get('TZID')).toBe(CHICAGO)
    expect(
      zones[0]!.inside.map(({ name, properties }) => [name, properties.get('TZOFFSETTO'), properties.get('RRULE')]),
    ).toEqual([
      ['DAYLIGHT', '-0500', 'FREQ=YEARLY;BYMONTH=3;BYDAY=2SU'],
      ['STANDARD', '-0600', 'FREQ=YEARLY;BYMONTH=11;BYDAY=1SU'],
    ])
  })

  test('each zone is described once', () => {
    const zones = [CHICAGO, 'America/New_York', 'America/Phoenix', CHICAGO]
    const calendar = calendarOf(zones.map((timeZone, index) => aDated(aLine({ id: `s${index}`, timeZone }))))
    expect(inside(calendar, 'VTIMEZONE').map(({ properties }) => properties.get('TZID'))).toEqual(zones.slice(0, 3))
    expect(inside(calendar, 'VEVENT').map((event) => momentOf(calendar, event, 'DTSTART'))).toEqual([
      '2026-10-15T13:30:00Z',
      '2026-10-15T12:30:00Z',
      '2026-10-15T15:30:00Z',
      '2026-10-15T13:30:00Z',
    ])
  })

  test('an old name of a zone becomes the one that is described', () => {
    const calendar = calendarOf([aDated(aLine({ timeZone: 'America/Indianapolis' }))])
    const [event] = inside(calendar, 'VEVENT')
    expect(event!.parameters.get('DTSTART')).toBe('TZID=America/Indiana/Indianapolis')
    expect(momentOf(calendar, event!, 'DTSTART')).toBe('2026-10-15T12:30:00Z')
  })

  test('a time that the clocks skip moves forward, as everywhere else', () => {
    const [event] = eventsOf([
      aDated(aLine({ days: [aDay('2026-03-08', { startTime: '02:30', endTime: '05:00', breakMinutes: 0 })] })),
    ])
    expect(event!.properties.get('DTSTART')).toBe('20260308T033000')
    expect(event!.properties.get('DTEND')).toBe('20260308T050000')
  })
})

describe('events', () => {
  const properties = (dated: Dated) => eventsOf([dated]).map(({ properties }) => properties)

  test('a day says what, where, and where to read more', () => {
    const [event] = properties(aDated(aLine({ id: 'abc', note: 'Lunch is provided.', closesOn: '2026-10-12' })))
    expect(event!.get('UID')).toBe('session-abc-2026-10-15')
    expect(event!.get('SUMMARY')).toBe('Three Circles in One Morning')
    expect(event!.get('LOCATION')).toBe('Learning Center, Room 110, 400 Example Avenue, Tamarack Bend, MN 55000')
    expect(event!.get('URL')).toBe('https://learn.example.org/courses/three-circles')
    expect(event!.get('STATUS')).toBe('CONFIRMED')
    expect(event!.get('TRANSP')).toBe('TRANSPARENT')
    expect(event!.get('CATEGORIES')).toBe('Cultural Competency')
    expect(event!.get('DESCRIPTION')).toBe(
      [
        'The frame of the program, in one morning.',
        'Lunch is provided.',
        texts.formats['in-person'],
        texts.hours('6 clock hours'),
        texts.registerBy('Monday, October 12, 2026, 11:59 PM CT'),
        texts.freeUntil('Thursday, October 8, 2026, 11:59 PM CT'),
        texts.details('https://learn.example.org/courses/three-circles'),
      ].join('\n\n'),
    )
  })

  test('a meeting of a collaborative is under no cancellation policy and promises no clock hours', () => {
    const [event] = properties(aMeeting(aLine({ format: 'online', days: thursdays.slice(0, 1) })))
    expect(event!.get('URL')).toBe('https://learn.example.org/collaboratives/community-of-practice')
    expect(event!.get('LOCATION')).toBe(texts.online)
    expect(event!.get('DESCRIPTION')).toBe(
      [texts.formats.online, texts.details('https://learn.example.org/collaboratives/community-of-practice')].join(
        '\n\n',
      ),
    )
  })

  test('days months apart are events of their own, each free to cancel until its own moment', () => {
    const events = properties(aDated(aLine({ days: [aDay('2026-10-15'), aDay('2026-10-22'), aDay('2027-01-19')] })))
    expect(events.map((event) => event.get('SUMMARY'))).toEqual(
      [1, 2, 3].map((day) => texts.dayOf('Three Circles in One Morning', day, 3)),
    )
    expect(events.map((event) => /until (.*) CT/.exec(event.get('DESCRIPTION')!)![1])).toEqual([
      'Thursday, October 8, 2026, 11:59 PM',
      'Thursday, October 15, 2026, 11:59 PM',
      'Monday, January 11, 2027, 11:59 PM',
    ])
  })

  test('two meetings on one day have ids of their own', () => {
    const days = [
      aDay('2026-10-15', { endTime: '11:30' }),
      aDay('2026-10-15', { startTime: '12:30' }),
      aDay('2026-10-16'),
    ]
    expect(properties(aDated(aLine({ id: 'abc', days }))).map((event) => event.get('UID'))).toEqual([
      'session-abc-2026-10-15',
      'session-abc-2026-10-15-2',
      'session-abc-2026-10-16',
    ])
  })

  test('a day that is called off is canceled in every calendar, and the others are held', () => {
    const days = [aDay('2026-10-15'), aDay('2026-10-22', { canceled: true }), aDay('2026-10-29')]
    const events = properties(aDated(aLine({ days })))
    expect(events.map((event) => event.get('STATUS'))).toEqual(['CONFIRMED', 'CANCELLED', 'CONFIRMED'])
    expect(events[1]!.get('SUMMARY')).toMatch(/^Canceled: /)
  })

  test('the number of an event rises with each change of its session', () => {
    const sequence = (updatedAt: string) => Number(properties(aDated(aLine({ updatedAt })))[0]!.get('SEQUENCE'))
    expect(sequence('2026-08-15T10:00:01.000Z')).toBeGreaterThan(sequence('2026-08-15T10:00:00.000Z'))
  })

  test('a canceled session says so, and why, and nothing that no longer holds', () => {
    const [event] = properties(
      aDated(aLine({ status: 'canceled', cancelReason: 'The building is closed.', note: 'Lunch is provided.' })),
    )
    expect(event!.get('STATUS')).toBe('CANCELLED')
    expect(event!.get('SUMMARY')).toBe(texts.canceled('Three Circles in One Morning'))
    expect(event!.get('DESCRIPTION')).toContain(texts.canceledBecause('The building is closed.'))
    expect(event!.get('DESCRIPTION')).not.toMatch(/Lunch|until/)
  })

  test.each([
    ['online', { format: 'online', days: [aDay('2026-10-15')] }, texts.online],
    ['a place without an address', { days: [aDay('2026-10-15', { address: null })] }, 'Learning Center, Room 110'],
    [
      'a day of a hybrid session without a place',
      { format: 'hybrid', days: [aDay('2026-10-15', { place: null, address: null })] },
      texts.online,
    ],
    ['no place yet', { days: [aDay('2026-10-15', { place: null, address: null })] }, undefined],
  ] as const)('where: %s', (_, session, expected) => {
    const [event] = properties(aDated(aLine(session as never)))
    expect(event!.get('LOCATION')).toBe(expected)
  })

  test('the online link is nowhere', () => {
    const all = (['in-person', 'online', 'hybrid'] as const).map((format) => aDated(aLine({ id: format, format })))
    expect(calendarFile(all, settings)).not.toMatch(new RegExp(`secret|${new URL(SECRET).host}`))
  })
})

describe('the file', () => {
  test('is the same at another moment, with other seats taken', () => {
    const early = aDated(aLine({ seatsReserved: 0 }, at('2026-09-01T12:00:00Z')))
    const late = aDated(aLine({ seatsReserved: 30 }, at('2026-12-01T12:00:00Z')))
    expect(calendarFile([early], settings)).toBe(calendarFile([late], settings))
  })

  test('time stamps are in UTC', () => {
    const [event] = eventsOf([aDated(aLine())])
    expect(event!.properties.get('DTSTAMP')).toBe('20260815T100000Z')
  })

  test('names itself and says how often to ask again', () => {
    const { properties, parameters } = calendarOf([], { name: 'Equity, today; tomorrow\nX-EVIL:1 \\o/' })
    expect(properties.get('X-WR-CALNAME')).toBe('Equity, today; tomorrow\nX-EVIL:1 \\o/')
    expect(properties.get('PRODID')).toBe('-//Onramp//Calendar//EN')
    expect(properties.get('VERSION')).toBe('2.0')
    expect([properties.get('REFRESH-INTERVAL'), parameters.get('REFRESH-INTERVAL')]).toEqual(['PT1H', 'VALUE=DURATION'])
    expect(properties.get('X-PUBLISHED-TTL')).toBe('PT1H')
  })

  test('without sessions still holds one component, as the format demands', () => {
    expect(calendarOf([]).inside.map(({ name, properties }) => [name, properties.get('TZID')])).toEqual([
      ['VTIMEZONE', CHICAGO],
    ])
  })

  test.each([
    ['commas, semicolons and backslashes', 'Race, class; and \\ power'],
    ['line breaks', 'One\nTwo\nEND:VEVENT\nBEGIN:VALARM'],
    ['emoji and other scripts', `${'Equity 👩🏽‍🏫 for all 🌍 '.repeat(12)}Hmoob Soomaali ñ`],
    ['a long title', 'A very long title that goes on '.repeat(12)],
    ['a long word', 'x'.repeat(400)],
    ['quotes and colons', 'He said: "Why?"'],
  ])('keeps %s', (_, title) => {
    const course = aCourse({ title, summary: title, circles: [aCircle({ name: title })] })
    const line = aLine({ note: title, days: [aDay('2026-10-15', { place: title, address: null })] })
    const file = calendarFile([aDated(line, course)], { ...settings, name: title })
    for (const folded of file.split('\r\n')) expect(new TextEncoder().encode(folded).length).toBeLessThanOrEqual(75)
    const [event] = inside(parse(file), 'VEVENT')
    expect(event!.properties.get('SUMMARY')).toBe(title)
    expect(event!.properties.get('LOCATION')).toBe(title)
    expect(event!.properties.get('CATEGORIES')).toBe(title)
    expect(event!.properties.get('DESCRIPTION')).toContain(`${title}\n\n${title}`)
    expect(parse(file).properties.get('X-WR-CALNAME')).toBe(title)
  })

  test('drops what no calendar may contain', () => {
    const [event] = eventsOf([aDated(aLine(), aCourse({ title: 'A\u0000B\u0007C\u007f\r\nD\td \ud83d' }))])
    expect(event!.properties.get('SUMMARY')).toBe('ABC\nD\td \ufffd')
  })

  test('has a type and a name', () => {
    expect(calendarHeaders('three-circles')).toEqual({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="three-circles.ics"',
    })
  })
})
