import { Email } from './typed.ts'

const MOST = 5

/** The mailboxes in a list such as “ap@example.org, office@example.org”, in lower case, each once. */
export const mailboxesIn = (list: string | null | undefined): string[] => [
  ...new Set(
    (list ?? '')
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
]

/** Why a list of mailboxes cannot be written to, in a sentence; undefined means it can. */
export const refusalOfMailboxes = (list: string | null | undefined): string | undefined => {
  const found = mailboxesIn(list)
  if (found.length > MOST) return `Give at most ${MOST} addresses.`
  const wrong = found.find((mailbox) => !Email.safeParse(mailbox).success)
  return wrong && `“${wrong}” is not an e-mail address. Separate several with commas.`
}
