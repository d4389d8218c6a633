import { randomUUID } from 'node:crypto'
import type { Step } from '#collections/applications/begin.ts'
import type { Lacking } from '#collections/applications/lacking.ts'
import type { ProgramView } from '#collections/applications/view.ts'
import type { PublicServices } from '#collections/services/public.ts'
import type { Messages } from '../../messages/index.ts'
import { emptyForm, errorsToSend, readApplication, typedIn, withMoreRows, type Typed } from './form.ts'
import { json } from '../forms/answer.ts'
import { isUnreadable, readSent, valueOf, type Sent, type Unreadable } from '../forms/body.ts'

/** What the page on which one applies shows next. */
export type ApplyTurn =
  | { show: 'missing' }
  | { show: 'unreadable'; status: Unreadable['status'] }
  /** Not the time to apply; `typed` is what was sent all the same. */
  | { show: 'closed'; view: ProgramView; status: 200 | 409; typed?: Typed }
  | { show: 'form'; view: ProgramView; status: 200 | 409 | 422; typed: Typed; errors: Lacking }
  | { show: 'done'; receipt: string }

export const stepOf = (sent: Sent): Step | 'more' => {
  const step = valueOf(sent, 'step')
  return step === 'save' || step === 'more' ? step : 'send'
}

const take = async (desk: PublicServices, view: ProgramView, sent: Sent): Promise<ApplyTurn> => {
  const typed = typedIn(sent, view)
  // A form sent without one stays one attempt from here on.
  typed.attempt ||= randomUUID()
  const step = stepOf(sent)
  if (step === 'more') return { show: 'form', view, status: 200, typed: withMoreRows(typed), errors: {} }
  const read = readApplication(typed)
  const isClosed = view.window !== 'open'
  if (!read.ok && isClosed) return { show: 'closed', view, status: 409, typed }
  if (!read.ok) {
    const errors = step === 'send' ? errorsToSend(typed, view) : read.errors
    return { show: 'form', view, status: 422, typed, errors }
  }
  const applied = await desk.applications.apply(view.slug, read.form, step)
  if (applied.ok) return { show: 'done', receipt: applied.receipt }
  if (applied.status === 404) return { show: 'missing' }
  // The window may have closed since the page was made.
  const fresh = (await desk.applications.program(view.slug)) ?? view
  if (applied.status === 409 && fresh.window !== 'open') return { show: 'closed', view: fresh, status: 409, typed }
  return { show: 'form', view: fresh, status: applied.status, typed, errors: applied.errors }
}

type Asked = { slug: string; request: Request; origin: string }

/** What comes next on the page, whether it is opened or something was sent to it. */
export const nextApplyTurn = async (desk: PublicServices, { slug, request, origin }: Asked): Promise<ApplyTurn> => {
  const view = await desk.applications.program(slug)
  if (!view) return { show: 'missing' }
  if (request.method === 'POST') {
    const sent = await readSent(request, origin)
    return isUnreadable(sent) ? { show: 'unreadable', ...sent } : take(desk, view, sent)
  }
  if (view.window !== 'open') return { show: 'closed', view, status: 200 }
  return { show: 'form', view, status: 200, typed: emptyForm(view, randomUUID()), errors: {} }
}

/** The same for a program: 201 with a receipt, or what is wrong, by field. */
export const jsonApplyTurn = (turn: ApplyTurn, t: Messages): Response => {
  if (turn.show === 'done') return json(201, { receipt: turn.receipt })
  if (turn.show === 'missing') return json(404, { errors: { form: t.desk.refused[404] } })
  if (turn.show === 'unreadable') return json(turn.status, { errors: { form: t.desk.refused[turn.status] } })
  if (turn.show === 'closed')
    return json(turn.status, {
      errors: { form: t.apply.json[turn.view.window === 'not-open' ? 'not-open' : 'closed'] },
    })
  return json(turn.status, { errors: turn.errors })
}
