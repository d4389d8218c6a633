import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { coverSvg } from '#collections/circles/cover.ts'
import { circles } from '#seed/content/circles.ts'
import { pictureOf } from '#seed/cover.ts'

const course = {
  slug: 'three-circles',
  title: 'Three Circles in One Morning',
  circles: ['practices-and-strategies', 'cultural-competency', 'equity-leadership'],
}

describe('the cover of a course', () => {
  test('is a large PNG, described in words', async () => {
    const picture = await pictureOf(course)
    expect(picture?.alt).toBe(
      'Abstract picture for Three Circles in One Morning: overlapping shapes in the colors of Practices and Strategies, Cultural Competency, and Equity Leadership',
    )
    const { format, width, height } = await sharp(picture!.data).metadata()
    expect([format, width, height]).toEqual(['png', 1200, 750])
  })

  test('is the same every time', async () => {
    expect((await pictureOf(course))?.data).toEqual((await pictureOf(course))?.data)
  })

  test('leaves reading SVG refused', async () => {
    await pictureOf(course)
    const svg = coverSvg({ slug: 'another', circles: circles.slice(0, 1), width: 16, height: 10 })
    await expect(sharp(Buffer.from(svg)).toBuffer()).rejects.toThrow(/unsupported image format/)
  })

  test('is none without a circle', async () => {
    expect(await pictureOf({ ...course, circles: [] })).toBe(null)
  })
})
