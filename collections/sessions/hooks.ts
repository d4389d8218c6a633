import type {
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
  RelationshipFieldSingleValidation,
  TextFieldSingleValidation,
} from 'payload'
import { relationship } from 'payload/shared'
import type { Session } from '../kernel/payload-types.ts'
import { refused } from '../kernel/refused.ts'
import { idOf } from '../kernel/related.ts'
import { formatDay } from '../values/day.ts'
import { isTimeZone } from '../values/zone.ts'
import { DAY_REFUSALS } from './states.ts'
import { isComplete, refusalOfDays, spanOf } from './policy.ts'

const refusalOf = (days: Session['days']) =>
  days.length > 0 && days.every(isComplete) ? refusalOfDays(days) : undefined

/** Refuses days that are out of order, overlap or end before they start. */
export const refuseBadDays: CollectionBeforeValidateHook<Session> = ({ data, originalDoc, req }) => {
  const refusal = refusalOf(data?.days ?? originalDoc?.days ?? [])
  if (!refusal) return data
  const path = `days.${refusal.index}.date`
  throw refused('sessions', { path, message: DAY_REFUSALS[refusal.reason] }, req)
}

/** Says the same beside the day while the form is open. */
export const validateDayInOrder: TextFieldSingleValidation = (_, { data, siblingData }) => {
  const { days } = data as Partial<Session>
  const refusal = refusalOf(days ?? [])
  const isOfThis = refusal && days?.[refusal.index]?.id === (siblingData as Session['days'][number]).id
  return isOfThis ? DAY_REFUSALS[refusal.reason] : true
}

const ONE_PARENT = 'Choose a course or a collaborative, and only one of the two.'
const hasOneParent = ({ course, collaborative }: Partial<Session>) => Boolean(course) !== Boolean(collaborative)

/** A session is a run of a course or belongs to a collaborative: exactly one of the two. */
export const refuseTwoParents: CollectionBeforeValidateHook<Session> = ({ data, originalDoc, req }) => {
  const session = { ...originalDoc, ...data }
  const isUntouchedDraft = data?._status !== 'published' && !session.course && !session.collaborative
  if (hasOneParent(session) || isUntouchedDraft) return data
  throw refused('sessions', { path: 'course', message: ONE_PARENT }, req)
}

/** Says the same beside the course while the form is open. */
export const validateParent: RelationshipFieldSingleValidation = async (value, args) => {
  const isCourse = await relationship(value, args)
  return isCourse !== true ? isCourse : hasOneParent(args.data) || ONE_PARENT
}

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
