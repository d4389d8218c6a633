import type { Act } from '../kernel/act.ts'
import { CHANGED_APPLICATION, changeApplication, logApplication, type KnownApplication } from './change.ts'
import { agreedPlaceOf, choicesOf, teamOf, type AgreedPlace, type Member } from './form.ts'
import { membersIn, refusalsOfMembers } from './lacking.ts'
import { mayBecome } from './policy.ts'
import { letGo, refusalToAnswer } from './selection.ts'
import type { ApplicationDone } from './view.ts'
import { idOf } from '../kernel/related.ts'
import { instantOf } from '../values/day.ts'

// What an applicant does with an application that was handed in. What follows, such as the next offer, is derived.

const refusalOfOffer = ({ status, offerUntil }: KnownApplication, now: Temporal.Instant) =>
  refusalToAnswer({ status, offerUntil: instantOf(offerUntil) }, now)

/** Says yes to the place that is held, to what was shown with it. */
export const acceptPlace = async (act: Act, known: KnownApplication, agreed: AgreedPlace): Promise<ApplicationDone> => {
  // Pressed twice, it is answered twice and done once.
  if (known.status === 'accepted' || known.status === 'enrolled') return { ok: true }
  const refusal = refusalOfOffer(known, act.now)
  if (refusal) return { ok: false, refusal }
  const done = await changeApplication(act, known, { status: 'accepted', answeredAt: act.now.toString(), agreed })
  return done ? { ok: true } : CHANGED_APPLICATION
}

/** Says no to the place that is held. With other choices left, the application waits for those, where it stood. */
export const declinePlace = async (act: Act, known: KnownApplication, reason: string): Promise<ApplicationDone> => {
  const refusal = refusalOfOffer(known, act.now)
  if (refusal) return { ok: false, refusal }
  const { status, choices } = letGo({ choices: choicesOf(known), place: idOf(known.place) ?? null }, 'declined')
  const done = await changeApplication(act, known, { status, choices, answeredAt: act.now.toString(), reason }, [
    'placeKey',
    'place',
    'offerUntil',
    'offeredAt',
  ])
  return done ? { ok: true } : CHANGED_APPLICATION
}

/** Takes the whole application back, with the place that came of it. */
export const withdrawApplication = async (
  act: Act,
  known: KnownApplication,
  reason: string,
): Promise<ApplicationDone> => {
  if (known.status === 'withdrawn') return { ok: true }
  if (!mayBecome(known.status, 'withdrawn')) return { ok: false, refusal: 'not-possible' }
  const done = await changeApplication(act, known, { status: 'withdrawn', answeredAt: act.now.toString(), reason }, [
    'placeKey',
    'place',
    'activeKey',
  ])
  return done ? { ok: true } : CHANGED_APPLICATION
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
  const done = await changeApplication(act, known, { team: { ...team, members: named } })
  if (!done) return CHANGED_APPLICATION
  const mailboxes = ({ email }: Member) => email
  const [before, after] = [new Set(team.members.map(mailboxes)), new Set(named.map(mailboxes))]
  const [came, left] = [[...after.difference(before)].length, [...before.difference(after)].length]
  await logApplication(
    act,
    known,
    `team:${done.revision}`,
    `${known.title} named its people: ${named.length} in all, ${came} new, ${left} left out`,
  )
  return { ok: true }
}
