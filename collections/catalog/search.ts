import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import MiniSearch from 'minisearch'
import { KIND_LABELS } from '../collaboratives/states.ts'
import { paths } from '../kernel/paths.ts'
import type { Snapshot } from './snapshot.ts'

export type HitKind = 'course' | 'circle' | 'strategy' | 'collaborative' | 'credential' | 'policy' | 'page'
export type Hit = { kind: HitKind; slug: string; title: string; summary: string; path: string }
type Entry = Hit & { id: string; words: string }

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

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
  const index = new MiniSearch<Entry>({
    fields: ['title', 'summary', 'words'],
    storeFields: ['kind', 'slug', 'title', 'summary', 'path'],
    processTerm: (term) => plain(term) || null,
  })
  index.addAll(entriesOf(snapshot))

  return (words: string): Hit[] => {
    for (const options of ATTEMPTS) {
      const results = index.search(words, options)
      if (results.length > 0)
        return results.map(({ kind, slug, title, summary, path }) => ({ kind, slug, title, summary, path }))
    }
    return []
  }
}

const built = new WeakMap<Snapshot, ReturnType<typeof buildSearch>>()

/** Words to courses and pages: ranked, accents and small typing errors forgiven, the same on both databases. */
export const searchIn = (snapshot: Snapshot, words: string): Hit[] => {
  if (!words.trim()) return []
  const search = built.get(snapshot) ?? buildSearch(snapshot)
  built.set(snapshot, search)
  return search(words)
}
