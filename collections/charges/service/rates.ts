import type { Registration, Session } from '../../kernel/payload-types.ts'
import type { Act } from '../../kernel/act.ts'
import { book } from '../actions.ts'
import { rateLine } from '../policy.ts'
import { record } from '../../events/actions.ts'
import { agreementOf } from '../../registrations/policy.ts'
import { idOf } from '../../kernel/related.ts'
import { instantAt, type Day } from '../../values/day.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { actOf } from '../../context/context.ts'
import { isWithin, stampOf, type Step } from '../../followups/service/step.ts'
import { each } from '../../context/each.ts'
import { every, one } from '../../kernel/queries.ts'

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

/** What is known already about the prices of some places: the keys of lines and of entries in the log. */
const knownOf = async (act: Act, session: string, unpriced: readonly Registration[]): Promise<ReadonlySet<string>> => {
  const lines = await every(act, 'charges', { and: [{ session: { equals: session } }, { kind: { equals: 'rate' } }] })
  const entries = unpriced.length > 0 ? await every(act, 'events', { key: { in: unpriced.map(unpricedKey) } }) : []
  return new Set([...lines, ...entries].map(({ key }) => key))
}

const unpricedKey = ({ id }: Registration): string => `registration:${id}:unpriced`

const recordUnpriced = (act: Act, registration: Registration): Promise<void> =>
  record(act, {
    key: unpricedKey(registration),
    kind: 'registration.unpriced',
    summary: `The price for ${registration.name} has to be settled`,
    registration: registration.id,
    session: idOf(registration.session),
  })

/** The price of a place is owed once the first day has begun; one on request waits for the desk, which finds it in the log. */
export const placePrices: Step = {
  name: 'place-prices',
  follows: { registrations: ({ session }) => idOf(session), sessions: ({ id }) => id },
  due: async (context, span) => {
    const running = await every(context, 'sessions', {
      and: [
        { startsAt: { less_than_equal: stampOf(span.until) } },
        ...(span.since ? [{ endsAt: { greater_than: stampOf(span.since) } }] : []),
      ],
    })
    return running.flatMap((session) => {
      const first = firstHeld(session)
      return first && isWithin(first.at, span) ? session.id : []
    })
  },
  handle: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const session = await one(context, 'sessions', id)
    const first = session?.status === 'scheduled' ? firstHeld(session) : undefined
    if (!first || Temporal.Instant.compare(act.now, first.at) < 0) return
    const places = await every(act, 'registrations', {
      and: [{ session: { equals: id } }, { status: { equals: 'confirmed' } }],
    })
    const unpriced = places.filter((place) => agreementOf(place).price.cents === null)
    const known = await knownOf(act, id, unpriced)
    const lines = places.flatMap((place) => rateLine(place, first.day) ?? []).filter(({ key }) => !known.has(key))
    await each(lines, (line) => book(act, line))
    await each(
      unpriced.filter((place) => !known.has(unpricedKey(place))),
      (place) => recordUnpriced(act, place),
    )
  },
}
