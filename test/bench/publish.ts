import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { bearer, send, signIn } from '../support/http.ts'
import { ADMIN } from '../support/server.ts'
import { startSeveral, type Several } from '../support/several.ts'
import type { Section } from './bed.ts'
import { quantile } from './measure.ts'

// How soon everybody reads what an editor published, while many read.

const SLUG = 'racial-discourse-foundations'
const PATH = `/courses/${SLUG}`
const [READS_A_SECOND, EDITS, PAUSE] = [500, 40, 200]
const TITLE = /Edition (\d+)/

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

const read = (base: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const { port, host } = new URL(base)
    request({ agent, host: '127.0.0.1', port, path: PATH, headers: { Host: host } }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode!, text }))
    })
      .on('error', reject)
      .end()
  })

/** Reads all the time, from each server in turn, and hears when which edition was first seen. */
const reading = (several: Several) => {
  /** What the editor was told is published. */
  let acknowledged = 0
  const firstSeen = new Map<number, number>()
  const counts = { reads: 0, old: 0, others: 0 }
  const under = new Set<Promise<void>>()
  const over = new AbortController()

  const one = async (n: number): Promise<void> => {
    const atLeast = acknowledged
    const { status, text } = await read(several.servers[n % several.servers.length]!.base)
    counts.reads += 1
    if (status !== 200) counts.others += 1
    const edition = Number(TITLE.exec(text)?.[1] ?? 0)
    if (status === 200 && edition < atLeast) counts.old += 1
    if (!firstSeen.has(edition)) firstSeen.set(edition, performance.now())
  }
  const begun = performance.now()
  const loop = (async () => {
    for (let n = 0; !over.signal.aborted; n += 1) {
      // At the pace it is said to be, however long an answer takes.
      const wait = begun + (n * 1000) / READS_A_SECOND - performance.now()
      if (wait > 1) await setTimeout(wait)
      const asked = one(n)
      under.add(asked)
      void asked.finally(() => under.delete(asked))
    }
    await Promise.all(under)
  })()
  return {
    counts,
    firstSeen,
    acknowledge: (edition: number): void => void (acknowledged = edition),
    stop: async (): Promise<number> => {
      over.abort()
      const seconds = (performance.now() - begun) / 1000
      await loop
      return counts.reads / seconds
    },
  }
}

const edits = async (several: Several) => {
  const [{ base }] = several.servers as [Several['servers'][number]]
  const token = await signIn(base, ADMIN.email, ADMIN.password)
  const found = await (await fetch(`${base}/api/courses?where[slug][equals]=${SLUG}&depth=0`)).json()
  const { id } = (found as { docs: { id: string }[] }).docs[0]!
  const readers = reading(several)
  const sentAt = new Map<number, number>()
  const saved: number[] = []
  for (let edition = 1; edition <= EDITS; edition += 1) {
    await setTimeout(PAUSE)
    const sent = performance.now()
    sentAt.set(edition, sent)
    const title = { title: `Edition ${edition}`, _status: 'published' }
    const { status } = await send(base, 'PATCH', `/api/courses/${id}`, title, bearer(token))
    if (status !== 200) throw new Error(`Publishing was answered with ${status}.`)
    readers.acknowledge(edition)
    saved.push(performance.now() - sent)
  }
  await setTimeout(PAUSE)
  const perSecond = await readers.stop()
  const live = [...sentAt].map(([edition, sent]) => readers.firstSeen.get(edition)! - sent)
  return { ...readers.counts, perSecond, live, saved }
}

export const publish: Section = async ({ say, folder }) => {
  for (const [words, count] of [
    ['one process', 1],
    ['three processes', 3],
  ] as const) {
    const several = await startSeveral(count, { DATA_DIR: await folder(), PANEL: 'on' })
    const { live, saved, reads, old, others, perSecond } = await edits(several)
    await several.stop()
    say(`Publish to live, ${words}, while many read: 95 of 100 within`, quantile(live, 0.95), 'ms', { atMost: 100 })
    say('The editor is answered within, 95 of 100', quantile(saved, 0.95), 'ms')
    say('Reads a second meanwhile', perSecond, '/s')
    say(`Old pages after the editor's answer, of ${reads} reads`, old, '', { is: 0 })
    say('Answered otherwise than with 200', others, '', { is: 0 })
  }
}
