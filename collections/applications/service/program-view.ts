import { offeredIn } from '../../organizations/queries.ts'
import type { AskedForm } from '../form.ts'
import { handingIn } from '../policy.ts'
import { HOLDING_PLACE } from '../states.ts'
import type { LiveDate, OfferedPlace, ProgramView } from '../view.ts'
import { applicationWindow, applyingOf, callOf } from '../../collaboratives/policy.ts'
import { PLACE_OF } from '../../collaboratives/states.ts'
import { questionsOf } from '../../collaboratives/view.ts'
import { contactView } from '../../contacts/view.ts'
import { endOfDay, startOfDay } from '../../values/day.ts'
import type { Timeliness } from '../../values/grace.ts'
import { byOrder, type Snapshot } from '../../catalog/snapshot.ts'
import type { Collaborative } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { count } from '../../kernel/queries.ts'
import { callIn, contactOf, liveDatesIn } from './programs.ts'

/** What is applied for together, as it stands now for one application: the collaborative it began at, and all of them. */
export type Call = {
  snapshot: Snapshot
  key: string
  one: Collaborative
  /** The one it began at first, then the others in their order. */
  all: Collaborative[]
  /** Whether each can still be asked for, by id. */
  timeliness: ReadonlyMap<string, Timeliness | 'not-open'>
  asked: AskedForm
}

const isIn = (timeliness: Timeliness | 'not-open' | undefined): boolean =>
  timeliness === 'on-time' || timeliness === 'in-grace'

/**
 * The call a collaborative belongs to. `startedAt`: when a draft was first kept here; null for whoever only begins, who has no
 * grace. Conditions and questions are those of the first collaborative of the call, wherever one began; live dates and a
 * minimum are asked for only where there is one collaborative, because those of several differ.
 */
export const callFor = async (
  context: Context,
  one: Collaborative,
  startedAt: Temporal.Instant | null,
): Promise<Call> => {
  const snapshot = await context.source.read()
  const key = callOf(one)
  const listed = callIn(snapshot, key)
  const all = [one, ...listed.filter(({ id }) => id !== one.id)]
  const { now } = context
  const timeliness = new Map(
    all.map((each) => [each.id, handingIn(applyingOf(each), startedAt, now, each.graceMinutes)] as const),
  )
  const first = listed[0] ?? one
  const isAlone = all.length === 1
  const asked: AskedForm = {
    applicant: PLACE_OF[one.kind],
    conditions: (first.conditions ?? []).map(({ text }) => text),
    dates: isAlone ? liveDatesIn(snapshot, one.id) : [],
    minimum: isAlone ? (one.minimumSessions ?? null) : null,
    questions: questionsOf(first),
    criteria: (first.criteria ?? []).map(({ name, text, points }) => ({ name, text: text ?? null, points })),
    offered: all
      .filter(({ id }) => isIn(timeliness.get(id)))
      .map(({ id, slug, name, price, capacity }) => ({
        id,
        slug,
        name,
        price: price ?? null,
        places: capacity ?? null,
      })),
  }
  return { snapshot, key, one, all, timeliness, asked }
}

/** Whether the application can be sent now: as long as anything can be asked for; else why not, of the one it began at. */
export const timelinessOfCall = ({ one, timeliness }: Call): Timeliness | 'not-open' => {
  const all = [...timeliness.values()]
  const own = timeliness.get(one.id)!
  if (isIn(own)) return own
  return all.find((each) => each === 'on-time') ?? all.find((each) => each === 'in-grace') ?? own
}

const liveDates = ({ sessions }: Snapshot, id: string): LiveDate[] =>
  (sessions.get(id) ?? [])
    .filter(({ status }) => status === 'scheduled')
    .flatMap(({ days, timeZone }) =>
      days
        .filter(({ isCanceled }) => !isCanceled)
        .map(({ date, startTime, endTime }) => ({ date, startTime, endTime, timeZone })),
    )

/** Places that are offered, accepted or taken; counted only where there is a number to count against. */
const heldIn = (context: Context, { id, capacity }: Collaborative): Promise<number> =>
  capacity == null
    ? Promise.resolve(0)
    : count(context, 'applications', {
        and: [{ place: { equals: id } }, { status: { in: [...HOLDING_PLACE] } }],
      })

const placeView = async (context: Context, call: Call, each: Collaborative): Promise<OfferedPlace> => {
  const held = await heldIn(context, each)
  return {
    slug: each.slug,
    name: each.name,
    summary: each.summary,
    price: each.price ?? null,
    places: each.capacity ?? null,
    left: each.capacity == null ? null : Math.max(0, each.capacity - held),
    isOpen: isIn(call.timeliness.get(each.id)),
  }
}

const contactIn = (snapshot: Snapshot, one: Collaborative) => {
  const found = contactOf(snapshot, one) ?? [...snapshot.documents.contacts.values()].sort(byOrder)[0]
  return found ? contactView(found) : null
}

/** What the pages show of a program. */
export const programView = async (context: Context, call: Call): Promise<ProgramView> => {
  const { snapshot, one, all, asked } = call
  const applying = applyingOf(one)
  return {
    slug: one.slug,
    name: one.name,
    program: one.program ?? null,
    summary: one.summary,
    timeZone: one.timeZone,
    window: applicationWindow(applying, context.now),
    timeliness: timelinessOfCall(call),
    opensAt: applying.opensOn ? startOfDay(applying.opensOn, one.timeZone) : null,
    closesAt: applying.appliesUntil ? endOfDay(applying.appliesUntil, one.timeZone) : null,
    graceMinutes: one.graceMinutes,
    sessions: liveDates(snapshot, one.id),
    minimum: one.minimumSessions ?? null,
    offered: await Promise.all(all.map((each) => placeView(context, call, each))),
    asked,
    organizations: offeredIn(await context.organizations()).map(({ id, name, member }) => ({ id, name, member })),
    contact: contactIn(snapshot, one),
  }
}
