import { INK, INK_DARK, PAPER, PAPER_DARK } from '../values/color.ts'
import type { Block } from './render.ts'

type Letter = { title: string; blocks: readonly Block[]; language: string; from: string }

// Mail programs know few fonts; these are the nearest to the site's that most of them have.
const TEXT = "'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,'Segoe UI',sans-serif"
const DISPLAY = "Fraunces,'Iowan Old Style',Palatino,Georgia,serif"
const [LINK, LINK_DARK] = ['#17458f', '#9cc2ff']
/** The three circles the program is drawn as, by day and by night. */
const CIRCLES = [
  ['#0a666b', '#5fb3b8'],
  ['#8e1e57', '#e08ab5'],
  ['#a04a0d', '#e59a5f'],
] as const

/** Programs that show mail in the dark read this; all others see the styles written into the elements. */
const DARK = [
  `.paper{background:${PAPER_DARK}!important;color:${INK_DARK}!important}`,
  `.ink{color:${INK_DARK}!important}`,
  `.link{color:${LINK_DARK}!important}`,
  `.button{background:${INK_DARK}!important;color:${PAPER_DARK}!important}`,
  ...CIRCLES.map(([, dark], at) => `.circle-${at + 1}{background:${dark}!important}`),
].join('')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!)

/** Text with the addresses in it made into links; a full stop after one is not part of it. */
const linked = (text: string): string =>
  text
    .split(/(https:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/)
    .map((part, at) =>
      at % 2 === 0
        ? escape(part)
        : `<a class="link" href="${escape(part)}" style="color:${LINK};overflow-wrap:anywhere">${escape(part)}</a>`,
    )
    .join('')

const elementOf = (block: Block): string => {
  if (block.kind === 'button')
    return (
      `<p style="margin:0 0 24px"><a class="button" href="${escape(block.url)}" style="display:inline-block;` +
      `padding:12px 22px;border-radius:4px;background:${INK};color:${PAPER};font-weight:700;text-decoration:none">` +
      `${escape(block.label)}</a></p>`
    )
  if (block.kind === 'list')
    return `<ul style="margin:0 0 20px;padding:0 0 0 22px">${block.items
      .map((item) => `<li style="margin:0 0 6px">${linked(item)}</li>`)
      .join('')}</ul>`
  return `<p style="margin:0 0 20px">${block.lines.map(linked).join('<br>')}</p>`
}

const circle = ([light]: readonly [string, string], at: number): string =>
  `<span class="circle-${at + 1}" style="display:inline-block;width:16px;height:16px;border-radius:8px;` +
  `background:${light};margin-right:${at < 2 ? -4 : 10}px;opacity:.85"></span>`

const SIGN = `<span aria-hidden="true">${CIRCLES.map(circle).join('')}</span>`

/**
 * The page a mail program shows: no tables, no pictures, nothing loaded from anywhere, readable at any width up to 600
 * pixels and in the dark.
 */
export const htmlOf = ({ title, blocks, language, from }: Letter): string =>
  `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escape(title)}</title>
<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${DARK}}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:${PAPER};color:${INK}">
<div class="paper" role="article" aria-labelledby="title" lang="${escape(language)}" style="background:${PAPER};color:${INK};font-family:${TEXT};font-size:17px;line-height:1.55">
<div style="box-sizing:border-box;max-width:600px;margin:0 auto;padding:32px 22px 40px">
<p class="ink" style="margin:0 0 26px;font-family:${DISPLAY};font-size:19px;color:${INK}">${SIGN}${escape(from)}</p>
<h1 id="title" class="ink" style="margin:0 0 22px;font-family:${DISPLAY};font-size:28px;line-height:1.2;font-weight:600;color:${INK}">${escape(title)}</h1>
${blocks.map(elementOf).join('\n')}
</div>
</div>
</body>
</html>
`
