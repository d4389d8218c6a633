import type { EvidenceFamily } from '../files/kinds.ts'
import type { EvidenceView, PartView, PromptView } from '../credentials/view.ts'
import { countWords, limitOf } from '../values/word-count.ts'
import type { LackReason } from './states.ts'

/**
 * One thing to hand in: an answer to a prompt, or evidence for a component. `key` is the number of its part and its place in
 * it, such as '2-3'; it holds because a submission keeps the edition of the credential it was begun with.
 */
export type Item = { key: string; part: number } & (
  { kind: 'prompt'; prompt: PromptView } | { kind: 'evidence'; evidence: EvidenceView }
)

/** An item's key as people read it: "2.3". */
export const numberOf = (key: string): string => key.replace('-', '.')

/** Everything to hand in, in the order of the credential. A scoring guide asks for nothing (seed 3, Part 3). */
export const itemsOf = (parts: readonly PartView[]): Item[] =>
  parts.flatMap(({ number, kind, prompts, evidence }): Item[] => {
    const place = (index: number) => ({ key: `${number}-${index + 1}`, part: number })
    if (kind === 'guide') return []
    if (kind === 'evidence') return evidence.map((evidence, index) => ({ ...place(index), kind: 'evidence', evidence }))
    return prompts.map((prompt, index) => ({ ...place(index), kind: 'prompt', prompt }))
  })

/** Whether an item may be left out. */
export const isOptional = (item: Item): boolean =>
  (item.kind === 'prompt' ? item.prompt : item.evidence).optional ?? false

const isBlank = ({ text, theirs, files, link }: Handed): boolean =>
  !text?.trim() && !theirs?.trim() && !link?.trim() && (files ?? []).length === 0

/** The items that may be left out and were. */
export const leftOut = (items: readonly Item[], handed: Readonly<Record<string, Handed>>): string[] =>
  items.filter((item) => isOptional(item) && isBlank(handed[item.key] ?? {})).map(({ key }) => key)

export const titleOf = (item: Item): string => (item.kind === 'prompt' ? item.prompt.title : item.evidence.title)

/** An item as letters and lists name it: "Part 2, Component 1: Awareness". */
export const nameOfItem = (item: Item, items: readonly Item[]): string => {
  const title = titleOf(item)
  const place = item.key.slice(item.key.indexOf('-') + 1)
  const isAlone = items.filter(({ part }) => part === item.part).length === 1
  if (isAlone) return `Part ${item.part}: ${title}`
  return `Part ${item.part}, ${item.kind === 'prompt' ? 'Answer' : 'Component'} ${place}: ${title}`
}

/** A file that was added. `seconds`: how long a recording is, null where nobody knows it and for everything else. */
export type HandedFile = { id: string; seconds: number | null; family?: EvidenceFamily }

/** What was handed in for one item. `option` counts from 0; `theirs` is what a colleague wrote by their link. */
export type Handed = {
  text?: string | null
  theirs?: string | null
  option?: number | null
  files?: readonly HandedFile[] | null
  link?: string | null
}

type Option = EvidenceView['options'][number]

/** What one form of evidence consists of. A paper with a word limit comes with the description the limit is for (seed 3). */
export const taking = ({ kind, wordLimit }: Pick<Option, 'kind' | 'wordLimit'>) => ({
  text: kind === 'text' || kind === 'either' || kind === 'colleague' || (kind === 'file' && wordLimit !== null),
  link: kind === 'link',
  files:
    kind === 'file' || kind === 'either' ? ('paper' as const) : kind === 'recording' ? ('recording' as const) : null,
})

/** The form that was chosen; where there is only one, that. Undefined: none yet. */
export const chosenOf = ({ options }: EvidenceView, { option }: Handed): Option | undefined => {
  const chosen = options.length === 1 ? 0 : option
  return chosen == null ? undefined : options[chosen]
}

const fits = (family: EvidenceFamily) => (file: HandedFile) => (file.family ?? family) === family

/** What was added of the kind that the chosen form consists of. */
export const fittingFiles = (option: Option, { files }: Handed): HandedFile[] => {
  const family = taking(option).files
  return family ? (files ?? []).filter(fits(family)) : []
}

const asSentOf = (item: Item, handed: Handed): Handed => {
  if (item.kind === 'prompt') return { text: handed.text }
  const chosen = chosenOf(item.evidence, handed)
  if (!chosen) return handed
  const { text, link } = taking(chosen)
  // What its owner wrote for another form never counts as a colleague's.
  const { theirs } = handed
  if (chosen.kind === 'colleague')
    return { option: item.evidence.options.indexOf(chosen), files: [], text: theirs ?? '', theirs }
  return {
    option: item.evidence.options.indexOf(chosen),
    files: fittingFiles(chosen, handed),
    ...(text && { text: handed.text }),
    ...(link && { link: handed.link }),
  }
}

/** What reviewers get: of each item only what belongs to the form that was chosen. What other forms left behind is not sent. */
export const asSent = (items: readonly Item[], handed: Readonly<Record<string, Handed>>): Record<string, Handed> =>
  Object.fromEntries(items.map((item) => [item.key, asSentOf(item, handed[item.key] ?? {})]))

/** What an item lacks. `by`: how many words, or seconds, too many. */
export type Lack = { key: string; reason: LackReason; by?: number }
type Missing = Omit<Lack, 'key'>

const isWebAddress = (link: string): boolean => /^https?:$/.test(URL.parse(link)?.protocol ?? '')

const lackOfWords = (
  text: string | null | undefined,
  limited: Parameters<typeof limitOf>[0],
  whenEmpty: 'empty' | 'no-description' | 'no-feedback',
): Missing | undefined => {
  const words = countWords(text ?? '')
  if (words === 0) return { reason: whenEmpty }
  const standing = limitOf(limited, words)
  return standing.state === 'over' && standing.kind === 'hard' ? { reason: 'over-limit', by: standing.by } : undefined
}

const lackOfRecording = (files: readonly HandedFile[], maxMinutes: number | null): Missing | undefined => {
  if (files.length === 0) return { reason: 'no-recording' }
  const over = maxMinutes === null ? 0 : Math.max(...files.map(({ seconds }) => seconds ?? 0)) - maxMinutes * 60
  return over > 0 ? { reason: 'too-long', by: over } : undefined
}

/**
 * Limits of evidence are hard where the credential does not say otherwise: "no more than 500 words", "no longer than 10 unedited
 * minutes" (seed 3, Part 2). Of an account or a file one is enough.
 */
const lackOfOption = (option: Option, handed: Handed): Missing | undefined => {
  const { kind, wordLimit, maxMinutes } = option
  const { text, link } = handed
  const files = fittingFiles(option, handed)
  const limited = { wordLimit, limitKind: option.limitKind ?? 'hard' }
  if (kind === 'text') return lackOfWords(text, limited, 'empty')
  if (kind === 'colleague') return lackOfWords(handed.theirs, limited, 'no-feedback')
  if (kind === 'either' && (files.length === 0 || text?.trim())) return lackOfWords(text, limited, 'empty')
  if (kind === 'either') return undefined
  if (kind === 'link') return isWebAddress(link?.trim() ?? '') ? undefined : { reason: 'no-link' }
  if (kind === 'recording') return lackOfRecording(files, maxMinutes)
  if (files.length === 0) return { reason: 'no-file' }
  return wordLimit === null ? undefined : lackOfWords(text, limited, 'no-description')
}

const lackOf = (item: Item, handed: Handed): Missing | undefined => {
  if (item.kind === 'prompt') return lackOfWords(handed.text, item.prompt, 'empty')
  const option = chosenOf(item.evidence, handed)
  return option ? lackOfOption(option, handed) : { reason: 'no-option' }
}

/**
 * What is still missing before these items can be handed in, the first lack of each, in order; none: it is complete. An answer
 * needs at least one word and must keep a hard limit. Of the forms evidence may take one is enough, and has to be chosen where
 * there are several; files with a word limit need the description it is for (seed 3, Part 2, component 2c). A recording of
 * exactly its limit is short enough; of one whose length nobody knows the reviewer decides.
 */
export const lacking = (items: readonly Item[], handed: Readonly<Record<string, Handed>>): Lack[] =>
  items.flatMap((item) => {
    const given = handed[item.key] ?? {}
    const lack = isOptional(item) && isBlank(given) ? undefined : lackOf(item, given)
    return lack ? [{ key: item.key, ...lack }] : []
  })
