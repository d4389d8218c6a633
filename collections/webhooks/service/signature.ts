import { createHmac } from 'node:crypto'

type Message = { id: string; at: Temporal.Instant; body: string }

/**
 * The headers by which the other side knows that a message is ours and was not changed, as standardwebhooks.com describes
 * them: HMAC-SHA256 over id, seconds and body. `secret` is the webhook's, "whsec_" and base64.
 */
export const signedHeaders = ({ id, at, body }: Message, secret: string): Record<string, string> => {
  const seconds = String(Math.floor(at.epochMilliseconds / 1000))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${signature}`,
  }
}
