import type { Delivery, Webhook } from '../../kernel/payload-types.ts'
import { DELIVERY_WAITS } from '../../deliveries/policy.ts'
import { idOf } from '../../kernel/related.ts'
import type { Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'
import { sendInBackground, type Attempt, type Lane, type Queue } from '../../outbox/service/queue.ts'
import { post } from './send.ts'
import { signedHeaders } from './signature.ts'

const TIMEOUT = 8000

const attempt = async ({ now }: Context, delivery: Delivery, webhook: Webhook): Promise<Attempt> => {
  const body = JSON.stringify(delivery.body)
  const { ok, answer, isReached } = await post({
    url: webhook.url,
    headers: signedHeaders({ id: idOf(delivery.event), at: now, body }, webhook.secret ?? ''),
    body,
    timeoutMs: TIMEOUT,
    isInsideAllowed: ['test', 'development'].includes(process.env['NODE_ENV'] ?? ''),
  })
  return { is: ok ? 'taken' : isReached ? 'failed' : 'out-of-reach', said: answer }
}

/**
 * What webhooks are sent, for each one after the other and in order, at least once, with the event's id to know it by. In
 * development and tests (NODE_ENV) webhooks may also lead to this machine; everywhere else addresses of private networks are
 * refused.
 */
export const DELIVERIES: Queue<'deliveries'> = {
  collection: 'deliveries',
  waits: DELIVERY_WAITS,
  lanes: async (context) =>
    (await every(context, 'webhooks', { isActive: { equals: true } })).map((webhook): Lane<'deliveries'> => ({
      where: { webhook: { equals: webhook.id } },
      sort: 'createdAt',
      atOnce: 1,
      attempt: (moment, delivery) => attempt(moment, delivery, webhook),
    })),
  noted: ({ is, said }, at) => ({
    data: { answer: said, ...(is === 'taken' && { state: 'delivered' as const, deliveredAt: at.toString() }) },
  }),
}

/** Has the deliveries that are due sent in the background. */
export const sendDeliveries = (open: () => Context): void => sendInBackground(open, DELIVERIES)
