import type { CollectionBeforeValidateHook, PayloadRequest, SelectFieldSingleValidation } from 'payload'
import { select } from 'payload/shared'
import type { Circle } from '../kernel/payload-types.ts'
import { isForPublic } from '../kernel/drafts.ts'
import { refused } from '../kernel/refused.ts'
import { lookalike, type Sign } from './policy.ts'

/** Why a circle cannot have its sign: another one has it, and only color would tell the two apart. */
const refusalOfSign = async (sign: Partial<Sign>, req: PayloadRequest): Promise<string | undefined> => {
  if (!sign.shape || !sign.pattern) return undefined
  const { docs } = await req.payload.find({
    collection: 'circles',
    depth: 0,
    limit: 50,
    overrideAccess: true,
    req,
    select: { name: true, shape: true, pattern: true },
  })
  const other = lookalike({ ...sign, name: sign.name ?? '' } as Sign, docs)
  return (
    other &&
    `“${other.name}” already has this shape with this pattern. Choose another pattern or shape, so that color is not the only difference.`
  )
}

/** Refuses to publish a second circle that would differ from another by its color only; a draft may be on its way elsewhere. */
export const refuseLookalikes: CollectionBeforeValidateHook<Circle> = async ({ data, originalDoc, req }) => {
  if (!isForPublic(data, originalDoc)) return data
  const message = await refusalOfSign({ ...originalDoc, ...data, id: originalDoc?.id }, req)
  if (message) throw refused('circles', { path: 'pattern', message }, req)
  return data
}

/** Says the same beside the pattern once somebody wanted to publish. */
export const validateSign: SelectFieldSingleValidation = async (value, args) => {
  const isPattern = await select(value, args)
  if (isPattern !== true) return isPattern
  return (await refusalOfSign({ ...(args.data as Partial<Sign>), id: args.id }, args.req)) ?? true
}
