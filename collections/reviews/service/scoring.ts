import { answersOf, choicesOf, teamOf } from '../../applications/form.ts'
import { maskOf, type Masked } from '../mask.ts'
import type { PointScores } from '../points.ts'
import type { Slot } from '../policy.ts'
import type { Scores } from '../../submissions/scores.ts'
import { countingBySeat, finishedOf, scoresBySeat } from '../reading.ts'
import { DECIDES, slotsOfSeat } from '../seats.ts'
import { reopened } from '../../submissions/policy.ts'
import type { Item } from '../../submissions/parts.ts'
import { countWords } from '../../values/word-count.ts'
import type { Review } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { itemViews } from './items.ts'
import type { ApplicationThing, Thing, WorkThing } from './subjects.ts'
import type { AnySheet, ApplicationSheet, MyReview, WorkSheet } from './views.ts'

/** A review of one's own, and what it is about. */
export type Mine<Kind extends Thing = Thing> = { review: Review; thing: Kind }

/** The slots of a seat at a piece of work, and the items a reviewer reads for them. */
export const seatOf = ({
  review,
  thing: { work, reviews, subject },
}: Mine<WorkThing>): { slots: readonly Slot[]; items: Item[] } => {
  const scores = scoresBySeat(finishedOf(countingBySeat(reviews, subject)))
  const slots = slotsOfSeat(work.open, review.seat, scores)
  const items = reopened(work.items, work.judged)
  if (review.seat !== DECIDES) return { slots, items }
  const differing = new Set(slots.map(({ item }) => item))
  return { slots, items: items.filter(({ key }) => differing.has(key)) }
}

/** Counts what is covered, so that the page can say so. */
const counting = (thing: Thing) => {
  const mask = maskOf(thing.identity)
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

const workSheet = async (context: Context, mine: Mine<WorkThing>, base: Base): Promise<WorkSheet> => {
  const { review, thing } = mine
  const { cover, counted } = counting(thing)
  const { slots, items } = seatOf(mine)
  const note = thing.work.versions.length > 0 ? thing.submission.note?.trim() : undefined
  const views = await itemViews(context, thing.work, items, {
    slots,
    scores: review.scores as unknown as Scores,
    cover,
  })
  const changed = note ? cover(note) : null
  return {
    ...base,
    kind: 'submission',
    isFinished: review.status !== 'started',
    changed,
    items: views,
    covered: counted.places,
  }
}

const applicationSheet = ({ review, thing }: Mine<ApplicationThing>, base: Base): ApplicationSheet => {
  const { application, asked } = thing
  const { cover, counted } = counting(thing)
  const [answers, team] = [answersOf(application), teamOf(application)]
  const given = review.scores as unknown as PointScores
  const chosen = choicesOf(application).flatMap(
    ({ collaborative }) => asked.offered.find(({ id }) => id === collaborative)?.name ?? [],
  )
  const sheet = {
    ...base,
    kind: 'application' as const,
    isFinished: review.status !== 'started',
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
  return { ...sheet, covered: counted.places }
}

export const isWork = (mine: Mine): mine is Mine<WorkThing> => mine.thing.kind === 'submission'

export const sheetOf = async (context: Context, mine: Mine, base: Base): Promise<AnySheet> =>
  isWork(mine) ? workSheet(context, mine, base) : applicationSheet(mine as Mine<ApplicationThing>, base)
