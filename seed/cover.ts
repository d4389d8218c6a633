import type { Payload } from 'payload'
import sharp from 'sharp'
import { coverSvg } from '#collections/circles/cover.ts'
import { joinWords } from '#collections/values/words.ts'
import { circles } from './content/circles.ts'
import type { CourseContent } from './content/types.ts'
import { createOnce } from './write.ts'

const WIDTH = 1200
const HEIGHT = 750
const SVG = { operation: ['VipsForeignLoadSvg'] }

/**
 * Reading SVG is refused everywhere else, because it can reach for files; here it reads only what our own painter wrote,
 * before any port is open.
 */
const toPng = async (svg: string): Promise<Buffer> => {
  sharp.unblock(SVG)
  try {
    return await sharp(Buffer.from(svg)).png({ compressionLevel: 3 }).toBuffer()
  } finally {
    sharp.block(SVG)
  }
}

/** The cover of a course as a PNG, and what it shows in words; null when the course is in no circle. */
export const pictureOf = async ({
  slug,
  title,
  circles: own,
}: Pick<CourseContent, 'slug' | 'title' | 'circles'>): Promise<{ alt: string; data: Buffer } | null> => {
  const worn = circles.filter((circle) => own.includes(circle.slug))
  if (worn.length === 0) return null
  const names = joinWords(worn.map(({ name }) => name))
  return {
    alt: `Abstract picture for ${title}: overlapping shapes in the colors of ${names}`,
    data: await toPng(coverSvg({ slug, circles: worn, width: WIDTH, height: HEIGHT })),
  }
}

/** Paints a course's cover from its circles and files it as a picture. Returns the picture's id. */
export const paintCover = async (payload: Payload, course: CourseContent): Promise<string | null> => {
  const picture = await pictureOf(course)
  if (!picture) return null
  const { alt, data } = picture
  const file = { data, mimetype: 'image/png', name: `${course.slug}.png`, size: data.length }
  return createOnce(payload, 'media', { alt }, { alt }, file)
}
