import type {
  ArrayFieldValidation,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload'
import { array } from 'payload/shared'
import type { Course } from '../kernel/payload-types.ts'
import { isForPublic } from '../kernel/drafts.ts'
import { refused } from '../kernel/refused.ts'
import { idOf } from '../kernel/related.ts'
import { takenOff, type Update } from '../registrations/hooks.ts'
import { joinWords } from '../values/words.ts'
import { findCycle, type Graph } from './prerequisites.ts'

type Drawn = Pick<Course, 'id' | 'title' | 'prerequisites'>

const groupsOf = (course: Partial<Drawn>) =>
  (course.prerequisites ?? []).map(({ kind, courses }) => ({ kind, courses: (courses ?? []).map(idOf) }))

/** The courses as their newest versions draw them, or only what is published. */
const coursesDrawn = async (req: PayloadRequest, newest: boolean): Promise<Drawn[]> => {
  const { docs } = await req.payload.find({
    collection: 'courses',
    depth: 0,
    draft: newest,
    overrideAccess: true,
    pagination: false,
    req,
    // Each by name: a whole array selected at once comes without its relations on SQLite.
    select: { title: true, prerequisites: { kind: true, courses: true } },
    where: newest ? {} : { _status: { equals: 'published' } },
  })
  return docs
}

/** The titles along a cycle that a course would close among others; undefined when it closes none. */
const cycleWith = (course: Drawn, others: readonly Drawn[]): string[] | undefined => {
  const courses = new Map([...others, course].map((one) => [one.id, one]))
  const graph: Graph = new Map([...courses].map(([id, one]) => [id, { groups: groupsOf(one) }]))
  return findCycle(graph, course.id)?.map((id) => courses.get(id)?.title ?? id)
}

/** Why a course cannot have its prerequisites: they lead back to it, and the sentence names the way around. */
const refusalOfWay = async (course: Drawn, req: PayloadRequest, newest: boolean): Promise<string | undefined> => {
  const cycle = cycleWith(course, await coursesDrawn(req, newest))
  return cycle && `These prerequisites lead in a circle: ${cycle.join(' → ')}. Take one of them out.`
}

/**
 * Refuses to publish prerequisites that lead back to where they started, naming the way around: among the newest versions, and
 * among what is published, which may differ from them. A draft may hold them, so that nothing else typed into it is lost.
 */
export const refuseCycles: CollectionBeforeValidateHook<Course> = async ({ data, originalDoc, req }) => {
  const course = { ...originalDoc, ...data } as Drawn
  if (!originalDoc?.id || !course.prerequisites?.length || !isForPublic(data, originalDoc)) return data
  for (const newest of [true, false]) {
    const message = await refusalOfWay(course, req, newest)
    if (message) throw refused('courses', { path: 'prerequisites', message }, req)
  }
  return data
}

/** Says the same beside the prerequisites once somebody wanted to publish. */
export const validateWay: ArrayFieldValidation = async (value, args) => {
  const isList = await array(value, args)
  const course = { ...(args.data as Partial<Drawn>), id: String(args.id) } as Drawn
  if (isList !== true || !args.id || !course.prerequisites?.length) return isList
  return (await refusalOfWay(course, args.req, true)) ?? true
}

/** Refuses to take away courses that others on the site ask for first: nobody could be told any more what they lack. */
const keepAsked = async (req: PayloadRequest, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  const { docs } = await req.payload.find({
    collection: 'courses',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req,
    select: { title: true, prerequisites: { kind: true, courses: true } },
    where: {
      and: [
        { _status: { equals: 'published' } },
        { id: { not_in: [...ids] } },
        { 'prerequisites.courses': { in: [...ids] } },
      ],
    },
  })
  // What was taken out of a list of prerequisites can still be found by it in the embedded database.
  const asking = docs.filter((one) => groupsOf(one).some(({ courses }) => courses.some((id) => ids.includes(id))))
  if (asking.length === 0) return
  const titles = joinWords(asking.map(({ title }) => `“${title}”`))
  const message = `${titles} ${asking.length === 1 ? 'asks' : 'ask'} for this course first. Take it out of the prerequisites there before.`
  throw refused('courses', { path: '_status', message }, req)
}

export const keepAskedOnSite: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation === 'update') await keepAsked(req, await takenOff(req, 'courses', args as Update))
  return args
}

export const keepAskedFromTrash: CollectionBeforeChangeHook<Course> = async ({ data, originalDoc, req }) => {
  if (originalDoc?.id && data.deletedAt && !originalDoc.deletedAt) await keepAsked(req, [originalDoc.id])
  return data
}

export const keepAskedFromDeletion: CollectionBeforeDeleteHook = ({ id, req }) => keepAsked(req, [String(id)])
