import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import type { EmailAdapter } from 'payload'
import { KEEPS } from '#collections/messages/transport.ts'
import type { Environment } from './env.ts'

/** How long a mail server may keep silent before it counts as broken. */
const PATIENCE = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

const NAME = 'Onramp'

/** Without a mail server nothing leaves the machine: messages stay where they can be read. */
const keepsMail =
  (from: string): EmailAdapter =>
  () => ({ name: KEEPS, defaultFromName: NAME, defaultFromAddress: from, sendEmail: () => Promise.resolve() })

/** Sends through SMTP when it is set up, each message over a connection of its own. */
export const mailFor = ({ smtpUrl, mailFrom }: Pick<Environment, 'smtpUrl' | 'mailFrom'>) => {
  if (!smtpUrl) return keepsMail(mailFrom)
  const transportOptions = { ...PATIENCE, url: smtpUrl }
  return nodemailerAdapter({
    defaultFromName: NAME,
    defaultFromAddress: mailFrom,
    skipVerify: true,
    transportOptions,
  })
}
