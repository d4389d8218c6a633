import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { InsideAddress, isPublicAddress, literalAddress, lookupPublic } from './addresses.ts'

const LONGEST_ANSWER = 500

export type Answer = { ok: boolean; answer: string; isReached: boolean }

type Given = {
  url: string
  headers: Record<string, string>
  body: string
  timeoutMs: number
  /** Also into private networks: for development and tests, where the other side runs on the same machine. */
  isInsideAllowed: boolean
}

/**
 * Posts a message once and says what came back; it never throws. Only an answer of 200 to 299 counts, and no redirect is
 * followed. Addresses of private networks are refused, unless `isInsideAllowed`.
 */
export const post = ({ url, headers, body, timeoutMs, isInsideAllowed }: Given): Promise<Answer> =>
  new Promise((resolve) => {
    const fail = (error: Error) =>
      resolve({
        ok: false,
        isReached: false,
        answer: error.name === 'AbortError' ? 'No answer in time.' : error.message,
      })
    const target = new URL(url)
    const literal = literalAddress(target)
    if (!isInsideAllowed && literal && !isPublicAddress(literal)) return fail(new InsideAddress())
    const request = target.protocol === 'https:' ? requestSecure : requestPlain
    const asking = request(target, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'Onramp webhooks' },
      signal: AbortSignal.timeout(timeoutMs),
      agent: false,
      ...(!isInsideAllowed && { lookup: lookupPublic }),
    })
    asking.on('error', fail)
    asking.on('response', (response) => {
      const status = response.statusCode ?? 0
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        if (text.length < LONGEST_ANSWER) text += chunk
      })
      response.on('error', fail)
      response.on('end', () =>
        resolve({
          ok: status >= 200 && status < 300,
          isReached: true,
          answer: `${status} ${response.statusMessage ?? ''} ${text.slice(0, LONGEST_ANSWER)}`.trim(),
        }),
      )
    })
    asking.end(body)
  })
