import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
  SelectFieldSingleValidation,
} from 'payload'
import { select } from 'payload/shared'
import type { Circle } from '../kernel/payload-types.ts'
import { isForPublic } from '../kernel/drafts.ts'
import { refused } from '../kernel/refused.ts'
import { takenOff, type Update } from '../registrations/hooks.ts'
import { joinWords } from '../values/words.ts'
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

const NAMED = 4

/** Refuses to take away a circle that courses on the site are in: they would lose their color, sign and place in the chart. */
const keepUsed = async (req: PayloadRequest, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  const { docs, totalDocs } = await req.payload.find({
    collection: 'courses',
    depth: 0,
    joins: false,
    limit: NAMED,
    overrideAccess: true,
    req,
    select: { title: true },
    sort: 'title',
    where: { and: [{ circles: { in: [...ids] } }, { _status: { equals: 'published' } }] },
  })
  if (totalDocs === 0) return
  const titles = docs.map(({ title }) => `“${title}”`)
  const named = joinWords(totalDocs > NAMED ? [...titles, `${totalDocs - NAMED} more`] : titles)
  const message = `${totalDocs === 1 ? 'One course is' : `${totalDocs} courses are`} in this circle: ${named}. Put ${totalDocs === 1 ? 'it' : 'them'} into another one first.`
  throw refused('circles', { path: '_status', message }, req)
}

export const keepUsedOnSite: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation === 'update') await keepUsed(req, await takenOff(req, 'circles', args as Update))
  return args
}

export const keepUsedFromTrash: CollectionBeforeChangeHook<Circle> = async ({ data, originalDoc, req }) => {
  if (originalDoc?.id && data.deletedAt && !originalDoc.deletedAt) await keepUsed(req, [originalDoc.id])
  return data
}

export const keepUsedFromDeletion: CollectionBeforeDeleteHook = ({ id, req }) => keepUsed(req, [String(id)])
