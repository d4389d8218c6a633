import type { Dated } from '#collections/catalog/dated.ts'
import type { Session } from '#collections/kernel/payload-types.ts'
import { circleView, type CircleView } from '#collections/circles/view.ts'
import type { CollaborativeView } from '#collections/collaboratives/view.ts'
import type { CourseView } from '#collections/courses/view.ts'
import {
  sessionFacts,
  sessionLine,
  sessionView,
  type SessionLine,
  type SessionView,
} from '#collections/sessions/view.ts'
import { addDays } from '#collections/values/day.ts'

type Day = Session['days'][number]

export const CHICAGO = 'America/Chicago'

/** A link of the kind nobody without a seat may see; a test that finds it in what it made has found a leak. */
export const SECRET = 'https://video.example.org/secret-room'

export const at = (moment: string): Temporal.Instant => Temporal.Instant.from(moment)

export const aDay = (date: string, more: Partial<Day> = {}): Day => ({
  date,
  startTime: '08:30',
  endTime: '15:30',
  breakMinutes: 60,
  place: 'Learning Center, Room 110',
  address: '400 Example Avenue, Tamarack Bend, MN 55000',
  online: SECRET,
  ...more,
})

/** The eight live mornings of the Wisconsin Educational Equity Community of Practice. */
export const thursdays: Day[] = Array.from({ length: 8 }, (_, week) =>
  aDay(addDays('2024-02-01', 7 * week), { endTime: '11:30', breakMinutes: 0, place: null, address: null }),
)

const aDocument = (more: Partial<Session>): Session =>
  ({
    id: '0199-session',
    days: [aDay('2026-10-15')],
    timeZone: CHICAGO,
    format: 'in-person',
    status: 'scheduled',
    capacity: 30,
    seatsReserved: 0,
    updatedAt: '2026-08-15T10:00:00.000Z',
    ...more,
  }) as Session

const NOW = at('2026-09-01T12:00:00Z')

export const aLine = (more: Partial<Session> = {}, now = NOW): SessionLine =>
  sessionLine(sessionFacts(aDocument(more)), now)

export const aSession = (more: Partial<Session> = {}, now = NOW): SessionView =>
  sessionView(sessionFacts(aDocument(more)), { holidays: [], cancellation: undefined, zone: CHICAGO }, now)

export const aCircle = (more: Partial<CircleView> = {}): CircleView => ({
  ...circleView({
    slug: 'cultural-competency',
    name: 'Cultural Competency',
    summary: 'Knowing yourself and others.',
    shape: 'circle',
    pattern: 'solid',
    color: '#8a2b4b',
  } as never),
  ...more,
})

export const aCourse = (more: Partial<CourseView> = {}): CourseView => ({
  slug: 'three-circles',
  title: 'Three Circles in One Morning',
  summary: 'The frame of the program, in one morning.',
  circles: [aCircle()],
  format: 'in-person',
  audience: ['teachers', 'leaders'],
  clockMinutes: 360,
  memberRate: 0,
  nonMemberRate: 12550,
  strategies: [],
  next: null,
  upcoming: 0,
  story: '<p>Story</p>',
  outcomes: ['See how the circles meet'],
  instructors: null,
  topics: [],
  places: [],
  times: [],
  prerequisites: [],
  equivalents: [],
  opens: [],
  sessions: [],
  past: [],
  contacts: [],
  image: null,
  updatedAt: '2026-08-01T10:00:00.000Z',
  ...more,
})

export const aCollaborative = (more: Partial<CollaborativeView> = {}): CollaborativeView => ({
  id: 'community-of-practice',
  slug: 'community-of-practice',
  onCanceled: 'lowers-both',
  makeUps: 0,
  conditions: [],
  questions: [],
  criteria: [],
  offerHours: 24,
  graceMinutes: 15,
  name: 'Educational Equity Community of Practice',
  kind: 'community-of-practice',
  program: null,
  summary: 'Eight live mornings online.',
  capacity: null,
  price: null,
  opensOn: null,
  appliesUntil: '2024-01-26',
  timeZone: CHICAGO,
  window: 'closed',
  notice: null,
  story: '',
  outcomes: [],
  audience: null,
  eligibility: [],
  commitments: [],
  minimumSessions: 6,
  placesNote: null,
  sessions: [],
  contacts: [],
  updatedAt: '2024-01-02T10:00:00.000Z',
  ...more,
})

/** A session as a run of a course. */
export const aDated = (session: SessionLine, course: CourseView = aCourse()): Dated => ({
  session,
  title: course.title,
  path: 'course',
  slug: course.slug,
  circles: course.circles,
  course,
})

/** A session as a meeting of a collaborative. */
export const aMeeting = (session: SessionLine, one: CollaborativeView = aCollaborative()): Dated => ({
  session,
  title: one.name,
  path: 'collaborative',
  slug: one.slug,
  circles: [],
  course: null,
})
