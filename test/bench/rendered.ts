import { paths } from '#collections/kernel/paths.ts'
import { startServer } from '../support/server.ts'
import type { Section } from './bed.ts'
import { cpuSeconds, median, quiet } from './measure.ts'

// What it costs to render a page. A query goes past the pages that are kept, as it does for everybody; what is worked out of the
// catalog once for all pages is there already, as it is for all but the first page after something was published.

const [ROUNDS, PAGES] = [3, 200]

/** Each page is asked for by an address nobody asked for before. */
let asked = 0
const page = async (base: string, path: string): Promise<void> => {
  asked += 1
  const response = await fetch(`${base}${path}?n=${asked}`, { headers: { 'Accept-Encoding': 'identity' } })
  const html = await response.text()
  if (!response.ok || !html.includes('</html>')) throw new Error(`${path} answered ${response.status}`)
}

const anew = async (base: string, path: string, times: number): Promise<void> => {
  for (let n = 0; n < times; n += 1) await page(base, path)
}

export const rendered: Section = async ({ say, folder }) => {
  const server = await startServer({ DATA_DIR: await folder(), PANEL: 'off' })
  const pages = [
    ['A course page rendered anew: processor time', '/courses/racial-discourse-foundations', 4],
    ['Home', '/', 4],
    ['The list of 27 courses', paths.courses, 5],
  ] as const
  await quiet(server.pid)
  for (const [what, path, most] of pages) {
    // Long enough that what runs often has been compiled.
    await anew(server.base, path, PAGES)
    const costs: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = cpuSeconds(server.pid)
      await anew(server.base, path, PAGES)
      costs.push(((cpuSeconds(server.pid) - before) / PAGES) * 1000)
    }
    say(what, median(costs), 'ms', { atMost: most })
  }
  await server.stop()
}
