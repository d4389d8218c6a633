import type { Environment } from '../env.ts'
import { when, type Finding } from './finding.ts'

/** Different characters a secret has at the least: a word said twice has fewer. */
const LEAST_DIFFERENT = 12
/** Secrets that were copied from somewhere. */
const COPIED = /change.?me|secret|password|example|^(.{1,8})\1+$/i

const isWeak = (secret: string): boolean => new Set(secret).size < LEAST_DIFFERENT || COPIED.test(secret)

const isHere = (siteUrl: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(siteUrl).hostname)

/** What the settings say by themselves. */
export const settingsTrouble = (
  env: Pick<Environment, 'admin' | 'secret' | 'siteUrl' | 'smtpUrl' | 'trustProxy'>,
): Finding[] => [
  ...when(
    isHere(env.siteUrl),
    `SITE_URL is ${env.siteUrl}: links in messages lead nobody anywhere.`,
    'Set SITE_URL to the public address, such as https://learn.example.org.',
  ),
  ...when(
    !isHere(env.siteUrl) && !env.siteUrl.startsWith('https:'),
    `SITE_URL is ${env.siteUrl}: passwords and links travel in the open.`,
    'Put a proxy with TLS in front (deploy/ has examples), and begin SITE_URL with https://.',
  ),
  ...when(
    env.siteUrl.startsWith('https:') && env.trustProxy === 0,
    'SITE_URL begins with https:, so a proxy stands in front; TRUST_PROXY is 0, so all visitors share the limits of one address.',
    'Set TRUST_PROXY to how many proxies stand in front, usually 1.',
  ),
  ...when(
    isWeak(env.secret),
    'PAYLOAD_SECRET can be guessed: whoever does makes links and sign-ins of their own.',
    'Set it to 32 random bytes, such as what “openssl rand -hex 32” prints. Links that were sent, and sign-ins, end with the old one.',
  ),
  ...when(
    env.smtpUrl === undefined,
    'SMTP_URL is not set: messages are kept and none leaves, not even a new password.',
    'Set SMTP_URL, such as smtps://user:password@mail.example.org.',
  ),
  ...when(
    env.admin.password !== undefined,
    'ADMIN_PASSWORD is set: it is read at the first start only, and whoever reads the settings reads it.',
    'Sign in, change the password, and take ADMIN_PASSWORD out of the settings.',
  ),
]
