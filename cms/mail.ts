import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import type { Environment } from './env.ts'

/** Sends through SMTP when it is set up. Without it nothing leaves the machine. */
export const mailFor = ({ smtpUrl, siteUrl }: Pick<Environment, 'smtpUrl' | 'siteUrl'>) =>
  nodemailerAdapter({
    defaultFromName: 'Onramp',
    defaultFromAddress: `desk@${new URL(siteUrl).hostname}`,
    skipVerify: true,
    transportOptions: smtpUrl ? { url: smtpUrl } : { jsonTransport: true },
  })
