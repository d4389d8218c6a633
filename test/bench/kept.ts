import type { Section } from './bed.ts'
import { startServer } from '../support/server.ts'
import { load, type Loaded } from './load.ts'
import { cpuSeconds, median, quiet } from './measure.ts'
import { answerOf, bareNode, nginx, type Peer } from './peers.ts'

// A page from memory, as a browser asks for it.

const PATH = '/courses/racial-discourse-foundations'
const HEADERS = { 'Accept-Encoding': 'br', 'User-Agent': 'bench' }
/** Short ones, in turn, so that whatever else the machine does meets everybody alike. */
const ROUNDS = 9
const [CONNECTIONS, REQUESTS] = [16, 6000]

type Round = Pick<Loaded, 'perSecond'> & { cpuEach: number }

export const kept: Section = async ({ say, folder }) => {
  const server = await startServer({ DATA_DIR: await folder(), PANEL: 'off' })
  const { port, host } = new URL(server.base)
  const asking = { paths: [PATH], headers: HEADERS, requests: REQUESTS, connections: CONNECTIONS }
  await answerOf(Number(port), host, PATH, HEADERS)
  const answer = await answerOf(Number(port), host, PATH, HEADERS)

  await quiet(server.pid)
  const own: Peer = { port: Number(port), pid: server.pid, stop: () => undefined }
  const others = { 'bare node:http': await bareNode(answer), nginx: await nginx(answer) }
  const ask = async (peer: Peer): Promise<Round> => {
    const before = cpuSeconds(peer.pid)
    const { perSecond, statuses } = await load({ ...asking, port: peer.port, host })
    if (statuses['200'] !== REQUESTS) throw new Error(`Not every page was answered: ${JSON.stringify(statuses)}`)
    return { perSecond, cpuEach: ((cpuSeconds(peer.pid) - before) / REQUESTS) * 1_000_000 }
  }
  const rounds = new Map<string, Round[]>([['kept', []]])
  const peers = [
    ['kept', own] as const,
    ...Object.entries(others).flatMap(([name, peer]) => (peer ? [[name, peer] as const] : [])),
  ]
  // The first time is for what runs often to be compiled.
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [name, peer] of peers) {
      const one = await ask(peer)
      if (round > 0) rounds.set(name, [...(rounds.get(name) ?? []), one])
    }
  const of = (name: string, field: keyof Round): number[] => rounds.get(name)!.map((round) => round[field])
  const ratio = (above: number[], below: number[]): number => median(above.map((value, n) => value / below[n]!))

  say('Bytes of the page as it is sent', answer.body.length, 'B')
  for (const [name] of peers) {
    say(`${name}: pages a second, ${CONNECTIONS} connections`, median(of(name, 'perSecond')), '/s')
    say(`${name}: processor time of a page`, median(of(name, 'cpuEach')), 'µs')
  }
  const share = { atLeast: 0.9 }
  const bare = 'bare node:http'
  say(
    'A kept page against bare node:http, pages a second',
    ratio(of('kept', 'perSecond'), of(bare, 'perSecond')),
    '×',
    share,
  )
  say('The same for as much processor time', ratio(of(bare, 'cpuEach'), of('kept', 'cpuEach')), '×', share)

  const p99: number[] = []
  for (let round = 0; round < 3; round += 1)
    p99.push((await load({ ...asking, connections: 64, port: own.port, host })).p99)
  say('99 of 100 within, 64 connections', median(p99), 'ms', { atMost: 10 })
  for (const peer of Object.values(others)) peer?.stop()
  await server.stop()
}
