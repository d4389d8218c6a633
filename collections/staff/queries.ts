import type { MinimumStanding } from '../attendance/minimum.ts'
import { datesOf, hoursOf, isCalledOff, minutesOf } from '../attendance/policy.ts'
import { DAY_STATES, type DayState } from '../attendance/states.ts'
import { acceptanceOf } from '../registrations/acceptance.ts'
import { isShared } from '../registrations/seats.ts'
import { STATUSES, type Status } from '../registrations/states.ts'
import { idOf, idsOf } from '../kernel/related.ts'
import { sessionFacts, sessionLine, withCounts } from '../sessions/view.ts'
import { dayIn, instantOf, type Day } from '../values/day.ts'
import { isFoundBy, searchable, searchFor } from '../values/searchable.ts'
import type { Attendance, Deposit, Registration, Session, User } from '../kernel/payload-types.ts'
import type { Context } from '../context/context.ts'
import { every, one, pluck } from '../kernel/queries.ts'
import type { DeskDay, DeskSession, ParentView, RosterLine, StatusCounts } from './views.ts'

// How documents become what the pages of the desk show.

/** The course or collaborative of a session, with the circles it wears; drafts too, by what they are called now. */
export const parentOf = async (context: Context, session: Session): Promise<ParentView> => {
  const { documents, circleOf } = await context.source.read()
  const [courseId, collaborativeId] = [idOf(session.course), idOf(session.collaborative)]
  if (courseId) {
    const course = documents.courses.get(courseId) ?? (await one(context, 'courses', courseId))
    const circles = idsOf(course?.circles).flatMap((id) => circleOf.get(id) ?? [])
    return { title: course?.title ?? session.title ?? '', slug: documents.courses.get(courseId)?.slug ?? null, circles }
  }
  const collaborative = collaborativeId ? await one(context, 'collaboratives', collaborativeId) : undefined
  return { title: collaborative?.name ?? session.title ?? '', slug: null, circles: [] }
}

export const noCounts = (): StatusCounts => ({
  ...(Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>),
  sharing: 0,
})

/** How many registrations of each session have which status. */
export const countsOf = async (context: Context, sessions: readonly string[]): Promise<Map<string, StatusCounts>> => {
  const counts = new Map(sessions.map((id) => [id, noCounts()]))
  if (sessions.length === 0) return counts
  const rows = await pluck(context, 'registrations', { session: { in: [...sessions] } }, [
    'session',
    'status',
    'seatKey',
  ])
  for (const { session, status, seatKey } of rows) {
    const ofSession = counts.get(idOf(session))!
    ofSession[status] += 1
    if (isShared(seatKey)) ofSession.sharing += 1
  }
  return counts
}

export const deskSession = async (context: Context, session: Session, counts: StatusCounts): Promise<DeskSession> => {
  const facts = withCounts(sessionFacts(session), {
    held: counts.confirmed + counts.offered - counts.sharing,
    waiting: counts.waitlisted,
  })
  return {
    id: session.id,
    parent: await parentOf(context, session),
    line: sessionLine(facts, context.now),
    counts,
    free: facts.capacity === null ? null : Math.max(0, facts.capacity - facts.seatsTaken),
  }
}

export const deskSessions = async (context: Context, sessions: readonly Session[]): Promise<DeskSession[]> => {
  const counts = await countsOf(
    context,
    sessions.map(({ id }) => id),
  )
  return Promise.all(sessions.map((session) => deskSession(context, session, counts.get(session.id)!)))
}

const noMarks = (): Record<DayState, number> =>
  Object.fromEntries(DAY_STATES.map((state) => [state, 0])) as Record<DayState, number>

/** How far the recording of one day is. */
export const deskDay = (
  session: Session,
  date: Day,
  seated: readonly string[],
  attendance: readonly Attendance[],
  now: Temporal.Instant,
): DeskDay => {
  const rows = attendance.filter((row) => row.date === date)
  const counts = noMarks()
  for (const { state } of rows) counts[state] += 1
  const known = new Set(rows.map(({ registration }) => idOf(registration)))
  const today = dayIn(now, session.timeZone)
  return {
    date,
    isCalledOff: session.status === 'canceled' || isCalledOff(session.days, date),
    isToday: date === today,
    hasCome: date <= today,
    isOver: Temporal.Instant.compare(now, hoursOf(session.days, date, session.timeZone).to) >= 0,
    minutes: minutesOf(session.days, date),
    counts,
    expected: seated.length,
    unrecorded: seated.filter((id) => !known.has(id)).length,
  }
}

export const deskDays = (
  session: Session,
  seated: readonly string[],
  attendance: readonly Attendance[],
  now: Temporal.Instant,
): DeskDay[] => datesOf(session.days).map((date) => deskDay(session, date, seated, attendance, now))

/** Names of the organizations, by id. */
export const organizationNames = async (context: Context): Promise<Map<string, string>> =>
  new Map((await every(context, 'organizations', {})).map(({ id, name }) => [id, name]))

/** What colleagues call a member of staff. */
export const staffName = ({ name, email }: Pick<User, 'name' | 'email'>): string => name || email

/** The names of everybody at the desk, by id. */
export const staffNames = async (context: Context): Promise<Map<string, string>> =>
  new Map((await every(context, 'users', {})).map((user) => [user.id, staffName(user)]))

type Beside = {
  minimum?: MinimumStanding | undefined
  organizations: ReadonlyMap<string, string>
  attendance: readonly Attendance[]
  deposits: readonly Deposit[]
  position?: number
}

export const rosterLine = (
  registration: Registration,
  { organizations, attendance, deposits, position, minimum }: Beside,
): RosterLine => {
  const { id, revision, name, email, status, participation, gate, order, needs, note, canceledBy, cancelReason } =
    registration
  const canceledAt = instantOf(registration.canceledAt)
  return {
    id,
    revision,
    name,
    email,
    status,
    participation,
    employer: organizations.get(idOf(registration.organization) ?? '') ?? registration.employer ?? '',
    jobTitle: registration.jobTitle || null,
    apart: null,
    mediaRelease: registration.mediaRelease,
    gate,
    order: order.state,
    check: deposits.find((deposit) => deposit.registration === id)?.state ?? null,
    permission: registration.permission?.state ?? null,
    acceptance: acceptanceOf(registration).how,
    isSharing: isShared(registration.seatKey),
    isByPlace: Boolean(registration.application),
    needs: needs || null,
    note: note || null,
    position: position ?? null,
    offerUntil: status === 'offered' ? instantOf(registration.offerUntil) : null,
    canceled:
      status === 'canceled' && canceledAt
        ? { at: canceledAt, by: canceledBy ?? 'staff', reason: cancelReason || null }
        : null,
    minimum: minimum ?? null,
    days: Object.fromEntries(
      attendance
        .filter((row) => row.registration === id)
        .map(({ date, state, minutes, note, feeState }) => [date, { state, minutes, note: note || null, feeState }]),
    ),
  }
}

/** Whether somebody on a roster is who was typed: by the name, the address or the employer. */
export const matches = ({ name, email, employer }: RosterLine, search: string): boolean =>
  isFoundBy(searchable(name, email, employer), searchFor(search))

export const byName = (a: RosterLine, b: RosterLine): number => a.name.localeCompare(b.name, 'en')
