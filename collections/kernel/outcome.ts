/** Why a link does not open: forged or altered, too old, or made for another state. */
export type LinkRefusal = 'invalid' | 'expired' | 'replaced'

/** Sentences by field; `form` is about the whole. */
export type FieldErrors = Record<string, string>
