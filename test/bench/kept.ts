import type { Section } from './bed.ts'
import { startServer } from '../support/server.ts'
import { load, type Loaded } from './load.ts'
import { cpuSeconds, median } from './measure.ts'
import { answerOf, bareNode, nginx, type Peer } from './peers.ts'

// A page from memory, as a browser asks for it.

const PATH = '/courses/racial-discourse-foundations'
const HEADERS = { 'Accept-Encoding': 'br', 'User-Agent': 'bench' }
const ROUNDS = 3
const [CONNECTIONS, REQUESTS] = [16, 20_000]

type Round = Pick<Loaded, 'perSecond'> & { cpuEach: number }

export const kept: Section = async ({ say, folder }) => {
  const server = await startServer({ DATA_DIR: await folder(), PANEL: 'off' })
  const { port, host } = new URL(server.base)
  const asking = { paths: [PATH], headers: HEADERS, requests: REQUESTS, connections: CONNECTIONS }
  await answerOf(Number(port), host, PATH, HEADERS)
  const answer = await answerOf(Number(port), host, PATH, HEADERS)

  const own: Peer = { port: Number(port), pid: server.pid, stop: () => undefined }
  const others = { 'bare node:http': await bareNode(answer), nginx: await nginx(answer) }
  const ask = async (peer: Peer): Promise<Round> => {
    const before = cpuSeconds(peer.pid)
    const { perSecond, statuses } = await load({ ...asking, port: peer.port, host })
    if (statuses['200'] !== REQUESTS) throw new Error(`Not every page was answered: ${JSON.stringify(statuses)}`)
    return { perSecond, cpuEach: ((cpuSeconds(peer.pid) - before) / REQUESTS) * 1_000_000 }
  }
  const warm = async (peer: Peer) => void (await ask(peer))
  const rounds = new Map<string, Round[]>([['kept', []]])
  const peers = [
    ['kept', own] as const,
    ...Object.entries(others).flatMap(([name, peer]) => (peer ? [[name, peer] as const] : [])),
  ]
  for (const [, peer] of peers) await warm(peer)
  // In turn, so that whatever else the machine does meets all of them.
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, peer] of peers) rounds.set(name, [...(rounds.get(name) ?? []), await ask(peer)])
  const of = (name: string, field: keyof Round): number => median(rounds.get(name)!.map((round) => round[field]))

  say('Bytes of the page as it is sent', answer.body.length, 'B')
  for (const [name] of peers) {
    say(`${name}: pages a second, ${CONNECTIONS} connections`, of(name, 'perSecond'), '/s')
    say(`${name}: processor time of a page`, of(name, 'cpuEach'), 'µs')
  }
  const share = { atLeast: 0.9 }
  const bare = 'bare node:http'
  say('A kept page against bare node:http, pages a second', of('kept', 'perSecond') / of(bare, 'perSecond'), '×', share)
  say(
    'A kept page against bare node:http, pages for the same processor',
    of(bare, 'cpuEach') / of('kept', 'cpuEach'),
    '×',
    share,
  )

  const p99: number[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    p99.push((await load({ ...asking, connections: 64, port: own.port, host })).p99)
  say('99 of 100 within, 64 connections', median(p99), 'ms', { atMost: 10 })
  for (const peer of Object.values(others)) peer?.stop()
  await server.stop()
}
