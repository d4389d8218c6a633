import type { Where } from 'payload'
import { countingAs } from '../../courses/prerequisites.ts'
import type { Evidence } from '../policy.ts'
import type { FeeState } from '../states.ts'
import { ACTIVE, UNDECIDED } from '../../registrations/states.ts'
import { idOf, idsOf } from '../../kernel/related.ts'
import type { Attendance, Registration, Session } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { every, one } from '../../kernel/queries.ts'
import { parentOf } from '../../staff/queries.ts'
import { termsCases } from '../../registrations/service/terms-cases.ts'
import { permissionCases } from '../../registrations/service/permission-cases.ts'
import type { CasesView, FeeCase, GateCase } from '../../staff/views.ts'

const OPEN_FEES: FeeState[] = ['proposed', 'disputed']
/** How long somebody has to object to an approved fee, as the messages say, and some days for the mail. */
const OBJECTION_DAYS = 28

/** Reads each document once, however many cases ask for it. */
const memoized = <Doc>(read: (id: string) => Promise<Doc>) => {
  const found = new Map<string, Promise<Doc>>()
  return (id: string): Promise<Doc> => {
    const doc = found.get(id) ?? read(id)
    found.set(id, doc)
    return doc
  }
}

const feeCases = async (context: Context, where: Where): Promise<FeeCase[]> => {
  const rows = await every(context, 'attendance', where, { sort: 'date', limit: 300 })
  const sessionOf = memoized((id) => one(context, 'sessions', id))
  const titleOf = memoized(async (id) => {
    const session = await sessionOf(id)
    return session ? (await parentOf(context, session)).title : ''
  })
  const deposits = await every(context, 'deposits', {
    registration: { in: rows.map(({ registration }) => idOf(registration)) },
  })
  const cases = await Promise.all(
    rows.map(async (row: Attendance): Promise<FeeCase | undefined> => {
      const registration = await one(context, 'registrations', idOf(row.registration))
      if (!registration) return undefined
      const session = idOf(row.session)
      return {
        id: row.id,
        revision: row.revision,
        registration: registration.id,
        name: row.name,
        date: row.date,
        session: { id: session, title: await titleOf(session) },
        zone: (await sessionOf(session))?.timeZone ?? context.zone,
        state: row.feeState,
        cents: row.feeCents ?? 0,
        evidence: (row.feeEvidence as Evidence | null) ?? null,
        note: row.note || null,
        reason: row.feeReason || null,
        participation: registration.participation,
        payer: registration.payer.name,
        check: deposits.find((deposit) => deposit.registration === registration.id)?.state ?? null,
      }
    }),
  )
  return cases.flatMap((one) => one ?? [])
}

/** Titles of the courses a session's course asks for, and of those this person was seen at. */
const requirementsOf = async (context: Context, session: Session, person: string) => {
  const { documents, graph } = await context.source.read()
  const courseId = idOf(session.course)
  const course = courseId ? (documents.courses.get(courseId) ?? (await one(context, 'courses', courseId))) : undefined
  const asked = (course?.prerequisites ?? []).flatMap(({ courses }) => idsOf(courses))
  const counting = new Set(countingAs(graph, asked))
  const rows = await every(context, 'attendance', {
    and: [{ person: { equals: person } }, { state: { in: ['present', 'partly'] } }],
  })
  const sessions = await every(context, 'sessions', {
    id: { in: [...new Set(rows.map(({ session }) => idOf(session)))] },
  })
  const attended = new Set(sessions.flatMap(({ course }) => idOf(course) ?? []))
  const titleOf = (id: string) => documents.courses.get(id)?.title ?? id
  return {
    prerequisites: asked.map(titleOf),
    attended: [...counting].filter((id) => attended.has(id)).map(titleOf),
  }
}

const gateCases = async (context: Context): Promise<GateCase[]> => {
  const registrations = await every(
    context,
    'registrations',
    { and: [{ gate: { in: [...UNDECIDED] } }, { status: { in: [...ACTIVE] } }] },
    { sort: 'createdAt', limit: 300 },
  )
  const sessionOf = memoized((id) => one(context, 'sessions', id))
  const cases = await Promise.all(
    registrations.map(async (registration: Registration): Promise<GateCase | undefined> => {
      const session = await sessionOf(idOf(registration.session))
      if (!session?.startsAt) return undefined
      return {
        registration: registration.id,
        revision: registration.revision,
        name: registration.name,
        status: registration.status,
        gate: registration.gate,
        statement: registration.gateStatement || null,
        session: {
          id: session.id,
          title: (await parentOf(context, session)).title,
          startsAt: Temporal.Instant.from(session.startsAt),
          zone: session.timeZone,
        },
        ...(await requirementsOf(context, session, idOf(registration.person))),
        askedAt: Temporal.Instant.from(registration.createdAt),
      }
    }),
  )
  return cases.flatMap((one) => one ?? [])
}

/** These fees as they stand now, whatever was decided; without a list, all that wait for a decision. */
export const feesIn = (context: Context, ids: readonly string[] | null): Promise<FeeCase[]> =>
  feeCases(context, ids === null ? { feeState: { in: OPEN_FEES } } : { id: { in: [...ids] } })

/**
 * Proposed and disputed fees, approved ones that can still be objected to, prerequisites, permissions to look at, and terms that
 * were not accepted yet; the oldest first.
 */
export const openCases = async (context: Context): Promise<CasesView> => {
  const since = context.now.subtract({ hours: 24 * OBJECTION_DAYS }).toString()
  const lately: Where = { and: [{ feeState: { equals: 'approved' } }, { feeDecidedAt: { greater_than: since } }] }
  const [fees, approved, gates, permissions, terms] = await Promise.all([
    feeCases(context, { feeState: { in: OPEN_FEES } }),
    feeCases(context, lately),
    gateCases(context),
    permissionCases(context),
    termsCases(context),
  ])
  return { fees, approved, gates, permissions, terms }
}
