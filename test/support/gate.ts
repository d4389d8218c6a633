import { createServer } from 'node:http'
import { freePort } from './server.ts'

/**
 * Something the tests need that takes long to get ready, such as a server with the demo: other tests run meanwhile, and who
 * asks at the gate waits. It stands in the process that starts the workers, and is asked by them.
 */
export type Gate = { url: string; close: () => void }

export const openGate = async (ready: Promise<object>): Promise<Gate> => {
  const port = await freePort()
  const gate = createServer((_, response) => {
    ready.then(
      (what) => response.end(JSON.stringify(what)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((listening) => gate.listen(port, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      gate.closeAllConnections()
      gate.close()
    },
  }
}

/** Waits until it is ready, and says what is known of it then. */
export const atGate = async <What extends object>(url: string): Promise<What> => {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`It did not get ready: ${await answer.text()}`)
  return (await answer.json()) as What
}
