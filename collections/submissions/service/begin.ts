import { isOffered, offeredIn } from '../../organizations/queries.ts'
import { credentialView } from '../../credentials/view.ts'
import { personOf } from '../../people/actions.ts'
import { canRenew } from '../../awards/policy.ts'
import type { Act } from '../../kernel/act.ts'
import { every } from '../../kernel/queries.ts'
import { activeWork, beginSubmission, begunBefore, makeWayFor } from '../begin.ts'
import { editionFrom } from '../edition.ts'
import type { BeginForm } from '../schema.ts'
import type { BeginView, Begun } from '../view.ts'
import { answerDue } from '../../reviews/assignment.ts'
import { dayIn } from '../../values/day.ts'
import { bySlug, type Snapshot } from '../../catalog/snapshot.ts'
import { relatedIn } from '../../catalog/related.ts'
import type { Credential } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { evenly, masked } from '../../context/mailboxes.ts'
import { DESK_REFUSALS } from '../../registrations/service/sentences.ts'
import { notifySender } from './notifications.ts'
import { deadlineOf } from './submission.ts'

const found = ({ documents }: Snapshot, slug: string): Credential | undefined =>
  bySlug(documents.credentials.values()).get(slug)

const viewIn = (snapshot: Snapshot, credential: Credential) => {
  const related = relatedIn(snapshot.documents)
  return credentialView(credential, related.contacts(credential.contacts), related.strategies(credential.strategies))
}

const isPast = (deadline: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  deadline !== null && Temporal.Instant.compare(now, deadline) > 0

/** What the page shows before anybody begins; undefined where there is no such credential. */
export const beginView = async (context: Context, slug: string): Promise<BeginView | undefined> => {
  const snapshot = await context.source.read()
  const credential = found(snapshot, slug)
  if (!credential) return undefined
  const view = viewIn(snapshot, credential)
  const { now } = context
  const deadline = deadlineOf(view, context.zone)
  return {
    credential: view,
    deadline,
    isClosed: isPast(deadline, now),
    answerDue:
      view.reviewDays === null ? null : answerDue(now, view.reviewDays, snapshot.holidays, context.zone).instant,
    organizations: offeredIn(await context.organizations()),
    zone: context.zone,
  }
}

const accept = async ({ tokens, now }: Context, slug: string, { email }: BeginForm): Promise<Begun> => ({
  ok: true,
  receipt: await tokens.sign('receipt', { w: slug, m: masked(email) }, now),
})

const refuse = (status: 404 | 409 | 422, errors: Record<string, string>): Begun => ({ ok: false, status, errors })

/** Who has passed begins anew once the award ends soon, or holds no more. */
const makeWayToRenew = async (context: Context, act: Act, credential: string, person: string): Promise<void> => {
  const before = await activeWork(context.payload, credential, person)
  if (before?.status !== 'passed') return
  const [award] = await every(
    context,
    'awards',
    { submission: { equals: before.id } },
    { sort: '-awardedAt', limit: 1 },
  )
  if (award && canRenew(award, act.now)) await makeWayFor(act, before)
}

const CLOSED = 'The last day to send work for this micro-credential has passed.'

const take = async (context: Context, slug: string, form: BeginForm): Promise<Begun> => {
  const snapshot = await context.source.read()
  const credential = found(snapshot, slug)
  if (!credential) return refuse(404, { form: 'There is no such micro-credential.' })
  const before = await begunBefore(context.payload, form, slug)
  if (before === 'repeated') return accept(context, slug, form)
  if (before === 'reused') return refuse(409, { form: DESK_REFUSALS['attempt-reused'] })
  const view = viewIn(snapshot, credential)
  const act = actOf(context, { kind: 'person', name: form.name })
  if (isPast(deadlineOf(view, context.zone), act.now)) return refuse(409, { form: CLOSED })
  const isListed = form.organization !== 'other'
  if (isListed && !isOffered(await context.organizations(), form.organization))
    return refuse(422, { organization: DESK_REFUSALS['unknown-organization'] })
  const organization = isListed ? form.organization : undefined
  const employer = isListed ? '' : form.employer
  const person = await personOf(act, { name: form.name, email: form.email, organization, employer })
  const edition = editionFrom(view)
  await makeWayToRenew(context, act, credential.id, person.id)
  const begun = await beginSubmission(act, {
    credential: credential.id,
    edition,
    person: person.id,
    form,
    organization,
  })
  if (begun?.kind === 'again')
    context.afterwards(() =>
      notifySender(context, begun.submission, 'work-again', { key: dayIn(act.now, context.zone) }),
    )
  return accept(context, slug, form)
}

/**
 * Begins work for a micro-credential as it is at this moment. The answer is the same, and takes as long, whether or not the
 * mailbox has work already; the mailbox is told the difference. The same form sent again changes nothing.
 */
export const beginWork = (context: Context, slug: string, form: BeginForm): Promise<Begun> =>
  evenly(take(context, slug, form))

/** What the page after beginning may show. */
export const begunView = async (
  context: Context,
  slug: string,
  receipt: string,
): Promise<{ title: string; mailbox: string } | undefined> => {
  const opened = await context.tokens.open('receipt', receipt, context.now)
  if (!opened.ok || opened.claims['w'] !== slug) return undefined
  const credential = found(await context.source.read(), slug)
  return credential && { title: credential.title, mailbox: String(opened.claims['m']) }
}
