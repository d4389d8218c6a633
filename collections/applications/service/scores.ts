import { applicantName, askedOf } from '../form.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { changeApplication, said } from '../change.ts'
import { isOfEarlier } from '../earlier.ts'
import { readingsOf, scoreOf, type PointScores, type Readings } from '../../reviews/points.ts'
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

type Scored = { score: number; readings: Readings }

/** The score by the reviews that are finished, once nobody is at one any more and there are enough; null before that. */
const scoreBy = (
  application: Application,
  reviews: readonly Review[],
  { now, readers }: { now: Temporal.Instant; readers: number },
): Scored | null => {
  if (reviews.some((review) => isUnderWay(review, now))) return null
  const criteria = askedOf(application)?.criteria ?? []
  // What was read before it was changed is read again.
  const finished = reviews
    .filter((review) => FINISHED.includes(review.status) && !isOfEarlier(review, application))
    .map(({ scores }) => scores as PointScores)
  const [score, readings] = [scoreOf(criteria, finished), readingsOf(criteria, finished)]
  // Whoever was put in line stays there, also where more readers are asked for afterwards.
  const isEnough = readings !== null && (readings.done >= readers || application.status === 'waiting')
  return score !== null && isEnough ? { score, readings } : null
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
    const { documents } = await context.source.read()
    const readers = documents.collaboratives.get(idOf(application.collaborative))?.readers ?? 1
    const scored = scoreBy(application, reviews, { now: act.now, readers })
    if (!scored) return
    const { score, readings } = scored
    const isSame = application.score === score && (application.readings as Readings | null)?.done === readings.done
    if (status === 'waiting' && isSame) return
    const summary = `${applicantName(application)}: score ${score} by ${countOf(readings.done, 'review', 'reviews')}`
    await changeApplication(act, application, { status: 'waiting', score, readings }, said('scored', summary))
  },
}
