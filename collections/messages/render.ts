import type { Placeholder, Values, Wording } from '../templates/placeholders.ts'
import { htmlOf } from './layout.ts'

/** A message as it is sent: the same words twice, once with a layout. */
export type Rendered = { subject: string; text: string; html: string }

/** What a body is made of once it is filled in. */
export type Block =
  | { kind: 'paragraph'; lines: string[] }
  | { kind: 'list'; items: string[] }
  /** A link by itself on a line: a button where there is a layout. */
  | { kind: 'button'; label: string; url: string }

const SUBJECT_LENGTH = 200
const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g
const BUTTON = /^\[([^\]]+)\]\(\s*(\{\{[^{}]*\}\}|https?:\/\/[^\s()]+)\s*\)$/
const BREAKS = /\r\n?|[\n\p{Zl}\p{Zp}]/u

/** Without control characters and half characters, which no mail program shows. Line ends are kept, as "\n". */
const legible = (text: string): string =>
  text
    .split(BREAKS)
    .map((line) => line.replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ').trim())
    .join('\n')
    .toWellFormed()

const valueOf = (values: Values, name: string): string =>
  Object.hasOwn(values, name) ? legible(values[name as Placeholder] ?? '').trim() : ''

/**
 * One line of the text, filled in; undefined when it has placeholders and not one of them has anything to say. What comes
 * out is never filled in again, and no braces are left.
 */
const fill = (line: string, values: Values): string | undefined => {
  const found = [...line.matchAll(PLACEHOLDER)].map(([, name]) => valueOf(values, name!))
  if (found.length > 0 && found.every((value) => value === '')) return undefined
  return line.replace(PLACEHOLDER, (_, name: string) => valueOf(values, name)).replace(/[{}]{2,}/g, '')
}

const isFull = (line: string | undefined): line is string => line !== undefined && line.trim() !== ''

const addressOf = (target: string, values: Values): string | undefined => {
  const url = fill(target, values) ?? ''
  return /^https?:\/\/[^\s<>"{}]+$/.test(url) && URL.canParse(url) ? url : undefined
}

const buttonIn = (line: string, values: Values): Block | undefined => {
  const [, label, target] = BUTTON.exec(line) ?? []
  if (label === undefined || target === undefined) return undefined
  const [text, url] = [fill(label, values)?.replaceAll('\n', ' '), addressOf(target, values)]
  return isFull(text) && url ? { kind: 'button', label: text, url } : { kind: 'paragraph', lines: [] }
}

/** Lines of one sort that follow each other belong together; a value of several lines makes a list as long. */
const blocksOf = (lines: readonly string[], values: Values): Block[] => {
  const blocks: Block[] = []
  for (const line of lines) {
    const button = buttonIn(line, values)
    const isItem = line.startsWith('- ')
    const filled = fill(isItem ? line.slice(2) : line, values)
    const last = blocks.at(-1)
    if (button) blocks.push(button)
    else if (!isFull(filled)) continue
    else if (isItem) {
      const items = filled.split('\n').filter(isFull)
      if (last?.kind === 'list') last.items.push(...items)
      else blocks.push({ kind: 'list', items })
    } else if (last?.kind === 'paragraph') last.lines.push(...filled.split('\n'))
    else blocks.push({ kind: 'paragraph', lines: filled.split('\n') })
  }
  return blocks.filter((block) => block.kind !== 'paragraph' || block.lines.length > 0)
}

/** A line that only announces what comes under it, such as "When and where:". */
const announces = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' && block.lines.length === 1 && block.lines[0]!.endsWith(':')

/**
 * Paragraphs are parted by empty lines. Where one has nothing to say, the line that announced it goes too. What stands in a
 * value never becomes a button or a list of its own.
 */
const parse = (body: string, values: Values): Block[] => {
  const blocks: Block[] = []
  for (const paragraph of legible(body).split(/\n{2,}/)) {
    const lines = paragraph.split('\n').filter(isFull)
    const more = blocksOf(lines, values)
    if (lines.length > 0 && more.length === 0 && announces(blocks.at(-1))) blocks.pop()
    blocks.push(...more)
  }
  return blocks
}

const textOfBlock = (block: Block): string => {
  if (block.kind === 'button') return `${block.label}: ${block.url}`
  return block.kind === 'list' ? block.items.map((item) => `- ${item}`).join('\n') : block.lines.join('\n')
}

const subjectOf = (subject: string, values: Values): string => {
  const line = (fill(legible(subject), values) ?? '').replace(/\s+/g, ' ').trim()
  return Array.from(line).slice(0, SUBJECT_LENGTH).join('')
}

/**
 * A message for one person. The body is plain text: an empty line parts paragraphs, lines that begin with "- " are a list,
 * and a line `[Words]({{manage_link}})` is a button. Lines whose placeholders are all empty are left out.
 *
 * @param language of the words, as the `lang` of the page
 * @param from the name at the top: whose letter it is
 */
export const render = ({ subject, body }: Wording, values: Values, language: string, from: string): Rendered => {
  const blocks = parse(body, values)
  const title = subjectOf(subject, values)
  return {
    subject: title,
    text: `${blocks.map(textOfBlock).join('\n\n')}\n`,
    html: htmlOf({ title, blocks, language, from }),
  }
}
