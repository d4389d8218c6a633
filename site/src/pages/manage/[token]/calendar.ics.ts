import type { APIRoute } from 'astro'
import { absent } from '../../../lib/catalog/answer.ts'
import { calendarHeaders } from '../../../lib/catalog/calendar.ts'
import { PRIVATE } from '../../../lib/form/answer.ts'
import { pageOf } from '../../../lib/page.ts'

/** One person's days, for their own calendar. */
export const GET: APIRoute = async ({ params, locals }) => {
  const file = await locals.visitor.registrations.calendar(params['token'] ?? '')
  const { t } = pageOf({ locals })
  const answer =
    file === undefined
      ? absent(t.registrations.manage.gone.invalid.title)
      : new Response(file, { headers: calendarHeaders('registration') })
  for (const [name, value] of Object.entries(PRIVATE)) answer.headers.set(name, value)
  return answer
}
