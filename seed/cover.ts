import type { Payload } from 'payload'
import sharp from 'sharp'
import { circles } from './content/circles.ts'
import type { CourseContent } from './content/types.ts'
import { createOnce } from './write.ts'

/** Paints a course's cover from its circles and files it as a picture. Returns the picture's id. */
export const paintCover = async (payload: Payload, course: CourseContent): Promise<string | null> => null
