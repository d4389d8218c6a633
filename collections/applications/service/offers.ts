import { setImmediate } from 'node:timers/promises'
import type { Where } from 'payload'
import { SYSTEM, type Act } from '../../kernel/act.ts'
import { changeApplication, entryOf } from '../change.ts'
import { whyOffered } from '../explain.ts'
import { freePlaces, offerPlace } from '../places.ts'
import { letGo, offerUntil, type Decision } from '../selection.ts'
import { idOf } from '../../kernel/related.ts'
import type { Application, Collaborative } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { count, every } from '../../kernel/queries.ts'
import { stampOf } from '../../followups/service/step.ts'
import { officeOf } from '../../registrations/service/rules.ts'
import { each } from '../../context/each.ts'
import { callNamed, candidateOf, decisionsIn, rankedIn, type Call } from './calls.ts'
import { nextSessionOf } from './programs.ts'

/** Far more than other processes could ever make necessary. */
const MOST_READS = 50
/** Offers between two moments in which requests are served. */
const AT_ONCE = 20

/** The keys of the places that are held, by collaborative. */
export const heldIn = (applications: readonly Application[]): Map<string, string[]> => {
  const held = new Map<string, string[]>()
  for (const { place, placeKey } of applications) {
    const id = idOf(place)
    if (id && placeKey) held.set(id, [...(held.get(id) ?? []), placeKey])
  }
  return held
}

/** Until when an offer of a place in this collaborative holds that is made now. */
export const untilFor = async (context: Context, act: Act, one: Collaborative): Promise<Temporal.Instant> => {
  const snapshot = await context.source.read()
  const { office } = officeOf(snapshot, context)
  return offerUntil(act.now, one.offerHours, office, nextSessionOf(snapshot, one, act.now))
}

/** Makes the offers of one decision in order; false where somebody else was faster, so that it has to be made anew. */
const makeOffers = async (
  context: Context,
  call: Call,
  applications: readonly Application[],
  decisions: readonly Decision[],
): Promise<boolean> => {
  const act = actOf(context, SYSTEM)
  const byId = new Map(applications.map((one) => [one.id, one]))
  const held = heldIn(applications)
  const rules = new Map(
    await Promise.all(
      call.collaboratives.map(async (one) => {
        const keys = freePlaces(one.id, one.capacity ?? null, held.get(one.id) ?? [])
        return [one.id, { keys, until: await untilFor(context, act, one) }] as const
      }),
    ),
  )
  let made = 0
  for (const decision of decisions) {
    if (!('offer' in decision)) continue
    const application = byId.get(decision.id)!
    const { keys, until } = rules.get(decision.offer)!
    const key = keys(application.id)
    if (!key) return false
    const why = whyOffered(decision, decisions.length, application.score ?? null, call.names)
    // Logged with what is told, by the name of the place.
    if (!(await offerPlace(act, application, { collaborative: decision.offer, key, until, why }, null))) return false
    made += 1
    if (made % AT_ONCE === 0) await setImmediate()
  }
  return true
}

/**
 * Offers every free place of a released call, in order of rank. Two processes that offer the same place are told apart by its
 * unique key; the second reads again and decides anew. Doing it again changes nothing.
 */
export const offerPlaces = async (context: Context, key: string): Promise<void> => {
  const call = callNamed(await context.source.read(), key, context.now)
  const waiting: Where = { and: [{ call: { equals: key } }, { status: { in: ['waiting', 'offered'] } }] }
  if (!call || (await count(context, 'applications', waiting)) === 0) return
  for (let reads = 0; reads < MOST_READS; reads += 1) {
    const applications = await rankedIn(context, key)
    const decisions = decisionsIn(call, applications)
    if (await makeOffers(context, call, applications, decisions)) return
  }
  throw new Error(`The places of ${key} could not be offered in ${MOST_READS} readings.`)
}

/** Offers that ran out. */
export const lateOffers = (context: Context, now: Temporal.Instant, of: Where = {}): Promise<Application[]> =>
  every(context, 'applications', {
    and: [of, { status: { equals: 'offered' } }, { offerUntil: { less_than: stampOf(now) } }],
  })

/** Ends offers nobody answered in time: the next choice stays open, unless the selection is closed. */
export const endOffers = async (context: Context, call: string, isClosed: boolean): Promise<void> => {
  const act = actOf(context, SYSTEM)
  await each(await lateOffers(context, act.now, { call: { equals: call } }), async (application) => {
    const place = idOf(application.place)
    if (!place || Temporal.Instant.compare(act.now, Temporal.Instant.from(application.offerUntil!)) <= 0) return
    const { status, choices } = letGo(candidateOf(application), 'expired')
    const entry = () => entryOf(application, `let-go:${place}:${application.offerUntil}`, 'The offer ran out')
    const ended = { status: isClosed ? ('expired' as const) : status, choices }
    await changeApplication(act, application, ended, entry, ['place', 'placeKey', 'offerUntil', 'offeredAt', 'reason'])
  })
}
