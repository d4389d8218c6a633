import type { CollectionBeforeValidateHook } from 'payload'
import type { Credential } from '../kernel/payload-types.ts'
import { refused } from '../kernel/refused.ts'
import { refusalOfRubric } from './policy.ts'

/** Refuses to publish a rubric that could not be scored; drafts may be unfinished. */
export const refuseMissingLevels: CollectionBeforeValidateHook<Credential> = ({ data, originalDoc, req }) => {
  if (data?._status !== 'published') return data
  const refusal = refusalOfRubric({ ...originalDoc, ...data })
  if (!refusal) return data
  throw refused('credentials', refusal, req)
}
