import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axe, DESK, PHONE } from '../support/browser.ts'
import { overflow } from './placed.ts'

/** Nothing for axe to say, and nothing wider than the window: on a phone in one light, at a desk in the other. */
export const looksRight = async (page: Page, name: string, onPhone: 'light' | 'dark' = 'light'): Promise<void> => {
  const looks = [
    { width: PHONE, colorScheme: onPhone },
    { width: DESK, colorScheme: onPhone === 'light' ? 'dark' : 'light' },
  ] as const
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    expect([await axe(page), await overflow(page)], `${name}, ${colorScheme}, ${width} pixels wide`).toEqual([[], 0])
  }
}
