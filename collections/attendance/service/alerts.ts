import { alertOf, standingOf, type Alert, type MinimumStanding } from '../minimum.ts'
import { idOf } from '../../kernel/related.ts'
import type { Day } from '../../values/day.ts'
import { isAnnounced } from '../../registrations/announced.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'
import { meetingsFor, programOf, type Program } from '../../registrations/service/program.ts'

/** One person in a program: what they are registered for, and the alert their standing calls for. */
export type Alerted = { registration: Registration; alert: Alert; standing: MinimumStanding }

/** A program is looked at until sixty days after its last meeting: later corrections are no news to anybody. */
const AFTERWARDS = { hours: 60 * 24 }

const isCurrent = ({ sessions }: Program, now: Temporal.Instant): boolean =>
  sessions.some(
    ({ endsAt }) => endsAt && Temporal.Instant.compare(Temporal.Instant.from(endsAt).add(AFTERWARDS), now) > 0,
  )

/** Programs with a minimum that are under way, or were not long ago. */
export const currentPrograms = async (context: Context): Promise<Program[]> => {
  const collaboratives = await every(context, 'collaboratives', {
    and: [{ minimumSessions: { exists: true } }, { _status: { equals: 'published' } }],
  })
  const programs = await Promise.all(collaboratives.map((one) => programOf(context, one)))
  return programs.filter((program) => program !== undefined).filter((program) => isCurrent(program, context.now))
}

/** Of several registrations for one program, the one for the meeting that turned it. */
const registrationFor = (
  own: readonly Registration[],
  meetings: ReturnType<typeof meetingsFor>,
  date: Day,
): Registration => {
  const session = meetings.find((one) => one.date === date)?.session
  return own.find((one) => idOf(one.session) === session) ?? own[0]!
}

/** The registrations and the ledger of days of everybody who has a seat in a program, person by person. */
const peopleIn = async (context: Pick<Context, 'payload'>, program: Program) => {
  const ofProgram = { session: { in: program.sessions.map(({ id }) => id) } }
  const [rows, registrations] = await Promise.all([
    every(context, 'attendance', ofProgram),
    every(context, 'registrations', { and: [ofProgram, { status: { equals: 'confirmed' } }] }, { sort: 'createdAt' }),
  ])
  const rowsOf = Map.groupBy(rows, ({ person }) => idOf(person))
  return [...Map.groupBy(registrations, ({ person }) => idOf(person))].map(([person, own]) => ({
    person,
    own,
    rows: (rowsOf.get(person) ?? []).map((row) => {
      const registration = own.find(({ id }) => id === idOf(row.registration))
      return { ...row, isAnnounced: registration !== undefined && isAnnounced(registration, row) }
    }),
  }))
}

/** Everybody in a program whose standing calls for an alert. */
export const alertsIn = async (context: Pick<Context, 'payload'>, program: Program): Promise<Alerted[]> =>
  (await peopleIn(context, program)).flatMap(({ own, rows }): Alerted[] => {
    const meetings = meetingsFor(program, rows)
    const alert = alertOf(meetings, program.rule)
    if (!alert) return []
    const standing = standingOf(meetings, program.rule)
    return [{ registration: registrationFor(own, meetings, alert.date), alert, standing }]
  })

/** Where everybody in a program stands, by person. */
export const standingsIn = async (
  context: Pick<Context, 'payload'>,
  program: Program,
): Promise<Map<string, MinimumStanding>> =>
  new Map(
    (await peopleIn(context, program)).map(({ person, rows }) => [
      person,
      standingOf(meetingsFor(program, rows), program.rule),
    ]),
  )

/** Where the people of applications stand with the minimum of their program, by application; none where there is no minimum. */
export const standingsOf = async (
  context: Pick<Context, 'payload'>,
  applications: readonly string[],
): Promise<Record<string, MinimumStanding[]>> => {
  if (applications.length === 0) return {}
  const registrations = await every(context, 'registrations', {
    and: [{ application: { in: [...applications] } }, { status: { equals: 'confirmed' } }],
  })
  const sessions = await every(context, 'sessions', {
    id: { in: [...new Set(registrations.map(({ session }) => idOf(session)))] },
  })
  const ids = [...new Set(sessions.flatMap(({ collaborative }) => idOf(collaborative) ?? []))]
  const collaboratives = await every(context, 'collaboratives', { id: { in: ids } })
  const found: Record<string, MinimumStanding[]> = {}
  for (const collaborative of collaboratives) {
    const program = await programOf(context, collaborative)
    if (!program) continue
    const standings = await standingsIn(context, program)
    const held = new Set(program.sessions.map(({ id }) => id))
    const people = new Map(
      registrations
        .filter(({ session }) => held.has(idOf(session)))
        .map(({ application, person }) => [idOf(person), idOf(application) ?? '']),
    )
    for (const [person, application] of people) {
      const standing = standings.get(person)
      if (standing) found[application] = [...(found[application] ?? []), standing]
    }
  }
  return found
}

/** Somebody who cannot miss another live session, or whose minimum cannot be met any more. */
export type MinimumAlert = {
  registration: string
  name: string
  program: string
  state: Alert['state']
  date: Day
  attended: number
  required: number
}

/** Everybody at their last miss or beyond it, the most recent first. */
export const alertsNow = async (context: Context): Promise<MinimumAlert[]> => {
  const programs = await currentPrograms(context)
  const alerted = await Promise.all(
    programs.map(async (program) =>
      (await alertsIn(context, program)).map(({ registration, alert, standing }) => ({
        registration: registration.id,
        name: registration.name,
        program: program.collaborative.name,
        ...alert,
        attended: standing.attended,
        required: standing.required,
      })),
    ),
  )
  return alerted.flat().sort((one, other) => other.date.localeCompare(one.date))
}
