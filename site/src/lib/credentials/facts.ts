import type { CredentialView } from '#collections/credentials/view.ts'
import { pointsOfLevel } from '#collections/reviews/pass-rule.ts'
import type { Locale } from '#collections/values/locale.ts'
import { joinWords } from '#collections/values/words.ts'
import type { Messages } from '../../messages/index.ts'

type Judged = Pick<CredentialView, 'parts' | 'criteria' | 'levels' | 'levelPoints' | 'passRule'>

const optionalIn = ({ parts }: Judged): string[] =>
  parts
    .flatMap(({ prompts, evidence }) => [...prompts, ...evidence])
    .flatMap(({ title, optional }) => (optional ? [title] : []))

/** What has to be reached to pass, a sentence for each part that counts. */
export const passSentences = (judged: Judged, t: Messages['credentials'], locale: Locale): string[] => {
  const { parts, criteria, levels, passRule } = judged
  const partName = (number: number) => {
    const part = parts.find((one) => one.number === number)
    return part ? t.partNamed(part.number, part.title) : t.partShort(number)
  }
  // Who is better than what is asked for passes as well.
  const levelName = (level: string) => (levels[0] !== level ? t.atLeast(level) : level)
  const join = (words: readonly string[]) => joinWords([...words], locale)
  const passed = passRule.passParts.map((part) => t.passPart(partName(part)))
  const optional = optionalIn(judged)
  const last = optional.length > 0 ? [t.passOptional(join(optional))] : []
  const scored = parts.find((part) => part.number === passRule.scoredPart)
  const required = passRule.requiredLevel ?? levels[0]
  if (!scored || !required || criteria.length === 0) return [...passed, ...last]
  const part = partName(scored.number)
  const names = criteria.map(({ name }) => name)
  if (passRule.needed === 'points') {
    const points = levels.map((level) => t.pointsOf(level, pointsOfLevel(judged, level)))
    return [...passed, t.passPoints(part, passRule.atLeast ?? 0, join(points)), ...last]
  }
  const own = scored.evidence.filter((one) => (one.criteria?.length ?? 0) > 0 || Boolean(one.requiredLevel))
  const others = scored.evidence.length - own.length
  const ofOwn = own.map((one) =>
    t.passBut(one.title, levelName(one.requiredLevel ?? required), join(one.criteria?.length ? one.criteria : names)),
  )
  const level = levelName(required)
  const rule = () => {
    if (passRule.needed === 'some') return [t.passSome(part, passRule.atLeast ?? names.length, join(names), level)]
    if (others > 1) return [t.passScored(part, others, join(names), level, others * names.length)]
    return others === 1 || own.length === 0 ? [t.passScoredAll(part, join(names), level)] : []
  }
  return [...passed, ...rule(), ...ofOwn, ...last]
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
