import { createUnlessTaken } from '../../kernel/keyed.ts'
import { TOPICS, type Topic } from '../states.ts'
import { every, one } from '../../kernel/queries.ts'
import type { Step } from '../../followups/service/step.ts'

const isTopic = (kind: string): kind is Topic => (TOPICS as readonly string[]).includes(kind)

/**
 * A delivery for every webhook that asked for this kind of event. One made after the event hears nothing of it, also when the
 * step is replayed.
 */
export const deliveriesOfEvents: Step = {
  name: 'deliveries-of-events',
  follows: { events: ({ id, kind }) => (isTopic(kind) ? id : undefined) },
  handle: async (context, id) => {
    const event = await one(context, 'events', id)
    if (!event || !isTopic(event.kind)) return
    const { kind } = event
    const webhooks = await every(context, 'webhooks', {
      and: [{ isActive: { equals: true } }, { createdAt: { less_than_equal: event.createdAt } }],
    })
    for (const webhook of webhooks.filter(({ topics }) => topics.includes(kind)))
      await createUnlessTaken(context.payload, 'deliveries', {
        key: `${event.id}:${webhook.id}`,
        webhook: webhook.id,
        event: event.id,
        topic: kind,
        body: { type: kind, timestamp: event.at, data: event.data ?? null },
        state: 'queued',
        attempts: 0,
        nextAttemptAt: context.now.toString(),
      })
  },
}
