import type { Media } from '../kernel/payload-types.ts'

type Size = { url: string; width: number }

/** A picture with the sizes a browser may choose from. */
export type ImageView = {
  alt: string
  credit: string | null
  width: number
  height: number
  webp: Size[]
  plain: string
  share: string | null
}

const isMade = (size: { url?: string | null; width?: number | null } | undefined): size is Size =>
  Boolean(size?.url && size.width)

/** Undefined while the file is missing: a page then draws the course's own cover. */
export const imageView = ({ alt, credit, url, width, height, sizes }: Media): ImageView | undefined => {
  if (!url || !width || !height) return undefined
  return {
    alt,
    credit: credit ?? null,
    width,
    height,
    webp: [sizes?.small, sizes?.medium, sizes?.large].filter(isMade).map(({ url, width }) => ({ url, width })),
    plain: sizes?.plain?.url ?? url,
    share: sizes?.share?.url ?? null,
  }
}
