import type { Delivery, Event, Webhook } from '../../kernel/payload-types.ts'
import { compareAndSet, createUnlessTaken } from '../../kernel/keyed.ts'
import { nextAttempt } from '../../deliveries/policy.ts'
import { idOf } from '../../kernel/related.ts'
import { TOPICS, type Topic } from '../states.ts'
import type { Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'
import { post } from './send.ts'
import { signedHeaders } from './signature.ts'
import { each } from '../../context/each.ts'

const TIMEOUT = 8000
const AT_ONCE = 50

const isTopic = (kind: string): kind is Topic => (TOPICS as readonly string[]).includes(kind)

/** A delivery for every webhook that asked for this kind of event; its key keeps it from being made twice. */
const fanOut = async ({ payload, now }: Context, event: Event, webhooks: readonly Webhook[]): Promise<void> => {
  const { kind } = event
  if (isTopic(kind))
    for (const webhook of webhooks.filter(({ topics }) => topics.includes(kind)))
      await createUnlessTaken(payload, 'deliveries', {
        key: `${event.id}:${webhook.id}`,
        webhook: webhook.id,
        event: event.id,
        topic: kind,
        body: { type: kind, timestamp: event.at, data: event.data ?? null },
        state: 'queued',
        attempts: 0,
        nextAttemptAt: now.toString(),
      })
  await compareAndSet(payload, 'events', event.id, { unsettled: { equals: true } }, { unsettled: false })
}

/** One attempt, written down with what came back. Returns whether the other side was there at all. */
const attempt = async ({ payload, now }: Context, delivery: Delivery, webhook: Webhook): Promise<boolean> => {
  const at = now
  const body = JSON.stringify(delivery.body)
  const { ok, answer, isReached } = await post({
    url: webhook.url,
    headers: signedHeaders({ id: idOf(delivery.event), at, body }, webhook.secret ?? ''),
    body,
    timeoutMs: TIMEOUT,
    isInsideAllowed: ['test', 'development'].includes(process.env['NODE_ENV'] ?? ''),
  })
  const attempts = delivery.attempts + 1
  const again = nextAttempt(attempts, at)
  await compareAndSet(
    payload,
    'deliveries',
    delivery.id,
    { and: [{ state: { equals: 'queued' } }, { attempts: { equals: delivery.attempts } }] },
    {
      attempts,
      answer,
      ...(ok
        ? { state: 'delivered' as const, deliveredAt: at.toString() }
        : again
          ? { nextAttemptAt: again.toString() }
          : { state: 'failed' as const }),
    },
  )
  return isReached
}

/** What waits for one webhook, in order. A side that is not there is not asked for the next one until later. */
const deliver = async (context: Context, webhook: Webhook): Promise<void> => {
  const due = await every(
    context,
    'deliveries',
    {
      and: [
        { webhook: { equals: webhook.id } },
        { state: { equals: 'queued' } },
        { nextAttemptAt: { less_than_equal: context.now.toString() } },
      ],
    },
    { limit: AT_ONCE, sort: 'createdAt' },
  )
  for (const delivery of due) if (!(await attempt(context, delivery, webhook))) return
}

/**
 * Tells webhooks about what happened, at least once each, with the event's id to know it by. What is not taken is sent again
 * for about two days. In development and tests (NODE_ENV) webhooks may also lead to this machine; everywhere else
 * addresses of private networks are refused.
 */
export const settleWebhooks = async (context: Context): Promise<void> => {
  const webhooks = await every(context, 'webhooks', { isActive: { equals: true } })
  const events = await every(context, 'events', { unsettled: { equals: true } }, { limit: 500, sort: 'at' })
  await each(context, events, 'An event could not be passed on', (event) => fanOut(context, event, webhooks))
  await Promise.all(
    webhooks.map((webhook) => each(context, [webhook], 'A webhook failed', (one) => deliver(context, one))),
  )
}
