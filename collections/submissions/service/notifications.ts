import { notify } from '../../context/notify.ts'
import { deskValues, plainName } from '../../messages/values.ts'
import { paths } from '../../kernel/paths.ts'
import { idOf } from '../../kernel/related.ts'
import { nameOfItem } from '../parts.ts'
import { attemptsLeft, reopened } from '../policy.ts'
import type { Values } from '../../templates/placeholders.ts'
import type { MessageKind } from '../../templates/states.ts'
import { dayIn, formatDay, formatInstant } from '../../values/day.ts'
import { LOCALES } from '../../values/locale.ts'
import { countOf } from '../../values/words.ts'
import type { Submission } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { linkFor } from '../../context/links.ts'
import { deskOf } from '../../registrations/service/facts.ts'
import { attemptsOf, deadlineOf, workOf, type Work } from './submission.ts'

/** How often it can still be sent, as a sentence; empty where nobody counts. */
const attemptsText = (work: Work): string => {
  const left = attemptsLeft(attemptsOf(work))
  if (left === null || left === 0) return ''
  return left === 1
    ? 'You can send it in one more time.'
    : `You can send it in ${countOf(left, 'more time', 'more times')}.`
}

const formatMoment = (moment: Temporal.Instant | null, zone: string): string =>
  moment ? formatInstant(moment, zone, LOCALES[0]) : ''

const valuesOf = async (context: Context, submission: Submission): Promise<Values> => {
  const work = workOf(submission)
  const { edition, items, judged } = work
  const desk = deskOf(await context.source.read(), context)
  const due = submission.dueAt && dayIn(Temporal.Instant.from(submission.dueAt), context.zone)
  return {
    name: plainName(submission.name, 'there'),
    credential: edition.title,
    credential_link: context.siteUrl + paths.credential(edition.slug),
    submission_link: await linkFor(context, 'submission', submission),
    send_until: formatMoment(deadlineOf(edition, context.zone), context.zone),
    answer_due: due ? formatDay(due, LOCALES[0]) : '',
    attempts: attemptsText(work),
    missing: reopened(items, judged)
      .filter(({ key }) => judged[key] === 'not-yet')
      .map((item) => nameOfItem(item, items))
      .join('\n'),
    reason: submission.deskNote ?? '',
    ...deskValues(desk),
  }
}

/** `key` tells apart what may be said more than once; `values` is what the caller knows better. */
type More = { key?: string; values?: Values }

/** Writes to whoever does the work, once for each kind and key: `submission:<id>:<kind>[:<key>]`. */
export const notifySender = async (
  context: Context,
  submission: Submission,
  kind: MessageKind,
  { key, values = {} }: More = {},
): Promise<void> => {
  await notify(context, kind, {
    about: `submission:${submission.id}`,
    key,
    to: submission.email,
    values: { ...(await valuesOf(context, submission)), ...values },
    person: idOf(submission.person),
    submission: submission.id,
  })
}

type Asked = { item: string; version: number; name: string; email: string; feedback_link: string }

/** Writes to a colleague who was asked for feedback, once for each time they were. */
export const notifyColleague = async (
  context: Context,
  submission: Submission,
  { item, version, name, email, feedback_link }: Asked,
): Promise<void> => {
  const desk = deskOf(await context.source.read(), context)
  await notify(context, 'feedback-asked', {
    about: `submission:${submission.id}`,
    key: `${item}:${version}`,
    to: email,
    values: {
      name: plainName(name, 'there'),
      colleague: plainName(submission.name, 'A colleague of yours'),
      credential: workOf(submission).edition.title,
      feedback_link,
      ...deskValues(desk),
    },
    submission: submission.id,
  })
}
