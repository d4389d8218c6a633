import {
  ValidationError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
} from 'payload'
import type { Session } from '#cms/payload-types.ts'
import { formatDay } from '../values/day.ts'
import { isTimeZone } from '../values/zone.ts'
import { DAY_REFUSALS } from './states.ts'
import { isComplete, refusalOfDays, spanOf } from './policy.ts'

/** Refuses days that are out of order, overlap or end before they start. */
export const refuseBadDays: CollectionBeforeValidateHook<Session> = ({ data, originalDoc, req }) => {
  const days = data?.days ?? originalDoc?.days ?? []
  if (days.length === 0 || !days.every(isComplete)) return data
  const refusal = refusalOfDays(days)
  if (!refusal) return data
  throw new ValidationError({
    collection: 'sessions',
    errors: [{ path: `days.${refusal.index}.date`, message: DAY_REFUSALS[refusal.reason] }],
    req,
  })
}

/** A session is a run of a course or belongs to a collaborative: exactly one of the two. */
export const refuseTwoParents: CollectionBeforeValidateHook<Session> = ({ data, originalDoc, req }) => {
  const { course, collaborative } = { ...originalDoc, ...data }
  const isUntouchedDraft = data?._status !== 'published' && !course && !collaborative
  if (Boolean(course) !== Boolean(collaborative) || isUntouchedDraft) return data
  throw new ValidationError({
    collection: 'sessions',
    errors: [{ path: 'course', message: 'Choose a course or a collaborative, and only one of the two.' }],
    req,
  })
}

type Parent = Session['course'] | Session['collaborative']
const idOf = (parent: Parent): string | undefined => (typeof parent === 'string' ? parent : parent?.id)

/** What the session is a run of, in words. */
const nameOfParent = async ({ course, collaborative }: Partial<Session>, req: PayloadRequest): Promise<string> => {
  const shared = { depth: 0, disableErrors: true, overrideAccess: true, req } as const
  const [ofCourse, ofCollaborative] = [idOf(course), idOf(collaborative)]
  if (ofCourse)
    return (await req.payload.findByID({ collection: 'courses', id: ofCourse, ...shared }))?.title ?? 'Course'
  if (ofCollaborative)
    return (
      (await req.payload.findByID({ collection: 'collaboratives', id: ofCollaborative, ...shared }))?.name ??
      'Collaborative'
    )
  return 'Session'
}

/** Keeps the title and the instants that lists sort by in step with the days. */
export const deriveSpan: CollectionBeforeChangeHook<Session> = async ({ data, originalDoc, req }) => {
  const session = { ...originalDoc, ...data }
  const { days, timeZone } = session
  if (!days?.length || !days.every(isComplete) || !isTimeZone(timeZone)) return data
  const { startsAt, endsAt } = spanOf(days, timeZone)
  return {
    ...data,
    title: `${await nameOfParent(session, req)}, ${formatDay(days[0]!.date, 'en', 'short')}`,
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
  }
}
