import { choicesOf } from '../form.ts'
import { callOf } from '../../collaboratives/policy.ts'
import { PLACE_OF } from '../../collaboratives/states.ts'
import type { Candidate } from '../selection.ts'
import type { ApplicationStatus, ApplicantKind } from '../states.ts'
import type { SelectionState } from '../../selections/states.ts'
import { idOf } from '../../kernel/related.ts'
import type { Snapshot } from '../../catalog/snapshot.ts'
import type { Application, Collaborative, Selection } from '../../kernel/payload-types.ts'
import type { Joining } from '../joining.ts'
import { decide, type Decision } from '../selection.ts'
import { callIn, joiningIn } from './programs.ts'
import type { Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'

/** Who stands in the ranking: everybody with a score, whatever came of it since. */
export const RANKED = [
  'waiting',
  'offered',
  'accepted',
  'enrolled',
  'declined',
  'expired',
  'closed',
] as const satisfies readonly ApplicationStatus[]

/** What is applied for together, as the site has it now. `places`: null where their number was not decided. */
export type Call = {
  key: string
  title: string
  applicant: ApplicantKind
  collaboratives: Collaborative[]
  places: ReadonlyMap<string, number | null>
  names: ReadonlyMap<string, string>
  /** What one can still begin in. */
  joining: ReadonlyMap<string, Joining>
}

const callFrom = (
  snapshot: Snapshot,
  key: string,
  collaboratives: Collaborative[],
  now: Temporal.Instant,
): Call | undefined => {
  const [first] = collaboratives
  if (!first) return undefined
  return {
    key,
    title: collaboratives.length > 1 ? (first.program ?? first.name) : first.name,
    applicant: PLACE_OF[first.kind],
    collaboratives,
    places: new Map(collaboratives.map(({ id, capacity }) => [id, capacity ?? null])),
    names: new Map(collaboratives.map(({ id, name }) => [id, name])),
    joining: new Map(collaboratives.map((one) => [one.id, joiningIn(snapshot, one, now)])),
  }
}

/** One call; undefined where no collaborative on the site belongs to it. */
export const callNamed = (snapshot: Snapshot, key: string, now: Temporal.Instant): Call | undefined =>
  callFrom(snapshot, key, callIn(snapshot, key), now)

/** Every call on the site, in the order of its first collaborative. */
export const callsIn = (snapshot: Snapshot, now: Temporal.Instant): Call[] => {
  const { collaboratives } = snapshot
  const keys = new Set([...collaboratives.values()].map((one) => callOf(one)))
  return [...keys].flatMap((key) => callNamed(snapshot, key, now) ?? [])
}

export const selectionOf = async (context: Context, call: string): Promise<Selection | undefined> =>
  (await every(context, 'selections', { call: { equals: call } }, { limit: 1 }))[0]

/** A selection nobody has touched is being scored. */
export const stateOf = (selection: Selection | undefined): SelectionState => selection?.state ?? 'scoring'

/** Everybody in the ranking of a call. */
export const rankedIn = (context: Context, call: string): Promise<Application[]> =>
  every(context, 'applications', { and: [{ call: { equals: call } }, { status: { in: [...RANKED] } }] })

/** An application as selection knows it. One that was never sent has no place in it. */
export const candidateOf = (application: Application): Candidate => ({
  id: application.id,
  status: application.status,
  score: application.score ?? null,
  submittedAt: Temporal.Instant.from(application.submittedAt ?? application.createdAt),
  choices: choicesOf(application),
  place: idOf(application.place) ?? null,
})

/** Who would be offered what now. */
export const decisionsIn = (call: Call, applications: readonly Application[]): Decision[] =>
  decide(applications.map(candidateOf), call.places, call.joining)
