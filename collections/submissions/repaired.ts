import { isOneOf } from '../values/list.ts'
import type { Contents, Edition } from './edition.ts'
import { itemsOf, nameOfItem, titleOf, type Item } from './parts.ts'
import { WRITABLE, type SubmissionStatus } from './states.ts'

// A credential that was changed after work was begun: what is different, and whether the work can go over to it.

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/** The same text for what says the same: an edition of an earlier release lacks fields that say nothing. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => !isNothing(one))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, one]) => [key, plain(one)]),
  )
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other))

const asked = (item: Item): unknown => (item.kind === 'prompt' ? item.prompt : item.evidence)

const ITEM = {
  added: (name: string) => `${name} is new.`,
  gone: (name: string) => `${name} is asked for no more.`,
  changed: (name: string) => `${name} is asked for in other words, or with other limits.`,
}

const itemChanges = (before: readonly Item[], after: readonly Item[]): string[] => {
  const [was, is] = [before, after].map((items) => new Map(items.map((item) => [item.key, item])))
  return [
    ...before.flatMap((item) => {
      const now = is!.get(item.key)
      if (!now) return [ITEM.gone(nameOfItem(item, before))]
      if (titleOf(now) !== titleOf(item))
        return [ITEM.gone(nameOfItem(item, before)), ITEM.added(nameOfItem(now, after))]
      return isSame(asked(item), asked(now)) ? [] : [ITEM.changed(nameOfItem(now, after))]
    }),
    ...after.filter(({ key }) => !was!.has(key)).map((item) => ITEM.added(nameOfItem(item, after))),
  ]
}

/** What else of an edition decides about work, and how a change of it is said. */
const RULES: readonly [(edition: Edition) => unknown, string][] = [
  [({ levels, criteria }) => [levels, criteria], 'The rubric is another one.'],
  [({ passRule: { note: _, ...rule }, levelPoints }) => [rule, levelPoints ?? []], 'What passes is another rule.'],
  [({ attempts }) => attempts, 'The number of attempts is another one.'],
  [
    ({ reviewers, differ }) => [reviewers, differ ?? 'any'],
    'How many people read it, and when a third decides, is another rule.',
  ],
  [({ submitUntil }) => submitUntil, 'The last day to send it is another one.'],
  [
    ({ reviewDays, appealDays }) => [reviewDays, appealDays ?? null],
    'The time until an answer, or for an appeal, is another one.',
  ],
  [({ validMonths }) => validMonths, 'How long the award is valid is another rule.'],
]

/** What is different in the credential as it is now, as sentences; none: nothing that matters for the work. */
export const differencesIn = (before: Edition, after: Edition): string[] => [
  ...itemChanges(itemsOf(before.parts), itemsOf(after.parts)),
  ...RULES.flatMap(([of, sentence]) => (isSame(of(before), of(after)) ? [] : [sentence])),
]

/**
 * Whether work can go over to the credential as it is now: while its owner can write, and only where everything that was met is
 * still asked for and judged as it was. What was said holds.
 */
export const canGoOver = (
  { edition, items, judged }: Pick<Contents, 'edition' | 'items' | 'judged'>,
  status: SubmissionStatus,
  after: Edition,
): boolean => {
  if (!isOneOf(WRITABLE, status)) return false
  const met = items.filter(({ key }) => judged[key] === 'met')
  if (met.length === 0) return true
  const isJudgedAlike =
    isSame([edition.levels, edition.criteria], [after.levels, after.criteria]) &&
    edition.passRule.scoredPart === after.passRule.scoredPart
  const now = new Map(itemsOf(after.parts).map((item) => [item.key, item]))
  return isJudgedAlike && met.every((item) => now.has(item.key) && isSame(asked(item), asked(now.get(item.key)!)))
}
