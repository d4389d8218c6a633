import type { Endpoint, PayloadRequest } from 'payload'
import { demoPlan, removeDemo } from '#collections/demo/service/demo.ts'
import { writeEntry } from '#collections/kernel/audit.ts'
import { panelTime } from '#collections/kernel/clock.ts'

const adminOf = ({ user }: PayloadRequest) =>
  user?.collection === 'users' && user.roles.includes('admin') ? user : undefined

const refuse = (): Response => Response.json({ errors: [{ message: 'Only an admin can do this.' }] }, { status: 403 })

/** Asked by the panel: what taking the demo away would do, and to do it. */
export const demoEndpoints: Endpoint[] = [
  {
    path: '/demo',
    method: 'get',
    handler: async (req) => (adminOf(req) ? Response.json({ plan: (await demoPlan(req.payload)) ?? null }) : refuse()),
  },
  {
    path: '/demo',
    method: 'delete',
    handler: async (req) => {
      const user = adminOf(req)
      if (!user) return refuse()
      const { payload } = req
      const now = panelTime(payload)
      const done = await removeDemo(payload, now)
      const actor = { kind: 'staff', name: user.name || user.email, user: user.id } as const
      const count = done?.goes.reduce((sum, one) => sum + one.count, 0) ?? 0
      const summary = `The demo content was taken away: ${count} records`
      if (done) await writeEntry({ payload, now, actor }, { key: 'demo:removed', kind: 'demo.removed', summary })
      return Response.json({ plan: done ?? null })
    },
  },
]
