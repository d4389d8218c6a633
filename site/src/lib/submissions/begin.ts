import { randomUUID } from 'node:crypto'
import type { PublicServices } from '#collections/services/public.ts'
import type { FieldErrors } from '#collections/kernel/outcome.ts'
import { BeginForm } from '#collections/submissions/schema.ts'
import type { BeginView } from '#collections/submissions/view.ts'
import { fieldErrors } from '../forms/answer.ts'
import { isUnreadable, readSent, valueOf, type Sent, type Unreadable } from '../forms/body.ts'

const FIELDS = ['name', 'email', 'organization', 'employer', 'attempt'] as const
/** The answers as they were typed, to be shown again. */
type Values = Record<(typeof FIELDS)[number], string>

export type BeginTurn =
  | { show: 'missing' }
  | { show: 'unreadable'; status: Unreadable['status'] }
  | { show: 'closed'; view: BeginView; status: 200 | 409 }
  | { show: 'form'; view: BeginView; status: 200 | 409 | 422; values: Values; errors: FieldErrors }
  | { show: 'done'; receipt: string }

const valuesIn = (sent: Sent): Values => Object.fromEntries(FIELDS.map((name) => [name, valueOf(sent, name)])) as Values

const begin = async (desk: PublicServices, view: BeginView, slug: string, sent: Sent): Promise<BeginTurn> => {
  const values = valuesIn(sent)
  const { success, data, error } = BeginForm.safeParse(values)
  if (!success) return { show: 'form', view, status: 422, values, errors: fieldErrors(error.issues) }
  const begun = await desk.submissions.begin(slug, data)
  if (begun.ok) return { show: 'done', receipt: begun.receipt }
  if (begun.status === 404) return { show: 'missing' }
  if (begun.status === 409 && view.isClosed) return { show: 'closed', view, status: 409 }
  return { show: 'form', view, status: begun.status, values, errors: begun.errors }
}

type Asked = { slug: string; request: Request; origin: string }

/** What comes next where one begins, whether the page is opened or something was sent to it. */
export const nextBeginTurn = async (desk: PublicServices, { slug, request, origin }: Asked): Promise<BeginTurn> => {
  const view = await desk.submissions.beginning(slug)
  if (!view) return { show: 'missing' }
  if (request.method === 'POST') {
    const sent = await readSent(request, origin)
    return isUnreadable(sent) ? { show: 'unreadable', ...sent } : begin(desk, view, slug, sent)
  }
  if (view.isClosed) return { show: 'closed', view, status: 200 }
  const empty = { name: '', email: '', organization: '', employer: '', attempt: randomUUID() }
  return { show: 'form', view, status: 200, values: empty, errors: {} }
}
