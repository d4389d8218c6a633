import { changesSince, lastSentAt } from '../../applications/earlier.ts'
import { answersOf, choicesOf, teamOf } from '../../applications/form.ts'
import { maskOf, type Masked } from '../mask.ts'
import type { PointScores } from '../points.ts'
import type { Slot } from '../policy.ts'
import type { Scores } from '../../submissions/scores.ts'
import { countingBySeat, finishedOf, scoresBySeat } from '../reading.ts'
import { DECIDES, slotsOfSeat } from '../seats.ts'
import type { Item } from '../../submissions/parts.ts'
import { countWords } from '../../values/word-count.ts'
import { idOf } from '../../kernel/related.ts'
import type { Review } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { itemViews } from './items.ts'
import type { ReviewableApplication, Reviewable, ReviewableWork } from './reviewable.ts'
import type { AnyScoring, ApplicationScoring, MyReview, WorkScoring } from './views.ts'

/** A review of one's own, and what it is about. */
export type Mine<Kind extends Reviewable = Reviewable> = { review: Review; reviewable: Kind }

/** The slots of a seat at a piece of work, and the items a reviewer reads for them. */
export const seatOf = ({
  review,
  reviewable: { work, reviews, subject },
}: Mine<ReviewableWork>): { slots: readonly Slot[]; items: Item[] } => {
  const scores = scoresBySeat(finishedOf(countingBySeat(reviews, subject)))
  const slots = slotsOfSeat(work.open, review.seat, scores, work.edition.differ)
  // What was met before is read along, and not scored again.
  if (review.seat !== DECIDES) return { slots, items: work.items }
  const differing = new Set(slots.map(({ item }) => item))
  return { slots, items: work.items.filter(({ key }) => differing.has(key)) }
}

/** Counts what is covered, so that the page can say so. */
const counting = (reviewable: Reviewable) => {
  const mask = maskOf(reviewable.identity)
  const counted = { places: 0 }
  return {
    counted,
    cover: (text: string): Masked => {
      const masked = mask(text)
      counted.places += masked.found
      return masked
    },
  }
}

type Base = Omit<MyReview, 'isOver'>

/** The sentences of the credential as it is now; they are an offer, no part of what the work is judged by. */
const bankOf = async (context: Context, { submission }: ReviewableWork): Promise<string[]> => {
  const { documents } = await context.source.read()
  const bank = documents.credentials.get(idOf(submission.credential))?.commentBank ?? ''
  return bank.split('\n').flatMap((line) => line.trim() || [])
}

const workScoring = async (context: Context, mine: Mine<ReviewableWork>, base: Base): Promise<WorkScoring> => {
  const { review, reviewable } = mine
  const { cover, counted } = counting(reviewable)
  const { slots, items } = seatOf(mine)
  const note = reviewable.work.versions.length > 0 ? reviewable.submission.note?.trim() : undefined
  const views = await itemViews(context, reviewable.work, items, {
    slots,
    scores: review.scores as unknown as Scores,
    cover,
  })
  const changed = note ? cover(note) : null
  return {
    ...base,
    kind: 'submission',
    isFinished: review.status !== 'started',
    note: review.note ?? '',
    bank: await bankOf(context, reviewable),
    changed,
    items: views,
    covered: counted.places,
  }
}

const applicationScoring = ({ review, reviewable }: Mine<ReviewableApplication>, base: Base): ApplicationScoring => {
  const { application, asked } = reviewable
  const { cover, counted } = counting(reviewable)
  const [answers, team] = [answersOf(application), teamOf(application)]
  const given = review.scores as unknown as PointScores
  const chosen = choicesOf(application).flatMap(
    ({ collaborative }) => asked.offered.find(({ id }) => id === collaborative)?.name ?? [],
  )
  const scoring = {
    ...base,
    kind: 'application' as const,
    sentAt: lastSentAt(application),
    changed: changesSince(application, Temporal.Instant.from(review.startedAt)),
    isFinished: review.status !== 'started',
    note: review.note ?? '',
    bank: [],
    team: team && { kind: team.kind, size: team.members.length },
    jobTitle: application.jobTitle?.trim() ? cover(application.jobTitle.trim()) : null,
    conditions: asked.conditions.map((text, at) => ({ text, answer: answers.conditions[at] ?? null })),
    dates: asked.dates.map((day) => ({ day, can: answers.dates.includes(day) })),
    minimum: asked.minimum,
    // Of one that is applied for alone nothing has to be said.
    choices: asked.offered.length > 1 ? chosen : [],
    answers: asked.questions.map(({ text, hint, kind, wordLimit }, at) => {
      const said = answers.texts[String(at + 1)]?.trim() ?? ''
      return { text, hint, wordLimit, answer: cover(said), words: kind === 'text' ? countWords(said) : null }
    }),
    criteria: asked.criteria.map(({ name, text, points }, at) => ({
      place: String(at + 1),
      name,
      text,
      most: points,
      given: given[String(at + 1)] ?? null,
    })),
  }
  return { ...scoring, covered: counted.places }
}

export const isWork = (mine: Mine): mine is Mine<ReviewableWork> => mine.reviewable.kind === 'submission'

export const scoringOf = async (context: Context, mine: Mine, base: Base): Promise<AnyScoring> =>
  isWork(mine) ? workScoring(context, mine, base) : applicationScoring(mine as Mine<ReviewableApplication>, base)
