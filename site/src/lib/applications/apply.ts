import { randomUUID } from 'node:crypto'
import type { Step } from '#collections/applications/begin.ts'
import type { Lacking } from '#collections/applications/lacking.ts'
import type { ProgramView } from '#collections/applications/view.ts'
import { paths } from '#collections/kernel/paths.ts'
import type { PublicServices } from '#collections/services/public.ts'
import { valueOf, type Sent } from '../form/body.ts'
import { finished, formPage, gone, type FormOf, type Turn } from '../form/page.ts'
import { emptyForm, errorsToSend, readApplication, typedIn, withMoreRows, type Typed } from './form.ts'

/** `typed` is what was sent all the same where it is not the time to apply. */
export type ApplyTurn = Turn<{ view: ProgramView; typed: Typed }, { view: ProgramView; typed?: Typed }>

export const stepOf = (sent: Sent): Step | 'more' => {
  const step = valueOf(sent, 'step')
  return step === 'save' || step === 'more' ? step : 'send'
}

const closed = (view: ProgramView, status: 200 | 409, typed?: Typed): ApplyTurn => ({
  show: 'refused',
  status,
  view,
  refusal: view.window === 'not-open' ? 'not-open' : 'closed',
  ...(typed && { typed }),
})

const form = (
  view: ProgramView,
  typed: Typed,
  status: FormOf<ApplyTurn>['status'] = 200,
  errors: Lacking = {},
): ApplyTurn => ({ show: 'form', view, status, typed, errors })

const act = async (visitor: PublicServices, sent: Sent, view: ProgramView): Promise<ApplyTurn> => {
  const typed = typedIn(sent, view)
  // A form sent without one stays one attempt from here on.
  typed.attempt ||= randomUUID()
  const step = stepOf(sent)
  if (step === 'more') return form(view, withMoreRows(typed))
  const read = readApplication(typed)
  if (!read.ok && view.window !== 'open') return closed(view, 409, typed)
  if (!read.ok) return form(view, typed, 422, step === 'send' ? errorsToSend(typed, view) : read.errors)
  const applied = await visitor.applications.apply(view.slug, read.form, step)
  if (applied.ok) return finished(paths.applied(view.slug, applied.receipt), { receipt: applied.receipt }, 201)
  if (applied.status === 404) return gone('missing')
  // The window may have closed since the page was made.
  const fresh = (await visitor.applications.program(view.slug)) ?? view
  if (applied.status === 409 && fresh.window !== 'open') return closed(fresh, 409, typed)
  return form(fresh, typed, applied.status, applied.errors)
}

type Asked = { slug: string; request: Request; origin: string }

/** What comes next on the page on which one applies. */
export const applyPage = (visitor: PublicServices, { slug, request, origin }: Asked): Promise<ApplyTurn> =>
  formPage<ProgramView, ApplyTurn>(request, origin, {
    open: async () => (await visitor.applications.program(slug)) ?? gone('missing'),
    view: (view) => (view.window === 'open' ? form(view, emptyForm(view, randomUUID())) : closed(view, 200)),
    act: (sent, view) => act(visitor, sent, view),
  })
