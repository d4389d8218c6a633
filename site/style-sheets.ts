/** After a build: two style sheets a page at most, where Astro makes one of every component that pages share. */
import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import type { AstroIntegration } from 'astro'

/** What more than this part of all pages needs, as the two layouts, is one sheet that a browser has after the first page. */
const WIDE = 0.35

/** The name of a sheet made of others; theirs say what is in them, so that it may be stored for ever. */
const nameOf = (sheets: readonly string[]): string =>
  `_astro/${createHash('sha256').update(sheets.join(' ')).digest('hex').slice(0, 16)}.css`

export const twoStyleSheets = (): AstroIntegration => {
  const merged = new Map<string, readonly string[]>()
  const alone = new Set<string>()
  const merge = (sheets: readonly string[]): string[] => {
    if (sheets.length < 2) {
      sheets.forEach((sheet) => alone.add(sheet))
      return [...sheets]
    }
    merged.set(nameOf(sheets), sheets)
    return [nameOf(sheets)]
  }
  return {
    name: 'two-style-sheets',
    hooks: {
      'astro:build:ssr': ({ manifest }) => {
        const pages = manifest.routes.map((route) => ({
          route,
          sheets: route.styles.flatMap((style) => (style.type === 'external' ? [style.src] : [])),
        }))
        const styled = pages.filter(({ sheets }) => sheets.length > 0)
        const all = [...new Set(styled.flatMap(({ sheets }) => sheets))].sort()
        const wide = all.filter(
          (sheet) => styled.filter(({ sheets }) => sheets.includes(sheet)).length > styled.length * WIDE,
        )
        for (const { route, sheets } of styled) {
          const particular = merge(sheets.filter((sheet) => !wide.includes(sheet)))
          const shared = merge(wide.filter((sheet) => sheets.includes(sheet)))
          route.styles = [...particular, ...shared].map((src) => ({ type: 'external', src }))
        }
      },
      'astro:build:done': async ({ dir }) => {
        const fileOf = (sheet: string) => new URL(sheet, dir)
        for (const [name, sheets] of merged) {
          const texts = await Promise.all(sheets.map((sheet) => readFile(fileOf(sheet), 'utf8')))
          await writeFile(fileOf(name), texts.join('\n'))
        }
        const parts = new Set([...merged.values()].flat())
        for (const sheet of parts) if (!alone.has(sheet)) await rm(fileOf(sheet))
      },
    },
  }
}
