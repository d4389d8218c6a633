import type { APIRoute } from 'astro'
import { pictureAnswer } from '../../lib/awards/verify.ts'

/** An award as a picture, which carries the signed badge. */
export const GET: APIRoute = (context) => pictureAnswer(context, 'png')
