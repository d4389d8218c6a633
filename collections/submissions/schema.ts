import { z } from 'zod'
import { ALTERED, attempt, checkbox, Email, id, line, lines, nameOf } from '../values/typed.ts'

// What strangers send about work for a micro-credential.

/** Characters of one answer: more than the largest limit a credential can state, so that going over it loses nothing. */
const LONGEST_ANSWER = 200_000

/**
 * An answer as it is kept. Control characters go; spaces among them stay spaces, so that the server counts the words that the
 * browser counted.
 */
const answer = z
  .string()
  .transform((value) =>
    value
      .replace(/\r\n?/g, '\n')
      .replace(/[\v\f\u0085]/g, ' ')
      .replace(/[^\P{Cc}\n\t]/gu, '')
      .trim(),
  )
  .pipe(z.string().max(LONGEST_ANSWER, `Use at most ${LONGEST_ANSWER} characters.`))

/** What somebody gives to begin. */
export const BeginForm = z
  .object({
    name: nameOf('Give your name.'),
    email: Email,
    /** An id of the list, or 'other' with `employer` in words. */
    organization: z
      .string('Choose your employer, or “not listed”.')
      .min(1, 'Choose your employer, or “not listed”.')
      .max(64),
    employer: line(160),
    attempt,
  })
  .refine(({ organization, employer }) => organization !== 'other' || employer !== '', {
    path: ['employer'],
    message: 'Give the name of your employer.',
  })
export type BeginForm = z.infer<typeof BeginForm>

/** One item as a page sends it; what is absent stays as it is. `was`: the stamp of what the page showed. */
const ItemForm = z.object({
  text: answer.optional(),
  option: z
    .string()
    .regex(/^\d{1,2}$/, ALTERED)
    .transform(Number)
    .optional(),
  link: line(2000).optional(),
  was: id.default(''),
})

/** Everything a save can carry. `noteWas` is the stamp of the note the page showed. */
export const SaveForm = z.object({
  items: z.record(z.string().max(12), ItemForm),
  note: lines(4000).optional(),
  noteWas: id.default(''),
})
export type SaveForm = z.infer<typeof SaveForm>

/** Words to be covered for readers, one on each line. */
export const CoversForm = z.object({ covers: lines(2000) })
export type CoversForm = z.infer<typeof CoversForm>

/** Whom somebody asks for feedback. */
export const AskForm = z.object({ name: nameOf('Give the name of your colleague.'), email: Email })
export type AskForm = z.infer<typeof AskForm>

/** What a colleague writes, who confirms that it is theirs. */
export const FeedbackForm = z.object({ text: answer })
export type FeedbackForm = z.infer<typeof FeedbackForm>

/** What is said when everything is sent. `revision` is the state the page showed. */
export const SendForm = z.object({
  consent: checkbox,
  showsName: checkbox,
  revision: z.coerce.number().int(),
})
export type SendForm = z.infer<typeof SendForm>

/** What somebody objects to. */
export const AppealForm = z.object({ text: lines(4000), revision: z.coerce.number().int() })
export type AppealForm = z.infer<typeof AppealForm>
