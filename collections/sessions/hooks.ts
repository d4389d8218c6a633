import type {
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
  RelationshipFieldSingleValidation,
  TextFieldSingleValidation,
} from 'payload'
import { relationship } from 'payload/shared'
import type { Session } from '../kernel/payload-types.ts'
import { isForPublic } from '../kernel/drafts.ts'
import { refused } from '../kernel/refused.ts'
import { idOf } from '../kernel/related.ts'
import { isTimeZone } from '../values/zone.ts'
import { DAY_REFUSALS } from './states.ts'
import { isComplete, refusalOfDays, spanOf } from './policy.ts'
import { sessionTitle } from './title.ts'

const refusalOf = (days: Session['days']) =>
  days.length > 0 && days.every(isComplete) ? refusalOfDays(days) : undefined

/** Refuses to publish days that are out of order, overlap or end before they start; a draft may hold them. */
export const refuseBadDays: CollectionBeforeValidateHook<Session> = ({ data, originalDoc, req }) => {
  if (!isForPublic(data, originalDoc)) return data
  const refusal = refusalOf(data?.days ?? originalDoc?.days ?? [])
  if (!refusal) return data
  const path = `days.${refusal.index}.date`
  throw refused('sessions', { path, message: `Day ${refusal.index + 1}: ${DAY_REFUSALS[refusal.reason]}` }, req)
}

/** Says the same beside the day once somebody wanted to publish. */
export const validateDayInOrder: TextFieldSingleValidation = (_, { data, siblingData }) => {
  const { days } = data as Partial<Session>
  const refusal = refusalOf(days ?? [])
  const isOfThis = refusal && days?.[refusal.index]?.id === (siblingData as Session['days'][number]).id
  return isOfThis ? DAY_REFUSALS[refusal.reason] : true
}

const ONE_PARENT = 'Choose a course or a collaborative, and only one of the two.'
const hasOneParent = ({ course, collaborative }: Partial<Session>) => Boolean(course) !== Boolean(collaborative)

/** What is published is a run of a course or belongs to a collaborative: exactly one of the two. */
export const refuseTwoParents: CollectionBeforeValidateHook<Session> = ({ data, originalDoc, req }) => {
  const session = { ...originalDoc, ...data }
  if (hasOneParent(session) || !isForPublic(data, originalDoc)) return data
  throw refused('sessions', { path: 'course', message: ONE_PARENT }, req)
}

/** Says the same beside the course once somebody wanted to publish. */
export const validateParent: RelationshipFieldSingleValidation = async (value, args) => {
  const isCourse = await relationship(value, args)
  return isCourse !== true ? isCourse : hasOneParent(args.data) || ONE_PARENT
}

type Parent = { name: string; format?: Session['format'] | undefined }

/** What the session is a run of, in words, as it is written by now: what is not published yet has its name already. */
const parentOf = async ({ course, collaborative }: Partial<Session>, req: PayloadRequest): Promise<Parent> => {
  const shared = { depth: 0, disableErrors: true, draft: true, overrideAccess: true, req } as const
  const [ofCourse, ofCollaborative] = [idOf(course), idOf(collaborative)]
  if (ofCourse) {
    const found = await req.payload.findByID({ collection: 'courses', id: ofCourse, ...shared })
    return { name: found?.title || 'Course', format: found?.format }
  }
  if (!ofCollaborative) return { name: 'Session' }
  const found = await req.payload.findByID({ collection: 'collaboratives', id: ofCollaborative, ...shared })
  return { name: found?.name || 'Collaborative' }
}

/** A new session is held as its course is, until somebody says otherwise. */
export const takeFormat: CollectionBeforeChangeHook<Session> = async ({ data, originalDoc, req }) => {
  const session = { ...originalDoc, ...data }
  if (session.format || !session.course) return data
  const { format } = await parentOf(session, req)
  return format ? { ...data, format } : data
}

/** Keeps the title and the instants that lists sort by in step with the days. */
export const deriveSpan: CollectionBeforeChangeHook<Session> = async ({ data, originalDoc, req }) => {
  const session = { ...originalDoc, ...data }
  const { days, timeZone } = session
  if (!days?.length || !days.every(isComplete) || !isTimeZone(timeZone)) return data
  const { startsAt, endsAt } = spanOf(days, timeZone)
  const { name } = await parentOf(session, req)
  return {
    ...data,
    title: sessionTitle(name, days[0]!.date),
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
  }
}
