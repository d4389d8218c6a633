import type { APIRoute } from 'astro'
import { listAsCalendar } from '../lib/courses/answers.ts'

export const GET: APIRoute = listAsCalendar
