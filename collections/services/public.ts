import type { CancelForm, ColleagueForm, ConsentForm, OfferAnswer, RegistrationForm } from '../registrations/schema.ts'
import type { FormView, ManagedView, MyView, Quote, ReceiptView, Registered } from '../registrations/service/view.ts'
import type { Done } from '../registrations/states.ts'
import type { FieldErrors, LinkRefusal } from '../kernel/outcome.ts'
import type { z } from 'zod'
import type { PublicApplying } from '../applications/service/public.ts'
import type { PublicAwards } from '../awards/service/public.ts'
import type { PublicBills } from '../invoices/service/public.ts'
import type { PublicSubmitting } from '../submissions/service/public.ts'

/** Registering, and what one can do with a registration. */
export type PublicRegistering = {
  now: Temporal.Instant
  /** What the form shows; undefined where there is no such course, or no such session of it. */
  form: (slug: string, session: string) => Promise<FormView | undefined>
  /** What would be agreed to. */
  quote: (
    slug: string,
    form: RegistrationForm,
  ) => Promise<{ ok: true; quote: Quote } | { ok: false; errors: FieldErrors }>
  register: (slug: string, form: RegistrationForm, letter?: File) => Promise<Registered>
  receipt: (token: string) => Promise<ReceiptView | undefined>

  managed: (token: string) => Promise<Done<{ view: ManagedView }>>
  cancel: (token: string, form: CancelForm) => Promise<Done>
  sendColleague: (token: string, form: ColleagueForm) => Promise<Done>
  answerOffer: (token: string, form: z.infer<typeof OfferAnswer>) => Promise<Done<{ status: 'confirmed' | 'canceled' }>>
  chooseConsents: (token: string, form: z.infer<typeof ConsentForm>) => Promise<Done>
  /** The permission letter; undefined where it was taken, else a sentence to show beside the field. */
  addLetter: (token: string, letter: File) => Promise<Done<{ error?: string }>>
  addOrder: (token: string, number: string) => Promise<Done>
  /** One's seat as a calendar file. */
  calendar: (token: string) => Promise<string | undefined>

  /** Writes to the mailbox, if anybody there ever registered; says nothing either way. */
  sendMyLink: (email: string) => Promise<void>
  mine: (token: string) => Promise<{ ok: true; view: MyView } | { ok: false; refusal: LinkRefusal }>
}

/** What the public pages may ask of the registration desk, at one moment. They never see a document. */
export type PublicDesk = PublicRegistering & PublicBills & PublicApplying & PublicSubmitting & PublicAwards
