import { SYSTEM } from '../../kernel/act.ts'
import { equivalentsOf, unmet } from '../../courses/prerequisites.ts'
import { change } from '../change.ts'
import { ACTIVE, type Gate } from '../states.ts'
import { idOf } from '../../kernel/related.ts'
import type { Snapshot } from '../../catalog/snapshot.ts'
import type { Attendance, Registration } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { notifyAbout } from './notifications.ts'
import { every } from '../../kernel/queries.ts'
import { isOneOf } from '../../values/list.ts'

/** Gates our records have a say in; a registrar's word is left alone. */
const BY_RECORDS: readonly Gate[] = ['declared', 'met', 'lost']

type Records = { registrations: Registration[]; rows: Attendance[] }

const recordsOf = async (context: Context, person: string): Promise<Records> => {
  const theirs = { person: { equals: person } }
  const [registrations, rows] = await Promise.all([
    every(context, 'registrations', theirs),
    every(context, 'attendance', theirs),
  ])
  return { registrations, rows }
}

/** Whether a registration counts as having taken the course: nothing missed, and where days were recorded somebody was there. */
const counts = ({ id, status }: Registration, rows: readonly Attendance[]): boolean => {
  const own = rows.filter(({ registration }) => idOf(registration) === id)
  const isMissed = own.some(({ state }) => state === 'absent' || state === 'canceled' || state === 'substituted')
  return status === 'confirmed' && !isMissed
}

/** The courses somebody has taken, or will have taken, by a moment. */
const takenBy = ({ registrations, rows }: Records, snapshot: Snapshot, moment: Temporal.Instant): Set<string> =>
  new Set(
    registrations
      .filter((one) => counts(one, rows))
      .flatMap(({ session }) => {
        const facts = snapshot.session.get(idOf(session))
        const isBefore = facts && Temporal.Instant.compare(facts.endsAt, moment) <= 0
        return isBefore ? (snapshot.courseOf.get(facts.id) ?? []) : []
      }),
  )

const gateBy = (registration: Registration, records: Records, snapshot: Snapshot): Gate | undefined => {
  const facts = snapshot.session.get(idOf(registration.session))
  const course = facts && snapshot.courseOf.get(facts.id)
  const asked = course === undefined ? undefined : snapshot.graph.get(course)
  if (!facts || !asked) return undefined
  const needed = asked.groups.flatMap(({ courses }) => courses)
  const taken = takenBy(records, snapshot, facts.startsAt)
  if (unmet(asked.groups, taken, equivalentsOf(snapshot.graph, needed)).length === 0) return 'met'
  return registration.gate === 'declared' ? 'declared' : 'lost'
}

/**
 * Looks again whether somebody still meets what their coming courses ask for. What was declared is met once our records show
 * it; what was met and is not any more reopens the gate: the person and the registrar are told, and nobody loses a seat by it.
 */
export const recheckGates = async (context: Context, person: string): Promise<void> => {
  const records = await recordsOf(context, person)
  const open = records.registrations.filter(({ status, gate }) => isOneOf(ACTIVE, status) && BY_RECORDS.includes(gate))
  if (open.length === 0) return
  const snapshot = await context.source.read()
  for (const registration of open) {
    const { gate: before, revision, name } = registration
    const gate = gateBy(registration, records, snapshot)
    if (!gate || gate === before) continue
    const changed = await change(
      actOf(context, SYSTEM),
      registration,
      { gate },
      {
        what: `gate-${gate}:${revision + 1}`,
        summary: gate === 'met' ? `${name} meets the prerequisite` : `${name} does not meet the prerequisite any more`,
      },
    )
    if (changed && gate === 'lost')
      await notifyAbout(context, 'prerequisite-lost', changed, { key: String(revision + 1) })
  }
}
