import { THERE } from '../../attendance/states.ts'
import { unitOf, type Unit } from '../../awards/service/units.ts'
import type { Context } from '../../context/context.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { every } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { dayIn, type Day } from '../../values/day.ts'
import { askingOf, type EvaluationRules } from '../policy.ts'
import { evaluationRules } from '../queries.ts'

/** A course session or a program that is evaluated as a whole. */
export type Evaluated = {
  unit: Unit
  /** What it is known by: the session of a course, or the program. */
  id: string
  title: string
  startsOn: Day
  endsAt: Temporal.Instant
  year: number
  rules: EvaluationRules
  isAsked: boolean
  isRequired: boolean
}

/** What is evaluated with a session; undefined where nothing of it took place, or it has no end yet. */
export const evaluatedWith = async (context: Context, session: string): Promise<Evaluated | undefined> => {
  const unit = await unitOf(context, session)
  const held = (unit?.sessions ?? [])
    .filter(({ status, endsAt, startsAt }) => status !== 'canceled' && endsAt && startsAt)
    .toSorted((a, b) => a.startsAt!.localeCompare(b.startsAt!))
  const [first] = held
  if (!unit || !first) return undefined
  const rules = await evaluationRules(context)
  const endsAt = Temporal.Instant.from(
    held
      .map((one) => one.endsAt!)
      .toSorted()
      .at(-1)!,
  )
  const asking = askingOf(rules, unit.course?.evaluation)
  return {
    unit,
    id: unit.course ? first.id : (unit.collaborative?.id ?? first.id),
    title: unit.course?.title ?? unit.collaborative?.name ?? first.title ?? '',
    startsOn: dayIn(Temporal.Instant.from(first.startsAt!), first.timeZone),
    endsAt,
    year: Temporal.PlainDate.from(dayIn(endsAt, context.zone)).year,
    rules,
    ...asking,
  }
}

/** One registration for each person who attended a day of it: the earliest of those with a day they were there. */
export const attendeesOf = async (context: Context, { sessions }: Unit): Promise<Registration[]> => {
  const ofUnit = { session: { in: sessions.map(({ id }) => id) } }
  const [rows, registrations] = await Promise.all([
    every(context, 'attendance', { and: [ofUnit, { state: { in: [...THERE] } }] }),
    every(context, 'registrations', { and: [ofUnit, { status: { equals: 'confirmed' } }] }, { sort: 'createdAt' }),
  ])
  const there = new Set(rows.map(({ registration }) => idOf(registration)))
  const attended = registrations.filter(({ id }) => there.has(id))
  return [...Map.groupBy(attended, ({ person }) => idOf(person)).values()].map(([one]) => one!)
}

export const isOver = ({ endsAt }: Evaluated, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, endsAt) >= 0
