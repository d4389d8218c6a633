import { createServer } from 'node:http'

// The least a server on Node could need: it answers every question with the same bytes, head and body, that it is given.

type Answer = { head: string[]; body: string }

process.once('message', ({ head, body }: Answer) => {
  const bytes = Buffer.from(body, 'base64')
  const server = createServer((_req, res) => {
    res.writeHead(200, head)
    res.end(bytes)
  })
  server.listen(0, '127.0.0.1', () => process.send!((server.address() as { port: number }).port))
})
