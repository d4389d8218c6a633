import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { sharedStore, type Shared } from './limit-store.ts'
import { isRead } from './requests.ts'
import { isOwnMachine } from './visitor.ts'

// Limits that have to hold in every process and after a restart are in `sharedLimits`: each count is a write to the database. The
// others count in the process, which costs nothing.

const MINUTE = 60_000
const sentence = (message: string) => ({ errors: [{ message }] })

/** A person editing quickly stays far below this; a script does not. */
export const writeLimit = rateLimit({
  windowMs: MINUTE,
  limit: 600,
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  keyGenerator: (req) => ipKeyGenerator(req.ip ?? ''),
  message: sentence('Too many requests from your address. Wait a minute and try again.'),
})

const TOO_MANY =
  'Too many requests from your address. Nothing was changed by the last one. Wait a minute and try again.'

/** Forms of the public site: a whole school behind one address may register at once; a flood may not. */
export const formLimit = rateLimit({
  windowMs: MINUTE,
  limit: 1200,
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  skip: isRead,
  keyGenerator: (req) => ipKeyGenerator(req.ip ?? ''),
  message: TOO_MANY,
})

/**
 * Registering from one address: a school sends forty people's forms within ten minutes, each up to four times; a robot thousands.
 * From this machine itself come the forms of everybody behind a proxy that TRUST_PROXY does not name, so they only have the limit
 * of all forms.
 */
export const registerLimit = rateLimit({
  windowMs: 10 * MINUTE,
  limit: 300,
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  skip: (req) => isRead(req) || isOwnMachine(req.ip ?? ''),
  keyGenerator: (req) => ipKeyGenerator(req.ip ?? ''),
  message: TOO_MANY,
})

/** Evidence fills the disk, so that one address may send far more than anybody needs, and not without end. */
export const uploadLimit = rateLimit({
  windowMs: 10 * MINUTE,
  limit: 200,
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  keyGenerator: (req) => ipKeyGenerator(req.ip ?? ''),
  message: TOO_MANY,
})

/** A certificate is drawn each time somebody asks for it, about 40 ms in which nobody else is answered. */
export const paperLimit = rateLimit({
  windowMs: MINUTE,
  limit: 60,
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  skip: ({ path }) => !/\.pdf\/?$/.test(path),
  keyGenerator: (req) => ipKeyGenerator(req.ip ?? ''),
  message: 'Too many papers were asked for from your address. Wait a minute and try again.',
})

/** Limits that hold in every process and after a restart. */
export const sharedLimits = (shared: Shared) => ({
  /** Passwords cannot be tried in bulk; an office behind one address may sign in all at once. One account has limits of its own. */
  signIn: rateLimit({
    store: sharedStore(shared, 'sign-in'),
    windowMs: 15 * MINUTE,
    limit: 60,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: (req) => req.method !== 'POST',
    keyGenerator: (req) => ipKeyGenerator(req.ip ?? ''),
    message: sentence('Too many attempts from your address. Wait a quarter of an hour and try again.'),
  }),
  /**
   * Asking for one's link makes us write to a mailbox, which has limits of its own; a staff room behind one address asks all at
   * once.
   */
  link: rateLimit({
    store: sharedStore(shared, 'link'),
    windowMs: 15 * MINUTE,
    limit: 120,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: isRead,
    keyGenerator: (req) => ipKeyGenerator(req.ip ?? ''),
    message: TOO_MANY,
  }),
})
