import type { Act } from '../../kernel/act.ts'
import { take } from '../actions.ts'
import { answerDue } from '../assignment.ts'
import { byLoad, loadOf, type Reader } from '../load.ts'
import { countingBySeat, finishedOf, seatedOf } from '../reading.ts'
import { seatFor, seatsOpenTo } from '../seats.ts'
import { REVIEW_REFUSALS } from '../states.ts'
import { idOf } from '../../kernel/related.ts'
import { every, one, pluck } from '../../kernel/queries.ts'
import { instantOf } from '../../values/day.ts'
import type { Context } from '../../context/context.ts'
import type { User } from '../../kernel/payload-types.ts'
import { refused, refusedWith } from '../../staff/refusals.ts'
import type { StaffDone } from '../../staff/views.ts'
import { isBarred, reviewableById, type Reviewable } from './reviewable.ts'
import { seenBy } from './seen.ts'

const WORDS = {
  gone: 'This is not to be read any more. Nothing was changed.',
  barred: 'They cannot read this: they share an employer with the person, or know whose it is.',
  nobody: 'Choose who reads it.',
} as const

/** Business days that something without a date is held for whoever it is given to. */
const HELD_DAYS = 5

/** Everybody who reads. */
export const readersOf = async (context: Context): Promise<User[]> =>
  (await every(context, 'users', {})).filter(({ roles }) => roles.includes('reviewer'))

export const nameOfReader = ({ name, email }: Pick<User, 'name' | 'email'>): string => name || email

/** The seat somebody could have now; undefined: none. */
const seatOpenTo = async (
  context: Context,
  reviewable: Reviewable,
  user: User,
  now: Temporal.Instant,
): Promise<number | undefined> => {
  if (isBarred(reviewable, user, await context.organizations())) return undefined
  const counting = countingBySeat(reviewable.reviews, reviewable.subject)
  const hasSeen = (await seenBy(context, user.id)).has(reviewable.subject.id)
  const asked = seatsOpenTo(reviewable.subject.seats(finishedOf(counting)), hasSeen)
  return seatFor(asked, [...counting.values()].map(seatedOf), user.id, now)
}

/** Whom something can be given to now, those with the least to read first. */
const readersFor = async (context: Context, reviewable: Reviewable, now: Temporal.Instant): Promise<Reader[]> => {
  const [users, reviews] = await Promise.all([
    readersOf(context),
    pluck(context, 'reviews', { status: { in: ['started', 'scored', 'released'] } }, [
      'reviewer',
      'status',
      'scoredAt',
    ]),
  ])
  const counted = reviews.map(({ reviewer, status, scoredAt }) => ({
    reviewer: idOf(reviewer),
    status,
    scoredAt: instantOf(scoredAt),
  }))
  const readers: Reader[] = []
  for (const user of users)
    if ((await seatOpenTo(context, reviewable, user, now)) !== undefined)
      readers.push({ id: user.id, name: nameOfReader(user), ...loadOf(user.id, counted, now) })
  return readers.sort(byLoad)
}

type Kind = Reviewable['kind']

/** The lead gives what is to be read to somebody. */
export const assigning = (context: Context, act: Act) => ({
  /** Whom it can be given to now; none: nobody, or it is not to be read. */
  readers: async (kind: Kind, id: string): Promise<Reader[]> => {
    const reviewable = await reviewableById(context, kind, id)
    return reviewable ? readersFor(context, reviewable, act.now) : []
  },
  assign: async (kind: Kind, id: string, reader: string): Promise<StaffDone> => {
    const [reviewable, user] = await Promise.all([reviewableById(context, kind, id), one(context, 'users', reader)])
    if (!reviewable) return refused(WORDS.gone, 409)
    if (!user?.roles.includes('reviewer')) return refused(WORDS.nobody)
    if (isBarred(reviewable, user, await context.organizations())) return refused(WORDS.barred, 409)
    if ((await seatOpenTo(context, reviewable, user, act.now)) === undefined)
      return refusedWith(REVIEW_REFUSALS, 'taken')
    const { holidays } = await context.source.read()
    const due = instantOf(reviewable.subject.dueAt)
    const held = answerDue(act.now, HELD_DAYS, holidays, act.zone).instant
    const until = due && Temporal.Instant.compare(due, act.now) > 0 ? due : held
    const done = await take(act, reviewable.subject, user.id, until)
    return done.ok ? { ok: true } : refusedWith(REVIEW_REFUSALS, done.refusal)
  },
})
