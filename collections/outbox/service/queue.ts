import { setImmediate } from 'node:timers/promises'
import type { DataFromCollectionSlug, Where } from 'payload'
import { compareAndSet, type Fields } from '../../kernel/keyed.ts'
import { every } from '../../kernel/queries.ts'
import type { Context } from '../../context/context.ts'
import { QUEUED, type Outgoing } from '../actions.ts'
import { heldUntil, nextAttempt } from '../policy.ts'

// What leaves the house waits in a collection until the other side has it: mail in `messages`, webhooks in `deliveries`.

type Item<Queued extends Outgoing> = DataFromCollectionSlug<Queued>

/**
 * How one attempt ended. `taken`: the other side has it · `refused`: it is of no use to try again · `failed`: perhaps later ·
 * `out-of-reach`: nobody is there, so that the rest need not be tried now.
 */
export type Attempt = { is: 'taken' | 'refused' | 'failed' | 'out-of-reach'; said: string }

/** What goes to the same other side, in the order of `sort`, so many at once. */
export type Lane<Queued extends Outgoing> = {
  where?: Where
  sort: string
  atOnce: number
  attempt: (context: Context, item: Item<Queued>) => Promise<Attempt>
}

export type Queue<Queued extends Outgoing> = {
  collection: Queued
  /** Seconds to wait after each attempt that failed; after the last it is given up, for staff to see. */
  waits: readonly number[]
  lanes: (context: Context) => Promise<Lane<Queued>[]>
  /** What is written down of the last attempt. */
  noted: (
    attempt: Attempt,
    at: Temporal.Instant,
  ) => { data: Fields<Queued>; absent?: (keyof Fields<Queued> & string)[] }
}

const BATCH = 100

/** `messages` and `deliveries` have these in common; a type parameter does not know. */
const fields = <Queued extends Outgoing>(common: object): Fields<Queued> => common

/** Takes an item to send it; undefined when somebody else has it. It counts as an attempt however it ends. */
const claim = <Queued extends Outgoing>(
  { payload, now }: Context,
  collection: Queued,
  { id, attempts }: Item<Queued>,
): Promise<Item<Queued> | undefined> =>
  compareAndSet(
    payload,
    collection,
    id,
    { and: [QUEUED, { attempts: { equals: attempts } }] },
    fields({ attempts: attempts + 1, nextAttemptAt: heldUntil(now).toString() }),
  )

/** One attempt at its own moment, written down with what came back. Returns whether the other side can be asked for more. */
const send = async <Queued extends Outgoing>(
  open: () => Context,
  { collection, waits, noted }: Queue<Queued>,
  { attempt }: Lane<Queued>,
  item: Item<Queued>,
): Promise<boolean> => {
  const context = open()
  const claimed = await claim(context, collection, item)
  if (!claimed) return true
  const outcome = await attempt(context, claimed)
  const at = context.now
  const again = outcome.is === 'refused' ? undefined : nextAttempt(waits, claimed.attempts, at)
  const { data, absent = [] } = noted(outcome, at)
  const isOver = outcome.is === 'taken' || !again
  const next = isOver ? (outcome.is === 'taken' ? {} : { state: 'failed' }) : { nextAttemptAt: again.toString() }
  await compareAndSet(
    context.payload,
    collection,
    claimed.id,
    { and: [QUEUED, { attempts: { equals: claimed.attempts } }] },
    { ...data, ...fields<Queued>(next) },
    isOver ? [...absent, 'nextAttemptAt' as keyof Fields<Queued> & string] : absent,
  )
  return outcome.is !== 'out-of-reach'
}

/** Sends one batch of what is due; tells whether there may be more that can be sent now. */
const sendBatch = async <Queued extends Outgoing>(
  open: () => Context,
  queue: Queue<Queued>,
  lane: Lane<Queued>,
): Promise<boolean> => {
  const context = open()
  const due = { nextAttemptAt: { less_than_equal: context.now.toString() } }
  const where = { and: [QUEUED, due, ...(lane.where ? [lane.where] : [])] }
  const waiting = await every(context, queue.collection, where, { limit: BATCH, sort: lane.sort })
  const isFull = waiting.length === BATCH
  let isStopped = false
  const sendNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !isStopped; next = waiting.shift()) {
      if (context.mayWork?.() === false) return
      try {
        isStopped = !(await send(open, queue, lane, next)) || isStopped
      } catch (error) {
        isStopped = true
        context.payload.logger.error({ err: error, msg: `Could not be handled: ${queue.collection}, ${next.id}` })
      }
      await setImmediate()
    }
  }
  await Promise.all(Array.from({ length: lane.atOnce }, sendNext))
  return isFull && !isStopped && context.mayWork?.() !== false
}

/**
 * Sends what is due. When the other side cannot be reached the rest waits untried, so that a server that is down costs a few
 * items an attempt and nobody any time; one side never keeps another waiting.
 */
export const sendDue = async <Queued extends Outgoing>(open: () => Context, queue: Queue<Queued>): Promise<void> => {
  const send = async (lane: Lane<Queued>): Promise<void> => {
    while (await sendBatch(open, queue, lane));
  }
  await Promise.all((await queue.lanes(open())).map(send))
}

type Sending = {
  round: Promise<void>
  /** Asked for while it runs: what was queued meanwhile is sent too. */ isAskedAgain: boolean
}
const sending = new WeakMap<object, Map<Outgoing, Sending>>()

/** Waits for the rounds that are under way. */
export const whenSent = async ({ payload }: Pick<Context, 'payload'>): Promise<void> =>
  void (await Promise.all(Array.from(sending.get(payload)?.values() ?? [], ({ round }) => round)))

/** Has what is due sent, one round at a time; it goes on by itself, and nobody waits for the other side. */
export const sendInBackground = <Queued extends Outgoing>(open: () => Context, queue: Queue<Queued>): void => {
  const { payload } = open()
  const rounds = sending.get(payload) ?? new Map<Outgoing, Sending>()
  sending.set(payload, rounds)
  const under = rounds.get(queue.collection)
  if (under) {
    under.isAskedAgain = true
    return
  }
  const begun: Sending = { round: Promise.resolve(), isAskedAgain: false }
  rounds.set(queue.collection, begun)
  const send = async (): Promise<void> => {
    do {
      begun.isAskedAgain = false
      await sendDue(open, queue)
    } while (begun.isAskedAgain)
  }
  begun.round = send()
    .catch((error: unknown) => payload.logger.error({ err: error, msg: `Could not be sent: ${queue.collection}` }))
    .finally(() => rounds.delete(queue.collection))
}
