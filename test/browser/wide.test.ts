import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { weigh } from '../bench/measure.ts'
import { aPage, aVisit, DESK } from '../support/browser.ts'
import { axeIn, expectReadable } from './looks.ts'
import { ALL, MAIN } from './pages.ts'
import { layoutShift } from './placed.ts'

// Every kind of page as it is on a desk: visited once, and once more without JavaScript.

const WIDTH = 1280

/** Sets the size of text as a reader does in the settings of the browser, where 16 is usual. */
const setTextSize = async (page: Page, standard: number): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setFontSizes', { fontSizes: { standard } })
}

const textSize = (page: Page) => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))

const wordsAndLinks = (page: Page) =>
  page.evaluate(() => ({ text: document.body.innerText, links: [...document.links].map(({ href }) => href) }))

describe.each(ALL)('$name', (kind) => {
  const { page } = aVisit(kind.path, { width: WIDTH })

  test('stays where it is', async () => {
    expect(await layoutShift(page())).toBe(0)
  })

  test('can be read', () => expectReadable(page()))

  test('says and links the same without JavaScript', async () => {
    const plain = await aPage({ width: WIDTH, javaScript: false })
    await plain.goto(kind.path)
    expect(await wordsAndLinks(plain)).toEqual(await wordsAndLinks(page()))
  })

  test.each(MAIN.includes(kind) ? (['dark', 'light'] as const) : (['dark'] as const))(
    'is open to everybody, %s',
    async (colorScheme) => {
      expect(await axeIn(page(), DESK, colorScheme)).toEqual([])
    },
  )

  // WCAG 1.4.4 asks for 200 %.
  test('holds text twice as large', async () => {
    await page().emulateMedia({ colorScheme: 'light' })
    await page().setViewportSize({ width: WIDTH, height: 900 })
    const usual = await textSize(page())
    await setTextSize(page(), 32)
    expect(await textSize(page())).toBeGreaterThan(1.8 * usual)
    await expectReadable(page())
  })

  test('weighs at most 40 kB, 8 of them scripts', async () => {
    const { html, css, js } = await weigh(inject('site'), kind.path)
    expect(js).toBeLessThanOrEqual(8)
    expect(html + css + js).toBeLessThanOrEqual(40)
  })
})
