import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axe, DESK, PHONE } from '../support/browser.ts'
import { overflow, unreadableText } from './placed.ts'

/** Nothing wider than the window, and no text that one cannot read. */
export const expectReadable = async (page: Page): Promise<void> => {
  expect(await overflow(page)).toBe(0)
  expect(await unreadableText(page)).toEqual([])
}

/** What axe has to say about a page that is already open, at another width and in another light. */
export const axeIn = async (
  page: Page,
  width: number,
  colorScheme: 'light' | 'dark',
  rules?: Parameters<typeof axe>[1],
): Promise<string[]> => {
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ colorScheme })
  return axe(page, rules)
}

/**
 * Nothing for axe to say, and nothing wider than the window: on a phone in one light, and what may be another there at a desk in
 * the other.
 */
export const looksRight = async (page: Page, name: string, onPhone: 'light' | 'dark' = 'light'): Promise<void> => {
  const looks = [
    { width: PHONE, colorScheme: onPhone, rules: 'all' },
    { width: DESK, colorScheme: onPhone === 'light' ? 'dark' : 'light', rules: 'looks' },
  ] as const
  for (const { width, colorScheme, rules } of looks) {
    const said = await axeIn(page, width, colorScheme, rules)
    expect([said, await overflow(page)], `${name}, ${colorScheme}, ${width} pixels wide`).toEqual([[], 0])
  }
}
