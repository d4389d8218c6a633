import type { Where } from 'payload'
import type { Context } from '../../context/context.ts'
import { stampOf } from '../../followups/service/step.ts'
import { pluck } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { overBefore, type PeriodName, type Periods } from '../retention.ts'
import { ERASED_TEXT } from '../erased.ts'

// What is kept for longer than it is to be, by the ids of its records.

/** Each of these at most in one night; the rest with the next. */
export const MOST_A_NIGHT = 2000

export const periodsOf = async ({ payload }: Pick<Context, 'payload'>): Promise<Periods> => {
  const set = await payload.findGlobal({ slug: 'retention', depth: 0, overrideAccess: true })
  const months = (value: number | null | undefined) => value ?? null
  return {
    needsMonths: months(set.needsMonths),
    lettersMonths: months(set.lettersMonths),
    messagesMonths: months(set.messagesMonths),
    peopleMonths: months(set.peopleMonths),
  }
}

/** Registrations of sessions that ended before. */
const ofSessionsBefore = async (context: Context, before: string, more: Where): Promise<string[]> => {
  const where = { and: [{ 'session.endsAt': { less_than: before } }, more] }
  return (await pluck(context, 'registrations', where, ['status'], { limit: MOST_A_NIGHT })).map(({ id }) => id)
}

const filled = (field: string): Where => ({
  and: [{ [field]: { exists: true } }, { [field]: { not_equals: '' } }],
})

/** People whose every record is older, who do not want our mail, and who have nothing else with us. */
const peopleBefore = async (context: Context, before: string): Promise<string[]> => {
  const candidates = await pluck(
    context,
    'people',
    {
      and: [
        { createdAt: { less_than: before } },
        { erasedAt: { exists: false } },
        { joinedInto: { exists: false } },
        { 'mailingList.given': { not_equals: true } },
      ],
    },
    ['name'],
  )
  if (candidates.length === 0) return []
  const since = { greater_than_equal: before }
  const [registered, applied, submitted, paid] = await Promise.all([
    pluck(context, 'registrations', { or: [{ 'session.endsAt': since }, { createdAt: since }] }, ['person']),
    pluck(context, 'applications', { or: [{ updatedAt: since }, { status: { equals: 'enrolled' } }] }, ['person']),
    pluck(context, 'submissions', { updatedAt: since }, ['person']),
    pluck(context, 'invoices', { and: [{ payerKind: { equals: 'person' } }, { updatedAt: since }] }, ['person']),
  ])
  const active = new Set([...registered, ...applied, ...submitted, ...paid].map(({ person }) => idOf(person)))
  return candidates.flatMap(({ id }) => (active.has(id) ? [] : [id]))
}

/** Which records each period is over for; none where nothing was set. */
export const overOf = async (
  context: Context,
  periods: Periods,
): Promise<Readonly<Record<PeriodName, readonly string[]>>> => {
  const find = async (name: PeriodName, look: (before: string) => Promise<string[]>): Promise<string[]> => {
    const before = overBefore(periods[name], context.now, context.zone)
    return before ? look(stampOf(before)) : []
  }
  const messages = async (before: string): Promise<string[]> =>
    (
      await pluck(
        context,
        'messages',
        {
          and: [
            { createdAt: { less_than: before } },
            { subject: { not_equals: ERASED_TEXT } },
            { state: { not_equals: 'queued' } },
            { kind: { not_equals: 'new-password' } },
          ],
        },
        ['kind'],
        { limit: MOST_A_NIGHT },
      )
    ).map(({ id }) => id)
  return {
    needsMonths: await find('needsMonths', (before) => ofSessionsBefore(context, before, filled('needs'))),
    lettersMonths: await find('lettersMonths', (before) =>
      ofSessionsBefore(context, before, { letter: { exists: true } }),
    ),
    messagesMonths: await find('messagesMonths', messages),
    peopleMonths: await find('peopleMonths', (before) => peopleBefore(context, before)),
  }
}
