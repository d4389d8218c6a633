import type { APIRoute } from 'astro'
import { answer, IMMUTABLE } from '../lib/catalog/answer.ts'
import { circleColors } from '../lib/circles/colors.ts'

/** The version in the address is one of the colors themselves; an old or made-up version must not be kept with today's colors. */
export const GET: APIRoute = ({ request, url, locals: { catalog, isPreview } }) => {
  const isCurrent = !isPreview && url.searchParams.get('v') === catalog.colorsVersion()
  return answer(request, circleColors(catalog.circles(), catalog.site().brand), {
    'Content-Type': 'text/css; charset=utf-8',
    ...(isCurrent && { 'Cache-Control': IMMUTABLE }),
  })
}
