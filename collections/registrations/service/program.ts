import { meetingsOf, standingOf, type Meeting, type MinimumRule, type MinimumView } from '../../attendance/minimum.ts'
import { loweredText } from '../../attendance/sentences.ts'
import { idOf } from '../../kernel/related.ts'
import type { Attendance, Collaborative, Registration, Session } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { every, one } from '../../kernel/queries.ts'

type Source = Pick<Context, 'payload'>

/** A program with a minimum, and its meetings. */
export type Program = { collaborative: Collaborative; rule: MinimumRule; sessions: Session[] }

/** A collaborative's rule and its published meetings; undefined where it asks for no minimum. */
export const programOf = async (context: Source, collaborative: Collaborative): Promise<Program | undefined> => {
  const { minimumSessions, onCanceled, makeUps, id } = collaborative
  if (!minimumSessions) return undefined
  const sessions = await every(
    context,
    'sessions',
    { and: [{ collaborative: { equals: id } }, { _status: { equals: 'published' } }] },
    { sort: 'startsAt' },
  )
  return { collaborative, rule: { minimum: minimumSessions, onCanceled, makeUps }, sessions }
}

export const meetingsFor = (
  { sessions }: Program,
  rows: readonly (Attendance & { isAnnounced?: boolean })[],
): (Meeting & { session: string })[] =>
  meetingsOf(
    sessions.map(({ id, status, days }) => ({ id, status, days })),
    rows.map((row) => ({ ...row, session: idOf(row.session) })),
  )

/** The program a session belongs to; undefined where it asks for no minimum. */
const programOfSession = async (context: Source, session: string): Promise<Program | undefined> => {
  const id = idOf((await one(context, 'sessions', session))?.collaborative)
  const collaborative = id ? await one(context, 'collaboratives', id) : undefined
  return collaborative && programOf(context, collaborative)
}

/** What is known of one person's attendance in a program; undefined where there is no minimum, or no seat. */
export const minimumFor = async (context: Source, registration: Registration): Promise<MinimumView | undefined> => {
  if (registration.status !== 'confirmed') return undefined
  const program = await programOfSession(context, idOf(registration.session))
  if (!program) return undefined
  const rows = await every(context, 'attendance', {
    and: [
      { person: { equals: idOf(registration.person) } },
      { session: { in: program.sessions.map((one) => one.id) } },
    ],
  })
  const meetings = meetingsFor(program, rows)
  return {
    program: program.collaborative.name,
    makeUps: program.rule.makeUps,
    standing: standingOf(meetings, program.rule),
    meetings,
  }
}

/** What a program asks for now that some of it is called off, as a sentence; empty where there is no minimum. */
export const minimumLeft = async (context: Source, session: string): Promise<string> => {
  const program = await programOfSession(context, session)
  if (!program) return ''
  const meetings = meetingsFor(program, [])
  const first = { required: Math.min(program.rule.minimum, meetings.length), of: meetings.length }
  return loweredText(first, standingOf(meetings, program.rule))
}
