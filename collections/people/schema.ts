import { z } from 'zod'
import { id, line, lines, nameOf, optionalEmail } from '../values/typed.ts'

// What is corrected of a person: at the desk, and by themselves.

/** Everything the desk may correct. Without an address nothing can be sent, which the desk knows. */
export const PersonForm = z.object({
  name: nameOf('Give the name.'),
  email: optionalEmail,
  phone: line(40),
  address: lines(400),
  /** An id of the list, or 'other' with `employer` in words. */
  organization: id.default(''),
  employer: line(160),
  jobTitle: line(120),
})
export type PersonForm = z.infer<typeof PersonForm>

/** What somebody may correct of themselves; the mailbox they are written to, the desk does. */
export const OwnForm = PersonForm.pick({ name: true, phone: true, organization: true, employer: true, jobTitle: true })
export type OwnForm = z.infer<typeof OwnForm>
