import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { paths } from '#collections/kernel/paths.ts'
import { launchBrowser, signInToPanel, windowOf } from '../support/browser.ts'
import { startServer } from '../support/server.ts'

// `npm run pictures`: photographs the running product with its demo content, for the README.

const FOLDER = fileURLToPath(new URL('pictures/', import.meta.url))
const COURSE = 'equity-walkthroughs'
const REGISTERED = 'your-own-story-first'
const PROGRAM = 'school-climate-data-use'
const CREDENTIAL = 'purposeful-collaboration'
const WRITTEN =
  'Families of three schools share one bus line and have never shared a table. Staff meet in their own buildings, and each school wrote its rules on lateness alone. I want one meeting a month at which families, drivers and teachers look at who is marked late and why, so that the rules come from all of them.'
const MOST_BYTES = 90_000

/** As small a file as shows every letter; coarser where it would grow too large. */
const keep = async (name: string, photograph: Buffer, quality = 72): Promise<void> => {
  const picture = await sharp(photograph).webp({ quality, effort: 6, smartSubsample: true }).toBuffer()
  if (picture.length > MOST_BYTES && quality > 40) return keep(name, photograph, quality - 6)
  writeFileSync(`${FOLDER}${name}.webp`, picture)
  console.log(`${name.padEnd(14)} ${(picture.length / 1000).toFixed(0)} kB`)
}

type Shot = { name: string; width: number; height: number; open: (page: Page) => Promise<unknown> }

// Fonts are used only where they come in time, so every page is opened twice: the second time they are there.
const at = (path: string) => async (page: Page) => {
  await page.goto(path)
  await page.reload()
}

/** What the REST API answers the page itself, signed in as it is. */
const json = <Answer>(page: Page, path: string): Promise<Answer> =>
  page.evaluate(async (address) => (await fetch(address)).json() as Promise<Answer>, path)

/** The first document a question finds. */
const found = async <Doc>(page: Page, path: string): Promise<Doc> => {
  const { docs } = await json<{ docs: Doc[] }>(page, path)
  return docs[0]!
}

/** The form of a course, with the page the public will see beside it. */
const atWork = async (page: Page): Promise<void> => {
  await at(paths.course(COURSE))(page)
  await signInToPanel(page)
  const { id } = await found<{ id: string }>(page, `/api/courses?depth=0&where[slug][equals]=${COURSE}`)
  await page.goto(`/admin/collections/courses/${id}`)
  await page.locator('#live-preview-toggler').click()
  const preview = page.frameLocator('iframe')
  await preview.getByRole('heading', { level: 1 }).waitFor()
  await preview.locator('footer.foot').waitFor()
  await page.locator('[data-lexical-editor]').waitFor()
}

/** The registration form of the course's next session. */
const registering = async (page: Page): Promise<void> => {
  await at(paths.course(REGISTERED))(page)
  await page.locator('a[href*="/register?session="]').first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.reload()
}

const signedIn = (open: (page: Page) => Promise<string>) => async (page: Page) => {
  await signInToPanel(page)
  await at(await open(page))(page)
}

/** The session that takes place on the day of seeding, or the next working day. */
const todaysSession = (page: Page) =>
  found<{ session: string }>(
    page,
    '/api/registrations?depth=0&limit=1&where[name][equals]=Beatriz%20Okonjo&sort=createdAt',
  )

/** Work for a micro-credential that somebody has begun. */
const begun = async (page: Page): Promise<string> => {
  await page.goto(paths.submitWork(CREDENTIAL))
  await page.getByLabel('Your name').fill('Jordan Example')
  await page.getByLabel('Your e-mail address').fill('jordan@example.org')
  await page.getByLabel('Where you work').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Send me the link to my work' }).click()
  const told = async (): Promise<string> => {
    const message = await found<{ text: string } | undefined>(
      page,
      '/api/messages?depth=0&where[kind][equals]=work-begun',
    )
    if (message) return message.text
    await page.waitForTimeout(100)
    return told()
  }
  const link = /\/submissions\/\S+/.exec(await told())![0]
  await page.goto(link)
  await page.locator('[name="text-1-1"]').fill(WRITTEN)
  return link
}

const SHOTS: Shot[] = [
  { name: 'home', width: 1280, height: 860, open: at(paths.home) },
  { name: 'framework', width: 1280, height: 900, open: at(paths.framework) },
  { name: 'course', width: 1280, height: 1000, open: at(paths.course(COURSE)) },
  { name: 'courses-phone', width: 390, height: 844, open: at(paths.courses) },
  { name: 'panel', width: 1440, height: 900, open: atWork },
  { name: 'register-phone', width: 390, height: 844, open: registering },
  { name: 'desk', width: 1280, height: 860, open: signedIn(async () => paths.desk) },
  { name: 'cases', width: 1280, height: 860, open: signedIn(async () => paths.cases) },
  {
    name: 'door-phone',
    width: 390,
    height: 844,
    open: signedIn(async (page) => {
      const { session } = await todaysSession(page)
      const { days } = await json<{ days: { date: string }[] }>(page, `/api/sessions/${session}?depth=0`)
      return paths.door(session, days[0]!.date)
    }),
  },
  { name: 'apply-phone', width: 390, height: 844, open: at(paths.apply(PROGRAM)) },
  {
    name: 'ranking',
    width: 1280,
    height: 860,
    open: async (page) => {
      await signedIn(async () =>
        paths.selection((await found<{ call: string }>(page, '/api/applications?depth=0&limit=1')).call),
      )(page)
      await page.getByRole('heading', { name: /^Ranking/ }).evaluate((heading) => heading.scrollIntoView())
    },
  },
  {
    name: 'work',
    width: 1280,
    height: 860,
    open: async (page) => {
      await signInToPanel(page)
      const link = await begun(page)
      await page.locator('[id="item-1-1"]').scrollIntoViewIfNeeded()
      await page.getByText(/^All saved/).waitFor()
      await page.goto(link)
      await page.locator('[id="item-1-1"]').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'award',
    width: 1280,
    height: 860,
    open: signedIn(async (page) =>
      paths.verify((await found<{ code: string }>(page, '/api/awards?depth=0&limit=1')).code),
    ),
  },
  {
    name: 'statement',
    width: 1280,
    height: 860,
    open: signedIn(async (page) =>
      paths.statement((await found<{ number: string }>(page, '/api/invoices?depth=0&limit=1&sort=number')).number),
    ),
  },
]

const shoot = async (browser: Browser, site: string, { name, width, height, open }: Shot): Promise<void> => {
  const context = await browser.newContext({ ...windowOf({ width, height }), baseURL: site })
  const page = await context.newPage()
  await open(page)
  await keep(name, await page.screenshot({ animations: 'disabled' }))
  await context.close()
}

mkdirSync(FOLDER, { recursive: true })
const [server, browser] = await Promise.all([startServer(), launchBrowser()])
for (const shot of SHOTS) await shoot(browser, server.base, shot)
await browser.close()
await server.stop()
