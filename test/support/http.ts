import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { connect } from 'node:net'

export type Answer = {
  status: number
  headers: IncomingHttpHeaders
  text: string
  // The shape is what the test is about to find out.
  json: () => Record<string, unknown>
}

type Question = { method?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer | FormData }

let asked = 0
/** An address nobody else asks from, so that no limit for one address is met by chance; the shared server trusts its proxy. */
const nextAddress = (): string => {
  asked += 1
  return `10.${process.pid % 256}.${Math.floor(asked / 256) % 256}.${asked % 256}`
}

const toBytes = async (body: NonNullable<Question['body']>): Promise<{ bytes: Buffer; type?: string }> => {
  if (!(body instanceof FormData)) return { bytes: Buffer.from(body) }
  const form = new Response(body)
  return { bytes: Buffer.from(await form.arrayBuffer()), type: form.headers.get('content-type')! }
}

/** Asks for a path exactly as it is written: fetch would tidy `//`, `\` and `..` up before sending them. */
export const ask = async (
  base: string,
  path: string,
  { method = 'GET', headers = {}, body }: Question = {},
): Promise<Answer> => {
  const sent = body === undefined ? undefined : await toBytes(body)
  const { port, host } = new URL(base)
  const length = sent ? { 'Content-Length': sent.bytes.length } : {}
  const type = sent?.type ? { 'Content-Type': sent.type } : {}
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: { Host: host, 'X-Forwarded-For': nextAddress(), ...length, ...type, ...headers },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          resolve({ status: response.statusCode!, headers: response.headers, text, json: () => JSON.parse(text) })
        })
      },
    )
    asking.on('error', reject)
    asking.end(sent?.bytes)
  })
}

/** Sends JSON, as the panel does. */
export const send = (
  base: string,
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  data: unknown,
  headers: OutgoingHttpHeaders = {},
) =>
  ask(base, path, { method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(data) })

/** Says something word for word, also what is no HTTP, and gives back all that is answered until the other side hangs up. */
export const sayRaw = (base: string, words: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(base).port), '127.0.0.1', () => socket.write(words))
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(answer) : reject(error),
    )
  })

/** Signs in and gives back the answer's token. */
export const signIn = async (base: string, email: string, password: string): Promise<string> =>
  String((await send(base, 'POST', '/api/users/login', { email, password })).json()['token'])

export const bearer = (token: string): OutgoingHttpHeaders => ({ Authorization: `JWT ${token}` })
