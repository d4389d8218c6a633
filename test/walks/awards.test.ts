import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPage, axe, PHONE } from '../support/browser.ts'
import { startAwarded, type Awarded } from '../support/awarded.ts'
import { looksRight } from '../browser/looks.ts'

// Awards and their checking as people see them, in both lights.

let awarded: Awarded
beforeAll(async () => {
  awarded = await startAwarded()
})
afterAll(() => awarded.stop())

test.each(['named', 'revoked', 'expired', 'certificate'] as const)('the page of an award, %s', async (kind) => {
  const page = await aPage({ width: PHONE, site: awarded.base })
  await page.goto(`/verify/${awarded[kind]}`)
  await looksRight(page, kind)
})

const BUTTON = { name: 'Check this badge' }
const file = (text: string) => ({ name: 'badge.jwt', mimeType: 'application/vc+jwt', buffer: Buffer.from(text) })
const signedBadge = async (): Promise<string> => (await fetch(`${awarded.base}/verify/${awarded.named}.jwt`)).text()

test('a badge is checked without JavaScript', async () => {
  const page = await aPage({ width: PHONE, site: awarded.base, javaScript: false })
  const signed = await signedBadge()
  await page.goto('/verify')
  await page.getByLabel('The badge file').setInputFiles(file(signed))
  await page.getByRole('button', BUTTON).click()
  expect(await page.getByRole('status').textContent()).toContain('This badge is real and valid')
  await page.getByLabel('The badge file').setInputFiles(file(`${signed.slice(0, -9)}A${signed.slice(-8)}`))
  await page.getByRole('button', BUTTON).click()
  expect(await page.getByRole('status').textContent()).toContain('This badge was changed after it was signed')
})

test('the form, its answer and its errors are open to everybody', async () => {
  const page = await aPage({ width: PHONE, site: awarded.base })
  await page.goto('/verify')
  expect(await axe(page)).toEqual([])
  await page.getByLabel('Or its text').fill(await signedBadge())
  await page.getByRole('button', BUTTON).click()
  await page.getByRole('status').waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', BUTTON).click()
  await page.getByRole('alert').waitFor()
  expect(await axe(page)).toEqual([])
})
