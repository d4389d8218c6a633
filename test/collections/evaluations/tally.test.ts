import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  askingOf,
  DEFAULT_QUESTIONS,
  isNews,
  readAnswer,
  roundEnd,
  type Answer,
} from '#collections/evaluations/policy.ts'
import { FEWEST, meanOf, shownOf, together, type Round } from '#collections/evaluations/results.ts'
import { addTallies, NO_ANSWERS, tallyOf, type Tally } from '#collections/evaluations/tally.ts'

const at = (text: string) => Temporal.Instant.from(text)

const answerTo = ({ kind, options }: (typeof DEFAULT_QUESTIONS)[number]): fc.Arbitrary<Answer> =>
  kind === 'comment' ? fc.option(fc.string({ minLength: 1 })) : fc.nat(kind === 'scale' ? 4 : options.length - 1)
const oneAnswered: fc.Arbitrary<Tally> = fc
  .tuple(...DEFAULT_QUESTIONS.map(answerTo))
  .map((answers) => tallyOf(DEFAULT_QUESTIONS.map((question, place) => ({ question, answer: answers[place]! }))))

const sumOf = (tallies: readonly Tally[]): Tally => tallies.reduce(addTallies, NO_ANSWERS)

test('what is kept is the same in whichever order answers came', () => {
  fc.assert(
    fc.property(
      fc
        .array(oneAnswered, { maxLength: 8 })
        .chain((tallies) =>
          fc.tuple(fc.constant(tallies), fc.shuffledSubarray(tallies, { minLength: tallies.length })),
        ),
      ([tallies, shuffled]) => {
        expect(JSON.stringify(sumOf(shuffled))).toBe(JSON.stringify(sumOf(tallies)))
      },
    ),
  )
})

test('nothing of an answer is lost: choices are counted, comments are there, each once', () => {
  fc.assert(
    fc.property(fc.array(oneAnswered, { minLength: 1, maxLength: 8 }), (tallies) => {
      const { answers, questions } = sumOf(tallies)
      expect(answers).toBe(tallies.length)
      for (const { kind, counts } of questions)
        if (kind !== 'comment') expect(counts.reduce((sum, count) => sum + count, 0)).toBe(tallies.length)
    }),
  )
})

const round = (unit: string, answers: number, closesAt: string, more: Partial<Round> = {}): Round => ({
  title: 'Course',
  year: 2027,
  unit,
  startsOn: '2027-03-02',
  closesAt,
  tally: { ...NO_ANSWERS, answers },
  ...more,
})
const NOW = at('2027-05-01T12:00:00Z')
const EARLY = '2027-04-01T12:00:00.000Z'
const shownAt = (rounds: readonly Round[], now = NOW) =>
  shownOf(rounds, now).map(({ unit, tally }) => [unit, tally.answers])

describe('what is shown', () => {
  test.each([
    ['five of one session', [round('one', 5, EARLY)], [['one', 5]]],
    ['four are too few', [round('one', 4, EARLY)], []],
    ['a round that is under way is not shown', [round('one', 9, '2027-05-01T12:00:00.001Z')], []],
    ['a round that ends now is', [round('one', 9, '2027-05-01T12:00:00.000Z')], [['one', 9]]],
    ['two small sessions of a course together', [round('one', 3, EARLY), round('two', 2, EARLY)], [[null, 5]]],
    ['not of two courses', [round('one', 3, EARLY), round('two', 2, EARLY, { title: 'Other' })], []],
    ['not of two years', [round('one', 3, EARLY), round('two', 2, EARLY, { year: 2026 })], []],
    [
      'what is left over waits for others',
      [
        round('one', 3, EARLY),
        round('two', 3, '2027-04-02T12:00:00.000Z'),
        round('three', 4, '2027-04-03T12:00:00.000Z'),
      ],
      [[null, 6]],
    ],
  ] as const)('%s', (_, rounds, expected) => {
    expect(shownAt(rounds)).toEqual(expected)
  })

  const moment = fc.integer({ min: 0, max: 40 }).map((days) => at(EARLY).add({ hours: 24 * days }))
  const someRounds = fc
    .array(fc.record({ answers: fc.integer({ min: 1, max: 9 }), closesAt: moment }), { maxLength: 12 })
    .map((ones) => ones.map(({ answers, closesAt }, place) => round(`unit-${place}`, answers, closesAt.toString())))

  test('no group is smaller than five, and none ever changes once it is shown: no difference says what fewer said', () => {
    fc.assert(
      fc.property(someRounds, moment, moment, (rounds, one, other) => {
        const [earlier, later] = Temporal.Instant.compare(one, other) < 0 ? [one, other] : [other, one]
        const [before, after] = [shownOf(rounds, earlier), shownOf(rounds, later)]
        expect(after.every(({ tally }) => tally.answers >= FEWEST)).toBe(true)
        for (const group of before) expect(after).toContainEqual(group)
        expect(together(after).answers).toBeLessThanOrEqual(rounds.reduce((sum, { tally }) => sum + tally.answers, 0))
      }),
    )
  })
})

const [SCALE_QUESTION, , , CHOICE, COMMENT] = DEFAULT_QUESTIONS as unknown as [never, never, never, never, never]

test.each([
  ['the last step of a scale', SCALE_QUESTION, '4', 4],
  ['beyond it', SCALE_QUESTION, '5', undefined],
  ['nothing chosen', SCALE_QUESTION, '', undefined],
  ['no number', CHOICE, 'Yes', undefined],
  ['a choice', CHOICE, '0', 0],
  ['no words', COMMENT, '  ', null],
  ['words', COMMENT, ' Good. ', 'Good.'],
] as const)('reads %s', (_, question, sent, expected) => {
  expect(readAnswer(question, sent)).toBe(expected)
})

test.each([
  ['as set', { isAsked: true, isRequired: false }, 'as-set', [true, false]],
  ['required of all', { isAsked: true, isRequired: true }, null, [true, true]],
  ['required means nothing where nobody is asked', { isAsked: false, isRequired: true }, 'as-set', [false, false]],
  ['a course that requires it by itself', { isAsked: false, isRequired: false }, 'required', [true, true]],
  ['a course that does not', { isAsked: true, isRequired: true }, 'optional', [true, false]],
  ['a course that asks nothing', { isAsked: true, isRequired: true }, 'none', [false, false]],
] as const)('is asked: %s', (_, rules, course, [isAsked, isRequired]) => {
  expect(askingOf(rules, course)).toEqual({ isAsked, isRequired })
})

test('rounds follow each other from the end of the course on', () => {
  const end = at('2027-03-02T21:30:00Z')
  expect(roundEnd(end, 14, end).toString()).toBe('2027-03-16T21:30:00Z')
  expect(roundEnd(end, 14, at('2027-03-16T21:29:59Z')).toString()).toBe('2027-03-16T21:30:00Z')
  expect(roundEnd(end, 14, at('2027-03-16T21:30:00Z')).toString()).toBe('2027-03-30T21:30:00Z')
  expect([isNews(end, 14, end), isNews(end, 14, at('2027-03-16T21:30:00Z'))]).toEqual([true, false])
})

test('the mean of a scale is from 1 to 5, and there is none of nothing', () => {
  expect(meanOf({ kind: 'scale', counts: [0, 0, 0, 1, 1] })).toBe(4.5)
  expect(meanOf({ kind: 'scale', counts: [0, 0, 0, 0, 0] })).toBeNull()
  expect(meanOf({ kind: 'choice', counts: [1, 0, 0] })).toBeNull()
})
