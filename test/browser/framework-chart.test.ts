import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { circles } from '#seed/content/circles.ts'
import { courses } from '#seed/content/courses/courses.ts'
import { aPage, DESK } from '../support/browser.ts'

const HEIGHT = 1000
const aChart = async (width = DESK): Promise<Page> => {
  const page = await aPage({ width, height: HEIGHT, javaScript: false })
  await page.goto(paths.framework)
  return page
}

const marks = (page: Page) => page.locator('svg.chart a.course')
const middleOf = async (page: Page, selector: string) => {
  const box = (await page.locator(selector).first().boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

describe('the framework chart, without a script', () => {
  test('has every public course as a link that says its title, its next date and what comes first', async () => {
    const page = await aChart()
    const names = await marks(page).evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''))
    const titles = courses.map(({ title }) => title)
    expect(new Set(names.map((name) => titles.find((title) => name.startsWith(`${title}. `))))).toEqual(new Set(titles))
    expect(names).toHaveLength(titles.length)
    expect(
      names.filter((name) => !/(Next date: .+|No date yet)\. (Before it: .+|Nothing comes first.+)/.test(name)),
    ).toEqual([])
  })

  test('is walked circle by circle, then where circles meet', async () => {
    const page = await aChart()
    const order = await page
      .locator('svg.chart a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    const numberOf = (href: string) => courses.find(({ slug }) => href === paths.course(slug))?.circles.length
    const alone = circles.flatMap(({ slug }) => [
      paths.circle(slug),
      ...courses.filter((one) => one.circles.join() === slug).map((one) => paths.course(one.slug)),
    ])
    expect(order.slice(0, alone.length).toSorted()).toEqual(alone.toSorted())
    expect(order.filter((href) => href.startsWith(paths.framework))).toEqual(
      circles.map(({ slug }) => paths.circle(slug)),
    )
    const shared = order.slice(alone.length).map((href) => numberOf(href) ?? 0)
    expect(shared).toEqual(shared.toSorted((a, b) => a - b))
  })

  test('shows the card of the course in focus, whole', async () => {
    const page = await aChart()
    await page.locator('svg.chart').scrollIntoViewIfNeeded()
    for (const link of await marks(page).all()) {
      await link.focus()
      const card = (await link.locator('p').boundingBox())!
      expect(card.width).toBeGreaterThan(150)
      expect(card.x).toBeGreaterThanOrEqual(0)
      expect(card.x + card.width).toBeLessThanOrEqual(DESK)
    }
  })

  test('keeps a card while the pointer moves onto it', async () => {
    const page = await aChart()
    await page.locator('svg.chart').scrollIntoViewIfNeeded()
    for (const link of (await marks(page).all()).filter((_, i) => i % 5 === 0)) {
      const href = await link.getAttribute('href')
      const from = await middleOf(page, `svg.chart a[href="${href}"] circle`)
      await page.mouse.move(from.x, from.y)
      const to = await middleOf(page, `svg.chart a[href="${href}"] p`)
      await page.mouse.move(to.x, to.y, { steps: 12 })
      expect(await page.locator('a.course:hover').getAttribute('href')).toBe(href)
      await page.mouse.move(1, 1)
    }
  })

  test('leads to the course', async () => {
    const page = await aChart()
    await page.locator('svg.chart').scrollIntoViewIfNeeded()
    const { x, y } = await middleOf(page, `svg.chart a[href="${paths.course(courses[0]!.slug)}"] circle`)
    await page.mouse.click(x, y)
    await page.waitForURL(`**${paths.course(courses[0]!.slug)}`)
  })

  test.each([320, 360])('is three circles and a list on a phone %i pixels wide', async (width) => {
    const page = await aChart(width)
    expect(await marks(page).first().isVisible()).toBe(false)
    for (const { slug } of circles)
      expect(await page.locator(`svg.chart a[href="${paths.circle(slug)}"]`).isVisible()).toBe(true)
    for (const { slug } of courses)
      expect(await page.locator(`#courses-by-circle a[href="${paths.course(slug)}"]`).isVisible()).toBe(true)
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  })

  test('has targets of at least 24 pixels', async () => {
    const page = await aChart()
    const widths = await page
      .locator('svg.chart a.course > circle')
      .evaluateAll((rings) => rings.map((ring) => ring.getBoundingClientRect().width))
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(24)
  })
})
