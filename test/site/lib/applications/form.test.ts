import { describe, expect, test } from 'vitest'
import type { ProgramView } from '#collections/applications/view.ts'
import {
  applicationErrors,
  emptyForm,
  errorsToSend,
  membersIn,
  rowsFor,
  showsPeople,
  typedIn,
  withMoreRows,
} from '#site/src/lib/applications/form.ts'
import { wordText } from '#site/src/lib/form/word-count.ts'
import { counts } from '#site/src/messages/word-count.ts'

const offer = (slug: string, isOpen = true) => ({
  slug,
  name: slug,
  summary: '',
  price: null,
  places: null,
  left: null,
  isOpen,
})
const program = {
  asked: {
    applicant: 'team',
    conditions: ['One', 'Two'],
    dates: ['2027-02-04'],
    minimum: 1,
    questions: [
      { text: 'Why?', hint: null, kind: 'text', isRequired: true, wordLimit: null, limitKind: 'hard', choices: [] },
    ],
    criteria: [],
    offered: [],
  },
  offered: [offer('own'), offer('other')],
} satisfies Pick<ProgramView, 'asked' | 'offered'>

const sent = (values: Record<string, string[]>) => ({ values: new Map(Object.entries(values)), files: new Map() })

describe('what was typed', () => {
  test('is read by the place of what was asked', () => {
    const typed = typedIn(
      sent({
        name: ['A'],
        'condition-2': ['no'],
        'answer-1': ['Because'],
        'answer-2': ['no question'],
        choices: ['other', ''],
      }),
      program,
    )
    expect(typed).toMatchObject({ name: 'A', conditions: ['', 'no'], texts: ['Because'], choices: ['other', ''] })
  })

  test('of a program says yes and no its own way, and means the collaborative it sends to', () => {
    const typed = typedIn(sent({ 'condition-1': ['true'], 'condition-2': ['false'] }), program)
    expect([typed.conditions, typed.choices]).toEqual([['yes', 'no'], ['own']])
  })

  test('leaves out empty rows, and keeps their number', () => {
    const people = { memberName: ['A', '', 'C'], memberEmail: ['a@example.org', ' ', ''], memberJobTitle: ['', '', ''] }
    expect(membersIn(sent(people))).toEqual({
      members: [
        { name: 'A', email: 'a@example.org', jobTitle: '' },
        { name: 'C', email: '', jobTitle: '' },
      ],
      rows: 3,
    })
  })
})

test('everything missing is said at once, also where there is no name yet', () => {
  const empty = emptyForm(program, '')
  const organizations = [{ id: 'listed', name: 'Listed', member: true }]
  const person = { ...program, organizations, asked: { ...program.asked, applicant: 'person' as const } }
  expect(Object.keys(errorsToSend({ ...empty, organization: 'listed', conditions: ['yes'] }, person)).sort()).toEqual([
    'answer-1',
    'condition-2',
    'dates',
    'email',
    'name',
  ])
})

test('a new form has the collaborative of its page first, where it is open', () => {
  const closed = { offered: [offer('own', false), offer('other')] }
  expect([emptyForm(program, '').choices, emptyForm(closed, '').choices]).toEqual([['own'], ['other']])
})

test('rows for people grow up to forty', () => {
  const some = (count: number, rows = 0) => ({
    members: Array.from({ length: count }, () => ({ name: 'A', email: '', jobTitle: '' })),
    rows,
  })
  expect([rowsFor(some(0)), rowsFor(some(4)), rowsFor(withMoreRows(some(4))), rowsFor(some(39))]).toEqual([
    3, 7, 12, 40,
  ])
  expect([showsPeople(some(0, 3), {}), showsPeople(some(0, 8), {}), showsPeople(some(0), { 'member-1': '' })]).toEqual([
    false,
    true,
    true,
  ])
})

test('errors stand in the order of the page, each with its place', () => {
  const errors = {
    'answer-1': 'a',
    choices: 'b',
    'member-2': 'c',
    'condition-2': 'd',
    dates: 'e',
    form: 'f',
    teamKind: 'g',
  }
  expect(applicationErrors(errors, program)).toEqual([
    { message: 'f', id: undefined },
    { message: 'Two d', id: 'condition-2-is-yes' },
    { message: 'e', id: 'date-2027-02-04' },
    { message: 'g', id: 'teamKind-is-district' },
    { message: 'c', id: 'member-2-name' },
    { message: 'b', id: 'choice-1' },
    { message: 'Why? a', id: 'answer-1' },
  ])
})

test.each([
  ['no limit', 'one two', {}, '2 words.', false],
  ['the limit itself', 'one two', { wordLimit: 2, limitKind: 'hard' }, '2 of 2 words, 0 left.', false],
  [
    'over a hard limit',
    'a b c',
    { wordLimit: 2, limitKind: 'hard' },
    '3 words: 1 word too many. At most 2 can be sent.',
    true,
  ],
  [
    'over advice',
    'a b c',
    { wordLimit: 2 },
    '3 words: 1 word more than the 2 we ask for. You can still send it.',
    true,
  ],
] as const)('the count beside an answer: %s', (_, text, limit, expected, isOver) => {
  expect(wordText(text, limit, counts)).toEqual({ text: expected, isOver })
})
