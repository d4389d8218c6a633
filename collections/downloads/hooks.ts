import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { nameOfDownload, refusalOfDownload } from './policy.ts'

/** Refuses a file whose bytes are no PDF, and gives it a plain name. */
export const refuseOthers: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { file } = req
  if (!file || !['create', 'update', 'updateByID'].includes(operation)) return args
  const refusal = refusalOfDownload(file.name, file.data)
  if (refusal) throw new APIError(refusal, 400, undefined, true)
  file.name = nameOfDownload(file.name)
  return args
}
