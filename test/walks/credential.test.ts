import { rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { credentials } from '#seed/content/credentials.ts'
import { aPage } from '../support/browser.ts'
import { aContact } from '../support/builders.ts'
import { pdf } from '../support/evidence.ts'
import { ask } from '../support/http.ts'
import { openYear, type Year } from '../support/year.ts'

// Purposeful Collaboration from the first word to a badge that is taken back, in a browser and on a clock that is moved.

const { contacts: _contacts, ...purposeful } = credentials[0]!

let year: Year
const tokens: Partial<Record<'reviewer' | 'registrar', string>> = {}
const windowFor = (who?: keyof typeof tokens): Promise<Page> =>
  aPage({ site: year.base, ...(who && { token: tokens[who]! }) })

beforeAll(async () => {
  year = await openYear('2026-10-01T15:00:00Z', {})
  for (const role of ['reviewer', 'registrar'] as const) tokens[role] = await year.hire(role)
  await year.create('contacts', aContact())
  await year.create('credentials', { ...purposeful, _status: 'published' })
})
afterAll(async () => {
  await year.stop()
  rmSync(year.dataDir, { recursive: true, force: true })
})

const ANSWERS = {
  '1-1': 'Three schools never meet.',
  '1-2': 'I bring them to one table.',
  '4-1': 'Next we change the rules.',
}
const ACCOUNTS = { '2-2': 'Nine people from three schools met.', '2-3': 'A colleague says that everyone was heard.' }

const answer = (page: Page, key: string) => page.locator(`[name="text-${key}"]`)
const sendWork = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Look it through and send' }).click()
  await page.getByLabel('I confirm this').check()
  await page.getByLabel('My name may stand on the badge').check()
  await page.getByRole('button', { name: 'Send my work' }).click()
  await page.getByText('Your work is on its way to the reviewers.').waitFor()
}

/** The lead sends what came in to review; a reviewer gives everything the best level but what falls short. */
const review = async (shortfall?: { about: RegExp; level: string; comment: string }): Promise<void> => {
  const lead = await windowFor('registrar')
  await lead.goto(paths.works)
  await lead.getByRole('button', { name: 'Send to review' }).first().click()
  await lead.getByText('Sent to review.').waitFor()
  const page = await windowFor('reviewer')
  await page.goto(paths.reviews)
  await page.getByRole('button', { name: /^Take it/ }).click()
  await page.getByRole('button', { name: 'Finish' }).waitFor()
  expect(await page.content()).not.toMatch(/Nia|nia@example\.org|River School|my-plan/)
  for (const slot of await page
    .getByRole('group')
    .filter({ has: page.getByRole('radio') })
    .all()) {
    const isShort = shortfall && shortfall.about.test((await slot.textContent())!)
    await slot.getByRole('radio', { name: isShort ? shortfall.level : /^(Passing|Proficient)/ }).check()
    if (isShort) await slot.getByLabel(/^Comment/).fill(shortfall.comment)
  }
  await page.getByRole('button', { name: 'Finish' }).click()
  await page.getByText('Finished. The lead looks at it').waitFor()
}

const release = async (): Promise<void> => {
  const page = await windowFor('registrar')
  await page.goto(paths.works)
  // While it is in review the list names nobody.
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('button', { name: 'Release to the person' }).click()
  await page.getByText('Released. The person is told.').waitFor()
}

describe('a micro-credential', () => {
  test('is begun without an account, written with a live count and saved by itself, and sent', async () => {
    const page = await windowFor()
    await page.goto(paths.credential(purposeful.slug))
    await page
      .locator(`a[href="${paths.submitWork(purposeful.slug)}"]`)
      .first()
      .click()
    await page.getByLabel('Your name').fill('Nia')
    await page.getByLabel('Your e-mail address').fill('nia@example.org')
    await page.getByLabel('Where you work').selectOption({ label: 'Not listed' })
    await page.getByLabel('Name of your employer').fill('River School')
    await page.getByRole('button', { name: 'Send me the link to my work' }).click()
    await page.getByRole('heading', { name: 'Look in your mailbox', level: 1 }).waitFor()
    await year.moveTo('2026-10-01T15:01:00Z')

    await page.goto(year.linkIn(year.told('Nia', 'work-begun')))
    for (const [key, text] of Object.entries(ANSWERS)) await answer(page, key).fill(text)
    await page.getByText('4 of 500 words').waitFor()
    await page.getByText(/^All saved/).waitFor()
    await page.getByRole('radio', { name: /proposal/i }).check()
    await page
      .locator('[id="item-2-2"]')
      .getByRole('radio', { name: /written account/i })
      .check()
    await page.locator('[id="item-2-3"]').getByRole('radio', { name: /writ/i }).check()
    for (const [key, text] of Object.entries(ACCOUNTS)) await answer(page, key).fill(text)
    await page.locator('[id="item-2-1"]').getByRole('button', { name: 'Save, and add or remove files' }).click()
    await page
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'my-plan.pdf', mimeType: 'application/pdf', buffer: pdf() })
    await page.getByRole('button', { name: 'Add this file' }).click()
    await page.getByText('my-plan.pdf').first().waitFor()
    await page.getByRole('link', { name: 'Back to your work' }).last().click()
    await sendWork(page)
    await year.moveTo('2026-10-01T16:00:00Z')
    expect(year.told('Nia', 'work-received')).toContain('Thursday, October 8, 2026')
  })

  test('comes back with one part open, and the comment beside it', async () => {
    await review({
      about: /Building Capacity.*Lead/s,
      level: 'Basic',
      comment: 'Say which rule the group set out to change.',
    })
    await release()
    await year.moveTo('2026-10-05T15:00:00Z')
    const told = year.told('Nia', 'work-not-yet')
    expect(told).toContain('Building Capacity')
    const page = await windowFor()
    await page.goto(year.linkIn(told))
    await page.getByText('Say which rule the group set out to change.').first().waitFor()
    const open = await page
      .locator('textarea[name^="text-"]')
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLTextAreaElement).name))
    expect(open).toEqual(['text-2-2'])
    await answer(page, '2-2').fill(
      'Nine people from three schools met, and set out to change how students are suspended.',
    )
    await page.getByLabel('What did you change?').fill('I name the rule.')
    await sendWork(page)
  })

  test('is passed, and the badge says so to people and to programs', async () => {
    await review()
    await release()
    await year.moveTo('2026-10-12T15:00:00Z')
    const path = year.linkIn(year.told('Nia', 'work-passed'))
    const page = await windowFor()
    await page.goto(path)
    await page.getByText('This award is real and valid.').waitFor()
    await page.getByText('Nia').first().waitFor()
    const { text: badge } = await ask(year.base, `${path}.jwt`)
    await page.goto(paths.check)
    await page.getByLabel('Or its text').fill(badge)
    await page.getByRole('button', { name: 'Check this badge' }).click()
    await page.getByText('This badge is real and valid').waitFor()

    const at = Math.floor(badge.length / 2)
    const altered = badge.slice(0, at) + (badge[at] === 'A' ? 'B' : 'A') + badge.slice(at + 1)
    await page.getByLabel('Or its text').fill(altered)
    await page.getByRole('button', { name: 'Check this badge' }).click()
    await page.getByText('This badge was changed after it was signed').waitFor()
  })

  test('taken back, says so and why, wherever it is shown', async () => {
    const desk = await windowFor('registrar')
    await desk.goto(paths.awards)
    await desk.getByRole('link', { name: 'Nia' }).first().click()
    await desk.getByText('Take back', { exact: true }).first().click()
    await desk.getByLabel('Reason, which everybody who checks it reads').fill('Somebody else had written it.')
    await desk.getByRole('button', { name: 'Take this award back' }).click()
    await desk.getByText('The award is taken back, and the holder is told.').waitFor()
    await year.moveTo('2026-11-02T15:00:00Z')
    const path = year.linkIn(year.told('Nia', 'award-revoked'))
    const page = await windowFor()
    await page.goto(path)
    await page.getByText('This award was taken back.').waitFor()
    await page.getByText('Somebody else had written it.').first().waitFor()
    const { text: list } = await ask(year.base, paths.revocations)
    expect(list).toContain('Somebody else had written it.')
  })
})
