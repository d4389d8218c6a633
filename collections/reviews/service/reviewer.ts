import type { Act } from '../../kernel/act.ts'
import { handBack, take, writeScores, type Reviewed } from '../actions.ts'
import { dueOf } from '../due.ts'
import { handleOf, labelOf } from '../label.ts'
import { lackingPoints } from '../points.ts'
import { lackingIn } from '../policy.ts'
import { countingBySeat, finishedOf, seatedOf } from '../reading.ts'
import { noteIn, pointsIn, scoresIn, SENT } from '../schema.ts'
import { DECIDES, seatFor, seatsOpenTo } from '../seats.ts'
import { REVIEW_REFUSALS, type ReviewRefusal } from '../states.ts'
import { lastSentAt } from '../../applications/earlier.ts'
import { idOf } from '../../kernel/related.ts'
import type { Review, User } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { one } from '../../kernel/queries.ts'
import { refusedWith } from '../../staff/refusals.ts'
import type { StaffDone } from '../../staff/views.ts'
import { openBlind } from '../../submissions/service/evidence.ts'
import { fileAt, linkAt } from './items.ts'
import { isWork, seatOf, scoringOf, type Mine } from './scoring.ts'
import { seenBy } from './seen.ts'
import { allReviewable, isBarred, reviewableOf, type Reviewable } from './reviewable.ts'
import type { AnyScoring, MyReview, Named, Queue, QueueLine } from './views.ts'

/** What a form says under a name; '' where it says nothing. */
type Get = (name: string) => string
type Lacking = { id: string; reason: 'no-level' | 'no-comment' | 'no-points' }
export type Saved = { ok: true } | (Exclude<StaffDone, { ok: true }> & { lacking: Lacking[] })

const refused = (refusal: ReviewRefusal) => refusedWith(REVIEW_REFUSALS, refusal)
const NOT_FOUND = { ok: false, message: 'There is nothing to review here.', status: 404 } as const

/** The one who asks: who they are, and everything they may read now. */
const openFor = (context: Context, act: Act) => {
  let user: Promise<User | undefined> | undefined
  const me = () => (user ??= one(context, 'users', act.actor.user ?? ''))

  const isOpenTo = async (reviewable: Reviewable, user: User): Promise<boolean> =>
    !isBarred(reviewable, user, await context.organizations())

  return {
    me,
    reviewables: async (): Promise<{ user: User; reviewables: Reviewable[] } | undefined> => {
      const user = await me()
      if (!user) return undefined
      const reviewables = await allReviewable(context)
      const seen = await seenBy(context, user.id)
      const open = await Promise.all(reviewables.map((reviewable) => isOpenTo(reviewable, user)))
      const own = reviewables.filter((_, at) => open[at])
      return { user, reviewables: own.map((one) => without(one, seen.has(one.subject.id))) }
    },
    /** Their own review by id, while what it is about can be read and nothing keeps them from it. */
    mine: async (id: string): Promise<Mine | undefined> => {
      const [user, review] = await Promise.all([me(), one(context, 'reviews', id)])
      if (!user || !review || idOf(review.reviewer) !== user.id) return undefined
      if (review.status !== 'started' && review.status !== 'scored') return undefined
      const reviewable = await reviewableOf(context, review)
      if (!reviewable || !(await isOpenTo(reviewable, user))) return undefined
      if (review.seat === DECIDES && (await seenBy(context, user.id)).has(reviewable.subject.id)) return undefined
      return countingBySeat(reviewable.reviews, reviewable.subject).get(review.seat)?.id === review.id
        ? { review, reviewable }
        : undefined
    },
  }
}

/** The same with the seats left that somebody may take who has, or has not, seen whose it is. */
const without = <Kind extends Reviewable>(reviewable: Kind, hasSeen: boolean): Kind => ({
  ...reviewable,
  subject: {
    ...reviewable.subject,
    seats: (finished) => seatsOpenTo(reviewable.subject.seats(finished), hasSeen),
  },
})

/** Whether the page showed what was sent before; one that does not say is taken at its word. */
const isOfAnother = ({ reviewable }: Mine, sent: string): boolean =>
  reviewable.kind === 'application' && sent !== '' && sent !== lastSentAt(reviewable.application)

/** The soonest due first, what has no date last; within a day the order does not change. */
const byDue = (a: Named, b: Named): number =>
  (a.due?.day ?? '9999').localeCompare(b.due?.day ?? '9999') || a.label.localeCompare(b.label)

/** What a reviewer reads and scores. Nothing in it says whose work it is. */
export const reviewerDesk = (context: Context, act: Act) => {
  const { me, reviewables, mine } = openFor(context, act)

  const named = async ({ kind, title, subject }: Reviewable, seat: number): Promise<Named> => {
    const { holidays } = await context.source.read()
    const due = subject.dueAt ? dueOf(Temporal.Instant.from(subject.dueAt), act.now, holidays, act.zone) : null
    return { kind, title, label: labelOf(kind, subject.id), attempt: subject.attempt, seat, due }
  }

  const myReview = async (reviewable: Reviewable, review: Review): Promise<MyReview> => {
    const { status, lockedUntil } = seatedOf(review)
    return {
      ...(await named(reviewable, review.seat)),
      review: review.id,
      heldUntil: lockedUntil,
      isOver: status === 'started' && lockedUntil !== null && Temporal.Instant.compare(act.now, lockedUntil) >= 0,
      again: review.reason?.trim() || null,
    }
  }

  const queue = async (): Promise<Queue> => {
    const found: Queue = { mine: [], free: [], finished: [] }
    const open = await reviewables()
    for (const reviewable of open?.reviewables ?? []) {
      const counting = countingBySeat(reviewable.reviews, reviewable.subject)
      const own = [...counting.values()].filter(({ reviewer }) => idOf(reviewer) === open!.user.id)
      for (const review of own)
        found[review.status === 'started' ? 'mine' : 'finished'].push(await myReview(reviewable, review))
      const finished = finishedOf(counting)
      const seat = seatFor(
        reviewable.subject.seats(finished),
        [...counting.values()].map(seatedOf),
        open!.user.id,
        act.now,
      )
      if (seat === undefined) continue
      const line: QueueLine = {
        ...(await named(reviewable, seat)),
        handle: handleOf(reviewable.kind, reviewable.subject.id),
        isSecond: reviewable.kind === 'application' && finished.size >= reviewable.readers,
      }
      found.free.push(line)
    }
    return {
      mine: found.mine.sort(byDue),
      // A second reading is welcome; a first one is waited for.
      free: found.free.sort((a, b) => Number(a.isSecond) - Number(b.isSecond) || byDue(a, b)),
      finished: found.finished.sort(byDue),
    }
  }

  const taken = async (handle: string): Promise<{ ok: true; review: string } | Exclude<StaffDone, { ok: true }>> => {
    const open = await reviewables()
    const reviewable = open?.reviewables.find(({ kind, subject }) => handleOf(kind, subject.id) === handle)
    if (!reviewable) return NOT_FOUND
    const done = await take(act, reviewable.subject, open!.user.id)
    return done.ok ? { ok: true, review: done.review.id } : refused(done.refusal)
  }

  const lackingOf = (
    own: Mine,
    get: Get,
  ): { scores: Parameters<typeof writeScores>[3]['scores']; lacking: Lacking[] } => {
    if (isWork(own)) {
      const { slots } = seatOf(own)
      const scores = scoresIn(slots, get)
      return { scores, lacking: lackingIn(slots, scores) }
    }
    const criteria = own.reviewable.kind === 'application' ? own.reviewable.asked.criteria : []
    const scores = pointsIn(criteria, get)
    return { scores, lacking: lackingPoints(criteria, scores).map((id) => ({ id, reason: 'no-points' })) }
  }

  /** A review that is gone from somebody reads as such, and one that never was theirs as if there were none. */
  const gone = async (id: string): Promise<Exclude<StaffDone, { ok: true }>> => {
    const [user, review] = await Promise.all([me(), one(context, 'reviews', id)])
    const reviewable = review && (await reviewableOf(context, review))
    if (!user || !reviewable || isBarred(reviewable, user, await context.organizations())) return NOT_FOUND
    return refused('not-yours')
  }

  const outcome = (done: Reviewed): StaffDone => {
    return done.ok ? { ok: true } : refused(done.refusal)
  }

  const write = async (id: string, get: Get, wantsToFinish: boolean): Promise<Saved> => {
    const own = await mine(id)
    if (!own) return { ...(await gone(id)), lacking: [] }
    const { scores, lacking } = lackingOf(own, get)
    const isChanged = wantsToFinish && isOfAnother(own, get(SENT))
    const isFinished = wantsToFinish && lacking.length === 0 && !isChanged
    const done = outcome(
      await writeScores(act, own.review, idOf(own.review.reviewer), { scores, note: noteIn(get) }, isFinished),
    )
    if (!done.ok) return { ...done, lacking: [] }
    if (isChanged) return { ...refused('changed-meanwhile'), lacking: [] }
    return wantsToFinish && !isFinished ? { ...refused('lacking'), lacking } : { ok: true }
  }

  const handedBack = async (id: string, reason: string, knowsWho: boolean): Promise<StaffDone> => {
    const own = await mine(id)
    if (!own) return gone(id)
    return outcome(await handBack(act, own.review, idOf(own.review.reviewer), { reason, knowsWho }))
  }

  return {
    now: act.now,
    zone: act.zone,
    queue,
    /** Takes something from the queue, by its handle. */
    take: taken,
    scoring: async (id: string): Promise<AnyScoring | undefined> => {
      const own = await mine(id)
      if (!own) return undefined
      const { isOver: _, ...base } = await myReview(own.reviewable, own.review)
      return scoringOf(context, own, base)
    },
    /** Keeps a draft. */
    save: (id: string, get: Get): Promise<Saved> => write(id, get, false),
    /** Keeps a draft, and finishes it where nothing is missing. */
    finish: (id: string, get: Get): Promise<Saved> => write(id, get, true),
    handBack: handedBack,
    /** A piece of evidence under a neutral name, without what it says of its author */
    file: async (id: string, place: string) => {
      const own = await mine(id)
      const found = own && isWork(own) ? fileAt(own.reviewable.work, seatOf(own).items, place) : undefined
      const evidence = found && (await openBlind(context, found.id))
      return evidence && { ...evidence, name: `${found.name}.${evidence.ending}` }
    },
    link: async (id: string, place: string): Promise<string | undefined> => {
      const own = await mine(id)
      return own && isWork(own) ? linkAt(own.reviewable.work, seatOf(own).items, place) : undefined
    },
  }
}

export type ReviewerDesk = ReturnType<typeof reviewerDesk>
