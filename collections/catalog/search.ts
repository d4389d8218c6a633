import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import MiniSearch, { type Query } from 'minisearch'
import { KIND_LABELS } from '../collaboratives/states.ts'
import { paths } from '../kernel/paths.ts'
import { APOSTROPHES, plainLetters } from '../values/slug.ts'
import type { Snapshot } from './snapshot.ts'

export type HitKind = 'course' | 'circle' | 'strategy' | 'collaborative' | 'credential' | 'policy' | 'page'
export type Hit = { kind: HitKind; slug: string; title: string; summary: string; path: string }
type Entry = Hit & { id: string; words: string }

type Lexical = Parameters<typeof convertLexicalToPlaintext>[0]['data']
const plainText = (story: unknown): string => (story ? convertLexicalToPlaintext({ data: story as Lexical }) : '')

const entriesOf = ({ documents, courses, collaboratives, circleOf }: Snapshot): Entry[] => {
  const namesOf = (ids: readonly unknown[] | null | undefined, documentsOf: ReadonlyMap<string, { name: string }>) =>
    (ids ?? []).map((id) => documentsOf.get(String(id))?.name ?? '').join(' ')
  const entry = (
    kind: HitKind,
    path: string,
    doc: { slug: string; title?: string; name?: string; summary: string },
    words = '',
  ): Entry => {
    const title = doc.title ?? doc.name ?? ''
    return { id: `${kind}:${doc.slug}`, kind, slug: doc.slug, title, summary: doc.summary, path, words }
  }
  const published = <Doc extends { slug: string }>(docs: ReadonlyMap<string, Doc>) =>
    [...docs.values()].filter(({ slug }) => slug)
  return [
    ...[...courses.values()].map((course) =>
      entry(
        'course',
        paths.course(course.slug),
        course,
        [
          plainText(course.story),
          (course.outcomes ?? []).map(({ text }) => text).join(' '),
          namesOf(course.circles, circleOf),
          namesOf(course.strategies, documents.strategies),
        ].join(' '),
      ),
    ),
    ...published(documents.circles).map((doc) => entry('circle', paths.circle(doc.slug), doc)),
    ...published(documents.strategies).map((doc) => entry('strategy', paths.strategy(doc.slug), doc)),
    ...[...collaboratives.values()].map((doc) =>
      entry('collaborative', paths.collaborative(doc.slug), doc, `${doc.program ?? ''} ${KIND_LABELS[doc.kind]}`),
    ),
    ...published(documents.credentials).map((doc) =>
      entry('credential', paths.credential(doc.slug), doc, `${doc.keyMethod} micro-credential badge`),
    ),
    ...published(documents.policies).map((doc) => entry('policy', paths.policy(doc.slug), doc)),
    ...published(documents.pages).map((doc) => entry('page', paths.page(doc.slug), doc)),
  ]
}

const WORD = /[\p{L}\p{N}]+/gu
/** Words that a hyphen or dash joins: Well-Being, K–12. */
const COMPOUND = /[\p{L}\p{N}]+(?:[-\u2010-\u2015][\p{L}\p{N}]+)+/gu

/** The words of a text as they are compared: without accents and apostrophes, and of what a hyphen joins the closed word too. */
export const termsIn = (text: string): string[] => {
  const letters = plainLetters(text.replace(APOSTROPHES, ''))
  const closed = (letters.match(COMPOUND) ?? []).map((compound) => compound.replace(/[^\p{L}\p{N}]/gu, ''))
  return [...(letters.match(WORD) ?? []), ...closed]
}

/** So short a part of a word is in too many others. */
const SHORTEST_PART = 3

/**
 * What is looked for: every word, where “wellbeing” also stands for “well being” and the other way round, as far as the texts have
 * them. Words that a hyphen joins are looked for like words beside each other.
 */
const queryFor = (typed: string, known: ReadonlySet<string>): Query => {
  const words = plainLetters(typed.replace(APOSTROPHES, '')).match(WORD) ?? []
  const halves = (word: string): string[][] =>
    Array.from({ length: Math.max(word.length - 2 * SHORTEST_PART + 1, 0) }, (_, at) => at + SHORTEST_PART)
      .map((at) => [word.slice(0, at), word.slice(at)])
      .filter((parts) => parts.every((part) => known.has(part)))
  const queries: Query[] = []
  for (let at = 0; at < words.length; at += 1) {
    const [word, next] = [words[at]!, words[at + 1]]
    const both = next === undefined ? undefined : word + next
    if (both !== undefined && known.has(both)) {
      queries.push({ combineWith: 'OR', queries: [both, { combineWith: 'AND', queries: [word, next!] }] })
      at += 1
      continue
    }
    const open = halves(word).map((parts): Query => ({
      combineWith: 'AND',
      prefix: false,
      fuzzy: false,
      queries: parts,
    }))
    queries.push(open.length > 0 ? { combineWith: 'OR', queries: [word, ...open] } : word)
  }
  return { queries }
}

/** Beginnings of words count; titles count most. */
const EXACT = {
  prefix: (term: string) => term.length > 2,
  boost: { title: 4, summary: 2 },
  combineWith: 'AND',
} as const
/** One typing error in a word of five letters, two in a word of ten. */
const FORGIVING = { ...EXACT, fuzzy: (term: string) => (term.length > 3 ? 0.2 : false) }

/** Each is tried only where the one before finds nothing, so that a well-typed word never brings its lookalikes. */
const ATTEMPTS = [EXACT, FORGIVING, { ...FORGIVING, combineWith: 'OR' }] as const

const buildSearch = (snapshot: Snapshot) => {
  const known = new Set<string>()
  const index = new MiniSearch<Entry>({
    fields: ['title', 'summary', 'words'],
    storeFields: ['kind', 'slug', 'title', 'summary', 'path'],
    tokenize: termsIn,
    processTerm: (term) => {
      known.add(term)
      return term
    },
    searchOptions: { tokenize: (word) => [word], processTerm: (term) => term },
  })
  index.addAll(entriesOf(snapshot))

  return (words: string): Hit[] => {
    const query = queryFor(words, known)
    for (const options of ATTEMPTS) {
      const results = index.search(query, options)
      if (results.length > 0)
        return results.map(({ kind, slug, title, summary, path }) => ({ kind, slug, title, summary, path }))
    }
    return []
  }
}

const built = new WeakMap<Snapshot, ReturnType<typeof buildSearch>>()

/** Words to courses and pages: ranked, accents and small typing errors forgiven, the same on both databases. */
export const searchIn = (snapshot: Snapshot, words: string): Hit[] => {
  if (!/[\p{L}\p{N}]/u.test(words)) return []
  const search = built.get(snapshot) ?? buildSearch(snapshot)
  built.set(snapshot, search)
  return search(words)
}
