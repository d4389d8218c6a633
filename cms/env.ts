import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { isTimeZone } from '../collections/values/zone.ts'
import { hasSigningKey, isBadgeKey, isKeyFile, type BadgeKeyPlace } from './badge-keys.ts'

const isOrigin = (value: string): boolean => URL.canParse(value) && new URL(value).origin === value

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number('has to be a number from 1 to 65535').int().min(1).max(65535).default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  SITE_URL: z
    .string()
    .transform((url) => url.replace(/\/$/, ''))
    .refine(isOrigin, 'has to be an origin such as https://learn.example.org')
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|mongodb(\+srv)?:\/\/)\S+$/, 'has to begin with file: or mongodb://')
    .optional(),
  PAYLOAD_SECRET: z.string().min(24, 'has to be at least 24 characters long').optional(),
  ADMIN_EMAIL: z.email('has to be an e-mail address').optional(),
  ADMIN_PASSWORD: z.string().min(12, 'has to be at least 12 characters long').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, 'has to begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.email('has to be an e-mail address').optional(),
  TRUST_PROXY: z.coerce.number('has to be the number of proxies in front, such as 1').int().min(0).max(10).default(0),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'is not a time zone; use one such as America/Chicago')
    .default('America/Chicago'),
  BADGE_KEY: z.string().refine(isBadgeKey, 'has to be a private RSA key of at least 2048 bits, as PEM').optional(),
  PANEL: z.enum(['on', 'off'], 'has to be on or off').default('on'),
  SEED: z.enum(['demo', 'none'], 'has to be demo or none').default('demo'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `has to be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  METRICS_PORT: z.coerce.number('has to be a number from 1 to 65535').int().min(1).max(65535).optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  BACKUP_PASSPHRASE: z.string().min(12, 'has to be at least 12 characters long').optional(),
  BACKUP_PASSPHRASE_FILE: z.string().min(1).optional(),
})

/** A setting that cannot be used; its message is one readable line. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting'
}

const parse = (source: NodeJS.ProcessEnv) => {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(filled)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new BadSetting(`${issue!.path.join('.')} ${issue!.message}.`)
}

const usableFolder = (path: string): string => {
  const folder = resolve(path)
  try {
    for (const part of [folder, join(folder, 'media'), join(folder, 'private')]) mkdirSync(part, { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK)
    return folder
  } catch (error) {
    throw new BadSetting(`DATA_DIR: the folder ${folder} cannot be used (${(error as NodeJS.ErrnoException).code}).`)
  }
}

/** Whole or not at all; of two processes that start at once, one makes it and both read it. */
const makeSecret = (file: string): void => {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}

/** The embedded database keeps a secret of its own, made once; anything shared has to be given one. */
const secretFor = (given: string | undefined, dataDir: string, isEmbedded: boolean): string => {
  if (given) return given
  if (!isEmbedded) throw new BadSetting('PAYLOAD_SECRET is required with MongoDB: at least 24 random characters.')
  const file = join(dataDir, 'private', 'secret')
  if (!existsSync(file)) makeSecret(file)
  return readFileSync(file, 'utf8').trim()
}

/** Keys that cannot be read are a setting that cannot be used: making others in their place would disown every badge. */
const badgeKeysIn = (given: string | undefined, dataDir: string, isEmbedded: boolean): BadgeKeyPlace => {
  const file = join(dataDir, 'private', 'badge-keys.json')
  if (!isKeyFile(file))
    throw new BadSetting(`DATA_DIR: the keys in ${file} cannot be read. Restore them from a backup.`)
  // Each process would make a key of its own, and none would know a badge of the others.
  if (!given && !isEmbedded && !hasSigningKey(file))
    throw new BadSetting('BADGE_KEY is required with MongoDB: a private RSA key as PEM, the same for every process.')
  return { given, file }
}

/** A folder that was in use and whose database is empty has lost it: a new one beside the old files would hide that. */
const refuseEmptied = (dataDir: string, databaseUrl: string): void => {
  const file = join(dataDir, 'onramp.db')
  const wasInUse = ['secret', 'badge-keys.json'].some((name) => existsSync(join(dataDir, 'private', name)))
  if (databaseUrl !== `file:${file}` || !wasInUse || statSync(file, { throwIfNoEntry: false })?.size !== 0) return
  throw new BadSetting(
    `DATA_DIR: ${file} is empty, but ${dataDir} was in use before. Remove the empty file and restore a backup, or use another folder.`,
  )
}

/** The passphrase of backups, from the setting or from the first line of a file, such as a secret of the container. */
const passphraseFrom = (given: string | undefined, file: string | undefined): string | undefined => {
  if (given !== undefined || file === undefined) return given
  let line: string | undefined
  try {
    line = readFileSync(file, 'utf8').split(/\r?\n/, 1)[0]
  } catch (error) {
    throw new BadSetting(`BACKUP_PASSPHRASE_FILE: ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
  if (!line || line.length < 12)
    throw new BadSetting(`BACKUP_PASSPHRASE_FILE: the first line of ${file} has to be at least 12 characters long.`)
  return line
}

/**
 * Every setting, read once. Makes the data folder and, on the embedded database, its secret.
 * @throws BadSetting with one readable line
 */
export const readEnvironment = (source: NodeJS.ProcessEnv) => {
  const given = parse(source)
  const dataDir = usableFolder(given.DATA_DIR)
  const databaseUrl = given.DATABASE_URL ?? `file:${join(dataDir, 'onramp.db')}`
  const isEmbedded = databaseUrl.startsWith('file:')
  refuseEmptied(dataDir, databaseUrl)
  const siteUrl = given.SITE_URL ?? `http://localhost:${given.PORT}`
  return {
    mode: given.NODE_ENV,
    port: given.PORT,
    host: given.HOST,
    siteUrl,
    dataDir,
    mediaDir: join(dataDir, 'media'),
    filesDir: join(dataDir, 'private', 'files'),
    databaseUrl,
    isEmbedded,
    secret: secretFor(given.PAYLOAD_SECRET, dataDir, isEmbedded),
    admin: { email: given.ADMIN_EMAIL, password: given.ADMIN_PASSWORD },
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM ?? `desk@${new URL(siteUrl).hostname}`,
    trustProxy: given.TRUST_PROXY,
    timeZone: given.TIME_ZONE,
    badgeKeys: badgeKeysIn(given.BADGE_KEY, dataDir, isEmbedded),
    hasPanel: given.PANEL === 'on',
    logLevel: given.LOG_LEVEL,
    metrics: given.METRICS_PORT === undefined ? undefined : { port: given.METRICS_PORT, host: given.METRICS_HOST },
    backupPassphrase: passphraseFrom(given.BACKUP_PASSPHRASE, given.BACKUP_PASSPHRASE_FILE),
    seed: isEmbedded || source['SEED'] ? given.SEED : ('none' as const),
  }
}

export type Environment = ReturnType<typeof readEnvironment>
