import type { APIRoute } from 'astro'
import { listAsFeed } from '../lib/courses/answers.ts'

export const GET: APIRoute = listAsFeed
