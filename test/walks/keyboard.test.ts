import { describe, expect, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { courses } from '#seed/content/courses/courses.ts'
import { sessionPlans } from '#seed/content/sessions.ts'
import { aPage, DESK, PHONE } from '../support/browser.ts'
import { MAIN, plainCourse } from '../browser/pages.ts'
import { showsEveryStop, stopsOf } from '../browser/stops.ts'

describe.each(MAIN)('$name', ({ path }) => {
  test('shows where the keyboard is, at every stop', () => showsEveryStop(path, DESK))

  test('lets the keyboard skip to the content', async () => {
    const page = await aPage()
    await page.goto(path)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => Boolean(document.activeElement?.closest('main')))).toBe(true)
  })
})

test('the chart shows a card at each course, whole in the window, and Enter leads there', async () => {
  const page = await aPage()
  await page.goto(paths.framework)
  const stops = await stopsOf(page)
  const cards = stops.filter(({ href, card }) => card !== null && href)
  expect(cards.map(({ href }) => href).toSorted()).toEqual(courses.map(({ slug }) => paths.course(slug)).toSorted())
  for (const { slug, title, prerequisites } of courses) {
    const card = cards.find(({ href }) => href === paths.course(slug))!.card!
    expect(card).toContain(title)
    expect(card).toMatch(sessionPlans.some(({ course }) => course === slug) ? /Next date: .+\d/ : /No date yet/)
    const first = courses.find((one) => one.slug === prerequisites[0]?.courses[0])
    expect(card).toContain(first ? first.title : 'Nothing comes first')
  }

  const link = page.locator(`svg.chart a[href="${paths.course(plainCourse.slug)}"]`)
  await link.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${paths.course(plainCourse.slug)}`)
})

test('on a phone the menu opens, leads on and closes', async () => {
  const page = await aPage({ width: PHONE, javaScript: false })
  await page.goto(paths.home)
  const open = page.getByRole('button', { name: 'Menu', exact: true })
  const framework = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Framework' })
  await open.focus()
  await page.keyboard.press('Enter')
  await framework.waitFor()
  await page.keyboard.press('Escape')
  await framework.waitFor({ state: 'hidden' })
  await page.keyboard.press('Enter')
  await framework.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${paths.framework}`)
})

test('on a phone the filters open, narrow the list and let go again', async () => {
  const page = await aPage({ width: PHONE, javaScript: false })
  await page.goto(paths.courses)
  const filters = page.locator('#filters summary')
  const online = page.getByRole('navigation', { name: 'Narrow the list' }).getByRole('link', { name: /^Online/ })
  expect(await online.isVisible()).toBe(false)
  await filters.focus()
  await page.keyboard.press('Enter')
  await online.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/courses?format=online')
  const found = courses.filter(({ format }) => format === 'online').length
  await page.getByRole('heading', { name: `${found} of ${courses.length} courses` }).waitFor()
  await page.getByRole('link', { name: 'Remove Online' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/courses$/)
})

test('past dates of a course open', async () => {
  const page = await aPage({ javaScript: false })
  const plan = sessionPlans.find(({ course, days }) => course && (days[0]?.offset ?? 0) < -7)!
  await page.goto(paths.course(plan.course!))
  const past = page.locator('details li')
  expect(await past.isVisible()).toBe(false)
  await page.locator('summary').focus()
  await page.keyboard.press('Space')
  await past.waitFor()
})
