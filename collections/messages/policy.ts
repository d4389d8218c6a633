const MINUTE = 60

/** Seconds from one attempt to the next: twelve attempts are made within two days. */
export const MAIL_WAITS = [1, 5, 25, 125, 360, 360, 360, 360, 360, 360, 360].map((minutes) => minutes * MINUTE)

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
