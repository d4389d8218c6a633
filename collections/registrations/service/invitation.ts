import { refOf } from '../../catalog/courses.ts'
import { actOf, type Context } from '../../context/context.ts'
import { tokenFor } from '../../context/links.ts'
import { one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { plainName } from '../../messages/values.ts'
import { endAsking } from '../accepting.ts'
import { isUnanswered } from '../acceptance.ts'
import { handedOnOf, openAsking, type Asked } from '../handing-on.ts'
import { agreementOf, freeUntil, isFreeAt } from '../policy.ts'
import type { Done } from '../states.ts'
import { handingOf, takeOver, type Handing } from './colleague.ts'
import { takeHandedDays } from './handed-days.ts'
import type { Managed } from './managed.ts'
import { rulesOf } from './rules.ts'
import type { InvitationView } from './view.ts'

// What a colleague who was asked to come instead does with the link they were sent.

type Open = Managed & { asked: Asked; handing: Handing }

/** What is written into the link: the registration, and which asking it was. */
export const invitationToken = ({ tokens, now }: Context, { id }: Registration, { key }: Asked): Promise<string> =>
  tokens.sign('colleague', { r: id, k: key }, now)

/** The registration a colleague got by this asking; undefined where there is none. */
const takenBy = (registration: Registration, key: string): { id: string } | { key: string } | undefined => {
  const handed = handedOnOf(registration).find(({ asking }) => asking === key)
  if (handed) return { key: handed.key }
  const last = ((registration.formerly as { asking?: string | null }[] | null) ?? []).at(-1)
  return last?.asking === key ? { id: registration.id } : undefined
}

/** Opens a link. Whoever accepted before is led to their registration, so that a second click does no harm. */
const openInvitation = async (context: Context, token: string): Promise<Done<Open | { taken: string }>> => {
  const opened = await context.tokens.open('colleague', token, context.now)
  if (!opened.ok) return opened
  const registration = await one(context, 'registrations', String(opened.claims['r']))
  if (!registration) return { ok: false, refusal: 'invalid' }
  const key = String(opened.claims['k'])
  const taken = takenBy(registration, key)
  if (taken) return { ok: true, taken: await manageTokenOf(context, registration, taken) }
  const asked = openAsking(registration)
  if (!asked || asked.key !== key) return { ok: false, refusal: 'replaced' }
  if (isUnanswered(registration, context.now)) return { ok: false, refusal: 'expired' }
  const managed = { registration, rules: await rulesOf(context, idOf(registration.session)) }
  const handing = await handingOf(context, managed, asked.name, asked.days)
  return handing ? { ok: true, ...managed, asked, handing } : { ok: false, refusal: 'replaced' }
}

const manageTokenOf = async (
  context: Context,
  holder: Registration,
  taken: { id: string } | { key: string },
): Promise<string> => {
  if ('id' in taken) return tokenFor(context, 'manage', holder)
  const theirs = (await takeHandedDays(context, holder.id)).get(taken.key)
  const registration = theirs ? await one(context, 'registrations', theirs) : undefined
  return tokenFor(context, 'manage', registration ?? holder)
}

const viewOf = ({ now }: Context, { registration, rules, asked, handing }: Open): InvitationView => {
  const { snapshot, course, view, events } = rules
  const { days, agreed } = handing
  const { kind, name } = agreed.payer
  return {
    revision: registration.revision,
    from: plainName(registration.name, 'A colleague'),
    name: asked.name,
    course: course ? refOf(snapshot, course) : { ...agreed.course, summary: '', circles: [] },
    session: view,
    days,
    isWhole: handing.isWhole,
    until: Temporal.Instant.from(asked.until),
    agreed,
    paysOneself: kind === 'person',
    payer: name,
    events: events.flatMap((event) => {
      const theirs = event.days.filter((day) => days.includes(day))
      const until = freeUntil(event, agreementOf(registration), events)
      return theirs.length > 0 ? [{ days: theirs, freeUntil: until, isFree: isFreeAt(until, now) }] : []
    }),
  }
}

/** What a colleague is shown before they answer; `taken`: the link to what they have accepted. */
export const readInvitation = async (
  context: Context,
  token: string,
): Promise<Done<{ view: InvitationView } | { taken: string }>> => {
  const opened = await openInvitation(context, token)
  if (!opened.ok || 'taken' in opened) return opened
  return { ok: true, view: viewOf(context, opened) }
}

/** The answer, to what was shown: terms with this hash, of a registration that has not changed since. */
export type InvitationAnswer = { answer: 'accept' | 'decline'; revision: number; termsHash: string }

/** Takes the seat, or the days, with the terms that were shown; or declines. `taken`: the link to one's registration. */
export const answerInvitation = async (
  context: Context,
  token: string,
  { answer, revision, termsHash }: InvitationAnswer,
): Promise<Done<{ taken: string | null }>> => {
  const opened = await openInvitation(context, token)
  if (!opened.ok || 'taken' in opened) return opened
  const { registration, rules, asked, handing } = opened
  const { name, email } = asked
  const act = actOf(context, { kind: 'person', name })
  if (answer === 'decline') {
    const done = await endAsking(act, registration, 'declined')
    return done.ok ? { ok: true, taken: null } : done
  }
  if (revision !== registration.revision || termsHash !== handing.agreed.terms.hash)
    return { ok: false, refusal: 'changed-meanwhile' }
  const accepted = { acceptance: 'online', acceptedAt: context.now, asking: asked.key } as const
  const done = await takeOver(context, act, { registration, rules }, { name, email }, handing, accepted)
  if (!done.ok) return done
  const theirs = (await one(context, 'registrations', done.registration)) ?? registration
  return { ok: true, taken: await tokenFor(context, 'manage', theirs) }
}
