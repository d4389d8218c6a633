import { rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { aPage, PHONE, signInToPanel } from '../support/browser.ts'
import {
  aCircle,
  aContact,
  aCourse,
  anOrganization,
  aPolicy,
  aSession,
  aStaffMember,
  PASSWORD,
} from '../support/builders.ts'
import { signIn } from '../support/http.ts'
import { openYear, type Year } from '../support/year.ts'
import { looksRight } from '../browser/looks.ts'

// What a teacher and a registrar do in a browser, in the order it happens, on a server with a clock of its own.

const REGISTRAR = { email: 'registrar@example.org', password: PASSWORD }
const COMMUNICATIONS = { email: 'communications@example.org', password: PASSWORD }
const TODAY = '2026-10-15'
const AUTUMN = '2026-11-05'

let year: Year
let token: string
const ids: Record<string, string> = {}
const id = (name: string): string => ids[name]!

beforeAll(async () => {
  year = await openYear('2026-09-01T15:00:00Z', {})
  const keep = async (name: string, collection: string, data: object) => {
    ids[name] = await year.create(collection, data)
  }
  for (const [role, { email }] of [['registrar', REGISTRAR] as const, ['communications', COMMUNICATIONS] as const])
    await keep(role, 'users', aStaffMember(role, { email }))
  await keep('desk', 'contacts', aContact())
  const rule = { count: 5, unit: 'business', mode: 'at-least', cutoff: 'end-of-day' } as const
  await keep(
    'rules',
    'policies',
    aPolicy({ kind: 'cancellation', deadline: rule, feePerDay: 10_000, splitGapDays: 7, missedDay: 'both' }),
  )
  await keep('guests', 'policies', aPolicy({ kind: 'guests', deadline: { ...rule, count: 10 }, feePerDay: 10_000 }))
  await keep('alder', 'organizations', {
    ...anOrganization({ name: 'Alder Schools', member: true }),
    billing: { email: 'alder@example.org', termsDays: 35 },
  })
  const circles = [await year.create('circles', aCircle())]
  await keep('basic', 'courses', aCourse({ circles, slug: 'basic', title: 'Talking About Race', memberRate: 15_000 }))
  const prerequisites = [{ kind: 'all' as const, courses: [id('basic')] }]
  await keep('deeper', 'courses', aCourse({ circles, slug: 'deeper', prerequisites }))
  const run = (course: string, dates: string[], capacity: number) =>
    aSession({
      course,
      capacity,
      days: dates.map((date) => ({ date, startTime: '08:30', endTime: '15:30', breakMinutes: 60, place: 'Room 110' })),
    })
  await keep('october', 'sessions', run(id('basic'), [TODAY], 10))
  await keep('winter', 'sessions', run(id('basic'), ['2026-12-01', '2027-01-19'], 1))
  await keep('autumn', 'sessions', run(id('basic'), [AUTUMN], 10))
  await keep('spring', 'sessions', run(id('basic'), ['2027-03-02'], 10))
  await keep('february', 'sessions', run(id('deeper'), ['2027-02-11'], 5))

  const member = { participation: 'member', organization: id('alder') }
  for (const name of ['Ana', 'Ben', 'Cal']) await year.register('basic', id('october'), { name, ...member })
  await year.register('basic', id('october'), { name: 'Dee', participation: 'guest', host: id('alder') })
  for (const name of ['Ana', 'Ben']) await year.register('basic', id('winter'), { name, ...member })
  for (const name of ['Eva', 'Finn', 'Gus', 'Hodan', 'Ida'])
    await year.register('basic', id('autumn'), { name, participation: 'self' })
  const waiver = { gate: 'waiver', gateStatement: 'I have taught this course.' }
  await year.register('deeper', id('february'), { name: 'Mo', participation: 'self', ...waiver })
  await year.moveTo('2026-09-02T15:00:00Z')
  token = await signIn(year.base, REGISTRAR.email, PASSWORD)
})
afterAll(async () => {
  await year.stop()
  rmSync(year.dataDir, { recursive: true, force: true })
})

type Wanted = NonNullable<Parameters<typeof aPage>[0]>

/** A window in which a registrar is signed in. */
const atTheDesk = (wanted: Wanted = {}): Promise<Page> => aPage({ site: year.base, token, ...wanted })

const stateAt = (name: string): unknown =>
  year.rows(
    'SELECT a.state FROM attendance a JOIN registrations r ON r.id = a.registration_id WHERE r.name = ? AND a.date = ?',
    name,
    TODAY,
  )[0]?.['state']

test('a teacher takes the seat that is offered, and gives one of its two days back', async () => {
  const away = { action: 'cancel', revision: String(year.registration(id('winter'), 'Ana')['revision']) }
  const days = ['2026-12-01', '2027-01-19']
  await year.manage(year.linkIn(year.told('Ana', 'confirmed')), { ...away, days, step: 'confirm', fee: '0' })
  await year.moveTo('2026-09-02T15:05:00Z')

  const page = await aPage({ site: year.base, width: PHONE, javaScript: false })
  await page.goto(year.linkIn(year.told('Ben', 'offered')))
  await page.getByText('Thursday, September 3, 2026').first().waitFor()
  await page.locator('[name=answer][value=accept]').click()
  await page.getByText('The seat is yours.').waitFor()

  await page.getByText('I cannot come').click()
  await page.getByLabel(/January 19|Jan 19/).check()
  await page.getByRole('button', { name: 'Show me what it costs first' }).click()
  await page.getByText('You keep your seat on').waitFor()
  await page.getByText('You owe nothing for these days.').waitFor()
  await page.getByRole('button', { name: 'Cancel, free of charge' }).click()
  await page.getByText('The days are canceled.').waitFor()
  await page.getByText('You canceled this day').waitFor()
  expect(year.registration(id('winter'), 'Ben')['status']).toBe('confirmed')
})

describe('a registrar', () => {
  test('takes a check', async () => {
    await year.moveTo('2026-09-20T15:00:00Z')
    const page = await atTheDesk()
    await page.goto(paths.checks)
    await page.getByText('It came').click()
    await page.getByLabel('Number on the check').fill('1021')
    await page.getByRole('button', { name: 'Save' }).first().click()
    await page.getByText('The check is recorded as received.').waitFor()
    await page.getByRole('heading', { name: 'In the drawer' }).waitFor()
    await page.getByText('1021').waitFor()
  })

  test('grants a waiver, and says why', async () => {
    const page = await atTheDesk()
    await page.goto(paths.cases)
    await page.getByText('I have taught this course.').waitFor()
    await page.getByLabel('Reason').fill('Taught it for years')
    await page.getByRole('button', { name: 'Grant the waiver' }).click()
    await page.getByText('The waiver is granted').waitFor()
    expect(year.registration(id('february'), 'Mo')['gate']).toBe('waived')
  })

  test('works the door on a phone whose network comes and goes', async () => {
    await year.moveTo(`${TODAY}T14:00:00Z`)
    const page = await atTheDesk({ width: PHONE, colorScheme: 'dark', accepted: /ERR_INTERNET_DISCONNECTED/ })
    await page.goto(paths.desk)
    await page.getByRole('link', { name: 'Open the door' }).click()
    const row = (name: string) => page.locator(`[data-search="|${name.toLowerCase()}"]`)
    const present = row('Ana').getByRole('button', { name: 'Present' })
    // Axe passes over text in the very color of what it stands on.
    const [ink, ground] = await present.evaluate((button) => {
      const { color, backgroundColor } = getComputedStyle(button)
      return [color, backgroundColor]
    })
    expect(ink).not.toBe(ground)
    await present.click()
    await expect.poll(() => stateAt('Ana')).toBe('present')

    await page.context().setOffline(true)
    await page.getByLabel('Find a name').fill('be')
    await row('Ana').waitFor({ state: 'hidden' })
    await row('Ben').getByRole('button', { name: 'Present' }).click()
    await page.getByText('1 not saved yet.').waitFor()
    await row('Ben').getByText('Present').waitFor()
    expect(stateAt('Ben')).toBeUndefined()

    await page.context().setOffline(false)
    await page.getByText('1 not saved yet.').waitFor({ state: 'hidden' })
    expect(stateAt('Ben')).toBe('present')
    expect(await page.locator('[data-here]').innerText()).toBe('2')
  })

  test('works the door without JavaScript, and closes the day', async () => {
    const page = await atTheDesk({ width: PHONE, javaScript: false })
    await page.goto(paths.door(id('october'), TODAY))
    const dee = page.locator('[data-search="|dee"]')
    await dee.getByRole('button', { name: 'Present' }).click()
    await dee.getByRole('button', { name: 'Undo' }).waitFor()
    expect(stateAt('Dee')).toBe('present')
    await year.moveTo(`${TODAY}T21:00:00Z`)
    await page.getByText('Close the day').first().click()
    await page.getByRole('button', { name: 'Close the day' }).click()
    await page.getByText('The day is closed.').waitFor()
    expect(stateAt('Cal')).toBe('absent')
  })

  test('decides the fee of somebody who did not come', async () => {
    await year.moveTo(`${TODAY}T22:00:00Z`)
    const page = await atTheDesk()
    await page.goto(paths.cases)
    await page.getByText('$100 would be billed to Alder Schools').waitFor()
    await page.getByRole('button', { name: /^Approve/ }).click()
    await page.getByText('No fee waits for a decision.').waitFor()
    await year.moveTo(`${TODAY}T22:01:00Z`)
  })

  test('makes a statement, and records its payment', async () => {
    await year.moveTo('2026-11-02T15:00:00Z')
    const page = await atTheDesk()
    await page.goto(paths.statements)
    await page.getByRole('button', { name: /^Make the statement/ }).click()
    await page.getByText('The statements are made.').waitFor()
    await page.getByRole('link', { name: '2026-0001' }).first().click()
    await page.getByText('Record a payment').click()
    await page.getByLabel('Check or transfer number').fill('5521')
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByText('The payment is recorded.').waitFor()
    expect(year.row('SELECT state, total_cents, paid_cents FROM invoices')).toEqual({
      state: 'paid',
      total_cents: 55_000,
      paid_cents: 55_000,
    })
  })

  /** Counts what somebody clicks from now on. */
  const countingClicks = () => {
    let clicks = 0
    const click = async (wanted: ReturnType<Page['locator']>) => {
      clicks += 1
      await wanted.click()
    }
    return { click, clicks: () => clicks }
  }

  test('cancels for somebody who calls with one search and two clicks, the price before', async () => {
    const page = await atTheDesk({ javaScript: false })
    await page.goto(paths.desk)
    await page.locator('[name=q]').first().fill('hodan')
    await page.keyboard.press('Enter')
    const { click, clicks } = countingClicks()
    await click(page.getByRole('link', { name: /^Cancel/ }).first())
    await page.getByText('too late: a fee of $100 will be proposed').waitFor()
    await click(page.getByRole('button', { name: 'Cancel for this person' }))
    await page.getByText('Canceled.').first().waitFor()
    expect(clicks()).toBe(2)
    expect(year.registration(id('autumn'), 'Hodan')['status']).toBe('canceled')
  })

  test('moves somebody to another date with two clicks', async () => {
    const page = await atTheDesk()
    await page.goto(paths.registration(String(year.registration(id('autumn'), 'Ida')['id'])))
    const { click, clicks } = countingClicks()
    await click(page.getByText('Move to another date'))
    await looksRight(page, 'the other dates')
    await click(page.locator('#do-move').getByRole('button', { name: /^Move here.*Mar 2, 2027/ }))
    await page.getByText('Moved. The person is told the new date').waitFor()
    expect(clicks()).toBe(2)
    expect(year.registration(id('spring'), 'Ida')['status']).toBe('confirmed')
  })

  test('shows every message to a roster before it is sent', async () => {
    const page = await atTheDesk()
    await page.goto(paths.roster(id('autumn')))
    await page.getByLabel('Choose Eva').check()
    await page.getByLabel('Choose Finn').check()
    await page.getByRole('button', { name: 'Write…' }).click()
    await page.getByLabel('About').fill('A laptop')
    await page.getByLabel('Text', { exact: true }).fill('Please bring one, {{name}}.')
    await page.getByRole('button', { name: 'Show every message' }).click()
    await page.getByRole('heading', { name: '2 messages' }).waitFor()
    await page.getByText('Please bring one, Eva.').waitFor()
    await looksRight(page, 'the messages to a roster')
    expect(year.toldCount('Eva', 'from-desk')).toBe(0)
    await page.getByRole('button', { name: 'Send 2 messages' }).click()
    await page.getByText('The messages are on their way.').waitFor()
    expect([year.toldCount('Eva', 'from-desk'), year.toldCount('Finn', 'from-desk')]).toEqual([1, 1])
    expect(year.told('Finn', 'from-desk')).toContain('Please bring one, Finn.')
  })

  test('enters a sheet with one click and its exceptions, after the browser was closed in between', async () => {
    await year.moveTo(`${AUTUMN}T23:00:00Z`)
    const page = await atTheDesk()
    await page.goto(paths.enterDay(id('autumn'), AUTUMN))
    const absent = (name: string) => page.getByRole('row', { name }).getByLabel('Absent', { exact: true })
    for (const name of ['Eva', 'Finn']) await absent(name).check()
    await page.reload()
    await page.getByText('What you had entered before is back, and not saved yet.').waitFor()
    expect(await absent('Finn').isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Save; everyone else was here' }).click()
    await page.getByText('The sheet was recorded.').waitFor()
    const sql = 'SELECT name, state FROM attendance WHERE session_id = ? ORDER BY name'
    expect(year.rows(sql, id('autumn')).map(({ name, state }) => [name, state])).toEqual([
      ['Eva', 'absent'],
      ['Finn', 'absent'],
      ['Gus', 'present'],
      ['Hodan', 'canceled'],
    ])
  })

  test('decides several fees with three clicks', async () => {
    await year.moveTo(`${AUTUMN}T23:30:00Z`)
    const page = await atTheDesk()
    await page.goto(paths.cases)
    const { click, clicks } = countingClicks()
    await click(page.getByLabel(/^All \d/))
    await click(page.getByRole('button', { name: 'Approve…' }))
    await looksRight(page, 'several fees')
    await click(page.getByRole('button', { name: /^Approve 3, \$300/ }))
    await page.getByText('Decided. Each person is told once.').waitFor()
    expect(clicks()).toBe(3)
    const sql = 'SELECT count(*) AS count FROM attendance WHERE session_id = ? AND fee_state = ?'
    expect(year.row(sql, id('autumn'), 'approved')['count']).toBe(3)
  })

  test('finds every page of the desk in order', async () => {
    const page = await atTheDesk()
    const ana = String(year.registration(id('october'), 'Ana')['id'])
    for (const path of [
      paths.desk,
      paths.deskSessions,
      paths.roster(id('october')),
      paths.door(id('october'), TODAY),
      paths.enterDay(id('october'), TODAY),
      paths.signInSheet(id('october'), TODAY),
      paths.addToRoster(id('winter')),
      paths.writeToRoster(id('winter')),
      paths.person(String(year.registration(id('october'), 'Ana')['person_id'])),
      paths.registration(ana),
      paths.cases,
      paths.outbox,
      paths.checks,
      paths.envelopes,
      paths.statements,
      paths.statement('2026-0001'),
      paths.charges,
      paths.organizations,
      paths.organization(id('alder')),
    ]) {
      await page.goto(path)
      await looksRight(page, path, 'dark')
    }
  })
})

describe('in the panel', () => {
  test('a registrar reads agreements and money in words, and goes on to the desk', async () => {
    const page = await aPage({ site: year.base })
    await signInToPanel(page, REGISTRAR)
    const way = page.locator('.nav a', { hasText: /^Checks$/ }).first()
    expect(await way.getAttribute('href')).toBe(paths.checks)
    await page.goto(`/admin/collections/registrations/${String(year.registration(id('october'), 'Dee')['id'])}`)
    await page.getByText('until Thu, Oct 8, 2026, 11:59 PM CT').waitFor()
    await page.getByRole('link', { name: 'Open at the desk' }).click()
    await page.getByRole('heading', { name: 'Dee' }).waitFor()

    // Amounts are dollars, and the lines of a statement a table.
    await page.goto('/admin/collections/invoices')
    await page.getByRole('cell', { name: '$550.00' }).first().waitFor()
    await page.getByRole('link', { name: '2026-0001' }).click()
    await page.getByRole('cell', { name: '$100.00' }).waitFor()
  })

  test('communications find the texts, and nothing about anybody', async () => {
    const page = await aPage({ site: year.base, accepted: /404/ })
    await signInToPanel(page, COMMUNICATIONS)
    const names = await page.locator('.nav a').allInnerTexts()
    expect(names).toContain('Message texts')
    expect(
      names.filter((name) => /^(Registrations|People|Messages|Statements|Rosters|Cases|Checks)$/.test(name)),
    ).toEqual([])
    await page.goto('/admin/collections/people')
    expect(await page.getByText('ana@example.org').count()).toBe(0)
    // Of the log they read what became of texts.
    await page.goto('/admin/collections/events')
    expect(await page.getByText(/Ana|registered/).count()).toBe(0)
    const refused = await page.goto(paths.roster(id('october')))
    expect(refused?.status()).toBe(403)
    expect(await page.getByText('Ana').count()).toBe(0)
  })
})
