import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { compareAndSet } from '../../kernel/keyed.ts'
import { every } from '../../kernel/queries.ts'
import { QUEUED } from '../../outbox/actions.ts'
import { sendInBackground, type Attempt, type Queue } from '../../outbox/service/queue.ts'
import { isAboutServer, isFinal, MAIL_WAITS, reasonOf, type MailError } from '../policy.ts'
import { sendsMail } from '../transport.ts'
import type { Message } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { deskOf } from '../../registrations/service/facts.ts'

const BATCH = 100
const AT_ONCE = 4

/** Sent twice, after a crash, it has the same name both times, so that mail programs show it once. */
const nameOf = ({ key }: Message, siteUrl: string): string =>
  `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${new URL(siteUrl).hostname}>`

/** How a mail program ends such messages, with one click of its own (RFC 2369, RFC 8058). */
const endedBy = (address: string): Record<string, string> => ({
  'List-Unsubscribe': `<${address}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

const handOver = async (context: Context, message: Message): Promise<void> => {
  const { payload, siteUrl, source } = context
  const { to, subject, text, html, calendar, replyTo, unsubscribe } = message
  await payload.sendEmail({
    to: { name: '', address: to },
    subject,
    text,
    html,
    replyTo: replyTo || deskOf(await source.read(), context).email,
    messageId: nameOf(message, siteUrl),
    headers: {
      // Nobody's absence notice needs to answer it (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe && endedBy(unsubscribe)),
    },
    ...(calendar && { icalEvent: { method: 'PUBLISH', filename: 'days.ics', content: calendar } }),
  })
}

const attempt = async (context: Context, message: Message): Promise<Attempt> => {
  try {
    await handOver(context, message)
    return { is: 'taken', said: '' }
  } catch (error) {
    const refused = error as MailError
    const is = isFinal(refused) ? 'refused' : isAboutServer(refused) ? 'out-of-reach' : 'failed'
    return { is, said: reasonOf(refused) }
  }
}

/** Mail: the oldest first, to one server, a few at a time. */
export const MAIL: Queue<'messages'> = {
  collection: 'messages',
  waits: MAIL_WAITS,
  lanes: async () => [{ sort: 'nextAttemptAt', atOnce: AT_ONCE, attempt }],
  noted: ({ is, said }, at) =>
    is === 'taken'
      ? { data: { state: 'sent', sentAt: at.toString() }, absent: ['lastError'] }
      : { data: { lastError: said } },
}

/** No mail server is set up: messages are kept, to be read in the panel. */
const keepQueued = async (context: Context): Promise<void> => {
  const queued = () => every(context, 'messages', QUEUED, { limit: BATCH, sort: 'nextAttemptAt' })
  for (let waiting = await queued(); waiting.length > 0; waiting = await queued())
    for (const { id } of waiting) {
      await compareAndSet(context.payload, 'messages', id, QUEUED, { state: 'kept' }, ['nextAttemptAt'])
      await setImmediate()
    }
}

/** Has the queued messages sent in the background, or kept where no mail server is set up. */
export const sendMessages = async (open: () => Context): Promise<void> => {
  const context = open()
  if (context.keepsMail || !sendsMail(context.payload)) await keepQueued(context)
  else sendInBackground(open, MAIL)
}
