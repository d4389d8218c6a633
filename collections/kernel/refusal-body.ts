import type { FieldErrors } from './outcome.ts'

export type Told = { errors?: FieldErrors; message?: string | undefined; reason?: string; more?: object }

/**
 * Why not, for a program; whatever of ours refuses answers in this shape. `errors` has a sentence for each field, and `form` is
 * about the whole, said once more as `message`; `reason` is a word for it that stays when the wording changes.
 */
export const refusalBody = ({ errors = {}, message = errors['form'], reason, more }: Told) => ({
  errors: { ...errors, ...(message !== undefined && { form: message }) },
  ...(message !== undefined && { message }),
  ...(reason !== undefined && { reason }),
  ...more,
})
