import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { aPage } from '../support/browser.ts'

type Stop = { name: string; href: string | null; isSeen: boolean; isMarked: boolean; card: string | null }

/** What the keyboard stands on: whether one sees it, and whether its focus shows. */
const stopAt = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return null
    const look = () =>
      [at, ...at.querySelectorAll('circle, path')]
        .map((one) => getComputedStyle(one))
        .map(({ outlineStyle, outlineWidth, stroke, strokeWidth }) =>
          [outlineStyle, outlineStyle === 'none' || outlineWidth, stroke, strokeWidth].join(),
        )
        .join(';')
    const boxes = [at, ...at.querySelectorAll('circle, rect, path')].flatMap((one) => [...one.getClientRects()])
    const { left, top, right, bottom } = boxes.find(({ width, height }) => width > 1 && height > 1) ?? new DOMRect()
    const isWithin = (from: number, to: number, end: number) => Math.min(to, end) - Math.max(from, 0) >= 8
    const isSeen = isWithin(left, right, innerWidth) && isWithin(top, bottom, innerHeight)
    const cardOf = () => {
      const card = at.querySelector('foreignObject p')
      const box = card?.getBoundingClientRect()
      const isWhole = box && box.top >= 0 && box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight
      return isWhole ? (card as HTMLElement).innerText : null
    }
    const [focused, card] = [look(), cardOf()]
    ;(at as HTMLElement).blur()
    const isMarked = look() !== focused
    return {
      name: (
        at.getAttribute('aria-label') ??
        (at as HTMLInputElement).labels?.[0]?.textContent ??
        at.textContent ??
        ''
      ).trim(),
      href: at.getAttribute('href'),
      isSeen,
      isMarked,
      card,
    }
  })

/** Every stop of the tab key, from the top of the page until it leaves it. */
export const stopsOf = async (page: Page): Promise<Stop[]> => {
  const stops: Stop[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await stopAt(page)
    if (!stop) return stops
    stops.push(stop)
  }
}

/** At every stop the keyboard makes on a page, one sees where it is. */
export const showsEveryStop = async (path: string, width: number): Promise<void> => {
  const page = await aPage({ width })
  await page.goto(path)
  const stops = await stopsOf(page)
  expect(stops.length).toBeGreaterThan(9)
  // A date is a field of several stops, whose parts the browser marks itself.
  const fields = stops.filter(({ name }, at) => at === 0 || name !== stops[at - 1]!.name)
  expect(fields.filter(({ name, isSeen, isMarked }) => !name || !isSeen || !isMarked)).toEqual([])
}
