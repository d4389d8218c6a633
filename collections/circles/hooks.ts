import { ValidationError, type CollectionBeforeValidateHook } from 'payload'
import type { Circle } from '#cms/payload-types.ts'
import { lookalike, type Sign } from './policy.ts'

/** Refuses a second circle that would differ from another by its color only. */
export const refuseLookalikes: CollectionBeforeValidateHook<Circle> = async ({ data, originalDoc, req }) => {
  const sign = { ...originalDoc, ...data }
  if (!sign.shape || !sign.pattern) return data
  const { docs } = await req.payload.find({
    collection: 'circles',
    depth: 0,
    limit: 50,
    overrideAccess: true,
    req,
    select: { name: true, shape: true, pattern: true },
  })
  const other = lookalike({ ...sign, id: originalDoc?.id, name: sign.name ?? '' } as Sign, docs)
  if (!other) return data
  throw new ValidationError({
    collection: 'circles',
    errors: [
      {
        path: 'pattern',
        message: `“${other.name}” already has this shape with this pattern. Choose another pattern or shape, so that color is not the only difference.`,
      },
    ],
    req,
  })
}
