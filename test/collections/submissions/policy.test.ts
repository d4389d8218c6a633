import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EvidenceKind } from '#collections/credentials/states.ts'
import { itemsOf, lacking, type Handed, type Item } from '#collections/submissions/parts.ts'
import {
  attemptsLeft,
  keptUntil,
  leftToDo,
  mayBecome,
  refusalToChange,
  refusalToSubmit,
  reopened,
  statusAfter,
} from '#collections/submissions/policy.ts'
import {
  CHANGE_REFUSALS,
  LACKS,
  SUBMISSION_NEXT,
  SUBMISSION_REFUSALS,
  SUBMISSION_STATUS_LABELS,
  SUBMISSION_STATUSES,
  WRITABLE,
} from '#collections/submissions/states.ts'
import { complete, items, purposeful, words } from '#test/support/purposeful.ts'

const KEYS = ['1-1', '1-2', '2-1', '2-2', '2-3', '4-1']
const change = (key: string, handed: Handed) => ({ ...complete, [key]: handed })
const recording = (seconds: number | null) => ({ option: 0, files: [{ id: 'meeting', seconds }] })
const note = { id: 'notes', seconds: null }

describe('itemsOf', () => {
  test('two questions, three components, a reflection; the scoring guide asks for nothing', () => {
    expect(items.map(({ key, kind }) => [key, kind])).toEqual([
      ['1-1', 'prompt'],
      ['1-2', 'prompt'],
      ['2-1', 'evidence'],
      ['2-2', 'evidence'],
      ['2-3', 'evidence'],
      ['4-1', 'prompt'],
    ])
  })

  test('a guide with prompts left over from an earlier kind still asks for nothing', () => {
    expect(itemsOf(purposeful.parts.map((part) => ({ ...part, kind: 'guide' as const })))).toEqual([])
  })
})

describe('lacking', () => {
  test.each([
    ['nothing, at the limits exactly', complete, []],
    ['no answer', change('1-1', {}), [{ key: '1-1', reason: 'empty' }]],
    ['an answer of signs only', change('4-1', { text: '— … 🎉' }), [{ key: '4-1', reason: 'empty' }]],
    ['one word over a hard limit', change('1-2', { text: words(501) }), [{ key: '1-2', reason: 'over-limit', by: 1 }]],
    ['no form chosen', change('2-1', { files: [note] }), [{ key: '2-1', reason: 'no-option' }]],
    ['a form that is not there', change('2-1', { option: 3, files: [note] }), [{ key: '2-1', reason: 'no-option' }]],
    ['a form without its file', change('2-1', { option: 0, files: [] }), [{ key: '2-1', reason: 'no-file' }]],
    ['no recording', change('2-2', { option: 0 }), [{ key: '2-2', reason: 'no-recording' }]],
    ['ten minutes exactly', change('2-2', recording(600)), []],
    ['a second over ten minutes', change('2-2', recording(601)), [{ key: '2-2', reason: 'too-long', by: 1 }]],
    ['a recording of unknown length', change('2-2', recording(null)), []],
    ['an account instead', change('2-2', { option: 1, text: words(500) }), []],
    [
      'an account that is too long',
      change('2-2', { option: 1, text: words(502) }),
      [{ key: '2-2', reason: 'over-limit', by: 2 }],
    ],
    [
      'files without a description',
      change('2-2', { option: 2, files: [note] }),
      [{ key: '2-2', reason: 'no-description' }],
    ],
    ['a description without files', change('2-2', { option: 2, text: words(9) }), [{ key: '2-2', reason: 'no-file' }]],
    ['files and their description', change('2-2', { option: 2, files: [note], text: words(500) }), []],
    [
      'what belongs to another form does not count',
      change('2-3', { option: 1, text: words(9) }),
      [{ key: '2-3', reason: 'no-recording' }],
    ],
    [
      'everything',
      {},
      [
        { key: '1-1', reason: 'empty' },
        { key: '1-2', reason: 'empty' },
        { key: '2-1', reason: 'no-option' },
        { key: '2-2', reason: 'no-option' },
        { key: '2-3', reason: 'no-option' },
        { key: '4-1', reason: 'empty' },
      ],
    ],
  ] as const)('%s', (_, handed, expected) => {
    expect(lacking(items, handed)).toEqual(expected)
  })

  const prompt = (wordLimit: number | null, limitKind: 'hard' | 'advisory'): Item => {
    const first = items[0]!
    if (first.kind !== 'prompt') throw new TypeError('The first item is a prompt.')
    return { ...first, prompt: { ...first.prompt, wordLimit, limitKind } }
  }
  const evidence = (...kinds: EvidenceKind[]): Item => ({
    key: '2-1',
    part: 2,
    kind: 'evidence',
    evidence: {
      title: '',
      text: '',
      options: kinds.map((kind) => ({ text: '', kind, wordLimit: null, maxMinutes: null })),
      mustShow: [],
      note: null,
    },
  })

  test.each([
    ['over an advisory limit', prompt(500, 'advisory'), { text: words(900) }, undefined],
    ['no limit', prompt(null, 'hard'), { text: words(9000) }, undefined],
    ['a single form needs no choice', evidence('text'), { text: 'words' }, undefined],
    ['a recording without a limit', evidence('recording'), { files: [{ id: 'long', seconds: 99_999 }] }, undefined],
    ['a file without a limit needs no description', evidence('file'), { files: [note] }, undefined],
    ['evidence without any form', evidence(), { text: 'words' }, 'no-option'],
    ['a link', evidence('link'), { link: ' https://example.org/plan ' }, undefined],
    ['no link', evidence('link'), {}, 'no-link'],
    ['half a link', evidence('link'), { link: 'example.org/plan' }, 'no-link'],
    ['a link that does something', evidence('link'), { link: 'javascript:alert(1)' }, 'no-link'],
  ] as const)('%s', (_, item, handed, reason) => {
    expect(lacking([item], { [item.key]: handed })[0]?.reason).toBe(reason)
  })
})

describe('after "not yet"', () => {
  const judged = { '1-1': 'met', '1-2': 'met', '2-1': 'met', '2-2': 'not-yet', '2-3': 'met', '4-1': 'not-yet' } as const
  const better = { ...complete, '2-2': { option: 1, text: words(80) }, '4-1': { text: words(2) } }

  test('only what fell short opens again', () => {
    expect(reopened(items, judged).map(({ key }) => key)).toEqual(['2-2', '4-1'])
    expect(reopened(items, {}).map(({ key }) => key)).toEqual(KEYS)
  })

  test.each([
    ['what fell short', '2-2', 'not-yet', judged, undefined],
    ['what is met', '2-1', 'not-yet', judged, 'met'],
    ['what is met, also when something was missing elsewhere', '2-1', 'incomplete', judged, 'met'],
    ['anything in a first draft', '2-1', 'draft', {}, undefined],
    ['anything while it is read', '2-2', 'in-review', judged, 'not-now'],
    ['anything with a coach', '2-2', 'with-coach', judged, 'not-now'],
    ['anything after it passed', '2-2', 'passed', judged, 'not-now'],
    ['a part that is not there', '3-1', 'draft', {}, 'unknown'],
  ] as const)('changing %s', (_, key, status, judged, expected) => {
    expect(refusalToChange(key, status, items, judged)).toBe(expected)
  })

  test.each([
    ['nothing left', better, []],
    [
      'nothing changed',
      complete,
      [
        { key: '2-2', reason: 'unchanged' },
        { key: '4-1', reason: 'unchanged' },
      ],
    ],
    ['one of two changed', { ...better, '4-1': complete['4-1']! }, [{ key: '4-1', reason: 'unchanged' }]],
    ['spaces are no change', { ...better, '4-1': { text: ' word ' } }, [{ key: '4-1', reason: 'unchanged' }]],
    ['taken away is missing, not changed', { ...better, '4-1': {} }, [{ key: '4-1', reason: 'empty' }]],
    ['the same recording is no change', { ...better, '2-2': recording(30) }, [{ key: '2-2', reason: 'unchanged' }]],
    ['a new recording', { ...better, '2-2': { option: 0, files: [{ id: 'new', seconds: 30 }] } }, []],
    ['what is met and was lost is not asked for again', { ...better, '1-1': {} }, []],
  ] as const)('%s', (_, handed, expected) => {
    expect(leftToDo(items, handed, judged, complete)).toEqual(expected)
  })

  test('the first time nothing has to change', () => {
    expect(leftToDo(items, complete, {}, null)).toEqual([])
  })

  test('what is open and what is met are everything, and only the open can be changed', () => {
    const judgments = fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom('met' as const, 'not-yet' as const))
    fc.assert(
      fc.property(judgments, fc.constantFrom(...WRITABLE), (judged, status) => {
        const open = reopened(items, judged).map(({ key }) => key)
        for (const key of KEYS)
          expect(refusalToChange(key, status, items, judged)).toBe(open.includes(key) ? undefined : 'met')
      }),
    )
  })
})

describe('attempts', () => {
  test.each([
    ['before the first', 0, 3, 0, 3, 'not-yet'],
    ['after the second', 2, 3, 0, 1, 'not-yet'],
    ['after the third, a coach', 3, 3, 0, 0, 'with-coach'],
    ['one more by the coach', 3, 3, 1, 1, 'not-yet'],
    ['and that one used', 4, 3, 1, 0, 'with-coach'],
    ['a cap lowered meanwhile', 3, 1, 0, 0, 'with-coach'],
    ['no cap', 50, null, 0, null, 'not-yet'],
  ] as const)('%s', (_, made, cap, allowed, left, status) => {
    expect(attemptsLeft({ made, cap, allowed })).toBe(left)
    expect(statusAfter(false, { made, cap, allowed })).toBe(status)
    expect(statusAfter(true, { made, cap, allowed })).toBe('passed')
  })
})

describe('refusalToSubmit', () => {
  const attempts = { made: 1, cap: 3, allowed: 0 }
  const again = { status: 'not-yet', note: 'A new account of the meeting', attempts } as const
  const lack = [{ key: '1-1', reason: 'empty' }] as const
  test.each([
    ['a complete draft', { ...again, status: 'draft', note: '' }, 'on-time', [], undefined],
    ['in the grace', { ...again, status: 'draft' }, 'in-grace', [], undefined],
    ['late', { ...again, status: 'draft' }, 'late', [], 'late'],
    ['late and incomplete', again, 'late', lack, 'late'],
    ['incomplete', again, 'on-time', lack, 'incomplete'],
    ['again, with a note', again, 'on-time', [], undefined],
    ['again, without a note', { ...again, note: ' … ' }, 'on-time', [], 'no-note'],
    ['completed after it was sent back', { ...again, status: 'incomplete', note: '' }, 'on-time', [], undefined],
    ['in review', { ...again, status: 'in-review' }, 'on-time', [], 'not-now'],
    ['passed', { ...again, status: 'passed' }, 'on-time', [], 'not-now'],
    ['with a coach', { ...again, status: 'with-coach' }, 'on-time', [], 'coach-first'],
    ['attempts used up', { ...again, attempts: { ...attempts, made: 3 } }, 'on-time', [], 'coach-first'],
  ] as const)('%s', (_, submission, timeliness, left, expected) => {
    expect(refusalToSubmit(submission, timeliness, left)).toBe(expected)
  })
})

describe('statuses', () => {
  test('every one can be reached, and what can be written can be sent', () => {
    const reached = new Set<string>(['draft', ...Object.values(SUBMISSION_NEXT).flat()])
    expect([...reached].sort()).toEqual([...SUBMISSION_STATUSES].sort())
    for (const status of WRITABLE) expect(mayBecome(status, 'submitted')).toBe(true)
    expect(mayBecome('passed', 'not-yet')).toBe(false)
  })

  test('labels are different, and what is said of a refusal is a sentence', () => {
    expect(new Set(Object.values(SUBMISSION_STATUS_LABELS)).size).toBe(SUBMISSION_STATUSES.length)
    const said = [LACKS, SUBMISSION_REFUSALS, CHANGE_REFUSALS].flatMap((texts) => Object.values(texts))
    for (const text of said) expect(text).toMatch(/^[A-Z].*\.$/)
  })
})

describe('how long files are kept', () => {
  const changedAt = Temporal.Instant.from('2026-01-31T18:00:00Z')
  test.each([
    ['twelve months after it was passed', 'passed', 12, '2027-01-31T18:00:00Z'],
    ['as long after it was taken back', 'withdrawn', 12, '2027-01-31T18:00:00Z'],
    ['as long after it was given up', 'draft', 12, '2027-01-31T18:00:00Z'],
    ['to the last day of a shorter month', 'not-yet', 1, '2026-02-28T18:00:00Z'],
    ['at the same hour on the clock, in summer time', 'passed', 2, '2026-03-31T17:00:00Z'],
    ['while it is to be looked through', 'submitted', 12, null],
    ['while it is read', 'in-review', 12, null],
    ['while a coach has it', 'with-coach', 12, null],
  ] as const)('%s', (_, status, months, until) => {
    expect(keptUntil({ status, changedAt }, months, 'America/Chicago')?.toString() ?? null).toBe(until)
  })
})
