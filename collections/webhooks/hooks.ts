import { randomBytes } from 'node:crypto'
import type { CollectionBeforeChangeHook, TextFieldSingleValidation } from 'payload'
import type { Webhook } from '../kernel/payload-types.ts'

/** Every webhook has a secret of its own, made when it is saved first. */
export const makeSecret: CollectionBeforeChangeHook<Webhook> = ({ data, originalDoc }) => ({
  ...data,
  secret: originalDoc?.secret ?? `whsec_${randomBytes(24).toString('base64')}`,
})

export const validateAddress: TextFieldSingleValidation = (value) =>
  (typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) ||
  'Give an address that begins with https://.'
