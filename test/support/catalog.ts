import { CourseQuery } from '#collections/courses/schema.ts'
import type { Catalog } from '#collections/catalog/catalog.ts'
import type { PublicDocuments } from '#collections/catalog/documents.ts'

const isMethod = (value: unknown): value is (...words: string[]) => unknown => typeof value === 'function'

/** Every answer a catalog gives, as one text: what it asks for without words, and what it says of each slug and word. */
export const everythingIn = (catalog: Catalog, words: readonly string[] = []): string => {
  const { courses, edition: _, ...rest } = catalog
  const answers = Object.values(rest).flatMap<unknown>((answer) =>
    isMethod(answer) ? (answer.length === 0 ? [''] : words).map((word) => answer(word)) : [answer],
  )
  const lists = ['', ...words].map((q) => courses(CourseQuery.parse({ q })))
  return JSON.stringify([answers, lists])
}

/** A catalog without anything in it, before it is indexed. */
export const noDocuments = (): PublicDocuments => ({
  circles: new Map(),
  collaboratives: new Map(),
  contacts: new Map(),
  courses: new Map(),
  credentials: new Map(),
  downloads: new Map(),
  holidays: new Map(),
  media: new Map(),
  notices: new Map(),
  pages: new Map(),
  policies: new Map(),
  recommendations: new Map(),
  sessions: new Map(),
  strategies: new Map(),
  agency: {} as PublicDocuments['agency'],
  framework: {} as PublicDocuments['framework'],
  home: {} as PublicDocuments['home'],
})
