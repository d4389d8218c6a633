import { expect, test } from 'vitest'
import { minnesotaHolidays } from '#collections/holidays/minnesota.ts'
import { paths } from '#collections/kernel/paths.ts'
import { policyDeadline } from '#collections/policies/deadline.ts'
import { formatDay, formatInstant } from '#collections/values/day.ts'
import { formatMoney } from '#collections/values/money.ts'
import { courses } from '#seed/content/courses/courses.ts'
import { sessionOn } from '#seed/content/dates.ts'
import { policies } from '#seed/content/policies.ts'
import { sessionPlans } from '#seed/content/sessions.ts'
import { isHoliday } from '#seed/index.ts'
import { aPage, PHONE } from '../support/browser.ts'

const ZONE = 'America/Chicago'
const today = Temporal.Now.plainDateISO(ZONE)
const course = courses.find(({ slug }) => slug === 'equity-walkthroughs')!
const [day] = sessionOn(
  sessionPlans.find((plan) => plan.course === course.slug)!,
  today,
  isHoliday,
).days
const cancellation = policies.find(({ kind }) => kind === 'cancellation')!
const holidays = [0, 1].flatMap((years) => minnesotaHolidays(today.year + years))
const { instant: freeUntil } = policyDeadline(day!.date, cancellation.deadline!, holidays, ZONE, day!.startTime)

test('a teacher on a phone without JavaScript finds a course, what comes before it, and what canceling costs', async () => {
  const page = await aPage({ width: PHONE, javaScript: false })
  const link = (name: string | RegExp) => page.locator('main').getByRole('link', { name })
  const read = (selector: string) => page.locator(selector).innerText()

  // Finds a course by what she looks for: a strategy, with seats left.
  await page.goto(paths.home)
  await link('Find a course').click()
  await page.getByText('Narrow the list').click()
  await link(/^Student Voice/).click()
  await page.getByText('Narrow the list').click()
  await link(/^Open for registration/).click()
  expect(new URL(page.url()).search).toBe('?strategy=student-voice&open=1')
  await link(course.title).click()
  await page.waitForURL(`**${paths.course(course.slug)}`)

  // Reads until when canceling is free, in the zone of the session.
  const facts = page.locator('dl > div', { hasText: 'Free to cancel until' })
  expect(await facts.innerText()).toContain(formatInstant(freeUntil, ZONE))
  expect(await facts.innerText()).toContain(`${formatMoney(cancellation.feePerDay!)} a day`)

  // Follows what comes before it on the map, to a course she can start with.
  await link('See it on the map of pathways').click()
  await page.waitForURL(`**${paths.pathwaysOf(course.slug)}`)
  await page.getByRole('heading', { name: course.title }).waitFor()
  const before = page.locator('section.way .before')
  expect(await before.innerText()).toContain('any one of these')
  await before.getByRole('link', { name: 'Racial Discourse Foundations' }).click()
  expect(await read('section.way .before')).toContain('Nothing comes first')
  await link('See dates, places and prices').click()
  await page.waitForURL(`**${paths.course('racial-discourse-foundations')}`)

  // Asks the cancellation policy about a day of her own; what she mistypes stays in the field, with a message beside it.
  await link('The cancellation policy').click()
  const [days, start] = [page.getByLabel('Days you would miss'), page.getByLabel('First day of the session')]
  await start.fill(day!.date)
  await days.fill('a few')
  await page.getByRole('button', { name: 'Work it out' }).click()
  expect(await days.inputValue()).toBe('a few')
  expect(await start.inputValue()).toBe(day!.date)
  expect(await read('#days-error')).toBe('Type a whole number of days from 1 to 30.')
  expect(await days.getAttribute('aria-describedby')).toContain('days-error')
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').getAttribute('id')).toBe('day')
  await days.fill('2')
  await page.getByRole('button', { name: 'Work it out' }).click()
  const answer = await read('[aria-labelledby=calculator]')
  expect(answer).toContain(formatDay(day!.date, 'en'))
  expect(answer).toContain(formatInstant(freeUntil, ZONE))
  expect(answer).toContain(formatMoney(2 * cancellation.feePerDay!))
})

test('a day that cannot be read stays as it was typed', async () => {
  const page = await aPage({ width: PHONE, javaScript: false })
  await page.goto(`${paths.policy(cancellation.slug)}?day=31.2.2027&days=1`)
  const start = page.getByLabel('First day of the session')
  expect(await start.inputValue()).toBe('31.2.2027')
  expect(await page.locator('#day-error').innerText()).toMatch(/^This is not a day we can read/)
  expect(await page.locator('title').innerText()).toMatch(/^Please check: /)
})

test('someone who mistypes finds the course all the same, and someone who finds nothing is told what to loosen', async () => {
  const page = await aPage({ width: PHONE, javaScript: false })
  await page.goto(paths.search)
  await page.getByLabel('What are you looking for?').fill('equtiy walktroughs')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link', { name: course.title }).waitFor()

  await page.goto(`${paths.courses}?q=walkthroughs&format=online`)
  await page.getByRole('link', { name: 'Without Online' }).click()
  await page.locator('main').getByRole('link', { name: course.title }).waitFor()
})
