import { setImmediate } from 'node:timers/promises'
import type { Where } from 'payload'
import { agreedPlaceOf, applicantName, choicesOf, reasonsOf } from '../form.ts'
import { lastSentAt } from '../earlier.ts'
import { canSendPapers } from '../papers.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { entryOf } from '../change.ts'
import type { Ineligibility } from '../policy.ts'
import { lineSentence } from '../explain.ts'
import { statusEntry } from '../places.ts'
import type { Decision } from '../selection.ts'
import type { Values } from '../../templates/placeholders.ts'
import { callNamed, decisionsIn, rankedIn } from './calls.ts'
import { APPLICATION_STATUS_LABELS, type ApplicationStatus } from '../states.ts'
import { withdrawalOf } from '../withdrawal.ts'
import { idOf } from '../../kernel/related.ts'
import type { MessageKind } from '../../templates/states.ts'
import { countOf } from '../../values/words.ts'
import type { Application, Selection } from '../../kernel/payload-types.ts'
import { calendarOfLeaving } from './left-letters.ts'
import { withAgreedPlace } from './papers.ts'
import { collaborativeOf } from './programs.ts'
import { notifyApplicant, notifyReceipt } from './notifications.ts'
import { actOf, type Context } from '../../context/context.ts'
import { every, pluck } from '../../kernel/queries.ts'

/** Ineligible by what they answered themselves, and told at once; else the desk decided, which is told with the others. */
const isByAnswers = (application: Application): boolean => reasonsOf(application).length > 0

const sentenceOf = (because: Ineligibility): string =>
  because.reason === 'condition'
    ? because.condition
    : `At least ${countOf(because.minimum, 'live session', 'live sessions')} to attend; you can be there for ${because.canAttend}.`

/** Why somebody cannot take part, a line for each reason. */
export const reasonOf = (application: Application): string =>
  isByAnswers(application) ? reasonsOf(application).map(sentenceOf).join('\n') : (application.reason ?? '')

/** Where somebody stands who let a place go. */
const STANDING = {
  waiting: 'You are still in line for the other collaboratives you asked for.',
  over: 'Your application ends with that.',
} as const

/** Offers that were declined or ran out: each is told and logged once, also when a new offer came in between. */
const notifyReleased = async (context: Context, application: Application): Promise<void> => {
  for (const { collaborative, state, until } of choicesOf(application)) {
    if (state === 'open' || until === undefined) continue
    const about = await collaborativeOf(context, collaborative)
    const name = about?.name ?? 'a collaborative'
    const what = state === 'declined' ? `declined ${name}` : `the offer of ${name} ran out`
    const summary = `${applicantName(application)}: ${what}`
    await writeEntry(actOf(context, SYSTEM), entryOf(application, `let-go:${collaborative}:${until}`, summary))
    const isOver = application.status === 'declined' || application.status === 'expired'
    await notifyApplicant(
      context,
      { ...application, place: collaborative, offerUntil: until },
      state === 'declined' ? 'place-declined' : 'place-expired',
      { key: `${collaborative}:${until}`, values: { standing: isOver ? STANDING.over : STANDING.waiting } },
    )
  }
}

/** What is written for a status as soon as it is reached. The key tells apart what may be reached again. */
const notificationOf = (application: Application): { kind: MessageKind; key?: string } | undefined => {
  const { status, place, offerUntil, papersUntil } = application
  const kinds: Partial<Record<ApplicationStatus, { kind: MessageKind; key?: string }>> = {
    offered: { kind: 'place-offered', key: `${idOf(place)}:${offerUntil}` },
    // A person is enrolled by accepting, and hears of that.
    ...(canSendPapers(application) && { accepted: { kind: 'place-accepted', key: agreedPlaceOf(application)?.at } }),
    ...(papersUntil && !place && { expired: { kind: 'papers-expired', key: papersUntil } }),
    // A person hears of it with their days; see program-letters.ts.
    ...(application.applicant === 'team' && { enrolled: { kind: 'enrolled' as const } }),
    withdrawn: { kind: 'application-withdrawn' },
    closed: { kind: 'no-place', key: application.movedAt ?? undefined },
    // For each time it was sent: corrected answers can fall short in another way.
    ...(isByAnswers(application) && {
      ineligible: { kind: 'application-ineligible', key: lastSentAt(application) || undefined },
    }),
  }
  return kinds[status]
}

/** What somebody who takes part is told about wanting to leave. */
const notifyWithdrawal = async (context: Context, application: Application): Promise<void> => {
  const withdrawal = application.status === 'enrolled' ? withdrawalOf(application) : null
  if (!withdrawal) return
  // Asked for by the person; what the desk refuses without having been asked was never a request.
  await notifyApplicant(context, application, 'withdrawal-asked', { key: withdrawal.at })
  if (withdrawal.decision === 'kept')
    await notifyApplicant(context, application, 'withdrawal-refused', {
      key: withdrawal.at,
      values: { reason: withdrawal.why ?? '' },
    })
}

/** Why somebody has left, where the desk decided so and they did not say it themselves. */
const whyGone = (application: Application): string => {
  const { decision, why } = withdrawalOf(application) ?? {}
  return decision === 'owed' ? (why ?? '') : ''
}

/** Messages about the place that was accepted, also once it is given up. */
const OF_AGREED: readonly MessageKind[] = ['papers-expired']

/** Who stands further on was told long before that their application came. */
const RECENT: readonly ApplicationStatus[] = ['draft', 'submitted', 'ineligible', 'waiting', 'withdrawn']

/** Sent and read; whoever changed it there is told that it was taken. */
const READABLE: readonly ApplicationStatus[] = ['submitted', 'waiting']

/** Reached without a reason of its own: what stands there is why something happened before. */
const REASON_OF_BEFORE: readonly ApplicationStatus[] = ['waiting', 'accepted']

/** Tells and logs everything that follows from where one application stands, but for what waits for a release. */
export const notifyStatus = async (context: Context, application: Application): Promise<void> => {
  const { status } = application
  // By their answers: the one letter says that it came, and why it cannot be taken.
  const isRefused = status === 'ineligible' && isByAnswers(application)
  if (RECENT.includes(status) && !isRefused) await notifyReceipt(context, application)
  const isChanged = application.changedAt && application.changedAt !== application.submittedAt
  if (isChanged && READABLE.includes(status))
    await notifyApplicant(context, application, 'application-changed', { key: lastSentAt(application) })
  if (status === 'draft') return
  await notifyReleased(context, application)
  const place = idOf(application.place)
  const where = place ? ` (${(await collaborativeOf(context, place))?.name ?? 'gone'})` : ''
  const logged = REASON_OF_BEFORE.includes(status) ? { ...application, reason: null } : application
  const summary = `${applicantName(application)}: ${APPLICATION_STATUS_LABELS[status].toLowerCase()}${where}`
  await writeEntry(actOf(context, SYSTEM), statusEntry(logged, summary))
  const notification = notificationOf(application)
  if (notification)
    await notifyApplicant(
      context,
      OF_AGREED.includes(notification.kind) ? withAgreedPlace(application) : application,
      notification.kind,
      {
        key: notification.key,
        ...(notification.kind === 'application-ineligible' && { values: { reason: reasonOf(application) } }),
        ...(notification.kind === 'application-withdrawn' && {
          values: { reason: whyGone(application) },
          calendar: await calendarOfLeaving(context, application),
        }),
      },
    )
  await notifyWithdrawal(context, application)
}

type ReleaseNotification = { kind: MessageKind; key: string; values: Values }

/**
 * What a release tells those who are offered nothing; undefined for whoever has heard, hears otherwise, or of whom nothing can be
 * said yet. `decision`: of now; none for whoever is not ranked.
 */
export const releaseNotification = (
  application: Application,
  decision: Decision | undefined,
  names: ReadonlyMap<string, string>,
): ReleaseNotification | undefined => {
  if (application.status === 'waiting' && choicesOf(application).every(({ state }) => state === 'open')) {
    const isSkipped = decision && 'skipped' in decision && decision.skipped === 'no-place'
    const line = isSkipped ? lineSentence(decision.because, names) : undefined
    return line === undefined ? undefined : { kind: 'place-waiting', key: 'release', values: { line } }
  }
  if (application.status === 'ineligible' && !isByAnswers(application)) {
    const values = { reason: reasonOf(application) }
    return { kind: 'application-ineligible', key: application.movedAt ?? 'release', values }
  }
  return undefined
}

const AT_ONCE = 20

/** Tells everybody who has to hear of a release and has not, each once. */
export const notifyRelease = async (context: Context, { call: key }: Selection): Promise<void> => {
  const call = callNamed(await context.source.read(), key, context.now)
  const applications = await every(context, 'applications', {
    and: [{ call: { equals: key } }, { status: { in: ['waiting', 'ineligible'] } }],
  })
  if (applications.length === 0) return
  const decisions = new Map(
    call ? decisionsIn(call, await rankedIn(context, key)).map((decision) => [decision.id, decision]) : [],
  )
  const of: Where = {
    and: [{ kind: { in: ['place-waiting', 'application-ineligible'] } }, { 'application.call': { equals: key } }],
  }
  const written = await pluck(context, 'messages', of, ['key'])
  const keys = new Set(written.map(({ key }) => key))
  let made = 0
  for (const application of applications) {
    const notification = releaseNotification(application, decisions.get(application.id), call?.names ?? new Map())
    if (!notification || keys.has(`application:${application.id}:${notification.kind}:${notification.key}`)) continue
    await notifyApplicant(context, application, notification.kind, notification)
    made += 1
    if (made % AT_ONCE === 0) await setImmediate()
  }
}
