import { ValidationError, type CollectionBeforeValidateHook, type Payload, type PayloadRequest } from 'payload'
import type { Course } from '#cms/payload-types.ts'
import { findCycle, type Graph } from './prerequisites.ts'

type Drawn = Pick<Course, 'id' | 'title' | 'prerequisites'>
const idOf = (related: string | { id: string }): string => (typeof related === 'string' ? related : related.id)

const groupsOf = (course: Partial<Drawn>) =>
  (course.prerequisites ?? []).map(({ kind, courses }) => ({ kind, courses: (courses ?? []).map(idOf) }))

const allCourses = async (payload: Payload, req: PayloadRequest): Promise<Drawn[]> => {
  const { docs } = await payload.find({
    collection: 'courses',
    depth: 0,
    draft: true,
    overrideAccess: true,
    pagination: false,
    req,
    select: { title: true, prerequisites: true },
  })
  return docs
}

/** Refuses prerequisites that lead back to where they started, naming the way around. */
export const refuseCycles: CollectionBeforeValidateHook<Course> = async ({ data, originalDoc, req }) => {
  if (!data?.prerequisites?.length || !originalDoc?.id) return data
  const courses = await allCourses(req.payload, req)
  const graph: Graph = new Map(courses.map((course) => [course.id, { groups: groupsOf(course) }]))
  const changed = new Map(graph).set(originalDoc.id, { groups: groupsOf(data) })
  const cycle = findCycle(changed)
  if (!cycle) return data
  const titles = new Map(courses.map(({ id, title }) => [id, title])).set(
    originalDoc.id,
    data.title ?? originalDoc.title,
  )
  throw new ValidationError({
    collection: 'courses',
    errors: [
      {
        path: 'prerequisites',
        message: `These prerequisites lead in a circle: ${cycle.map((id) => titles.get(id) ?? id).join(' → ')}. Take one of them out.`,
      },
    ],
    req,
  })
}
