import { SYSTEM } from '../kernel/act.ts'
import { actOf, type Context } from './context.ts'
import type { MessageKind } from '../templates/states.ts'
import { LOCALES, type Locale } from '../values/locale.ts'
import { capMailbox, write } from '../messages/actions.ts'

type Written = Parameters<typeof write>[1]

/** `about`: the record, such as `registration:<id>`. `key` tells apart what may be said more than once. */
type Notification = Omit<Written, 'key' | 'kind' | 'locale'> & { about: string; key?: string; locale?: Locale }

/** Anybody can have these sent to any mailbox, by filling in a form. */
const CAUSED_BY_STRANGERS: ReadonlySet<MessageKind> = new Set([
  'confirmed',
  'waitlisted',
  'requested',
  'mailbox-asked',
  'already-registered',
  'application-begun',
  'application-received',
  'application-changed',
  'application-again',
  'work-begun',
  'work-again',
  'subscription-asked',
  'feedback-asked',
])

/** Writes to somebody about a record, once for each kind and key: `registration:<id>:reminder:2027-03-02`. */
export const notify = async (
  context: Context,
  kind: MessageKind,
  { about, key, locale = LOCALES[0], ...message }: Notification,
): Promise<void> => {
  // Nothing can be sent to whoever gave no address.
  if (message.to === '') return
  const named = [about, kind, ...(key === undefined ? [] : [key])].join(':')
  const act = actOf(context, SYSTEM)
  const isNew = await write(act, { ...message, key: named, kind, locale })
  if (isNew && CAUSED_BY_STRANGERS.has(kind)) await capMailbox(act, named, message.to)
}
