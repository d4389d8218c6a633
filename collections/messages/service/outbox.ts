import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Where } from 'payload'
import { compareAndSet } from '../../kernel/keyed.ts'
import { heldUntil, isAboutServer, isFinal, nextAttempt, reasonOf, type MailError } from '../policy.ts'
import { sendsMail } from '../transport.ts'
import type { Message } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { deskOf } from '../../registrations/service/facts.ts'

const BATCH = 100
const AT_ONCE = 4

const queued = { state: { equals: 'queued' } } satisfies Where

const oldestQueued = async ({ payload }: Context, where: Where): Promise<Message[]> => {
  const { docs } = await payload.find({
    collection: 'messages',
    depth: 0,
    limit: BATCH,
    overrideAccess: true,
    pagination: false,
    sort: 'nextAttemptAt',
    where,
  })
  return docs
}

/** Takes a message to send it; undefined when somebody else has it. It counts as an attempt however it ends. */
const claim = ({ payload, now }: Context, { id, attempts }: Message): Promise<Message | undefined> =>
  compareAndSet(
    payload,
    'messages',
    id,
    { and: [queued, { attempts: { equals: attempts } }] },
    { attempts: attempts + 1, nextAttemptAt: heldUntil(now).toString() },
  )

/** Sent twice, after a crash, it has the same name both times, so that mail programs show it once. */
const nameOf = ({ key }: Message, siteUrl: string): string =>
  `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${new URL(siteUrl).hostname}>`

const handOver = async (context: Context, message: Message): Promise<void> => {
  const { payload, siteUrl, source } = context
  const { to, subject, text, html, calendar } = message
  await payload.sendEmail({
    to: { name: '', address: to },
    subject,
    text,
    html,
    replyTo: deskOf(await source.read(), context).email,
    messageId: nameOf(message, siteUrl),
    // Nobody's absence notice needs to answer it (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(calendar && { icalEvent: { method: 'PUBLISH', filename: 'days.ics', content: calendar } }),
  })
}

/** Whether the mail server can be asked for more. */
type Sent = 'go-on' | 'stop'

const send = async (context: Context, message: Message): Promise<Sent> => {
  const { payload, now } = context
  const claimed = await claim(context, message)
  if (!claimed) return 'go-on'
  const mine = { and: [queued, { attempts: { equals: claimed.attempts } }] }
  const put = (data: Partial<Message>, absent: ('nextAttemptAt' | 'lastError')[] = []) =>
    compareAndSet(payload, 'messages', claimed.id, mine, data, absent)
  try {
    await handOver(context, claimed)
  } catch (error) {
    const refused = error as MailError
    const again = isFinal(refused) ? undefined : nextAttempt(claimed.attempts, now)
    const lastError = reasonOf(refused)
    await (again
      ? put({ nextAttemptAt: again.toString(), lastError })
      : put({ state: 'failed', lastError }, ['nextAttemptAt']))
    return isAboutServer(refused) ? 'stop' : 'go-on'
  }
  await put({ state: 'sent', sentAt: now.toString() }, ['nextAttemptAt', 'lastError'])
  return 'go-on'
}

/** Sends one batch of what is due; tells whether there may be more that can be sent now. */
const sendBatch = async (context: Context): Promise<boolean> => {
  const due = { nextAttemptAt: { less_than_equal: context.now.toString() } }
  const waiting = await oldestQueued(context, { and: [queued, due] })
  const isFull = waiting.length === BATCH
  let isStopped = false
  const sendNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !isStopped; next = waiting.shift()) {
      try {
        isStopped = (await send(context, next)) === 'stop' || isStopped
      } catch (error) {
        isStopped = true
        context.payload.logger.error({ err: error, msg: `A message could not be handled: ${next.id}` })
      }
      await setImmediate()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sendNext))
  return isFull && !isStopped
}

/**
 * Sends what is due, oldest first, a few at a time. When the mail server cannot be reached the rest waits untried, so that a
 * server that is down costs a few messages an attempt and nobody any time.
 */
export const sendDue = async (context: Context): Promise<void> => {
  while (await sendBatch(context));
}

/** No mail server is set up: messages are kept, to be read in the panel. */
const keepDue = async (context: Context): Promise<void> => {
  for (const { id } of await oldestQueued(context, queued)) {
    await compareAndSet(context.payload, 'messages', id, queued, { state: 'kept' }, ['nextAttemptAt'])
    await setImmediate()
  }
}

const sending = new WeakMap<object, Promise<void>>()

/** Waits for the round that is under way, if one is. */
export const whenSent = ({ payload }: Pick<Context, 'payload'>): Promise<void> =>
  sending.get(payload) ?? Promise.resolve()

/**
 * Has the queued messages sent, or kept where no mail server is set up. Sending goes on by itself, one round at a time:
 * whoever settles other things does not wait for a mail server.
 */
export const settleMessages = async (context: Context): Promise<void> => {
  const { payload, keepsMail } = context
  if (keepsMail || !sendsMail(payload)) return keepDue(context)
  if (sending.has(payload)) return
  const round = sendDue(context)
    .catch((error: unknown) => payload.logger.error({ err: error, msg: 'Messages could not be sent' }))
    .finally(() => sending.delete(payload))
  sending.set(payload, round)
}
