import type { CollectionBeforeValidateHook } from 'payload'
import type { Credential } from '../kernel/payload-types.ts'
import { refused } from '../kernel/refused.ts'
import { refusalsOfRubric } from './policy.ts'

/** Refuses to publish what nobody could hand in, score or pass; drafts may be unfinished. */
export const refuseDeadEnds: CollectionBeforeValidateHook<Credential> = ({ data, originalDoc, req }) => {
  if (data?._status !== 'published') return data
  const [first, ...more] = refusalsOfRubric({ ...originalDoc, ...data })
  if (!first) return data
  throw refused('credentials', [first, ...more], req)
}
