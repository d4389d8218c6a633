/** A line of text as a path from 0 to the right. */
type Line = { d: string; width: number }

/** `colors`: those of the circles of the framework. `title`: what is read aloud instead of the picture. */
export type Picture = {
  title: string
  colors: readonly string[]
  lines: readonly Line[]
  lineHeight: number
  issuer: readonly Line[]
}

/** Sides of the drawing, in units of its own. */
export const SIDE = 600
/** The widest line of the title, and of the name of the issuer. */
export const WIDEST = { title: 380, issuer: 330 }

const INK = '#1f1b2b'
const PAPER = '#fffdf8'

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const centered = (line: Line, y: number, color: string): string =>
  `<path transform="translate(${Math.round((SIDE - line.width) / 2)} ${Math.round(y)})" d="${line.d}" fill="${color}"/>`

/** Three circles that meet, as on the page of the framework; fewer where it has fewer. */
const circles = (colors: readonly string[]): string =>
  [
    [300, 116],
    [266, 172],
    [334, 172],
  ]
    .flatMap(([x, y], at) => {
      const color = colors[at]
      return color
        ? [
            `<circle cx="${x}" cy="${y}" r="58" fill="${escaped(color)}" fill-opacity=".18" stroke="${escaped(color)}" stroke-width="6"/>`,
          ]
        : []
    })
    .join('')

/** The rim, in as many arcs as there are circles, each in a color of its own. */
const rim = (colors: readonly string[]): string => {
  const around = 2 * Math.PI * 286
  const share = around / Math.max(1, colors.length)
  return colors
    .map(
      (color, at) =>
        `<circle cx="300" cy="300" r="286" fill="none" stroke="${escaped(color)}" stroke-width="14" stroke-dasharray="${(share - 10).toFixed(2)} ${(around - share + 10).toFixed(2)}" stroke-dashoffset="${(-share * at).toFixed(2)}" transform="rotate(-90 300 300)"/>`,
    )
    .join('')
}

/**
 * A badge as a picture: a round field with the circles of the framework, what it is for, and who gave it. Letters are paths, so that
 * it looks the same without any font. `baked`: a signed badge to be carried in it (1EdTech, Open Badges 3.0, 5.3.2).
 */
export const badgeSvg = ({ title, colors, lines, lineHeight, issuer }: Picture, baked?: string): string => {
  const height = lines.length * lineHeight
  const top = 352 - height / 2 + lineHeight * 0.72
  const inside = baked === undefined ? '' : `<openbadges:credential verify="${escaped(baked)}"></openbadges:credential>`
  const namespace = baked === undefined ? '' : ' xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"'
  return (
    `<svg xmlns="http://www.w3.org/2000/svg"${namespace} viewBox="0 0 ${SIDE} ${SIDE}" width="${SIDE}" height="${SIDE}" role="img">` +
    inside +
    `<title>${escaped(title)}</title>` +
    `<circle cx="300" cy="300" r="293" fill="${PAPER}"/>` +
    rim(colors) +
    circles(colors) +
    lines.map((line, at) => centered(line, top + at * lineHeight, INK)).join('') +
    issuer.map((line, at) => centered(line, 496 + at * 26, '#595366')).join('') +
    '</svg>'
  )
}
