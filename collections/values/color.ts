/** The colors everything is set in. Pages, panel and mail take them from here. */
export const PAPER = '#fbf7ef'
export const INK = '#1f1b2b'
export const PAPER_DARK = '#17151f'
export const INK_DARK = '#f1ece1'

/** WCAG 2.2: 1.4.3 for text of ordinary size, 1.4.11 for lines and shapes that carry meaning. */
export const TEXT_CONTRAST = 4.5
export const LINE_CONTRAST = 3

/** Lightness 0 to 1, chroma from 0 (gray) to about 0.37, hue in degrees. */
export type Oklch = { l: number; c: number; h: number }

/** The shades one color gives on one kind of paper. */
export type Shades = {
  /** A filled area. */
  solid: string
  /** Text on the filled area. */
  onSolid: string
  /** A quiet area behind ordinary text. */
  tint: string
  /** Colored text, on the paper or on the tint. */
  ink: string
  /** Borders and glyphs, on the paper or on the tint. */
  line: string
}
export type CirclePalette = Shades & { dark: Shades }
export type ColorRefusal = { reason: 'not-a-color' } | { reason: 'too-light'; ratio: number; nearest: string }

type Triple = [number, number, number]
type Ground = { paper: string; tintLightness: number; step: number }

const LIGHT: Ground = { paper: PAPER, tintLightness: 0.93, step: -0.005 }
const DARK: Ground = { paper: PAPER_DARK, tintLightness: 0.28, step: 0.005 }
const TINT_CHROMA = 0.03

/** '#' and six digits; neither names nor the short form. */
export const isHexColor = (value: unknown): value is string =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)

const linear = (hex: string): Triple => {
  if (!isHexColor(hex)) throw new RangeError(`Not a color: ${String(hex)}`)
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

const toHex = (rgb: Triple): string => {
  const channel = (value: number): string => {
    const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055
    return Math.round(Math.min(1, Math.max(0, encoded)) * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${rgb.map(channel).join('')}`
}

const luminance = (hex: string): number => {
  const [r, g, b] = linear(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2 contrast ratio, from 1 to 21; the order of the two colors does not matter. */
export const contrast = (a: string, b: string): number => {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

/** A color as lightness, chroma and hue that look evenly spaced (OKLCH, B. Ottosson 2020). */
export const toOklch = (hex: string): Oklch => {
  const [r, g, b] = linear(hex)
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const greenRed = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
  const blueYellow = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
  return {
    l: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    c: Math.hypot(greenRed, blueYellow),
    h: ((Math.atan2(blueYellow, greenRed) * 180) / Math.PI + 360) % 360,
  }
}

const linearOf = ({ l, c, h }: Oklch): Triple => {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

const isOnScreen = (rgb: Triple): boolean => rgb.every((value) => value >= -0.0001 && value <= 1.0001)

/** The color as '#rrggbb'. What no screen can show keeps its lightness and hue and gives up chroma. */
export const fromOklch = (color: Oklch): string => {
  const wanted = { ...color, l: Math.min(1, Math.max(0, color.l)) }
  if (isOnScreen(linearOf(wanted))) return toHex(linearOf(wanted))
  let [low, high] = [0, wanted.c]
  while (high - low > 0.0005) {
    const middle = (low + high) / 2
    if (isOnScreen(linearOf({ ...wanted, c: middle }))) low = middle
    else high = middle
  }
  return toHex(linearOf({ ...wanted, c: low }))
}

/** The same hue, moved away from the paper only until it stands out enough on every background. */
const standingOut = (color: Oklch, step: number, backgrounds: readonly string[], ratio: number): string => {
  for (let l = color.l; step < 0 ? l > 0 : l < 1; l += step) {
    const hex = fromOklch({ ...color, l })
    if (backgrounds.every((background) => contrast(hex, background) >= ratio)) return hex
  }
  return step < 0 ? '#000000' : '#ffffff'
}

const shadesOn = ({ paper, tintLightness, step }: Ground, color: Oklch): Shades => {
  const tint = fromOklch({ ...color, l: tintLightness, c: Math.min(color.c, TINT_CHROMA) })
  return {
    solid: standingOut(color, step, [paper], TEXT_CONTRAST),
    onSolid: paper,
    tint,
    ink: standingOut(color, step, [paper, tint], TEXT_CONTRAST),
    line: standingOut(color, step, [paper, tint], LINE_CONTRAST),
  }
}

/**
 * Everything a circle's color is used as, by day and by night. A color that passes `refusalToUseColor` is its own `solid`;
 * any other is darkened (lightened by night) just enough.
 */
export const circlePalette = (hex: string): CirclePalette => {
  const color = toOklch(hex)
  return { ...shadesOn(LIGHT, color), dark: shadesOn(DARK, color) }
}

/**
 * Why a circle cannot have this color; undefined means it can. Paper-colored text set on it needs 4.5:1. The measured ratio is
 * rounded down, so that a color just short of it is not reported as reaching it; `nearest` is the closest color that would pass.
 */
export const refusalToUseColor = (hex: string): ColorRefusal | undefined => {
  if (!isHexColor(hex)) return { reason: 'not-a-color' }
  const ratio = contrast(PAPER, hex)
  if (ratio >= TEXT_CONTRAST) return undefined
  return { reason: 'too-light', ratio: Math.floor(ratio * 100) / 100, nearest: circlePalette(hex).solid }
}
