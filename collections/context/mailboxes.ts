import { setTimeout } from 'node:timers/promises'

// What a public form is answered with: the same, and after the same time, for every mailbox.

/** "m…@example.org": enough to know one's own address again, too little to learn another's. */
export const masked = (email: string): string => email.replace(/^(.).*(?=@)/u, '$1…')

/** How long an answer takes at the least: longer than the work does, which differs for whom we know. Milliseconds. */
const EVEN = 60

/** Answers with what comes of the work, not before that time. */
export const evenly = async <Answer>(work: Promise<Answer>): Promise<Answer> => {
  const [answer] = await Promise.all([work, setTimeout(EVEN)])
  return answer
}
