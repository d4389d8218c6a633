import { randomUUID } from 'node:crypto'
import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import type { EmailAdapter, Payload } from 'payload'
import { keepAgency } from '#collections/agency/queries.ts'
import { AGENCY } from '#collections/agency/view.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import { KEEPS } from '#collections/messages/transport.ts'
import type { Environment } from './env.ts'

/** How long a mail server may keep silent before it counts as broken. */
const PATIENCE = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

type Mail = { to?: unknown; subject?: string | undefined; html?: unknown }

/** What Payload itself sends, a link to set a new password, stays in the panel too, where admins read it. */
const keep = async (payload: Payload, { to, subject = '', html }: Mail): Promise<void> => {
  const page = typeof html === 'string' ? html : ''
  await createUnlessTaken(payload, 'messages', {
    key: `staff:${randomUUID()}`,
    kind: 'new-password',
    to: typeof to === 'string' ? to : '',
    subject,
    text: page
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    html: page,
    state: 'kept',
    attempts: 0,
  })
}

/** Without a mail server nothing leaves the machine: messages stay where they can be read. */
const keepsMail =
  (from: string): EmailAdapter =>
  ({ payload }) => ({
    name: KEEPS,
    defaultFromName: AGENCY.name,
    defaultFromAddress: from,
    sendEmail: (mail) => keep(payload, mail as Mail),
  })

/** Everything that is sent comes from the agency, by the name it has in the panel when it is sent. */
const fromAgency = (payload: Payload, adapter: ReturnType<EmailAdapter>): ReturnType<EmailAdapter> => {
  const agency = keepAgency(payload)
  const sendEmail: typeof adapter.sendEmail = async (message) => {
    const { name } = await agency()
    return adapter.sendEmail({ ...message, from: { name, address: adapter.defaultFromAddress } })
  }
  return { ...adapter, sendEmail }
}

/** Sends through SMTP when it is set up, each message over a connection of its own. */
export const mailFor = ({ smtpUrl, mailFrom }: Pick<Environment, 'smtpUrl' | 'mailFrom'>) => {
  if (!smtpUrl) return keepsMail(mailFrom)
  const smtp = nodemailerAdapter({
    defaultFromName: AGENCY.name,
    defaultFromAddress: mailFrom,
    skipVerify: true,
    transportOptions: { ...PATIENCE, url: smtpUrl },
  })
  return smtp.then(
    (adapter): EmailAdapter =>
      ({ payload }) =>
        fromAgency(payload, adapter({ payload })),
  )
}
