import { notify } from '../../context/notify.ts'
import type { Context } from '../../context/context.ts'
import { programCalendar } from '../../messages/calendar.ts'
import { valuesOf, type Facts } from '../../messages/values.ts'
import { count, every } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import type { Application, Registration } from '../../kernel/payload-types.ts'
import { factsOf, filesSent } from '../../registrations/service/facts.ts'
import { isActive } from '../../registrations/policy.ts'
import { instantAt } from '../../values/day.ts'

// Who leaves a program is off all its rosters by one decision, which is told in one letter with one calendar file.

const isOver = ({ session: { days, timeZone }, now }: Facts): boolean =>
  days.every(({ date, endTime }) => Temporal.Instant.compare(instantAt(date, endTime, timeZone), now) <= 0)

const factsOfAll = async (context: Context, registrations: readonly Registration[]): Promise<Facts[]> => {
  const facts: Facts[] = []
  for (const registration of registrations) facts.push(await factsOf(context, registration))
  return facts.sort((a, b) => (a.session.startsAt ?? '').localeCompare(b.session.startsAt ?? ''))
}

/** A registration as it is once the place is given back, whether it is off the roster yet or not. */
const asLeft = (registration: Registration, now: Temporal.Instant): Registration => ({
  ...registration,
  status: 'canceled',
  canceledBy: 'application',
  canceledFrom: 'confirmed',
  canceledAt: now.toString(),
  revision: registration.revision + 1,
})

/**
 * The calendar file that takes out what is left of a program the applicant takes part in; undefined where there is nothing to take
 * out. It is the same before and after the rosters are brought in line.
 */
export const calendarOfLeaving = async (context: Context, application: Application): Promise<string | undefined> => {
  if (application.applicant !== 'person') return undefined
  const made = await every(context, 'registrations', { application: { equals: application.id } }, { sort: 'createdAt' })
  const left = made.flatMap((one) => {
    if (one.status === 'confirmed') return [asLeft(one, context.now)]
    return one.canceledBy === 'application' ? [one] : []
  })
  const facts = await factsOfAll(context, left)
  const [first] = left
  return first && programCalendar(facts, await filesSent(context, first))
}

/** Those a participant lost a seat in by one decision, which are off the rosters at one moment. */
const decisionsOf = (own: readonly Registration[]): Registration[][] => {
  const lost = own.filter(
    ({ canceledBy, canceledFrom }) => canceledBy === 'application' && canceledFrom === 'confirmed',
  )
  return [...Map.groupBy(lost, ({ canceledAt }) => canceledAt ?? '').values()]
}

const isTold = async (context: Context, lost: readonly Registration[]): Promise<boolean> =>
  (await count(context, 'messages', {
    and: [{ kind: { equals: 'canceled' } }, { registration: { in: lost.map(({ id }) => id) } }],
  })) > 0

const notifyLeft = async (context: Context, application: Application, lost: Registration[]): Promise<void> => {
  if (await isTold(context, lost)) return
  const facts = await factsOfAll(context, lost)
  const [first] = facts
  if (!first) return
  const { registration } = first
  const days = facts.map((one) => valuesOf('canceled', one)['days']).filter(Boolean)
  await notify(context, 'canceled', {
    about: `registration:${registration.id}`,
    to: registration.email,
    values: { ...valuesOf('canceled', first), days: days.join('\n') },
    calendar: programCalendar(facts, await filesSent(context, registration)),
    person: idOf(registration.person),
    registration: registration.id,
    application: application.id,
  })
}

/** Writes once to everybody who is off the rosters of a program, but to an applicant whose own letter about it says so. */
export const notifyEverybodyLeft = async (context: Context, application: Application): Promise<void> => {
  const isToldAlready = application.applicant === 'person' && application.status === 'withdrawn'
  if (isToldAlready) return
  const made = await every(context, 'registrations', { application: { equals: application.id } }, { sort: 'createdAt' })
  for (const own of Map.groupBy(made, ({ attemptHash }) => attemptHash ?? '').values()) {
    const stay = await factsOfAll(
      context,
      own.filter(({ status }) => isActive(status)),
    )
    // Some are still to be taken off, or the person is on the list again.
    if (stay.some((facts) => !isOver(facts))) continue
    for (const lost of decisionsOf(own)) await notifyLeft(context, application, lost)
  }
}
