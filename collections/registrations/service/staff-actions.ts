import type { Act, Actor } from '../../kernel/act.ts'
import type { Day } from '../../values/day.ts'
import { acceptTerms, endAsking } from '../accepting.ts'
import * as actions from '../actions.ts'
import { openAsking } from '../handing-on.ts'
import { askForColleague, noteColleague } from './colleague.ts'
import { cancelChosen, type CancelRequest } from './cancel.ts'
import { CHANGED } from '../change.ts'
import type { ParticipationForm } from '../schema.ts'
import type { PermissionDecision } from '../permission.ts'
import type { Done } from '../states.ts'
import * as waitlist from '../waitlist.ts'
import { one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { actOf, type Context } from '../../context/context.ts'
import type { Managed } from './managed.ts'
import { moveRegistration, type MoveRequest } from './moving.ts'
import { correctParticipation as correct } from './participation.ts'
import { rulesOf } from './rules.ts'

// What a registrar does with a registration, by its id.

/** Reads a registration as it is now and does something with it; what follows is derived soon after. */
const on = async <Value extends object = object>(
  context: Context,
  id: string,
  work: (managed: Managed) => Promise<Done<Value>>,
): Promise<Done<Value>> => {
  const registration = await one(context, 'registrations', id)
  if (!registration) return { ok: false, refusal: 'invalid' }
  return work({ registration, rules: await rulesOf(context, idOf(registration.session)) })
}

/** Cancels for somebody who called or wrote, by the same deadlines as if they had done it themselves. */
export const cancelForPerson = (context: Context, actor: Actor, id: string, asked: CancelRequest): Promise<Done> =>
  on(context, id, (managed) => cancelChosen(context, actOf(context, actor), managed, 'staff', asked))

/** Corrects how somebody takes part. */
export const correctParticipation = async (
  context: Context,
  act: Act,
  id: string,
  form: ParticipationForm,
): ReturnType<typeof correct> => {
  const registration = await one(context, 'registrations', id)
  if (!registration) return { ok: false, refusal: 'invalid' }
  return correct(context, act, { registration, rules: await rulesOf(context, idOf(registration.session)) }, form)
}

/** Moves somebody to another date, or to the end of the waitlist there. */
export const moveForPerson = (context: Context, actor: Actor, id: string, asked: MoveRequest): Promise<Done> =>
  on(context, id, (managed) => moveRegistration(context, actOf(context, actor), managed, 'staff', asked))

export const decideGate = (
  context: Context,
  actor: Actor,
  id: string,
  decision: 'waived' | 'refused',
  reason: string,
): Promise<Done> =>
  on(context, id, ({ registration, rules }) =>
    actions.decideGate(actOf(context, actor), registration, rules.offers, { decision, reason }),
  )

/** Moves somebody on the waitlist right behind another; null moves to the top. */
export const reorder = (
  context: Context,
  actor: Actor,
  id: string,
  after: string | null,
  reason: string,
): Promise<Done> =>
  on(context, id, ({ registration }) => waitlist.reorder(actOf(context, actor), registration, after, reason))

export const seatNow = (context: Context, actor: Actor, id: string, reason: string): Promise<Done> =>
  on(context, id, ({ registration, rules }) =>
    waitlist.seatNow(actOf(context, actor), registration, rules.offers, reason),
  )

export const refuseBill = (context: Context, actor: Actor, id: string, reason: string): Promise<Done> =>
  on(context, id, ({ registration }) => actions.refuseBill(actOf(context, actor), registration, reason))

export const receiveOrder = (context: Context, actor: Actor, id: string, number: string): Promise<Done> =>
  on(context, id, ({ registration }) => actions.receiveOrder(actOf(context, actor), registration, number))

export const replaceLink = (context: Context, actor: Actor, id: string): Promise<Done> =>
  on(context, id, ({ registration }) => actions.replaceLink(actOf(context, actor), registration))

/** The desk has the terms on paper, signed on a day. */
export const noteSigned = (context: Context, actor: Actor, id: string, signedAt: Temporal.Instant): Promise<Done> =>
  on(context, id, ({ registration }) => acceptTerms(actOf(context, actor), registration, 'paper', signedAt))

/** A colleague for somebody who called: asked by mail, or, where the terms were signed on paper, in the seat at once. */
export type SentColleague = {
  name: string
  email: string
  /** null: all that are left. */
  days: readonly Day[] | null
  signedAt: Temporal.Instant | undefined
}

export const sendColleague = (
  context: Context,
  actor: Actor,
  id: string,
  { name, email, days, signedAt }: SentColleague,
): Promise<Done> =>
  on(context, id, (managed) => {
    const act = actOf(context, actor)
    return signedAt
      ? noteColleague(context, act, managed, { name, email }, days, signedAt)
      : askForColleague(context, act, managed, { name, email }, days)
  })

/** The colleague who was asked signed on paper, declined by telephone, or is not needed any more. */
export const answerForColleague = (
  context: Context,
  actor: Actor,
  id: string,
  answer: { signedAt: Temporal.Instant } | 'declined' | 'taken-back',
): Promise<Done> =>
  on(context, id, (managed) => {
    const act = actOf(context, actor)
    const asked = openAsking(managed.registration)
    if (!asked) return Promise.resolve(CHANGED)
    return typeof answer === 'string'
      ? endAsking(act, managed.registration, answer)
      : noteColleague(context, act, managed, asked, asked.days, answer.signedAt)
  })

/** A registrar's word on a member district's permission or promise. */
export const decidePermission = (
  context: Context,
  actor: Actor,
  id: string,
  decision: PermissionDecision,
  reason: string,
): Promise<Done> =>
  on(context, id, ({ registration, rules }) =>
    actions.decidePermission(actOf(context, actor), registration, {
      decision,
      reason,
      startsAt: rules.facts.startsAt,
    }),
  )
