import type { EvidenceView, PartView, PromptView } from '../credentials/view.ts'
import { countWords, limitOf } from '../values/word-count.ts'
import type { LackReason } from './states.ts'

/**
 * One thing to hand in: an answer to a prompt, or evidence for a component. `key` is the number of its part and its place in
 * it, such as '2.3'; it holds because a submission keeps the edition of the credential it was begun with.
 */
export type Item = { key: string; part: number } & (
  { kind: 'prompt'; prompt: PromptView } | { kind: 'evidence'; evidence: EvidenceView }
)

/** Everything to hand in, in the order of the credential. A scoring guide asks for nothing (seed 3, Part 3). */
export const itemsOf = (parts: readonly PartView[]): Item[] =>
  parts.flatMap(({ number, kind, prompts, evidence }): Item[] => {
    const place = (index: number) => ({ key: `${number}.${index + 1}`, part: number })
    if (kind === 'guide') return []
    if (kind === 'evidence') return evidence.map((evidence, index) => ({ ...place(index), kind: 'evidence', evidence }))
    return prompts.map((prompt, index) => ({ ...place(index), kind: 'prompt', prompt }))
  })

/** What was handed in for one item. `option` counts from 0; a file's length in seconds is null where nobody knows it. */
export type Handed = {
  text?: string | null
  option?: number | null
  files?: readonly { id: string; seconds: number | null }[] | null
  link?: string | null
}

/** What an item lacks. `by`: how many words, or seconds, too many. */
export type Lack = { key: string; reason: LackReason; by?: number }
type Missing = Omit<Lack, 'key'>

const isWebAddress = (link: string): boolean => /^https?:$/.test(URL.parse(link)?.protocol ?? '')

const lackOfWords = (
  text: string | null | undefined,
  limited: Parameters<typeof limitOf>[0],
  whenEmpty: 'empty' | 'no-description',
): Missing | undefined => {
  const words = countWords(text ?? '')
  if (words === 0) return { reason: whenEmpty }
  const standing = limitOf(limited, words)
  return standing.state === 'over' && standing.kind === 'hard' ? { reason: 'over-limit', by: standing.by } : undefined
}

const lackOfRecording = (files: NonNullable<Handed['files']>, maxMinutes: number | null): Missing | undefined => {
  if (files.length === 0) return { reason: 'no-recording' }
  const over = maxMinutes === null ? 0 : Math.max(...files.map(({ seconds }) => seconds ?? 0)) - maxMinutes * 60
  return over > 0 ? { reason: 'too-long', by: over } : undefined
}

/** Limits of evidence are hard: "no more than 500 words", "no longer than 10 unedited minutes" (seed 3, Part 2). */
const lackOfOption = (
  { kind, wordLimit, maxMinutes }: EvidenceView['options'][number],
  { text, files, link }: Handed,
): Missing | undefined => {
  const limited = { wordLimit, limitKind: 'hard' } as const
  if (kind === 'text') return lackOfWords(text, limited, 'empty')
  if (kind === 'link') return isWebAddress(link?.trim() ?? '') ? undefined : { reason: 'no-link' }
  if (kind === 'recording') return lackOfRecording(files ?? [], maxMinutes)
  if ((files ?? []).length === 0) return { reason: 'no-file' }
  return wordLimit === null ? undefined : lackOfWords(text, limited, 'no-description')
}

const lackOf = (item: Item, handed: Handed): Missing | undefined => {
  if (item.kind === 'prompt') return lackOfWords(handed.text, item.prompt, 'empty')
  const { options } = item.evidence
  const chosen = options.length === 1 ? 0 : handed.option
  const option = chosen == null ? undefined : options[chosen]
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
    const lack = lackOf(item, handed[item.key] ?? {})
    return lack ? [{ key: item.key, ...lack }] : []
  })
