import type { Act } from '../kernel/act.ts'
import { CHANGED, change, type Known } from './change.ts'
import { handedOnOf, openAsking, type Asked, type HandedDays } from './handing-on.ts'
import { isActive } from './policy.ts'
import type { Done } from './states.ts'

// What is done about an acceptance that was asked for: of whoever the desk added, and of a colleague who may come instead.

/** The terms are accepted by whoever was added: with the click on their page, or on paper that the desk has. */
export const acceptTerms = async (
  act: Act,
  known: Known,
  how: 'online' | 'paper',
  at: Temporal.Instant = act.now,
): Promise<Done> => {
  if (!isActive(known.status)) return { ok: false, refusal: 'already-canceled' }
  if (known.acceptance !== 'asked') return { ok: false, refusal: 'accepted-before' }
  const summary = `${known.name} accepted the terms${how === 'paper' ? ' on paper' : ''}`
  const accepted = { acceptance: how, acceptedAt: at.toString() }
  const done = await change(act, known, accepted, { what: 'terms-accepted', summary }, ['answerBy'])
  return done ? { ok: true } : CHANGED
}

/** Asks a colleague to come instead; until there is an answer the seat stays where it is. */
export const askColleague = async (act: Act, known: Known, asked: Asked): Promise<Done> => {
  if (openAsking(known)) return { ok: false, refusal: 'colleague-is-asked' }
  const summary = `${known.name} asks ${asked.name} to come instead`
  const said = { what: `colleague-asked:${known.revision + 1}`, summary }
  return (await change(act, known, { asked: { ...asked }, answerBy: asked.until }, said)) ? { ok: true } : CHANGED
}

const ENDED = { declined: 'declined', lapsed: 'did not answer in time', 'taken-back': 'need not answer any more' }

/** The colleague does not come: declined, did not answer, or was not needed any more. The seat stays where it is. */
export const endAsking = async (act: Act, known: Known, answer: keyof typeof ENDED): Promise<Done> => {
  const asked = openAsking(known)
  if (!asked) return CHANGED
  const said = { what: `colleague-${answer}:${known.revision + 1}`, summary: `${asked.name} ${ENDED[answer]}` }
  return (await change(act, known, { asked: { ...asked, answer } }, said, ['answerBy'])) ? { ok: true } : CHANGED
}

/**
 * Hands single days to a colleague who accepted the terms, in one write: whatever else changes the registration in the same moment
 * comes before or after it. The colleague's own registration and the ledger of days follow from what is written.
 */
export const handDays = async (act: Act, known: Known, handed: HandedDays): Promise<Done> => {
  const { name, days } = handed
  const handedOn = [...handedOnOf(known), { ...handed }]
  const summary = `${name} comes instead of ${known.name}: ${days.join(', ')}`
  const said = { what: `days-handed:${known.revision + 1}`, summary }
  return (await change(act, known, { handedOn, asked: null }, said, ['answerBy'])) ? { ok: true } : CHANGED
}
