import { countWords, limitOf } from '../../values/word-count.ts'
import { colleagueOption, feedbackOf, refusalToAsk, type Feedback } from '../feedback.ts'
import { titleOf } from '../parts.ts'
import { refusalToChange } from '../policy.ts'
import type { AskForm, FeedbackForm } from '../schema.ts'
import type { FeedbackView, WorkDone, WorkRefusal } from '../view.ts'
import { one } from '../../kernel/queries.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../context/context.ts'
import { refusalToWrite } from './save.ts'
import { changeWork, openWork, refuse, workOf, type Work } from './submission.ts'

// A colleague is asked for feedback, and writes it by a link of their own; the owner reads it and cannot change it.

/** The whole address of the link of whoever was asked about an item. */
export const feedbackLink = async (
  { tokens, now, siteUrl }: Pick<Context, 'tokens' | 'now' | 'siteUrl'>,
  submission: string,
  item: string,
  { version }: Pick<Feedback, 'version'>,
): Promise<string> =>
  siteUrl + paths.feedback(await tokens.sign('feedback', { s: submission, i: item, v: version }, now))

const optionAt = ({ items, answers }: Work, key: string) =>
  colleagueOption(
    items.find((item) => item.key === key),
    answers[key] ?? {},
  )

/** Why nothing can be done about the feedback of an item now; undefined: it can. */
const refusalAt = (work: Work, key: string, context: Context): WorkRefusal | undefined =>
  refusalToWrite(work, context) ??
  refusalToChange(key, work.submission.status, work.items, work.judged) ??
  (optionAt(work, key) ? undefined : 'not-now')

/** Asks a colleague, who gets a link by mail. Whoever was asked before has none any more, and what they wrote goes. */
export const askColleague = async (context: Context, token: string, key: string, form: AskForm): Promise<WorkDone> => {
  const opened = await openWork(context, token)
  if (!opened.ok) return opened
  const done = await changeWork(context, opened.work.submission.id, (work) => {
    const { submission, answers } = work
    const refusal = refusalAt(work, key, context) ?? refusalToAsk(submission, form)
    if (refusal) return refuse(refusal)
    const all = feedbackOf(submission)
    const asked: Feedback = {
      name: form.name,
      email: form.email,
      askedAt: context.now.toString(),
      version: (all[key]?.version ?? 0) + 1,
    }
    return {
      data: {
        feedback: { ...all, [key]: asked },
        answers: { ...answers, [key]: { ...answers[key], theirs: '' } },
      },
      said: {
        what: `feedback-asked:${key}:${asked.version}`,
        summary: `${submission.name} asked ${asked.name} for feedback`,
      },
    }
  })
  return done.ok ? { ok: true } : done
}

type OpenedFeedback = { work: Work; key: string; feedback: Feedback }

const openFeedback = async (context: Context, token: string): Promise<WorkDone<OpenedFeedback>> => {
  const opened = await context.tokens.open('feedback', token, context.now)
  if (!opened.ok) return opened
  const submission = await one(context, 'submissions', String(opened.claims['s']))
  if (!submission) return refuse('invalid')
  const key = String(opened.claims['i'])
  const feedback = feedbackOf(submission)[key]
  if (!feedback || feedback.version !== opened.claims['v']) return refuse('replaced')
  return { ok: true, work: workOf(submission), key, feedback }
}

/** What a colleague sees who was asked: what it is about, and what they wrote. */
export const feedbackView = async (context: Context, token: string): Promise<WorkDone<{ view: FeedbackView }>> => {
  const opened = await openFeedback(context, token)
  if (!opened.ok) return opened
  const { work, key, feedback } = opened
  const item = work.items.find((one) => one.key === key)
  const option = optionAt(work, key)
  if (item?.kind !== 'evidence' || !option) return refuse('replaced')
  return {
    ok: true,
    view: {
      credential: work.edition.title,
      owner: work.submission.name,
      colleague: feedback.name,
      title: titleOf(item),
      text: option.text,
      mustShow: item.evidence.mustShow,
      wordLimit: option.wordLimit,
      limitKind: option.limitKind ?? 'hard',
      written: work.answers[key]?.theirs ?? '',
      isGiven: feedback.givenAt !== undefined,
      canWrite: refusalAt(work, key, context) === undefined,
    },
  }
}

/** Keeps what a colleague writes; it can be written anew until the work is sent. */
export const giveFeedback = async (context: Context, token: string, { text }: FeedbackForm): Promise<WorkDone> => {
  const opened = await openFeedback(context, token)
  if (!opened.ok) return opened
  const { key, feedback } = opened
  const done = await changeWork(context, opened.work.submission.id, (work) => {
    const { submission, answers } = work
    const all = feedbackOf(submission)
    const option = optionAt(work, key)
    const refusal = refusalAt(work, key, context)
    if (refusal || !option || all[key]?.version !== feedback.version) return refuse(refusal ?? 'not-now')
    const words = countWords(text)
    if (words === 0) return refuse('no-note')
    const limited = { wordLimit: option.wordLimit, limitKind: option.limitKind ?? ('hard' as const) }
    const standing = limitOf(limited, words)
    if (standing.state === 'over' && standing.kind === 'hard') return refuse('incomplete')
    const given: Feedback = { ...feedback, givenAt: context.now.toString() }
    return {
      data: {
        feedback: { ...all, [key]: given },
        answers: { ...answers, [key]: { ...answers[key], theirs: text } },
      },
      said: {
        what: `feedback:${key}:${given.givenAt}`,
        summary: `${feedback.name} gave feedback to ${submission.name}`,
      },
    }
  })
  return done.ok ? { ok: true } : done
}
