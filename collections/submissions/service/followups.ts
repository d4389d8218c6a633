import { record } from '../../events/actions.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import type { MessageKind } from '../../templates/states.ts'
import type { Submission } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { BATCH, every } from '../../kernel/queries.ts'
import { tellWorker } from './notifications.ts'
import { sweepEvidence } from './cleanup.ts'
import { workOf } from './submission.ts'
import { each } from '../../context/each.ts'

type Telling = { kind: MessageKind; key?: string }

/** What has to have been written for work to be as it is. Each is written once, by its key. */
const tellingsOf = ({ status, submittedAt, attempts, allowed, linkVersion }: Submission): Telling[] => {
  if (status === 'withdrawn') return []
  const begun: Telling = { kind: 'work-begun', key: linkVersion > 1 ? String(linkVersion) : undefined }
  if (!submittedAt) return [begun]
  const received: Telling[] = [begun, { kind: 'work-received', key: submittedAt }]
  if (status === 'incomplete') return [...received, { kind: 'work-incomplete', key: submittedAt }]
  // A coach who allows another attempt says so in a message of its own.
  if (status === 'not-yet') return [...received, { kind: 'work-not-yet', key: [attempts, allowed].join('+') }]
  if (status === 'with-coach') return [...received, { kind: 'work-with-coach', key: String(attempts) }]
  return received
}

const settle = async (context: Context, submission: Submission): Promise<void> => {
  const { id, name, revision } = submission
  await record(actOf(context, { kind: 'person', name }), {
    key: `submission:${id}:begun`,
    kind: 'submission.begun',
    summary: `${name} began work for ${workOf(submission).edition.title}`,
    submission: id,
  })
  for (const { kind, key } of tellingsOf(submission)) await tellWorker(context, submission, kind, { key })
  await compareAndSet(context.payload, 'submissions', id, { revision: { equals: revision } }, { unsettled: false })
}

const SWEEP_EVERY = 3_600_000
const swept = new WeakMap<object, number>()

/** Once an hour. */
const sweepSometimes = async (context: Context): Promise<void> => {
  const { payload, now } = context
  if (now.epochMilliseconds - (swept.get(payload) ?? 0) < SWEEP_EVERY) return
  swept.set(payload, now.epochMilliseconds)
  await sweepEvidence(context)
}

/** What is written to people about their work, and evidence that belongs to nothing. */
export const settleSubmissions = async (context: Context): Promise<void> => {
  const changed = await every(context, 'submissions', { unsettled: { equals: true } }, BATCH)
  await each(context, changed, 'Work for a micro-credential', (submission) => settle(context, submission))
  await sweepSometimes(context)
}
