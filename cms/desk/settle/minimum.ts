import { SYSTEM } from '#collections/act.ts'
import { alertOf, standingOf, type Alert, type MinimumStanding } from '#collections/attendance/minimum.ts'
import { attendedText, minimumText } from '#collections/attendance/sentences.ts'
import { record } from '#collections/events/actions.ts'
import { idOf } from '#collections/related.ts'
import { formatDay, type Day } from '#collections/values/day.ts'
import type { Attendance, Registration } from '../../payload-types.ts'
import { meetingsFor, programOf, type Program } from '../awards/minimum.ts'
import { actOf, type DeskContext } from '../context.ts'
import { tellAbout } from '../letters.ts'
import { every } from '../reading.ts'
import { each } from './each.ts'

const KINDS = { 'no-miss-left': 'last-miss', impossible: 'minimum-missed' } as const

/** One person in a program: what they are registered for, and the alert their standing calls for. */
type Alerted = { registration: Registration; alert: Alert; standing: MinimumStanding }

const keyOf = ({ registration, alert }: Alerted): string =>
  `registration:${registration.id}:minimum:${alert.state}:${alert.date}`

/** Of several registrations for one program, the one for the meeting that turned it. */
const registrationFor = (
  own: readonly Registration[],
  meetings: ReturnType<typeof meetingsFor>,
  date: Day,
): Registration => {
  const session = meetings.find((one) => one.date === date)?.session
  return own.find((one) => idOf(one.session) === session) ?? own[0]!
}

const alertsIn = (program: Program, registrations: readonly Registration[], rows: readonly Attendance[]): Alerted[] => {
  const byPerson = Map.groupBy(registrations, ({ person }) => idOf(person))
  return [...byPerson].flatMap(([person, own]): Alerted[] => {
    const meetings = meetingsFor(
      program,
      rows.filter((row) => idOf(row.person) === person),
    )
    const alert = alertOf(meetings, program.rule)
    if (!alert) return []
    return [
      { registration: registrationFor(own, meetings, alert.date), alert, standing: standingOf(meetings, program.rule) },
    ]
  })
}

/** Tells the person, then writes the line of the log, which says that both are done. */
const tell = async (context: DeskContext, { collaborative }: Program, alerted: Alerted): Promise<void> => {
  const { registration, alert, standing } = alerted
  const values = {
    program: collaborative.name,
    minimum: minimumText(standing),
    attended: attendedText(standing),
  }
  await tellAbout(context, KINDS[alert.state], registration, { key: alert.date, values })
  await record(actOf(context, SYSTEM), {
    key: keyOf(alerted),
    kind: `minimum.${KINDS[alert.state]}`,
    summary: `${registration.name}, ${collaborative.name}: ${
      alert.state === 'impossible' ? 'the minimum cannot be met any more' : 'no live session can be missed any more'
    }, since ${formatDay(alert.date, 'en', 'short')}`,
    registration: registration.id,
    session: registration.session,
    data: { ...alert, attended: standing.attended, required: standing.required, of: standing.of },
  })
}

/** A program is looked at until so long after its last meeting: later corrections are no news to anybody. */
const AFTERWARDS = { hours: 60 * 24 }

const isCurrent = ({ sessions }: Program, now: Temporal.Instant): boolean =>
  sessions.some(
    ({ endsAt }) => endsAt && Temporal.Instant.compare(Temporal.Instant.from(endsAt).add(AFTERWARDS), now) > 0,
  )

/** What a program asks of the people in it, told on the day it matters: at the last miss, and when it cannot be met any more. */
const settleProgram = async (context: DeskContext, program: Program): Promise<void> => {
  const ofProgram = { session: { in: program.sessions.map(({ id }) => id) } }
  const rows = await every(context, 'attendance', ofProgram)
  const registrations = await every(
    context,
    'registrations',
    { and: [ofProgram, { status: { equals: 'confirmed' } }] },
    { sort: 'createdAt' },
  )
  const alerted = alertsIn(program, registrations, rows)
  if (alerted.length === 0) return
  const told = await every(context, 'events', { key: { in: alerted.map(keyOf) } })
  const known = new Set(told.map(({ key }) => key))
  const left = alerted.filter((one) => !known.has(keyOf(one))).map((one) => ({ id: one.registration.id, one }))
  await each(context, left, 'A minimum could not be told', ({ one }) => tell(context, program, one))
}

export const settleMinimum = async (context: DeskContext): Promise<void> => {
  const programs = await every(context, 'collaboratives', {
    and: [{ minimumSessions: { exists: true } }, { _status: { equals: 'published' } }],
  })
  await each(context, programs, 'The minimum of a program could not be worked out', async (collaborative) => {
    const program = await programOf(context, collaborative)
    if (program && isCurrent(program, context.clock())) await settleProgram(context, program)
  })
}
