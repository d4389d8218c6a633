import { EXCEPTIONS, partsOf, type Part } from './boundaries.ts'
import type { Import } from './imports.ts'

const SAYS: Record<Exclude<Part, 'test'>, string> = {
  site: 'pages, components, words',
  cms: 'server, panel, database, settings',
  seed: 'the demo content',
  services: 'collections/NOUN/service: what is done with it, and services: all of it together',
  records: 'collections/NOUN: config, hooks, actions, queries',
  rules: 'collections/NOUN: policy, states, schema, view',
  kernel: 'collections/kernel: keyed writes, links, reads',
  contracts: 'collections/kernel: addresses, generated types',
  values: 'collections/values: money, days, words',
}

/**
 * The house as a Mermaid chart: an arrow for who imports whom, dotted where only types are. An arrow is left
 * out where a way of two goes there too.
 */
export const pictureOf = (imports: readonly Import[]): string => {
  const partOf = partsOf(imports)
  const arrows = new Map<string, boolean>()
  for (const { from, to, isType } of imports) {
    const [a, b] = [partOf(from), partOf(to)]
    if (b === undefined || a === b || EXCEPTIONS.some((one) => one.from === from && one.to === to)) continue
    arrows.set(`${a} ${b}`, (arrows.get(`${a} ${b}`) ?? true) && isType)
  }
  const boxes = Object.entries(SAYS).map(([part, says]) => `  ${part}["<b>${part}</b><br>${says}"]`)
  const isImplied = (from: string, to: string): boolean =>
    Object.keys(SAYS).some((by) => {
      const first = arrows.get(`${from} ${by}`)
      return first !== undefined && arrows.has(`${by} ${to}`) && (!first || arrows.get(`${from} ${to}`) === true)
    })
  const lines = Object.keys(SAYS).flatMap((from) =>
    Object.keys(SAYS).flatMap((to) => {
      const isType = arrows.get(`${from} ${to}`)
      return isType === undefined || isImplied(from, to) ? [] : [`  ${from} ${isType ? '-.->' : '-->'} ${to}`]
    }),
  )
  return ['```mermaid', 'flowchart TD', ...boxes, ...lines, '```'].join('\n')
}

const PLACE = /(<!-- drawn by npm run draw -->\n)[\s\S]*?(\n<!-- end -->)/

/** A page with the picture in its place. */
export const withPicture = (page: string, picture: string): string =>
  page.replace(PLACE, (_, before: string, after: string) => `${before}\n${picture}\n${after}`)
