import { ValidationError, type PayloadRequest } from 'payload'

type Refusal = { path: string; message: string }

/**
 * What a hook throws to refuse a save: the sentence belongs to a field, and is also the message, which the panel shows as
 * a notice. The mark beside the field goes as soon as the panel works out the form again; where it should stay, the
 * field's own `validate` says the same.
 */
export const refused = (collection: string, refusal: Refusal, req: PayloadRequest): ValidationError =>
  Object.assign(new ValidationError({ collection, errors: [refusal], req }), { message: refusal.message })
