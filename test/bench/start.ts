import { startServer } from '../support/server.ts'
import type { Section } from './bed.ts'
import { cpuSeconds, median, residentMegabytes } from './measure.ts'

const STARTS = 5
const PATH = '/courses/racial-discourse-foundations'

/** A start on a folder that was served before, with the panel: what a restart costs. */
export const start: Section = async ({ say, folder }) => {
  const DATA_DIR = await folder()
  const took = { ready: [] as number[], cpu: [] as number[], page: [] as number[], held: [] as number[] }
  await (await startServer({ DATA_DIR })).stop()
  for (let n = 0; n < STARTS; n += 1) {
    const begun = performance.now()
    const server = await startServer({ DATA_DIR })
    const ready = performance.now()
    took.ready.push((ready - begun) / 1000)
    took.cpu.push(cpuSeconds(server.pid))
    await (await fetch(server.base + PATH)).text()
    took.page.push(performance.now() - ready)
    took.held.push(residentMegabytes(server.pid))
    await server.stop()
  }
  say('Second start to ready', median(took.ready), 's', { atMost: 3 })
  say('Second start to ready: processor time', median(took.cpu), 's')
  say('First page after it', median(took.page), 'ms', { atMost: 300 })
  say('Memory after the first page', median(took.held), 'MB')
}
