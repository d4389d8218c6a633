import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { aPage, PHONE } from '../support/browser.ts'
import { CORPUS } from '../support/corpus.ts'
import { film, pdf } from '../support/evidence.ts'
import { BEGIN, begunAt, SLUG } from '../support/handing-in.ts'
import { signIn } from '../support/http.ts'
import { linkTo } from '../support/registering.ts'
import { ADMIN } from '../support/server.ts'
import { looksRight } from '../browser/looks.ts'

// Handing in work as it looks and feels: by keyboard, with and without JavaScript, with a connection that comes and goes.

const site = inject('site')
let token: string
beforeAll(async () => {
  token = await signIn(site, ADMIN.email, ADMIN.password)
})

const paper = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: pdf() }
const first = (page: Page) => page.getByLabel('Your answer').first()
/** Waits until the line about saving says so. */
const says = (page: Page, hasText: RegExp) => page.locator('[data-autosave]').filter({ hasText }).waitFor()

test('every page on the way looks right, from beginning to what was sent', async () => {
  const page = await aPage()
  const email = 'hands-in@example.org'
  await page.goto(paths.credential(SLUG))
  await page.getByRole('link', { name: 'Begin your work' }).click()
  await page.getByRole('button', { name: 'Send me the link to my work' }).click()
  await page.getByRole('heading', { name: /things to mend/ }).waitFor()
  await looksRight(page, 'errors')
  await page.getByLabel('Your name').fill('Jordan Example')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByLabel('Where you work').selectOption('other')
  await page.getByLabel('Name of your employer').fill('River School')
  await page.getByRole('button', { name: 'Send me the link to my work' }).click()
  await page.getByRole('heading', { name: 'Look in your mailbox' }).waitFor()
  await looksRight(page, 'begun')

  await page.goto(await linkTo(site, token, email, 'work-begun'))
  await first(page).fill('I, Jordan, asked everybody what they need.')
  await page.getByLabel('Strategies').check()
  await page.getByRole('button', { name: 'Look it through and send' }).click()
  await page.getByRole('heading', { name: '5 things to mend' }).waitFor()
  await looksRight(page, 'workbook with errors')

  await page.locator('#item-2-1').getByRole('button', { name: 'Save, and add or remove files' }).click()
  await page.getByLabel('Choose a file').setInputFiles(paper)
  await page.getByRole('button', { name: 'Add this file' }).click()
  await page.getByRole('link', { name: 'Save a copy of plan.pdf' }).waitFor()
  await looksRight(page, 'files')
  await page.getByRole('link', { name: 'Back to your work' }).first().click()
  await page.getByLabel('Your answer').nth(1).fill('A plan')
  await page.getByLabel('An account in writing').check()
  await page.locator('#item-2-2').getByRole('textbox').fill('An account')
  await page.getByLabel('Written feedback').check()
  await page.locator('#item-2-3').getByRole('textbox').fill('Feedback')
  await page.getByLabel('Your answer').last().fill('Looking back')
  await page.getByRole('button', { name: 'Look it through and send' }).click()
  await page.getByRole('heading', { name: 'Your name may show' }).waitFor()
  await looksRight(page, 'send')
  await page.getByLabel('I confirm this').check()
  await page.getByRole('button', { name: 'Send my work' }).click()
  await page.getByRole('heading', { name: 'We have it' }).waitFor()
  await looksRight(page, 'sent')
})

test('the page counts words as the server does', async () => {
  const page = await aPage()
  await page.goto((await begunAt(site, token)).path)
  const counted = await first(page).evaluate(
    (area: HTMLTextAreaElement, texts) =>
      texts.map((text) => {
        area.value = text
        area.dispatchEvent(new Event('input', { bubbles: true }))
        return Number(/^[\d,]+/.exec(area.closest('.words')!.querySelector('.count')!.textContent.trim())![0])
      }),
    CORPUS.map(([, text]) => text),
  )
  expect(counted).toEqual(CORPUS.map(([, , count]) => count))
  await says(page, /^All saved/)
})

describe('what is written', () => {
  test('is saved by itself, waits for the connection, and tells where another window was first', async () => {
    const { path } = await begunAt(site, token)
    const page = await aPage({ accepted: /409|ERR_INTERNET_DISCONNECTED/ })
    await page.goto(path)
    await page.keyboard.press('Tab')
    await first(page).focus()
    await page.keyboard.type('Typed')
    await says(page, /^All saved/)
    await page.context().setOffline(true)
    await page.keyboard.type(' and more')
    await says(page, /^No connection/)
    expect(await first(page).inputValue()).toBe('Typed and more')
    await page.context().setOffline(false)
    await says(page, /^All saved/)

    const other = await page.context().newPage()
    await other.goto(path)
    await first(other).fill('The other window')
    await says(other, /^All saved/)
    await page.bringToFront()
    await first(page).fill('This window')
    await says(page, /^Another window/)
    await page.getByRole('button', { name: 'Save', exact: true }).last().click()
    await page.getByRole('heading', { name: 'Saved in another window' }).waitFor()
    expect([await first(page).inputValue(), await page.getByText('The other window', { exact: true }).count()]).toEqual(
      ['This window', 1],
    )
    await page.getByRole('button', { name: 'Save', exact: true }).last().click()
    await page.getByText('Everything is saved.').waitFor()
  })

  test('is kept without JavaScript, and files are added all the same', async () => {
    const { path } = await begunAt(site, token)
    const page = await aPage({ javaScript: false, width: PHONE })
    await page.goto(path)
    await first(page).fill('Without a script')
    await page.getByLabel('A proposal').check()
    await page.locator('#item-2-1').getByRole('button', { name: 'Save, and add or remove files' }).click()
    await page.getByLabel('Choose a file').setInputFiles({ ...paper, name: 'plan.png' })
    await page.getByRole('button', { name: 'Add this file' }).click()
    await page.getByRole('alert').getByText('not what its name says').waitFor()
    await page.getByLabel('Choose a file').setInputFiles(paper)
    await page.getByRole('button', { name: 'Add this file' }).click()
    await page.getByRole('link', { name: 'Save a copy of plan.pdf' }).waitFor()
    await page.getByRole('button', { name: 'Remove plan.pdf' }).click()
    await page.getByText('No file yet.').waitFor()
    await page.getByRole('link', { name: 'Back to your work' }).first().click()
    expect(await first(page).inputValue()).toBe('Without a script')
  })
})

test('a recording that is too long is refused with its length, beside the field', async () => {
  const { path } = await begunAt(site, token)
  const page = await aPage({ accepted: /422/ })
  await page.goto(path)
  await page.getByLabel('Sound or video').check()
  await page.locator('#item-2-2').getByRole('button', { name: 'Save, and add or remove files' }).click()
  await page.getByLabel('Choose a file').setInputFiles({ name: 'a.mp4', mimeType: 'video/mp4', buffer: film(725) })
  await page.getByRole('button', { name: 'Add this file' }).click()
  await page.getByText('Its length is 12:05; at most 10:00 can be sent.').waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('file')
})

test('one can begin by keyboard alone', async () => {
  const page = await aPage()
  await page.goto(BEGIN)
  await page.getByLabel('Your name').focus()
  await page.keyboard.type('Kim Example')
  await page.keyboard.press('Tab')
  await page.keyboard.type('by-keyboard@example.org')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Not listed')
  await page.keyboard.press('Tab')
  await page.keyboard.type('River School')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Look in your mailbox' }).waitFor()
})
