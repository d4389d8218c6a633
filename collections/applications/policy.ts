import { applicationWindow } from '../collaboratives/policy.ts'
import { endOfDay, type Day } from '../values/day.ts'
import { timelinessOf, type Timeliness } from '../values/grace.ts'
import { APPLICATION_NEXT, HOLDING_PLACE, type ApplicationStatus, type SubmitRefusal } from './states.ts'
import { isOneOf } from '../values/list.ts'

/** Whether an application may go from one status to another. Staying where it is is no move. */
export const mayBecome = (from: ApplicationStatus, to: ApplicationStatus): boolean =>
  isOneOf(APPLICATION_NEXT[from], to)

export const holdsPlace = (status: ApplicationStatus): boolean => isOneOf(HOLDING_PLACE, status)

/** What an applicant says: yes or no to each condition (null: nothing yet), and the live dates they can be there. */
export type Answers = { conditions: readonly (boolean | null)[]; dates: readonly Day[] }

/** What a collaborative asks: its conditions, its live dates, and how many of them at least (null: no minimum). */
export type Asked = { conditions: readonly string[]; dates: readonly Day[]; minimum: number | null }

export type Ineligibility =
  { reason: 'condition'; condition: string } | { reason: 'too-few-dates'; canAttend: number; minimum: number }

export type Eligibility =
  | { state: 'eligible' }
  | { state: 'unanswered'; conditions: readonly string[] }
  | { state: 'ineligible'; because: readonly Ineligibility[] }

/**
 * Whether somebody may take part: yes to every condition, and able to be there on enough live dates ("at least 6" of eight
 * Thursdays, seed 1). All reasons are named, not only the first. While a condition is unanswered nothing is decided. A date
 * counts once, and only if it is one of the program's; the minimum never asks for more dates than there are, so that a
 * program whose dates are not out yet refuses nobody.
 */
export const eligibilityOf = (asked: Asked, answers: Answers): Eligibility => {
  const unanswered = asked.conditions.filter((_, index) => (answers.conditions[index] ?? null) === null)
  if (unanswered.length > 0) return { state: 'unanswered', conditions: unanswered }
  const because: Ineligibility[] = asked.conditions
    .filter((_, index) => answers.conditions[index] === false)
    .map((condition) => ({ reason: 'condition', condition }))
  const dates = new Set(asked.dates)
  const canAttend = [...dates].filter((date) => answers.dates.includes(date)).length
  const minimum = Math.min(asked.minimum ?? 0, dates.size)
  if (canAttend < minimum) because.push({ reason: 'too-few-dates', canAttend, minimum })
  return because.length > 0 ? { state: 'ineligible', because } : { state: 'eligible' }
}

/**
 * Whether an application can be handed in now: from the start of `opensOn` to the end of `appliesUntil`, 23:59:59.999 in the
 * program's zone (seed 1: Friday, January 26, 2024), with the grace of `timelinessOf` for a draft kept before that. What is
 * late can be read and not sent.
 */
export const handingIn = (
  applying: Parameters<typeof applicationWindow>[0],
  startedAt: Temporal.Instant | null,
  now: Temporal.Instant,
  graceMinutes?: number,
): Timeliness | 'not-open' => {
  if (applicationWindow(applying, now) === 'not-open') return 'not-open'
  const { appliesUntil, timeZone } = applying
  const deadline = appliesUntil ? endOfDay(appliesUntil, timeZone) : null
  return timelinessOf({ deadline, startedAt }, now, graceMinutes)
}

/**
 * What is wrong with the order in which the collaboratives of a general application were ranked (seed 4: four of them, one
 * application); undefined where nothing is. One is enough; none may stand twice.
 */
export const refusalOfChoices = (
  choices: readonly string[],
  offered: readonly string[],
): Extract<SubmitRefusal, 'no-choice' | 'same-choice' | 'unknown-choice'> | undefined => {
  if (choices.length === 0) return 'no-choice'
  if (new Set(choices).size < choices.length) return 'same-choice'
  return choices.every((choice) => offered.includes(choice)) ? undefined : 'unknown-choice'
}

/** Somebody whose own answers say that they cannot take part can correct them, as long as they could be sent: a mis-click is no decision. */
export const canCorrect = ({ status, reasons }: { status: ApplicationStatus; reasons: readonly unknown[] }): boolean =>
  status === 'ineligible' && reasons.length > 0

/** Sent, read perhaps, and nothing decided. */
const CHANGEABLE = ['submitted', 'waiting'] as const satisfies readonly ApplicationStatus[]

/**
 * What sending again would be: a correction of answers by which somebody cannot take part, or a change of what can still be read and
 * is not decided; undefined where neither is possible. Ours; the sources name a deadline only, and whoever sends early should lose
 * nothing by it.
 */
export const sentAgain = (
  application: { status: ApplicationStatus; reasons: readonly unknown[] },
  isDecided: boolean,
): 'correction' | 'change' | undefined => {
  if (canCorrect(application)) return 'correction'
  return isOneOf(CHANGEABLE, application.status) && !isDecided ? 'change' : undefined
}

/**
 * Why an application can be neither kept nor sent now; undefined means it can. What is still to be filled in is said field by field,
 * and one that turns out ineligible can be sent, so that the desk can look again. A draft has its grace, and so has a correction; what
 * counts already is changed until the deadline itself.
 */
export const refusalToWrite = (
  status: ApplicationStatus,
  timeliness: Timeliness | 'not-open',
  again?: ReturnType<typeof sentAgain>,
): Extract<SubmitRefusal, 'already-sent' | 'not-open' | 'late'> | undefined => {
  if (status !== 'draft' && !again) return 'already-sent'
  if (again === 'change' && timeliness === 'in-grace') return 'late'
  return timeliness === 'not-open' || timeliness === 'late' ? timeliness : undefined
}
