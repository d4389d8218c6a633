import type { Payload } from 'payload'
import type { Act } from '#collections/kernel/act.ts'
import { editionFrom } from '#collections/submissions/edition.ts'
import { createUnlessTaken, type Fields } from '#collections/kernel/keyed.ts'
import type { CredentialView } from '#collections/credentials/view.ts'
import type { AskedForm } from '#collections/applications/form.ts'
import type { Scores } from '#collections/submissions/scores.ts'
import { slotsOf } from '#collections/reviews/policy.ts'
import type { Application, Submission, User } from '#collections/kernel/payload-types.ts'
import type { Context } from '#collections/context/context.ts'
import { actOf } from '#collections/context/context.ts'
import { aCollaborative, aCredential, aPerson, aStaffMember } from './builders.ts'
import { complete, purposeful } from './purposeful.ts'

// Work for a micro-credential and applications as the desk finds them, and the people who judge them.

const all = { depth: 0, overrideAccess: true } as const

/** What the best level of the demo credential is called. */
const BEST = { pass: 'Passing', rubric: 'Proficient' }

/** Every slot at its best, but for those named here. */
export const scoresWith = (given: Record<string, [level: string, comment: string]> = {}): Scores =>
  Object.fromEntries(
    slotsOf(purposeful).map(({ id, criterion }) => {
      const [level, comment] = given[id] ?? [criterion ? BEST.rubric : BEST.pass, '']
      return [id, { level, comment }]
    }),
  )

/** The fields of a form that says these scores. */
export const formOf =
  (scores: Scores) =>
  (name: string): string => {
    const [, what, id] = /^(level|comment) (.+)$/.exec(name) ?? []
    return what && id ? (scores[id]?.[what as 'level' | 'comment'] ?? '') : ''
  }

export const newCredential = async (payload: Payload): Promise<string> =>
  (await payload.create({ collection: 'credentials', data: aCredential(), ...all })).id

type Given = Omit<Fields<'submissions'>, 'edition'> & { edition?: Partial<CredentialView> }

/** Complete work, in review unless something else is said. */
export const newWork = async (
  payload: Payload,
  credential: string,
  now: Temporal.Instant,
  { edition, ...given }: Given = {},
): Promise<Submission> => {
  const person = (await createUnlessTaken(payload, 'people', aPerson()))!
  return (await createUnlessTaken(payload, 'submissions', {
    title: `${person.name}, Purposeful Collaboration`,
    credential,
    edition: { ...editionFrom({ ...purposeful, ...edition }) },
    person: person.id,
    name: person.name,
    email: person.email,
    status: 'in-review',
    answers: { ...complete },
    judged: {},
    versions: [],
    showsName: false,
    attempts: 0,
    allowed: 0,
    startedAt: now.toString(),
    submittedAt: now.toString(),
    activeKey: `${credential}|${person.id}`,
    revision: 1,
    linkVersion: 1,
    ...given,
  }))!
}

export const ASKED: AskedForm = {
  applicant: 'person',
  conditions: ['I work for a public school district.'],
  dates: ['2027-02-04', '2027-02-11'],
  minimum: 1,
  questions: [
    {
      text: 'What do you want to change?',
      hint: null,
      kind: 'text',
      isRequired: true,
      wordLimit: 200,
      limitKind: 'hard',
      choices: [],
    },
  ],
  criteria: [
    { name: 'Purpose', text: 'It is clear.', points: 4 },
    { name: 'Reach', text: null, points: 4 },
  ],
  offered: [],
}

/** An application that waits for its first reading. */
export const newApplication = async (
  payload: Payload,
  now: Temporal.Instant,
  given: Fields<'applications'> = {},
): Promise<Application> => {
  const person = (await createUnlessTaken(payload, 'people', aPerson()))!
  const collaborative = await payload.create({ collection: 'collaboratives', data: aCollaborative(), ...all })
  const offered = [{ id: collaborative.id, slug: collaborative.slug, name: collaborative.name, price: null, places: 6 }]
  return (await createUnlessTaken(payload, 'applications', {
    title: person.name,
    applicant: 'person',
    call: `collaborative:${collaborative.id}`,
    collaborative: collaborative.id,
    person: person.id,
    name: person.name,
    email: person.email,
    answers: { conditions: [true], dates: ['2027-02-04'], texts: { 1: 'How we plan lessons.' } },
    asked: { ...ASKED, offered },
    choices: [{ collaborative: collaborative.id, state: 'open' }],
    status: 'submitted',
    startedAt: now.toString(),
    submittedAt: now.toString(),
    activeKey: `${collaborative.id}|${person.id}`,
    revision: 1,
    linkVersion: 1,
    ...given,
  }))!
}

/** Somebody who never signs in: working out a password takes longer than everything else. */
export const newReviewer = async (payload: Payload, given: Partial<User> = {}): Promise<User> => {
  const { email, roles } = aStaffMember('reviewer')
  return (await createUnlessTaken(payload, 'users', { email, roles, ...given }))!
}

/** A member of staff doing something at the desk's moment. */
export const actBy = (context: Context, user: User): Act =>
  actOf(context, { kind: 'staff', name: user.name ?? user.email, user: user.id })
