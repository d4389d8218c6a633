import { createHash } from 'node:crypto'
import { contentsOf, type Contents, type Edition } from '../edition.ts'
import type { Handed } from '../parts.ts'
import type { Attempts } from '../policy.ts'
import type { WorkDone, WorkRefusal } from '../view.ts'
import type { Entry } from '../../kernel/audit.ts'
import { change } from '../../kernel/change.ts'
import type { Fields } from '../../kernel/keyed.ts'
import { endOfDay } from '../../values/day.ts'
import { timelinessOf, type Timeliness } from '../../values/grace.ts'
import type { Submission } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { openLink } from '../../context/links.ts'
import { one } from '../../kernel/queries.ts'

/** A submission, read: what is asked, what was handed in, and how it was judged. */
export type Work = Contents & { submission: Submission }

export const workOf = (submission: Submission): Work => ({ submission, ...contentsOf(submission) })

export const refuse = (refusal: WorkRefusal) => ({ ok: false, refusal }) as const

export const attemptsOf = ({ submission, edition }: Work): Attempts => ({
  made: submission.attempts,
  cap: edition.attempts,
  allowed: submission.allowed,
})

/** The work a link is for, as long as the link is the latest one. */
export const openWork = async (context: Context, token: string): Promise<WorkDone<{ work: Work }>> => {
  const opened = await openLink(context, 'submission', token)
  return opened.ok ? { ok: true, work: workOf(opened.record) } : opened
}

/** The last moment to send; null: at any time. */
export const deadlineOf = ({ submitUntil }: Pick<Edition, 'submitUntil'>, zone: string): Temporal.Instant | null =>
  submitUntil ? endOfDay(submitUntil, zone) : null

/**
 * Whether it can still be sent. The deadline is for sending it the first time: what came in time and was sent back, to be
 * completed or done again, is not late (ours; the source names no deadline).
 */
export const timelinessNow = ({ submission, edition }: Work, { now, zone }: Context): Timeliness =>
  submission.submittedAt
    ? 'on-time'
    : timelinessOf(
        { deadline: deadlineOf(edition, zone), startedAt: Temporal.Instant.from(submission.startedAt) },
        now,
        edition.graceMinutes,
      )

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Stands for what somebody wrote into an item; its files come and go by themselves. */
export const stampOf = ({ text, option, link }: Handed): string =>
  short(JSON.stringify([text ?? '', option ?? null, link ?? '']))

export const stampOfNote = (note: string): string => short(note)

/** Far more than two windows of one person could ever make necessary. */
const MOST_TRIES = 20

/** What the audit log says of it; nothing of what is on its way. */
type Change<Refusal> =
  | { ok: false; refusal: Refusal }
  | { ok?: undefined; data: Fields<'submissions'>; absent?: 'activeKey'[]; said?: { what: string; summary: string } }

/** A line of the audit log. `what` names the step once for all time; up to its first colon it is the kind. */
export const entryOf = (id: string, { what, summary }: { what: string; summary: string }): Entry => ({
  key: `submission:${id}:${what}`,
  kind: `submission.${what.split(':', 1)[0]!}`,
  summary,
  submission: id,
})

/**
 * Changes somebody's work in one write, from how it is at that moment; tried again when another window was first. `decide`
 * returns what to write, or a refusal. Throws when the work is gone.
 */
export const changeWork = async <Refusal extends string>(
  context: Context,
  id: string,
  decide: (work: Work) => Change<Refusal>,
): Promise<{ ok: false; refusal: Refusal } | { ok: true; submission: Submission }> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const submission = await one(context, 'submissions', id)
    if (!submission) throw new Error(`There is no submission ${id}.`)
    const wanted = decide(workOf(submission))
    if (wanted.ok === false) return wanted
    const { data, absent, said } = wanted
    const act = actOf(context, { kind: 'person', name: submission.name })
    const changed = await change(act, 'submissions', submission, data, said ? () => entryOf(id, said) : null, {
      absent,
    })
    if (changed) return { ok: true, submission: changed }
  }
  throw new Error(`Submission ${id} could not be changed in ${MOST_TRIES} tries.`)
}
