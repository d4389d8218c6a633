import { beforeAll, expect, inject, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { aPage } from '../support/browser.ts'
import { signIn } from '../support/http.ts'
import { linkTo } from '../support/registering.ts'
import { ADMIN } from '../support/server.ts'
import { looksRight } from '../browser/looks.ts'

// Applying as it looks and feels: on a phone and at a desk, light and dark, by keyboard, with the words counted as one types.

const site = inject('site')
const OPEN = paths.apply('school-climate-data-use')
let token: string
beforeAll(async () => {
  token = await signIn(site, ADMIN.email, ADMIN.password)
})

const words = (count: number): string => Array.from({ length: count }, () => 'care').join(' ')
const FIRST = 'What do you want to be different'

test('every page on the way looks right, from what is missing to what was sent', async () => {
  const page = await aPage()
  const email = 'applies@example.org'
  await page.goto(OPEN)
  await page.getByRole('button', { name: 'Send application' }).click()
  await page.getByRole('heading', { name: /things to mend/ }).waitFor()
  await page.getByText('Name people now').click()
  await looksRight(page, 'errors')

  await page.getByLabel('Name of the contact').fill('L'.repeat(160))
  await page.getByLabel('E-mail address of the contact').fill(email)
  await page.getByRole('button', { name: 'Save and send me the link' }).click()
  await page.getByRole('heading', { name: 'Your application is kept', level: 1 }).waitFor()
  await looksRight(page, 'kept')

  await page.goto(await linkTo(site, token, email, 'application-begun'))
  await looksRight(page, 'draft')
  await page.getByLabel('Yes').check()
  await page.getByLabel('Name of the team').fill('Alder Lake')
  await page.getByLabel('School district').check()
  await page.getByLabel('District or agency', { exact: true }).selectOption({ index: 1 })
  await page.getByLabel(FIRST).fill('Every student is heard.')
  await page.getByLabel('Which work does your team').fill('A group of teachers meets.')
  await page.getByLabel('How does your team use data').selectOption({ index: 1 })
  await page.getByLabel('Second choice').selectOption({ label: 'Reimagining School Safety' })
  await page.getByRole('button', { name: 'Send application' }).click()
  await page.getByText('Your application was sent.').waitFor()
  await page.getByText('Take the application back').click()
  await looksRight(page, 'sent')
})

test('words are counted as one types, and by the server alike', async () => {
  const page = await aPage()
  await page.goto(OPEN)
  const count = page.locator('#answer-1-count')
  expect(await count.textContent()).toBe('0 of 200 words, 200 left.')
  await page.getByLabel(FIRST).fill(words(201))
  expect(await count.textContent()).toBe('201 words: 1 word too many. At most 200 can be sent.')
  await page.getByRole('button', { name: 'Send application' }).click()
  await page.getByRole('heading', { name: /things to mend/ }).waitFor()
  expect(await count.textContent()).toBe('201 words: 1 word too many. At most 200 can be sent.')
  await page.getByLabel(FIRST).fill('state-of-the-art — don’t 😀')
  expect(await count.textContent()).toBe('2 of 200 words, 198 left.')
})

test('by keyboard alone: what is missing is in focus, each line leads to its field, and choices are made', async () => {
  const page = await aPage()
  await page.goto(OPEN)
  const send = page.getByRole('button', { name: 'Send application' })
  await send.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /things to mend/ }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const focused = () => page.evaluate(() => document.activeElement?.id)
  expect(await focused()).toBe('condition-1-is-yes')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('teamName')
  await page.keyboard.type('Alder Lake')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  expect(await page.getByLabel('Local education agency (LEA)').isChecked()).toBe(true)
})
