import type { Where } from 'payload'
import type { Context } from '../../context/context.ts'
import { tableOf, type Column, type Filter, type Table } from '../../exports/table.ts'
import type { Message } from '../../kernel/payload-types.ts'
import { passing } from '../../kernel/queries.ts'
import { MESSAGE_KIND_LABELS, type MessageKind } from '../../templates/states.ts'
import { momentCell } from '../../values/cells.ts'
import { MESSAGE_STATE_LABELS } from '../states.ts'

const FIELDS = ['createdAt', 'kind', 'to', 'subject', 'state', 'attempts', 'sentAt', 'lastError'] as const
type Row = Pick<Message, (typeof FIELDS)[number]> & { id: string }

/** Every message that was written, without its text; `state=failed`: those that could not be sent. Links for staff are not among them. */
export const messagesTable = (context: Context, { state }: Filter): Promise<Table> => {
  const columns: Column<Row>[] = [
    { name: 'Written', of: ({ createdAt }) => momentCell(createdAt, context.zone) },
    { name: 'Kind', of: ({ kind }) => MESSAGE_KIND_LABELS[kind as MessageKind] },
    { name: 'To', of: ({ to }) => to },
    { name: 'Subject', of: ({ subject }) => subject },
    { name: 'How it stands', of: (row) => MESSAGE_STATE_LABELS[row.state] },
    { name: 'Attempts', of: ({ attempts }) => attempts },
    { name: 'Sent', of: ({ sentAt }) => momentCell(sentAt, context.zone) },
    { name: 'What the mail server said', of: ({ lastError }) => lastError ?? '' },
  ]
  const where: Where = {
    and: [{ kind: { not_equals: 'new-password' } }, ...(state === 'failed' ? [{ state: { equals: 'failed' } }] : [])],
  }
  const pages = passing(context, 'messages', where, FIELDS, {
    by: 'createdAt',
  })
  return Promise.resolve(tableOf({ name: 'messages', title: 'Messages' }, columns, pages))
}
