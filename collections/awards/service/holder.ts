import type { LinkRefusal } from '../../kernel/outcome.ts'
import type { OwnAward } from '../../registrations/service/view.ts'
import { change } from '../../kernel/change.ts'
import { idOf } from '../../kernel/related.ts'
import { actOf, type Context } from '../../context/context.ts'
import { openLink } from '../../context/links.ts'
import { every, one } from '../../kernel/queries.ts'
import { peopleOfMailbox } from '../../people/actions.ts'
import { badgeWithName } from './badges.ts'
import { awardWith } from './check.ts'

export const awardsOf = async (context: Context, person: string): Promise<OwnAward[]> => {
  const awards = await every(context, 'awards', { person: { equals: person } }, { sort: '-awardedAt' })
  return awards.map(({ code, kind, title, awardedAt, revokedAt, showsName }) => ({
    code,
    kind,
    title,
    awardedAt: Temporal.Instant.from(awardedAt),
    isRevoked: Boolean(revokedAt),
    showsName: kind === 'credential' && !revokedAt ? showsName : null,
  }))
}

/**
 * Shows or hides a holder's name: on the page of the award, and in the badge, which is signed anew in the same write, so that
 * neither says what the other does not. Badges given to others before stay as they were. False: not theirs, or not possible.
 */
const nameAward = async (
  context: Context,
  people: readonly string[],
  code: string,
  showsName: boolean,
): Promise<boolean> => {
  const award = await awardWith(context, code)
  if (!award || !people.includes(idOf(award.person)) || award.kind !== 'credential' || award.revokedAt) return false
  if (award.showsName === showsName) return true
  const submission = await one(context, 'submissions', idOf(award.submission) ?? '')
  if (!submission) return false
  const signed = await badgeWithName(context, award, submission, showsName)
  const act = actOf(context, { kind: 'person', name: award.name })
  const changed = await change(act, 'awards', award, { showsName, signed }, ({ revision }) => ({
    key: `award:${award.id}:name:${revision}`,
    kind: 'award.name',
    summary: `${award.name}: name ${showsName ? 'shown' : 'hidden'}, ${award.title}`,
    submission: submission.id,
    data: { award: code, showsName },
  }))
  return changed !== undefined
}

/** Shows or hides the name on an award of one's own; false: it is none, or it cannot be. */
export const nameMine = async (
  context: Context,
  token: string,
  code: string,
  showsName: boolean,
): Promise<{ ok: true; isDone: boolean } | { ok: false; refusal: LinkRefusal }> => {
  const opened = await openLink(context, 'my', token)
  if (!opened.ok) return opened
  const people = await peopleOfMailbox(context, opened.record)
  const ids = people.map(({ id }) => id)
  return { ok: true, isDone: await nameAward(context, ids, code, showsName) }
}
