import { certificateFor, isCorrected, type CertificateFacts, type CertificateOutcome } from '../certificate.ts'
import { standingOf, type MinimumStanding } from '../../attendance/minimum.ts'
import { revokedEntry, givenEntry } from '../log.ts'
import { change, create } from '../../kernel/change.ts'
import { idOf } from '../../kernel/related.ts'
import { attendedBefore, movesOf } from '../../registrations/moving.ts'
import type { Day } from '../../values/day.ts'
import { formatClockHours } from '../../values/hours.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { askingOf } from '../../evaluations/policy.ts'
import { answeredAmong, evaluationRules } from '../../evaluations/queries.ts'
import type { Attendance, Award, Registration } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { each } from '../../context/each.ts'
import { every, one } from '../../kernel/queries.ts'
import { newCode } from './badges.ts'
import { meetingsFor, programOf, type Program } from '../../registrations/service/program.ts'
import { aboutOf, unitOf, type About, type Unit } from './units.ts'

/** Everything about one person in a unit; the earliest registration is the one a certificate is given for. */
type Holder = { registrations: Registration[]; rows: UnitRow[]; awards: Award[] }

const byPerson = (registrations: readonly Registration[]): Registration[][] => [
  ...Map.groupBy(registrations, ({ person }) => idOf(person)).values(),
]

const minimumOf = (program: Program | undefined, rows: readonly Attendance[]): MinimumStanding | undefined =>
  program && standingOf(meetingsFor(program, rows), program.rule)

type Certified = Extract<CertificateOutcome, { state: 'certify' }>

const give = async (
  context: Context,
  about: About,
  unit: Unit,
  { registrations, awards }: Holder,
  { days, minutes }: Certified,
  minimum: MinimumStanding | undefined,
): Promise<Award | undefined> => {
  const home = registrations.find(({ status }) => status === 'confirmed')
  if (!home) return undefined
  const facts: CertificateFacts = {
    ...about.facts,
    days,
    minutes,
    minimum: minimum ? { attended: minimum.attended, required: minimum.required, of: minimum.of } : null,
    corrections: [],
  }
  const award = {
    key: `registration:${home.id}${awards.length > 0 ? `#${awards.length + 1}` : ''}`,
    code: newCode(),
    kind: 'course',
    title: about.title,
    person: idOf(home.person),
    name: home.name,
    email: home.email,
    showsName: true,
    registration: home.id,
    ...(unit.course && { course: unit.course.id }),
    awardedAt: context.now.toString(),
    minutes,
    facts: { ...facts },
  } as const
  return create(actOf(context, SYSTEM), 'awards', award, givenEntry)
}

/** The ledger of days was corrected: the certificate keeps its address, says the new minutes, and what it said before. */
const correct = async (context: Context, award: Award, { days, minutes }: Certified): Promise<void> => {
  const facts = award.facts as CertificateFacts
  const now = context.now.toString()
  const corrections = [...facts.corrections, { at: now, minutes: facts.minutes }]
  const corrected = { minutes, facts: { ...facts, days, minutes, corrections } }
  await change(actOf(context, SYSTEM), 'awards', award, corrected, ({ revision }) => ({
    key: `award:${award.id}:corrected:${revision}`,
    kind: 'award.corrected',
    summary: `${award.name}: certificate corrected to ${formatClockHours(minutes)}, ${award.title}`,
    registration: idOf(award.registration),
    data: { award: award.code, minutes, before: facts.minutes },
  }))
}

/** Why a certificate that was given does not hold any more, as everybody reads who checks it. */
const GROUNDS = {
  'not-attended': 'The record of attendance was corrected: no attendance remains.',
  'minimum-missed': 'The record of attendance was corrected: the minimum of live sessions was not met.',
} as const

const withdraw = async (context: Context, award: Award, reason: keyof typeof GROUNDS): Promise<void> => {
  const revoked = { revokedAt: context.now.toString(), revokeReason: GROUNDS[reason] }
  await change(actOf(context, SYSTEM), 'awards', award, revoked, revokedEntry)
}

/** Who took a certificate back: a member of staff by hand, which stays so, or the rule above, which attendance can mend. */
const isByHand = ({ revokedAt, revokedBy }: Award): boolean => Boolean(revokedAt) && Boolean(revokedBy)

/** A row of the ledger of days; `attendedOn`: of another date of the course, before somebody was moved here. */
type UnitRow = Attendance & { attendedOn?: Day }

/** Days that people attended on another date before they were moved to this one, as rows of the days that stand for them. */
const attendedElsewhere = async (context: Context, registrations: readonly Registration[]): Promise<UnitRow[]> => {
  const moved = registrations.filter(({ movedFrom }) => movedFrom)
  if (moved.length === 0) return []
  const rows = await every(context, 'attendance', { registration: { in: moved.map(({ id }) => id) } })
  return moved.flatMap((registration) => {
    const own = rows.filter((row) => idOf(row.registration) === registration.id && row.session !== registration.session)
    return attendedBefore(movesOf(registration), own).map(({ date, row }) => ({
      ...row,
      session: registration.session,
      date,
      attendedOn: row.date,
    }))
  })
}

/** What is known of a unit: its people with their days and certificates, and its rules. */
type Known = {
  unit: Unit
  about: About
  program: Program | undefined
  holders: Holder[]
  /** Registrations whose evaluation is in; null where no certificate waits for one. */
  answered: ReadonlySet<string> | null
}

/** Registrations whose evaluation is in, where certificates wait for it; null where they do not. */
const answeredIn = async (
  context: Context,
  { course }: Unit,
  registrations: readonly Registration[],
): Promise<ReadonlySet<string> | null> => {
  if (!askingOf(await evaluationRules(context), course?.evaluation).isRequired) return null
  return answeredAmong(
    context,
    registrations.map(({ id }) => id),
  )
}

/** Whether a first certificate waits for an evaluation. Who has no mailbox was not asked. */
const isAwaited = ({ answered }: Known, { registrations, awards }: Holder): boolean =>
  answered !== null &&
  awards.length === 0 &&
  registrations.some(({ email }) => email !== '') &&
  !registrations.some(({ id }) => answered.has(id))

const knownOf = async (context: Context, unit: Unit): Promise<Known> => {
  const ofUnit = { session: { in: unit.sessions.map(({ id }) => id) } }
  const [registrations, inUnit, about, program] = await Promise.all([
    every(context, 'registrations', ofUnit, { sort: 'createdAt' }),
    every(context, 'attendance', ofUnit),
    aboutOf(context, unit),
    unit.collaborative && programOf(context, unit.collaborative),
  ])
  const rows = [...inUnit, ...(await attendedElsewhere(context, registrations))]
  const awards = await every(
    context,
    'awards',
    { and: [{ kind: { equals: 'course' } }, { registration: { in: registrations.map(({ id }) => id) } }] },
    { sort: 'createdAt' },
  )
  const holders = byPerson(registrations).map((own): Holder => {
    const mine = new Set(own.map(({ id }) => id))
    return {
      registrations: own,
      rows: rows.filter(({ registration }) => mine.has(idOf(registration))),
      awards: awards.filter(({ registration }) => mine.has(idOf(registration) ?? '')),
    }
  })
  return {
    unit,
    about,
    program,
    holders: holders.filter(({ rows, awards }) => rows.length + awards.length > 0),
    answered: await answeredIn(context, unit, registrations),
  }
}

/** What the ledger of days says about one person's certificate. */
const outcomeFor = (context: Context, { unit, program }: Known, { rows, awards }: Holder) => {
  const minimum = minimumOf(program, rows)
  const latest = awards.at(-1)
  const outcome = certificateFor(
    unit.sessions.map(({ id, status, days, endsAt }) => ({ id, status, days, endsAt: endsAt! })),
    rows.map((row) => ({ ...row, session: idOf(row.session) })),
    minimum,
    context.now,
    latest !== undefined && !latest.revokedAt,
  )
  return { minimum, latest, outcome }
}

/** Brings one person's certificate in line with the ledger of days. */
const bringInLine = async (context: Context, known: Known, holder: Holder): Promise<void> => {
  const { minimum, latest, outcome } = outcomeFor(context, known, holder)
  if (outcome.state === 'wait' || (latest && isByHand(latest))) return
  if (outcome.state === 'none') {
    if (latest && !latest.revokedAt) await withdraw(context, latest, outcome.reason)
  } else if (isAwaited(known, holder)) return
  else if (!latest || latest.revokedAt) await give(context, known.about, known.unit, holder, outcome, minimum)
  else if (isCorrected(latest.facts as CertificateFacts, outcome)) await correct(context, latest, outcome)
}

const isOver = ({ sessions }: Unit, now: Temporal.Instant): boolean =>
  sessions.every(
    ({ status, endsAt }) =>
      status === 'canceled' || (endsAt && Temporal.Instant.compare(now, Temporal.Instant.from(endsAt)) >= 0),
  )

/** Gives, corrects and takes back the certificates of a unit, once all of it is over. */
export const keepCertificates = async (context: Context, unit: Unit): Promise<void> => {
  if (!isOver(unit, context.now)) return
  const known = await knownOf(context, unit)
  await each(known.holders, (holder) => bringInLine(context, known, holder))
}

/** Another certificate for a registration whose certificate was taken back by hand; undefined where attendance earns none. */
export const giveCertificateAnew = async (context: Context, registration: string): Promise<Award | undefined> => {
  const given = await one(context, 'registrations', registration)
  const unit = given && (await unitOf(context, idOf(given.session)))
  if (!unit) return undefined
  const known = await knownOf(context, unit)
  const holder = known.holders.find(({ registrations }) => registrations.some(({ id }) => id === registration))
  if (!holder) return undefined
  const { minimum, outcome } = outcomeFor(context, known, holder)
  return outcome.state === 'certify' ? give(context, known.about, unit, holder, outcome, minimum) : undefined
}
