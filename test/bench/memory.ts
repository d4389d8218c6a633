import { startServer } from '../support/server.ts'
import type { Section } from './bed.ts'
import { load } from './load.ts'
import { residentMegabytes } from './measure.ts'

const PAGES = 100_000
/** Of a hundred pages so many are rendered anew. */
const ANEW = 5
const CONNECTIONS = 16

/** Every address of the sitemap. */
const addresses = async (base: string): Promise<string[]> => {
  const map = await (await fetch(`${base}/sitemap.xml`)).text()
  return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!).pathname)
}

export const memory: Section = async ({ say, folder }) => {
  const server = await startServer({ DATA_DIR: await folder() })
  const { port, host } = new URL(server.base)
  const paths = await addresses(server.base)
  for (const path of paths) await (await fetch(server.base + path)).text()
  say('Memory when every page was asked for once', residentMegabytes(server.pid), 'MB')
  const asking = { port: Number(port), host, paths, connections: CONNECTIONS, headers: { 'Accept-Encoding': 'br' } }
  const anew = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) await (await fetch(`${server.base}${paths[n % paths.length]}?n=${n}`)).text()
  }
  const [share, rounds] = [ANEW / 100, 10]
  for (let round = 0; round < rounds; round += 1) {
    const { statuses } = await load({ ...asking, requests: (PAGES / rounds) * (1 - share) })
    if (Object.keys(statuses).some((status) => status !== '200')) throw new Error(JSON.stringify(statuses))
    await anew((PAGES / rounds) * share)
  }
  say(`Memory after 100,000 pages, ${ANEW} of 100 rendered anew`, residentMegabytes(server.pid), 'MB', { atMost: 500 })
  await server.stop()
}
