import { notify } from '../../context/notify.ts'
import { registrationCalendar } from '../../messages/calendar.ts'
import type { StatementChange } from '../../invoices/corrections.ts'
import { statementChanges, statementValues } from '../../messages/statements.ts'
import { mailboxValues, undoneValues, valuesOf, type Facts } from '../../messages/values.ts'
import type { Values } from '../../templates/placeholders.ts'
import type { MessageKind } from '../../templates/states.ts'
import { one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { LOCALES } from '../../values/locale.ts'
import type { Invoice, Person, Registration } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { linkFor } from '../../context/links.ts'
import { minimumLeft } from './program.ts'
import { deskOf, factsOf, filesSent, localeOf } from './facts.ts'

/** Messages after which a calendar is no longer right as it is. */
const WITH_CALENDAR: readonly MessageKind[] = [
  'confirmed',
  'entered',
  'changed',
  'moved',
  'reminder',
  'canceled',
  'host-canceled',
  'substituted',
  'day-substituted',
  'day-canceled',
]

/** Messages after which a program with a minimum asks for another number of days. */
const CALLED_OFF: readonly MessageKind[] = ['day-canceled', 'host-canceled']

const MINUTE_MS = 60_000

/** `key` tells apart what may be said more than once; a day, or the moment days were canceled, says which it is about. */
type More = {
  key?: string
  values?: Values
  /** Where the message is about more, or less, than what stands in the database. */
  facts?: (facts: Facts) => Facts
}

/**
 * Writes to whoever registered, once for each kind and key, from how things stand now. What the caller knows better goes into
 * `values`. A message to a former holder of a seat is given the registration with the former name and address.
 */
export const notifyAbout = async (
  context: Context,
  kind: MessageKind,
  registration: Registration,
  { key, values = {}, facts: seen = (facts) => facts }: More = {},
): Promise<void> => {
  const facts = seen(await factsOf(context, registration, key))
  const minimum = CALLED_OFF.includes(kind) ? await minimumLeft(context, idOf(registration.session)) : ''
  await notify(context, kind, {
    about: `registration:${registration.id}`,
    key,
    to: registration.email,
    values: { ...valuesOf(kind, facts), minimum, ...values },
    locale: localeOf(facts.locale),
    calendar: WITH_CALENDAR.includes(kind)
      ? registrationCalendar(facts, kind === 'substituted', await filesSent(context, registration))
      : undefined,
    person: idOf(registration.person),
    registration: registration.id,
  })
}

/** Tells a mailbox, once for each decision and where it said so, that what was registered under it was undone with many others. */
export const notifyUndone = async (context: Context, registration: Registration): Promise<void> => {
  const { person, email, name, tellsOfEnd, cancelReason } = registration
  if (!tellsOfEnd) return
  const snapshot = await context.source.read()
  await notify(context, 'undone', {
    about: `person:${idOf(person)}`,
    key: tellsOfEnd,
    to: email,
    values: undoneValues(name, cancelReason ?? '', deskOf(snapshot, context)),
    person: idOf(person),
  })
}

/** The payer's own address, else the one the organization's statements go to. */
export const payerEmailOf = async (context: Context, invoice: Invoice): Promise<string | undefined> => {
  const id = idOf(invoice.organization)
  if (invoice.payerEmail || !id) return invoice.payerEmail ?? undefined
  const organization = await one(context, 'organizations', id)
  return organization?.billing?.email ?? organization?.contact?.email ?? undefined
}

const notifyOfStatement = async (
  context: Context,
  invoice: Invoice,
  kind: 'statement' | 'statement-changed',
  change?: StatementChange,
): Promise<void> => {
  const to = await payerEmailOf(context, invoice)
  if (!to) return
  const snapshot = await context.source.read()
  const link = await linkFor(context, 'statement', invoice)
  const [locale] = LOCALES
  await notify(context, kind, {
    about: `invoice:${invoice.id}`,
    // Written again once the payer has another mailbox, and with it another link.
    key: change?.at ?? (invoice.linkVersion > 1 ? String(invoice.linkVersion) : undefined),
    to,
    values: {
      ...statementValues(invoice, link, deskOf(snapshot, context), locale),
      ...(change && { changes: statementChanges(change, locale).join('\n') }),
    },
    invoice: invoice.id,
  })
}

/** Writes to the payer of a statement, once. A payer without an address is written to on paper, by the desk. */
export const notifyPayer = (context: Context, invoice: Invoice): Promise<void> =>
  notifyOfStatement(context, invoice, 'statement')

/** Tells the payer, once, what was taken back of a statement or of its payments. */
export const notifyPayerOf = (context: Context, invoice: Invoice, change: StatementChange): Promise<void> =>
  notifyOfStatement(context, invoice, 'statement-changed', change)

/** Sends a mailbox the link to everything it registered for; at most once a minute, however often it is asked for. */
export const notifyMailbox = async (context: Context, email: string, person: Person, link: string): Promise<void> => {
  const snapshot = await context.source.read()
  await notify(context, 'sign-in', {
    about: `person:${person.id}`,
    key: String(Math.floor(context.now.epochMilliseconds / MINUTE_MS)),
    to: email,
    values: mailboxValues(person.name, link, deskOf(snapshot, context)),
    person: person.id,
  })
}
