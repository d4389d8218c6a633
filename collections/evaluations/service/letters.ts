import type { Context } from '../../context/context.ts'
import { linkFor } from '../../context/links.ts'
import { notify } from '../../context/notify.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { idOf } from '../../kernel/related.ts'
import { deskValues, plainName } from '../../messages/values.ts'
import { paths } from '../../kernel/paths.ts'
import { deskOf } from '../../registrations/service/facts.ts'
import type { Evaluated } from './attended.ts'

/** Asks one person what they thought of it; `key` tells a letter that was asked for again from the first one. */
export const askForEvaluation = async (
  context: Context,
  { title, unit, isRequired }: Evaluated,
  registration: Registration,
  key?: string,
): Promise<void> => {
  const path = unit.course
    ? paths.course(unit.course.slug)
    : unit.collaborative && paths.collaborative(unit.collaborative.slug)
  await notify(context, 'evaluation', {
    about: `registration:${registration.id}`,
    ...(key !== undefined && { key }),
    to: registration.email,
    values: {
      name: plainName(registration.name, 'there'),
      course: title,
      course_link: path ? context.siteUrl + path : '',
      evaluation_link: await linkFor(context, 'evaluation', registration),
      evaluation_note: isRequired ? 'Your certificate comes once your answers are in.' : '',
      ...deskValues(deskOf(await context.source.read(), context)),
    },
    person: idOf(registration.person),
    registration: registration.id,
  })
}
