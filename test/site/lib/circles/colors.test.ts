import { expect, test } from 'vitest'
import { circlePalette } from '#collections/values/color.ts'
import { circleColors } from '#site/src/lib/circles/colors.ts'

const red = { slug: 'cultural-competency', palette: circlePalette('#8a2b4b') }
const blue = { slug: 'equity-leadership', palette: circlePalette('#1f4e79') }

test('every circle has its five colors, by day and by night', () => {
  const { dark, solid, onSolid, tint, ink, line } = red.palette
  const [day, night] = circleColors([red, blue]).split('@media (prefers-color-scheme:dark)') as [string, string]
  expect(day).toContain(
    `.circle-cultural-competency{--circle:${solid};--circle-on:${onSolid};--circle-tint:${tint};--circle-ink:${ink};--circle-line:${line}}`,
  )
  expect(night).toContain(
    `.circle-cultural-competency{--circle:${dark.solid};--circle-on:${dark.onSolid};--circle-tint:${dark.tint};--circle-ink:${dark.ink};--circle-line:${dark.line}}`,
  )
  for (const part of [day, night]) expect(part.match(/\.circle-equity-leadership\{/g)).toHaveLength(1)
})

test.each([
  ['a slug that is a rule', { ...red, slug: 'a}body{display:none' }],
  ['a slug that is a selector', { ...red, slug: 'a,body' }],
  ['a slug with spaces', { ...red, slug: 'a b' }],
  ['no slug', { ...red, slug: '' }],
  ['a color that is more', { ...red, palette: { ...red.palette, ink: '#fff;}body{display:none' } }],
  [
    'a color of the night that is more',
    { ...red, palette: { ...red.palette, dark: { ...red.palette.dark, tint: 'url(//evil)' } } },
  ],
])('%s is left out', (_, circle) => {
  expect(circleColors([circle])).toBe(circleColors([]))
  expect(circleColors([circle, blue])).toBe(circleColors([blue]))
})

test('the agency’s own color comes by day and by night, and only as a color', () => {
  const palette = circlePalette('#0f5c66')
  const [day, night] = circleColors([], palette).split('@media') as [string, string]
  expect(day).toBe(`:root{--brand:${palette.solid};--on-brand:${palette.onSolid}}\n`)
  expect(night).toContain(`:root{--brand:${palette.dark.solid};--on-brand:${palette.dark.onSolid}}`)
  expect(circleColors([], { ...palette, solid: 'red;}body{}' })).not.toContain('body')
})
