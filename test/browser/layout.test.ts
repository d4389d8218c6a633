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

const expectReadable = async (page: Page): Promise<void> => {
  expect(await overflow(page)).toBe(0)
  expect(await unreadableText(page)).toEqual([])
}

const wordsAndLinks = (page: Page) =>
  page.evaluate(() => ({ text: document.body.innerText, links: [...document.links].map(({ href }) => href) }))

describe.each(ALL)('$name', ({ path }) => {
  test('stays where it is while it opens on a phone', async () => {
    const page = await aPage({ width: PHONE })
    await page.goto(path)
    expect(await layoutShift(page)).toBe(0)
    await expectReadable(page)
  })

  test('stays where it is while it opens on a desk, and says and links the same without JavaScript', async () => {
    const page = await aPage()
    await page.goto(path)
    expect(await layoutShift(page)).toBe(0)
    await expectReadable(page)
    const plain = await aPage({ javaScript: false })
    await plain.goto(path)
    expect(await wordsAndLinks(plain)).toEqual(await wordsAndLinks(page))
  })

  // WCAG 1.4.10: a window of 1280 × 1024 at 400 %.
  test('reflows at 320 pixels', async () => {
    const page = await aPage({ width: 320, height: 256 })
    await page.goto(path)
    await expectReadable(page)
  })

  // WCAG 1.4.4
  test('holds text twice as large', async () => {
    const page = await aPage({ width: 1280 })
    await setTextSize(page, 32)
    await page.goto(path)
    expect(await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))).toBeGreaterThanOrEqual(34)
    await expectReadable(page)
  })

  test('weighs at most 40 kB, 8 of them scripts', async () => {
    const { html, css, js } = await weigh(inject('site'), path)
    expect(js).toBeLessThanOrEqual(8)
    expect(html + css + js).toBeLessThanOrEqual(40)
  })
})
