import { rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#collections/access/index.ts'
import { paths } from '#collections/kernel/paths.ts'
import { aCircle, aCourse, aDay, aSession, aStaffMember, aStrategy, PASSWORD } from '../support/builders.ts'
import { aPage } from '../support/browser.ts'
import { signIn } from '../support/http.ts'
import { startServer, type Server } from '../support/server.ts'
import { fillAndSave } from '../browser/panel.ts'
import { restAs, type Rest } from '../browser/rest.ts'

const SLUG = 'listening-at-the-bus-stop'
const [OLD, NEW] = ['Listening at the Wuffle Stop', 'Listening at the Zanderling Stop']

/** The panel's own frame for the preview has the rights of the site it shows; Chromium remarks on it. */
const PREVIEW_FRAME = /allow-scripts and allow-same-origin/
/** A save that is refused is an answer of 400, and Chromium writes that on the console. */
const REFUSED = /400/

let server: Server
let rest: Rest
let course: string
/** The course that asks for it first. */
let following: string
const tokens: Partial<Record<Role, string>> = {}

const inDays = (days: number): string => Temporal.Now.plainDateISO('America/Chicago').add({ days }).toString()

const WORKING = ['communications', 'registrar', 'reviewer'] as const
const emailOf = (role: Role) => `${role}@example.org`

// A server of its own, because what is published here would stand on the pages other tests look at.
beforeAll(async () => {
  server = await startServer({ SEED: 'none' })
  rest = await restAs(server.base)
  for (const role of WORKING) {
    await rest.create('users', aStaffMember(role, { email: emailOf(role) }))
    tokens[role] = await signIn(server.base, emailOf(role), PASSWORD)
  }
  const circle = await rest.create('circles', aCircle({ slug: 'hearing' }))
  const strategy = await rest.create('strategies', aStrategy({ slug: 'voices' }))
  const shared = { circles: [circle], strategies: [strategy] }
  course = await rest.create('courses', aCourse({ ...shared, title: OLD, slug: SLUG }))
  const first = [{ kind: 'all' as const, courses: [course] }]
  following = await rest.create('courses', aCourse({ ...shared, slug: 'after-the-stop', prerequisites: first }))
  await rest.create('sessions', aSession({ course, days: [{ ...aDay, date: inDays(1) }] }))
})

afterAll(async () => {
  await server.stop()
  rmSync(server.dataDir, { recursive: true, force: true })
})

/** Every public surface a course's title stands on. */
const SURFACES: [string, () => string][] = [
  ['its page', () => paths.course(SLUG)],
  ['its page, asked for a preview', () => `${paths.course(SLUG)}?preview=1`],
  ['its calendar', () => paths.courseCalendar(SLUG)],
  ['home', () => paths.home],
  ['the list of courses', () => paths.courses],
  ['the list of courses, searched', () => `${paths.courses}?q=stop`],
  ['the framework chart', () => paths.framework],
  ['its circle', () => paths.circle('hearing')],
  ['the pathways', () => paths.pathways],
  ['the pathways to it', () => paths.pathwaysOf(SLUG)],
  ['the course after it', () => paths.course('after-the-stop')],
  ['its strategy', () => paths.strategy('voices')],
  ['search', () => paths.searchFor('listening stop')],
  ['the calendar', () => paths.calendar],
  ['the feed', () => paths.feed],
  ['REST, the course', () => `/api/courses/${course}`],
  ['REST, courses', () => `/api/courses?where[slug][equals]=${SLUG}`],
  ['REST, sessions', () => `/api/sessions?where[course][equals]=${course}&depth=2`],
]

/** Ways to ask for a draft. What they say of the published course is no matter here, as long as it is not the draft. */
const ASKED: [string, () => string][] = [
  ['REST, the course, asked for the draft', () => `/api/courses/${course}?draft=true`],
  ['REST, courses, asked for drafts', () => `/api/courses?where[slug][equals]=${SLUG}&draft=true`],
  ['REST, sessions, asked for drafts', () => `/api/sessions?where[course][equals]=${course}&depth=2&draft=true`],
  ['REST, all versions', () => '/api/courses/versions?limit=100&sort=-updatedAt'],
]

const says = async (path: string, words: string): Promise<boolean> => {
  const text = await (await fetch(server.base + path)).text()
  // Calendars fold lines at 75 octets.
  return text.replaceAll(/\r\n /g, '').includes(words)
}

const whereItSays = async (words: string, surfaces = SURFACES): Promise<string[]> => {
  const found: string[] = []
  for (const [name, path] of surfaces) if (await says(path(), words)) found.push(name)
  return found
}

const everywhere = SURFACES.map(([name]) => name)

/** The form of a document, opened by a member of staff. */
const aForm = async (role: Role, collection: string, id: string, accepted?: RegExp): Promise<Page> => {
  const page = await aPage({ site: server.base, token: tokens[role]!, accepted })
  await page.goto(`/admin/collections/${collection}/${id}`)
  await page.locator('.document-fields').waitFor()
  return page
}

describe('a course', () => {
  test('stands everywhere before anyone edits it', async () => {
    expect(await whereItSays('Wuffle')).toEqual(everywhere)
  })

  test('edited: staff see the draft beside the form, nobody else sees it anywhere', async () => {
    const page = await aForm('communications', 'courses', course, PREVIEW_FRAME)
    await page.locator('#live-preview-toggler').click()
    const preview = page.frameLocator('iframe')
    await preview.getByRole('heading', { level: 1, name: OLD }).waitFor()

    await page.locator('#field-title').fill(NEW)
    await preview.getByRole('heading', { level: 1, name: NEW }).waitFor()
    await preview.getByText('You are looking at a draft.').waitFor()
    await page.getByText('Status: Changed').waitFor()
    expect(await whereItSays('Zanderling', [...SURFACES, ...ASKED])).toEqual([])
    expect(await whereItSays('Wuffle')).toEqual(everywhere)

    await page.locator('#action-save').click()
    await page.getByText('Status: Published').waitFor()
    expect(await whereItSays('Zanderling')).toEqual(everywhere)
    expect(await whereItSays('Wuffle')).toEqual([])
    expect(await says(paths.sitemap, paths.course(SLUG))).toBe(true)

    // As long as another asks for it first, it has to stay.
    await rest.update('courses', following, { prerequisites: [] })
    await page.locator('.doc-controls__popup .popup-button').click()
    await page.locator('#action-unpublish').click()
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText('Status: Draft').waitFor()
    expect(await whereItSays('Zanderling', [...SURFACES, ...ASKED])).toEqual([])
    expect(await says(paths.sitemap, paths.course(SLUG))).toBe(false)
    expect((await fetch(server.base + paths.course(SLUG))).status).toBe(404)
  })
})

describe('what a form refuses, it says beside the field', () => {
  test('days of a session out of order', async () => {
    const days = [3, 4].map((ahead) => ({ ...aDay, date: inDays(ahead) }))
    const session = await rest.create('sessions', aSession({ course, days }))
    const page = await aForm('communications', 'sessions', session, REFUSED)
    const second = page.locator('#field-days__1__date')
    await fillAndSave(page, second, inDays(2))
    const field = page.locator('.field-type.error', { has: second })
    await field.getByText('This day comes before the one above it. List the days in order.').waitFor()
    expect(await second.inputValue()).toBe(inDays(2))
    await page.clock.resume()
    await second.fill(inDays(4))
    await field.waitFor({ state: 'detached' })
  })

  test('a color of a circle that is too light', async () => {
    const draft = { ...aCircle({ name: 'Pale' }), _status: 'draft' }
    const page = await aForm('communications', 'circles', await rest.create('circles', draft), REFUSED)
    await fillAndSave(page, page.locator('#field-color'), '#f5d76e')
    const field = page.locator('.field-type.error', { has: page.locator('#field-color') })
    await field.getByText(/^Paper-white text on this color reaches a contrast of .+ and needs 4\.5:1/).waitFor()
  })
})

test.each(['registrar', 'reviewer'] as const)('a %s reads courses and cannot change them', async (role) => {
  const page = await aForm(role, 'courses', course)
  expect(await page.locator('#field-title').isDisabled()).toBe(true)
  expect(await page.locator('#action-save').count()).toBe(0)
})
