import type { Act } from '../../kernel/act.ts'
import { sendAgain } from '../actions.ts'
import type { Message } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { count, every } from '../../kernel/queries.ts'
import type { OutboxView, StaffDone } from '../../staff/views.ts'
import { DONE, refused } from '../../staff/refusals.ts'

/** Shown at once; the rest is counted. */
const MOST = 100

const failed = { state: { equals: 'failed' } }
const NONE_LEFT = 'This message is not among those that could not be sent any more. Nothing was changed.'

const lineOf = ({ id, subject, to, lastError, attempts, createdAt }: Message): OutboxView['failed'][number] => ({
  id,
  subject,
  to,
  lastError: lastError ?? null,
  attempts,
  writtenAt: Temporal.Instant.from(createdAt),
})

/** Messages that could not be sent, for a registrar who has mended why. */
export const staffMessages = (context: Context, act: Act) => ({
  outbox: async (): Promise<OutboxView> => {
    const newest = await every(context, 'messages', failed, { sort: '-createdAt', limit: MOST })
    const [all, waiting] = await Promise.all([
      count(context, 'messages', failed),
      count(context, 'messages', { state: { equals: 'queued' } }),
    ])
    return { failed: newest.map(lineOf), all, waiting }
  },

  /** Sends one of them again, or all that are shown. */
  sendAgain: async (ids: readonly string[]): Promise<StaffDone> => {
    const sent = await Promise.all(ids.map((id) => sendAgain(act, id)))
    return sent.some(Boolean) ? DONE : refused(NONE_LEFT, 409)
  },
})
