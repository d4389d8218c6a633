import { createHmac, pbkdf2, randomUUID, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import {
  APIError,
  ValidationError,
  type CollectionAfterErrorHook,
  type CollectionAfterLoginHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { writeEntry } from '../kernel/audit.ts'
import { panelTime } from '../kernel/clock.ts'
import { first } from '../kernel/queries.ts'
import { countHit, forgetHits } from '../limits/actions.ts'
import { DEVICE_SECONDS, refusalOfPassword, TRIES, TRIES_IN_ALL } from './policy.ts'

/** The name of the network address a request came from, set by the server in front and never by a client. */
export const VISITOR_HEADER = 'x-onramp-visitor'
const DEVICE_COOKIE = 'onramp-device'
const TOO_MANY = 'Too many attempts. Wait ten minutes, or ask for a link to set a new password.'

/** Attempts are a matter of the machine's clock, not of the desk's. */
const machineTime = (): number => Date.now()

const hashOf = ({ payload }: PayloadRequest, text: string): string =>
  createHmac('sha256', payload.secret).update(text).digest('base64url').slice(0, 32)

const mailboxOf = (data: unknown): string => {
  const { email } = (data ?? {}) as { email?: unknown }
  return typeof email === 'string' ? email.toLowerCase().trim() : ''
}

/** A device is known to an account by a cookie: its number, when that ends in seconds, and a keyed hash of both and the mailbox. */
const signatureOf = (req: PayloadRequest, email: string, device: string, until: number): string =>
  hashOf(req, `device:${email}:${device}:${until}`)

const deviceOf = (req: PayloadRequest, email: string): string | undefined => {
  const cookie = new RegExp(`(?:^|; )${DEVICE_COOKIE}=([\\w-]+)\\.(\\d+)\\.([\\w-]+)`).exec(
    req.headers.get('cookie') ?? '',
  )
  const [, device = '', until = '', signature = ''] = cookie ?? []
  const expected = signatureOf(req, email, device, Number(until))
  const isOurs = signature.length === expected.length && timingSafeEqual(Buffer.from(signature), Buffer.from(expected))
  return isOurs && Number(until) * 1000 > machineTime() ? device : undefined
}

/** Under what the tries of whoever asks are counted, for one account. */
const keysOf = (req: PayloadRequest, email: string) => {
  const device = deviceOf(req, email)
  const from = device ? `device:${device}` : `address:${req.headers.get(VISITOR_HEADER) ?? ''}`
  return {
    own: `account:${hashOf(req, `${email}:${from}`)}`,
    all: device ? undefined : `account:${hashOf(req, email)}`,
  }
}

/** Counts a try at an account, wherever a password or a code is typed. Throws what one too many is answered with. */
export const countTry = async (req: PayloadRequest, email: string): Promise<void> => {
  const { own, all } = keysOf(req, email)
  const now = machineTime()
  const { hits } = await countHit(req.payload, own, TRIES.within, now)
  if (hits > TRIES.most) throw new APIError(TOO_MANY, 429, null, true)
  if (all && (await countHit(req.payload, all, TRIES_IN_ALL.within, now)).hits > TRIES_IN_ALL.most)
    throw new APIError(TOO_MANY, 429, null, true)
}

/** As much work as a password takes that is compared, so that nobody is told by the time who works here. */
const work = promisify(pbkdf2)
const hashForNobody = async ({ payload }: PayloadRequest, email: string, password: unknown): Promise<void> => {
  const known = await payload.db.findOne({
    collection: 'users',
    where: { email: { equals: email } },
    select: { hash: true },
  })
  if (!known && typeof password === 'string' && password.trim()) await work(password, 'nobody', 600_000, 32, 'sha256')
}

/**
 * Counts what is tried at an account by whoever tries it, so that the account itself is never locked: its owner comes in from
 * another address, from a device that signed in before, or by a new password. Known and unknown mailboxes are answered alike, and
 * after the same time.
 */
export const throttleSignIn: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login') return args
  const { data } = args as { data: { password?: unknown } }
  const email = mailboxOf(data)
  if (req.payloadAPI !== 'local') await countTry(req, email)
  await hashForNobody(req, email, data.password)
  return args
}

/** What is noted as a sign-in that failed: a wrong password, and a wrong second factor. A code that is first asked for is none. */
const hasFailed = (error: Error & { data?: unknown }): boolean =>
  error.name === 'AuthenticationError' ||
  (error.name === 'SecondFactorAsked' && (error.data as { isWrong?: boolean } | null)?.isWrong === true)

/** Says that a sign-in failed, without a word of what was typed: in the log of the process, and of an account in the audit log. */
export const noteFailedSignIn: CollectionAfterErrorHook = ({ error, req }) => {
  if (!hasFailed(error)) return
  const from = req.headers.get(VISITOR_HEADER) ?? 'unknown'
  const email = mailboxOf(req.data)
  req.payload.logger.warn({ msg: 'A sign-in failed', from, account: hashOf(req, email) })
  // After the answer, which takes as long for everybody.
  setImmediate(() => void noteAtAccount(req, email, from).catch((err: unknown) => req.payload.logger.error({ err })))
}

const noteAtAccount = async ({ payload }: PayloadRequest, email: string, from: string): Promise<void> => {
  const user = await first({ payload }, 'users', { email: { equals: email } })
  if (!user) return
  const act = { payload, now: panelTime(payload), actor: { kind: 'person', name: 'Somebody' } } as const
  const summary = `A sign-in as ${user.name || user.email} failed, from the network address ${from}`
  await writeEntry(act, { key: `staff:sign-in-failed:${randomUUID()}`, kind: 'staff.sign-in-failed', summary })
}

/** What was tried before counts no more, and the device is known from now on. */
export const rememberDevice: CollectionAfterLoginHook = async ({ req, user }) => {
  const email = mailboxOf(user)
  await forgetHits(req.payload, keysOf(req, email).own)
  const device = randomUUID()
  const until = Math.floor(machineTime() / 1000) + DEVICE_SECONDS
  const isSecure = req.payload.config.serverURL.startsWith('https:')
  const { payload } = req
  const actor = { kind: 'staff', name: user.name || user.email, user: user.id } as const
  const entry = { key: `staff:signed-in:${randomUUID()}`, kind: 'staff.signed-in', summary: `${actor.name} signed in` }
  if (req.payloadAPI !== 'local') await writeEntry({ payload, now: panelTime(payload), actor }, entry)
  const headers = new Headers(req.responseHeaders)
  headers.append(
    'Set-Cookie',
    `${DEVICE_COOKIE}=${device}.${until}.${signatureOf(req, email, device, until)}; Path=/api/users; Max-Age=${DEVICE_SECONDS}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`,
  )
  req.responseHeaders = headers
}

const WRITING: readonly string[] = ['create', 'update', 'updateByID', 'resetPassword']

/** Refuses a password that is guessed first, wherever one is set. */
export const refuseWeakPassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { data } = args as { data?: { password?: unknown } }
  if (!WRITING.includes(operation) || typeof data?.password !== 'string') return args
  const refusal = refusalOfPassword(data.password, mailboxOf(data) || mailboxOf(req.user))
  if (refusal)
    throw new ValidationError({ collection: 'users', errors: [{ path: 'password', message: refusal }] }, req.t)
  return args
}
