import { agreedPlaceOf, applicantName, choicesOf } from '../form.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { changeApplication, entryOf, said } from '../change.ts'
import { canSendPapers, REMIND_DAYS, waitingOf, type Papers } from '../papers.ts'
import type { PapersForm } from '../schema.ts'
import type { ApplicationDone } from '../view.ts'
import { hasSentEnough, keepFile } from '../../files/actions.ts'
import { LETTER_REFUSALS, refusalOfLetter } from '../../files/policy.ts'
import { idOf } from '../../kernel/related.ts'
import { orderEnd } from '../../registrations/office.ts'
import { dayIn, endOfDay } from '../../values/day.ts'
import { businessDaysAfter } from '../../holidays/policy.ts'
import type { Application } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { every, one } from '../../kernel/queries.ts'
import { within, type Step } from '../../followups/service/step.ts'
import { notifyApplicant } from './notifications.ts'
import { collaborativeOf, nextSessionOf } from './programs.ts'

// The papers of a team that accepted: taken, waited for, and given up.

/** Until when the place of a team waits for its papers that is accepted now; undefined for a person, who needs none. */
export const papersUntil = async (
  context: Context,
  application: Application,
): Promise<Temporal.Instant | undefined> => {
  const place =
    application.applicant === 'team' ? await collaborativeOf(context, idOf(application.place) ?? '') : undefined
  if (!place) return undefined
  const snapshot = await context.source.read()
  const { holidays } = snapshot
  const rule = { holidays, zone: place.timeZone }
  const begins = nextSessionOf(snapshot, place, context.now)
  if (begins) return orderEnd(context.now, place.paperDays, rule, begins)
  return endOfDay(businessDaysAfter(dayIn(context.now, place.timeZone), place.paperDays, holidays), place.timeZone)
}

/** Keeps the signed agreement; a sentence where it is not taken. */
const keepAgreement = async (
  context: Context,
  application: Application,
  file: File,
): Promise<{ id: string } | { error: string }> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const refusal = refusalOfLetter(bytes)
  if (refusal) return { error: refusal === 'wrong-type' ? WRONG_TYPE : LETTER_REFUSALS[refusal] }
  const act = actOf(context, { kind: 'person', name: application.name })
  const person = idOf(application.person)
  if (await hasSentEnough(act, person)) return { error: LETTER_REFUSALS['too-many'] }
  return { id: await keepFile(act, { bytes, name: file.name, person }) }
}

const WRONG_TYPE = 'Send the agreement as a PDF, or as a picture in JPEG or PNG.'

/** Takes what a team sends of its papers; what it leaves empty can come later. */
export const sendPapers = async (
  context: Context,
  known: Application,
  form: PapersForm,
  agreement?: File,
): Promise<ApplicationDone> => {
  if (!canSendPapers(known)) return { ok: false, refusal: 'not-possible' }
  const kept = agreement && agreement.size > 0 ? await keepAgreement(context, known, agreement) : undefined
  if (kept && 'error' in kept) return { ok: false, errors: { agreement: kept.error } }
  const act = actOf(context, { kind: 'person', name: known.name })
  const { purchaseOrder, billingName: name, billingEmail: email, billingAddress: address } = form
  const papers: Papers = { at: act.now.toString(), purchaseOrder, billing: { name, email, address } }
  const sent = { papers, ...(kept && { agreement: kept.id }) }
  const done = await changeApplication(act, known, sent, said('papers', `${applicantName(known)}: papers came`))
  return done ? { ok: true } : { ok: false, refusal: 'changed-meanwhile' }
}

/** The application as it was while its place was held, to write about it. */
export const withAgreedPlace = (application: Application): Application => {
  const agreed = agreedPlaceOf(application)
  return agreed ? { ...application, place: application.place ?? agreed.collaborative.id } : application
}

const giveUp = async (context: Context, application: Application): Promise<void> => {
  const act = actOf(context, SYSTEM)
  // Without its end, so that nobody is told of an offer that ran out: this one was answered.
  const choices = choicesOf(application).map(({ collaborative, state }) => ({
    collaborative,
    state: collaborative === idOf(application.place) ? ('expired' as const) : state,
  }))
  const until = application.papersUntil
  const data = { status: 'expired', choices } as const
  const summary = `${applicantName(application)}: no papers in time`
  const entry = () => entryOf(application, `papers-expired:${until}`, summary)
  await changeApplication(act, application, data, entry, ['place', 'placeKey', 'offerUntil', 'offeredAt', 'reason'])
}

/** Reminds teams whose papers are missing, and gives up the places of those whose time is over. */
export const latePapers: Step = {
  name: 'late-papers',
  follows: { applications: ({ id, status }) => (status === 'accepted' ? id : undefined) },
  due: async (context, span) => {
    const soon = {
      since: span.since?.add({ hours: REMIND_DAYS * 24 }),
      until: span.until.add({ hours: REMIND_DAYS * 24 }),
    }
    const where = { or: [within('papersUntil', span), within('papersUntil', soon)] }
    return (await every(context, 'applications', where, { sort: 'papersUntil' })).map(({ id }) => id)
  },
  handle: async (context, id) => {
    const application = await one(context, 'applications', id)
    if (!application) return
    const waiting = waitingOf(application, context.now)
    if (waiting === 'expired') await giveUp(context, application)
    if (waiting === 'remind')
      await notifyApplicant(context, application, 'papers-due', { key: application.papersUntil ?? '' })
  },
}
