import type { Act } from '../../kernel/act.ts'
import { every, one } from '../../kernel/queries.ts'
import { idOf, idsOf } from '../../kernel/related.ts'
import type { Course } from '../../kernel/payload-types.ts'
import { prerequisitesIn } from '../../catalog/snapshot.ts'
import { refOf } from '../../catalog/courses.ts'
import type { Context } from '../../context/context.ts'
import { daysText } from '../../messages/changes.ts'
import { formatDay } from '../../values/day.ts'
import { orderEnd } from '../office.ts'
import { moveTo, type NewDate } from '../move.ts'
import {
  agreementAfterMove,
  daysAlong,
  movesOf,
  refusalOfDate,
  refusalToMove,
  type MoveRefusal,
  type OtherDate,
} from '../moving.ts'
import { agreementOf, later } from '../policy.ts'
import { activeKey, limitOf } from '../seats.ts'
import { ACTIVE, type Done } from '../states.ts'
import { centsOfRate } from './agreement.ts'
import { daysOf, type Managed } from './managed.ts'
import type { MoveChoice, MoveView } from '../../staff/views.ts'
import { takeMoveAlong } from './moved.ts'
import { decidingRulesOf, publicRulesOf, rulesOf, type SessionRules } from './rules.ts'

type By = 'person' | 'staff'

/** As many other dates as anybody can choose among. */
const MOST_DATES = 24

/** The course of a session, and those that count as it. */
const coursesFor = ({ course }: SessionRules): string[] => (course ? [course.id, ...idsOf(course.equivalents)] : [])

/** Whether a course asks for something first that the other does not ask for. */
const asksMore = ({ snapshot, course }: SessionRules, than: Course | undefined): boolean => {
  if (!course || course.id === than?.id) return false
  const asked = new Set(than ? prerequisitesIn(snapshot, than).flatMap(({ courses }) => courses) : [])
  return prerequisitesIn(snapshot, course).some(({ courses }) => courses.some((id) => !asked.has(id)))
}

const otherDate = (managed: Managed, there: SessionRules, registered: ReadonlySet<string>): OtherDate => {
  const { registration, rules } = managed
  const { facts, view, course } = there
  return {
    isSame: facts.id === idOf(registration.session),
    isRegistered: registered.has(facts.id),
    asksMore: asksMore(there, rules.course),
    isSameCourse: course?.id === rules.course?.id,
    cents: course ? centsOfRate(agreementOf(registration).price.rate, course) : null,
    standing: view.standing,
    capacity: facts.capacity,
    seatsTaken: facts.seatsTaken,
    waiting: facts.waiting,
    session: facts,
  }
}

const whereOf = async (context: Context, { registration, rules }: Managed) => ({
  session: rules.facts,
  events: rules.events,
  rows: await daysOf(context, registration.id),
})

/** Which of these sessions the person has something to do with already. */
const registeredIn = async (context: Context, { registration }: Managed, sessions: readonly string[]) => {
  const keys = sessions.map((id) => activeKey(id, idOf(registration.person)))
  const known = await every(context, 'registrations', {
    and: [{ activeKey: { in: keys } }, { status: { in: [...ACTIVE] } }],
  })
  return new Set(known.map(({ session }) => idOf(session)))
}

/** The other dates of the course and of those that count as it, the next first, each with what is against it. */
export const movesFor = async (context: Context, managed: Managed, by: By): Promise<MoveView> => {
  const { registration, rules } = managed
  const { snapshot } = rules
  const where = await whereOf(context, managed)
  const refusal = refusalToMove(registration, where, by, context.now) ?? null
  // What is said at the desk of days that are not recorded helps; that there is nothing to move, the page shows anyway.
  if (refusal && refusal !== 'too-late-to-move' && refusal !== 'days-not-recorded') return { refusal, choices: [] }
  const all = coursesFor(rules).flatMap((id) => snapshot.sessions.get(id) ?? [])
  const coming = all
    .filter(({ id, endsAt }) => id !== rules.facts.id && Temporal.Instant.compare(endsAt, context.now) > 0)
    .sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
    .slice(0, MOST_DATES)
  const registered = await registeredIn(
    context,
    managed,
    coming.map(({ id }) => id),
  )
  const choices = await Promise.all(
    coming.map(async ({ id }): Promise<MoveChoice | undefined> => {
      const there = await publicRulesOf(context, id)
      if (!there?.course) return undefined
      const against = refusalOfDate(registration, where, otherDate(managed, there, registered), by, context.now)
      const agreed = agreementOf(registration)
      const [event] = there.events
      const [kinder] = agreementAfterMove(agreed, rules.events, {
        events: there.events,
        course: agreed.course,
        check: null,
      }).events
      return {
        session: there.view,
        course: there.course.id === rules.course?.id ? null : refOf(snapshot, there.course),
        refusal: against ?? null,
        freeUntil: event && kinder?.freeUntil ? Temporal.Instant.from(kinder.freeUntil) : null,
      }
    }),
  )
  return { refusal, choices: choices.flatMap((one) => one ?? []) }
}

/** `revision`: the state the form showed. `inLine`: to the end of the waitlist, where there is no seat; only for the desk. */
export type MoveRequest = { to: string; revision: number; inLine?: boolean }

type Planned = { ok: true; date: NewDate } | { ok: false; refusal: MoveRefusal | 'invalid' }

/** Everything that is written, from how it all stands at this moment; or what is against it. */
const planned = async (context: Context, managed: Managed, by: By, asked: MoveRequest): Promise<Planned> => {
  const { registration } = managed
  const rules = await rulesOf(context, idOf(registration.session))
  const there = await decidingRulesOf(context, asked.to)
  if (!there?.course || !coursesFor(rules).includes(there.course.id)) return { ok: false, refusal: 'invalid' }
  const now = { registration, rules }
  const where = await whereOf(context, now)
  const other = otherDate(now, there, await registeredIn(context, now, [asked.to]))
  const refusal =
    refusalToMove(registration, where, by, context.now) ?? refusalOfDate(registration, where, other, by, context.now)
  const inLine = by === 'staff' && asked.inLine === true
  if (refusal && !(inLine && refusal === 'date-full')) return { ok: false, refusal }
  const { course, facts, offers } = there
  const agreed = agreementAfterMove(agreementOf(registration), rules.events, {
    events: there.events,
    course: { title: course.title, slug: course.slug },
    check: there.check,
  })
  const { order, name, answerBy } = registration
  const from = rules.facts.days.find(({ isCanceled }) => !isCanceled)?.date ?? rules.facts.days[0]!.date
  const first = facts.days.find(({ isCanceled }) => !isCanceled)!.date
  // A purchase order that is waited for has as much time as anybody's who takes a seat there now, if that is more.
  const dueAt =
    order.state === 'pending' && order.dueAt
      ? later(
          Temporal.Instant.from(order.dueAt),
          orderEnd(context.now, offers.orderDays, offers.office, offers.startsAt),
        )
      : null
  return {
    ok: true,
    date: {
      session: asked.to,
      limit: limitOf(facts),
      inLine,
      fields: {
        title: `${name}, ${course.title}`,
        agreed: { ...agreed },
        notifiedDays: daysText(facts),
        ...(dueAt && { order: { ...order, dueAt: dueAt.toString() } }),
        ...(answerBy && Temporal.Instant.compare(Temporal.Instant.from(answerBy), facts.startsAt) > 0
          ? { answerBy: facts.startsAt.toString() }
          : {}),
      },
      move: {
        shown: asked.revision,
        from,
        days: daysAlong(rules.facts, facts),
      },
      summary: `${name} moved from ${formatDay(from, 'en', 'short')} to ${formatDay(first, 'en', 'short')}`,
    },
  }
}

/** The same form sent again: it is done. */
const isDone = ({ registration }: Managed, { to, revision }: MoveRequest): boolean => {
  const last = movesOf(registration).at(-1)
  return last?.shown === revision && idOf(registration.session) === to
}

/** Moves somebody to another date, by the same rule for the person and for the desk. */
export const moveRegistration = async (
  context: Context,
  act: Act,
  managed: Managed,
  by: By,
  asked: MoveRequest,
): Promise<Done> => {
  const { registration } = managed
  if (isDone(managed, asked)) return { ok: true }
  if (asked.revision !== registration.revision) return { ok: false, refusal: 'changed-meanwhile' }
  const done = await moveTo(act, registration, asked.to, () => planned(context, managed, by, asked))
  if (!done.ok && done.refusal === 'changed-meanwhile') {
    const now = await one(context, 'registrations', registration.id)
    if (now && isDone({ ...managed, registration: now }, asked)) return { ok: true }
  }
  if (done.ok) await takeMoveAlong(context, registration.id)
  return done
}
