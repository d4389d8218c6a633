import type { Act } from '../../kernel/act.ts'
import type { RegiveRefusal, RevokeRefusal } from '../states.ts'
import { refusalToRevoke } from '../policy.ts'
import { change } from '../../kernel/change.ts'
import { revokedEntry } from '../log.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { idOf } from '../../kernel/related.ts'
import type { Award } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { every, one } from '../../kernel/queries.ts'
import { giveBadge } from './badges.ts'
import { giveCertificateAnew } from './certificates.ts'

/** Takes an award back, in one write. Its list and the message follow from that. */
export const takeBack = async (act: Act, award: Award, reason: string): Promise<RevokeRefusal | undefined> => {
  const refusal = refusalToRevoke(award, reason)
  if (refusal) return refusal
  const revoked = { revokedAt: act.now.toString(), revokeReason: reason.trim(), revokedBy: act.actor.user }
  const changed = await change(act, 'awards', award, revoked, revokedEntry)
  return changed ? undefined : 'changed-meanwhile'
}

/** Everything that was given for the same work, or the same registration, the earliest first. */
const givenFor = (context: Context, { submission, registration }: Award): Promise<Award[]> =>
  every(
    context,
    'awards',
    submission ? { submission: { equals: idOf(submission) } } : { registration: { equals: idOf(registration) } },
    { sort: 'createdAt' },
  )

/**
 * Gives anew what was taken back: another award, with an address of its own, from the same record. The one taken back stays as
 * it is. Two that ask at once get one award.
 */
export const giveAnew = async (
  context: Context,
  act: Act,
  award: Award,
  reason: string,
): Promise<RegiveRefusal | undefined> => {
  if (!award.revokedAt) return 'holds'
  if (reason.trim() === '') return 'no-reason'
  const given = await givenFor(context, award)
  if (given.some(({ revokedAt }) => !revokedAt)) return 'given'
  const submission = award.submission ? await one(context, 'submissions', idOf(award.submission) ?? '') : undefined
  const key = `submission:${submission?.id}#${given.length + 1}`
  const made = submission
    ? submission.status === 'passed' && (await giveBadge(context, submission, key))
    : await giveCertificateAnew(context, idOf(award.registration) ?? '')
  if (!made) return (await givenFor(context, award)).length > given.length ? 'given' : 'no-ground'
  await writeEntry(act, {
    key: `award:${made.id}:anew`,
    kind: 'award.anew',
    summary: `${made.name}: given anew, ${made.title}`,
    registration: idOf(made.registration),
    submission: idOf(made.submission),
    reason: reason.trim(),
    data: { award: made.code, instead: award.code },
  })
  return undefined
}
