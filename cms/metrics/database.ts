import { Gauge, type Registry } from 'prom-client'
import type { Context } from '#collections/context/context.ts'
import { behind, type Behind } from '#collections/followups/service/behind.ts'
import { count } from '#collections/kernel/queries.ts'
import { standingOf, type Standing } from '#collections/outbox/service/standing.ts'
import { STATUSES } from '#collections/registrations/states.ts'

/** Milliseconds for which an answer is good enough for whoever asks again: the database has other things to do. */
const GOOD_FOR = 10_000

type Figures = {
  steps: Behind[]
  queues: { queue: string; standing: Standing }[]
  registrations: { status: string; many: number }[]
}

const read = async (context: Context, machine: number): Promise<Figures> => {
  const queues = ['messages', 'deliveries'] as const
  return {
    steps: await behind(context, machine),
    queues: await Promise.all(
      queues.map(async (queue) => ({ queue, standing: await standingOf(context, queue, context.now) })),
    ),
    registrations: await Promise.all(
      STATUSES.map(async (status) => ({
        status,
        many: await count(context, 'registrations', { status: { equals: status } }),
      })),
    ),
  }
}

/** What stands in the database, which is the same for every process: follow-ups, what waits to leave, registrations. */
export const databaseMetrics = (register: Registry, open: () => Context): void => {
  let asked: { at: number; figures: Promise<Figures> } | undefined
  const figures = (): Promise<Figures> => {
    const now = Date.now()
    if (!asked || now - asked.at > GOOD_FOR) asked = { at: now, figures: read(open(), now) }
    return asked.figures
  }
  const gauge = (name: string, help: string, label: string, set: (gauge: Gauge, figures: Figures) => void): void => {
    const one: Gauge = new Gauge({
      name,
      help,
      labelNames: [label],
      collect: async () => set(one, await figures()),
      registers: [],
    })
    register.registerMetric(one)
  }

  gauge(
    'onramp_followup_behind_seconds',
    'Age of the oldest write a step has not passed.',
    'step',
    (one, { steps }) => {
      for (const { step, seconds } of steps) one.set({ step }, seconds)
    },
  )
  gauge('onramp_followup_failed', 'What a step failed at, and tries again.', 'step', (one, { steps }) => {
    for (const { step, failed } of steps) one.set({ step }, failed)
  })
  gauge('onramp_outbox_queued', 'Messages and deliveries that wait to leave.', 'queue', (one, { queues }) => {
    for (const { queue, standing } of queues) one.set({ queue }, standing.queued)
  })
  gauge('onramp_outbox_failed', 'Messages and deliveries that were given up.', 'queue', (one, { queues }) => {
    for (const { queue, standing } of queues) one.set({ queue }, standing.failed)
  })
  gauge('onramp_outbox_oldest_seconds', 'How long the oldest of them waits.', 'queue', (one, { queues }) => {
    for (const { queue, standing } of queues) one.set({ queue }, standing.oldestSeconds)
  })
  gauge(
    'onramp_registrations',
    'Registrations by status; offered are seats held for somebody.',
    'status',
    (one, all) => {
      for (const { status, many } of all.registrations) one.set({ status }, many)
    },
  )
}
