import type { CurrentEvent } from '../policy.ts'
import type { OfferRules } from '../offers.ts'
import { limitOf } from '../seats.ts'
import { checkDueBy } from '../../policies/deadline.ts'
import { policyNumbers, type PolicyNumbers } from '../../policies/view.ts'
import type { CheckView } from './view.ts'
import { upToDate } from '../../kernel/changes.ts'
import { flatColumns } from '../../kernel/columns.ts'
import { one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { isPlanned } from '../../sessions/policy.ts'
import { sessionFacts, sessionView, withCounts, type SessionFacts, type SessionView } from '../../sessions/view.ts'
import { dayIn } from '../../values/day.ts'
import { rulesIn, type Clock } from '../../catalog/courses.ts'
import type { Snapshot } from '../../catalog/snapshot.ts'
import type { Course, Session } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { policiesOf } from './terms.ts'

const OFFER_HOURS = 8
const OFFICE = { opens: '08:00', closes: '16:00' }
const ORDER_DAYS = 10

/** A session with all the rules that hold for it at this moment. `course` is undefined for a collaborative's meeting. */
export type SessionRules = {
  snapshot: Snapshot
  course: Course | undefined
  facts: SessionFacts
  view: SessionView
  events: CurrentEvent[]
  cancellation: PolicyNumbers | undefined
  offers: OfferRules
  check: CheckView | null
}

export const officeOf = (snapshot: Snapshot, clock: Clock) => {
  const [policy] = policiesOf(snapshot, clock, 'waitlist')
  return {
    hours: policy?.offerHours ?? OFFER_HOURS,
    office: {
      opens: policy?.officeOpens || OFFICE.opens,
      closes: policy?.officeCloses || OFFICE.closes,
      holidays: snapshot.holidays,
      zone: clock.zone,
    },
  }
}

/** A member guest's check for a session: so much a day, to be received so many calendar days before the first. */
const checkOf = (snapshot: Snapshot, { days, timeZone }: SessionFacts, clock: Clock): CheckView | null => {
  const [guests] = policiesOf(snapshot, clock, 'guests')
  const { deadline, feePerDay } = guests ? policyNumbers(guests) : { deadline: null, feePerDay: null }
  const held = [...new Set(days.filter(({ isCanceled }) => !isCanceled).map(({ date }) => date))]
  if (!deadline || !feePerDay || held.length === 0) return null
  const due = checkDueBy(held[0]!, deadline, snapshot.holidays)
  return { cents: feePerDay * held.length, ...due, isPast: dayIn(clock.now, timeZone) > due.lastMailDay }
}

const rulesOfFacts = (context: Context, snapshot: Snapshot, facts: SessionFacts, course?: Course): SessionRules => {
  const { now } = context
  const rules = rulesIn(snapshot, context)
  const { cancellation } = rules
  const counted = withCounts(facts, snapshot.seats.counts(facts.id))
  const view = sessionView(counted, rules, now)
  const [billing] = policiesOf(snapshot, context, 'billing')
  return {
    snapshot,
    course,
    facts: counted,
    view,
    events: view.events,
    cancellation,
    offers: {
      session: facts.id,
      limit: limitOf(facts),
      isOpen: facts.status === 'scheduled' && Temporal.Instant.compare(now, facts.startsAt) < 0,
      startsAt: facts.startsAt,
      orderDays: billing?.orderDays ?? ORDER_DAYS,
      ...officeOf(snapshot, context),
    },
    check: checkOf(snapshot, facts, context),
  }
}

/** The rules of a public session; undefined where there is none of that id. */
export const publicRulesOf = async (context: Context, session: string): Promise<SessionRules | undefined> => {
  const snapshot = await context.source.read()
  const facts = snapshot.session.get(session)
  const course = snapshot.documents.courses.get(snapshot.courseOf.get(session) ?? '')
  return facts && rulesOfFacts(context, snapshot, facts, course)
}

/** Whether a session is in the database as it is known here: a look at a few columns instead of reading it whole. */
const isAsKnown = async (context: Context, { id, ...known }: SessionFacts): Promise<boolean> => {
  const names = ['updatedAt', 'status', 'capacity', 'seatsReserved', '_status', 'deletedAt'] as const
  const [found] = await flatColumns(context, 'sessions', names, { field: 'id', values: [id] })
  return (
    found !== undefined &&
    new Date(found.updatedAt).getTime() === known.updatedAt.epochMilliseconds &&
    found.status === known.status &&
    found.capacity === known.capacity &&
    (found.seatsReserved ?? 0) === known.seatsReserved &&
    found._status === 'published' &&
    !found.deletedAt
  )
}

/** The same for what is decided now: with the session as the database has it, and everything else as it was written last. */
export const decidingRulesOf = async (context: Context, session: string): Promise<SessionRules | undefined> => {
  await upToDate(context.payload, true)
  const snapshot = await context.source.read()
  const known = snapshot.session.get(session)
  if (known && (await isAsKnown(context, known))) return publicRulesOf(context, session)
  const found = await one(context, 'sessions', session)
  if (!found || found._status !== 'published' || found.deletedAt || !isPlanned(found)) return undefined
  const course = snapshot.documents.courses.get(idOf(found.course) ?? '')
  return rulesOfFacts(context, snapshot, sessionFacts(found), course)
}

/**
 * The rules of any session people are registered for, as the database has it, also of one that was taken off the site: by its id,
 * or as it was read just now. Throws when it is gone.
 */
export const rulesOf = async (context: Context, session: string | Session): Promise<SessionRules> => {
  await upToDate(context.payload, true)
  const snapshot = await context.source.read()
  const again = async (): Promise<OfferRules> => (await rulesOf(context, idOf(session))).offers
  const known = typeof session === 'string' ? await publicRulesOf(context, session) : undefined
  const isWhole = known && (known.course !== undefined || !snapshot.courseOf.has(known.facts.id))
  if (isWhole && (await isAsKnown(context, known.facts))) return { ...known, offers: { ...known.offers, again } }
  const found = typeof session === 'string' ? await one(context, 'sessions', session) : session
  if (!found) throw new Error(`There is no session ${idOf(session)}.`)
  const id = idOf(found.course)
  const course = id ? (snapshot.documents.courses.get(id) ?? (await one(context, 'courses', id))) : undefined
  const rules = rulesOfFacts(context, snapshot, sessionFacts(found), course)
  return { ...rules, offers: { ...rules.offers, again } }
}
