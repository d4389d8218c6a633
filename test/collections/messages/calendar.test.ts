import { describe, expect, test } from 'vitest'
import { registrationCalendar } from '#collections/messages/calendar.ts'
import type { Session } from '#collections/kernel/payload-types.ts'
import { someFacts } from '#test/support/facts.ts'
import { aDay, at, SECRET, thursdays } from '#test/support/views.ts'

type Given = Parameters<typeof someFacts>[0]

const unfolded = (given: Given = {}, isOver = false): string =>
  (registrationCalendar(someFacts(given), isOver) ?? '').replaceAll('\r\n ', '')

/** One property of each event, in order. */
const each = (file: string, name: string): string[] =>
  file
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => new RegExp(`^${name}[;:](.*?)\\r$`, 'm').exec(event)?.[1] ?? '')

const canceled = { status: 'canceled', canceledFrom: 'confirmed', canceledAt: '2026-09-20T12:00:00.000Z' } as const
const twoDays = { days: [aDay('2026-10-15'), aDay('2026-11-12')] }
const days = { days: ['2026-10-15', '2026-11-12'], freeUntil: null }

describe('one’s own days', () => {
  test('something to put into a calendar, on the clock of its zone, with the rules of the zone', () => {
    const file = unfolded()
    expect(file).toMatch(/^METHOD:PUBLISH\r$/m)
    expect(file).toMatch(/^TZID:America\/Chicago\r$/m)
    expect(each(file, 'DTSTART')).toEqual(['TZID=America/Chicago:20261015T083000'])
    expect(each(file, 'DTEND')).toEqual(['TZID=America/Chicago:20261015T153000'])
    expect(each(file, 'STATUS')).toEqual(['CONFIRMED'])
    expect(each(file, 'TRANSP')).toEqual(['OPAQUE'])
    expect(each(file, 'SEQUENCE')).toEqual(['3'])
    expect(each(file, 'UID')).toEqual(['registration-0199-registration-2026-10-15'])
  })

  test('a series keeps its hours across a clock change', () => {
    const events = [{ days: thursdays.map(({ date }) => date), freeUntil: null }]
    const starts = each(unfolded({ session: { days: thursdays }, agreed: { events } }), 'DTSTART')
    expect(starts).toHaveLength(8)
    expect(starts.every((start) => start.endsWith('T083000'))).toBe(true)
  })

  test('who answers for it, until when it is free, and the links by which one joins and changes it are there', () => {
    const file = unfolded({ session: { format: 'online' } })
    expect(file).toContain(SECRET)
    expect(file).toContain('/manage/token')
    expect(file).toContain('Free to cancel until Thursday\\, October 8\\, 2026\\, 11:59 PM CT')
    expect(each(file, 'ORGANIZER')).toEqual([
      expect.stringMatching(/Registration desk.*mailto:registration@example.org/i),
    ])
  })

  test('nobody who is out is given the link that manages the seat', () => {
    expect(unfolded({}, true)).not.toContain('/manage/')
    expect(unfolded({ registration: canceled })).not.toContain('/manage/')
  })

  test('the same facts give the same file at any moment', () => {
    expect(unfolded({ now: at('2026-09-02T00:00:00Z') })).toBe(unfolded({ now: at('2026-10-01T00:00:00Z') }))
  })
})

describe('who gets one', () => {
  test.each<[string, Given, boolean]>([
    ['has a seat', {}, true],
    ['waits', { registration: { status: 'waitlisted' } }, false],
    ['is offered a seat', { registration: { status: 'offered' } }, false],
    ['asks to be let in', { registration: { status: 'requested' } }, false],
    ['gave a seat up', { registration: canceled }, true],
    ['left the waitlist', { registration: { ...canceled, canceledFrom: 'waitlisted' } }, false],
  ])('%s', (_, given, isGiven) => {
    expect(registrationCalendar(someFacts(given)) !== undefined).toBe(isGiven)
  })
})

describe('what is taken out of a calendar', () => {
  test.each<[string, Given, boolean, string[]]>([
    ['nothing', { session: twoDays, agreed: { events: [days] } }, false, ['CONFIRMED', 'CONFIRMED']],
    ['everything, canceled', { session: twoDays, registration: canceled }, false, ['CANCELLED', 'CANCELLED']],
    ['everything, handed on', { session: twoDays }, true, ['CANCELLED', 'CANCELLED']],
    ['everything, canceled by us', { session: { ...twoDays, status: 'canceled' } }, false, ['CANCELLED', 'CANCELLED']],
    [
      'one day of one’s own',
      { session: twoDays, attendance: [{ date: '2026-11-12', state: 'canceled' }] },
      false,
      ['CONFIRMED', 'CANCELLED'],
    ],
    [
      'one day of ours',
      { session: { days: [aDay('2026-10-15'), aDay('2026-11-12', { canceled: true })] } },
      false,
      ['CONFIRMED', 'CANCELLED'],
    ],
    [
      'a day the session was moved away from',
      { session: { days: [aDay('2026-10-22')] } },
      false,
      ['CONFIRMED', 'CANCELLED'],
    ],
    [
      'not what was over before',
      { session: twoDays, registration: { ...canceled, canceledAt: '2026-10-20T12:00:00.000Z' } },
      false,
      ['CANCELLED'],
    ],
  ])('%s', (_, given, isOver, states) => {
    const file = unfolded(given, isOver)
    expect(each(file, 'STATUS')).toEqual(states)
    expect(new Set(each(file, 'UID')).size).toBe(states.length)
    if (!states.includes('CONFIRMED')) expect(file).not.toContain(SECRET)
  })
})

describe('a calendar that takes every file in order', () => {
  type Event = { uid: string; start: string; sequence: number; status: string }
  const eventsIn = (file: string): Event[] =>
    each(file, 'UID').map((uid, at) => ({
      uid,
      start: each(file, 'DTSTART')[at]!,
      sequence: Number(each(file, 'SEQUENCE')[at]),
      status: each(file, 'STATUS')[at]!,
    }))
  /** As RFC 5546 has it: what is not above what is there does not count. */
  const after = (files: readonly string[]): string[] => {
    const kept = new Map<string, Event>()
    for (const file of files)
      for (const event of eventsIn(file)) {
        const before = kept.get(event.uid)
        if (!before || event.sequence > before.sequence) kept.set(event.uid, event)
      }
    return [...kept.values()]
      .filter(({ status }) => status !== 'CANCELLED')
      .map(({ start }) => start.split(':').at(-1)!)
      .toSorted()
  }
  /** The files that are sent as a session goes from one state to the next, a minute apart. */
  const filesOf = (states: readonly Session['days'][]): string[] => {
    const sent: string[] = []
    for (const [minute, days] of states.entries()) {
      const updatedAt = `2026-09-02T10:${String(minute).padStart(2, '0')}:00.000Z`
      const facts = someFacts({ session: { days, updatedAt }, registration: { createdAt: '2026-09-01T12:00:00.000Z' } })
      sent.push(registrationCalendar(facts, false, sent)!.replaceAll('\r\n ', ''))
    }
    return sent
  }

  test.each<[string, Session['days'][], string[]]>([
    ['moved twice', [[aDay('2026-10-15')], [aDay('2026-10-22')], [aDay('2026-10-29')]], ['20261029T083000']],
    ['moved away and back', [[aDay('2026-10-15')], [aDay('2026-10-22')], [aDay('2026-10-15')]], ['20261015T083000']],
    [
      'half an hour later on the same day',
      [[aDay('2026-10-15')], [aDay('2026-10-15', { startTime: '09:00' })]],
      ['20261015T090000'],
    ],
    [
      'an afternoon of the same day dropped',
      [
        [
          aDay('2026-10-15', { startTime: '08:30', endTime: '11:30' }),
          aDay('2026-10-15', { startTime: '13:00', endTime: '15:30' }),
        ],
        [aDay('2026-10-15', { startTime: '08:30', endTime: '11:30' })],
      ],
      ['20261015T083000'],
    ],
    [
      'a day called off',
      [
        [aDay('2026-10-15'), aDay('2026-11-12')],
        [aDay('2026-10-15'), aDay('2026-11-12', { canceled: true })],
      ],
      ['20261015T083000'],
    ],
  ])('has exactly the days that are held: %s', (_, states, held) => expect(after(filesOf(states))).toEqual(held))
})
