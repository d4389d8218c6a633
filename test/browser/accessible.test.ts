import { describe, expect, test } from 'vitest'
import { aPage, axe, DESK, PHONE } from '../support/browser.ts'
import { ALL, MAIN, type Kind } from './pages.ts'

const look = async ({ path, status = 200 }: Kind, width: number, colorScheme: 'light' | 'dark') => {
  const page = await aPage({ width, colorScheme })
  const response = await page.goto(path)
  expect(response?.status()).toBe(status)
  expect(await page.locator('h1').count()).toBe(1)
  expect(await axe(page)).toEqual([])
}

describe.each(ALL)('$name', (kind) => {
  test('on a phone, light', () => look(kind, PHONE, 'light'))
  test('on a desk, dark', () => look(kind, DESK, 'dark'))
})

describe.each(MAIN)('$name, the other way around', (kind) => {
  test('on a phone, dark', () => look(kind, PHONE, 'dark'))
  test('on a desk, light', () => look(kind, DESK, 'light'))
})
