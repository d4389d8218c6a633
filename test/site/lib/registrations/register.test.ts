import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PARTICIPATIONS } from '#collections/registrations/states.ts'
import { FIELDS, noValues, readForm, valuesOf, type Values } from '#site/src/lib/registrations/register.ts'
import {
  buttonDay,
  daysText,
  errorLines,
  participationsFor,
  seatWanted,
} from '#site/src/lib/registrations/register-texts.ts'
import { STANDINGS } from '#collections/sessions/states.ts'
import { aLine } from '#test/support/views.ts'

const sent = (fields: Record<string, string | string[]>) => ({
  values: new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()])),
  files: new Map(),
})

const filled = (more: Partial<Values> = {}): Values => ({
  ...noValues('0199-session'),
  name: 'Registration Tester',
  email: 'tester@example.org',
  organization: 'district-1',
  participation: 'member',
  ...more,
})

describe('what was typed', () => {
  test('is kept field by field, and nothing else', () => {
    const values = valuesOf(sent({ name: ['Ana', 'Bea'], needs: 'no nuts', status: 'confirmed', price: '0' }))
    expect(Object.keys(values).toSorted()).toEqual(FIELDS.toSorted())
    expect([values.name, values.needs, values.email]).toEqual(['Ana', 'no nuts', ''])
  })

  test.each([
    ['hosted', 'a'],
    ['guest', 'b'],
    ['member', 'c'],
    ['', 'c'],
  ])('names the district below the choice %s', (participation, host) => {
    expect(valuesOf(sent({ participation, 'host-hosted': 'a', 'host-guest': 'b', host: 'c' })).host).toBe(host)
  })

  test.each([
    ['completed', 'in May'],
    ['waiver', 'I taught it'],
    ['upcoming', ''],
  ])('says of the prerequisite what stands below the choice %s', (gate, statement) => {
    const fields = { gate, 'gateStatement-completed': 'in May', 'gateStatement-waiver': 'I taught it' }
    expect(valuesOf(sent(fields)).gateStatement).toBe(statement)
  })
})

describe('what is checked', () => {
  test('is complete when it should be', () => {
    expect(readForm(filled())).toMatchObject({ ok: true, form: { order: 'none', terms: false, attempt: '' } })
  })

  test.each<[string, Partial<Values>, string[]]>([
    ['nothing typed', { ...noValues(''), session: 'x' }, ['name', 'email', 'organization', 'participation']],
    ['spaces for a name', { name: ' \t ' }, ['name']],
    ['no district that hosts', { participation: 'hosted' }, ['host']],
    ['no district that permits', { participation: 'guest' }, ['host']],
    ['no sponsor', { participation: 'sponsored' }, ['sponsorName', 'sponsorEmail']],
    ['no employer in words', { organization: 'other' }, ['employer']],
    ['no number', { order: 'received' }, ['orderNumber']],
    ['no reason', { gate: 'waiver' }, ['gateStatement']],
    ['an order of its own kind', { order: 'x' }, ['order']],
    ['an attempt made up', { attempt: 'again' }, ['attempt']],
  ])('finds %s', (_, more, fields) => {
    const read = readForm(filled(more))
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual(expect.arrayContaining(fields))
  })

  test('is never an error, whatever is typed', () => {
    const anything = fc.record(Object.fromEntries(FIELDS.map((name) => [name, fc.string({ unit: 'binary' })])))
    fc.assert(
      fc.property(anything, (values) => {
        expect(typeof readForm(values as Values).ok).toBe('boolean')
      }),
    )
  })
})

describe('the summary of errors', () => {
  test('follows the page and leads to the fields', () => {
    const values = filled({ participation: 'guest', gate: 'waiver' })
    const errors = { gateStatement: 'Why?', host: 'Which?', name: 'Who?', form: 'All.', attempt: 'Odd.' }
    expect(errorLines(errors, values)).toEqual([
      { message: 'All.', id: undefined },
      { message: 'Who?', id: 'name' },
      { message: 'Which?', id: 'host-guest' },
      { message: 'Why?', id: 'gateStatement-waiver' },
      { message: 'Odd.', id: undefined },
    ])
  })

  test('leads to the first choice where none was made', () => {
    const ids = errorLines({ participation: 'How?', gate: 'How?' }, noValues('x')).map(({ id }) => id)
    expect(ids).toEqual(['participation-is-member', 'gate-is-completed'])
  })
})

describe('words', () => {
  test('on the button name the first day', () => {
    expect(buttonDay(aLine(), 'en', 'long')).toBe('Thursday, October 15')
    expect(buttonDay(aLine(), 'en', 'short')).toBe('October 15')
    expect(daysText(['2026-10-15', '2026-11-12'], 'en')).toBe('Thu, Oct 15, 2026 and Thu, Nov 12, 2026')
  })

  test('offer only what can be had', () => {
    const wanted = Object.fromEntries(STANDINGS.map((standing) => [standing, seatWanted({ standing })]))
    expect(wanted).toMatchObject({ open: 'seat', 'few-left': 'seat', full: 'wait' })
    expect(Object.values(wanted).filter(Boolean)).toHaveLength(3)
  })

  test.each([
    ['no list at all', [], ['sponsored', 'self']],
    ['members', [{ member: true, hosting: false }], ['member', 'guest', 'sponsored', 'self']],
    ['a member that hosts', [{ member: true, hosting: true }], PARTICIPATIONS],
  ])('of how to take part, with %s', (_, organizations, expected) => {
    const listed = organizations.map((one, at) => ({ id: `${at}`, name: `District ${at}`, ...one }))
    expect(participationsFor({ organizations: listed })).toEqual(expected)
  })
})
