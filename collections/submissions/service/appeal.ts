import { answerDue } from '../../reviews/assignment.ts'
import { appealUntil, refusalToAppeal, type Appeal } from '../appeal.ts'
import type { AppealForm } from '../schema.ts'
import type { WorkDone } from '../view.ts'
import type { Context } from '../../context/context.ts'
import { changeWork, openWork, refuse, type Work } from './submission.ts'

/** Until when work can be objected about now; null: it cannot be. */
export const appealUntilOf = async (
  context: Context,
  { submission, edition }: Work,
): Promise<Temporal.Instant | null> => {
  const { holidays } = await context.source.read()
  return appealUntil(submission, edition.appealDays, { holidays, zone: context.zone })
}

/** When an appeal that was sent at a moment is to be answered; as the work itself. */
export const appealDue = async (
  context: Context,
  { edition }: Pick<Work, 'edition'>,
): Promise<Temporal.Instant | null> => {
  const { holidays } = await context.source.read()
  return edition.reviewDays === null ? null : answerDue(context.now, edition.reviewDays, holidays, context.zone).instant
}

/** Objects, once, to how work was judged. */
export const appealWork = async (context: Context, token: string, form: AppealForm): Promise<WorkDone> => {
  const opened = await openWork(context, token)
  if (!opened.ok) return opened
  const { holidays } = await context.source.read()
  const done = await changeWork(context, opened.work.submission.id, ({ submission, edition }) => {
    if (submission.revision !== form.revision) return refuse('changed-meanwhile')
    const until = appealUntil(submission, edition.appealDays, { holidays, zone: context.zone })
    const refusal = refusalToAppeal(until, form.text, context.now)
    if (refusal) return refuse(refusal)
    const appeal: Appeal = { attempt: submission.attempts, at: context.now.toString(), text: form.text }
    const summary = `${submission.name} objects to how ${edition.title} was judged`
    return { data: { appeal }, said: { what: 'appeal', summary } }
  })
  return done.ok ? { ok: true } : done
}
