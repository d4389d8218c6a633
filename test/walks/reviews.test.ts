import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { aCredential } from '../support/builders.ts'
import { aPage, axe } from '../support/browser.ts'
import { handleOf } from '#collections/reviews/label.ts'
import { editionFrom } from '#collections/submissions/edition.ts'
import { plantIn } from '../support/planted.ts'
import { complete, purposeful } from '../support/purposeful.ts'
import { openYear, type Year } from '../support/year.ts'
import { submit } from '../support/registering.ts'
import { looksRight } from '../browser/looks.ts'

// A reviewer at work in a browser: with the keyboard alone, on a phone, in light and dark, and the lead's pages beside it.

const BEGINS = '2026-10-06T15:00:00Z'
let year: Year
const tokens: Record<string, string> = {}
let work: string
let review: string

beforeAll(async () => {
  year = await openYear(BEGINS, {})
  const planted = plantIn(year.dataDir)
  const credential = await year.create('credentials', aCredential())
  for (const role of ['reviewer', 'registrar'] as const) tokens[role] = await year.hire(role, { name: `A ${role}` })
  const person = planted.person('Mai García', 'mai@example.org')
  work = planted.plant(
    'submissions',
    {
      title: 'Mai García',
      name: 'Mai García',
      email: 'mai@example.org',
      person,
      credential,
      edition: editionFrom(purposeful),
      status: 'in-review',
      answers: { ...complete, '1-1': { text: 'I am Mai García. '.repeat(120) } },
      judged: {},
      versions: [],
      showsName: false,
      attempts: 0,
      allowed: 0,
      startedAt: BEGINS,
      submittedAt: BEGINS,
      dueAt: '2026-10-09T04:59:59.999Z',
      activeKey: 'work',
      revision: 1,
      linkVersion: 1,
    },
    ['person', 'credential'],
  )
  planted.close()
  const cookie = { Cookie: `payload-token=${tokens['reviewer']}` }
  const taken = await submit(year.base, paths.reviews, { take: handleOf('submission', work) }, cookie)
  review = paths.review(/reviews\/([\w-]+)/.exec(taken.headers.location!)![1]!)
})
afterAll(() => year.stop())

const open = async (role: string, path: string, wanted: Parameters<typeof aPage>[0] = {}): Promise<Page> => {
  const page = await aPage({ site: year.base, token: tokens[role]!, ...wanted })
  await page.goto(path)
  return page
}

const pages: [role: 'reviewer' | 'registrar', path: () => string][] = [
  ['reviewer', () => paths.reviews],
  ['reviewer', () => review],
  ['registrar', () => paths.works],
  ['registrar', () => paths.work(work)],
]
test.each(pages)(
  'a page of the %s has no barrier and fits, on a phone and a desk, light and dark',
  async (role, path) => {
    await looksRight(await open(role, path()), path())
  },
)

test('everything is scored with the keyboard; the draft is kept in place, and what is missing comes into focus', async () => {
  const page = await open('reviewer', review)
  await page
    .getByRole('group', { name: /1\.1 Needs Assessment/ })
    .getByRole('radio', { name: 'Passing' })
    .focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Say more about the need.')
  const comment = page.getByRole('textbox', { name: /Comment.*1\.1 Needs Assessment/ })
  expect(await comment.inputValue()).toBe('Say more about the need.')
  const seen = await comment.evaluate(
    (field) => document.querySelector('.bar')!.getBoundingClientRect().top - field.getBoundingClientRect().top,
  )
  // At least the line one writes in is above the bar of buttons.
  expect(seen).toBeGreaterThan(40)
  await page.getByRole('button', { name: 'Save draft' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Your draft is kept.').waitFor()
  expect(new URL(page.url()).pathname).toBe(review)

  await page.reload()
  const group = page.getByRole('group', { name: /1\.1 Needs Assessment/ })
  expect(await group.getByRole('radio', { name: 'Not yet' }).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Finish' }).focus()
  await page.keyboard.press('Enter')
  const missing = page.getByRole('alert')
  await missing.waitFor()
  expect(await missing.evaluate((box) => box === document.activeElement)).toBe(true)
  expect(await missing.getByRole('link').count()).toBe(8)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('level 1-2')
  expect(await axe(page)).toEqual([])
})

test('without scripts the button keeps the draft too', async () => {
  const page = await open('reviewer', review, { javaScript: false })
  await page
    .getByRole('group', { name: /4\.1 Reflection/ })
    .getByRole('radio', { name: 'Passing' })
    .check()
  await page.getByRole('button', { name: 'Save draft' }).click()
  await page.getByText('Your draft is kept.').waitFor()
  expect(await page.getByText('2 of 9 scored').count()).toBe(1)
})
