import { convertLexicalToHTML, LinkHTMLConverter, type HTMLConvertersFunction } from '@payloadcms/richtext-lexical/html'
import { paths } from '../kernel/paths.ts'
import { idOf } from '../kernel/related.ts'
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

/**
 * Formatted text as HTML. Text is escaped and script addresses are dropped by the converter; the inline styles it writes
 * are dropped here, because the pages allow none. Quotes in text are escaped, so nothing a person wrote can match.
 */
export const proseIn =
  (documents: PublicDocuments) =>
  (data: unknown): string => {
    if (!data) return ''
    // Only what the editor offers: whatever else was sent past it is left out.
    const converters: HTMLConvertersFunction = ({ defaultConverters: { upload: _, table: __, ...offered } }) => ({
      ...offered,
      ...LinkHTMLConverter({
        internalDocToHref: ({ linkNode }) => {
          const { relationTo = '', value } = linkNode.fields.doc ?? {}
          const target = (documents as unknown as Record<string, ReadonlyMap<string, { slug?: string }>>)[
            relationTo
          ]?.get(idOf(value) ?? '')
          return (target?.slug && PATH_OF[relationTo]?.(target.slug)) || paths.home
        },
      }),
    })
    const html = convertLexicalToHTML({ data: data as RichText, converters, disableContainer: true })
    return html.replaceAll(/\sstyle="[^"]*"/g, '')
  }
