import { ACTIVE } from '../states.ts'
import type { ProgramPlace } from '../program-place.ts'
import { agreementOf } from '../policy.ts'
import { paths } from '../../kernel/paths.ts'
import { count, one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { tokenFor } from '../../context/links.ts'

/** The place in a program that a registration came of; null for whoever registered otherwise. */
export const programPlaceOf = async (context: Context, registration: Registration): Promise<ProgramPlace | null> => {
  const id = idOf(registration.application)
  const application = id ? await one(context, 'applications', id) : undefined
  if (!application) return null
  const isApplicant = idOf(application.person) === idOf(registration.person)
  const others = await count(context, 'registrations', {
    and: [
      { application: { equals: application.id } },
      { person: { equals: idOf(registration.person) } },
      { status: { in: [...ACTIVE] } },
      { id: { not_equals: registration.id } },
    ],
  })
  return {
    name: agreementOf(registration).course.title,
    isOwn: isApplicant && application.applicant === 'person',
    isLast: others === 0,
    path: isApplicant ? paths.application(await tokenFor(context, 'application', application)) : null,
  }
}
