import { expect, test } from 'vitest'
import { aPage, axe, DESK, PHONE } from '../support/browser.ts'
import { ALL, MAIN } from './pages.ts'

const LOOKS = [
  { width: PHONE, colorScheme: 'light' },
  { width: DESK, colorScheme: 'dark' },
  { width: DESK, colorScheme: 'light' },
  { width: PHONE, colorScheme: 'dark' },
] as const

/** Every kind of page light on a phone and dark on a desk; the main ones the other way around as well. */
test.each(ALL)('$name', async (kind) => {
  const page = await aPage({ width: PHONE })
  const response = await page.goto(kind.path)
  expect(response?.status()).toBe(kind.status ?? 200)
  expect(await page.locator('h1').count()).toBe(1)
  for (const { width, colorScheme } of MAIN.includes(kind) ? LOOKS : LOOKS.slice(0, 2)) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    expect(await axe(page), `${colorScheme}, ${width} pixels wide`).toEqual([])
  }
})
