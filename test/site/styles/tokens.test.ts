import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, INK, INK_DARK, LINE_CONTRAST, PAPER, PAPER_DARK, TEXT_CONTRAST } from '#collections/values/color.ts'

const css = readFileSync(new URL('../../../site/src/styles/tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('@media print')[0]!.split('prefers-color-scheme: dark')
const colorsIn = (part: string): Record<string, string> =>
  Object.fromEntries([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, color]) => [name, color]))

describe.each([
  ['by day', colorsIn(light), PAPER, INK],
  ['by night', colorsIn(dark), PAPER_DARK, INK_DARK],
])('%s', (_, colors, paper, ink) => {
  test('paper and ink are those the circles are checked against', () => {
    expect([colors['paper'], colors['ink']]).toEqual([paper, ink])
  })

  const papers = ['paper', 'paper-raised', 'paper-sunk'] as const
  const texts = ['ink', 'ink-soft', 'link', 'link-visited', 'alert', 'good'] as const
  test.each(texts.flatMap((text) => papers.map((ground) => [text, ground] as const)))(
    '%s on %s can be read',
    (text, ground) => {
      expect(contrast(colors[text]!, colors[ground]!)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
    },
  )

  test.each(['line-strong', 'focus'])('%s stands out from the paper', (line) => {
    expect(contrast(colors[line]!, paper)).toBeGreaterThanOrEqual(LINE_CONTRAST)
  })
})
