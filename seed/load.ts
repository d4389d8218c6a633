import type { Payload } from 'payload'
import type { CollectionSlug } from 'payload'
import { sessionOn } from './content/dates.ts'
import { isHoliday, published } from './index.ts'
import { proseWriter } from './prose.ts'
import { syntheticCourses } from './synthetic.ts'

const SEED = 2026
const BATCH = 100

const idsBySlug = async (
  payload: Payload,
  collection: Extract<CollectionSlug, 'circles' | 'strategies' | 'contacts'>,
) => {
  const { docs } = await payload.find({
    collection,
    depth: 0,
    overrideAccess: true,
    pagination: false,
    select: { slug: true },
  })
  return new Map(docs.map(({ id, slug }) => [slug, id]))
}

const pick = (ids: ReadonlyMap<string, string>, slugs: readonly string[]): string[] =>
  slugs.flatMap((slug) => ids.get(slug) ?? [])

/**
 * Adds generated courses with their sessions to a database that has the demo content, to measure what a large catalog
 * costs. The same number always makes the same courses; those that are there already are left alone.
 */
export const seedSynthetic = async (payload: Payload, today: Temporal.PlainDate, count: number): Promise<void> => {
  const [circles, strategies, contacts, prose] = await Promise.all([
    idsBySlug(payload, 'circles'),
    idsBySlug(payload, 'strategies'),
    idsBySlug(payload, 'contacts'),
    proseWriter(payload),
  ])
  const known = await payload.find({
    collection: 'courses',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    select: { slug: true },
  })
  const courseIds = new Map(known.docs.map(({ id, slug }) => [slug, id]))
  const generated = syntheticCourses(count, SEED)
  const before = courseIds.size

  const isNew = new Set(generated.courses.filter(({ slug }) => !courseIds.has(slug)).map(({ slug }) => slug))
  for (const course of generated.courses.filter(({ slug }) => isNew.has(slug))) {
    const doc = await payload.create({
      collection: 'courses',
      data: {
        ...course,
        ...published,
        story: prose(course.story),
        circles: pick(circles, course.circles),
        strategies: pick(strategies, course.strategies),
        contacts: pick(contacts, course.contacts),
        prerequisites: course.prerequisites.map(({ kind, courses }) => ({ kind, courses: pick(courseIds, courses) })),
        equivalents: [],
      },
      depth: 0,
      overrideAccess: true,
    })
    courseIds.set(course.slug, doc.id)
    const made = courseIds.size - before
    if (made % BATCH === 0) console.log(`  ${made} of ${isNew.size} courses`)
  }
  const plans = generated.sessions.filter(({ course }) => course && isNew.has(course))
  for (const [index, plan] of plans.entries()) {
    const { key: _key, course, collaborative: _none, ...session } = sessionOn(plan, today, isHoliday)
    const data = { ...session, ...published, course: courseIds.get(course!)! }
    await payload.create({ collection: 'sessions', data, depth: 0, overrideAccess: true })
    if ((index + 1) % (5 * BATCH) === 0) console.log(`  ${index + 1} of ${plans.length} sessions`)
  }
}
