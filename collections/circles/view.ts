import type { Circle } from '../kernel/payload-types.ts'
import { circlePalette, type CirclePalette } from '../values/color.ts'
import type { Pattern, Shape } from './states.ts'

/** A circle as lists, signs and the chart show it. */
export type CircleView = {
  slug: string
  name: string
  summary: string
  shape: Shape
  pattern: Pattern
  color: string
  palette: CirclePalette
}

export const circleView = ({ slug, name, summary, shape, pattern, color }: Circle): CircleView => ({
  slug,
  name,
  summary,
  shape,
  pattern,
  color,
  palette: circlePalette(color),
})
