import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A small proxy in front of several servers, each asked in turn; one that refuses or resets the connection is passed over, as nginx
 * does with `proxy_next_upstream error non_idempotent`, which forms with an idempotency key allow. An answer that is broken off is
 * broken off.
 */
export const roundRobin = (ports: readonly number[], port = 0) => {
  let turn = 0
  const pass = (req: IncomingMessage, res: ServerResponse, body: Buffer, left: number): void => {
    turn += 1
    const upstream = request(
      {
        host: '127.0.0.1',
        port: ports[turn % ports.length],
        path: req.url,
        method: req.method,
        headers: req.headers,
        // A connection that was kept may be closed just as it is used.
        agent: false,
      },
      (answer) => {
        res.writeHead(answer.statusCode!, answer.rawHeaders)
        answer.pipe(res)
        answer.on('error', () => res.destroy())
      },
    )
    upstream.on('error', (error: NodeJS.ErrnoException) => {
      if (['ECONNREFUSED', 'ECONNRESET'].includes(error.code ?? '') && !res.headersSent && left > 0)
        pass(req, res, body, left - 1)
      else res.destroy()
    })
    upstream.end(body)
  }
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => pass(req, res, Buffer.concat(chunks), ports.length))
  })
  return {
    listen: (): Promise<number> =>
      new Promise((done) => server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port))),
    close: (): Promise<void> =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
