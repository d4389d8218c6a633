import { choicesOf } from '../form.ts'
import { APPLICATION_STATUSES, type ApplicationStatus } from '../states.ts'
import { applicationWindow, applyingOf } from '../../collaboratives/policy.ts'
import type { ApplicationWindow } from '../../collaboratives/states.ts'
import { waitingOf } from '../papers.ts'
import { instantOf } from '../../values/day.ts'
import { holdsPlace } from '../policy.ts'
import { isAskedFor } from '../withdrawal.ts'
import { idOf } from '../../kernel/related.ts'
import { canClose, canRelease, windowOfCall } from '../../selections/policy.ts'
import type { Application, Selection } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'
import { callsIn, stateOf, type Call } from './calls.ts'
import type { CallLine, PlacesView } from './staff-views.ts'

// Every call as a line of the desk.

const noStatuses = (): Record<ApplicationStatus, number> =>
  Object.fromEntries(APPLICATION_STATUSES.map((status) => [status, 0])) as Record<ApplicationStatus, number>

const placesIn = (call: Call, applications: readonly Application[]): PlacesView[] =>
  call.collaboratives.map(({ id, slug, name, capacity }) => ({
    id,
    slug,
    name,
    places: capacity ?? null,
    held: applications.filter((one) => holdsPlace(one.status) && idOf(one.place) === id).length,
    wanted: applications.filter(
      (one) => one.status !== 'draft' && one.status !== 'withdrawn' && choicesOf(one)[0]?.collaborative === id,
    ).length,
  }))

const windowsOf = ({ collaboratives }: Call, now: Temporal.Instant): ApplicationWindow[] =>
  collaboratives.map((one) => applicationWindow(applyingOf(one), now))

/** Teams the desk waits for. */
const PAPERS = ['team', 'remind', 'expired'] as const

/** Since when the first of them has stood where it stands. */
const earliestOf = (applications: readonly Application[]): Temporal.Instant | null =>
  instantOf(applications.flatMap(({ movedAt }) => movedAt ?? []).toSorted()[0])

export const callLine = (
  call: Call,
  applications: readonly Application[],
  selection: Selection | undefined,
  now: Temporal.Instant,
): CallLine => {
  const counts = noStatuses()
  for (const { status } of applications) counts[status] += 1
  const state = stateOf(selection)
  const window = windowOfCall(windowsOf(call, now))
  const accepted = Map.groupBy(applications, (one) => waitingOf(one, now))
  const toEnroll = accepted.get('desk') ?? []
  const papers = PAPERS.flatMap((waiting) => accepted.get(waiting) ?? [])
  const deadlines = call.collaboratives.flatMap(({ appliesUntil }) => appliesUntil ?? [])
  return {
    call: call.key,
    title: call.title,
    applicant: call.applicant,
    window,
    appliesUntil: deadlines.toSorted().at(-1) ?? null,
    state,
    counts,
    collaboratives: placesIn(call, applications),
    waits: {
      toScore: state === 'closed' ? 0 : counts.submitted,
      toEnroll: toEnroll.length,
      enrollSince: earliestOf(toEnroll),
      papers: papers.length,
      papersSince: earliestOf(papers),
      leaving: applications.filter(isAskedFor).length,
      offers: counts.offered,
      toClose: canClose(state, counts, [...call.joining.values()]),
      canRelease: canRelease(state, counts, { window, hasDeadline: deadlines.length > 0 }),
    },
  }
}

/** Every call on the site; those that have to do with somebody first. */
export const callLines = async (context: Context): Promise<CallLine[]> => {
  const [snapshot, applications, selections] = await Promise.all([
    context.source.read(),
    every(context, 'applications', {}),
    every(context, 'selections', {}),
  ])
  const byCall = Map.groupBy(applications, ({ call }) => call)
  return callsIn(snapshot, context.now).map((call) =>
    callLine(
      call,
      byCall.get(call.key) ?? [],
      selections.find((one) => one.call === call.key),
      context.now,
    ),
  )
}
