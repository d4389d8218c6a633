import type { Timeliness } from '../values/grace.ts'
import { countWords } from '../values/word-count.ts'
import { lacking, type Handed, type Item, type Lack } from './parts.ts'
import {
  SUBMISSION_NEXT,
  WITH_US,
  WRITABLE,
  type ChangeRefusal,
  type SubmissionRefusal,
  type SubmissionStatus,
} from './states.ts'
import { isOneOf } from '../values/list.ts'

export const mayBecome = (from: SubmissionStatus, to: SubmissionStatus): boolean => isOneOf(SUBMISSION_NEXT[from], to)

/** How an item was judged the last time; no entry: not judged yet. */
export type Judged = Readonly<Record<string, 'met' | 'not-yet'>>

/**
 * The items a person can write: all of them until they were judged, and after "not yet" only those that fell short. What is
 * met stays met, whatever becomes of the rest (the custom of issuers; seed 3 is silent).
 */
export const reopened = (items: readonly Item[], judged: Judged): Item[] =>
  items.filter(({ key }) => judged[key] !== 'met')

/** Why an item cannot be changed now; undefined means it can. */
export const refusalToChange = (
  key: string,
  status: SubmissionStatus,
  items: readonly Item[],
  judged: Judged,
): ChangeRefusal | undefined => {
  if (!items.some((item) => item.key === key)) return 'unknown'
  if (!isOneOf(WRITABLE, status)) return 'not-now'
  return judged[key] === 'met' ? 'met' : undefined
}

const plain = ({ text, option, files, link }: Handed): string =>
  JSON.stringify([text?.trim() ?? '', option ?? null, (files ?? []).map(({ id }) => id), link?.trim() ?? ''])

/**
 * What a person still has to do before sending: complete what is open and, after "not yet", change each item that fell short.
 * `before`: what was handed in and judged; null the first time.
 */
export const leftToDo = (
  items: readonly Item[],
  handed: Readonly<Record<string, Handed>>,
  judged: Judged,
  before: Readonly<Record<string, Handed>> | null,
): Lack[] => {
  const open = reopened(items, judged)
  const lacks = new Map(lacking(open, handed).map((lack) => [lack.key, lack]))
  const isUnchanged = ({ key }: Item): boolean =>
    before !== null && judged[key] === 'not-yet' && plain(handed[key] ?? {}) === plain(before[key] ?? {})
  return open.flatMap((item): Lack[] => {
    const lack = lacks.get(item.key)
    if (lack) return [lack]
    return isUnchanged(item) ? [{ key: item.key, reason: 'unchanged' }] : []
  })
}

/** `cap`: attempts before a coach helps, null: any number. `allowed`: attempts a coach has allowed beyond them. */
export type Attempts = { made: number; cap: number | null; allowed: number }

/** How many attempts are left; null: any number. An attempt is one review; being sent back as incomplete is none. */
export const attemptsLeft = ({ made, cap, allowed }: Attempts): number | null =>
  cap === null ? null : Math.max(0, cap + allowed - made)

/**
 * The attempts that new work begins with: those of all the work the person did for the same credential before, whatever became of
 * it, and those a coach has allowed. Taking work back gives no new ones.
 */
export const attemptsBefore = (
  before: readonly Pick<Attempts, 'made' | 'allowed'>[],
): Pick<Attempts, 'made' | 'allowed'> => ({
  made: Math.max(0, ...before.map(({ made }) => made)),
  allowed: Math.max(0, ...before.map(({ allowed }) => allowed)),
})

/**
 * What becomes of a submission that was judged, the attempt just made counted: passed; not yet, while attempts are left; else
 * with a coach (three attempts and then a coach is what issuers do; the number is the credential's).
 */
export const statusAfter = (
  hasPassed: boolean,
  attempts: Attempts,
): Extract<SubmissionStatus, 'passed' | 'not-yet' | 'with-coach'> => {
  if (hasPassed) return 'passed'
  return attemptsLeft(attempts) === 0 ? 'with-coach' : 'not-yet'
}

/**
 * Why a submission cannot be sent now; undefined means it can. `note`: what was changed, asked for after "not yet".
 * `timeliness` is `timelinessOf` the credential's or program's deadline, grace included.
 */
export const refusalToSubmit = (
  { status, note, attempts }: { status: SubmissionStatus; note: string; attempts: Attempts },
  timeliness: Timeliness,
  left: readonly Lack[],
): SubmissionRefusal | undefined => {
  if (status === 'with-coach') return 'coach-first'
  if (!mayBecome(status, 'submitted')) return 'not-now'
  if (attemptsLeft(attempts) === 0) return 'coach-first'
  if (timeliness === 'late') return 'late'
  if (left.length > 0) return 'incomplete'
  return status === 'not-yet' && countWords(note) === 0 ? 'no-note' : undefined
}

/**
 * Until when the files of work are kept: so many months, by the calendar in `zone`, after anything last happened to it; null
 * while it waits for us. So the files of work that is over go, and of work that was given up. Ours: evidence can show students,
 * and the source (seed 3) names no time.
 */
export const keptUntil = (
  { status, changedAt }: { status: SubmissionStatus; changedAt: Temporal.Instant },
  keepMonths: number,
  zone: string,
): Temporal.Instant | null =>
  isOneOf(WITH_US, status) ? null : changedAt.toZonedDateTimeISO(zone).add({ months: keepMonths }).toInstant()
