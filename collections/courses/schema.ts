import { z } from 'zod'
import { FORMATS, TIMES } from '../sessions/states.ts'
import { AUDIENCES, PRICES, TOPICS } from './states.ts'

const slug = z.string().max(100).optional().catch(undefined)

/**
 * The catalog's query string. Anything unusable is left out rather than refused: an old or mistyped link still shows courses.
 */
export const CourseQuery = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  circle: slug,
  strategy: slug,
  format: z.enum(FORMATS).optional().catch(undefined),
  when: z.enum(['month', 'quarter', 'later', 'none']).optional().catch(undefined),
  open: z.literal('1').optional().catch(undefined),
  audience: z.enum(AUDIENCES).optional().catch(undefined),
  topic: z.enum(TOPICS).optional().catch(undefined),
  place: slug,
  time: z.enum(TIMES).optional().catch(undefined),
  price: z.enum(PRICES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
export type CourseQuery = z.infer<typeof CourseQuery>

/** How the query is written back into an address; the first page and empty values are left out. */
export const toQueryString = (query: Partial<CourseQuery>): string => {
  const entries = Object.entries(query).filter(
    ([key, value]) => value !== undefined && value !== '' && !(key === 'page' && value === 1),
  )
  const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString()
  return text && `?${text}`
}
