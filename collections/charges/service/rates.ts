import type { Registration, Session } from '../../kernel/payload-types.ts'
import type { Act } from '../../kernel/act.ts'
import { book } from '../actions.ts'
import { rateLine } from '../policy.ts'
import { record } from '../../events/actions.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import { agreementOf } from '../../registrations/policy.ts'
import { idOf } from '../../kernel/related.ts'
import { instantAt, type Day } from '../../values/day.ts'
import type { Context } from '../../context/context.ts'
import { each } from '../../context/each.ts'
import { BATCH, every, one } from '../../kernel/queries.ts'

/** The first day that takes place: the moment it begins, and the day itself. */
const firstHeld = ({ days, timeZone }: Session): { at: Temporal.Instant; day: Day } | undefined => {
  const held = days.find(({ canceled }) => !canceled)
  return held && { at: instantAt(held.date, held.startTime, timeZone), day: held.date }
}

/** The day a place is billed for: the first that takes place, or the first of all. */
export const firstHeldDay = (session: Session): Day => firstHeld(session)?.day ?? session.days[0]!.date

/** Says in the log that a place has no price. */
export const recordFree = (act: Act, { id, name }: Registration, reason: string): Promise<void> =>
  record(act, {
    key: `registration:${id}:free`,
    kind: 'registration.free',
    summary: `No charge for ${name}`,
    registration: id,
    reason,
  })

/** The price of a place is owed once the first day has begun; one on request waits for the desk, which finds it in the log. */
const rate = async (act: Act, registration: Registration): Promise<void> => {
  const session = await one(act, 'sessions', idOf(registration.session))
  const first = session && firstHeld(session)
  if (!first || Temporal.Instant.compare(act.now, first.at) < 0) return
  const line = rateLine(registration, first.day)
  if (line) await book(act, line)
  if (agreementOf(registration).price.cents === null)
    await record(act, {
      key: `registration:${registration.id}:unpriced`,
      kind: 'registration.unpriced',
      summary: `The price for ${registration.name} has to be settled`,
      registration: registration.id,
      session: idOf(registration.session),
    })
  await compareAndSet(act.payload, 'registrations', registration.id, { isRated: { equals: false } }, { isRated: true })
}

/** Books the price of every place that is owed by now. */
export const settleRates = async (context: Context, act: Act): Promise<void> => {
  const due = await every(
    act,
    'registrations',
    {
      and: [
        { isRated: { equals: false } },
        { status: { equals: 'confirmed' } },
        // A second more, because the database compares moments as text, with or without milliseconds; `rate` looks closely.
        { 'session.startsAt': { less_than_equal: act.now.add({ seconds: 1 }).toString() } },
        { 'session.status': { not_equals: 'canceled' } },
      ],
    },
    BATCH,
  )
  await each(context, due, 'The price of a place could not be booked', (registration) => rate(act, registration))
}
