import type { Endpoint, PayloadRequest } from 'payload'
import { makeSeason, seasonPlan } from '#collections/collaboratives/service/season.ts'
import type { SeasonForm } from '#collections/collaboratives/season.ts'

const FIELDS = ['season', 'opensOn', 'appliesUntil', 'firstDay'] as const satisfies (keyof SeasonForm)[]

const mayEdit = ({ user }: PayloadRequest): boolean =>
  user?.collection === 'users' && user.roles.some((role) => role === 'admin' || role === 'communications')

const formOf = async (req: PayloadRequest): Promise<SeasonForm> => {
  const sent = ((await req.json?.()) ?? {}) as Record<string, unknown>
  return Object.fromEntries(
    FIELDS.map((name) => [name, (typeof sent[name] === 'string' ? sent[name] : '').trim().slice(0, 40)]),
  ) as SeasonForm
}

const answering =
  (work: (req: PayloadRequest, id: string, form: SeasonForm) => ReturnType<typeof makeSeason>) =>
  async (req: PayloadRequest): Promise<Response> => {
    if (!mayEdit(req))
      return Response.json({ errors: { form: 'Only communications staff and admins can do this.' } }, { status: 403 })
    const answer = await work(req, String(req.routeParams?.['id']), await formOf(req))
    if (!answer) return Response.json({ errors: { form: 'There is no such collaborative.' } }, { status: 404 })
    return answer.ok ? Response.json({ plan: answer.plan }) : Response.json({ errors: answer.errors }, { status: 422 })
  }

/** Asked by the panel: what a new season of a program would consist of, and to make its drafts. */
export const seasonEndpoints: Endpoint[] = [
  {
    path: '/season/:id/plan',
    method: 'post',
    handler: answering(({ payload }, id, form) => seasonPlan({ payload }, id, form)),
  },
  {
    path: '/season/:id',
    method: 'post',
    handler: answering((req, id, form) => makeSeason({ payload: req.payload, req }, id, form)),
  },
]
