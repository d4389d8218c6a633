import type { HTMLConverters } from '@payloadcms/richtext-lexical/html'
import { completeLink, refusalOfLink } from '../values/link.ts'
import { imageView } from '../media/view.ts'
import { idOf } from '../kernel/related.ts'
import type { PublicDocuments } from './documents.ts'

type Node = Readonly<Record<string, unknown>> & { fields?: Record<string, unknown>; children?: unknown[] }
type Converted = { node: Node; nodesToHTML: (of: { nodes: never }) => string[] }
type Inside = (of: Converted) => string

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

const escape = (text: unknown): string => textOf(text).replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

const insideOf: Inside = ({ node, nodesToHTML }) => nodesToHTML({ nodes: (node.children ?? []) as never }).join('')

/** A link of the site or a whole address, and nothing a browser would run. */
const anchor = (address: unknown, inside: string, more = ''): string => {
  const whole = completeLink(textOf(address))
  return refusalOfLink(whole) ? inside : `<a${more} href="${escape(whole)}">${inside}</a>`
}

const span = (name: string, value: unknown): string => (Number(value) > 1 ? ` ${name}="${Number(value)}"` : '')

/** A picture with its caption; nothing while the public has no such picture. */
const figure = (documents: PublicDocuments, node: Node): string => {
  const media = node['relationTo'] === 'media' ? documents.media.get(idOf(node['value'] as string) ?? '') : undefined
  const image = media && imageView(media)
  if (!image) return ''
  const { alt, credit, width, height, webp, plain } = image
  const source = webp.map(({ url, width: wide }) => `${escape(url)} ${wide}w`).join(', ')
  const caption = [node.fields?.['caption'], credit].filter(Boolean).map(escape).join(' · ')
  return [
    '<figure><picture>',
    source && `<source type="image/webp" sizes="(min-width: 45rem) 42rem, 100vw" srcset="${source}">`,
    `<img src="${escape(plain)}" alt="${escape(alt)}" width="${width}" height="${height}" loading="lazy"></picture>`,
    caption && `<figcaption>${caption}</figcaption>`,
    '</figure>',
  ].join('')
}

const HEADER = { 1: ' scope="col"', 2: ' scope="row"', 3: ' scope="col"' } as Record<number, string>

const table: Record<'table' | 'tablerow' | 'tablecell', Inside> = {
  // Wider than a phone, it is moved sideways by itself; also with the keyboard.
  table: (of) => `<div class="wide" role="group" tabindex="0"><table><tbody>${insideOf(of)}</tbody></table></div>`,
  tablerow: (of) => `<tr>${insideOf(of)}</tr>`,
  tablecell: (of) => {
    const { headerState, colSpan, rowSpan } = of.node
    const header = HEADER[Number(headerState)]
    const name = header === undefined ? 'td' : 'th'
    return `<${name}${header ?? ''}${span('colspan', colSpan)}${span('rowspan', rowSpan)}>${insideOf(of)}</${name}>`
  },
}

const blocks: Record<'notice' | 'button', Inside> = {
  notice: ({ node }) => {
    const { title, text } = node.fields ?? {}
    const lines = escape(text).split('\n').join('<br>')
    return `<aside class="box">${title ? `<p><strong>${escape(title)}</strong></p>` : ''}<p>${lines}</p></aside>`
  },
  button: ({ node }) => {
    const { label, address } = node.fields ?? {}
    return `<p>${anchor(address, escape(label), ' class="button"')}</p>`
  },
}

/** `pathOf`: where a document of the panel has its page; undefined while the public does not see it. */
type PathOf = (relationTo: string, id: string | undefined) => string | undefined

const link =
  (pathOf: PathOf): Inside =>
  (of) => {
    const { linkType, url, doc } = (of.node.fields ?? {}) as {
      linkType?: string
      url?: string
      doc?: { relationTo?: string; value?: string }
    }
    const address = linkType === 'internal' ? pathOf(doc?.relationTo ?? '', idOf(doc?.value) ?? undefined) : url
    return address ? anchor(address, insideOf(of)) : insideOf(of)
  }

/** An item that only holds a list has no number of its own. */
const listitem: Inside = (of) => {
  const [only, ...others] = (of.node.children ?? []) as Node[]
  const isFrame = only?.['type'] === 'list' && others.length === 0
  return `<li${isFrame ? ' class="frame"' : ''}>${insideOf(of)}</li>`
}

/** How a page shows what the editor offers beyond plain text. */
export const convertersIn = (documents: PublicDocuments, pathOf: PathOf): HTMLConverters => {
  const converters: Record<string, Inside | typeof blocks> = {
    ...table,
    blocks,
    link: link(pathOf),
    autolink: link(pathOf),
    listitem,
    upload: ({ node }: Converted) => figure(documents, node),
  }
  return converters
}
