import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { bearer, send, signIn } from '../support/http.ts'
import { demoWith, registerOnce, termsHash, type Target } from '../support/rush.ts'
import { ADMIN } from '../support/server.ts'
import { startSeveral, type Several } from '../support/several.ts'
import type { Section } from './bed.ts'
import { residentMegabytes, slope } from './measure.ts'

// Everything at once on two processes, for minutes: visitors, people who register, an editor, the desk.

const SEATS = 20
/** What is left out of the slope of memory, because caches and compiled code still grow. */
const WARM_UP = 1 / 3
const SAMPLE_EVERY = 5000
const VISITED = [
  '/',
  '/courses',
  '/framework',
  '/pathways',
  '/strategies',
  '/credentials',
  '/search?q=reading',
  '/calendar.ics',
]
const DESK = ['/desk', '/desk/registrations', '/desk/messages']

type Counts = Record<'pages' | 'forms' | 'edits' | 'desk' | 'failed' | 'old', number>

/** Does one thing after the other with a pause between, until the time is over. */
const repeat = async (until: number, pause: number, work: (n: number) => Promise<void>): Promise<void> => {
  for (let n = 0; performance.now() < until; n += 1) {
    await work(n)
    await setTimeout(pause)
  }
}

const mixedLoad = async (several: Several, target: Target, until: number): Promise<Counts> => {
  const counts: Counts = { pages: 0, forms: 0, edits: 0, desk: 0, failed: 0, old: 0 }
  const baseOf = (n: number): string => several.servers[n % several.servers.length]!.base
  const [hash, token] = [await termsHash(baseOf(0), target), await signIn(baseOf(0), ADMIN.email, ADMIN.password)]
  const path = `/courses/${target.slug}`
  const found = await (await fetch(`${baseOf(0)}/api/courses?where[slug][equals]=${target.slug}&depth=0`)).json()
  const { id } = (found as { docs: { id: string }[] }).docs[0]!
  let published = 0

  const look = async (n: number, address: string, headers: Record<string, string> = {}): Promise<string> => {
    const response = await fetch(baseOf(n) + address, { headers })
    if (response.status >= 500) counts.failed += 1
    return response.text()
  }
  const visitor = (first: number) =>
    repeat(until, 10, async (n) => {
      await look(n, `${VISITED[(first + n) % VISITED.length]}`)
      if (n % 10 === 0) await look(n, `/courses?n=${n}`)
      const atLeast = published
      const edition = Number(/Edition (\d+)/.exec(await look(n, path))?.[1] ?? 0)
      if (edition < atLeast) counts.old += 1
      counts.pages += 2
    })
  await Promise.all([
    ...[0, 1, 2, 3].map(visitor),
    repeat(until, 200, async (n) => {
      const { status } = await registerOnce(baseOf(n), target, hash, n, randomUUID())
      if (status >= 500) counts.failed += 1
      counts.forms += 1
    }),
    repeat(until, 2000, async (n) => {
      const edited = { title: `Edition ${n + 1}`, _status: 'published' }
      const { status } = await send(baseOf(n), 'PATCH', `/api/courses/${id}`, edited, bearer(token))
      if (status === 200) published = n + 1
      else counts.failed += 1
      counts.edits += 1
    }),
    repeat(until, 1000, async (n) => {
      await look(n, DESK[n % DESK.length]!, { Authorization: `JWT ${token}` })
      counts.desk += 1
    }),
  ])
  return counts
}

export const mixed: Section = async ({ say, demo, folder, minutes }) => {
  const dataDir = await folder('empty')
  const target = demoWith(join(await demo(), 'onramp.db'), dataDir, SEATS)
  const several = await startSeveral(2, { DATA_DIR: dataDir, PANEL: 'on' })
  const begun = performance.now()
  const until = begun + minutes * 60_000
  const samples = several.servers.map((): { at: number; value: number }[] => [])
  const sampling = repeat(until, SAMPLE_EVERY, async () => {
    for (const [n, { pid }] of several.servers.entries())
      samples[n]!.push({ at: (performance.now() - begun) / 60_000, value: residentMegabytes(pid) })
  })
  const counts = await mixedLoad(several, target, until)
  await sampling
  await several.stop()
  say('Minutes of mixed load on two processes', minutes, 'min')
  for (const what of ['pages', 'forms', 'edits', 'desk'] as const) say(`Asked for: ${what}`, counts[what], '')
  say('Answered with 5xx', counts.failed, '', { is: 0 })
  say('Old pages after they were published', counts.old, '', { is: 0 })
  for (const [n, points] of samples.entries()) {
    const warm = points.filter(({ at }) => at > minutes * WARM_UP)
    say(`Process ${n + 1}: memory at the end`, warm.at(-1)!.value, 'MB')
    // In less than ten minutes the collector, not the program, decides it.
    const most = minutes >= 10 ? { atMost: 2 } : undefined
    say(`Process ${n + 1}: memory grows in a minute, after the first third`, slope(warm), 'MB', most)
  }
}
