import { hasSentEnough, keepFile, refusalOfStore } from '../../files/actions.ts'
import { LETTER_REFUSALS, refusalOfLetter } from '../../files/policy.ts'
import { CHANGED, change } from '../change.ts'
import { personOf } from '../../people/actions.ts'
import { chooseConsents, receiveOrder, sendColleague } from '../actions.ts'
import { cancelChosen } from './cancel.ts'
import { isUndecided } from '../permission.ts'
import { isActive } from '../policy.ts'
import type { CancelForm, ColleagueForm } from '../schema.ts'
import type { Done } from '../states.ts'
import { answerOffer } from '../waitlist.ts'
import { idOf } from '../../kernel/related.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { maySubstitute, type Managed } from './managed.ts'

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

/** Sends a colleague instead, as long as the terms allow it; the colleague gets a link, and the old one ends. */
export const sendColleagueManaged = async (
  context: Context,
  managed: Managed,
  { name, email, revision }: ColleagueForm,
): Promise<Done> => {
  const { registration } = managed
  if (revision !== registration.revision) return { ok: false, refusal: 'changed-meanwhile' }
  if (!maySubstitute(managed, context.now)) return { ok: false, refusal: 'substitution-not-allowed' }
  if (email === registration.email) return { ok: false, refusal: 'colleague-not-possible' }
  const act = actOf(context, actorOf(registration))
  const colleague = await personOf(act, {
    name,
    email,
    organization: registration.organization ? idOf(registration.organization) : undefined,
    employer: registration.employer,
  })
  return sendColleague(act, registration, { person: colleague.id, name, email })
}

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
