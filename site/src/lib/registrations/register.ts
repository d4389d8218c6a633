import { randomUUID } from 'node:crypto'
import type { PublicServices } from '#collections/services/public.ts'
import { RegistrationForm } from '#collections/registrations/schema.ts'
import type { FormView, Quote, Registered } from '#collections/registrations/service/view.ts'
import type { FieldErrors } from '#collections/kernel/outcome.ts'
import { fieldErrors, json } from '../forms/answer.ts'
import { isUnreadable, readSent, valueOf, type Sent, type Unreadable } from '../forms/body.ts'
import type { Messages } from '../../messages/index.ts'

export type FieldName = keyof typeof RegistrationForm.shape
/** The answers as they were typed, to be shown again. */
export type Values = Record<FieldName, string>

export const FIELDS = Object.keys(RegistrationForm.shape) as FieldName[]

/** Fields that stand below several choices; the one below the choice that was made counts. */
const BELOW = { host: 'participation', gateStatement: 'gate' } as const satisfies Partial<Record<FieldName, FieldName>>

const typed = (sent: Sent, name: FieldName): string => {
  if (!(name in BELOW)) return valueOf(sent, name)
  const choice = valueOf(sent, BELOW[name as keyof typeof BELOW])
  return valueOf(sent, `${name}-${choice}`) || valueOf(sent, name)
}

/** What was typed into the registration form. Fields it does not have are not looked at. */
export const valuesOf = (sent: Sent): Values =>
  Object.fromEntries(FIELDS.map((name) => [name, typed(sent, name)])) as Values

/**
 * Whether a purchase order can be asked for: where somebody other than the person pays something. The form hides the question
 * otherwise, and an answer given before that counts no more.
 */
const takesOrder = ({ course }: Pick<FormView, 'course'>, participation: string): boolean =>
  participation === 'sponsored' || (['member', 'hosted'].includes(participation) && course.memberRate !== 0)

/** An empty form. */
export const noValues = (session: string): Values =>
  ({ ...Object.fromEntries(FIELDS.map((name) => [name, ''])), order: 'none', session }) as Values

type Read = { ok: true; form: RegistrationForm } | { ok: false; errors: FieldErrors }

/** Checks the answers. A field that was not sent at all is an empty one. */
export const readForm = (values: Values): Read => {
  const { order, ...rest } = values
  const { success, data, error } = RegistrationForm.safeParse({ ...rest, ...(order && { order }) })
  return success ? { ok: true, form: data } : { ok: false, errors: fieldErrors(error.issues) }
}

/** What the page shows next. */
export type Turn =
  | { show: 'missing' }
  | { show: 'unreadable'; status: Unreadable['status'] }
  | { show: 'closed'; view: FormView; status: 200 | 409 }
  | { show: 'form'; view: FormView; status: 200 | 409 | 422; values: Values; errors: FieldErrors }
  | {
      show: 'summary'
      view: FormView
      status: 200 | 422
      values: Values
      form: RegistrationForm
      quote: Quote
      errors: FieldErrors
      /** The terms are not those the person saw before. */
      hasNewTerms: boolean
    }
  | { show: 'done'; outcome: Extract<Registered, { ok: true }>['outcome']; receipt: string }

/** What somebody sees who opens the form. */
const openForm = async (desk: PublicServices, slug: string, session: string): Promise<Turn> => {
  const view = await desk.registrations.form(slug, session)
  if (!view) return { show: 'missing' }
  if (view.closed) return { show: 'closed', view, status: 200 }
  return { show: 'form', view, status: 200, values: noValues(session), errors: {} }
}

/** The summary of these answers, or the form where something in them has to be mended. */
const review = async (
  desk: PublicServices,
  slug: string,
  view: FormView,
  values: Values,
  refused: FieldErrors = {},
): Promise<Turn> => {
  const read = readForm(values)
  if (!read.ok) return { show: 'form', view, status: 422, values, errors: read.errors }
  const quoted = await desk.registrations.quote(slug, read.form)
  if (!quoted.ok) return { show: 'form', view, status: 422, values, errors: quoted.errors }
  const isRefused = Object.keys(refused).length > 0
  return {
    show: 'summary',
    view,
    status: isRefused ? 422 : 200,
    // A summary that was sent in vain stays the same attempt; a new one is a new attempt.
    values: {
      ...values,
      termsHash: view.terms.hash,
      attempt: (isRefused && values.attempt) || randomUUID(),
      terms: '',
    },
    form: read.form,
    quote: quoted.quote,
    errors: refused,
    hasNewTerms: isRefused && values.termsHash !== '' && values.termsHash !== view.terms.hash,
  }
}

/** These are answered on the summary; everything else is on the form. */
const ON_SUMMARY = ['terms', 'termsHash', 'letter', 'form']

const confirm = async (
  desk: PublicServices,
  slug: string,
  view: FormView,
  values: Values,
  letter: File | undefined,
): Promise<Turn> => {
  const read = readForm(values)
  if (!read.ok && view.closed) return { show: 'closed', view, status: 409 }
  if (!read.ok) return { show: 'form', view, status: 422, values, errors: read.errors }
  const result = await desk.registrations.register(slug, read.form, letter)
  if (result.ok) return { show: 'done', outcome: result.outcome, receipt: result.receipt }
  const { status, errors } = result
  if (status === 404) return { show: 'missing' }
  // What stands in the way may have come up only now.
  const fresh = (await desk.registrations.form(slug, values.session)) ?? view
  if (status === 409 && fresh.closed) return { show: 'closed', view: fresh, status: 409 }
  if (status === 409) return { show: 'form', view: fresh, status, values, errors }
  return Object.keys(errors).every((field) => ON_SUMMARY.includes(field))
    ? review(desk, slug, fresh, values, errors)
    : { show: 'form', view: fresh, status, values, errors }
}

/**
 * Answers a posted form: its step is 'review' for the summary, 'edit' to go back from there, and anything else, or nothing,
 * to register. `session` is used where the form names none.
 */
const takeTurn = async (desk: PublicServices, slug: string, session: string, sent: Sent): Promise<Turn> => {
  const values = valuesOf(sent)
  values.session ||= session
  const view = await desk.registrations.form(slug, values.session)
  if (!view) return { show: 'missing' }
  if (values.participation && !takesOrder(view, values.participation)) values.order = 'none'
  const step = valueOf(sent, 'step')
  if (step !== 'review' && step !== 'edit') return confirm(desk, slug, view, values, sent.files.get('letter'))
  if (view.closed) return { show: 'closed', view, status: 409 }
  return step === 'edit' ? { show: 'form', view, status: 200, values, errors: {} } : review(desk, slug, view, values)
}

type Asked = { slug: string; session: string; request: Request; origin: string }

/** What comes next on the registration page, whether it is opened or something was sent to it. */
export const nextTurn = async (desk: PublicServices, { slug, session, request, origin }: Asked): Promise<Turn> => {
  if (request.method !== 'POST') return openForm(desk, slug, session)
  const sent = await readSent(request, origin)
  return isUnreadable(sent) ? { show: 'unreadable', ...sent } : takeTurn(desk, slug, session, sent)
}

/** The same answers for a program: 201 with a receipt, 200 with the summary, or what is wrong, by field. */
export const jsonTurn = (turn: Turn, t: Messages['desk']): Response => {
  if (turn.show === 'done') return json(201, { outcome: turn.outcome, receipt: turn.receipt })
  if (turn.show === 'missing') return json(404, { errors: { form: t.refused[404] } })
  if (turn.show === 'unreadable') return json(turn.status, { errors: { form: t.refused[turn.status] } })
  if (turn.show === 'closed')
    return json(turn.status, { errors: { form: t.closed.reasons[turn.view.closed ?? 'closed'].title } })
  if (turn.show === 'form') return json(turn.status, { errors: turn.errors })
  const { quote, view, status, errors } = turn
  const { version, hash, text } = view.terms
  return json(status, { ...(status === 200 ? { quote } : { errors }), terms: { version, hash, text } })
}
