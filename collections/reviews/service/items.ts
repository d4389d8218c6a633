import { extname } from 'node:path'
import type { Masked } from '../mask.ts'
import type { Slot } from '../policy.ts'
import type { Scores } from '../../submissions/scores.ts'
import type { Work } from '../work.ts'
import { earlierOf } from '../../submissions/earlier.ts'
import type { Version as Judged } from '../../submissions/edition.ts'
import { numberOf, type Handed, type Item } from '../../submissions/parts.ts'
import { countWords } from '../../values/word-count.ts'
import type { Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'
import type { FileView, HandedView, JudgedVersion, ScoringItem, SlotView } from './views.ts'

// What was handed in, as whoever judges it reads it: texts through a mask, files under neutral names.

type Covers = (text: string) => Masked

/** Where a piece of evidence is fetched, such as '2-1-1'; of the version before '2-1-1-before', of the first '2-1-1-before-1'. */
type Version = 'now' | 'before' | `before-${number}`
const endOf = (version: Version): string => (version === 'now' ? '' : `-${version}`)
const placeOf = (key: string, index: number, version: Version): string => `${key}-${index + 1}${endOf(version)}`
const linkPlaceOf = (key: string, version: Version): string => `${key}${endOf(version)}`

/** Of a private file how its name ends, and how long a recording is. */
type StoredFiles = ReadonlyMap<string, { ending: string; type: string }>

type Answers = Work['answers']

const versionsOf = ({ answers, versions }: Work): [Version, Answers][] => [
  ['now', answers] as [Version, Answers],
  ...versions.map(({ attempt, answers }): [Version, Answers] => [`before-${attempt}`, answers]),
  ...versions.slice(-1).map(({ answers }): [Version, Answers] => ['before', answers]),
]

/** The id of the file at a place, and the name it is given; undefined where there is none among these items. */
export const fileAt = (work: Work, items: readonly Item[], place: string): { id: string; name: string } | undefined => {
  for (const { key } of items)
    for (const [version, answers] of versionsOf(work))
      for (const [index, { id }] of (answers[key]?.files ?? []).entries())
        if (placeOf(key, index, version) === place) return { id, name: `Evidence ${numberOf(place)}` }
  return undefined
}

/** The address behind a link that was handed in; undefined where there is none among these items. */
export const linkAt = (work: Work, items: readonly Item[], place: string): string | undefined => {
  for (const { key } of items)
    for (const [version, answers] of versionsOf(work))
      if (linkPlaceOf(key, version) === place && URL.canParse(answers[key]?.link?.trim() ?? ''))
        return answers[key]!.link!.trim()
  return undefined
}

const storedFiles = async (context: Context, work: Work): Promise<StoredFiles> => {
  const ids = versionsOf(work).flatMap(([, answers]) =>
    Object.values(answers).flatMap(({ files }) => (files ?? []).map(({ id }) => id)),
  )
  const rows = ids.length === 0 ? [] : await every(context, 'files', { id: { in: ids } })
  return new Map(
    rows.map(({ id, filename, mimeType }) => [id, { ending: extname(filename ?? '').slice(1), type: mimeType ?? '' }]),
  )
}

const hostOf = (link: string, cover: Covers): string | null => {
  const host = URL.parse(link)?.hostname.replace(/^www\./, '') ?? null
  // A host is one word to whoever looks for names, so it is looked at in pieces too.
  return host && cover(`${host} ${host.replace(/[.-]/g, ' ')}`).found === 0 ? host : null
}

const handedView = (item: Item, handed: Handed, version: Version, cover: Covers, stored: StoredFiles): HandedView => {
  const { key } = item
  const options = item.kind === 'evidence' ? item.evidence.options : []
  const chosen = options.length === 1 ? 0 : (handed.option ?? null)
  const link = handed.link?.trim()
  const files = (handed.files ?? []).flatMap(({ id, seconds }, index): FileView[] => {
    const file = stored.get(id)
    if (!file) return []
    const place = placeOf(key, index, version)
    return [{ name: `Evidence ${numberOf(place)}.${file.ending}`, place, type: file.type, seconds }]
  })
  return {
    text: handed.text?.trim() ? cover(handed.text.trim()) : null,
    words: countWords(handed.text ?? ''),
    option: options.length > 1 && chosen !== null ? (options[chosen]?.text ?? null) : null,
    files,
    link: link ? { host: hostOf(link, cover), place: linkPlaceOf(key, version) } : null,
  }
}

const aboutItem = (item: Item) => {
  if (item.kind === 'prompt') {
    const { title, text, questions, passing, wordLimit } = item.prompt
    return { title, text, questions, passing, wordLimit, mustShow: [], note: null }
  }
  const { title, text, mustShow, note } = item.evidence
  return { title, text, mustShow, note, questions: [], passing: null, wordLimit: null }
}

const slotView = ({ edition }: Work, slot: Slot, scores: Scores): SlotView => {
  const criterion = edition.criteria.find(({ name }) => name === slot.criterion)
  return {
    id: slot.id,
    criterion: slot.criterion,
    levels: slot.levels.map((name, at) => ({ name, text: criterion?.levels[at] ?? null })),
    required: slot.required,
    given: scores[slot.id] ?? null,
  }
}

/** Items with what was handed in for them and the slots to score; after "not yet" the version before, with its comments. */
export const itemViews = async (
  context: Context,
  work: Work,
  items: readonly Item[],
  { slots, scores, cover }: { slots: readonly Slot[]; scores: Scores; cover: Covers },
): Promise<ScoringItem[]> => {
  const stored = await storedFiles(context, work)
  const last = work.versions.at(-1)
  const judgedVersion = (item: Item, { answers, scores }: Judged, version: Version): JudgedVersion => ({
    handed: handedView(item, answers[item.key] ?? {}, version, cover, stored),
    comments: work.slots
      .filter((slot) => slot.item === item.key && scores[slot.id])
      .map(({ id, criterion }) => ({ criterion, level: scores[id]!.level, comment: cover(scores[id]!.comment) })),
  })
  return items.map((item) => {
    const part = work.edition.parts.find(({ number }) => number === item.part)!
    const fellShort = last?.answers[item.key] && work.judged[item.key] === 'not-yet'
    return {
      key: item.key,
      part: { number: part.number, title: part.title },
      ...aboutItem(item),
      handed: handedView(item, work.answers[item.key] ?? {}, 'now', cover, stored),
      before: fellShort ? judgedVersion(item, last, 'before') : null,
      earlier: earlierOf(work.versions, item.key).map((version) => ({
        attempt: version.attempt,
        ...judgedVersion(item, version, `before-${version.attempt}`),
      })),
      slots: slots.filter((slot) => slot.item === item.key).map((slot) => slotView(work, slot, scores)),
    }
  })
}
