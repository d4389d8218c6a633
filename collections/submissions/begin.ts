import type { Payload } from 'payload'
import type { Submission } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { attemptFrom, holderOf } from '../kernel/attempts.ts'
import { create } from '../kernel/change.ts'
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
  const { made, allowed } = attemptsBefore(earlier.map(({ attempts, allowed }) => ({ made: attempts, allowed })))
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
