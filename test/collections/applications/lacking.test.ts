import { describe, expect, test } from 'vitest'
import type { AskedForm } from '#collections/applications/form.ts'
import type { Question } from '#collections/collaboratives/questions.ts'
import { answersIn, lackingIn, refusalOfAnswer, refusalsOfMembers } from '#collections/applications/lacking.ts'
import { ApplicationForm, fieldAt, MOST_MEMBERS } from '#collections/applications/schema.ts'

const aQuestion = (given: Partial<Question> = {}): Question => ({
  text: 'Why?',
  hint: null,
  kind: 'text',
  isRequired: true,
  wordLimit: 3,
  limitKind: 'hard',
  choices: [],
  ...given,
})

const place = (slug: string) => ({ id: `id-${slug}`, slug, name: slug, price: null, places: null })
const asked: AskedForm = {
  applicant: 'team',
  conditions: ['One agency', 'Public'],
  dates: ['2027-02-04', '2027-02-11'],
  minimum: 1,
  questions: [aQuestion(), aQuestion({ kind: 'choice', isRequired: false, choices: ['Yes', 'No'] })],
  criteria: [],
  offered: [place('one'), place('two')],
}

const whole = {
  name: 'Jordan Example',
  email: 'Jordan@Example.org',
  organization: 'listed',
  teamName: 'Alder Lake',
  teamKind: 'district',
  members: [],
  choices: ['two', ''],
  conditions: ['yes', 'no'],
  dates: ['2027-02-11'],
  texts: ['To learn together', ''],
}
const read = (given: object = {}) => ApplicationForm.safeParse({ ...whole, ...given })
const form = (given: object = {}) => ApplicationForm.parse({ ...whole, ...given })
const lacking = (given: object = {}, of: Partial<AskedForm> = {}) =>
  lackingIn({ ...asked, ...of }, form(given), (id) => id === 'listed')

describe('what strangers send', () => {
  test.each([
    ['a name of 160 characters', { name: 'a'.repeat(160) }, undefined],
    ['one more', { name: 'a'.repeat(161) }, 'name'],
    ['no name', { name: '  ' }, 'name'],
    ['a name that leads somewhere', { name: 'Win at www.example.org' }, 'name'],
    ['no mailbox', { email: '' }, 'email'],
    ['half a mailbox, of a person of the team', { members: [{ name: 'A', email: 'a@', jobTitle: '' }] }, undefined],
    ['an answer of 20,000 characters', { texts: ['a'.repeat(20_000)] }, undefined],
    ['one more', { texts: ['', 'a'.repeat(20_001)] }, 'answer-2'],
    ['a kind of team there is not', { teamKind: 'club' }, 'teamKind'],
    ['a date that is none', { dates: ['2027-02-30'] }, 'dates'],
    ['something between yes and no', { conditions: ['yes', 'perhaps'] }, 'condition-2'],
    ['21 choices', { choices: Array.from({ length: 21 }, (_, at) => `c${at}`) }, 'choices'],
    [
      '40 people',
      { members: Array.from({ length: MOST_MEMBERS }, () => ({ name: 'A', email: '', jobTitle: '' })) },
      undefined,
    ],
    ['41', { members: Array.from({ length: 41 }, () => ({ name: 'A', email: '', jobTitle: '' })) }, 'members'],
    [
      'a title too long, of the second person',
      {
        members: [
          { name: 'A', email: '', jobTitle: '' },
          { name: 'B', email: '', jobTitle: 'x'.repeat(121) },
        ],
      },
      'member-2',
    ],
    ['an attempt that is no number of ours', { attempt: 'again' }, 'attempt'],
  ] as const)('%s', (_, given, field) => {
    const { error } = read(given)
    expect(error && fieldAt(error.issues[0]!.path)).toBe(field)
  })

  test('is kept without empty rows, turned letters or capitals in the mailbox', () => {
    const { email, choices, members, texts } = form({
      members: [
        { name: '', email: '', jobTitle: '' },
        { name: 'A\u202Eb', email: '', jobTitle: '' },
      ],
      texts: ['two\r\nlines'],
    })
    expect([email, choices, members, texts]).toEqual([
      'jordan@example.org',
      ['two'],
      [{ name: 'A b', email: '', jobTitle: '' }],
      ['two\nlines'],
    ])
  })
})

describe('what an application lacks before it can be sent', () => {
  test.each([
    ['nothing, though one condition is not met', {}, {}],
    ['an answer to a condition', { conditions: ['yes'] }, { 'condition-2': 'Answer with yes or no.' }],
    ['a date', { dates: [] }, { dates: 'Tick the dates on which you can be there.' }],
    ['a date of the program', { dates: ['2027-02-05'] }, { dates: 'Tick the dates on which you can be there.' }],
    [
      'an organization of the list',
      { organization: 'gone' },
      { organization: 'Choose from the list, or “not listed”.' },
    ],
    ['the name of one that is not', { organization: 'other' }, { employer: 'Give the name of the organization.' }],
    [
      'a team',
      { teamName: '', teamKind: '' },
      { teamName: 'Give the name of your team.', teamKind: 'Choose what your team is from.' },
    ],
    ['a choice', { choices: ['', ''] }, { choices: 'Choose at least one collaborative.' }],
    ['an order', { choices: ['two', 'two'] }, { choices: 'Name each collaborative once.' }],
    ['a choice that is open', { choices: ['three'] }, { choices: 'Choose only collaboratives from the list.' }],
    [
      'room for one word',
      { texts: ['one two three four'] },
      { 'answer-1': 'This is 1 word too many. At most 3 can be sent.' },
    ],
  ])('%s', (_, given, expected) => {
    expect(lacking(given)).toEqual(expected)
  })

  test('asks a person neither for a team nor for choices', () => {
    expect(lacking({ teamName: '', teamKind: '', choices: [] }, { applicant: 'person' })).toEqual({})
  })

  test('asks for no dates where there is no minimum, or no date yet', () => {
    expect([lacking({ dates: [] }, { minimum: null }), lacking({ dates: [] }, { dates: [] })]).toEqual([{}, {}])
  })
})

describe('one answer', () => {
  test.each([
    ['the limit itself', {}, 'one two three', undefined],
    ['one word over a limit that is only advice', { limitKind: 'advisory' }, 'one two three four', undefined],
    ['nothing, where something is asked for', {}, '', 'Answer this question.'],
    ['nothing, where it may be', { isRequired: false }, '', undefined],
    ['a number with commas', { kind: 'number' }, '4,200', undefined],
    ['a number with a point', { kind: 'number' }, '12.5', undefined],
    ['commas in the wrong place', { kind: 'number' }, '42,00', 'Write a number, in digits.'],
    ['a number in words', { kind: 'number' }, 'many', 'Write a number, in digits.'],
    ['an answer of the list', { kind: 'choice', choices: ['Yes', 'No'] }, 'No', undefined],
    ['one that is not', { kind: 'choice', choices: ['Yes', 'No'] }, 'no', 'Choose one of the answers.'],
  ] as const)('%s', (_, given, text, expected) => {
    expect(refusalOfAnswer(aQuestion(given as Partial<Question>), text)).toBe(expected)
  })
})

test('people of a team each need a name and a mailbox of their own', () => {
  const row = (name: string, email: string) => ({ name, email, jobTitle: '' })
  expect(
    refusalsOfMembers([row('A', 'a@example.org'), row('', 'b@example.org'), row('C', 'c'), row('D', 'A@example.org')]),
  ).toEqual({
    'member-2': 'Give the name of person 2.',
    'member-3': 'Give an e-mail address for C. It looks like name@example.org.',
    'member-4': 'a@example.org stands there twice. Everybody needs a mailbox of their own.',
  })
})

test('answers are kept by the place of what was asked, and nothing else', () => {
  const given = { conditions: ['no', 'yes', 'yes'], dates: ['2027-02-11', '2030-01-01'], texts: ['', 'No', 'more'] }
  expect(answersIn(asked, form(given))).toEqual({
    conditions: [false, true],
    dates: ['2027-02-11'],
    texts: { '2': 'No' },
  })
})
