import { dueOf } from '../due.ts'
import { labelOf } from '../label.ts'
import { attemptOf } from '../lead.ts'
import { countingBySeat, finishedOf, reviewsAbout, scoresBySeat, seatedOf } from '../reading.ts'
import { seatsAsked } from '../seats.ts'
import { carriedScores, judgementOf, statusReleased, workOf, type Work } from '../work.ts'
import { idOf } from '../../kernel/related.ts'
import { appealOf, isOpenAppeal } from '../../submissions/appeal.ts'
import { leftToDo } from '../../submissions/policy.ts'
import { numberOf, type Item, type Lack } from '../../submissions/parts.ts'
import { SUBMISSION_STATUSES, type SubmissionStatus } from '../../submissions/states.ts'
import { instantOf } from '../../values/day.ts'
import type { Review, Submission } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { count, every, one } from '../../kernel/queries.ts'
import { staffNames } from '../../staff/queries.ts'
import { logEntries } from '../../staff/records.ts'
import { differingIn } from '../pass-rule.ts'
import { agreementOf } from './agreement-figures.ts'
import { itemViews } from './items.ts'
import type { CompareRow, Progress, WorkDetail, WorkLine, WorksView } from './lead-views.ts'

// How submissions and their reviews become what the lead sees.

/** Lines of a state that are shown; older ones are found in the panel. */
const SHOWN = 200
/** Lines of the log of one piece of work. */
const LOGGED = 50
/** Sent and under way: the machine says what is missing, and reviews count. */
const ASKED_ABOUT: readonly SubmissionStatus[] = ['submitted', 'in-review']

export const lacksOf = ({ items, answers, judged, versions }: Work): Lack[] =>
  leftToDo(items, answers, judged, versions.at(-1)?.answers ?? null)

const titleOf = (item: Item): string =>
  `${numberOf(item.key)} ${item.kind === 'prompt' ? item.prompt.title : item.evidence.title}`

type Beside = { reviews: readonly Review[]; names: ReadonlyMap<string, string>; now: Temporal.Instant }

const progressOf = (submission: Submission, work: Work, { reviews, names, now }: Beside): Progress => {
  const counting = countingBySeat(reviews, attemptOf(submission))
  const scores = scoresBySeat(finishedOf(counting))
  const judgement = judgementOf(work, scores)
  const seats = [...counting.values()]
    .toSorted((a, b) => a.seat - b.seat)
    .map((review) => {
      const { lockedUntil, status } = seatedOf(review)
      return {
        seat: review.seat,
        reviewer: names.get(idOf(review.reviewer)) ?? '',
        status,
        heldUntil: lockedUntil,
        isOver: status === 'started' && lockedUntil !== null && Temporal.Instant.compare(now, lockedUntil) >= 0,
        scoredAt: instantOf(review.scoredAt),
      }
    })
  return { seats, blocked: 'refusal' in judgement ? judgement.refusal : null }
}

const lineOf = async (context: Context, submission: Submission, beside: Beside): Promise<WorkLine> => {
  const { holidays } = await context.source.read()
  const work = workOf(submission)
  const { id, name, status, attempts } = submission
  const dueAt = ASKED_ABOUT.includes(status) ? instantOf(submission.dueAt) : null
  return {
    id,
    credential: work.edition.title,
    label: labelOf('submission', id),
    name,
    status,
    attempt: ASKED_ABOUT.includes(status) ? attempts + 1 : Math.max(1, attempts),
    submittedAt: instantOf(submission.submittedAt),
    due: dueAt && dueOf(dueAt, beside.now, holidays, context.zone),
    missing: status === 'submitted' ? lacksOf(work).length : null,
    progress: status === 'in-review' ? progressOf(submission, work, beside) : null,
    hasAppeal: isOpenAppeal(submission),
  }
}

const byDue = (a: WorkLine, b: WorkLine): number =>
  (a.due?.day ?? '9999').localeCompare(b.due?.day ?? '9999') ||
  (a.submittedAt?.epochMilliseconds ?? 0) - (b.submittedAt?.epochMilliseconds ?? 0)

export const worksView = async (context: Context, now: Temporal.Instant): Promise<WorksView> => {
  const names = await staffNames(context)
  const read = async (status: SubmissionStatus) => {
    const submissions = await every(
      context,
      'submissions',
      { status: { equals: status } },
      { limit: SHOWN, sort: '-updatedAt' },
    )
    const reviews =
      status === 'in-review'
        ? await reviewsAbout(
            context.payload,
            'submission',
            submissions.map(({ id }) => id),
          )
        : []
    const lines = await Promise.all(
      submissions.map((submission) =>
        lineOf(context, submission, {
          reviews: reviews.filter((review) => idOf(review.submission) === submission.id),
          names,
          now,
        }),
      ),
    )
    const all =
      submissions.length < SHOWN ? lines.length : await count(context, 'submissions', { status: { equals: status } })
    return { status, lines: lines.sort(byDue), all }
  }
  const groups = await Promise.all(SUBMISSION_STATUSES.map(read))
  return {
    lines: Object.fromEntries(groups.map(({ status, lines }) => [status, lines])) as WorksView['lines'],
    counts: Object.fromEntries(groups.map(({ status, all }) => [status, all])) as WorksView['counts'],
    agreement: await agreementOf(context),
  }
}

const compareOf = (work: Work, reviews: ReadonlyMap<number, Review>): WorkDetail['compare'] => {
  const scores = scoresBySeat(finishedOf(reviews))
  const seats = [...scores.keys()].toSorted()
  const carried = carriedScores(work)
  const isDecided = seatsAsked(work.edition.reviewers, work.open, scores, work.edition.differ).includes(3)
  const differing = new Set(
    differingIn(work.slots, scores.get(1) ?? {}, scores.get(2) ?? {}, work.edition.differ).map(({ id }) => id),
  )
  const rows = work.slots.map((slot): CompareRow => {
    const item = work.items.find(({ key }) => key === slot.item)!
    const given = seats.map((seat) => scores.get(seat)?.[slot.id] ?? null)
    return {
      id: slot.id,
      item: slot.item,
      title: titleOf(item),
      criterion: slot.criterion,
      required: slot.required,
      given,
      isDiffering: isDecided && differing.has(slot.id) && !carried[slot.id],
      carried: carried[slot.id] ?? null,
    }
  })
  const notes = [...reviews.values()].flatMap(({ seat, note }) => (note?.trim() ? [{ seat, note: note.trim() }] : []))
  return { seats, rows, notes }
}

const outcomeOf = (submission: Submission, work: Work, reviews: ReadonlyMap<number, Review>): WorkDetail['outcome'] => {
  const judgement = judgementOf(work, scoresBySeat(finishedOf(reviews)))
  if ('refusal' in judgement) return null
  const { judged } = judgement.outcome
  return {
    status: statusReleased(work, judgement, submission.allowed),
    fellShort: work.items.filter(({ key }) => judged[key] === 'not-yet').map(titleOf),
  }
}

export const workDetail = async (
  context: Context,
  id: string,
  now: Temporal.Instant,
): Promise<WorkDetail | undefined> => {
  const submission = await one(context, 'submissions', id)
  if (!submission) return undefined
  const [reviews, names, organizations, log, others] = await Promise.all([
    reviewsAbout(context.payload, 'submission', [id]),
    staffNames(context),
    context.organizations(),
    logEntries(context, { submission: { equals: id } }, LOGGED),
    every(context, 'submissions', {
      and: [{ credential: { equals: idOf(submission.credential) } }, { person: { equals: idOf(submission.person) } }],
    }),
  ])
  const work = workOf(submission)
  const counting = countingBySeat(reviews, attemptOf(submission))
  const isInReview = submission.status === 'in-review'
  const isOpen = ASKED_ABOUT.includes(submission.status)
  const appeal = appealOf(submission)
  return {
    ...(await lineOf(context, submission, { reviews, names, now })),
    revision: submission.revision,
    email: submission.email,
    employer: organizations.get(idOf(submission.organization) ?? '')?.name ?? (submission.employer || null),
    cap: work.edition.attempts,
    allowed: submission.allowed,
    note: submission.note?.trim() || null,
    deskNote: submission.deskNote?.trim() || null,
    consent: Boolean(submission.consent),
    lacks: isOpen
      ? lacksOf(work).map(({ key, reason }) => ({
          key,
          reason,
          title: titleOf(work.items.find((item) => item.key === key)!),
        }))
      : [],
    items: await itemViews(context, work, work.items, {
      slots: [],
      scores: {},
      cover: (text) => ({ text, found: 0 }),
    }),
    compare: isInReview ? compareOf(work, counting) : { seats: [], rows: [], notes: [] },
    outcome: isInReview ? outcomeOf(submission, work, counting) : null,
    appeal: appeal && {
      at: Temporal.Instant.from(appeal.at),
      text: appeal.text,
      isOpen: appeal.decision === undefined,
      decision: appeal.decision ?? null,
      why: appeal.why ?? null,
    },
    others: others
      .filter((one) => one.id !== id)
      .map(({ id, status, attempts }) => ({ id, status, attempts, label: labelOf('submission', id) })),
    attempts: work.versions.map(({ attempt, outcome, releasedAt, judged }) => ({
      attempt,
      outcome,
      releasedAt: Temporal.Instant.from(releasedAt),
      fellShort: work.items.filter(({ key }) => judged[key] === 'not-yet').map(titleOf),
    })),
    log,
  }
}
