import { launch } from '../support/server.ts'
import type { Section } from './bed.ts'
import { withCourses } from './copies.ts'
import { cpuSeconds, median, quiet, residentMegabytes } from './measure.ts'

// What pages cost in catalogs of growing size: rendered, not from memory.

const SIZES = [10, 1000, 10_000]
const LARGE = 100_000
const [WARM, PAGES, ROUNDS] = [20, 20, 3]
const COURSE = '/courses/racial-discourse-foundations'

/** The largest share of growth from the smallest catalog to the largest. */
const KINDS = [
  { name: 'a course page', path: (n: number) => `${COURSE}?n=${n}`, most: 2 },
  { name: 'search', path: (n: number) => `/search?q=${n % 2 ? 'restorative' : 'circles'}&n=${n}`, most: 2 },
  { name: 'the list', path: (n: number) => `/courses?n=${n}`, most: 3 },
] as const

type Costs = Record<(typeof KINDS)[number]['name'], number>

let asked = 0
const ask = async (base: string, path: (n: number) => string): Promise<void> => {
  asked += 1
  const response = await fetch(base + path(asked))
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${path(asked)} answered ${response.status}`)
}

export const catalog: Section = async ({ say, folder, isLarge }) => {
  const sizes = isLarge ? [...SIZES, LARGE] : SIZES
  const costs: Costs[] = []
  for (const size of sizes) {
    const dataDir = await folder()
    withCourses(dataDir, size)
    const begun = performance.now()
    const run = await launch({ DATA_DIR: dataDir, PANEL: 'off', SEED: 'none' })
    await run.until(/^Onramp is ready/m)
    say(`${size} courses: start to ready`, (performance.now() - begun) / 1000, 's')
    const base = `http://localhost:${run.port}`
    await quiet(run.pid)
    const of: Partial<Costs> = {}
    for (const { name, path } of KINDS) {
      const first = performance.now()
      await ask(base, path)
      say(`${size} courses: the first answer of ${name}`, performance.now() - first, 'ms')
      for (let n = 0; n < WARM; n += 1) await ask(base, path)
      const rounds: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const before = cpuSeconds(run.pid)
        for (let n = 0; n < PAGES; n += 1) await ask(base, path)
        rounds.push(((cpuSeconds(run.pid) - before) / PAGES) * 1000)
      }
      of[name] = median(rounds)
      say(`${size} courses: processor time of ${name}`, of[name], 'ms')
    }
    costs.push(of as Costs)
    const most = size === LARGE ? { atMost: 1500 } : undefined
    say(`${size} courses: memory`, residentMegabytes(run.pid), 'MB', most)
    run.kill('SIGTERM')
    await run.exited
  }
  // Against a thousand: with ten, many a page has nothing on it.
  const [, thousand] = costs
  const last = costs.at(-1)!
  for (const { name, most } of KINDS)
    say(`${name}: ${sizes.at(-1)} courses against 1,000`, last[name] / thousand![name], '×', { atMost: most })
}
