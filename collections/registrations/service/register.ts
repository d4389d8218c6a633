import type { Actor } from '../../kernel/act.ts'
import { refusalOfStore } from '../../files/actions.ts'
import { LETTER_REFUSALS, refusalOfLetter } from '../../files/policy.ts'
import { enrolledBefore } from '../enroll.ts'
import type { Payer } from '../payer.ts'
import type { RegistrationForm } from '../schema.ts'
import type { Registered } from './view.ts'
import type { Outcome } from '../states.ts'
import type { FieldErrors } from '../../kernel/outcome.ts'
import { dayIn } from '../../values/day.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { notifyAbout } from './notifications.ts'
import { evenly, masked } from '../../context/mailboxes.ts'
import { publicRulesOf, type SessionRules } from './rules.ts'
import { termsOf } from './terms.ts'
import { DESK_REFUSALS } from './sentences.ts'
import { checkAnswers } from './answers.ts'
import { closedOf, rulesFor, type CourseRules } from './course.ts'
import { attemptOf, writeEntry } from './write.ts'

/** Tells the mailbox, once a day at the most, that its owner is registered already. */
const notifyAgain = (context: Context, registration: Registration): void =>
  context.afterwards(() =>
    notifyAbout(context, 'already-registered', registration, { key: dayIn(context.now, context.zone) }),
  )

const refuse = (errors: FieldErrors, status: 404 | 409 | 422 = 422): Registered => ({ ok: false, status, errors })

const accept = async (context: Context, form: RegistrationForm, outcome: Outcome): Promise<Registered> => {
  const claims = { s: form.session, o: outcome, m: masked(form.email) }
  return { ok: true, outcome, receipt: await context.tokens.sign('receipt', claims, context.now) }
}

type Ready = { payer: Payer; letter?: { bytes: Uint8Array; name: string } }

/** All that has to be right before anything is written. */
const check = async (
  context: Context,
  form: RegistrationForm,
  rules: CourseRules,
  letter?: File,
): Promise<{ refusal: Registered } | Ready> => {
  const { snapshot } = rules
  const closed = closedOf(rules)
  if (closed) return { refusal: refuse({ form: DESK_REFUSALS[closed] }, 409) }
  const checked = await checkAnswers(context, form, rules)
  if (checked.errors) return { refusal: refuse(checked.errors) }
  if (!form.terms) return { refusal: refuse({ terms: DESK_REFUSALS['terms-not-accepted'] }) }
  if (form.termsHash !== termsOf(snapshot, context).hash)
    return { refusal: refuse({ terms: DESK_REFUSALS['terms-changed'] }) }
  // Only a guest has a permission to show.
  if (!letter || letter.size === 0 || form.participation !== 'guest') return { payer: checked.payer }
  const bytes = new Uint8Array(await letter.arrayBuffer())
  const refusal = refusalOfLetter(bytes)
  if (refusal) return { refusal: refuse({ letter: LETTER_REFUSALS[refusal] }) }
  const actor: Actor = { kind: 'person', name: form.name }
  const full = await refusalOfStore(actOf(context, actor), bytes.length, context.visitor?.address)
  if (full) return { refusal: refuse({ letter: LETTER_REFUSALS[full] }) }
  return { payer: checked.payer, letter: { bytes, name: letter.name } }
}

/** What somebody is told for whom something changed between the look at their form and their turn. */
const refusedMeanwhile = async (context: Context, slug: string, form: RegistrationForm): Promise<Registered> => {
  const rules = await rulesFor(context, slug, form.session)
  if (!rules) return refuse({ form: DESK_REFUSALS['no-session'] }, 404)
  const closed = closedOf(rules)
  return closed ? refuse({ form: DESK_REFUSALS[closed] }, 409) : refuse({ terms: DESK_REFUSALS['terms-changed'] })
}

const take = async (context: Context, slug: string, form: RegistrationForm, letter?: File): Promise<Registered> => {
  const rules = await rulesFor(context, slug, form.session)
  if (!rules) return refuse({ form: DESK_REFUSALS['no-session'] }, 404)
  const ready = await check(context, form, rules, letter)
  if ('refusal' in ready) {
    const before = await enrolledBefore(context.payload, attemptOf(form))
    return before?.kind === 'repeated' ? accept(context, form, before.outcome) : ready.refusal
  }
  const actor: Actor = { kind: 'person', name: form.name }
  const { hash } = termsOf(rules.snapshot, context)
  const isOpen = (now: CourseRules): boolean => !closedOf(now) && termsOf(now.snapshot, context).hash === hash
  const accepted = { how: 'online', at: context.now } as const
  const enrolled = await writeEntry(context, actor, { source: 'web', form, rules, accepted, isOpen, ...ready })
  if (enrolled.kind === 'over') return refusedMeanwhile(context, slug, form)
  if (enrolled.kind === 'reused') return refuse({ form: DESK_REFUSALS['attempt-reused'] }, 409)
  if (enrolled.kind === 'no-room') return refuse({ form: DESK_REFUSALS['waitlist-full'] }, 409)
  if (enrolled.kind === 'again') notifyAgain(context, enrolled.registration)
  return accept(context, form, enrolled.outcome)
}

/**
 * Registers somebody who filled in the form. The answer is the same whether or not the person was registered before, and
 * takes as long; the mailbox is told the difference. A form that was taken is answered as it was then, also when it would be
 * refused by now.
 */
export const registerPerson = (
  context: Context,
  slug: string,
  form: RegistrationForm,
  letter?: File,
): Promise<Registered> => evenly(take(context, slug, form, letter))

/** Why not even the desk can register anybody. Who was there is written down from the sheet also once it is over. */
const overOf = ({ view: { standing } }: SessionRules, source: 'door' | 'staff'): 'canceled' | 'past' | undefined =>
  standing === 'canceled' || (standing === 'past' && source === 'staff') ? standing : undefined

/** `signedAt`: when the terms were signed on paper; without it they are asked for by mail. */
type AtDesk = { source: 'door' | 'staff'; passesWaitlist?: boolean; signedAt?: Temporal.Instant | undefined }

/**
 * Registers somebody the desk knows, or who stands at the door, also after registration has closed; the terms are signed on paper,
 * or asked for by mail and not accepted until then. A guest's check is taken in hand. Whoever is on the sheet of a session that is
 * over had a seat, however many there were.
 */
export const registerAtDesk = async (
  context: Context,
  actor: Actor,
  form: RegistrationForm,
  { source, passesWaitlist, signedAt }: AtDesk,
): Promise<{ ok: true; outcome: Outcome; registration: string } | { ok: false; errors: FieldErrors }> => {
  const found = await publicRulesOf(context, form.session)
  if (!found?.course) return { ok: false, errors: { form: DESK_REFUSALS['no-session'] } }
  const over = overOf(found, source)
  if (over) return { ok: false, errors: { form: DESK_REFUSALS[over] } }
  const rules = { ...found, course: found.course, check: found.check && { ...found.check, isPast: false } }
  const answered = { ...form, gate: form.gate || ('completed' as const) }
  const checked = await checkAnswers(context, answered, rules)
  if (checked.errors) return { ok: false, errors: checked.errors }
  const { payer } = checked
  const isOpen = (now: CourseRules): boolean => !overOf(now, source)
  const accepted = signedAt ? ({ how: 'paper', at: signedAt } as const) : ({ how: 'asked', at: context.now } as const)
  const isAfterwards = found.view.standing === 'past'
  const entry = { source, form: answered, rules, payer, passesWaitlist, accepted, isOpen, isAfterwards }
  const enrolled = await writeEntry(context, actor, entry)
  if (enrolled.kind === 'over') return { ok: false, errors: { form: DESK_REFUSALS.canceled } }
  if (enrolled.kind === 'reused') return { ok: false, errors: { form: DESK_REFUSALS['attempt-reused'] } }
  if (enrolled.kind === 'no-room') return { ok: false, errors: { form: DESK_REFUSALS['waitlist-full'] } }
  if (enrolled.kind === 'again') return { ok: false, errors: { email: DESK_REFUSALS['registered-before'] } }
  return { ok: true, outcome: enrolled.outcome, registration: enrolled.registration.id }
}
