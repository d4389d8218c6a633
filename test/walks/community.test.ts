import { rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { collaboratives } from '#seed/content/collaboratives.ts'
import { aPage } from '../support/browser.ts'
import { aContact } from '../support/builders.ts'
import { openYear, type Year } from '../support/year.ts'

// The community of practice of 2024 from its first day to the day somebody cannot meet its minimum any more, in a browser
// and on a clock that is moved.

const { story: _story, contacts: _contacts, ...community } = collaboratives.at(-1)!
const THURSDAYS = ['02-01', '02-08', '02-15', '02-22', '02-29', '03-07', '03-14', '03-21'].map((day) => `2024-${day}`)
const APPLY = paths.apply(community.slug)

let year: Year
const tokens: Partial<Record<'reviewer' | 'registrar', string>> = {}
const windowFor = (who?: keyof typeof tokens): Promise<Page> =>
  aPage({ site: year.base, accepted: /409/, ...(who && { token: tokens[who]! }) })

let session: string
beforeAll(async () => {
  year = await openYear('2024-01-10T15:00:00Z', {})
  for (const role of ['reviewer', 'registrar'] as const) tokens[role] = await year.hire(role)
  await year.create('contacts', aContact())
  const collaborative = await year.create('collaboratives', {
    ...community,
    notice: null,
    opensOn: '2024-01-12',
    capacity: 2,
    price: 0,
    _status: 'published',
  })
  session = await year.create('sessions', {
    collaborative,
    days: THURSDAYS.map((date) => ({
      date,
      startTime: '08:30',
      endTime: '11:30',
      breakMinutes: 0,
      online: 'https://meet.example.org/cop',
    })),
    timeZone: 'America/Chicago',
    format: 'online',
    seatsReserved: 0,
    status: 'scheduled',
    _status: 'published',
  })
})
afterAll(async () => {
  await year.stop()
  rmSync(year.dataDir, { recursive: true, force: true })
})

/** What each wants to change, and the points a reviewer who knows no names gives it. */
const TOPICS = { Ana: 'lessons', Ben: 'rules', Cal: 'meetings', Gus: 'hallways' }
const POINTS = { lessons: '4', rules: '3', meetings: '2', hallways: '1' }

/** Fills in the whole application, as somebody who can attend so many of the eight Thursdays. */
const fillIn = async (name: string, { inWisconsin = true, dates = 8, topic = 'rules' } = {}): Promise<Page> => {
  const page = await windowFor()
  await page.goto(APPLY)
  await page.getByLabel(inWisconsin ? 'Yes' : 'No', { exact: true }).check()
  for (const box of (await page.getByRole('checkbox', { name: /^Thu/ }).all()).slice(0, dates)) await box.check()
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Your e-mail address').fill(`${name.toLowerCase()}@example.org`)
  await page.getByLabel('Job title').fill('Equity coach')
  await page.getByLabel('Your employer', { exact: true }).selectOption({ label: 'Not listed' })
  await page.getByLabel('Name of your employer').fill(`${name} School District`)
  await page.getByLabel('What is your part in equity work').fill('I lead a group of teachers.')
  await page.getByLabel('What do you hope to change').fill(`Our ${topic}, so that they are fair.`)
  await page.getByLabel('Has your district been identified').selectOption({ label: 'Yes' })
  return page
}

const send = (page: Page) => page.getByRole('button', { name: 'Send application' }).click()
const apply = async (...wanted: Parameters<typeof fillIn>): Promise<void> => {
  const page = await fillIn(...wanted)
  await send(page)
  await page.getByRole('heading', { name: 'Thank you for your application', level: 1 }).waitFor()
}

describe('the community of practice', () => {
  test('opens by itself', async () => {
    const page = await windowFor()
    await page.goto(APPLY)
    await page.getByText('You can apply from Friday, January 12, 2024, 12:00 AM CT.').waitFor()
    expect(await page.locator('main form').count()).toBe(0)
    await year.moveTo('2024-01-12T06:00:00Z')
    await page.reload()
    await page.getByRole('button', { name: 'Send application' }).waitFor()
  })

  test('takes applications, and says at once who is not eligible', async () => {
    for (const name of ['Ana', 'Ben', 'Cal'] as const) await apply(name, { topic: TOPICS[name] })
    await apply('Dee', { inWisconsin: false })
    await apply('Eli', { dates: 5 })
    await year.moveTo('2024-01-15T16:00:00Z')
    expect(['Ana', 'Ben', 'Cal'].map((name) => year.toldCount(name, 'application-received'))).toEqual([1, 1, 1])
    expect(year.told('Dee', 'application-ineligible')).toContain('Wisconsin public PreK-12')
    expect(year.told('Eli', 'application-ineligible')).toContain('5')
  })

  test('closes by itself at midnight; the page stays, and who was writing by then has a little longer', async () => {
    await year.moveTo('2024-01-27T05:59:59.999Z')
    const [late, begun] = [await fillIn('Fay'), await fillIn('Gus', { topic: TOPICS.Gus })]
    await begun.getByRole('button', { name: 'Save and send me the link' }).click()
    await begun.getByRole('heading', { name: 'Your application is kept', level: 1 }).waitFor()
    await year.moveTo('2024-01-27T06:00:00Z')
    await send(late)
    await late.getByRole('heading', { name: 'Applications are closed', level: 1 }).waitFor()
    await late.getByText('Our rules, so that they are fair.').waitFor()
    await begun.goto(year.linkIn(year.told('Gus', 'application-begun')))
    await send(begun)
    await begun.getByText('Your application was sent.').waitFor()
    const applied = year.rows("SELECT name FROM applications WHERE status = 'submitted' ORDER BY name")
    expect(applied.map(({ name }) => name)).toEqual(['Ana', 'Ben', 'Cal', 'Gus'])
  })

  test('is scored by somebody who cannot tell who wrote what', async () => {
    const page = await windowFor('reviewer')
    for (let left = 4; left > 0; left -= 1) {
      await page.goto(paths.reviews)
      const free = page.getByRole('button', { name: /^Take it/ })
      expect(await free.count()).toBe(left)
      await free.first().click()
      await page.getByRole('heading', { name: 'Answers' }).waitFor()
      const text = await page.locator('main').textContent()
      expect(text).not.toMatch(/Ana|Ben|Cal|Gus|School District|@example\.org/)
      const [topic] = Object.values(TOPICS).filter((topic) => text!.includes(`Our ${topic}`))
      for (const points of await page.getByRole('spinbutton', { name: /^Points/ }).all())
        await points.fill(POINTS[topic as keyof typeof POINTS])
      await page.getByRole('button', { name: 'Finish' }).click()
      await page.getByText('Finished. The lead looks at it').waitFor()
    }
    await year.moveTo('2024-01-29T15:00:00Z')
  })

  test('tells everybody at once: two places, the others in line', async () => {
    const page = await windowFor('registrar')
    await page.goto(paths.selections)
    await page.getByRole('link', { name: community.name }).click()
    const ranks = await page
      .getByRole('table')
      .first()
      .getByRole('row')
      .filter({ hasText: /Ana|Ben|Cal|Gus/ })
      .allTextContents()
    expect(ranks.map((row) => /Ana|Ben|Cal|Gus/.exec(row)![0])).toEqual(['Ana', 'Ben', 'Cal', 'Gus'])
    await page.getByRole('link', { name: 'Release decisions' }).click()
    expect(year.rows("SELECT id FROM messages WHERE kind LIKE 'place-%'")).toEqual([])
    await page.getByRole('button', { name: /^Release and send/ }).click()
    await page.getByText('The decisions are released.').waitFor()
    await year.moveTo('2024-01-29T15:05:00Z')
    const offered = ['Ana', 'Ben', 'Cal'].map((name) => year.toldCount(name, 'place-offered'))
    expect([offered, year.toldCount('Cal', 'place-waiting')]).toEqual([[1, 1, 0], 1])
  })

  test('gives a declined place to the next in line by itself, and takes part who accepts', async () => {
    const ben = await windowFor()
    await ben.goto(year.linkIn(year.told('Ben', 'place-offered')))
    await ben.getByLabel('If you decline: why?').fill('I change schools.')
    await ben.getByRole('button', { name: 'Decline it' }).click()
    await ben.getByText('You declined the place.').waitFor()
    await year.moveTo('2024-01-29T16:00:00Z')
    for (const name of ['Ana', 'Cal']) {
      const page = await windowFor()
      await page.goto(year.linkIn(year.told(name, 'place-offered')))
      await page.getByText('6 of 8', { exact: false }).first().waitFor()
      await page.getByRole('button', { name: 'Accept this place' }).click()
      await page.getByText('You accepted the place.').waitFor()
    }
    await year.moveTo('2024-01-30T16:00:00Z')
    expect(['Ana', 'Cal'].map((name) => year.registration(session, name)['status'])).toEqual(['confirmed', 'confirmed'])
    expect(year.told('Ana', 'enrolled')).toContain('Thursday, March 14, 2024, 8:30–11:30 AM CT')
  })

  test('says at the second miss that none is left, and on the day of the third that it is impossible', async () => {
    const [ana, cal] = ['Ana', 'Cal'].map((name) => String(year.registration(session, name)['id']))
    const hold = async (day: string, present: string[]) => {
      await year.moveTo(`${day}T15:00:00Z`)
      const door = paths.door(session, day)
      for (const r of present) await year.desk(door, { r, do: 'present' })
      await year.moveTo(`${day}T18:00:00Z`)
      await year.desk(door, { do: 'close' })
      await year.moveTo(`${day}T18:05:00Z`)
    }
    const told = () => ['last-miss', 'minimum-missed'].map((kind) => year.toldCount('Ana', kind))
    await hold(THURSDAYS[0]!, [cal!])
    expect(told()).toEqual([0, 0])
    await hold(THURSDAYS[1]!, [cal!])
    expect(told()).toEqual([1, 0])
    const page = await windowFor()
    await page.goto(year.linkIn(year.told('Ana', 'last-miss')))
    await page.getByText('You cannot miss another one.').waitFor()
    await hold(THURSDAYS[2]!, [ana!, cal!])
    await hold(THURSDAYS[3]!, [cal!])
    expect(told()).toEqual([1, 1])
    await page.reload()
    await page.getByText('The minimum cannot be met any more.').first().waitFor()
    const desk = await windowFor('registrar')
    await desk.goto(paths.roster(session))
    await desk.getByText('The minimum cannot be met any more').first().waitFor()
    expect(year.toldCount('Cal', 'minimum-missed')).toBe(0)
  })
})
