import { AGENCY } from '../agency/view.ts'
import type { Act } from '../kernel/act.ts'
import { writeEntry } from '../kernel/audit.ts'
import { compareAndSet, createUnlessTaken } from '../kernel/keyed.ts'
import { pluck } from '../kernel/queries.ts'
import { countHit, hitKey } from '../limits/actions.ts'
import { DAY_MS, mailboxOf, MOST_LETTERS } from '../limits/policy.ts'
import { idOf } from '../kernel/related.ts'
import { QUEUED, tryAgain } from '../outbox/actions.ts'
import type { Values, Wording } from '../templates/placeholders.ts'
import { wordingOf } from '../templates/actions.ts'
import type { MessageKind } from '../templates/states.ts'
import { mailboxesIn } from '../values/mailboxes.ts'
import type { Locale } from '../values/locale.ts'
import { render } from './render.ts'

/** What is to be written to somebody, once for its key. Related documents are ids. */
export type Letter = {
  /** What it follows from, such as `registration:<id>:confirmed`. */
  key: string
  kind: MessageKind
  /** A mailbox, or several with commas. */
  to: string
  values: Values
  locale: Locale
  /** Words of its own, in place of those the kind has. */
  wording?: Wording
  /** Where answers go, if not to the desk. */
  replyTo?: string
  /** Where one click ends messages of this kind (RFC 8058). */
  unsubscribe?: string
  /** An iCalendar file to go with it. */
  calendar?: string
  person?: string
  registration?: string
  invoice?: string
  application?: string
  submission?: string
}

/**
 * Writes a message to be sent, to each mailbox of an office that has several; false when one with the same key is there
 * already.
 */
export const write = async ({ payload, now }: Act, letter: Letter): Promise<boolean> => {
  const { values, locale, wording, ...rest } = letter
  const agency = await payload.findGlobal({ slug: 'agency', depth: 0, overrideAccess: true })
  const from = agency.shortName || agency.name || AGENCY.name
  const rendered = render(wording ?? (await wordingOf(payload, letter.kind, { locale })), values, locale, from)
  const [first = letter.to, ...others] = mailboxesIn(letter.to)
  const send = (key: string, to: string) =>
    createUnlessTaken(payload, 'messages', {
      ...rest,
      ...rendered,
      key,
      to,
      state: 'queued',
      attempts: 0,
      nextAttemptAt: now.toString(),
    })
  const written = await send(letter.key, first)
  for (const to of others) await send(`${letter.key}:${to}`, to)
  return written !== undefined
}

const TOO_MANY = 'Not sent: too many letters to this mailbox within a day. Send it again if they are meant.'

/** Holds a message back that is one too many for a mailbox within a day; the desk sees it among those that were not sent. */
export const capMailbox = async ({ payload, now }: Act, key: string, to: string): Promise<void> => {
  const counted = hitKey(payload, 'letters', mailboxOf(to))
  const { hits } = await countHit(payload, counted, DAY_MS, now.epochMilliseconds)
  if (hits <= MOST_LETTERS) return
  const [message] = await pluck({ payload }, 'messages', { key: { equals: key } }, ['state'])
  const untouched = { and: [QUEUED, { attempts: { equals: 0 } }] }
  if (message)
    await compareAndSet(payload, 'messages', message.id, untouched, { state: 'failed', lastError: TOO_MANY }, [
      'nextAttemptAt',
    ])
}

/** Has a message that was given up tried again from the first attempt; false when it is not given up (any more). */
export const sendAgain = async (act: Act, id: string): Promise<boolean> => {
  const { now } = act
  const message = await tryAgain(act, 'messages', id)
  if (!message) return false
  await writeEntry(act, {
    key: `message:${id}:again:${now.epochMilliseconds}`,
    kind: 'message.again',
    summary: `Sent again: ${message.subject}`,
    registration: idOf(message.registration),
    application: idOf(message.application),
    submission: idOf(message.submission),
  })
  return true
}
