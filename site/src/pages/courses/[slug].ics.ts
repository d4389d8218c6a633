import type { APIRoute } from 'astro'
import { answer } from '../../lib/answer.ts'
import { calendarFile, calendarHeaders } from '../../lib/calendar.ts'
import { messagesFor } from '../../messages/index.ts'

export const GET: APIRoute = ({ params: { slug = '' }, request, locals: { catalog, locale, origin } }) => {
  const course = catalog.course(slug)
  // An empty answer with this status becomes the page that says so.
  if (!course) return new Response(null, { status: 404 })
  const texts = messagesFor(locale).feeds
  const rules = { holidays: catalog.holidays(), cancellation: catalog.cancellation() }
  const file = calendarFile(catalog.calendar(slug), {
    name: course.title,
    origin,
    locale,
    texts,
    zone: catalog.zone,
    rules,
  })
  return answer(request, file, calendarHeaders(course.slug))
}
