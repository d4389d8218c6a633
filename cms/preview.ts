import type { LivePreviewConfig, Payload } from 'payload'
import { paths } from '#collections/kernel/paths.ts'
import { idOf } from '#collections/kernel/related.ts'
import type { Session, Template } from '#collections/kernel/payload-types.ts'

/** What a path is made of, as far as the form is filled in. */
type Document = Partial<Pick<Session, 'course' | 'collaborative'> & Pick<Template, 'kind'> & { slug: string }>
type PathOf = (document: Document, payload: Payload) => string | Promise<string>

const bySlug =
  (path: (slug: string) => string): PathOf =>
  ({ slug }) =>
    path(String(slug))

/** A session is read on the page of what it is a run of. */
const parentPage: PathOf = async ({ course, collaborative }, payload) => {
  const shared = { depth: 0, draft: true, overrideAccess: true } as const
  const [ofCourse, ofCollaborative] = [idOf(course), idOf(collaborative)]
  if (ofCourse) return paths.course((await payload.findByID({ collection: 'courses', id: ofCourse, ...shared })).slug)
  if (ofCollaborative)
    return paths.collaborative(
      (await payload.findByID({ collection: 'collaboratives', id: ofCollaborative, ...shared })).slug,
    )
  return paths.courses
}

/** The public page on which each kind of document is read. */
const PAGES: Record<string, PathOf> = {
  circles: bySlug(paths.circle),
  collaboratives: bySlug(paths.collaborative),
  contacts: () => paths.contact,
  courses: bySlug(paths.course),
  credentials: bySlug(paths.credential),
  framework: () => paths.framework,
  home: () => paths.home,
  notices: () => paths.home,
  pages: bySlug(paths.page),
  policies: bySlug(paths.policy),
  recommendations: () => paths.strategies,
  sessions: parentPage,
  strategies: bySlug(paths.strategy),
  templates: ({ kind }) => paths.messagePreview(kind ?? 'confirmed'),
}

/** The panel's preview: the real page with what is not published yet, refreshed as it is saved. */
export const livePreview: LivePreviewConfig & { collections: string[]; globals: string[] } = {
  collections: Object.keys(PAGES).filter((slug) => slug !== 'framework' && slug !== 'home'),
  globals: ['framework', 'home'],
  breakpoints: [
    { name: 'phone', label: 'Phone', width: 375, height: 720 },
    { name: 'tablet', label: 'Tablet', width: 768, height: 1024 },
    { name: 'desk', label: 'Desk', width: 1440, height: 900 },
  ],
  url: async ({ collectionConfig, globalConfig, data, locale, req }) => {
    const pathOf = PAGES[collectionConfig?.slug ?? globalConfig?.slug ?? '']
    if (!pathOf) return null
    const path = await pathOf(data, req.payload)
    return `${req.payload.config.serverURL}${path}?preview=1&lang=${locale.code}`
  },
}
