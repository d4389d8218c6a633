import { randomUUID } from 'node:crypto'
import type { FieldErrors } from '#collections/kernel/outcome.ts'
import { paths } from '#collections/kernel/paths.ts'
import type { PublicServices } from '#collections/services/public.ts'
import { BeginForm } from '#collections/submissions/schema.ts'
import type { BeginView } from '#collections/submissions/view.ts'
import { fieldErrors } from '../form/answer.ts'
import { valueOf, type Sent } from '../form/body.ts'
import { finished, formPage, gone, type FormOf, type Turn } from '../form/page.ts'

const FIELDS = ['name', 'email', 'organization', 'employer', 'attempt'] as const
/** The answers as they were typed, to be shown again. */
type Values = Record<(typeof FIELDS)[number], string>

export type BeginTurn = Turn<{ view: BeginView; values: Values }, { view: BeginView }>

const EMPTY: Omit<Values, 'attempt'> = { name: '', email: '', organization: '', employer: '' }

const closed = (view: BeginView, status: 200 | 409): BeginTurn => ({ show: 'refused', view, status, refusal: 'closed' })

const form = (
  view: BeginView,
  values: Values,
  status: FormOf<BeginTurn>['status'] = 200,
  errors: FieldErrors = {},
): BeginTurn => ({ show: 'form', view, status, values, errors })

const act = async (visitor: PublicServices, slug: string, sent: Sent, view: BeginView): Promise<BeginTurn> => {
  const values = Object.fromEntries(FIELDS.map((name) => [name, valueOf(sent, name)])) as Values
  const { success, data, error } = BeginForm.safeParse(values)
  if (!success) return form(view, values, 422, fieldErrors(error.issues))
  const begun = await visitor.submissions.begin(slug, data)
  if (begun.ok) return finished(paths.begun(slug, begun.receipt), { receipt: begun.receipt }, 201)
  if (begun.status === 404) return gone('missing')
  return begun.status === 409 && view.isClosed ? closed(view, 409) : form(view, values, begun.status, begun.errors)
}

type Asked = { slug: string; request: Request; origin: string }

/** What comes next where one begins work for a micro-credential. */
export const beginPage = (visitor: PublicServices, { slug, request, origin }: Asked): Promise<BeginTurn> =>
  formPage<BeginView, BeginTurn>(request, origin, {
    open: async () => (await visitor.submissions.beginning(slug)) ?? gone('missing'),
    view: (view) => (view.isClosed ? closed(view, 200) : form(view, { ...EMPTY, attempt: randomUUID() })),
    act: (sent, view) => act(visitor, slug, sent, view),
  })
