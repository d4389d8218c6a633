import type { APIRoute } from 'astro'
import { openJson } from '../../lib/awards/verify.ts'

/** The badges that were taken back, and why. */
export const GET: APIRoute = async ({ locals }) => openJson(await locals.visitor.awards.revoked())
