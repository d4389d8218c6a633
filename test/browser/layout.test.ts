import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { weigh } from '../bench/measure.ts'
import { aPage, PHONE } from '../support/browser.ts'
import { ALL } from './pages.ts'
import { layoutShift, overflow, unreadableText } from './placed.ts'

/** Sets the size of text as a reader does in the settings of the browser, where 16 is usual. */
const setTextSize = async (page: Page, standard: number): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setFontSizes', { fontSizes: { standard } })
}

const textSize = (page: Page) => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))

const wordsAndLinks = (page: Page) =>
  page.evaluate(() => ({ text: document.body.innerText, links: [...document.links].map(({ href }) => href) }))

const expectReadable = async (page: Page): Promise<void> => {
  expect(await overflow(page)).toBe(0)
  expect(await unreadableText(page)).toEqual([])
}

describe.each(ALL)('$name', ({ path }) => {
  // WCAG 1.4.10 asks for 320 pixels: a window of 1280 × 1024 at 400 %.
  test('stays where it is on a phone, and reflows at 320 pixels', async () => {
    const page = await aPage({ width: PHONE })
    await page.goto(path)
    expect(await layoutShift(page)).toBe(0)
    await expectReadable(page)
    await page.setViewportSize({ width: 320, height: 256 })
    await expectReadable(page)
  })

  // WCAG 1.4.4 asks for 200 %.
  test('stays where it is on a desk, says and links the same without JavaScript, and holds text twice as large', async () => {
    const page = await aPage({ width: 1280 })
    await page.goto(path)
    expect(await layoutShift(page)).toBe(0)
    await expectReadable(page)

    const plain = await aPage({ width: 1280, javaScript: false })
    await plain.goto(path)
    expect(await wordsAndLinks(plain)).toEqual(await wordsAndLinks(page))

    const usual = await textSize(page)
    await setTextSize(page, 32)
    expect(await textSize(page)).toBeGreaterThan(1.8 * usual)
    await expectReadable(page)
  })

  test('weighs at most 40 kB, 8 of them scripts', async () => {
    const { html, css, js } = await weigh(inject('site'), path)
    expect(js).toBeLessThanOrEqual(8)
    expect(html + css + js).toBeLessThanOrEqual(40)
  })
})
