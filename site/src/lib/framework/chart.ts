/** What the chart's component draws: the geometry of collections/framework with words, addresses and signs. */
import { glyphMarkup, glyphOf, type Sign } from '#collections/circles/glyph.ts'
import type { CircleView } from '#collections/circles/view.ts'
import type { GroupView } from '#collections/courses/view.ts'
import { type Chart, layOut, namePath, type PlacedCircle } from '#collections/framework/chart.ts'
import { paths } from '#collections/kernel/paths.ts'
import { joinWords } from '#collections/values/words.ts'

export type ChartCircle = Pick<CircleView, 'slug' | 'name' | 'shape' | 'pattern'>
export type ChartGroup = { kind: GroupView['kind']; courses: readonly string[] }
export type ChartCourse = {
  slug: string
  title: string
  href: string
  /** Slugs; the course lies where these circles meet. */
  circles: readonly string[]
  /** The next date in words; null when none is set. */
  nextSession: string | null
  /** What has to come first, as slugs of courses of this chart. */
  prerequisites: readonly ChartGroup[]
}

type Name = { d: string; head: { x: number; y: number }; size: number }
type DrawnCircle = PlacedCircle & { name: string; href: string; wide: Name; narrow: Name }
export type DrawnMark = ChartCourse & {
  x: number
  y: number
  symbol: string
  /** Where the card's left edge lies from the mark, so that it stays on the chart. */
  card: number
  isUpper: boolean
  before: string | null
  /** Lines to the courses that come first. */
  ways: string
}
export type DrawnRegion = { key: string; circles: ChartCircle[]; marks: DrawnMark[] }
export type Drawing = {
  viewBox: Chart['viewBox']
  circles: DrawnCircle[]
  result: { r: number; size: number; lines: { text: string; y: number }[] }
  regions: DrawnRegion[]
  symbols: { id: string; markup: string }[]
  /** The radius of marks. */
  radius: number
}

/** Heights of names, in units: on a wide chart, and on a phone, where a unit is less than half as large. */
const WIDE = 30
const NARROW = 46
/** How wide a letter is against its height, on average and with room to spare: pages never measure text. */
const LETTER = 0.58
export const CARD = { width: 380, height: 400 }

const nameOf = (circle: PlacedCircle, name: string, height: number): Name => {
  // The sign stands before the name, as wide as two letters.
  const length = (name.length * LETTER + 1.5) * height
  const { room } = namePath(circle, length, height)
  // Another face than ours may be wider; it still has to fit.
  const size = Math.min(height, (height * room) / (length * 1.16))
  return { ...namePath(circle, Math.min(length, room), size), size: Math.round(size * 10) / 10 }
}

/** Words in so many lines, each no longer than the disc is wide there; undefined if they do not fit. */
const setInDisc = (words: readonly string[], count: number, size: number, radius: number) => {
  const left = [...words]
  const lines = Array.from({ length: count }, (_, i) => {
    const y = (i - (count - 1) / 2) * size * 1.14
    const edge = Math.abs(y) + size * 0.5
    const room = edge < radius ? (2 * Math.sqrt(radius * radius - edge * edge)) / (size * LETTER) - 1 : 0
    let text = ''
    while (left[0] !== undefined && (text ? text.length + 1 : 0) + left[0].length <= room)
      text += `${text && ' '}${left.shift()}`
    return { text, y: Math.round(y * 10) / 10 }
  })
  return left.length === 0 && lines.every(({ text }) => text !== '') ? lines : undefined
}

/** Words set in lines that fill a disc, in large letters and few lines; a text far too long for it is left out. */
export const linesInDisc = (text: string, radius: number): Drawing['result'] => {
  const words = text.split(/\s+/).filter(Boolean)
  let best: Drawing['result'] = { r: radius, size: 0, lines: [] }
  let most = 0
  for (let count = 1; count <= Math.min(words.length, 7); count++)
    for (let size = 34; size >= 10; size -= 0.5) {
      const lines = setInDisc(words, count, size, radius)
      if (!lines) continue
      const worth = size * (1 - 0.05 * count)
      if (worth > most) best = { r: radius, size, lines }
      most = Math.max(most, worth)
      break
    }
  return best
}

/** "A and B; C or D": every group in turn. Undefined where nothing is asked for. */
const beforeOf = (
  groups: readonly ChartGroup[],
  titles: ReadonlyMap<string, string>,
  locale: string,
): string | null => {
  const parts = groups.flatMap(({ kind, courses }) => {
    const named = courses.flatMap((slug) => titles.get(slug) ?? [])
    return named.length > 0 ? joinWords(named, locale, kind === 'any' ? 'disjunction' : 'conjunction') : []
  })
  return parts.length > 0 ? parts.join('; ') : null
}

const round = (value: number): number => Math.round(value)

/** A bow from one mark to another, relative to the first, ending in a ring around the other. */
const wayTo = (from: { x: number; y: number }, to: { x: number; y: number }, radius: number): string => {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  const near = Math.min(0.5, (radius * 1.15) / length)
  const [begin, end] = [near, 1 - near]
  const bend = Math.min(60, length * 0.18) / length
  const r = round(radius * 1.15)
  return (
    `M${round(dx * begin)} ${round(dy * begin)}Q${round(dx / 2 - dy * bend)} ${round(dy / 2 + dx * bend)} ` +
    `${round(dx * end)} ${round(dy * end)}` +
    `M${round(dx - r)} ${round(dy)}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1-${2 * r} 0`
  )
}

const symbolId = (key: string) => `mark-${key.replaceAll('+', '-and-')}`

export const signId = (slug: string): string => `sign-${slug}`

/** A glyph sized to the marks of the chart, its middle at the origin. */
const symbolOf = (signs: readonly Sign[], radius: number): string => {
  const glyph = glyphOf(signs)
  const scale = Math.round((radius * 1000) / (signs.length === 1 ? 17 : signs.length === 2 ? 23 : 20)) / 1000
  return `<g transform="scale(${scale}) translate(${-glyph.width / 2} ${-glyph.height / 2})">${glyphMarkup(glyph)}</g>`
}

const charts = new Map<string, Chart>()

/** Laying out two hundred courses takes tens of milliseconds, so the last few charts are kept. */
const chartOf = (circles: readonly ChartCircle[], courses: readonly ChartCourse[]): Chart => {
  const input = {
    circles: circles.map(({ slug }) => ({ slug })),
    courses: courses.map(({ slug, circles }) => ({ slug, circles })),
  }
  const key = JSON.stringify(input)
  const chart = charts.get(key) ?? layOut(input)
  charts.delete(key)
  charts.set(key, chart)
  const [oldest] = charts.keys()
  if (charts.size > 8 && oldest !== undefined) charts.delete(oldest)
  return chart
}

/** Everything the chart prints. Courses without a known circle are left out. */
export const drawChart = (
  circles: readonly ChartCircle[],
  courses: readonly ChartCourse[],
  result: string,
  locale: string,
): Drawing => {
  const chart = chartOf(circles, courses)
  const { viewBox, markRadius } = chart
  const bySlug = new Map(courses.map((course) => [course.slug, course]))
  const titles = new Map(courses.map(({ slug, title }) => [slug, title]))
  const marks = new Map(chart.marks.map((mark) => [mark.slug, mark]))
  const circlesOf = (slugs: readonly string[]) => circles.filter(({ slug }) => slugs.includes(slug))
  const drawMark = (slug: string, key: string): DrawnMark => {
    const course = bySlug.get(slug) as ChartCourse
    const { x, y } = marks.get(slug) as { x: number; y: number }
    const [left, right] = [viewBox.x + 8, viewBox.x + viewBox.width - CARD.width - 8]
    return {
      ...course,
      x,
      y,
      symbol: symbolId(key),
      card: Math.round((Math.min(right, Math.max(left, x - CARD.width / 2)) - x) / 10) * 10,
      isUpper: y < viewBox.y + viewBox.height / 2,
      before: beforeOf(course.prerequisites, titles, locale),
      ways: [...new Set(course.prerequisites.flatMap((group) => group.courses))]
        .flatMap((other) => marks.get(other) ?? [])
        .map((other) => wayTo({ x, y }, other, markRadius))
        .join(''),
    }
  }
  return {
    viewBox,
    circles: chart.circles.map((circle, i) => {
      const { name, slug } = circles[i] as ChartCircle
      return {
        ...circle,
        name,
        href: paths.circle(slug),
        wide: nameOf(circle, name, WIDE),
        narrow: nameOf(circle, name, NARROW),
      }
    }),
    result: linesInDisc(result, chart.result.r),
    regions: chart.regions.map((region) => ({
      key: region.key,
      circles: circlesOf(region.circles),
      marks: region.courses.map((slug) => drawMark(slug, region.key)),
    })),
    symbols: [
      ...chart.regions.map(({ key, circles }) => ({
        id: symbolId(key),
        markup: symbolOf(circlesOf(circles), markRadius),
      })),
      ...circles.map((circle) => ({ id: signId(circle.slug), markup: symbolOf([circle], 17) })),
    ],
    radius: markRadius,
  }
}
