import { paths } from '../../kernel/paths.ts'
import { idOf, idsOf } from '../../kernel/related.ts'
import type { Collaborative, Course, Session } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { every, one } from '../../kernel/queries.ts'

/** What one certificate is about: a session of a course, or all the meetings of a collaborative. */
export type Unit = { sessions: Session[]; course?: Course | undefined; collaborative?: Collaborative | undefined }

/** What a session belongs to for certificates; undefined where it is gone, or has no days yet. */
export const unitOf = async (context: Context, sessionId: string): Promise<Unit | undefined> => {
  const session = await one(context, 'sessions', sessionId)
  if (!session?.days?.length || !session.endsAt) return undefined
  const [courseId, collaborativeId] = [idOf(session.course), idOf(session.collaborative)]
  if (courseId) return { sessions: [session], course: await one(context, 'courses', courseId) }
  const collaborative = collaborativeId ? await one(context, 'collaboratives', collaborativeId) : undefined
  if (!collaborative) return undefined
  const sessions = await every(
    context,
    'sessions',
    { and: [{ collaborative: { equals: collaborative.id } }, { _status: { equals: 'published' } }] },
    { sort: 'startsAt' },
  )
  return { sessions, collaborative }
}

/** What a certificate prints of its course or program, as both are now. */
export const aboutOf = async (context: Context, { sessions, course, collaborative }: Unit) => {
  const { documents, circleOf } = await context.source.read()
  const { name, printsUnits } = await context.agency()
  const held = sessions.flatMap(({ status, days }) =>
    status === 'canceled' ? [] : days.filter((day) => !day.canceled),
  )
  const contacts = idsOf(course?.contacts ?? collaborative?.contacts).flatMap((id) => documents.contacts.get(id) ?? [])
  const path = course?.slug ? paths.course(course.slug) : collaborative && paths.collaborative(collaborative.slug)
  return {
    title: course?.title ?? collaborative?.name ?? sessions[0]!.title ?? '',
    facts: {
      path: path ?? null,
      provider: name,
      places: [...new Set(held.map(({ place, online }) => place ?? (online ? 'Online' : '')))].filter(Boolean),
      instructors:
        [...new Set(sessions.flatMap((one) => one.instructors || (course?.instructors ?? [])))].join('; ') || null,
      contacts: contacts.map(({ name, email }) => ({ name, email: email ?? null })),
      topics: course?.topics ?? [],
      circles: idsOf(course?.circles).flatMap((id) => circleOf.get(id)?.slug ?? []),
      printsUnits,
    },
  }
}
export type About = Awaited<ReturnType<typeof aboutOf>>
