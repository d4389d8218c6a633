import type { Payload } from 'payload'
import type { Submission } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { attemptFrom, holderOf } from '../kernel/attempts.ts'
import { change, create } from '../kernel/change.ts'
import type { Edition } from './edition.ts'
import { every } from '../kernel/queries.ts'
import { attemptsBefore, attemptsLeft } from './policy.ts'
import type { BeginForm } from './schema.ts'

type Beginning = {
  credential: string
  /** The credential as it is now, which is what the work is judged by. */
  edition: Edition
  person: string
  form: BeginForm
  /** An organization of the list; undefined for any other. */
  organization: string | undefined
}

const attemptOf = ({ attempt, ...typed }: BeginForm, slug: string) => attemptFrom(attempt, [slug, typed])

/** One live submission for each person and credential. */
const activeKeyOf = (credential: string, person: string): string => `${credential}|${person}`

/** What came of a form that was sent before; 'reused': another form came under its attempt. Undefined for a new attempt. */
export const begunBefore = async (
  payload: Payload,
  form: BeginForm,
  slug: string,
): Promise<'repeated' | 'reused' | undefined> => {
  const { attempt, attemptHash } = attemptOf(form, slug)
  const before = attempt && (await holderOf(payload, 'submissions', 'attempt', attempt))
  if (!before) return undefined
  return before.attemptHash === attemptHash ? 'repeated' : 'reused'
}

/** Frees the way for new work of somebody whose award is to be renewed. Undefined when the old work changed meanwhile. */
export const makeWayFor = (act: Act, passed: Submission): Promise<Submission | undefined> =>
  change(
    act,
    'submissions',
    passed,
    {},
    ({ id, revision }) => ({
      key: `submission:${id}:renewing:${revision}`,
      kind: 'submission.renewing',
      summary: `${passed.title}: new work is begun to renew it`,
      submission: id,
    }),
    { absent: ['activeKey'] },
  )

/** The work of somebody for a credential that nobody has taken back. */
export const activeWork = (payload: Payload, credential: string, person: string): Promise<Submission | undefined> =>
  holderOf(payload, 'submissions', 'activeKey', activeKeyOf(credential, person))

/** new: begun now · again: this person has work for this credential already, which is left as it is. */
export type BegunWork = { kind: 'new' | 'again'; submission: Submission }

/** Begins work in one write; undefined where the attempt was taken in the same moment. */
export const beginSubmission = async (act: Act, beginning: Beginning): Promise<BegunWork | undefined> => {
  const { credential, edition, person, form, organization } = beginning
  const { attempt, attemptHash } = attemptOf(form, edition.slug)
  const activeKey = activeKeyOf(credential, person)
  const earlier = await every(act, 'submissions', {
    and: [{ credential: { equals: credential } }, { person: { equals: person } }],
  })
  // Who has passed and begins anew, to renew it, has all attempts again.
  const passed = earlier.filter(({ status }) => status === 'passed').map(({ startedAt }) => startedAt)
  const since = passed.toSorted().at(-1)
  const counting = earlier.filter(({ startedAt }) => since === undefined || startedAt > since)
  const { made, allowed } = attemptsBefore(counting.map(({ attempts, allowed }) => ({ made: attempts, allowed })))
  const left = attemptsLeft({ made, allowed, cap: edition.attempts })
  const begun = {
    title: `${form.name}, ${edition.title}`,
    credential,
    edition,
    person,
    name: form.name,
    email: form.email,
    organization,
    employer: organization ? '' : form.employer,
    // A coach helps whoever has none left, before anything is written.
    status: left === 0 ? ('with-coach' as const) : ('draft' as const),
    answers: {},
    judged: {},
    versions: [],
    showsName: false,
    attempts: made,
    allowed,
    startedAt: act.now.toString(),
    activeKey,
    ...(attempt && { attempt }),
    attemptHash,
    linkVersion: 1,
  }
  // Logged with the letter that says so.
  const submission = await create(act, 'submissions', begun, null)
  if (submission) return { kind: 'new', submission }
  const known = await holderOf(act.payload, 'submissions', 'activeKey', activeKey)
  return known && (!attempt || known.attempt !== attempt) ? { kind: 'again', submission: known } : undefined
}
