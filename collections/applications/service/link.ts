import { acceptPlace, declinePlace, nameTeam, withdrawApplication } from '../answer.ts'
import { continueApplication, type Step } from '../begin.ts'
import { reasonsOf, type AgreedPlace } from '../form.ts'
import { refusalToWrite, sentAgain } from '../policy.ts'
import type { ApplicationForm, PapersForm, PlaceAnswer, RosterForm, WithdrawForm } from '../schema.ts'
import type { ApplicationDone } from '../view.ts'
import { idOf } from '../../kernel/related.ts'
import type { Application } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { openLink } from '../../context/links.ts'
import { filledFor, lackingFor } from './completeness.ts'
import { callFor, timelinessOfCall } from './program-view.ts'
import { selectionOf, stateOf } from './calls.ts'
import { owedNow } from './enroll.ts'
import { papersUntil, sendPapers } from './papers.ts'
import { collaborativeOf, daysLeftIn } from './programs.ts'

// What an applicant does through the link to their own application.

/** The collaborative whose place is held; while there is none, the one the application began at. */
export const callOfApplication = async (context: Context, application: Application) => {
  const begunAt = await collaborativeOf(context, idOf(application.place ?? application.collaborative))
  if (!begunAt) throw new Error(`There is no collaborative for application ${application.id}.`)
  return callFor(context, begunAt, Temporal.Instant.from(application.startedAt))
}

/** What would be agreed to with the place that is held now. */
export const placeToAgree = async (context: Context, application: Application): Promise<AgreedPlace | undefined> => {
  const place = application.place && (await collaborativeOf(context, idOf(application.place)))
  if (!place) return undefined
  const { id, slug, name, price, minimumSessions, timeZone } = place
  return {
    at: context.now.toString(),
    collaborative: { id, slug, name },
    price: price ?? null,
    minimum: minimumSessions ?? null,
    dates: daysLeftIn(await context.source.read(), id, context.now),
    timeZone,
  }
}

type Work<Value> = (application: Application) => Promise<ApplicationDone<Value>>

/** Opens a link and does something with the application as the page showed it. */
const through = async <Value>(
  context: Context,
  token: string,
  revision: number,
  work: Work<Value>,
): Promise<ApplicationDone<Value>> => {
  const opened = await openLink(context, 'application', token)
  if (!opened.ok) return opened
  if (opened.record.revision !== revision) return { ok: false, refusal: 'changed-meanwhile' }
  return work(opened.record)
}

const actFor = (context: Context, { name }: Pick<Application, 'name'>) => actOf(context, { kind: 'person', name })

/** What says whether somebody can correct an application. */
const correctable = (application: Application) => ({
  status: application.status,
  reasons: reasonsOf(application),
})

/** What sending an application again would be now. */
export const sentAgainNow = async (context: Context, application: Application) =>
  sentAgain(correctable(application), stateOf(await selectionOf(context, application.call)) !== 'scoring')

/** Goes on with a draft, or changes what was sent. The mailbox stays what it was, whatever the form says. */
export const writeDraft = (
  context: Context,
  token: string,
  { form, step, revision }: { form: ApplicationForm; step: Step; revision: number },
): Promise<ApplicationDone> =>
  through<object>(context, token, revision, async (application) => {
    const call = await callOfApplication(context, application)
    // What was sent is changed by sending it again: it never becomes a draft.
    const again = step === 'send' ? await sentAgainNow(context, application) : undefined
    const refusal = refusalToWrite(application.status, timelinessOfCall(call), again)
    if (refusal) return { ok: false, refusal }
    const organizations = await context.organizations()
    const own = { ...form, email: application.email, attempt: application.attempt ?? '' }
    const errors = step === 'send' ? lackingFor(call, organizations, own) : {}
    if (Object.keys(errors).length > 0) return { ok: false, errors }
    const filled = { ...filledFor(call, organizations, own), person: idOf(application.person), step }
    const done = await continueApplication(actFor(context, own), application, filled)
    return done ? { ok: true } : { ok: false, refusal: 'changed-meanwhile' }
  })

/** Says yes or no to the place that is held. A yes counts for the price the page showed. */
export const answerPlace = async (context: Context, token: string, form: PlaceAnswer): Promise<ApplicationDone> => {
  const opened = await openLink(context, 'application', token)
  if (!opened.ok) return opened
  const { record: application } = opened
  const hasAccepted = application.status === 'accepted' || application.status === 'enrolled'
  // Pressed twice: the page was of the state before, and what it asked for is done.
  if (form.answer === 'accept' && hasAccepted) return { ok: true }
  if (application.status !== 'offered') return { ok: false, refusal: 'no-offer' }
  return through(context, token, form.revision, async (held) => {
    const act = actFor(context, held)
    if (form.answer === 'decline') return declinePlace(act, held, form.reason)
    const agreed = await placeToAgree(context, held)
    if (!agreed) return { ok: false, refusal: 'no-offer' }
    if (form.price !== String(agreed.price ?? '')) return { ok: false, refusal: 'terms-changed' }
    return acceptPlace(act, held, agreed, await papersUntil(context, held))
  })
}

export const withdrawOwn = (context: Context, token: string, { revision, reason }: WithdrawForm) =>
  through(context, token, revision, async (application) =>
    withdrawApplication(actFor(context, application), application, reason, await owedNow(context, application)),
  )

export const sendOwnPapers = (context: Context, token: string, form: PapersForm, agreement?: File) =>
  through<object>(context, token, form.revision, (application) => sendPapers(context, application, form, agreement))

export const namePeople = (context: Context, token: string, { revision, members }: RosterForm) =>
  through(context, token, revision, (application) => nameTeam(actFor(context, application), application, members))
