import type { z } from 'zod'
import { refOf } from '../../catalog/courses.ts'
import type { Context } from '../../context/context.ts'
import type { FieldErrors } from '../../kernel/outcome.ts'
import type {
  AcceptForm,
  CancelForm,
  ColleagueForm,
  ConsentForm,
  InvitationForm,
  MoveForm,
  OfferAnswer,
  RegistrationForm,
} from '../schema.ts'
import type { Done, Outcome } from '../states.ts'
import { calendarOf } from './facts.ts'
import { formOf } from './form.ts'
import { answerInvitation, readInvitation } from './invitation.ts'
import {
  acceptManaged,
  answerManaged,
  cancelManaged,
  consentsManaged,
  letterManaged,
  moveManaged,
  orderManaged,
  sendColleagueManaged,
  takeBackManaged,
} from './manage.ts'
import { managedView, openManaged, type Managed } from './managed.ts'
import { movesFor } from './moving.ts'
import { quoteOf } from './quote.ts'
import { registerPerson } from './register.ts'
import { publicRulesOf } from './rules.ts'
import type { FormView, InvitationView, ManagedView, Quote, ReceiptView, Registered } from './view.ts'

/** Registering, and what one can do with a registration. */
export type PublicRegistrations = {
  /** What the form shows; undefined where there is no such course, or no such session of it. */
  form: (slug: string, session: string) => Promise<FormView | undefined>
  /** What would be agreed to. */
  quote: (
    slug: string,
    form: RegistrationForm,
  ) => Promise<{ ok: true; quote: Quote } | { ok: false; errors: FieldErrors }>
  register: (slug: string, form: RegistrationForm, letter?: File) => Promise<Registered>
  receipt: (token: string) => Promise<ReceiptView | undefined>

  read: (token: string) => Promise<Done<{ view: ManagedView }>>
  cancel: (token: string, form: CancelForm) => Promise<Done>
  sendColleague: (token: string, form: ColleagueForm) => Promise<Done>
  /** Moves to another date of the course. */
  move: (token: string, form: MoveForm) => Promise<Done>
  /** The asking of a colleague is taken back. */
  takeBackColleague: (token: string) => Promise<Done>
  /** The terms are accepted by whoever the desk had added. */
  acceptTerms: (token: string, form: z.infer<typeof AcceptForm>) => Promise<Done>
  /** What a colleague was asked, by the link they were sent; `taken`: the link to what they have accepted. */
  invitation: (token: string) => Promise<Done<{ view: InvitationView } | { taken: string }>>
  answerInvitation: (token: string, form: z.infer<typeof InvitationForm>) => Promise<Done<{ taken: string | null }>>
  answerOffer: (token: string, form: z.infer<typeof OfferAnswer>) => Promise<Done<{ status: 'confirmed' | 'canceled' }>>
  chooseConsents: (token: string, form: z.infer<typeof ConsentForm>) => Promise<Done>
  /** The permission letter; undefined where it was taken, else a sentence to show beside the field. */
  addPermissionLetter: (token: string, letter: File) => Promise<Done<{ error?: string }>>
  addPurchaseOrder: (token: string, number: string) => Promise<Done>
  /** One's seat as a calendar file. */
  calendar: (token: string) => Promise<string | undefined>
}

/** Opens a link and does something with what it is for. */
const through =
  (context: Context, token: string) =>
  async <Value extends object>(work: (managed: Managed) => Promise<Done<Value>>): Promise<Done<Value>> => {
    const opened = await openManaged(context, token)
    return opened.ok ? work(opened) : opened
  }

const receiptOf = async (context: Context, token: string) => {
  const opened = await context.tokens.open('receipt', token, context.now)
  if (!opened.ok) return undefined
  const rules = await publicRulesOf(context, String(opened.claims['s']))
  if (!rules?.course) return undefined
  const { snapshot, course, view } = rules
  return {
    outcome: opened.claims['o'] as Outcome,
    course: refOf(snapshot, course),
    session: view,
    mailbox: String(opened.claims['m']),
  }
}

export const publicRegistrations = (context: Context): PublicRegistrations => ({
  form: (slug, session) => formOf(context, slug, session),
  quote: (slug, form) => quoteOf(context, slug, form),
  register: (slug, form, letter) => registerPerson(context, slug, form, letter),
  receipt: (token) => receiptOf(context, token),
  read: (token) =>
    through(
      context,
      token,
    )(async (managed) => ({
      ok: true,
      view: { ...(await managedView(context, managed)), move: await movesFor(context, managed, 'person') },
    })),
  cancel: (token, form) => through(context, token)((managed) => cancelManaged(context, managed, form)),
  sendColleague: (token, form) => through(context, token)((managed) => sendColleagueManaged(context, managed, form)),
  move: (token, form) => through(context, token)((managed) => moveManaged(context, managed, form)),
  takeBackColleague: (token) => through(context, token)((managed) => takeBackManaged(context, managed)),
  acceptTerms: (token, form) => through(context, token)((managed) => acceptManaged(context, managed, form)),
  invitation: (token) => readInvitation(context, token),
  answerInvitation: (token, form) => answerInvitation(context, token, form),
  answerOffer: (token, { answer }) => through(context, token)((managed) => answerManaged(context, managed, answer)),
  chooseConsents: (token, consents) =>
    through(context, token)((managed) => consentsManaged(context, managed, consents)),
  addPermissionLetter: (token, letter) => through(context, token)((managed) => letterManaged(context, managed, letter)),
  addPurchaseOrder: (token, number) => through(context, token)((managed) => orderManaged(context, managed, number)),
  calendar: async (token) => {
    const opened = await openManaged(context, token)
    return opened.ok ? calendarOf(context, opened.registration) : undefined
  },
})
