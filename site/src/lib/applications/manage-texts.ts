import type { Ineligibility } from '#collections/applications/policy.ts'
import type { ApplicationView } from '#collections/applications/view.ts'
import { formatInstant } from '#collections/values/day.ts'
import type { Messages } from '../../messages/index.ts'
import { closingText } from './program-texts.ts'

type Own = Messages['applications']['manage']

/** How an application stands, as a title and a sentence. A draft that can be sent no more, and an offer whose time is over, say so. */
export const standingWords = (view: ApplicationView, t: Own): { title: string; text: string } => {
  if (view.status === 'draft' && !view.canSend) return t.states.late
  if (view.status === 'offered' && !view.offer) return t.states.over
  if (view.status === 'ineligible' && view.reasons.length === 0) return t.states.refused
  if (view.status === 'ineligible' && view.canSend) return t.states.correctable
  return t.states[view.status]
}

/** The moments that matter now: until when a draft can be sent, when it was sent. */
export const momentWords = (view: ApplicationView, t: Own, locale: string): string[] => {
  const { program, status, submittedAt, changedAt } = view
  const closing = closingText(program, locale)
  const isChanged = changedAt && submittedAt && !changedAt.equals(submittedAt)
  const until = status === 'ineligible' ? t.correctUntil : t.changeUntil
  if (submittedAt)
    return [
      t.sentAt(formatInstant(submittedAt, program.timeZone, locale)),
      ...(isChanged ? [t.changedAt(formatInstant(changedAt, program.timeZone, locale))] : []),
      ...(view.canSend && closing ? [until(closing)] : []),
    ]
  if (status !== 'draft' || !closing) return []
  const end = program.closesAt?.add({ minutes: program.graceMinutes })
  return [
    program.timeliness === 'in-grace' && view.canSend && end
      ? t.grace(closing, formatInstant(end, program.timeZone, locale))
      : t.deadline(closing),
  ]
}

/** Why the program cannot take somebody, each reason as a sentence. */
export const reasonWords = (reasons: readonly Ineligibility[], t: Own): string[] =>
  reasons.map((one) =>
    one.reason === 'condition' ? t.reasons.condition(one.condition) : t.reasons.dates(one.canAttend, one.minimum),
  )

/** The collaboratives that were asked for, each with how that choice stands. */
export const choiceWords = ({ choices, place }: Pick<ApplicationView, 'choices' | 'place'>, t: Own): string[] =>
  choices.map(({ slug, name, state }) => {
    const words = slug === place?.slug ? '' : t.choiceStates[state]
    return words ? `${name} (${words})` : name
  })
