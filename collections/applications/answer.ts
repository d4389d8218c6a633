import type { Act } from '../kernel/act.ts'
import { CHANGED_APPLICATION, changeApplication, said, type KnownApplication } from './change.ts'
import { agreedPlaceOf, applicantName, choicesOf, teamOf, type AgreedPlace, type Member } from './form.ts'
import { membersIn, refusalsOfMembers } from './lacking.ts'
import { letGo, refusalToAnswer } from './selection.ts'
import type { ApplicationDone } from './view.ts'
import { statusEntry } from './places.ts'
import type { EntryFor } from '../kernel/change.ts'
import { idOf } from '../kernel/related.ts'
import { instantOf } from '../values/day.ts'
import type { Cents } from '../values/money.ts'
import { isAskedFor, leavingOf, withdrawalOf, type Withdrawal, type WithdrawalDecision } from './withdrawal.ts'

// What an applicant does with an application that was handed in. What follows, such as the next offer, is derived.

const refusalOfOffer = ({ status, offerUntil }: KnownApplication, now: Temporal.Instant) =>
  refusalToAnswer({ status, offerUntil: instantOf(offerUntil) }, now)

/** Says yes to the place that is held, to what was shown with it. `papersUntil`: how long it waits for the papers of a team. */
export const acceptPlace = async (
  act: Act,
  known: KnownApplication,
  agreed: AgreedPlace,
  papersUntil?: Temporal.Instant,
): Promise<ApplicationDone> => {
  // Pressed twice, it is answered twice and done once.
  if (known.status === 'accepted' || known.status === 'enrolled') return { ok: true }
  const refusal = refusalOfOffer(known, act.now)
  if (refusal) return { ok: false, refusal }
  const accepted = {
    status: 'accepted',
    answeredAt: act.now.toString(),
    agreed,
    ...(papersUntil && { papersUntil: papersUntil.toString({ fractionalSecondDigits: 3 }) }),
  } as const
  const done = await changeApplication(act, known, accepted, (now) =>
    // Why the place was offered stands there still.
    statusEntry({ ...now, reason: null }, `${applicantName(now)}: accepted (${agreed.collaborative.name})`),
  )
  return done ? { ok: true } : CHANGED_APPLICATION
}

/** Says no to the place that is held. With other choices left, the application waits for those, where it stood. */
export const declinePlace = async (act: Act, known: KnownApplication, reason: string): Promise<ApplicationDone> => {
  const refusal = refusalOfOffer(known, act.now)
  if (refusal) return { ok: false, refusal }
  const { status, choices } = letGo({ choices: choicesOf(known), place: idOf(known.place) ?? null }, 'declined')
  const declined = { status, choices, answeredAt: act.now.toString(), reason }
  const emptied = ['placeKey', 'place', 'offerUntil', 'offeredAt'] as const
  // The log has each place that was let go, by its name; see `notifyStatus`.
  const done = await changeApplication(act, known, declined, null, [...emptied])
  return done ? { ok: true } : CHANGED_APPLICATION
}

/** What an application no longer holds once it is taken back. */
const GIVEN_BACK = ['placeKey', 'place', 'activeKey', 'offerUntil', 'papersUntil'] as const

/** isAsked: the desk has to decide about the price before the place is given up. */
type Withdrawn = ApplicationDone<{ isAsked: boolean }>

/**
 * Takes the whole application back, with the place that came of it. Where the price is owed it only asks for that: the desk decides
 * what becomes of the price. `owed`: see `owedFor`. `entry`: what the log says, where somebody else does it for them.
 */
export const withdrawApplication = async (
  act: Act,
  known: KnownApplication,
  reason: string,
  owed: Cents,
  entry: EntryFor<'applications'> = (now) => statusEntry(now, `${applicantName(now)}: withdrawn`),
): Promise<Withdrawn> => {
  if (known.status === 'withdrawn') return { ok: true, isAsked: false }
  const { how } = leavingOf(known, owed)
  if (how === 'none') return { ok: false, refusal: 'not-possible' }
  if (how === 'asked') return { ok: true, isAsked: true }
  const at = act.now.toString()
  const withdrawal: Withdrawal = { at, reason }
  const done =
    how === 'asks'
      ? await changeApplication(
          act,
          known,
          { withdrawal },
          said('asks-to-leave', `${applicantName(known)}: asks to leave`, reason),
        )
      : await changeApplication(act, known, { status: 'withdrawn', answeredAt: at, reason }, entry, [...GIVEN_BACK])
  return done ? { ok: true, isAsked: how === 'asks' } : CHANGED_APPLICATION
}

/** What the desk decided, and why. */
type Decided = { decision: WithdrawalDecision; why: string }

/**
 * Decides about somebody who takes part and wants to leave, whether they asked on the page or otherwise; undefined where it changed
 * meanwhile. What follows in money and is told is derived.
 */
export const decideWithdrawal = (
  act: Act,
  known: KnownApplication,
  { decision, why }: Decided,
  entry: EntryFor<'applications'>,
) => {
  const at = act.now.toString()
  const withdrawal: Withdrawal = {
    ...(isAskedFor(known) ? withdrawalOf(known)! : { at, reason: '' }),
    decision,
    decidedAt: at,
    why,
  }
  if (decision === 'kept') return changeApplication(act, known, { withdrawal }, entry)
  const { reason } = withdrawal
  const withdrawn = { status: 'withdrawn', answeredAt: at, reason, withdrawal } as const
  return changeApplication(act, known, withdrawn, entry, [...GIVEN_BACK])
}

/** Whether the people of a team can be named: once it has its place. A draft names them in its form. */
export const canName = ({ applicant, status }: Pick<KnownApplication, 'applicant' | 'status'>): boolean =>
  applicant === 'team' && (status === 'accepted' || status === 'enrolled')

/** Names the people of a team, all of them: who is left out takes part no more. */
export const nameTeam = async (
  act: Act,
  known: KnownApplication,
  members: readonly Member[],
): Promise<ApplicationDone> => {
  const team = teamOf(known)
  if (!team || !canName(known) || !agreedPlaceOf(known)) return { ok: false, refusal: 'not-possible' }
  const errors = refusalsOfMembers(members)
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const named = membersIn(members)
  const mailboxes = ({ email }: Member) => email
  const [before, after] = [new Set(team.members.map(mailboxes)), new Set(named.map(mailboxes))]
  const [came, left] = [[...after.difference(before)].length, [...before.difference(after)].length]
  const summary = `${known.title} named its people: ${named.length} in all, ${came} new, ${left} left out`
  const done = await changeApplication(act, known, { team: { ...team, members: named } }, said('team', summary))
  return done ? { ok: true } : CHANGED_APPLICATION
}
