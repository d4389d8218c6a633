export const DAY_MS = 86_400_000

/** Letters of one day to one mailbox that a stranger can cause, and those with a link to what it has with us. */
export const MOST_LETTERS = 30
export const MOST_LINKS = 10

/** Permission letters from one address in a day: of a whole school, with some sent twice. */
export const MOST_PAPERS = 60

/** One mailbox, however it is written: what comes after a plus sign is read by the same person (RFC 5233). */
export const mailboxOf = (email: string): string => {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, at).split('+', 1)[0]}${email.slice(at)}`.toLowerCase()
}
