import type { Where } from 'payload'
import type { Act } from '../../kernel/act.ts'
import { STATUSES, type Status } from '../../registrations/states.ts'
import { idOf } from '../../kernel/related.ts'
import { dayIn, type Day } from '../../values/day.ts'
import type { Attendance, Deposit, Registration, Session } from '../../kernel/payload-types.ts'
import type { Download } from '../../invoices/service/documents.ts'
import { standingsIn } from '../../attendance/service/alerts.ts'
import { programOf } from '../../registrations/service/program.ts'
import type { Context } from '../../context/context.ts'
import { every, one, pageOf } from '../../kernel/queries.ts'
import {
  byName,
  deskDay,
  deskDays,
  deskSession,
  deskSessions,
  matches,
  noCounts,
  organizationNames,
  rosterLine,
} from '../../staff/queries.ts'
import { toldApart } from '../../staff/apart.ts'
import { preparing } from '../../staff/preparing.ts'
import { tagsDownload } from './tags.ts'
import type { DeskSession, DoorView, RosterLine, RosterView } from '../../staff/views.ts'

const PAGE = 40

/** Everything about the people of one session. */
type Gathered = {
  session: Session
  registrations: Registration[]
  attendance: Attendance[]
  deposits: Deposit[]
  lines: RosterLine[]
  seated: string[]
}

/** Where the people of a program with a minimum stand, by person; nobody where there is none. */
const standingsOf = async (context: Context, session: Session) => {
  const id = idOf(session.collaborative)
  const collaborative = id ? await one(context, 'collaboratives', id) : undefined
  const program = collaborative && (await programOf(context, collaborative))
  return program ? standingsIn(context, program) : new Map<string, never>()
}

const gather = async (context: Context, id: string): Promise<Gathered | undefined> => {
  const session = await one(context, 'sessions', id)
  if (!session?.days?.length) return undefined
  const ofSession = { session: { equals: id } }
  const [registrations, attendance, deposits, organizations] = await Promise.all([
    every(context, 'registrations', ofSession, { sort: 'waitOrder' }),
    every(context, 'attendance', ofSession),
    every(context, 'deposits', ofSession),
    organizationNames(context),
  ])
  const standings = await standingsOf(context, session)
  const waiting = registrations.filter(({ status }) => status === 'waitlisted').map(({ id }) => id)
  const lines = registrations.map((registration) => {
    const at = waiting.indexOf(registration.id)
    const minimum = registration.status === 'confirmed' ? standings.get(idOf(registration.person)) : undefined
    const beside = { organizations, attendance, deposits, minimum }
    return rosterLine(registration, { ...beside, ...(at >= 0 && { position: at + 1 }) })
  })
  const apart = toldApart(lines.filter(({ status }) => status !== 'canceled'))
  const told = lines.map((line) => ({ ...line, apart: apart.get(line.id) ?? null }))
  const seated = registrations.filter(({ status }) => status === 'confirmed').map(({ id }) => id)
  return { session, registrations, attendance, deposits, lines: told, seated }
}

const countsIn = (lines: readonly RosterLine[]) => {
  const counts = noCounts()
  for (const { status, isSharing } of lines) {
    counts[status] += 1
    if (isSharing) counts.sharing += 1
  }
  return counts
}

/** In the order each list is read in: waiting by place, canceled by when, everybody else by name. */
const inOrder = (status: Status, lines: RosterLine[]): RosterLine[] => {
  if (status === 'waitlisted') return lines
  if (status === 'canceled')
    return lines.sort((a, b) => (b.canceled?.at.epochMilliseconds ?? 0) - (a.canceled?.at.epochMilliseconds ?? 0))
  return lines.sort(byName)
}

const rosterOf = async (context: Context, id: string, search: string): Promise<RosterView | undefined> => {
  const gathered = await gather(context, id)
  if (!gathered) return undefined
  const { session, lines, seated, attendance } = gathered
  const found = search.trim() ? lines.filter((line) => matches(line, search)) : lines
  const people = Object.fromEntries(
    STATUSES.map((status) => [
      status,
      inOrder(
        status,
        found.filter((line) => line.status === status),
      ),
    ]),
  ) as RosterView['people']
  return {
    session: await deskSession(context, session, countsIn(lines)),
    days: deskDays(session, seated, attendance, context.now),
    preparing: preparing(lines),
    people,
    all: lines.length,
  }
}

const doorOf = async (context: Context, id: string, date: Day, search: string): Promise<DoorView | undefined> => {
  const gathered = await gather(context, id)
  if (!gathered?.session.days.some((day) => day.date === date)) return undefined
  const { session, lines, seated, attendance } = gathered
  const people = lines.filter(({ status }) => status === 'confirmed').sort(byName)
  const waiting = lines.filter(({ status }) => status === 'waitlisted' || status === 'offered')
  const isSearch = search.trim().length > 0
  return {
    session: await deskSession(context, session, countsIn(lines)),
    day: deskDay(session, date, seated, attendance, context.now),
    people: isSearch ? people.filter((line) => matches(line, search)) : people,
    all: people.length,
    waiting: isSearch ? waiting.filter((line) => matches(line, search)) : waiting,
    waitingCount: waiting.length,
  }
}

type Listed = { sessions: DeskSession[]; page: number; pages: number; found: number }

/** Sessions to come, the next first, or those that are over, the latest first. */
const sessionsOf = async (context: Context, when: 'coming' | 'past', page: number): Promise<Listed> => {
  const now = context.now.toString()
  const isComing = when === 'coming'
  const where: Where = {
    and: [{ _status: { equals: 'published' } }, { endsAt: { [isComing ? 'greater_than' : 'less_than_equal']: now } }],
  }
  const sort = isComing ? 'startsAt' : '-startsAt'
  const { docs, pages, found } = await pageOf(context, 'sessions', where, { page, limit: PAGE, sort })
  return { sessions: await deskSessions(context, docs), page, pages, found }
}

/** Sessions that have a day today, and the next ones. */
export const todayAndNext = async (
  context: Context,
  act: Act,
  most: number,
): Promise<{ today: DeskSession[]; next: DeskSession[] }> => {
  const [from, to] = [act.now.subtract({ hours: 48 }), act.now.add({ hours: 48 })]
  const published = { _status: { equals: 'published' } }
  const scheduled = { status: { equals: 'scheduled' } }
  const [around, next] = await Promise.all([
    every(context, 'sessions', {
      and: [published, { startsAt: { less_than: to.toString() } }, { endsAt: { greater_than: from.toString() } }],
    }),
    every(
      context,
      'sessions',
      { and: [published, scheduled, { startsAt: { greater_than: act.now.toString() } }] },
      { sort: 'startsAt', limit: most + 20 },
    ),
  ])
  const isToday = ({ days, timeZone }: Session) => days.some(({ date }) => date === dayIn(act.now, timeZone))
  const today = around.filter(isToday).sort((a, b) => (a.startsAt ?? '').localeCompare(b.startsAt ?? ''))
  return {
    today: await deskSessions(context, today),
    next: await deskSessions(context, next.filter((session) => !isToday(session)).slice(0, most)),
  }
}

export const staffSessions = (context: Context) => ({
  list: (when: 'coming' | 'past', page = 1) => sessionsOf(context, when, page),
  roster: (session: string, search = '') => rosterOf(context, session, search),
  door: (session: string, date: Day, search = '') => doorOf(context, session, date, search),
  /** Name tags for everybody who has a seat; undefined where there is no such session, or nobody has one. */
  nameTags: async (session: string): Promise<Download | undefined> => {
    const gathered = await gather(context, session)
    const people = (gathered?.lines ?? []).filter(({ status }) => status === 'confirmed').sort(byName)
    if (!gathered || people.length === 0) return undefined
    return tagsDownload(context, people, (await deskSession(context, gathered.session, noCounts())).parent.title)
  },
})
