import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { weigh } from '#test/support/weigh.ts'
import { DESK, USUAL_TEXT, visitsIn } from '../support/browser.ts'
import { axeIn, expectReadable } from './looks.ts'
import type { Kind } from './pages.ts'
import { layoutShift } from './placed.ts'

const WIDTH = 1280

const textSize = (page: Page) => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))

const wordsAndLinks = (page: Page) =>
  page.evaluate(() => ({ text: document.body.innerText, links: [...document.links].map(({ href }) => href) }))

/**
 * Kinds of pages as they are at a desk: each visited once, and once more without JavaScript. `both` are looked at in both
 * lights by all rules.
 */
export const atADesk = (kinds: Kind[], both: Kind[]): void => {
  const visit = visitsIn({ width: WIDTH })
  const visitPlain = visitsIn({ width: WIDTH, javaScript: false })

  describe.each(kinds)('$name', (kind) => {
    const { page, setTextSize } = visit(kind.path)
    const { page: plain } = visitPlain(kind.path)

    test('stays where it is', async () => {
      expect(await layoutShift(page())).toBe(0)
    })

    test('can be read', () => expectReadable(page()))

    test('says and links the same without JavaScript', async () => {
      expect(await wordsAndLinks(plain())).toEqual(await wordsAndLinks(page()))
    })

    test.each(both.includes(kind) ? (['dark', 'light'] as const) : (['dark'] as const))(
      'is open to everybody, %s',
      async (colorScheme) => {
        const isWhole = both.includes(kind) && colorScheme === 'dark'
        expect(await axeIn(page(), DESK, colorScheme, isWhole ? 'all' : 'looks')).toEqual([])
      },
    )

    // WCAG 1.4.4 asks for 200 %.
    test('holds text twice as large', async () => {
      await page().emulateMedia({ colorScheme: 'light' })
      await page().setViewportSize({ width: WIDTH, height: 900 })
      const usual = await textSize(page())
      await setTextSize(2 * USUAL_TEXT)
      expect(await textSize(page())).toBeGreaterThan(1.8 * usual)
      await expectReadable(page())
    })

    test('weighs at most 40 kB, 8 of them scripts', async () => {
      const { html, css, js } = await weigh(inject('site'), kind.path)
      expect(js).toBeLessThanOrEqual(8)
      expect(html + css + js).toBeLessThanOrEqual(40)
    })
  })
}
