import { z } from 'zod'
import { isMailAddress, mailAddress } from './mail-address.ts'

// What strangers type, as zod reads it. Every text is bounded; a message names what to do, and belongs to its field.

/** What no name needs: breaks of lines, other control characters, and marks that turn the words after them around. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu
/** The same, where lines may be broken. */
const CONTROL_IN_LINES = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu

/** One line of text: no line breaks or other control characters, spaces at the ends cut off. */
export const line = (most: number, missing?: string) => {
  const text = z
    .string()
    .transform((value) => value.normalize('NFC').replace(CONTROL, ' ').trim())
    .pipe(z.string().max(most, `Use at most ${most} characters.`))
  return missing ? text.pipe(z.string().min(1, missing)) : text.default('')
}

/** Several lines of text. */
export const lines = (most: number) =>
  z
    .string()
    .transform((value) => value.normalize('NFC').replace(/\r\n?/g, '\n').replace(CONTROL_IN_LINES, ' ').trim())
    .pipe(z.string().max(most, `Use at most ${most} characters.`))
    .default('')

/** A person's name goes into letters to whoever was named: one can be read, and leads nowhere. */
export const nameOf = (missing: string) =>
  line(160, missing)
    .refine((name) => /[\p{L}\p{N}\p{S}]/u.test(name), missing)
    .refine((name) => !/:\/\/|\bwww\./i.test(name), 'Give a name without a web address.')

/** What the page sends along unseen, which nobody types. */
export const ALTERED = 'This form was changed on its way. Open the page again and fill it in once more.'
export const id = z.string(ALTERED).max(64, ALTERED)
export const checkbox = z
  .union([z.boolean(), z.enum(['on', 'true', '1', ''])])
  .optional()
  .transform((value) => value === true || value === 'on' || value === 'true' || value === '1')

export const Email = z
  .string('Give your e-mail address.')
  .transform(mailAddress)
  .pipe(
    z
      .string()
      .min(1, 'Give your e-mail address.')
      .max(200, 'Use at most 200 characters.')
      .refine(isMailAddress, 'This is not an e-mail address. It looks like name@example.org.'),
  )

export const optionalEmail = z
  .union([
    z
      .string()
      .refine((value) => mailAddress(value) === '')
      .transform(() => ''),
    Email,
  ])
  .optional()
  .transform((value) => value ?? '')

/** Made with the form, so that sending it twice is noticed. */
export const attempt = z.union([z.literal(''), z.uuid(ALTERED)], ALTERED).default('')
