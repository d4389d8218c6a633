import { fork, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../support/server.ts'

// Whom a page that is kept is measured against, with the same bytes in the same run.

/** Something that answers at a port. */
export type Peer = { port: number; pid: number; stop: () => void }

/** An answer as it went over the wire. */
export type Answer = { head: string[]; body: Buffer }

/** Of one connection or one moment; every server says these itself. */
const ITS_OWN = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding'])

/** Asks once, and takes the answer as it comes, compressed or not. */
export const answerOf = (port: number, host: string, path: string, headers: Record<string, string>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { Host: host, ...headers } }, (response) => {
      const { rawHeaders } = response
      const head = rawHeaders.filter((_, n) => !ITS_OWN.has(rawHeaders[n - (n % 2)]!.toLowerCase()))
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ head, body: Buffer.concat(chunks) }))
    })
      .on('error', reject)
      .end()
  })

/** A bare Node server. */
export const bareNode = ({ head, body }: Answer): Promise<Peer> =>
  new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL('peer-main.ts', import.meta.url)))
    child.once('message', (port) => resolve({ port: Number(port), pid: child.pid!, stop: () => child.kill() }))
    child.send({ head, body: body.toString('base64') })
  })

const isThere = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const socket = connect(port, '127.0.0.1', () => answer(true)).on('error', () => answer(false))
    socket.on('connect', () => socket.destroy())
  })

/** nginx with the bytes in a file, one process; undefined where there is none. */
export const nginx = async ({ body }: Answer): Promise<Peer | undefined> => {
  if (spawnSync('nginx', ['-v']).error) return undefined
  const [folder, port] = [mkdtempSync(join(tmpdir(), 'onramp-nginx-')), await freePort()]
  mkdirSync(join(folder, 'site'))
  writeFileSync(join(folder, 'site', 'page'), body)
  writeFileSync(
    join(folder, 'nginx.conf'),
    `worker_processes 1; daemon off; master_process off; pid nginx.pid; error_log stderr;
events { worker_connections 256; }
http { access_log off; default_type text/html; keepalive_requests 10000000; open_file_cache max=10; sendfile on; tcp_nopush on;
  server { listen 127.0.0.1:${port}; root site; location / { try_files /page =404; } } }`,
  )
  const child = spawn('nginx', ['-p', folder, '-c', 'nginx.conf'], { stdio: 'ignore' })
  while (!(await isThere(port))) await setTimeout(20)
  const stop = () => {
    child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  return { port, pid: child.pid!, stop }
}
