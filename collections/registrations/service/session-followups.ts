import type { Where } from 'payload'
import { SYSTEM } from '../../kernel/act.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import { endAsking } from '../accepting.ts'
import { askedAnew, openAsking } from '../handing-on.ts'
import { movesOf } from '../moving.ts'
import { agreementOf } from '../policy.ts'
import { ACTIVE } from '../states.ts'
import { canceledIn, daysText } from '../../messages/changes.ts'
import { instantAt, type Day } from '../../values/day.ts'
import type { SessionFacts } from '../../sessions/view.ts'
import { idOf } from '../../kernel/related.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { each } from '../../context/each.ts'
import { every, pluck } from '../../kernel/queries.ts'
import { isWithin, type Step } from '../../followups/service/step.ts'
import { notifyAbout } from './notifications.ts'
import { rulesOf, type SessionRules } from './rules.ts'
import { isGoingOn } from '../../sessions/policy.ts'

const REMIND_DAYS = 2

/** Whether a day of it is still to come or under way, held or called off: somebody may wait for it. */
const hasDayAhead = ({ days, timeZone }: SessionFacts, now: Temporal.Instant): boolean =>
  days.some(({ date, endTime }) => Temporal.Instant.compare(now, instantAt(date, endTime, timeZone)) < 0)

/** A session on the site that takes place and is not over; undefined for any other. */
const comingSession = async (context: Context, id: string): Promise<SessionFacts | undefined> => {
  const facts = (await context.source.read()).session.get(id)
  return facts && isGoingOn(facts, context.now) ? facts : undefined
}

const registeredFor = (context: Context, session: string, where: Where): Promise<Registration[]> =>
  every(context, 'registrations', { and: [{ session: { equals: session } }, where] })

/**
 * Tells somebody whose session has other days, hours or another place than they last heard. A colleague who was asked to come
 * instead is asked again, with how it is now, or not any more where none of the days is held. What else changes the registration in
 * the same moment brings it here again.
 */
const notifyChange = async (context: Context, registration: Registration, facts: SessionFacts): Promise<void> => {
  const [before, now] = [registration.notifiedDays, daysText(facts)]
  if (before) {
    const dropped = [...canceledIn(now)].filter((day) => !canceledIn(before).has(day))
    for (const day of dropped) await notifyAbout(context, 'day-canceled', registration, { key: String(day) })
    if (dropped.length === 0) await notifyAbout(context, 'changed', registration, { key: facts.updatedAt.toString() })
  }
  const asked = before ? openAsking(registration) : null
  const anew = asked && askedAnew(asked, facts)
  if (asked && !anew) {
    await endAsking(actOf(context, SYSTEM), registration, 'taken-back')
    return
  }
  const asRead: Where = before ? { notifiedDays: { equals: before } } : { notifiedDays: { exists: false } }
  const where: Where = { and: [asRead, { revision: { equals: registration.revision } }] }
  const data = { notifiedDays: now, ...(anew && { asked: { ...anew }, answerBy: anew.until }) }
  await compareAndSet(context.payload, 'registrations', registration.id, where, data)
}

/** What people are told of a session that moved. */
export const sessionChanges: Step = {
  name: 'session-changes',
  follows: { sessions: ({ id }) => id, registrations: ({ session }) => idOf(session) },
  handle: async (context, id) => {
    const facts = (await context.source.read()).session.get(id)
    if (!facts || facts.status !== 'scheduled' || !hasDayAhead(facts, context.now)) return
    const now = daysText(facts)
    const behind = await registeredFor(context, id, {
      and: [
        { status: { in: [...ACTIVE] } },
        { or: [{ notifiedDays: { not_equals: now } }, { notifiedDays: { exists: false } }] },
      ],
    })
    await each(behind, (registration) => notifyChange(context, registration, facts))
  },
}

type Reminder = { days: readonly Day[]; from: Temporal.Instant; startsAt: Temporal.Instant }

/** When a day begins, and when people are reminded of it if an event begins with it. */
const momentsOf = ({ days, timeZone }: Pick<SessionFacts, 'days' | 'timeZone'>, day: Day): Omit<Reminder, 'days'> => {
  const { startTime } = days.find(({ date }) => date === day)!
  const startsAt = instantAt(day, startTime, timeZone)
  return { startsAt, from: startsAt.subtract({ hours: REMIND_DAYS * 24 }) }
}

/** When people are reminded of each event of a session: two days before it begins. */
const remindersOf = ({ facts, events }: Pick<SessionRules, 'facts' | 'events'>): Reminder[] =>
  events.map(({ days }) => ({ days, ...momentsOf(facts, days[0]!) }))

/** Those who gave up every one of these days, or handed it on. */
const awayOn = async (context: Context, session: string, days: readonly Day[]): Promise<ReadonlySet<string>> => {
  const rows = await every(context, 'attendance', {
    and: [
      { session: { equals: session } },
      { date: { in: [...days] } },
      { state: { in: ['canceled', 'substituted'] } },
    ],
  })
  const byRegistration = Map.groupBy(rows, ({ registration }) => idOf(registration))
  return new Set([...byRegistration].filter(([, gone]) => gone.length === days.length).map(([id]) => id))
}

/** Since when somebody is registered for this date, as they were told. */
const hereSince = (registration: Registration): Temporal.Instant =>
  Temporal.Instant.from(movesOf(registration).at(-1)?.at ?? agreementOf(registration).at)

const remind = async (context: Context, session: string, { days, from }: Reminder): Promise<void> => {
  const confirmed = await registeredFor(context, session, { status: { equals: 'confirmed' } })
  const away = await awayOn(context, session, days)
  const early = confirmed.filter((one) => !away.has(one.id) && Temporal.Instant.compare(hereSince(one), from) < 0)
  const [day] = days
  const known = await pluck(
    context,
    'messages',
    {
      and: [
        { kind: { equals: 'reminder' } },
        { key: { like: `:reminder:${day}` } },
        { registration: { in: early.map(({ id }) => id) } },
      ],
    },
    ['registration'],
  )
  const reminded = new Set(known.map(({ registration }) => idOf(registration)))
  await each(
    early.filter(({ id }) => !reminded.has(id)),
    (registration) => notifyAbout(context, 'reminder', registration, { key: day }),
  )
}

/** Reminds everybody two days before each event they still come to, unless they registered after that. */
export const reminders: Step = {
  name: 'reminders',
  follows: { sessions: ({ id }) => id, registrations: ({ session }) => idOf(session) },
  due: async (context, span) => {
    const { session: sessions } = await context.source.read()
    // Which of the days begin an event is worked out for the few of them alone.
    const mayBeDue = (facts: SessionFacts): boolean =>
      isGoingOn(facts, span.until) && facts.days.some(({ date }) => isWithin(momentsOf(facts, date).from, span))
    return [...sessions.values()].filter(mayBeDue).map(({ id }) => id)
  },
  handle: async (context, id) => {
    if (!(await comingSession(context, id))) return
    const { now } = context
    for (const reminder of remindersOf(await rulesOf(context, id))) {
      const isDue =
        Temporal.Instant.compare(now, reminder.from) >= 0 && Temporal.Instant.compare(now, reminder.startsAt) < 0
      if (isDue) await remind(context, id, reminder)
    }
  },
}
