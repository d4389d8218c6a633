import type { PayloadHandler } from 'payload'
import { writeEntry } from '../kernel/audit.ts'
import { panelTime } from '../kernel/clock.ts'
import { one } from '../kernel/queries.ts'

/** How long a link that is handed over holds, in milliseconds: until somebody new has found the time. */
const HOLDS = 3 * 86_400_000

/** For an admin: a link, good once and for three days, with which somebody chooses their password. Whoever is signed in stays so. */
export const makePasswordLink: PayloadHandler = async (req) => {
  const { user, payload } = req
  if (user?.collection !== 'users' || !user.roles.includes('admin'))
    return Response.json({ errors: [{ message: 'Only an admin can do this.' }] }, { status: 403 })
  const staff = await one({ payload }, 'users', String(req.routeParams?.['id']))
  if (!staff) return Response.json({ errors: [{ message: 'There is nobody of that name.' }] }, { status: 404 })
  const token = await payload.forgotPassword({
    collection: 'users',
    data: { email: staff.email },
    disableEmail: true,
    expiration: HOLDS,
  })
  const actor = { kind: 'staff', name: user.name || user.email, user: user.id } as const
  const summary = `${actor.name} made a link with which ${staff.name || staff.email} chooses a password`
  const now = panelTime(payload)
  const key = `staff:link:${staff.id}:${now.toString()}`
  await writeEntry({ payload, now, actor }, { key, kind: 'staff.link', summary })
  return Response.json({ link: `${payload.config.serverURL}/admin/reset/${token}` })
}
