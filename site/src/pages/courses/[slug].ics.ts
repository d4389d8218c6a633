import type { APIRoute } from 'astro'
import { paths } from '#collections/kernel/paths.ts'
import { absent, answer } from '../../lib/catalog/answer.ts'
import { calendarFile, calendarHeaders } from '../../lib/catalog/calendar.ts'
import { pageOf } from '../../lib/page.ts'

export const GET: APIRoute = ({ params: { slug = '' }, request, locals: { catalog, locale, origin } }) => {
  const course = catalog.course(slug)
  const { feeds: texts } = pageOf({ locals: { catalog, locale } }).t
  if (!course) return absent(texts.noSuchCourse(origin + paths.courses))
  const rules = catalog.rules()
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
