import { rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { looksRight } from '../browser/looks.ts'
import { aPage } from '../support/browser.ts'
import { aCircle, aContact, aCourse, anOrganization, aPolicy, aSession } from '../support/builders.ts'
import { ask, bearer, send } from '../support/http.ts'
import { openYear, type Year } from '../support/year.ts'

// The office and the evaluation in a browser without JavaScript, in the order it happens, on a server with a clock of its own.

const DAY = '2026-10-15'
const PEOPLE = ['Ana', 'Ben', 'Cal', 'Eva', 'Fay']

let year: Year
const ids: Record<string, string> = {}
const id = (name: string): string => ids[name]!

const set = async (slug: string, data: object): Promise<void> => {
  const { status, text } = await send(year.base, 'POST', `/api/globals/${slug}`, data, bearer(year.token))
  if (status !== 200) throw new Error(`${slug}: ${status} ${text}`)
}
const atTheDesk = (): Promise<Page> => aPage({ site: year.base, token: year.token })

beforeAll(async () => {
  year = await openYear('2026-09-01T15:00:00Z', {})
  await set('evaluation', { isAsked: true, isRequired: true })
  await set('billing', { remindAfter: 7, remindAgain: 14 })
  await year.create('contacts', aContact())
  const deadline = { count: 5, unit: 'business', mode: 'at-least', cutoff: 'end-of-day' } as const
  await year.create('policies', aPolicy({ kind: 'cancellation', deadline, feePerDay: 10_000, splitGapDays: 7 }))
  for (const name of ['Alder Schools', 'Birch Schools'])
    ids[name] = await year.create('organizations', {
      ...anOrganization({ name, member: true }),
      billing: { email: 'billing@example.org', termsDays: 35, references: 'Vendor number 4711' },
    })
  const circles = [await year.create('circles', aCircle())]
  ids['course'] = await year.create(
    'courses',
    aCourse({ circles, slug: 'basic', title: 'Talking About Race', memberRate: 15_000 }),
  )
  const days = [{ date: DAY, startTime: '08:30', endTime: '15:30', breakMinutes: 60, place: 'Room 110' }]
  ids['session'] = await year.create('sessions', aSession({ course: id('course'), capacity: PEOPLE.length, days }))
  const member = { participation: 'member', organization: id('Alder Schools') }
  for (const name of [...PEOPLE, 'Wim']) await year.register('basic', id('session'), { name, ...member })
})
afterAll(async () => {
  await year.stop()
  rmSync(year.dataDir, { recursive: true, force: true })
})

test('a sheet of everybody is one click, and who waited and came is ticked', async () => {
  await year.moveTo(`${DAY}T22:00:00Z`)
  const page = await atTheDesk()
  await page.goto(paths.enterDay(id('session'), DAY))
  await looksRight(page, 'the sheet')
  await page.getByLabel(/^Wim/).check()
  await page.getByRole('button', { name: 'Save; everyone else was here' }).click()
  await page.getByText('The sheet was recorded.').waitFor()
  expect(year.registration(id('session'), 'Wim')['status']).toBe('confirmed')
  await looksRight(page, 'the roster')
  for (const path of [paths.nameTags(id('session')), paths.sessionCertificates(id('session'))]) {
    const { status, headers } = await ask(year.base, path, { headers: { Cookie: `payload-token=${year.token}` } })
    // No certificate is there before the evaluation.
    expect([path, status, headers['content-type']]).toEqual(
      path === paths.nameTags(id('session'))
        ? [path, 200, 'application/pdf']
        : [path, 404, 'text/plain; charset=utf-8'],
    )
  }
})

test('whoever attended says what they thought, once, and the desk reads it when the round is over', async () => {
  await year.moveTo('2026-10-16T15:00:00Z')
  const linkOf = (name: string) => /https?:\/\/[^/\s]+(\/evaluations\/\S+)/.exec(year.told(name, 'evaluation'))![1]!
  const page = await aPage({ site: year.base })
  for (const name of PEOPLE) {
    await page.goto(linkOf(name))
    if (name === 'Ana') {
      await looksRight(page, 'the evaluation')
      await page.getByRole('button', { name: 'Send my answers' }).click()
      await page.getByText('Choose one of the answers.').first().waitFor()
      await looksRight(page, 'the evaluation with errors')
    }
    for (const group of await page.getByRole('radiogroup').all()) await group.getByRole('radio').last().check()
    await page.getByLabel(/What helped you most/).fill(`The work with our own numbers, ${name.length}`)
    await page.getByRole('button', { name: 'Send my answers' }).click()
    await page.getByRole('heading', { name: 'Thank you for your answers' }).waitFor()
  }
  await page.goto(linkOf('Ana'))
  await page.getByRole('heading', { name: 'Thank you for your answers' }).waitFor()
  await year.moveTo('2026-10-30T22:00:00Z')
  expect(year.toldCount('Ana', 'certificate')).toBe(1)
  expect(year.toldCount('Wim', 'certificate')).toBe(0)
  const desk = await atTheDesk()
  await desk.goto(paths.reports)
  await desk.getByRole('link', { name: 'Evaluations', exact: true }).click()
  await desk.getByText('5 answers', { exact: true }).waitFor()
  await looksRight(desk, 'the results')
  await desk.getByRole('link', { name: 'Talking About Race' }).click()
  await desk.getByRole('heading', { name: 'Sessions' }).waitFor()
})

test('the office objects, reminds and bills elsewhere, each after a look', async () => {
  await year.moveTo('2026-11-02T15:00:00Z')
  const page = await atTheDesk()
  await page.goto(paths.statements)
  await page.getByRole('button', { name: /^Make the statement/ }).click()
  await page.getByText('The statements are made.').waitFor()
  await page.goto(paths.statement('2026-0001'))
  await page.getByText('The payer objects to a line').click()
  await page.getByLabel('What the payer says').fill('Never worked for us')
  await page.getByRole('button', { name: 'Write it down' }).click()
  await page.getByText('Nobody is reminded of this line.').waitFor()
  await looksRight(page, 'a statement with an objection')
  await year.moveTo('2026-12-15T15:00:00Z')
  await page.goto(paths.reminders)
  await page.getByText('Without $150.00 the payer objects to.').waitFor()
  await looksRight(page, 'reminders')
  await page.getByRole('button', { name: 'Send the ticked reminders' }).click()
  await page.getByText('Nobody is to be reminded today.').waitFor()
  await page.goto(paths.rebill('2026-0001'))
  await page.getByLabel(/^Ben/).check()
  await page.getByLabel('To be billed to').selectOption({ label: 'Birch Schools' })
  await page.getByLabel('Reason').fill('Moved in August')
  await page.getByRole('button', { name: 'Look at what would happen' }).click()
  await page.getByRole('heading', { name: '1 person, $150.00' }).waitFor()
  await looksRight(page, 'lines for another payer')
  await page.getByRole('button', { name: 'Bill it to the other payer' }).click()
  await page.getByText('Billed to the other payer.').waitFor()
  await page.getByText('Billed to Birch Schools instead').waitFor()
  const person = year.registration(id('session'), 'Ana')['person_id'] as string
  await page.goto(paths.splitPerson(person))
  await looksRight(page, 'two people in one record')
})
