import { afterBusinessHours, offerEnd, type Office } from '../registrations/office.ts'
import type { Joining } from './joining.ts'
import { holdsPlace } from './policy.ts'
import type { AnswerRefusal, ApplicationStatus, ChoiceState } from './states.ts'

/**
 * A collaborative somebody asked for; the first of a list is the one they want most. `until`: the end of the last offer of it,
 * in UTC; absent where none was made.
 */
export type Choice = { collaborative: string; state: ChoiceState; until?: string }

/** What selection knows of one application, by a person or a team. `score`: higher is better; null: not scored yet. */
export type Candidate = {
  id: string
  status: ApplicationStatus
  score: number | null
  submittedAt: Temporal.Instant
  choices: readonly Choice[]
  /** The collaborative whose place they hold; null while they hold none. */
  place: string | null
}

/** How a candidate came to stand where they stand, next to the one right above. */
export type RankedBy = 'first' | 'score' | 'submitted-later' | 'same-moment' | 'not-scored'
export type Ranked<C extends Candidate> = { rank: number; candidate: C; by: RankedBy }

const compare = (a: Candidate, b: Candidate): number => {
  if (a.score !== b.score) return (b.score ?? -Infinity) - (a.score ?? -Infinity)
  return Temporal.Instant.compare(a.submittedAt, b.submittedAt) || (a.id < b.id ? -1 : 1)
}

const rankedBy = (above: Candidate | undefined, candidate: Candidate): RankedBy => {
  if (candidate.score === null) return 'not-scored'
  if (!above) return 'first'
  if (above.score !== candidate.score) return 'score'
  return Temporal.Instant.compare(above.submittedAt, candidate.submittedAt) === 0 ? 'same-moment' : 'submitted-later'
}

/**
 * All candidates in order, from 1: the higher score first; of equal scores the one sent earlier; of the same moment the one
 * whose id comes first in the alphabet, so that the order is the same whenever and however often it is made. Without a score
 * one stands last. The source (seed 1) says only that selection is mutual; the order is ours, and says why.
 */
export const rank = <C extends Candidate>(candidates: readonly C[]): Ranked<C>[] =>
  candidates
    .toSorted(compare)
    .map((candidate, index, all) => ({ rank: index + 1, candidate, by: rankedBy(all[index - 1], candidate) }))

/**
 * Why one choice gives no place now. `not-set`: the number of places was not decided, and `begun`: its first day has come, so that
 * only a person can offer one.
 */
export type NoPlace = {
  collaborative: string
  why: 'full' | 'not-set' | 'declined' | 'expired' | 'unknown' | 'begun' | 'over'
}

/**
 * `because`: why no place is to be had in what they would rather have, or in anything. `instead`: the place that is offered to them
 * now and has not been answered, which goes to the next for one they want more.
 */
export type Decision =
  | { id: string; rank: number; offer: string; because: NoPlace[]; instead?: string }
  | { id: string; rank: number; skipped: 'holds-place' | 'not-in-line' | 'not-scored' }
  | { id: string; rank: number; skipped: 'no-place'; because: NoPlace[] }

/** How many places are held in each collaborative: offered, accepted and enrolled alike. */
export const held = (candidates: readonly Candidate[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { status, place } of candidates)
    if (place !== null && holdsPlace(status)) counts.set(place, (counts.get(place) ?? 0) + 1)
  return counts
}

/**
 * Whom to offer a place now, in order of rank: each gets the choice they want most that has room, and one at most; who holds
 * an offer or a place gets no other, but for one they want more while they have not answered. Nobody is passed over without a reason. Never beyond the `places` of a collaborative
 * (seed 4: up to six teams), counting what is offered, accepted and enrolled, also where more are held than there are places
 * now. Places of null were not decided. `joining`: what has begun, where something has. Making the decision again after it was
 * carried out changes nothing, but that what was given up for something better goes to the next.
 */
export const decide = (
  candidates: readonly Candidate[],
  places: ReadonlyMap<string, number | null>,
  joining: ReadonlyMap<string, Joining> = new Map(),
): Decision[] => {
  const taken = held(candidates)
  const whyNot = ({ collaborative, state }: Choice): NoPlace['why'] | undefined => {
    if (state !== 'open') return state
    const room = places.get(collaborative)
    if (room === undefined) return 'unknown'
    const join = joining.get(collaborative) ?? 'open'
    if (join !== 'open') return join
    if (room === null) return 'not-set'
    return (taken.get(collaborative) ?? 0) < room ? undefined : 'full'
  }
  const take = (collaborative: string) => taken.set(collaborative, (taken.get(collaborative) ?? 0) + 1)
  return rank(candidates).map(({ rank, candidate: { id, status, score, choices, place } }): Decision => {
    const wanted = choices.findIndex(({ collaborative }) => collaborative === place)
    const better =
      status === 'offered' && place !== null
        ? choices.slice(0, Math.max(0, wanted)).find((one) => !whyNot(one))
        : undefined
    if (better && place !== null) {
      take(better.collaborative)
      return { id, rank, offer: better.collaborative, because: [], instead: place }
    }
    if (holdsPlace(status)) return { id, rank, skipped: 'holds-place' }
    if (status !== 'waiting') return { id, rank, skipped: 'not-in-line' }
    if (score === null) return { id, rank, skipped: 'not-scored' }
    const because: NoPlace[] = []
    for (const choice of choices) {
      const why = whyNot(choice)
      if (why) because.push({ collaborative: choice.collaborative, why })
      else {
        take(choice.collaborative)
        return { id, rank, offer: choice.collaborative, because }
      }
    }
    return { id, rank, skipped: 'no-place', because }
  })
}

/**
 * Until when an offer is held: some business hours of the desk after it was made, in the desk's zone, and never beyond the
 * beginning of the next live session. That moment is still in time. Throws a RangeError as `afterBusinessHours` does.
 */
export const offerUntil = (
  now: Temporal.Instant,
  hours: number,
  office: Office,
  begins?: Temporal.Instant,
): Temporal.Instant => (begins ? offerEnd(now, hours, office, begins) : afterBusinessHours(now, hours, office))

/** Why an offer cannot be answered now; undefined means it can. */
export const refusalToAnswer = (
  { status, offerUntil }: { status: ApplicationStatus; offerUntil: Temporal.Instant | null },
  now: Temporal.Instant,
): AnswerRefusal | undefined => {
  if (status !== 'offered' || !offerUntil) return 'no-offer'
  return Temporal.Instant.compare(now, offerUntil) > 0 ? 'late' : undefined
}

/**
 * What becomes of an application whose offer was declined, or ran out: that choice is over, and with others left it waits in
 * line again, where it stood. Throws a RangeError for a collaborative that was never chosen.
 */
export const letGo = (
  { choices, place }: Pick<Candidate, 'choices' | 'place'>,
  how: Exclude<ChoiceState, 'open'>,
): { status: 'waiting' | 'declined' | 'expired'; choices: Choice[]; place: null } => {
  if (!choices.some(({ collaborative }) => collaborative === place)) throw new RangeError(`Never chosen: ${place}`)
  const left = choices.map((choice) => (choice.collaborative === place ? { ...choice, state: how } : choice))
  return { status: left.some(({ state }) => state === 'open') ? 'waiting' : how, choices: left, place: null }
}

/** Districts that hold more places than one, which nobody may have noticed: two mailboxes, one employer. */
export const heldTwice = <C extends { status: ApplicationStatus }>(
  candidates: readonly C[],
  districtOf: (candidate: C) => string,
): { name: string; holding: C[] }[] => {
  const holding = candidates.filter(({ status }) => holdsPlace(status))
  const plain = (candidate: C) => districtOf(candidate).trim().toLowerCase()
  return [...Map.groupBy(holding, plain)]
    .filter(([name, own]) => name !== '' && own.length > 1)
    .map(([, own]) => ({ name: districtOf(own[0]!).trim(), holding: own }))
}

/** Of some candidates with the same district, or role: how many applied, how many of them hold a place. */
export type Balance = { name: string; applied: number; holding: number }

/**
 * How applications and places spread over districts, or roles, shown beside the ranking. The largest first, then by name; an
 * empty name gathers those who gave none. Drafts and withdrawn applications are left out. It is only shown: rank decides.
 */
export const balanceOf = <C extends { status: ApplicationStatus }>(
  candidates: readonly C[],
  nameOf: (candidate: C) => string | null,
): Balance[] => {
  const rows = new Map<string, Balance>()
  for (const candidate of candidates) {
    if (candidate.status === 'draft' || candidate.status === 'withdrawn') continue
    const name = nameOf(candidate)?.trim() ?? ''
    const { applied, holding } = rows.get(name) ?? { applied: 0, holding: 0 }
    rows.set(name, { name, applied: applied + 1, holding: holding + (holdsPlace(candidate.status) ? 1 : 0) })
  }
  return [...rows.values()].sort((a, b) => b.applied - a.applied || (a.name < b.name ? -1 : 1))
}
