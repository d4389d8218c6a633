import { randomBytes } from 'node:crypto'
import type { Payload, PayloadHandler } from 'payload'
import { AGENCY } from '../agency/view.ts'
import { ROLES, type Role } from '../access/index.ts'
import { writeEntry } from '../kernel/audit.ts'
import { panelTime } from '../kernel/clock.ts'
import { one } from '../kernel/queries.ts'

/** How long a link that is handed over holds, in milliseconds: until somebody new has found the time. */
const HOLDS = 3 * 86_400_000

const linkFor = async (payload: Payload, email: string): Promise<string> => {
  const token = await payload.forgotPassword({
    collection: 'users',
    data: { email },
    disableEmail: true,
    expiration: HOLDS,
  })
  return `${payload.config.serverURL}/admin/reset/${token}`
}

/** For an admin: a link, good once and for three days, with which somebody chooses their password. Whoever is signed in stays so. */
export const makePasswordLink: PayloadHandler = async (req) => {
  const { user, payload } = req
  if (user?.collection !== 'users' || !user.roles.includes('admin'))
    return Response.json({ errors: [{ message: 'Only an admin can do this.' }] }, { status: 403 })
  const staff = await one({ payload }, 'users', String(req.routeParams?.['id']))
  if (!staff) return Response.json({ errors: [{ message: 'There is nobody of that name.' }] }, { status: 404 })
  const link = await linkFor(payload, staff.email)
  const actor = { kind: 'staff', name: user.name || user.email, user: user.id } as const
  const summary = `${actor.name} made a link with which ${staff.name || staff.email} chooses a password`
  const now = panelTime(payload)
  const key = `staff:link:${staff.id}:${now.toString()}`
  await writeEntry({ payload, now, actor }, { key, kind: 'staff.link', summary })
  return Response.json({ link })
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Writes to somebody who was invited; whether a mail server took it. */
const writeTo = async (payload: Payload, email: string, link: string, by: string): Promise<boolean> => {
  const agency = await payload.findGlobal({ slug: 'agency', depth: 0, overrideAccess: true })
  const house = agency.name || AGENCY.name
  try {
    await payload.sendEmail({
      to: email,
      subject: `Your way into the panel of ${house}`,
      html: `<p>Hello,</p><p>${escaped(by)} has invited you to work on the site of ${escaped(house)}.</p><p><a href="${escaped(link)}">Choose your password</a></p><p>The link works once, for three days. If it is over, ask for another one.</p>`,
    })
    return Boolean(payload.config.custom?.['sendsMail'])
  } catch (error) {
    payload.logger.error({ err: error, msg: 'An invitation could not be sent' })
    return false
  }
}

type Invited = { email?: unknown; name?: unknown; roles?: unknown }

const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value)

/**
 * For an admin: somebody new, with nobody knowing a password for them. They get a letter with a link; the admin sees the link where no
 * letter could be sent.
 */
export const invite: PayloadHandler = async (req) => {
  const { user, payload } = req
  if (user?.collection !== 'users' || !user.roles.includes('admin'))
    return Response.json({ errors: [{ message: 'Only an admin can do this.' }] }, { status: 403 })
  const sent = ((await req.json?.().catch(() => undefined)) ?? {}) as Invited
  const email = typeof sent.email === 'string' ? sent.email : ''
  const roles = (Array.isArray(sent.roles) ? sent.roles : []).filter(isRole)
  // As the panel would create them: its rules say what is wrong, and the audit log who did it.
  const staff = await payload.create({
    collection: 'users',
    data: {
      email,
      roles,
      name: typeof sent.name === 'string' ? sent.name : '',
      password: randomBytes(24).toString('base64url'),
    },
    overrideAccess: false,
    user,
    req,
  })
  const link = await linkFor(payload, staff.email)
  const isSent = await writeTo(payload, staff.email, link, user.name || user.email)
  return Response.json({ isSent, ...(!isSent && { link }) }, { status: 201 })
}
