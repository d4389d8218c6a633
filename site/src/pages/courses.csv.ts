import type { APIRoute } from 'astro'
import { listAsCsv } from '../lib/courses/answers.ts'

export const GET: APIRoute = listAsCsv
