import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { plainName, refusalOfImage } from './policy.ts'

/** Refuses a file whose bytes are not what its name says, before any decoder sees it; gives it a plain name. */
export const refuseDisguised: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const file = req.file
  if (!file || !['create', 'update', 'updateByID'].includes(operation)) return args
  const refusal = refusalOfImage(file.name, file.data)
  if (refusal) throw new APIError(refusal, 400, undefined, true)
  file.name = plainName(file.name)
  return args
}
