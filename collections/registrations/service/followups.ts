import type { Where } from 'payload'
import { recordEnrolled } from '../enroll.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import { agreementOf } from '../policy.ts'
import { ACTIVE, type Canceler } from '../states.ts'
import { plainName } from '../../messages/values.ts'
import type { MessageKind } from '../../templates/states.ts'
import { instantAt } from '../../values/day.ts'
import type { SessionFacts } from '../../sessions/view.ts'
import { linesOf } from '../lines.ts'
import { idOf } from '../../kernel/related.ts'
import type { Attendance, Registration } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { recheckGates } from './gates.ts'
import { tellAbout } from './notifications.ts'
import { daysOf } from './managed.ts'
import { rulesOf } from './rules.ts'
import { each } from '../../context/each.ts'

const BATCH = 200
const REMIND_DAYS = 2

type Telling = { kind: MessageKind; key?: string }

const CANCELED = {
  person: 'canceled',
  staff: 'canceled',
  host: 'host-canceled',
  offer: 'offer-expired',
  order: 'order-expired',
  gate: 'waiver-refused',
  application: 'canceled',
} as const satisfies Record<Canceler, MessageKind>

/** What has to have been written to the person for a registration to be as it is. Each is written once, by its key. */
const tellingsOf = ({ status, gate, canceledBy, offerUntil, linkVersion }: Registration): Telling[] => {
  const version = linkVersion > 1 ? String(linkVersion) : undefined
  if (status === 'canceled') return canceledBy ? [{ kind: CANCELED[canceledBy] }] : []
  if (status === 'offered') return [{ kind: 'offered', key: offerUntil ?? undefined }]
  const waived: Telling[] = gate === 'waived' ? [{ kind: 'waiver-granted' }] : []
  return [...waived, { kind: status, key: version }]
}

/** Days canceled each for itself, told together as they were canceled together. */
const dayTellings = (rows: readonly Attendance[]): Telling[] => {
  const moments = new Set(rows.filter(({ state }) => state === 'canceled').map(({ at }) => at))
  return [...moments].map((at) => ({ kind: 'canceled' as const, key: at }))
}

/** The days of a session as one text, to see whether people have to be told of a change. */
const toldOf = ({ days, timeZone }: SessionFacts): string =>
  JSON.stringify([
    timeZone,
    ...days.map(({ date, startTime, endTime, place, address, isCanceled }) => [
      date,
      startTime,
      endTime,
      place,
      address,
      isCanceled,
    ]),
  ])

/** Tells everybody who handed the seat on that it is the next one's now. The first holder handed on to the second. */
const tellFormerHolders = async (context: Context, registration: Registration): Promise<void> => {
  const holders = (registration.formerly as { name: string; email: string }[] | null) ?? []
  for (const [index, { name, email }] of holders.entries()) {
    const next = holders[index + 1] ?? registration
    const values = { colleague: plainName(next.name, 'Your colleague') }
    await tellAbout(context, 'substituted', { ...registration, name, email }, { key: String(index + 2), values })
  }
}

const settle = async (context: Context, registration: Registration): Promise<void> => {
  const { id, revision, status, person } = registration
  await recordEnrolled(actOf(context, { kind: 'person', name: registration.name }), registration)
  for (const { kind, key } of tellingsOf(registration)) await tellAbout(context, kind, registration, { key })
  if (status === 'confirmed')
    for (const { kind, key } of dayTellings(await daysOf(context, id)))
      await tellAbout(context, kind, registration, { key })
  await tellFormerHolders(context, registration)
  await recheckGates(context, idOf(person))
  const { facts } = await rulesOf(context, idOf(registration.session))
  const told = registration.told ?? toldOf(facts)
  // Others still need the mark: what they derive from a registration is derived before this step.
  await compareAndSet(
    context.payload,
    'registrations',
    id,
    { revision: { equals: revision } },
    { unsettled: false, told },
  )
}

/** Writes what each changed registration has to be told, and looks at what else follows from it. */
const settleChanges = async (context: Context): Promise<void> => {
  const { docs } = await context.payload.find({
    collection: 'registrations',
    depth: 0,
    limit: BATCH,
    overrideAccess: true,
    pagination: false,
    sort: 'updatedAt',
    where: {
      and: [
        { unsettled: { equals: true } },
        ...(context.roundAt ? [{ updatedAt: { less_than_equal: context.roundAt } }] : []),
      ],
    },
  })
  await each(context, docs, 'Registration', (registration) => settle(context, registration))
  if (docs.length === BATCH) context.settleSoon()
}

/** The sessions to come that anybody is registered for. */
const comingSessions = async (context: Context): Promise<SessionFacts[]> => {
  const { session: sessions } = await context.source.read()
  const lines = linesOf(context.payload)
  const { now } = context
  return [...sessions.values()].filter(({ id, endsAt, status }) => {
    const { held, waiting } = lines.counts(id)
    return held + waiting > 0 && status === 'scheduled' && Temporal.Instant.compare(now, endsAt) < 0
  })
}

const registeredFor = async ({ payload }: Context, session: string, where: Where): Promise<Registration[]> => {
  const { docs } = await payload.find({
    collection: 'registrations',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    where: { and: [{ session: { equals: session } }, where] },
  })
  return docs
}

const canceledIn = (told: string): Set<unknown> =>
  new Set((JSON.parse(told) as unknown[][]).slice(1).flatMap((day) => (day[5] ? [day[0]] : [])))

/** Tells people whose session has other days, hours or another place than they last heard. */
const tellChange = async (context: Context, registration: Registration, facts: SessionFacts): Promise<void> => {
  const [before, now] = [registration.told!, toldOf(facts)]
  const dropped = [...canceledIn(now)].filter((day) => !canceledIn(before).has(day))
  for (const day of dropped) await tellAbout(context, 'day-canceled', registration, { key: String(day) })
  if (dropped.length === 0) await tellAbout(context, 'changed', registration, { key: facts.updatedAt.toString() })
  await compareAndSet(context.payload, 'registrations', registration.id, { told: { equals: before } }, { told: now })
}

const settleMoved = async (context: Context, facts: SessionFacts): Promise<void> => {
  const active = await registeredFor(context, facts.id, {
    and: [{ status: { in: [...ACTIVE] } }, { unsettled: { equals: false } }, { told: { not_equals: toldOf(facts) } }],
  })
  const known = active.filter(({ told }) => told)
  await each(context, known, 'Session changed', (registration) => tellChange(context, registration, facts))
}

/** Reminds everybody two days before each event, unless they registered after that. */
const settleReminders = async (context: Context, facts: SessionFacts): Promise<void> => {
  const { now } = context
  const { events } = await rulesOf(context, facts.id)
  for (const {
    days: [first],
  } of events) {
    const { startTime } = facts.days.find(({ date }) => date === first)!
    const startsAt = instantAt(first!, startTime, facts.timeZone)
    const from = startsAt.subtract({ hours: REMIND_DAYS * 24 })
    const isDue = Temporal.Instant.compare(now, from) >= 0 && Temporal.Instant.compare(now, startsAt) < 0
    if (!isDue) continue
    const confirmed = await registeredFor(context, facts.id, { status: { equals: 'confirmed' } })
    const early = confirmed.filter(
      (one) => Temporal.Instant.compare(Temporal.Instant.from(agreementOf(one).at), from) < 0,
    )
    const { docs } = await context.payload.find({
      collection: 'messages',
      depth: 0,
      overrideAccess: true,
      pagination: false,
      select: { registration: true },
      where: {
        and: [
          { kind: { equals: 'reminder' } },
          { key: { like: `:reminder:${first}` } },
          { registration: { in: early.map(({ id }) => id) } },
        ],
      },
    })
    const reminded = new Set(docs.map(({ registration }) => idOf(registration)))
    const left = early.filter(({ id }) => !reminded.has(id))
    await each(context, left, 'Reminder', (registration) =>
      tellAbout(context, 'reminder', registration, { key: first }),
    )
  }
}

/** Everything that is written to people because of their registration, their session, or the calendar. */
export const settleRegistrations = async (context: Context): Promise<void> => {
  await settleChanges(context)
  for (const facts of await comingSessions(context)) {
    await settleMoved(context, facts)
    await settleReminders(context, facts)
  }
}
