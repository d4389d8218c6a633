import { execFile as execFileWithCallback } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { bakedPng } from '../baking.ts'
import { badgeSvg, SIDE, WIDEST, type Picture } from '../picture.ts'
import { linesOf, outlineOf } from '../../pdf/outline.ts'
import type { Context } from '../../context/context.ts'

// The pictures of badges and of their issuer, as drawings and as dots.

const execFile = promisify(execFileWithCallback)

/** Sizes of the title, the largest first; the smallest is taken where none fits. */
const SIZES = [50, 44, 38, 32, 27] as const
const MOST_LINES = 4
const LEADING = 1.16

const fitted = (title: string) => {
  for (const size of SIZES) {
    const lines = linesOf(title, 'display', size, WIDEST.title)
    const fits = lines.length <= MOST_LINES && lines.every(({ width }) => width <= WIDEST.title + 20)
    if (fits || size === SIZES.at(-1)) return { lines: lines.slice(0, MOST_LINES + 2), lineHeight: size * LEADING }
  }
  return { lines: [outlineOf(title, 'display', SIZES[0])], lineHeight: SIZES[0] }
}

const colorsOf = async (context: Context): Promise<string[]> => {
  const { documents } = await context.source.read()
  const circles = [...documents.circles.values()].toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
  return circles.slice(0, 3).map(({ color }) => color)
}

const pictureOf = async (context: Context, title: string, issuer: string): Promise<Picture> => ({
  title: `${title}, ${issuer}`,
  colors: await colorsOf(context),
  ...fitted(title),
  issuer: linesOf(issuer, 'bold', 21, WIDEST.issuer).slice(0, 2),
})

/** Nobody waits longer for a picture; milliseconds. */
const LONGEST = 20_000
/** Pictures that are kept: more than there are micro-credentials. */
const MOST_KEPT = 200
const kept = new Map<string, Promise<Buffer>>()

/** Dots of a drawing of ours. It is drawn in a program of its own: this one is kept from opening drawings at all (cms/config.ts). */
const drawn = async (svg: string, side: number): Promise<Buffer> => {
  const program = execFile(process.execPath, [fileURLToPath(new URL('./draw.ts', import.meta.url)), String(side)], {
    encoding: 'buffer',
    timeout: LONGEST,
    maxBuffer: 4_000_000,
    env: { NODE_ENV: 'production' },
  })
  program.child.stdin!.end(svg)
  const { stdout } = await program
  return stdout
}

/** The same, drawn once for each drawing and size; one that failed is drawn again. */
const pngOf = (svg: string, side: number): Promise<Buffer> => {
  const key = `${side} ${svg}`
  const known = kept.get(key)
  if (known) return known
  const png = drawn(svg, side)
  kept.set(key, png)
  png.catch(() => kept.delete(key))
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  return png
}

export type PictureKind = 'svg' | 'png'

/** What a badge is for, as a picture; with `signed` it carries the badge. */
export const badgePicture = async (
  context: Context,
  title: string,
  kind: PictureKind,
  signed?: string,
): Promise<Buffer> => {
  const { name } = await context.agency()
  const picture = await pictureOf(context, title, name)
  if (kind === 'svg') return Buffer.from(badgeSvg(picture, signed))
  const png = await pngOf(badgeSvg(picture), SIDE)
  return signed ? bakedPng(png, signed) : png
}

/** Dots of a picture that stands inside a badge, so that the badge needs no other server to be seen. */
const INSIDE = 240

/** The picture of an achievement, as an address that is the picture itself. */
export const pictureInside = async (context: Context, title: string, issuer: string): Promise<string> => {
  const png = await pngOf(badgeSvg(await pictureOf(context, title, issuer)), INSIDE)
  return `data:image/png;base64,${png.toString('base64')}`
}

/** Who gives badges, as a picture: their name within the circles. */
export const issuerPicture = async (context: Context): Promise<Buffer> => {
  const { name } = await context.agency()
  const picture = await pictureOf(context, name, '')
  return pngOf(badgeSvg({ ...picture, title: name, issuer: [] }), 400)
}
