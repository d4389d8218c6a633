import { paths } from '../kernel/paths.ts'
import { RESERVED } from '../kernel/reserved.ts'

/** What has a page of its own, by the name its editors know it by. */
export const NOUN_LABELS = {
  courses: 'Course',
  circles: 'Circle',
  strategies: 'Strategy',
  collaboratives: 'Peer collaborative',
  credentials: 'Micro-credential',
  policies: 'Policy',
  pages: 'Page',
} as const
export type AddressNoun = keyof typeof NOUN_LABELS

export const isAddressNoun = (slug: string): slug is AddressNoun => Object.hasOwn(NOUN_LABELS, slug)

const PAGE_OF = {
  courses: paths.course,
  circles: paths.circle,
  strategies: paths.strategy,
  collaboratives: paths.collaborative,
  credentials: paths.credential,
  policies: paths.policy,
  pages: paths.page,
} satisfies Record<AddressNoun, (slug: string) => string>

/** A document's page, or something below it: `rest` is “.ics”, “/register” or nothing. */
export type Place = { noun: AddressNoun; slug: string; rest: string }

const PLACES = Object.entries(PAGE_OF).map(([noun, page]) => ({
  noun: noun as AddressNoun,
  // Below a page of the site there is nothing; below the others lie calendars and forms.
  pattern: new RegExp(`^${page('([a-z0-9-]+)')}${noun === 'pages' ? '' : '((?:\\.[a-z]+|/.*)?)'}$`),
}))

/** Whose page a path of the site is; undefined where it is nobody's. Without the query. */
export const placeAt = (path: string): Place | undefined => {
  for (const { noun, pattern } of PLACES) {
    const [, slug, rest = ''] = pattern.exec(path) ?? []
    if (slug && !(noun === 'pages' && RESERVED.has(slug))) return { noun, slug, rest }
  }
  return undefined
}

/** The same place at another address. */
export const pathOf = ({ noun, slug, rest }: Place): string => PAGE_OF[noun](slug) + rest

export const addressKey = (noun: AddressNoun, slug: string): string => `${noun}:${slug}`
