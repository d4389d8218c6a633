/**
 * Cover pictures drawn from nothing but a course's circles: large forms that overlap on paper, the texture of one running
 * on, reversed, over the other, and rings around them like ripples. The same slug always gives the same picture.
 */
import { circlePalette, INK, PAPER } from '../values/color.ts'
import { type Disc, number, shapePath } from './shape.ts'
import type { Pattern, Shape } from './states.ts'

export type CoverCircle = { slug: string; shape: Shape; pattern: Pattern; color: string }
export type CoverRequest = { slug: string; circles: readonly CoverCircle[]; width: number; height: number }

/** Pictures are composed at this height, in units; the width follows from the format asked for. */
const HEIGHT = 1000

type Role = 'solid' | 'tint' | 'line' | 'paper' | 'ink'
/** How a role becomes attributes. `group` opens what is colored by one circle. */
type Paint = {
  group: (circle: CoverCircle) => string
  fill: (role: Role, circle?: CoverCircle) => string
  stroke: (role: Role, circle?: CoverCircle) => string
}
type Dice = (from: number, to: number) => number
type Form = Disc & { circle: CoverCircle }

const whole = (value: number): string => String(Math.round(value))

/** A number from a slug (FNV-1a). */
const hashOf = (slug: string): number => {
  let hash = 0x811c9dc5
  for (const character of slug) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193)
  return hash >>> 0
}

/** A small generator (mulberry32): the same seed always rolls the same numbers. */
const diceOf = (seed: number): Dice => {
  let state = seed
  return (from, to) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return from + (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (to - from)
  }
}

const colorOf = (role: Role, circle?: CoverCircle): string => {
  const palette = circle && circlePalette(circle.color)
  if (role === 'paper') return PAPER
  return (role === 'ink' ? undefined : palette?.[role]) ?? INK
}

/** For a file: colors as they are by day. */
const asColors: Paint = {
  group: () => '<g>',
  fill: (role, circle) => `fill="${colorOf(role, circle)}"`,
  stroke: (role, circle) => `stroke="${colorOf(role, circle)}"`,
}

/** For a page: the style sheet knows the colors, also those of the night. */
const asClasses: Paint = {
  group: ({ slug }) => `<g class="circle-${slug}">`,
  fill: (role) => `class="cover-${role}"`,
  stroke: (role) => `class="cover-on-${role}"`,
}

/** Lines run level, upright or climbing. Tiles are never turned: a turned one takes a rasterizer twenty times as long. */
const LEANINGS: readonly ((gap: number) => string)[] = [
  (gap) => `M0 ${gap / 2}H${gap}`,
  (gap) => `M${gap / 2} 0V${gap}`,
  (gap) => [0, gap, 2 * gap].map((sum) => `M${sum - gap * 2} ${gap * 2}L${sum + gap}-${gap}`).join(''),
]

/** One tile of a texture, `gap` units wide, as a line to stroke. */
const TILES: Record<Pattern, (gap: number, leaning: number) => string> = {
  solid: () => '',
  lines: (gap, leaning) => LEANINGS[leaning]?.(gap) ?? '',
  grid: (gap) => `M0 ${gap / 2}H${gap}M${gap / 2} 0V${gap}`,
  dots: (gap) => `M${gap / 2} ${gap / 2}h0`,
  waves: (gap) => `M-${gap} ${gap / 2}q${gap / 4}-${gap / 2} ${gap / 2} 0${`t${gap / 2} 0`.repeat(5)}`,
  rings: (gap) => shapePath('circle', { x: gap / 2, y: gap / 2, r: gap * 0.34 }),
}

const textureOf = (id: string, pattern: Pattern, gap: number, leaning: number, stroke: string): string => {
  const weight = pattern === 'dots' ? 0.42 : pattern === 'lines' ? 0.3 : 0.16
  const cap = pattern === 'dots' ? ' stroke-linecap="round"' : ''
  return (
    `<pattern id="${id}" width="${gap}" height="${gap}" patternUnits="userSpaceOnUse">` +
    `<path fill="none" ${stroke} stroke-width="${number(gap * weight)}"${cap} d="${TILES[pattern](gap, leaning)}"/></pattern>`
  )
}

/** A few large forms around one meeting point; a course in one circle shows its shape twice, large and small. */
const formsOf = (circles: readonly CoverCircle[], width: number, roll: Dice): { forms: Form[]; meeting: Disc } => {
  const meeting = { x: width * roll(0.4, 0.66), y: HEIGHT * roll(0.4, 0.6), r: roll(20, 34) }
  const [lone] = circles
  const few = circles.length === 1 && lone ? [lone, lone] : circles.slice(0, 3)
  const lead = Math.floor(roll(0, few.length))
  const shown = [...few.slice(lead), ...few.slice(0, lead)]
  const turn = roll(0, 2 * Math.PI)
  const forms = shown.map((circle, i): Form => {
    const angle = turn + (i * 2 * Math.PI) / shown.length + roll(-0.3, 0.3)
    const r = roll(300, 430) * (i === 0 ? 1.2 : 1)
    const away = r * roll(0.52, 0.72)
    return { circle, x: meeting.x + Math.cos(angle) * away * 1.25, y: meeting.y + Math.sin(angle) * away, r }
  })
  return { forms, meeting }
}

/** Rings around the first form; one is a band that wears its texture. */
const ripples = ({ circle, ...disc }: Form, band: string, roll: Dice, paint: Paint): string => {
  const step = roll(80, 150)
  const ring = (i: number) => shapePath(circle.shape, { ...disc, r: disc.r + step * i }, whole)
  return (
    `<path fill="none" ${paint.stroke('line', circle)} stroke-width="4" d="${ring(1)}${ring(2.6)}"/>` +
    `<path fill="none" ${band} stroke-width="${number(step * 0.7)}" d="${ring(1.8)}"/>`
  )
}

const compose = ({ slug, circles, width, height }: CoverRequest, paint: Paint, attributes: string): string => {
  const seed = hashOf(slug)
  const roll = diceOf(seed)
  const wide = Math.round((HEIGHT * width) / height)
  const { forms, meeting } = formsOf(circles, wide, roll)
  const id = (name: string) => `c${seed.toString(36)}${name}`
  const urlOf = (name: string) => `url(#${id(name)})`
  const outline = ({ circle, ...disc }: Form) => shapePath(circle.shape, disc, whole)
  const drawn = forms.map((form, i) => {
    const { circle } = form
    const [gap, leaning] = [2 * Math.round(roll(17, 31)), Math.floor(roll(0, 3))]
    const texture = (name: string, stroke: string) => textureOf(id(name), circle.pattern, gap, leaning, stroke)
    const isSolid = circle.pattern === 'solid'
    const d = outline(form)
    const own = isSolid ? '' : texture(`t${i}`, paint.stroke('line', circle))
    if (i === 0) {
      const band = isSolid ? paint.stroke('line', circle) : `stroke="${urlOf('t0')}"`
      return {
        under: `${own}<clipPath id="${id('b')}"><path id="${id('p')}" d="${d}"/></clipPath>${ripples(form, band, roll, paint)}`,
        over: `<use href="#${id('p')}" ${paint.fill('solid', circle)}/>`,
      }
    }
    const onBase = (fill: string) => `<path clip-path="${urlOf('b')}" ${fill} d="${d}"/>`
    if (isSolid)
      return {
        under: `<path ${paint.fill('solid', circle)} fill-opacity=".85" d="${d}"/>`,
        over: onBase(`${paint.fill('paper')} fill-opacity=".25"`),
      }
    const tint = `<path ${paint.fill('tint', circle)}${i > 1 ? ' fill-opacity=".7"' : ''} d="${d}"/>`
    const worn = `<path fill="${urlOf(`t${i}`)}" ${paint.stroke('line', circle)} stroke-width="6" d="${d}"/>`
    return {
      under: own + tint + worn,
      over: texture(`o${i}`, paint.stroke('paper')) + onBase(`fill="${urlOf(`o${i}`)}"`),
    }
  })
  const layer = (which: 'under' | 'over') =>
    drawn.map((one, i) => `${paint.group((forms[i] as Form).circle)}${one[which]}</g>`).join('')
  const dot = (role: Role, scale: number) =>
    `<path ${paint.fill(role)} d="${shapePath('circle', { ...meeting, r: meeting.r * scale }, whole)}"/>`
  return (
    `<svg ${attributes} viewBox="0 0 ${wide} ${HEIGHT}" width="${width}" height="${height}">` +
    `<path ${paint.fill('paper')} d="M0 0H${wide}V${HEIGHT}H0z"/>${layer('under')}${layer('over')}` +
    `${dot('paper', 1.6)}${dot('ink', 1)}</svg>`
  )
}

/** The cover as a file of its own, in the colors of the day; for a raster picture. At most 4 kB. */
export const coverSvg = (request: CoverRequest): string =>
  compose(request, asColors, 'xmlns="http://www.w3.org/2000/svg"')

/**
 * The cover for a page, as decoration: colored by site/src/styles/cover.css and the classes of its circles, so that it
 * follows the night. Its ids carry the slug, so a page may show many. At most 4 kB.
 */
export const coverMarkup = (request: CoverRequest): string =>
  compose(request, asClasses, 'class="cover" aria-hidden="true" preserveAspectRatio="xMidYMid slice"')
