import type { APIRoute } from 'astro'
import { listAsJson } from '../lib/courses/answers.ts'

export const GET: APIRoute = listAsJson
