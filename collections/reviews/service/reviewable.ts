import type { Where } from 'payload'
import { askedOf, teamOf, type AskedForm } from '../../applications/form.ts'
import type { Subject } from '../actions.ts'
import { conflictOf, type Party } from '../assignment.ts'
import { attemptOf } from '../lead.ts'
import { identityOf, type Workplace } from '../identity.ts'
import type { Identity } from '../mask.ts'
import { reviewsAbout, scoresBySeat } from '../reading.ts'
import { seatsAsked, seatsOfApplication } from '../seats.ts'
import { hasJudgedBefore } from '../../submissions/appeal.ts'
import { workOf, type Work } from '../work.ts'
import { idOf } from '../../kernel/related.ts'
import type { Application, Review, Submission, User } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'

// What can be reviewed, with everything a reviewer must not see; nothing of this leaves the desk as it is.

type Common = { subject: Subject; identity: Identity; parties: Party[]; reviews: Review[]; title: string }
export type ReviewableWork = Common & { kind: 'submission'; submission: Submission; work: Work }
export type ReviewableApplication = Common & {
  kind: 'application'
  application: Application
  asked: AskedForm
  readers: number
}
export type Reviewable = ReviewableWork | ReviewableApplication

type Names = ReadonlyMap<string, Workplace>

const filled = (texts: readonly (string | null | undefined)[]): string[] =>
  texts.flatMap((text) => (text?.trim() ? [text.trim()] : []))

type Sender = Pick<Submission, 'name' | 'email' | 'organization' | 'employer'>

const partyOf = ({ email, organization, employer }: Sender, names: Names): Party => {
  const id = idOf(organization) ?? null
  return { email, organization: id, employer: (id && names.get(id)?.name) || employer || null }
}

const reviewableWork = (submission: Submission, reviews: Review[], names: Names): ReviewableWork => {
  const work = workOf(submission)
  const party = partyOf(submission, names)
  return {
    kind: 'submission',
    submission,
    work,
    reviews,
    title: work.edition.title,
    parties: [party],
    identity: identityOf(submission, names.get(party.organization ?? '') ?? null),
    subject: {
      kind: 'submission',
      id: submission.id,
      ...attemptOf(submission),
      dueAt: submission.dueAt ?? null,
      title: work.edition.title,
      seats: (finished) => seatsAsked(work.edition.reviewers, work.open, scoresBySeat(finished), work.edition.differ),
    },
  }
}

/** An application is read until decisions are out. */
const READ = ['submitted', 'waiting'] as const

const reviewableApplication = (
  application: Application,
  asked: AskedForm,
  reviews: Review[],
  names: Names,
  { title, readers }: { title: string; readers: number },
): ReviewableApplication => {
  const party = partyOf(application, names)
  const team = teamOf(application)
  const members = team?.members ?? []
  return {
    kind: 'application',
    application,
    asked,
    reviews,
    title,
    readers,
    parties: [
      party,
      ...members.map(({ email }) => ({ ...party, email })),
      ...filled([application.employer, team?.name]).map((employer) => ({ ...party, employer })),
    ],
    identity: identityOf(application, names.get(party.organization ?? '') ?? null, {
      members,
      team: team?.name,
      phones: [application.phone],
    }),
    subject: {
      kind: 'application',
      id: application.id,
      attempt: 1,
      handedInAt: Temporal.Instant.from(application.startedAt),
      dueAt: null,
      title,
      seats: () => seatsOfApplication(application.status, readers),
    },
  }
}

const groupedBy = (reviews: readonly Review[], relation: 'submission' | 'application'): Map<string, Review[]> => {
  const groups = new Map<string, Review[]>()
  for (const review of reviews) {
    const id = idOf(review[relation])
    if (id) groups.set(id, [...(groups.get(id) ?? []), review])
  }
  return groups
}

/** Work that reviewers can read now, or the one piece of it that is asked for. */
const worksInReview = async (context: Context, where: Where = {}): Promise<ReviewableWork[]> => {
  const submissions = await every(context, 'submissions', { and: [{ status: { equals: 'in-review' } }, where] })
  const [reviews, names] = await Promise.all([
    reviewsAbout(
      context.payload,
      'submission',
      submissions.map(({ id }) => id),
    ),
    context.organizations(),
  ])
  const bySubmission = groupedBy(reviews, 'submission')
  return submissions.map((submission) => reviewableWork(submission, bySubmission.get(submission.id) ?? [], names))
}

/** Applications that can be scored now: sent, by criteria, and not decided about. */
const applicationsToScore = async (context: Context, where: Where = {}): Promise<ReviewableApplication[]> => {
  const [applications, decided, names] = await Promise.all([
    every(context, 'applications', { and: [{ status: { in: [...READ] } }, where] }),
    every(context, 'selections', { state: { not_equals: 'scoring' } }),
    context.organizations(),
  ])
  const isDecided = new Set(decided.map(({ call }) => call))
  const open = applications.filter(({ status, call }) => status === 'submitted' || !isDecided.has(call))
  const [reviews, { documents }] = await Promise.all([
    reviewsAbout(
      context.payload,
      'application',
      open.map(({ id }) => id),
    ),
    context.source.read(),
  ])
  const byApplication = groupedBy(reviews, 'application')
  return open.flatMap((application) => {
    const asked = askedOf(application)
    if (!asked || asked.criteria.length === 0) return []
    const begunAt = documents.collaboratives.get(idOf(application.collaborative))
    const title = (asked.offered.length > 1 && begunAt?.program) || begunAt?.name || asked.offered[0]?.name || ''
    const about = { title, readers: begunAt?.readers ?? 1 }
    return [reviewableApplication(application, asked, byApplication.get(application.id) ?? [], names, about)]
  })
}

export const allReviewable = async (context: Context): Promise<Reviewable[]> =>
  (await Promise.all([worksInReview(context), applicationsToScore(context)])).flat()

/** One thing that can be read now; undefined where it cannot be. */
export const reviewableById = async (
  context: Context,
  kind: Reviewable['kind'],
  id: string,
): Promise<Reviewable | undefined> => {
  const own = { id: { equals: id } }
  return (kind === 'submission' ? await worksInReview(context, own) : await applicationsToScore(context, own))[0]
}

/** What a review is about, while it can be read. */
export const reviewableOf = (context: Context, review: Review): Promise<Reviewable | undefined> => {
  const submission = idOf(review.submission)
  return submission
    ? reviewableById(context, 'submission', submission)
    : reviewableById(context, 'application', idOf(review.application) ?? '')
}

/** Whether a reviewer must not read it: their own, a colleague's, or something they know the author of. */
export const isBarred = (reviewable: Reviewable, user: User, names: Names): boolean => {
  const { parties, reviews, kind } = reviewable
  const organization = idOf(user.organization) ?? null
  const me: Party = {
    email: user.email,
    organization,
    employer: (organization && names.get(organization)?.name) || null,
  }
  return (
    parties.some((party) => conflictOf(me, party) !== undefined) ||
    reviews.some(({ knowsWho, reviewer }) => knowsWho && idOf(reviewer) === user.id) ||
    (kind === 'submission' &&
      reviews.some((review) =>
        hasJudgedBefore(reviewable.submission, { ...review, reviewer: idOf(review.reviewer) }, user.id),
      ))
  )
}
