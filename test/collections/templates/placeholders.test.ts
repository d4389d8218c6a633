import { describe, expect, test } from 'vitest'
import { render } from '#collections/messages/render.ts'
import { DEFAULTS } from '#collections/templates/defaults.ts'
import { PLACEHOLDERS, SAMPLE_VALUES, type Placeholder } from '#collections/templates/placeholders.ts'
import { MESSAGE_KINDS, type MessageKind } from '#collections/templates/states.ts'
import { placeholdersIn, refusalOfText, USES } from '#collections/templates/uses.ts'

describe('the words every message begins with', () => {
  test.each(MESSAGE_KINDS)('%s can be published as it is', (kind) => {
    expect(refusalOfText(kind, DEFAULTS[kind].subject, 'subject')).toBeUndefined()
    expect(refusalOfText(kind, DEFAULTS[kind].body, 'body')).toBeUndefined()
  })

  test.each(MESSAGE_KINDS)('%s greets, and ends with the desk and how to reach it', (kind) => {
    const { text } = render(DEFAULTS[kind], SAMPLE_VALUES, 'en', 'Onramp')
    expect(text).toMatch(/^Hello \S/)
    expect(text.trimEnd().split('\n').slice(-2)).toEqual([SAMPLE_VALUES.desk, SAMPLE_VALUES.desk_contact])
  })

  test.each(MESSAGE_KINDS)('%s is plain: no exclamation marks, no “click here”, a subject that fits', (kind) => {
    const { subject, text } = render(DEFAULTS[kind], SAMPLE_VALUES, 'en', 'Onramp')
    expect(text + subject).not.toMatch(/!|click|please note/i)
    expect(DEFAULTS[kind].subject.length).toBeLessThanOrEqual(160)
    expect(subject).not.toBe('')
  })

  test('each placeholder is of use to some message', () => {
    const used = new Set(MESSAGE_KINDS.flatMap((kind) => USES[kind].may))
    expect([...used].sort()).toEqual(Object.keys(PLACEHOLDERS).sort())
  })

  test('who no longer has the seat is told nothing that opens it', () => {
    const secret: Placeholder[] = ['manage_link', 'schedule']
    expect(USES.substituted.may.filter((name) => secret.includes(name))).toEqual([])
  })
})

describe('what a text may say', () => {
  test.each<[string, MessageKind, 'subject' | 'body', string, RegExp | undefined]>([
    ['no placeholders in a subject', 'confirmed', 'subject', 'You have a seat', undefined],
    ['one of its own', 'confirmed', 'subject', '{{course}}', undefined],
    ['spaces inside the braces', 'confirmed', 'subject', '{{ course }}', undefined],
    [
      'one nobody knows',
      'confirmed',
      'subject',
      '{{curse}}',
      /cannot fill in \{\{curse\}\}\. It knows .*\{\{course\}\}/,
    ],
    ['one of another message', 'confirmed', 'subject', '{{statement_total}}', /cannot fill in/],
    ['a name every object has', 'confirmed', 'subject', '{{constructor}}', /cannot fill in/],
    ['braces that are never closed', 'confirmed', 'subject', 'Hello {{name', /two braces/],
    ['braces that are never opened', 'confirmed', 'subject', 'Hello name}}', /two braces/],
    ['nothing between the braces', 'confirmed', 'subject', 'Hello {{}}', /cannot fill in/],
    ['a single brace', 'confirmed', 'subject', 'a {b} c', undefined],
    ['a body without its link', 'sign-in', 'body', 'Hello {{name}}', /need \{\{my_link\}\}/],
    ['a body with it', 'sign-in', 'body', '[Open]({{my_link}})', undefined],
    ['a subject need not have it', 'sign-in', 'subject', 'Your link', undefined],
    [
      'every one that is missing is named',
      'offered',
      'body',
      'x',
      /\{\{schedule\}\}, \{\{offer_until\}\}, \{\{manage_link\}\}/,
    ],
  ])('%s', (_, kind, part, text, refusal) => {
    const found = refusalOfText(kind, text, part)
    if (refusal) expect(found).toMatch(refusal)
    else expect(found).toBeUndefined()
  })

  test('names are read once each, in order', () => {
    expect(placeholdersIn('{{b}} {{ a }} {{b}} {c} {{d')).toEqual(['b', 'a'])
  })
})
