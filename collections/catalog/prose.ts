import { convertLexicalToHTML, type HTMLConvertersFunction } from '@payloadcms/richtext-lexical/html'
import { paths } from '../kernel/paths.ts'
import { convertersIn } from './converters.ts'
import type { PublicDocuments } from './documents.ts'

type RichText = Parameters<typeof convertLexicalToHTML>[0]['data']

/** Where an internal link of the panel leads on the public site. */
const PATH_OF: Partial<Record<string, (slug: string) => string>> = {
  circles: paths.circle,
  collaboratives: paths.collaborative,
  courses: paths.course,
  credentials: paths.credential,
  pages: paths.page,
  policies: paths.policy,
  strategies: paths.strategy,
}

type Linked = { slug?: string; filename?: string | null; url?: string | null }

/** Where a link to a document leads; undefined while the public does not see the document: its words stay, without a link. */
const pathIn = (documents: PublicDocuments, relationTo: string, id = ''): string | undefined => {
  const target = (documents as unknown as Record<string, ReadonlyMap<string, Linked>>)[relationTo]?.get(id)
  if (relationTo === 'downloads') return target?.filename ? paths.download(target.filename) : undefined
  return target?.slug && PATH_OF[relationTo]?.(target.slug)
}

/**
 * Formatted text as HTML. Text is escaped and script addresses are dropped by the converter; the inline styles it writes
 * are dropped here, because the pages allow none. Quotes in text are escaped, so nothing a person wrote can match.
 */
export const proseIn =
  (documents: PublicDocuments) =>
  (data: unknown): string => {
    if (!data) return ''
    const converters: HTMLConvertersFunction = ({ defaultConverters }) => ({
      ...defaultConverters,
      ...convertersIn(documents, (relationTo, id) => pathIn(documents, relationTo, id)),
    })
    const html = convertLexicalToHTML({ data: data as RichText, converters, disableContainer: true })
    return html.replaceAll(/\sstyle="[^"]*"/g, '')
  }
