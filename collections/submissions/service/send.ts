import { createHash } from 'node:crypto'
import { answerDue } from '../../reviews/assignment.ts'
import { asSent, type Lack } from '../parts.ts'
import { leftToDo, mayBecome, refusalToSubmit } from '../policy.ts'
import type { SendForm } from '../schema.ts'
import type { SubmissionRefusal } from '../states.ts'
import type { WorkDone } from '../view.ts'
import type { Context } from '../../context/context.ts'
import { attemptsOf, changeWork, openWork, refuse, timelinessNow, type Work } from './submission.ts'

/** Our words, where the credential has none of its own. */
const OUR_CONSENT =
  'Everybody who can be seen or heard in my evidence knows that reviewers will see it, and has agreed. For children, a parent or guardian has agreed. Or nobody can be seen or heard in it.'

const OUR_OWN_WORK =
  'This is my own work. Nobody else wrote it for me, and neither did a program; what is by others is named as theirs.'

/** What is confirmed with sending: that it is one's own work, and what others who can be recognized in it have agreed to. */
export const consentTextOf = ({ edition }: Pick<Work, 'edition'>): string =>
  [edition.ownWork ?? OUR_OWN_WORK, edition.consent ?? OUR_CONSENT].join('\n\n')

/** What is still to do, counted on what would be sent. */
export const leftIn = ({ items, answers, judged, versions }: Work): Lack[] =>
  leftToDo(items, asSent(items, answers), judged, versions.at(-1)?.answers ?? null)

/** Why it cannot be sent now, apart from the consent given with sending; undefined: it can. */
export const refusalToSend = (work: Work, context: Context): SubmissionRefusal | undefined => {
  const { status, note } = work.submission
  const attempts = attemptsOf(work)
  return refusalToSubmit({ status, note: note ?? '', attempts }, timelinessNow(work, context), leftIn(work))
}

/**
 * Sends the work to be judged, as it is kept at this moment: with what was agreed to, and only what belongs to the forms of
 * evidence that were chosen. `revision` is the state that was looked through; another one is looked through again first.
 */
export const sendWork = async (context: Context, token: string, form: SendForm): Promise<WorkDone> => {
  const opened = await openWork(context, token)
  if (!opened.ok) return opened
  const { holidays } = await context.source.read()
  const at = context.now.toString()
  const done = await changeWork(context, opened.work.submission.id, (work) => {
    const refusal = refusalToSend(work, context)
    if (refusal) return refuse(refusal)
    if (work.submission.revision !== form.revision) return refuse('changed-meanwhile')
    if (!form.consent) return refuse('no-consent')
    const { items, answers, edition } = work
    const text = consentTextOf(work)
    const due = edition.reviewDays === null ? null : answerDue(context.now, edition.reviewDays, holidays, context.zone)
    return {
      data: {
        answers: asSent(items, answers),
        consent: { at, text, hash: createHash('sha256').update(text).digest('hex') },
        showsName: form.showsName,
        status: 'submitted',
        submittedAt: at,
        dueAt: due?.instant.toString() ?? null,
      },
      said: {
        what: `submitted:${at}`,
        summary: `${work.submission.name} sent work for ${edition.title}`,
      },
    }
  })
  return done.ok ? { ok: true } : done
}

/** Takes the work back. The mailbox may begin anew. */
export const withdrawWork = async (context: Context, token: string): Promise<WorkDone> => {
  const opened = await openWork(context, token)
  if (!opened.ok) return opened
  const done = await changeWork(context, opened.work.submission.id, ({ submission, edition }) =>
    mayBecome(submission.status, 'withdrawn')
      ? {
          data: { status: 'withdrawn' },
          absent: ['activeKey'],
          said: { what: 'withdrawn', summary: `${submission.name} took work for ${edition.title} back` },
        }
      : refuse('not-now'),
  )
  return done.ok ? { ok: true } : done
}
