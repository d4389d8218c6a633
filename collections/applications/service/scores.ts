import { applicantName, askedOf } from '../form.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { changeApplication, logApplication } from '../change.ts'
import { scoreOf, type PointScores } from '../../reviews/points.ts'
import { idOf } from '../../kernel/related.ts'
import { countOf } from '../../values/words.ts'
import type { Application, Review } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { every, one } from '../../kernel/queries.ts'
import { each } from '../../context/each.ts'

const FINISHED: readonly Review['status'][] = ['scored', 'released']

/** Somebody is at it: begun, and still held. */
const isUnderWay = ({ status, lockedUntil }: Review, now: Temporal.Instant): boolean =>
  status === 'started' && !!lockedUntil && Temporal.Instant.compare(now, Temporal.Instant.from(lockedUntil)) <= 0

/** The score by the reviews that are finished, once nobody is at one any more; null before that. */
const scoreBy = (application: Application, reviews: readonly Review[], now: Temporal.Instant): number | null => {
  if (reviews.some((review) => isUnderWay(review, now))) return null
  const finished = reviews.filter(({ status }) => FINISHED.includes(status))
  return scoreOf(
    askedOf(application)?.criteria ?? [],
    finished.map(({ scores }) => scores as PointScores),
  )
}

/**
 * Puts everybody in line whose reviews are finished, with the mean of their points. While nothing is released a review that is
 * scored anew changes the score; a score the desk gave stays.
 */
export const settleScores = async (context: Context, releasedCalls: readonly string[]): Promise<void> => {
  const act = actOf(context, SYSTEM)
  const waiting = { 'application.status': { equals: 'waiting' } }
  const reviews = await every(context, 'reviews', {
    or: [
      { 'application.status': { equals: 'submitted' } },
      releasedCalls.length === 0 ? waiting : { and: [waiting, { 'application.call': { not_in: [...releasedCalls] } }] },
    ],
  })
  const byApplication = Map.groupBy(reviews, ({ application }) => idOf(application) ?? '')
  const found = [...byApplication].map(([id, reviews]) => ({ id, reviews }))
  await each(context, found, 'An application could not be scored', async ({ id, reviews }) => {
    const application = await one(context, 'applications', id)
    if (!application || application.scoreReason) return
    const score = scoreBy(application, reviews, act.now)
    if (score === null || (application.status === 'waiting' && application.score === score)) return
    const scored = await changeApplication(act, application, { status: 'waiting', score })
    if (!scored) return
    const count = reviews.filter(({ status }) => FINISHED.includes(status)).length
    await logApplication(
      act,
      application,
      `scored:${scored.revision}`,
      `${applicantName(application)}: score ${score} by ${countOf(count, 'review', 'reviews')}`,
    )
  })
}
