import { applicantName, askedOf } from '../form.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { changeApplication, said } from '../change.ts'
import { scoreOf, type PointScores } from '../../reviews/points.ts'
import { idOf } from '../../kernel/related.ts'
import { countOf } from '../../values/words.ts'
import type { Application, Review } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { every, one } from '../../kernel/queries.ts'
import { within, type Step } from '../../followups/service/step.ts'
import { selectionOf, stateOf } from './calls.ts'

const FINISHED: readonly Review['status'][] = ['scored', 'released']

/** Somebody is at it: begun, and still held. */
const isUnderWay = ({ status, lockedUntil }: Review, now: Temporal.Instant): boolean =>
  status === 'started' && !!lockedUntil && Temporal.Instant.compare(now, Temporal.Instant.from(lockedUntil)) <= 0

const isReleased = async (context: Context, call: string): Promise<boolean> =>
  stateOf(await selectionOf(context, call)) !== 'scoring'

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
export const applicationScores: Step = {
  name: 'application-scores',
  follows: {
    reviews: ({ application }) => idOf(application),
    applications: ({ id, status }) => (status === 'submitted' || status === 'waiting' ? id : undefined),
  },
  // A review somebody began and let lie holds nobody up once it is not theirs any more.
  due: async (context, span) => {
    const left = await every(context, 'reviews', {
      and: [{ application: { exists: true } }, { status: { equals: 'started' } }, within('lockedUntil', span)],
    })
    return left.flatMap(({ application }) => idOf(application) ?? [])
  },
  handle: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const application = await one(context, 'applications', id)
    if (!application || application.scoreReason) return
    const { status, call } = application
    const isOpen = status === 'submitted' || (status === 'waiting' && !(await isReleased(context, call)))
    if (!isOpen) return
    const reviews = await every(context, 'reviews', { application: { equals: id } })
    const score = reviews.length > 0 ? scoreBy(application, reviews, act.now) : null
    if (score === null || (status === 'waiting' && application.score === score)) return
    const count = reviews.filter(({ status }) => FINISHED.includes(status)).length
    const summary = `${applicantName(application)}: score ${score} by ${countOf(count, 'review', 'reviews')}`
    await changeApplication(act, application, { status: 'waiting', score }, said('scored', summary))
  },
}
