import type { Page } from 'playwright-core'

/** Everything a page did to move under the reader since it was opened; 0 means that nothing moved. */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        const add = (entries: PerformanceEntryList) => {
          for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value
        }
        const observer = new PerformanceObserver((list) => add(list.getEntries()))
        observer.observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            add(observer.takeRecords())
            resolve(sum)
          }),
        )
      }),
  )

/** Pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/**
 * Pieces of text one cannot read: they stand outside the window, are cut off by a box, or lie on one another. Text of
 * drawings and text meant for screen readers only is left out; a box that scrolls cuts nothing off.
 */
export const unreadableText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    type Piece = { element: Element; text: string; box: DOMRect }

    const isForEyes = (element: Element): boolean => {
      if (element.closest('svg, option, noscript, script, style')) return false
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
      for (let one: Element | null = element; one; one = one.parentElement)
        if (getComputedStyle(one).clipPath !== 'none') return false
      return true
    }

    const pieces: Piece[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim()
      const element = walker.currentNode.parentElement
      if (!text || !element || !isForEyes(element)) continue
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      for (const box of range.getClientRects()) if (box.width > 1) pieces.push({ element, text, box })
    }

    const found: string[] = []
    const say = (what: string, { text }: Piece) => found.push(`${what}: ${text.slice(0, 60)}`)

    // What each box does with text that does not fit, worked out once.
    type Box = { edge: DOMRect; scrolls: boolean; cutsX: boolean; cutsY: boolean } | null
    const boxes = new Map<Element, Box>()
    const boxOf = (element: Element): Box => {
      const { overflowX, overflowY, display } = getComputedStyle(element)
      if (display === 'inline' || overflowX + overflowY === 'visiblevisible') return null
      const scrolls = /auto|scroll/.test(overflowX + overflowY)
      const [cutsX, cutsY] = [overflowX, overflowY].map((one) => /hidden|clip/.test(one)) as [boolean, boolean]
      return { edge: element.getBoundingClientRect(), scrolls, cutsX, cutsY }
    }
    const boxesAround = function* (element: Element) {
      for (let one: Element | null = element; one && one !== document.documentElement; one = one.parentElement) {
        if (!boxes.has(one)) boxes.set(one, boxOf(one))
        const box = boxes.get(one)
        if (box) yield box
      }
    }
    for (const piece of pieces) {
      let isScrolled = false
      const { left, right, top, bottom } = piece.box
      for (const { edge, scrolls, cutsX, cutsY } of boxesAround(piece.element)) {
        if (scrolls) isScrolled = true
        if (isScrolled) break
        const isCut =
          (cutsX && (left < edge.left - 1 || right > edge.right + 1)) ||
          (cutsY && (top < edge.top - 4 || bottom > edge.bottom + 4))
        if (isCut) say('cut off', piece)
      }
      if (!isScrolled && (left < -1 || right > innerWidth + 1)) say('outside', piece)
    }

    // Lines may be set closer than letters are tall, so only the middle of each counts.
    const middle = ({ top, bottom, left, right }: DOMRect) => {
      const trim = (bottom - top) * 0.3
      return { top: top + trim, bottom: bottom - trim, left: left + 1, right: right - 1 }
    }
    const sorted = pieces
      .map((piece) => ({ ...piece, core: middle(piece.box) }))
      .toSorted((a, b) => a.core.top - b.core.top)
    for (const [at, one] of sorted.entries())
      for (let other = at + 1; other < sorted.length && sorted[other]!.core.top < one.core.bottom; other++) {
        const { core } = sorted[other]!
        if (core.left < one.core.right && core.right > one.core.left)
          say(`on “${one.text.slice(0, 30)}”`, sorted[other]!)
      }
    return [...new Set(found)]
  })
