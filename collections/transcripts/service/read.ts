import type { CertificateFacts } from '../../awards/certificate.ts'
import { aboutOf, unitOf, type Unit } from '../../awards/service/units.ts'
import { THERE } from '../../attendance/states.ts'
import type { Context } from '../../context/context.ts'
import type { Attendance, Award } from '../../kernel/payload-types.ts'
import { every } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import type { Entry, TranscriptDay } from '../policy.ts'

type Known = { unit: Unit; rows: Attendance[] }

/** One certificate is about a session, or about all meetings of a program. */
const keyOf = ({ collaborative, sessions }: Unit): string => collaborative?.id ?? sessions[0]!.id

/** The days of one unit; one recorded under two registrations counts once, as on its certificate. */
const daysOf = (rows: readonly Attendance[]): TranscriptDay[] => {
  const most = new Map<string, number>()
  for (const { session, date, minutes } of rows) {
    const key = `${date}|${idOf(session)}`
    most.set(key, Math.max(most.get(key) ?? 0, minutes))
  }
  return [...most]
    .map(([key, minutes]) => ({ date: key.split('|')[0]!, minutes }))
    .filter(({ minutes }) => minutes > 0)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

const entryOf = async (context: Context, { unit, rows }: Known, awards: readonly Award[]): Promise<Entry> => {
  const registrations = new Set(rows.map(({ registration }) => idOf(registration)))
  const award = awards.find(({ registration }) => registrations.has(idOf(registration) ?? ''))
  const printed = award?.facts as CertificateFacts | null | undefined
  const about = await aboutOf(context, unit)
  const days = daysOf(rows)
  return {
    title: award?.title ?? about.title,
    provider: printed?.provider ?? about.facts.provider,
    instructors: printed?.instructors ?? about.facts.instructors,
    days,
    minutes: days.reduce((sum, { minutes }) => sum + minutes, 0),
    category: unit.course?.licenseCategory ?? null,
    licenseTopics: unit.course?.licenseTopics ?? [],
    topics: printed?.topics ?? about.facts.topics,
    code: award?.code ?? null,
  }
}

/** Everything a person attended with us, whoever recorded it. What was issued is said as it was issued. */
export const entriesOf = async (context: Context, person: string): Promise<Entry[]> => {
  const ofPerson = { person: { equals: person } }
  const [rows, awards] = await Promise.all([
    every(context, 'attendance', { and: [ofPerson, { state: { in: [...THERE] } }, { minutes: { greater_than: 0 } }] }),
    every(context, 'awards', { and: [ofPerson, { kind: { equals: 'course' } }, { revokedAt: { exists: false } }] }),
  ])
  const units = new Map<string, Known>()
  for (const [session, own] of Map.groupBy(rows, ({ session: of }) => idOf(of))) {
    const unit = await unitOf(context, session)
    if (!unit) continue
    const key = keyOf(unit)
    units.set(key, { unit, rows: [...(units.get(key)?.rows ?? []), ...own] })
  }
  return Promise.all([...units.values()].map((known) => entryOf(context, known, awards)))
}
