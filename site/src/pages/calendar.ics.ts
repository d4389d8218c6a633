import type { APIRoute } from 'astro'
import { answer } from '../lib/catalog/answer.ts'
import { calendarFile, calendarHeaders } from '../lib/catalog/calendar.ts'
import { cachedWith } from '../lib/catalog/cache.ts'
import { pageOf } from '../lib/page.ts'

export const GET: APIRoute = ({ request, locals: { catalog, locale, origin } }) => {
  const { feeds: texts } = pageOf({ locals: { catalog, locale } }).t
  const rules = catalog.rules()
  // Which rule is in force changes with the day, not with the content.
  const rule = catalog.policies().find(({ kind }) => kind === 'cancellation')
  const file = cachedWith(catalog.edition, `calendar by ${rule?.slug ?? 'no rule'}`, () =>
    calendarFile(catalog.calendar(), {
      name: texts.calendar,
      origin,
      locale,
      texts,
      zone: catalog.zone,
      rules,
    }),
  )
  return answer(request, file, calendarHeaders('calendar'))
}
