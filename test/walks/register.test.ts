import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { courses } from '#seed/content/courses/courses.ts'
import { sessionPlans } from '#seed/content/sessions.ts'
import { aPage, PHONE } from '../support/browser.ts'
import { signIn } from '../support/http.ts'
import { linkTo, placesOf, type Place } from '../support/registering.ts'
import { ADMIN } from '../support/server.ts'
import { looksRight } from '../browser/looks.ts'

// Registering as it looks and feels: on a phone and at a desk, light and dark, by keyboard, without JavaScript.

const site = inject('site')

const isOpen = ({ status, days, seatsReserved, capacity }: (typeof sessionPlans)[number]) =>
  status === 'scheduled' && (days[0]?.offset ?? 0) > 40 && seatsReserved + 10 < (capacity ?? 0)
const openTo = (hasPrerequisite: boolean): string =>
  courses.find(
    ({ slug, prerequisites }) =>
      prerequisites.length > 0 === hasPrerequisite &&
      sessionPlans.some((plan) => plan.course === slug && isOpen(plan) && !plan.opensOn && !plan.closesOn),
  )!.slug

let place: Place
let gated: Place
let token: string
beforeAll(async () => {
  place = (await placesOf(site, openTo(false))).at(-1)!
  gated = (await placesOf(site, openTo(true))).at(-1)!
  token = await signIn(site, ADMIN.email, ADMIN.password)
})

const continues = (page: Page) => page.getByRole('button', { name: 'Continue to the summary' }).click()

test('every page on the way looks right, from the form to the cancellation', async () => {
  const page = await aPage()
  const email = 'looks@example.org'
  await page.goto(gated.path)
  await continues(page)
  await looksRight(page, 'errors')

  await page.getByLabel('Your name').fill('L'.repeat(160))
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByLabel('Your employer', { exact: true }).selectOption('other')
  await page.getByLabel('Name of your employer').fill('none')
  await page.getByLabel('I am a member guest').check()
  await page.getByLabel('District that gave you permission').selectOption({ index: 1 })
  await page.getByLabel('I completed it').check()
  await looksRight(page, 'form, filled in')
  await continues(page)
  await looksRight(page, 'summary')

  await page.getByLabel('I have read these terms').check()
  await page.getByRole('button', { name: /^Register for \w+day,/ }).click()
  await page.getByRole('heading', { name: 'You have a seat', level: 1 }).waitFor()
  await looksRight(page, 'received')

  await page.goto(await linkTo(site, token, email))
  await page.getByText('I cannot come').click()
  await looksRight(page, 'registration')
  await page.getByRole('button', { name: 'Show me what it costs first' }).click()
  await looksRight(page, 'price of canceling')
  await page.getByRole('button', { name: 'Cancel, free of charge' }).click()
  await page.getByText('It is canceled.').waitFor()
  await looksRight(page, 'canceled')
})

test('a colleague who is asked to come instead reads the terms, takes the seat, and is told so on their own page', async () => {
  const page = await aPage({ width: PHONE, javaScript: false })
  const [email, colleague] = ['hands-on@example.org', 'comes-instead@example.org']
  await page.goto(place.path)
  await page.getByLabel('Your name').fill('Ana Berg')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByLabel('Your employer', { exact: true }).selectOption({ index: 1 })
  await page.getByLabel('I work for a member district').check()
  await continues(page)
  await page.getByLabel('I have read these terms').check()
  await page.getByRole('button', { name: /^Register for/ }).click()
  await page.goto(await linkTo(site, token, email))
  await page.getByText('Send a colleague').click()
  await page.locator('#colleague-name').fill('Col Reyes')
  await page.locator('#colleague-email').fill(colleague)
  await page.getByRole('button', { name: 'Ask my colleague' }).click()
  await page.getByText('Col Reyes').first().waitFor()

  const link = await linkTo(site, token, colleague, 'colleague-asked')
  const seen = await aPage()
  await seen.goto(link)
  await looksRight(seen, 'a seat that is handed on')
  await page.goto(link)
  await page.getByRole('heading', { name: /^Will you come instead\?/, level: 1 }).waitFor()
  expect(await page.locator('main').innerText()).toContain('Ana Berg')
  await page.getByRole('button', { name: 'Accept the terms and take the seat' }).click()
  await page.getByText('The seat is yours. A message confirms it.').waitFor()
  expect(await page.locator('main').innerText()).toContain('Col Reyes')
})

describe('links', () => {
  test.each([
    ['that do not work', paths.manage('x'), 404],
    ['to ask for', paths.my, 200],
    ['on their way', `${paths.my}?sent`, 200],
  ])('%s look right', async (name, path, status) => {
    const page = await aPage()
    expect((await page.goto(path))?.status()).toBe(status)
    await looksRight(page, name)
  })

  test('open all of a mailbox', async () => {
    const page = await aPage()
    const email = 'mailbox@example.org'
    await page.goto(place.path)
    await page.getByLabel('Your name').fill('Roster Tester')
    await page.getByLabel('Your e-mail address').fill(email)
    await page.getByLabel('Your employer', { exact: true }).selectOption({ index: 1 })
    await page.getByLabel('I work for a member district').check()
    await continues(page)
    await page.getByLabel('I have read these terms').check()
    await page.getByRole('button', { name: /^Register for/ }).click()
    await page.getByRole('link', { name: 'Ask for the link again' }).click()
    await page.getByLabel('Your e-mail address').fill(email)
    await page.getByRole('button', { name: 'Send me the link' }).click()
    await page.goto(await linkTo(site, token, email, 'sign-in'))
    await page.getByRole('link', { name: /^See, change or cancel/ }).waitFor()
    await looksRight(page, 'my registrations')
  })
})

/** Goes on with the tab key until the field or button of this name has the focus. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let steps = 0; steps < 120; steps += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      return element?.value && element.tagName === 'BUTTON' ? element.value : (element?.name ?? '')
    })
    if (at === name) return
  }
  throw new Error(`The tab key does not lead to ${name}`)
}

test('by keyboard alone, without JavaScript, on a phone', async () => {
  const page = await aPage({ width: PHONE, javaScript: false })
  await page.goto(place.path)
  await tabTo(page, 'review')
  await page.keyboard.press('Enter')

  // What is wrong has the focus; its first line leads to the field.
  const focused = page.locator(':focus')
  expect(await focused.getAttribute('role')).toBe('alert')
  await page.keyboard.press('Tab')
  expect(await focused.innerText()).toBe('Give your name.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Roster Tester')
  expect(await page.getByLabel('Your name').inputValue()).toBe('Roster Tester')
  await tabTo(page, 'email')
  await page.keyboard.type('keyboard@example.org')
  await tabTo(page, 'organization')
  await page.keyboard.press('ArrowDown')
  await tabTo(page, 'participation')
  await page.keyboard.press('Space')
  await tabTo(page, 'review')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'There is a seat for you' }).waitFor()

  // Enter in the box presses the button of the summary, and not the one that goes back.
  await tabTo(page, 'terms')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'You have a seat' }).waitFor()
})

test('going back loses nothing, by our button or by that of the browser', async () => {
  const page = await aPage({ javaScript: false })
  await page.goto(gated.path)
  const needs = 'No nuts 🥜\nשלום, please: <b>large print</b>'
  await page.getByLabel('Your name').fill('Roster Tester')
  await page.getByLabel('Your e-mail address').fill('back@example.org')
  await page.getByLabel('Your employer', { exact: true }).selectOption('other')
  await page.getByLabel('Name of your employer').fill('River School')
  await page.getByLabel('I pay for myself').check()
  await page.getByLabel('Please waive it for me').check()
  await page.getByLabel('Why it should be waived').fill('I taught it.')
  await page.getByLabel('What should we know?').fill(needs)
  await page.getByLabel('You may e-mail me').check()
  const kept = async () => [
    await page.getByLabel('Your name').inputValue(),
    await page.getByLabel('Name of your employer').inputValue(),
    await page.getByLabel('I pay for myself').isChecked(),
    await page.getByLabel('Why it should be waived').inputValue(),
    await page.getByLabel('What should we know?').inputValue(),
    await page.getByLabel('You may e-mail me').isChecked(),
    await page.getByLabel('You may show me').isChecked(),
  ]
  const all = ['Roster Tester', 'River School', true, 'I taught it.', needs, true, false]
  const isSummary = page.getByRole('heading', { name: 'Is this right?' })
  await continues(page)
  await isSummary.waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'Register', level: 1 }).waitFor()
  expect(await kept()).toEqual(all)
  await continues(page)
  await page.getByRole('button', { name: 'Change my answers' }).click()
  expect(await kept()).toEqual(all)
  await continues(page)
  await page.getByRole('heading', { name: 'A registrar decides first' }).waitFor()
})
