/** A paragraph copied from a word processor. `level` from 1; undefined: no item of a list, and `html` is all of it. */
export type Pasted = { html: string; level?: number; isOrdered?: boolean }

/** What stands in front of an item that is counted: “1.”, “a)”, “(iv)”. Anything else is a bullet. */
export const isCounted = (marker: string): boolean =>
  /^\(?([0-9]{1,3}|[a-z]|[ivxlcdm]{1,6})[.)]\s*$/i.test(marker.trim())

type Open = { level: number; tag: 'ol' | 'ul' }

/** Items that follow each other as lists, deeper ones inside of the item above them. */
export const listsFrom = (paragraphs: readonly Pasted[]): string => {
  const open: Open[] = []
  let html = ''
  const close = () => {
    html += `</li></${open.pop()!.tag}>`
  }
  for (const { html: inside, level, isOrdered } of paragraphs) {
    // Whatever is no item ends all lists, deeper ones end with a shallower item.
    while (open.length > 0 && open.at(-1)!.level > (level ?? 0)) close()
    if (level === undefined) {
      html += inside
      continue
    }
    const tag = isOrdered ? 'ol' : 'ul'
    const last = open.at(-1)
    if (last && last.level === level && last.tag !== tag) close()
    const here = open.at(-1)
    if (here?.level === level) html += `</li><li>${inside}`
    else {
      open.push({ level, tag })
      html += `<${tag}><li>${inside}`
    }
  }
  while (open.length > 0) close()
  return html
}
