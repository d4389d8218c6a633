import { ValidationError, type PayloadRequest } from 'payload'

/** Sentences that fit into a notice. */
const SAID = 3

type Refusal = { path: string; message: string }

/**
 * What a hook throws to refuse a save: each sentence belongs to a field, and the first of them are also the message, which the panel
 * shows as a notice. The mark beside the field goes as soon as the panel works out the form again; where it should stay, the
 * field's own `validate` says the same.
 */
export const refused = (collection: string, refusal: Refusal | Refusal[], req: PayloadRequest): ValidationError => {
  const errors = [refusal].flat()
  const sentences = [...new Set(errors.map(({ message }) => message))]
  const rest = sentences.length - SAID
  const message = [...sentences.slice(0, SAID), ...(rest > 0 ? [`Marked in the form are ${rest} more.`] : [])].join(' ')
  return Object.assign(new ValidationError({ collection, errors, req }), { message })
}
