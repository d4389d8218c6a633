import { randomUUID } from 'node:crypto'
import type { Endpoint, PayloadHandler, PayloadRequest } from 'payload'
import { writeEntry } from '../kernel/audit.ts'
import { panelTime } from '../kernel/clock.ts'
import type { User } from '../kernel/payload-types.ts'
import { one } from '../kernel/queries.ts'
import { dropFactor, factorOf, isFactorRequired, renewCodes } from './factor.ts'
import { countTry } from './hooks.ts'
import { acceptOffer, offerTo, tookCode } from './second-factor-hooks.ts'
import { endSessions, runningIn } from './sessions.ts'

// What somebody does about their own sign-in, and an admin about anybody's. All of it is in the audit log.

const refuse = (status: number, message: string): Response => Response.json({ errors: [{ message }] }, { status })

type Asking = { req: PayloadRequest; me: User; whose: User; isOwn: boolean }

/** Of oneself, or as an admin of anybody. */
const about =
  (act: (asking: Asking) => Promise<Response>): PayloadHandler =>
  async (req) => {
    const { user, payload } = req
    if (user?.collection !== 'users') return refuse(401, 'Sign in first.')
    const id = String(req.routeParams?.['id'])
    const isOwn = id === user.id
    if (!isOwn && !user.roles.includes('admin')) return refuse(403, 'Only an admin can do this.')
    const whose = await one({ payload }, 'users', id)
    if (!whose) return refuse(404, 'There is nobody of that name.')
    await req.json?.().then(
      (data: unknown) => Object.assign(req, { data }),
      () => undefined,
    )
    return act({ req, me: user, whose, isOwn })
  }

const own = (act: (asking: Asking) => Promise<Response>): PayloadHandler =>
  about(async (asking) => (asking.isOwn ? act(asking) : refuse(403, 'Each sets up their own.')))

const nameOf = ({ name, email }: User): string => name || email

const log = async ({ req, me }: Asking, kind: string, summary: string): Promise<void> => {
  const now = panelTime(req.payload)
  const actor = { kind: 'staff', name: nameOf(me), user: me.id } as const
  const key = `staff:${kind}:${me.id}:${randomUUID()}`
  await writeEntry({ payload: req.payload, now, actor }, { key, kind: `staff.${kind}`, summary })
}

/** How somebody's sign-in stands: their sessions, and whether there is a second factor. */
const standing = about(async ({ req, me, whose, isOwn }) => {
  const factor = await factorOf(req, whose.id)
  const current = isOwn ? (me as User & { _sid?: string })._sid : undefined
  return Response.json({
    isOwn,
    sessions: runningIn(whose, new Date().toISOString()).map(({ id, createdAt, expiresAt }) => ({
      id,
      createdAt,
      expiresAt,
      isThis: id === current,
    })),
    factor: factor ? { confirmedAt: factor.confirmedAt, codesLeft: (factor.codes as string[]).length } : null,
    isRequired: await isFactorRequired(req, whose),
  })
})

const end = about(async (asking) => {
  const { req, me, whose, isOwn } = asking
  const { session } = (req.data ?? {}) as { session?: unknown }
  const current = isOwn ? (me as User & { _sid?: string })._sid : undefined
  const ended = await endSessions(req.payload, whose.id, ({ id }) =>
    session === 'others' ? id !== current : id === session,
  )
  if (ended > 0) await log(asking, 'sessions-ended', `${nameOf(me)} ended ${ended} of the sign-ins of ${nameOf(whose)}`)
  return Response.json({ ended })
})

const offer = own(async ({ req, me, whose }) =>
  (await factorOf(req, whose.id))
    ? refuse(409, 'There is a second factor already.')
    : Response.json(await offerTo(req, me)),
)

const accept = own(async (asking) => {
  const { req, me } = asking
  await countTry(req, me.email)
  const recoveryCodes = await acceptOffer(req, me)
  if (!recoveryCodes) return refuse(422, 'This code is not right. Wait for the next one, and type that.')
  await log(asking, 'second-factor-set-up', `${nameOf(me)} set up a second factor`)
  return Response.json({ recoveryCodes })
})

/** With a code, so that whoever finds a browser open cannot do it. */
const withCode = (act: (asking: Asking) => Promise<Response>): PayloadHandler =>
  own(async (asking) => {
    await countTry(asking.req, asking.me.email)
    if (!(await tookCode(asking.req, asking.me))) return refuse(422, 'This code is not right, or was used before.')
    return act(asking)
  })

const renew = withCode(async (asking) => {
  const { req, me } = asking
  const recoveryCodes = await renewCodes(req, me.id)
  if (!recoveryCodes) return refuse(409, 'Somebody did this in the same moment. Try again.')
  await log(asking, 'recovery-codes', `${nameOf(me)} made new recovery codes`)
  return Response.json({ recoveryCodes })
})

const remove = withCode(async (asking) => {
  const { req, me } = asking
  if (await isFactorRequired(req, me)) return refuse(409, 'Your role needs a second factor.')
  await dropFactor(req, me.id)
  await log(asking, 'second-factor-removed', `${nameOf(me)} sign in without a second factor from now on`)
  return Response.json({ ok: true })
})

/** For whoever lost telephone and paper. They are signed out everywhere, and set up another at the next sign-in if it is required. */
const reset = about(async (asking) => {
  const { req, me, whose, isOwn } = asking
  if (isOwn) return refuse(403, 'Ask another admin, or use a recovery code.')
  await dropFactor(req, whose.id)
  await endSessions(req.payload, whose.id, () => true)
  await log(asking, 'second-factor-reset', `${nameOf(me)} took away the second factor of ${nameOf(whose)}`)
  return Response.json({ ok: true })
})

export const accountEndpoints: Omit<Endpoint, 'root'>[] = [
  { path: '/:id/sign-in', method: 'get', handler: standing },
  { path: '/:id/sign-in/end', method: 'post', handler: end },
  { path: '/:id/second-factor/offer', method: 'post', handler: offer },
  { path: '/:id/second-factor/accept', method: 'post', handler: accept },
  { path: '/:id/second-factor/codes', method: 'post', handler: renew },
  { path: '/:id/second-factor/remove', method: 'post', handler: remove },
  { path: '/:id/second-factor/reset', method: 'post', handler: reset },
]
