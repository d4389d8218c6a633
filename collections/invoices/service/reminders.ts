import { billingRules } from '../../agency/billing-rules.ts'
import type { Context } from '../../context/context.ts'
import { linkFor } from '../../context/links.ts'
import { notify } from '../../context/notify.ts'
import type { Act } from '../../kernel/act.ts'
import { writeEntry } from '../../kernel/audit.ts'
import type { Invoice } from '../../kernel/payload-types.ts'
import { every, pluck } from '../../kernel/queries.ts'
import { render } from '../../messages/render.ts'
import { reminderValues } from '../../messages/statements.ts'
import { deskOf } from '../../registrations/service/facts.ts'
import { payerEmailOf } from '../../registrations/service/notifications.ts'
import { wordingOf } from '../../templates/actions.ts'
import type { Values } from '../../templates/placeholders.ts'
import { dayIn, type Day } from '../../values/day.ts'
import { LOCALES } from '../../values/locale.ts'
import { formatMoney, type Cents } from '../../values/money.ts'
import { disputedCents, isReminderDue, remindedCents } from '../reminding.ts'

const KIND = 'statement-reminder'
const LOGGED = 'invoice.reminded'

/** A reminder as it would go now; `nth` counts from 1. Without a mailbox it goes on paper. */
export type Reminder = {
  number: string
  payer: string
  to: string | null
  dueOn: Day
  cents: Cents
  disputed: Cents
  nth: number
  subject: string
  text: string
}

const logKey = (invoice: string, nth: number): string => `invoice:${invoice}:reminded:${nth}`

/** On which days a reminder of each statement went out, the earliest first. */
const sentFor = async (context: Context): Promise<Map<string, Day[]>> => {
  const log = await pluck(context, 'events', { kind: { equals: LOGGED } }, ['key', 'at'], { sort: 'at' })
  return new Map(
    [...Map.groupBy(log, ({ key }) => key.split(':')[1]!)].map(([id, entries]) => [
      id,
      entries.map(({ at }) => dayIn(Temporal.Instant.from(at), context.zone)),
    ]),
  )
}

type Due = { invoice: Invoice; nth: number; to: string | null; values: Values }

/** Statements whose payer is to be reminded today, by the rule that is set. */
const dueNow = async (context: Context): Promise<Due[]> => {
  const rules = await billingRules(context)
  if (rules.remindAfter === null) return []
  const today = dayIn(context.now, context.zone)
  const [open, sent, snapshot] = await Promise.all([
    every(context, 'invoices', { state: { in: ['issued', 'part-paid'] } }, { sort: 'number' }),
    sentFor(context),
    context.source.read(),
  ])
  const due = open.filter((invoice) => isReminderDue(invoice, rules, today, sent.get(invoice.id) ?? []))
  return Promise.all(
    due.map(async (invoice) => {
      const link = await linkFor(context, 'statement', invoice)
      return {
        invoice,
        nth: (sent.get(invoice.id)?.length ?? 0) + 1,
        to: (await payerEmailOf(context, invoice)) || null,
        values: reminderValues(invoice, link, deskOf(snapshot, context), LOCALES[0]),
      }
    }),
  )
}

/** Every reminder that is due today, as it would go. */
export const lookAtReminders = async (context: Context): Promise<{ isSet: boolean; reminders: Reminder[] }> => {
  const { remindAfter } = await billingRules(context)
  const due = await dueNow(context)
  const wording = await wordingOf(context.payload, KIND, { locale: LOCALES[0] })
  const { name } = await context.agency()
  const reminders = due.map(({ invoice, nth, to, values }) => {
    const { subject, text } = render(wording, values, LOCALES[0], name)
    const { number, payerName, dueOn } = invoice
    const [cents, disputed] = [remindedCents(invoice), disputedCents(invoice)]
    return { number, payer: payerName, to, dueOn, cents, disputed, nth, subject, text }
  })
  return { isSet: remindAfter !== null, reminders }
}

/**
 * Sends those of the reminders that are chosen and still due, each once, and writes each into the log; one for a payer without a
 * mailbox is written down as sent on paper. Answers with how many.
 */
export const sendReminders = async (context: Context, act: Act, numbers: readonly string[]): Promise<number> => {
  const chosen = (await dueNow(context)).filter(({ invoice }) => numbers.includes(invoice.number))
  for (const { invoice, nth, to, values } of chosen) {
    if (to)
      await notify(context, KIND, {
        about: `invoice:${invoice.id}`,
        key: String(nth),
        to,
        values,
        invoice: invoice.id,
      })
    const how = to ? 'by mail' : 'on paper'
    await writeEntry(act, {
      key: logKey(invoice.id, nth),
      kind: LOGGED,
      summary: `Reminded ${invoice.payerName} ${how} of statement ${invoice.number}: ${formatMoney(remindedCents(invoice))}`,
    })
  }
  return chosen.length
}
