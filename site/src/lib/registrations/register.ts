import { randomUUID } from 'node:crypto'
import type { PublicServices } from '#collections/services/public.ts'
import { RegistrationForm } from '#collections/registrations/schema.ts'
import type { FormView, Quote } from '#collections/registrations/service/view.ts'
import type { FieldErrors } from '#collections/kernel/outcome.ts'
import { paths } from '#collections/kernel/paths.ts'
import { fieldErrors } from '../form/answer.ts'
import { valueOf, type Sent } from '../form/body.ts'
import { finished, formPage, gone, type FormOf, type Turn } from '../form/page.ts'

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

/** The form, or the summary of what was answered on it. */
type Shown = {
  view: FormView
  values: Values
  summary?: {
    form: RegistrationForm
    quote: Quote
    /** The terms are not those the person saw before. */
    hasNewTerms: boolean
  }
}
export type RegisterTurn = Turn<Shown, { view: FormView }>
export type RegisterForm = FormOf<RegisterTurn>

const closed = (view: FormView, status: 200 | 409): RegisterTurn => ({
  show: 'refused',
  status,
  view,
  refusal: view.closed ?? 'closed',
})

const form = (view: FormView, values: Values, status: RegisterForm['status'], errors: FieldErrors = {}) =>
  ({ show: 'form', view, status, values, errors }) satisfies RegisterTurn

/** The summary of these answers, or the form where something in them has to be mended. */
const summarize = async (
  visitor: PublicServices,
  slug: string,
  view: FormView,
  values: Values,
  errors: FieldErrors = {},
): Promise<RegisterTurn> => {
  const read = readForm(values)
  if (!read.ok) return form(view, values, 422, read.errors)
  const quoted = await visitor.registrations.quote(slug, read.form)
  if (!quoted.ok) return form(view, values, 422, quoted.errors)
  const isRefused = Object.keys(errors).length > 0
  const { version, hash, text } = view.terms
  const { quote } = quoted
  return {
    show: 'form',
    view,
    status: isRefused ? 422 : 200,
    // A summary that was sent in vain stays the same attempt; a new one is a new attempt.
    values: { ...values, termsHash: hash, attempt: (isRefused && values.attempt) || randomUUID(), terms: '' },
    errors,
    summary: { form: read.form, quote, hasNewTerms: isRefused && values.termsHash !== '' && values.termsHash !== hash },
    body: { ...(!isRefused && { quote }), terms: { version, hash, text } },
  }
}

/** These are answered on the summary; everything else is on the form. */
const ON_SUMMARY = ['terms', 'termsHash', 'letter', 'form']

const confirm = async (
  visitor: PublicServices,
  slug: string,
  view: FormView,
  values: Values,
  letter: File | undefined,
): Promise<RegisterTurn> => {
  const read = readForm(values)
  if (!read.ok) return view.closed ? closed(view, 409) : form(view, values, 422, read.errors)
  const result = await visitor.registrations.register(slug, read.form, letter)
  if (result.ok) {
    const { outcome, receipt } = result
    return finished(paths.received(slug, receipt), { outcome, receipt }, 201)
  }
  const { status, errors } = result
  if (status === 404) return gone('missing')
  // What stands in the way may have come up only now.
  const fresh = (await visitor.registrations.form(slug, values.session)) ?? view
  if (status === 409 && fresh.closed) return closed(fresh, 409)
  const isOnSummary = status !== 409 && Object.keys(errors).every((field) => ON_SUMMARY.includes(field))
  return isOnSummary ? summarize(visitor, slug, fresh, values, errors) : form(fresh, values, status, errors)
}

type Opened = { view: FormView; values: Values }

/**
 * Answers a posted form: its step is 'review' for the summary, 'edit' to go back from there, and anything else, or nothing,
 * to register.
 */
const act = async (
  visitor: PublicServices,
  slug: string,
  sent: Sent,
  { view, values }: Opened,
): Promise<RegisterTurn> => {
  if (values.participation && !takesOrder(view, values.participation)) values.order = 'none'
  const step = valueOf(sent, 'step')
  if (step !== 'review' && step !== 'edit') return confirm(visitor, slug, view, values, sent.files.get('letter'))
  if (view.closed) return closed(view, 409)
  return step === 'edit' ? form(view, values, 200) : summarize(visitor, slug, view, values)
}

type Asked = { slug: string; session: string; request: Request; origin: string }

/** What comes next on the registration page. `session` is used where the form names none. */
export const registerPage = (
  visitor: PublicServices,
  { slug, session, request, origin }: Asked,
): Promise<RegisterTurn> =>
  formPage<Opened, RegisterTurn>(request, origin, {
    open: async (sent) => {
      const values = sent ? valuesOf(sent) : noValues(session)
      values.session ||= session
      const view = await visitor.registrations.form(slug, values.session)
      return view ? { view, values } : gone('missing')
    },
    view: ({ view, values }) => (view.closed ? closed(view, 200) : form(view, values, 200)),
    act: (sent, opened) => act(visitor, slug, sent, opened),
  })
