import type { CircleView } from '#collections/circles/view.ts'
import { isHexColor, type Shades } from '#collections/values/color.ts'
import { isSlug } from '#collections/values/slug.ts'

type Colored = Pick<CircleView, 'slug' | 'palette'>

const propertiesOf = ({ solid, onSolid, tint, ink, line }: Shades): [string, string][] => [
  ['--circle', solid],
  ['--circle-on', onSolid],
  ['--circle-tint', tint],
  ['--circle-ink', ink],
  ['--circle-line', line],
]

/** Slugs and colors come from the database; only what can do nothing but name and color gets into a style sheet. */
const isSafe = ({ slug, palette }: Colored): boolean =>
  isSlug(slug) && [...propertiesOf(palette), ...propertiesOf(palette.dark)].every(([, color]) => isHexColor(color))

const ruleFor = (slug: string, shades: Shades): string => {
  const declarations = propertiesOf(shades).map(([name, color]) => `${name}:${color}`)
  return `.circle-${slug}{${declarations.join(';')}}\n`
}

type Brand = Pick<CircleView['palette'], 'solid' | 'onSolid'>

/** The agency's own color, where it has chosen one. */
const brandRule = ({ solid, onSolid }: Brand): string =>
  [solid, onSolid].every(isHexColor) ? `:root{--brand:${solid};--on-brand:${onSolid}}\n` : ''

/** The style sheet that gives each `.circle-<slug>` the colors of its circle, by day and by night. */
export const circleColors = (circles: readonly Colored[], brand: CircleView['palette'] | null = null): string => {
  const safe = circles.filter(isSafe)
  const day = (brand ? brandRule(brand) : '') + safe.map(({ slug, palette }) => ruleFor(slug, palette)).join('')
  const night =
    (brand ? brandRule(brand.dark) : '') + safe.map(({ slug, palette }) => ruleFor(slug, palette.dark)).join('')
  return `${day}@media (prefers-color-scheme:dark){\n${night}}\n`
}
