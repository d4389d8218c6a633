import { hasSentEnough, keepFile, refusalOfStore } from '../../files/actions.ts'
import { LETTER_REFUSALS, refusalOfLetter } from '../../files/policy.ts'
import { CHANGED, change } from '../change.ts'
import type { Day } from '../../values/day.ts'
import { acceptTerms, endAsking } from '../accepting.ts'
import { chooseConsents, receiveOrder } from '../actions.ts'
import { cancelChosen } from './cancel.ts'
import { isUndecided } from '../permission.ts'
import { agreementOf, isActive } from '../policy.ts'
import type { CancelForm, ColleagueForm, MoveForm } from '../schema.ts'
import type { Done } from '../states.ts'
import { answerOffer } from '../waitlist.ts'
import { idOf } from '../../kernel/related.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { askForColleague } from './colleague.ts'
import type { Managed } from './managed.ts'
import { moveRegistration } from './moving.ts'

const actorOf = ({ name }: Registration) => ({ kind: 'person' as const, name })

/** Cancels everything that is still to come, or the events whose first days are named. */
export const cancelManaged = async (
  context: Context,
  managed: Managed,
  { days = [], reason, revision }: CancelForm,
): Promise<Done> => {
  const act = actOf(context, actorOf(managed.registration))
  return cancelChosen(context, act, managed, 'person', { days: [days].flat(), reason, revision })
}

/** Asks a colleague to come instead, as long as the terms allow it; the colleague gets a link, and has the seat by accepting. */
export const sendColleagueManaged = async (
  context: Context,
  managed: Managed,
  { name, email, days, revision }: ColleagueForm,
): Promise<Done> => {
  const { registration } = managed
  if (revision !== registration.revision) return { ok: false, refusal: 'changed-meanwhile' }
  const act = actOf(context, actorOf(registration))
  return askForColleague(context, act, managed, { name, email }, chosenDays(days))
}

/** Moves to another date of the course. */
export const moveManaged = (context: Context, managed: Managed, { to, revision }: MoveForm): Promise<Done> =>
  moveRegistration(context, actOf(context, actorOf(managed.registration)), managed, 'person', { to, revision })

/** The days of a form; null where none are named, and everything is meant. */
const chosenDays = (days: ColleagueForm['days']): readonly Day[] | null => (days ? [days].flat() : null)

/** The colleague is not needed any more; the seat stays. */
export const takeBackManaged = (context: Context, { registration }: Managed): Promise<Done> =>
  endAsking(actOf(context, actorOf(registration)), registration, 'taken-back')

/** The terms are accepted by whoever the desk had added, as the page showed them. */
export const acceptManaged = async (
  context: Context,
  { registration }: Managed,
  { termsHash }: { termsHash: string },
): Promise<Done> =>
  termsHash === agreementOf(registration).terms.hash
    ? acceptTerms(actOf(context, actorOf(registration)), registration, 'online')
    : { ok: false, refusal: 'changed-meanwhile' }

/** Takes an offered seat, or lets it go. */
export const answerManaged = async (
  context: Context,
  { registration, rules }: Managed,
  answer: 'accept' | 'decline',
) => {
  return answerOffer(actOf(context, actorOf(registration)), registration, rules.offers, answer)
}

/** Gives or withdraws consents. */
export const consentsManaged = (
  context: Context,
  { registration }: Managed,
  consents: { mediaRelease: boolean; mailingList: boolean },
): Promise<Done> => chooseConsents(actOf(context, actorOf(registration)), registration, consents)

/** Takes the number of the purchase order. */
export const orderManaged = async (context: Context, { registration }: Managed, number: string): Promise<Done> => {
  if (!isActive(registration.status)) return { ok: false, refusal: 'already-canceled' }
  return receiveOrder(actOf(context, actorOf(registration)), registration, number)
}

/** Takes a permission letter; `error` is a sentence to show beside the field. */
export const letterManaged = async (
  context: Context,
  { registration }: Managed,
  letter: File,
): Promise<Done<{ error?: string }>> => {
  if (!isActive(registration.status)) return { ok: false, refusal: 'already-canceled' }
  const bytes = new Uint8Array(await letter.arrayBuffer())
  const refusal = refusalOfLetter(bytes)
  if (refusal) return { ok: true, error: LETTER_REFUSALS[refusal] }
  const act = actOf(context, actorOf(registration))
  if (await hasSentEnough(act, idOf(registration.person))) return { ok: true, error: LETTER_REFUSALS['too-many'] }
  const full = await refusalOfStore(act, bytes.length, context.visitor?.address)
  if (full) return { ok: true, error: LETTER_REFUSALS[full] }
  const file = await keepFile(act, { bytes, name: letter.name, person: idOf(registration.person) })
  const permission = { state: 'received', at: act.now.toString() } as const
  const done = await change(
    act,
    registration,
    { letter: file, ...(isUndecided(registration) && { permission }) },
    { what: `letter:${registration.revision + 1}`, summary: `${registration.name} sent a permission letter` },
  )
  return done ? { ok: true } : CHANGED
}
