import type { Act } from '../act.ts'
import { createUnlessTaken } from '../keyed.ts'
import type { Values } from '../templates/placeholders.ts'
import { wordingOf } from '../templates/actions.ts'
import type { MessageKind } from '../templates/states.ts'
import { stored } from '../values/day.ts'
import type { Locale } from '../values/locale.ts'
import { render } from './render.ts'

/** What is to be written to somebody, once for its key. Related documents are ids. */
export type Letter = {
  /** What it follows from, such as `registration:<id>:confirmed`. */
  key: string
  kind: MessageKind
  to: string
  values: Values
  locale: Locale
  /** An iCalendar file to go with it. */
  calendar?: string
  person?: string
  registration?: string
  invoice?: string
}

/** What went wrong, without what was to be written: the database repeats it all, and with it the way into a registration. */
const withoutContents = (error: unknown): string => {
  const { name, cause } = error as Error
  return cause instanceof Error ? cause.message : name
}

/**
 * Writes a message to be sent; false when one with the same key is there already. An error it throws says nothing of what
 * the message says, because errors are logged.
 */
export const write = async ({ payload, now }: Act, letter: Letter): Promise<boolean> => {
  const { values, locale, ...rest } = letter
  const rendered = render(await wordingOf(payload, letter.kind, { locale }), values, locale)
  const written = await createUnlessTaken(payload, 'messages', {
    ...rest,
    ...rendered,
    state: 'queued',
    attempts: 0,
    nextAttemptAt: stored(now),
  }).catch((error: unknown) => {
    throw new Error(`The message ${letter.key} could not be written: ${withoutContents(error)}`)
  })
  return written !== undefined
}
