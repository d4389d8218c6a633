import type { Actor } from '../../kernel/act.ts'
import { applicationOfAttempt, attemptOf, beginApplication, continueApplication, type Step } from '../begin.ts'
import { answersIn } from '../lacking.ts'
import { eligibilityOf, refusalToWrite } from '../policy.ts'
import type { ApplicationForm } from '../schema.ts'
import { SUBMIT_REFUSALS } from '../states.ts'
import type { Applied, AppliedView, ProgramView } from '../view.ts'
import { personOf } from '../../people/actions.ts'
import { dayIn } from '../../values/day.ts'
import type { Timeliness } from '../../values/grace.ts'
import type { Application } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { evenly, masked } from '../../context/mailboxes.ts'
import { DESK_REFUSALS } from '../../registrations/service/sentences.ts'
import { filledFor, lackingFor } from './completeness.ts'
import { notifyApplicant } from './notifications.ts'
import { callFor, programView, timelinessOfCall, type Call } from './program-view.ts'

const findBySlug = async (context: Context, slug: string) => (await context.source.read()).collaboratives.get(slug)

/** What the page on which one applies shows; undefined where there is no such collaborative. */
export const applyingView = async (context: Context, slug: string): Promise<ProgramView | undefined> => {
  const one = await findBySlug(context, slug)
  return one && programView(context, await callFor(context, one, null))
}

/** Follows from the answers alone, so that it is the same for every mailbox. */
const outcomeOf = ({ asked }: Call, form: ApplicationForm, step: Step): AppliedView['outcome'] => {
  if (step === 'save') return 'saved'
  return eligibilityOf(asked, answersIn(asked, form)).state === 'ineligible' ? 'ineligible' : 'sent'
}

const accept = async (context: Context, call: Call, form: ApplicationForm, step: Step): Promise<Applied> => {
  const claims = { p: call.one.slug, o: outcomeOf(call, form, step), m: masked(form.email) }
  return { ok: true, receipt: await context.tokens.sign('receipt', claims, context.now) }
}

const refuse = (errors: Record<string, string>, status: 404 | 409 | 422 = 422): Applied => ({
  ok: false,
  status,
  errors,
})

/** Why a form cannot be taken at all; `timeliness` is of the one whose page it is, or of the draft as a whole. */
const refusalOf = (
  call: Call,
  timeliness: Timeliness | 'not-open',
  form: ApplicationForm,
  step: Step,
  organizations: Awaited<ReturnType<Context['organizations']>>,
): Applied | undefined => {
  const refusal = refusalToWrite('draft', timeliness)
  if (refusal) return refuse({ form: SUBMIT_REFUSALS[refusal] }, 409)
  const lacking = step === 'send' ? lackingFor(call, organizations, form) : {}
  return Object.keys(lacking).length > 0 ? refuse(lacking) : undefined
}

/** Tells the mailbox, once a day at the most, that it has an application already. */
const notifyAgain = (context: Context, application: Application): void =>
  context.afterwards(() =>
    notifyApplicant(context, application, 'application-again', { key: dayIn(context.now, context.zone) }),
  )

/** The same browser goes on with what it began: it knows the number made with the form, and names the same mailbox. */
const goOn = async (
  context: Context,
  known: Application,
  call: Call,
  form: ApplicationForm,
  step: Step,
): Promise<Applied> => {
  if (known.attemptHash === attemptOf(form, step).attemptHash) return accept(context, call, form, step)
  if (known.status !== 'draft' || known.email !== form.email || known.call !== call.key)
    return refuse({ form: DESK_REFUSALS['attempt-reused'] }, 409)
  const organizations = await context.organizations()
  const draft = await callFor(context, call.one, Temporal.Instant.from(known.startedAt))
  const refusal = refusalOf(draft, timelinessOfCall(draft), form, step, organizations)
  if (refusal) return refusal
  const filled = { ...filledFor(draft, organizations, form), person: '', step }
  const done = await continueApplication(actOf(context, actorOf(form)), known, filled)
  return done ? accept(context, draft, form, step) : refuse({ form: DESK_REFUSALS['attempt-reused'] }, 409)
}

const actorOf = ({ name }: ApplicationForm): Actor => ({ kind: 'person', name })

const begin = async (context: Context, call: Call, form: ApplicationForm, step: Step): Promise<Applied> => {
  const organizations = await context.organizations()
  const refusal = refusalOf(call, call.timeliness.get(call.one.id)!, form, step, organizations)
  if (refusal) return refusal
  const act = actOf(context, actorOf(form))
  const filled = filledFor(call, organizations, form)
  const { organization } = filled
  const { name, email, phone, employer, jobTitle } = form
  const person = await personOf(act, { name, email, phone, organization, employer, jobTitle })
  const begun = await beginApplication(act, { ...filled, person: person.id, step })
  if (begun?.kind === 'again') notifyAgain(context, begun.application)
  if (begun) return accept(context, call, form, step)
  const known = await applicationOfAttempt(context.payload, form.attempt)
  return known ? goOn(context, known, call, form, step) : refuse({ form: DESK_REFUSALS['attempt-reused'] }, 409)
}

const take = async (context: Context, slug: string, form: ApplicationForm, step: Step): Promise<Applied> => {
  const one = await findBySlug(context, slug)
  if (!one) return refuse({ form: DESK_REFUSALS['no-program'] }, 404)
  const call = await callFor(context, one, null)
  const known = await applicationOfAttempt(context.payload, form.attempt)
  return known ? goOn(context, known, call, form, step) : begin(context, call, form, step)
}

/**
 * Keeps an application, or hands it in. The answer is the same whether or not the mailbox has one already, and takes as long;
 * the mailbox is told the difference. A form sent twice is answered twice and counted once; one sent again with other words,
 * from the page it was first sent from, goes on with the draft.
 */
export const applyFor = (context: Context, slug: string, form: ApplicationForm, step: Step): Promise<Applied> =>
  evenly(take(context, slug, form, step))

/** What a receipt says; undefined where it opens nothing. */
export const appliedView = async (context: Context, token: string): Promise<AppliedView | undefined> => {
  const opened = await context.tokens.open('receipt', token, context.now)
  if (!opened.ok) return undefined
  const one = await findBySlug(context, String(opened.claims['p']))
  if (!one) return undefined
  return {
    outcome: opened.claims['o'] as AppliedView['outcome'],
    slug: one.slug,
    name: one.name,
    mailbox: String(opened.claims['m']),
  }
}
