import type { CredentialView } from '#collections/credentials/view.ts'
import type { Locale } from '#collections/values/locale.ts'
import { joinWords } from '#collections/values/words.ts'
import type { Messages } from '../../messages/index.ts'

/** What has to be reached to pass, a sentence for each part that counts. */
export const passSentences = (
  { parts, criteria, levels, passRule }: Pick<CredentialView, 'parts' | 'criteria' | 'levels' | 'passRule'>,
  t: Messages['credentials'],
  locale: Locale,
): string[] => {
  const partName = (number: number) => {
    const part = parts.find((one) => one.number === number)
    return part ? t.partNamed(part.number, part.title) : t.partShort(number)
  }
  const passed = passRule.passParts.map((part) => t.passPart(partName(part)))
  const scored = parts.find((part) => part.number === passRule.scoredPart)
  const required = passRule.requiredLevel
  // Who is better than what is asked for passes as well.
  const level = required && levels[0] !== required ? t.atLeast(required) : required
  if (!scored || !level || criteria.length === 0) return passed
  const names = joinWords(
    criteria.map(({ name }) => name),
    locale,
  )
  const pieces = scored.evidence.length
  return [
    ...passed,
    pieces > 1
      ? t.passScored(partName(scored.number), pieces, names, level, pieces * criteria.length)
      : t.passScoredAll(partName(scored.number), names, level),
  ]
}

/** How much there is to do, in numbers; what there is none of is left out. */
export const figuresOf = ({ parts, reviewDays, attempts }: CredentialView, t: Messages['credentials']) => {
  const options = parts.flatMap((part) => part.evidence.flatMap((one) => one.options))
  const limits = [...parts.flatMap((part) => part.prompts), ...options].map(({ wordLimit }) => wordLimit ?? 0)
  const toHandIn = parts.filter(({ kind }) => kind !== 'guide').length
  return [
    { value: toHandIn, text: t.summary.parts(toHandIn) },
    { value: Math.max(0, ...limits), text: new Set(limits).size > 1 ? t.summary.wordsLongest : t.summary.words },
    { value: Math.max(0, ...options.map(({ maxMinutes }) => maxMinutes ?? 0)), text: t.summary.minutes },
    { value: reviewDays ?? 0, text: t.summary.days },
    { value: attempts ?? 0, text: t.summary.attempts },
  ].filter(({ value }) => value > 0)
}
