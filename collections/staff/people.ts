import type { Person, Registration, Session } from '../kernel/payload-types.ts'
import { every, pluck } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import type { Context } from '../context/context.ts'
import { sessionFacts, sessionLine, type SessionLine } from '../sessions/view.ts'
import type { Participation, Status } from '../registrations/states.ts'
import { parentOf } from './queries.ts'
import type { ParentView } from './views.ts'

// How the desk shows people, wherever it names them.

/** Who somebody is, in one line. */
export type PersonKnown = { id: string; name: string; email: string; phone: string | null; employer: string }

/** One registration of a person, in one line. */
export type PersonSeat = {
  id: string
  status: Status
  participation: Participation
  session: { id: string; parent: ParentView; line: SessionLine }
}

export const personKnown = (person: Person, organizations: ReadonlyMap<string, { name: string }>): PersonKnown => ({
  id: person.id,
  name: person.name,
  email: person.email,
  phone: person.phone || null,
  employer: organizations.get(idOf(person.organization) ?? '')?.name ?? person.employer ?? '',
})

const SEAT = ['status', 'participation', 'session', 'person'] as const
type Row = Pick<Registration, (typeof SEAT)[number]> & { id: string }

const isPublic = (session: Session) => session.days?.length > 0

/** The registrations of these people, by person, the next session first. */
export const seatsOf = async (context: Context, people: readonly string[]): Promise<Map<string, PersonSeat[]>> => {
  if (people.length === 0) return new Map()
  const rows: Row[] = await pluck(context, 'registrations', { person: { in: [...people] } }, SEAT)
  const ids = [...new Set(rows.map(({ session }) => idOf(session)))]
  const sessions = ids.length > 0 ? await every(context, 'sessions', { id: { in: ids } }) : []
  const known = new Map(
    await Promise.all(
      sessions.filter(isPublic).map(async (session) => {
        const line = sessionLine(sessionFacts(session), context.now)
        return [session.id, { id: session.id, parent: await parentOf(context, session), line }] as const
      }),
    ),
  )
  const seats = rows.flatMap(({ id, status, participation, session, person }) => {
    const of = known.get(idOf(session))
    return of ? [{ person: idOf(person), seat: { id, status, participation, session: of } }] : []
  })
  seats.sort((a, b) => Temporal.Instant.compare(a.seat.session.line.startsAt, b.seat.session.line.startsAt))
  return new Map(
    [...Map.groupBy(seats, ({ person }) => person)].map(([person, of]) => [person, of.map(({ seat }) => seat)]),
  )
}

/** Whether anything of it can still be given up. */
export const isComing = ({ status, session: { line } }: PersonSeat, now: Temporal.Instant): boolean =>
  status !== 'canceled' && Temporal.Instant.compare(line.endsAt, now) > 0
