import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { courses } from '#seed/content/courses/courses.ts'
import { policies } from '#seed/content/policies.ts'
import { sessionPlans } from '#seed/content/sessions.ts'
import { aPage } from '../support/browser.ts'
import { plainCourse } from './pages.ts'

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

/** A page as it goes to a printer. */
const printed = async (path: string): Promise<Page> => {
  const page = await aPage()
  await page.goto(path)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  return page
}

const navigation = (page: Page) => page.locator('header.top, nav, footer.foot, form, .button')

const ahead = (slug: string) => sessionPlans.filter((plan) => plan.course === slug && (plan.days[0]?.offset ?? -1) >= 0)
const flyers = courses.filter(({ slug }) => ahead(slug).length <= 2)
const most = (measure: (course: (typeof courses)[number]) => number) =>
  flyers.toSorted((a, b) => measure(b) - measure(a))[0]!

test.each([
  ['the longest title', most(({ title }) => title.length)],
  ['the longest story', most(({ story }) => story.length)],
  ['the most days', most(({ slug }) => ahead(slug).flatMap(({ days }) => days).length)],
  ['the most that comes before', most(({ prerequisites }) => prerequisites.flatMap(({ courses }) => courses).length)],
  ['nothing unusual', plainCourse],
])('the course with %s fits on one sheet', async (_, { slug }) => {
  const page = await printed(paths.course(slug))
  for (const format of ['Letter', 'A4']) expect(pagesOf(await page.pdf({ format }))).toBe(1)
})

test.each([
  ['course', paths.course(flyers[0]!.slug)],
  ['policy', paths.policy(policies[0]!.slug)],
])('a %s prints dark on white, without navigation', async (_, path) => {
  const page = await printed(path)
  for (const one of await navigation(page).all()) expect(await one.isVisible()).toBe(false)
  expect(await page.locator('h1').isVisible()).toBe(true)
  const colors = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement)
    return { color, backgroundColor }
  })
  expect(colors).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' })
})

test('a policy prints its exact rule and a worked example', async () => {
  const page = await printed(paths.policy(policies[0]!.slug))
  const text = await page.locator('main').innerText()
  for (const heading of ['The exact rule', 'A worked example']) expect(text).toContain(heading)
})
