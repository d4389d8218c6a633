import type { Submission } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { change } from '../kernel/change.ts'
import type { Fields } from '../kernel/keyed.ts'
import { one } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { appealOf, isOpenAppeal, type Appeal, type AppealDecision } from '../submissions/appeal.ts'
import type { Version } from '../submissions/edition.ts'
import { mayBecome } from '../submissions/policy.ts'
import { SUBMISSION_STATUS_LABELS, type SubmissionStatus } from '../submissions/states.ts'
import type { Scores } from '../submissions/scores.ts'
import { countingBySeat, finishedOf, reviewsAbout, scoresBySeat } from './reading.ts'
import type { LeadRefusal } from './states.ts'
import { judgementOf, statusReleased, workOf } from './work.ts'

// What the lead does with work that is being judged. Each is one write on the submission; what the person is told, and the marks
// on the reviews, follow from it.

export type Led = { ok: true; submission: Submission } | { ok: false; refusal: LeadRefusal }

export const refused = (refusal: LeadRefusal): Led => ({ ok: false, refusal })

type Move = { to: SubmissionStatus; reason?: string; summary: string; data?: Fields<'submissions'>; frees?: boolean }

/** One write from what was read to another status, and its line in the log. */
const move = async (act: Act, was: Submission, { to, reason, summary, data, frees }: Move): Promise<Led> => {
  if (!mayBecome(was.status, to)) return refused('not-now')
  const submission = await change(
    act,
    'submissions',
    was,
    { ...data, status: to },
    ({ id, revision, attempts }) => ({
      key: `submission:${id}:${revision}:${to}`,
      kind: `submission.${to}`,
      summary: `${was.title}: ${summary}`,
      submission: id,
      reason,
      data: { submission: id, status: to, attempts },
    }),
    { absent: frees ? ['activeKey'] : [] },
  )
  return submission ? { ok: true, submission } : refused('changed-meanwhile')
}

/** Reads a submission as it is now, and does something with it. */
export const on = async (act: Act, id: string, work: (submission: Submission) => Promise<Led>): Promise<Led> => {
  const submission = await one(act, 'submissions', id)
  return submission ? work(submission) : refused('not-found')
}

/** It is complete: reviewers can take it. */
export const sendToReview = (act: Act, id: string): Promise<Led> =>
  on(act, id, async (was) =>
    was.status === 'submitted' ? move(act, was, { to: 'in-review', summary: 'Sent to review' }) : refused('not-now'),
  )

/** Something is missing: the person adds it, which costs no attempt. What reviewers have scored so far no longer counts. */
export const sendBack = (act: Act, id: string, note: string): Promise<Led> =>
  on(act, id, async (was) => {
    const reason = note.trim()
    if (reason === '') return refused('no-reason')
    return move(act, was, {
      to: 'incomplete',
      reason,
      summary: 'Sent back to be completed',
      data: { deskNote: reason },
    })
  })

/** What tells the reviews that count from older ones. */
export const attemptOf = ({ attempts, submittedAt, startedAt }: Submission) => ({
  attempt: attempts + 1,
  handedInAt: Temporal.Instant.from(submittedAt ?? startedAt),
})

const finishedScores = async (act: Act, submission: Submission): Promise<ReadonlyMap<number, Scores>> => {
  const reviews = await reviewsAbout(act.payload, 'submission', [submission.id])
  return scoresBySeat(finishedOf(countingBySeat(reviews, attemptOf(submission))))
}

/**
 * Tells the person how their work was judged: the outcome by the pass rule, the version that was judged, the attempt it took and
 * what comes next, in one write. It cannot be taken back. `revision`: what the lead was looking at; anything newer is looked at
 * again first. `note`: what the person reads besides the comments.
 */
export const release = (act: Act, id: string, { revision, note }: { revision: number; note: string }): Promise<Led> =>
  on(act, id, async (was) => {
    if (was.status !== 'in-review') return refused('not-now')
    if (was.revision !== revision) return refused('changed-meanwhile')
    const work = workOf(was)
    const judgement = judgementOf(work, await finishedScores(act, was))
    if ('refusal' in judgement) return refused(judgement.refusal)
    const { scores, outcome } = judgement
    const version: Version = {
      attempt: work.attempt,
      submittedAt: was.submittedAt ?? was.startedAt,
      answers: work.answers,
      note: was.note ?? '',
      outcome: outcome.state,
      scores,
      judged: outcome.judged,
      releasedAt: act.now.toString(),
    }
    const to = statusReleased(work, judgement, was.allowed)
    return move(act, was, {
      to,
      reason: note.trim() || undefined,
      summary: `Attempt ${work.attempt} released: ${SUBMISSION_STATUS_LABELS[to]}`,
      data: {
        versions: [...work.versions, version],
        judged: { ...work.judged, ...outcome.judged },
        attempts: work.attempt,
        answeredAt: act.now.toString(),
        deskNote: note.trim() || null,
        note: null,
      },
    })
  })

/** A coach has helped: one more attempt. */
export const allowAnother = (act: Act, id: string, reason: string): Promise<Led> =>
  on(act, id, async (was) => {
    const why = reason.trim()
    if (was.status !== 'with-coach') return refused('not-now')
    if (why === '') return refused('no-reason')
    return move(act, was, {
      to: 'not-yet',
      reason: why,
      summary: 'One more attempt allowed',
      data: { allowed: was.allowed + 1, deskNote: why },
    })
  })

/** Ends it with the coach, without another attempt; the person may begin anew. */
export const endWork = (act: Act, id: string, reason: string): Promise<Led> =>
  on(act, id, async (was) => {
    const why = reason.trim()
    if (was.status !== 'with-coach') return refused('not-now')
    if (why === '') return refused('no-reason')
    return move(act, was, {
      to: 'withdrawn',
      reason: why,
      summary: 'Ended without another attempt',
      data: { deskNote: why },
      frees: true,
    })
  })

type Decided = { decision: AppealDecision; why: string; dueAt: string | null }

/**
 * Decides about an appeal. Granted, what fell short is read anew by others, which takes none of the attempts; refused, what was
 * released stays. Whoever has judged the work cannot decide.
 */
export const decideAppeal = (act: Act, id: string, { decision, why, dueAt }: Decided): Promise<Led> =>
  on(act, id, async (was) => {
    const appeal = appealOf(was)
    if (!appeal || !isOpenAppeal(was)) return refused('not-now')
    if (why.trim() === '') return refused('no-reason')
    const reviews = await reviewsAbout(act.payload, 'submission', [id])
    const isJudge = reviews.some(
      ({ reviewer, status }) => status !== 'handed-back' && idOf(reviewer) === act.actor.user,
    )
    if (isJudge) return refused('judged')
    const at = act.now.toString()
    const decided: Appeal = { ...appeal, decision, decidedAt: at, why: why.trim() }
    if (decision === 'granted')
      return move(act, was, {
        to: 'in-review',
        reason: why.trim(),
        summary: 'Appeal granted: read anew',
        data: { appeal: decided, submittedAt: at, dueAt, allowed: was.allowed + 1, deskNote: why.trim() },
      })
    const submission = await change(act, 'submissions', was, { appeal: decided }, (now) => ({
      key: `submission:${id}:${now.revision}:appeal-refused`,
      kind: 'submission.appeal-refused',
      summary: `${was.title}: Appeal refused`,
      submission: id,
      reason: why.trim(),
    }))
    return submission ? { ok: true, submission } : refused('changed-meanwhile')
  })
