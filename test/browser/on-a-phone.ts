import { describe, expect, test } from 'vitest'
import { PHONE, visitsIn } from '../support/browser.ts'
import { axeIn, expectReadable } from './looks.ts'
import type { Kind } from './pages.ts'
import { layoutShift } from './placed.ts'

/** Kinds of pages as they are on a phone: each visited once, and looked at from all sides; `both` also in the dark. */
export const onAPhone = (kinds: Kind[], both: Kind[]): void => {
  const visit = visitsIn({ width: PHONE })

  describe.each(kinds)('$name', (kind) => {
    const { page, status } = visit(kind.path)

    test('is there, under one heading', async () => {
      expect(status()).toBe(kind.status ?? 200)
      expect(await page().locator('h1').count()).toBe(1)
    })

    test('stays where it is', async () => {
      expect(await layoutShift(page())).toBe(0)
    })

    test('can be read', () => expectReadable(page()))

    test.each(both.includes(kind) ? (['light', 'dark'] as const) : (['light'] as const))(
      'is open to everybody, %s',
      async (colorScheme) => {
        expect(await axeIn(page(), PHONE, colorScheme, colorScheme === 'light' ? 'all' : 'looks')).toEqual([])
      },
    )

    // WCAG 1.4.10 asks for 320 pixels: a window of 1280 × 1024 at 400 %.
    test('reflows at 320 pixels', async () => {
      await page().emulateMedia({ colorScheme: 'light' })
      await page().setViewportSize({ width: 320, height: 256 })
      await expectReadable(page())
    })
  })
}
