/** Minutes from one attempt to the next; the last goes for all that follow. Twelve attempts are made within two days. */
const WAITS = [1, 5, 25, 125, 360] as const
const ATTEMPTS = 12

/** How long whoever is sending a message has it to themselves, in minutes: far longer than sending can take. */
const HOLD = 10

/** Until when nobody else sends a message that somebody began to send. One cut off is taken up again then. */
export const heldUntil = (now: Temporal.Instant): Temporal.Instant => now.add({ minutes: HOLD })

/** When to try again after that many attempts; undefined: no more. */
export const nextAttempt = (attempts: number, now: Temporal.Instant): Temporal.Instant | undefined =>
  attempts >= ATTEMPTS ? undefined : now.add({ minutes: WAITS[Math.min(attempts, WAITS.length) - 1] ?? WAITS[0] })

/** What a mail server, or the way to it, answered; as far as we know it. */
export type MailError = { code?: string; command?: string; responseCode?: number; response?: string; message?: string }

/** The commands that are about this message and its reader, not about us: what is refused there stays refused. */
const ABOUT_MESSAGE = ['RCPT TO', 'DATA']

/** Refused for good (RFC 5321: 5xx), so that trying again is of no use. */
export const isFinal = ({ responseCode = 0, command = '' }: MailError): boolean =>
  responseCode >= 500 && responseCode < 600 && ABOUT_MESSAGE.includes(command)

const OUT_OF_REACH = [
  'EAUTH',
  'ECONNECTION',
  'ECONNREFUSED',
  'ECONNRESET',
  'EDNS',
  'EPIPE',
  'ESOCKET',
  'ETIMEDOUT',
  'ETLS',
]

/** The mail server cannot be reached or does not let us in: what is true for one message is true for all. */
export const isAboutServer = ({ code = '', command, responseCode }: MailError): boolean =>
  command === 'CONN' || responseCode === 421 || OUT_OF_REACH.includes(code)

const REASON_LENGTH = 300

/** What staff read about it, on one line. */
export const reasonOf = ({ response, message, code }: MailError): string =>
  (response ?? message ?? code ?? 'The mail server gave no reason.').replace(/\s+/g, ' ').slice(0, REASON_LENGTH)
