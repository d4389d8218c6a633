import { createHash } from 'node:crypto'
import { lastSentAt } from '../../applications/earlier.ts'
import { notify } from '../../context/notify.ts'
import { deskValues, plainName } from '../../messages/values.ts'
import { paths } from '../../kernel/paths.ts'
import { idOf } from '../../kernel/related.ts'
import { every, one } from '../../kernel/queries.ts'
import type { Review, User } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { each } from '../../context/each.ts'
import { EVERYTHING, within, type Step } from '../../followups/service/step.ts'
import { deskOf } from '../../registrations/service/facts.ts'
import type { Values } from '../../templates/placeholders.ts'
import type { MessageKind } from '../../templates/states.ts'
import { dayIn, formatDay, instantOf } from '../../values/day.ts'
import { LOCALES } from '../../values/locale.ts'
import { countOf } from '../../values/words.ts'
import { labelOf } from '../label.ts'
import { countingBySeat, finishedOf, seatedOf } from '../reading.ts'
import { seatFor } from '../seats.ts'
import { nameOfReader, readersOf } from './assigning.ts'
import { allReviewable, isBarred, reviewableOf, type Reviewable } from './reviewable.ts'

// What is written to those who read: what the lead gave them, what is due, and once a day what waits. Nothing in it says whose it is.

/** Days before something is due on which whoever has it is reminded. */
const DUE_DAYS = 1

const blindName = ({ kind, title, subject }: Reviewable): string =>
  `${title}, ${kind === 'submission' ? 'work' : 'application'} ${labelOf(kind, subject.id)}`

type Letter = { about: string; key?: string | undefined; values: Values }

const notifyReader = async (
  context: Context,
  kind: MessageKind,
  reader: Pick<User, 'name' | 'email'>,
  { about, key, values }: Letter,
): Promise<void> => {
  const desk = deskOf(await context.source.read(), context)
  const own = { name: plainName(nameOfReader(reader), 'there'), ...deskValues(desk) }
  await notify(context, kind, { about, key, to: reader.email, values: { ...own, ...values } })
}

const dueText = (review: Review, zone: string): string => {
  const due = instantOf(review.dueAt)
  return due ? formatDay(dayIn(due, zone), LOCALES[0]) : ''
}

/** Tells one time it was asked for from another; a draft that is kept is none. */
const askedKey = (reason: string, reviewable: Reviewable): string => {
  const sent = reviewable.kind === 'application' ? lastSentAt(reviewable.application) : ''
  return createHash('sha256').update(`${reason} ${sent}`).digest('hex').slice(0, 16)
}

const notifyOfReview = async (context: Context, review: Review): Promise<void> => {
  if (review.status !== 'started') return
  const [reviewable, reader] = await Promise.all([
    reviewableOf(context, review),
    one(context, 'users', idOf(review.reviewer)),
  ])
  if (!reviewable || !reader) return
  const values = {
    reviews: blindName(reviewable),
    review_due: dueText(review, context.zone),
    review_link: context.siteUrl + paths.review(review.id),
    reason: review.reason ?? '',
  }
  const about = `review:${review.id}`
  if (review.assignedAt)
    await notifyReader(context, 'review-assigned', reader, { about, key: review.assignedAt, values })
  if (review.reason)
    await notifyReader(context, 'review-again', reader, { about, key: askedKey(review.reason, reviewable), values })
  const due = instantOf(review.dueAt)
  const isSoon = due && Temporal.Instant.compare(context.now, due.subtract({ hours: DUE_DAYS * 24 })) >= 0
  if (isSoon && Temporal.Instant.compare(context.now, due) <= 0)
    await notifyReader(context, 'review-due', reader, { about, key: review.dueAt ?? '', values })
}

/** Writes to a reader what the lead gave them, gave back to them, and what is due. */
export const reviewLetters: Step = {
  name: 'review-letters',
  follows: { reviews: ({ id }) => id },
  due: async (context, { since, until }) => {
    const days = { hours: DUE_DAYS * 24 }
    const soon = { since: since?.add(days), until: until.add(days) }
    const open = await every(context, 'reviews', { and: [{ status: { equals: 'started' } }, within('dueAt', soon)] })
    return open.map(({ id }) => id)
  },
  handle: async (context, id) => {
    const review = await one(context, 'reviews', id)
    if (review) await notifyOfReview(context, review)
  },
}

/** What a reader could take now that has been waiting for somebody: its first readings, not one more than are needed. */
const waitingFor = async (context: Context, all: readonly Reviewable[], user: User): Promise<Reviewable[]> => {
  const names = await context.organizations()
  return all.filter((reviewable) => {
    if (isBarred(reviewable, user, names)) return false
    const counting = countingBySeat(reviewable.reviews, reviewable.subject)
    const finished = finishedOf(counting)
    if (reviewable.kind === 'application' && finished.size >= reviewable.readers) return false
    const seats = reviewable.subject.seats(finished)
    return seatFor(seats, [...counting.values()].map(seatedOf), user.id, context.now) !== undefined
  })
}

/** The hour, in the agency's zone, from which on readers are told what waits, once on each day on which anything does. */
const MORNING = 7

/** The day whose morning has come last. */
const morningOf = (moment: Temporal.Instant, zone: string): string =>
  moment.toZonedDateTimeISO(zone).subtract({ hours: MORNING }).toPlainDate().toString()

const notifyOfWaiting = async (context: Context): Promise<void> => {
  const all = await allReviewable(context)
  if (all.length === 0) return
  const day = morningOf(context.now, context.zone)
  await each(await readersOf(context), async (reader) => {
    const waiting = await waitingFor(context, all, reader)
    if (waiting.length === 0) return
    const titles = Map.groupBy(waiting, ({ title }) => title)
    const values = {
      reviews: [...titles].map(([title, some]) => `${title}: ${countOf(some.length, 'waits', 'wait')}`).join('\n'),
      review_link: context.siteUrl + paths.reviews,
    }
    await notifyReader(context, 'reviews-waiting', reader, { about: `user:${reader.id}`, key: day, values })
  })
}

export const reviewsWaiting: Step = {
  name: 'reviews-waiting',
  follows: {},
  due: async ({ zone }, { since, until }) =>
    since && morningOf(since, zone) === morningOf(until, zone) ? [] : [EVERYTHING],
  handle: notifyOfWaiting,
}
