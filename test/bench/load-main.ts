import { connect } from 'node:net'
import type { Load, Loaded } from './load.ts'
import { quantile } from './measure.ts'

// Asks over bare sockets: a client that takes answers apart as a browser does would need more of the machine than the server it
// measures. It reads the status and the length of an answer, and counts its bytes.

const { port, host, paths, connections, requests, headers = {} } = JSON.parse(process.argv[2]!) as Load

const lines = Object.entries({ Host: host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
const questions = paths.map((path) => Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`))
const took: number[] = []
const statuses: Record<string, number> = {}
let asked = 0

const END = Buffer.from('\r\n\r\n')

/** The status of an answer and how long it is as a whole; undefined while its head is not whole. */
const readHead = (answer: Buffer): { status: string; whole: number } | undefined => {
  const end = answer.indexOf(END)
  if (end < 0) return undefined
  const head = answer.toString('latin1', 0, end)
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? []
  if (length === undefined) throw new Error('An answer does not say how long it is.')
  return { status: head.slice(9, 12), whole: end + END.length + Number(length) }
}

const drive = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').setNoDelay(true)
    let begun = 0
    let head: Buffer = Buffer.alloc(0)
    /** Bytes of an answer that are still to come; none known while its head is not whole. */
    let left: number | undefined
    const ask = (): void => {
      if (asked >= requests) return void socket.end(resolve)
      begun = performance.now()
      socket.write(questions[asked % questions.length]!)
      asked += 1
    }
    socket.on('connect', ask)
    socket.on('error', reject)
    socket.on('data', (chunk: Buffer) => {
      if (left === undefined) {
        head = head.length > 0 ? Buffer.concat([head, chunk]) : chunk
        const read = readHead(head)
        if (!read) return
        statuses[read.status] = (statuses[read.status] ?? 0) + 1
        left = read.whole - head.length
      } else left -= chunk.length
      if (left > 0) return
      took.push(performance.now() - begun)
      head = Buffer.alloc(0)
      left = undefined
      ask()
    })
  })

const begun = performance.now()
await Promise.all(Array.from({ length: connections }, drive))
const seconds = (performance.now() - begun) / 1000
const { user, system } = process.cpuUsage()
const loaded: Loaded = {
  perSecond: took.length / seconds,
  p50: quantile(took, 0.5),
  p99: quantile(took, 0.99),
  seconds,
  cpu: (user + system) / 1_000_000,
  statuses,
}
process.send!(loaded, () => process.exit(0))
