import { isCounted, listsFrom, type Pasted } from './officeLists.ts'

// What Word and its like put on the clipboard says by styles what other editors say by elements; here it is said by elements.

const isOffice = (html: string): boolean => /mso-list|ListContainerWrapper/i.test(html)

const levelIn = (style: string): number | undefined => {
  const level = /mso-list:\s*l\d+\s+level(\d)/i.exec(style)?.[1]
  return level === undefined ? undefined : Number(level)
}

/** Word: a paragraph that says of what list and level it is, with the marker in a span of its own. */
const wordItem = (element: Element): Pasted | undefined => {
  const level = levelIn(element.getAttribute('style') ?? '')
  if (level === undefined) return undefined
  const marker = element.querySelector('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]')
  const isOrdered = isCounted(marker?.textContent ?? '')
  marker?.remove()
  return { html: element.innerHTML.trim(), level, isOrdered }
}

/** Word on the web: a list for each item, which says its level itself. */
const webItems = (element: Element): Pasted[] =>
  [...element.querySelectorAll('li')].map((item) => ({
    html: [...item.querySelectorAll('p')].map((one) => one.innerHTML).join('<br>') || item.innerHTML,
    level: Number(item.getAttribute('data-aria-level') ?? 1),
    isOrdered: item.parentElement?.tagName === 'OL',
  }))

const toPasted = (element: Element): Pasted[] => {
  if (element.matches('.ListContainerWrapper')) return webItems(element)
  const isWrapper = element.matches('div') && element.querySelector('.ListContainerWrapper, [style*="mso-list" i]')
  if (isWrapper) return [...element.children].flatMap(toPasted)
  return [wordItem(element) ?? { html: element.outerHTML }]
}

/** The page has its own first heading: where a text brings one, all of its headings go one down. */
const lowerHeadings = (body: HTMLElement): void => {
  if (!body.querySelector('h1')) return
  for (const level of [3, 2, 1])
    for (const heading of body.querySelectorAll(`h${level}`)) {
      const lower = body.ownerDocument.createElement(`h${level + 1}`)
      lower.innerHTML = heading.innerHTML
      heading.replaceWith(lower)
    }
}

/** Copied HTML as the editor understands it; undefined where it does by itself. */
export const readable = (html: string): string | undefined => {
  const hasHeading = /<h1[\s>]/i.test(html)
  if (!isOffice(html) && !hasHeading) return undefined
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  lowerHeadings(body)
  return isOffice(html) ? listsFrom([...body.children].flatMap(toPasted)) : body.innerHTML
}
