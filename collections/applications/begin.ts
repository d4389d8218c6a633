import type { Payload } from 'payload'
import type { Application } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { attemptFrom, holderOf } from '../kernel/attempts.ts'
import { create } from '../kernel/change.ts'
import type { Fields } from '../kernel/keyed.ts'
import { changeApplication, said } from './change.ts'
import { applicantName, type AskedForm, type Team } from './form.ts'
import { withLastVersion } from './earlier.ts'
import { answersIn, membersIn } from './lacking.ts'
import { eligibilityOf } from './policy.ts'
import type { ApplicationForm } from './schema.ts'

// Beginning an application, going on with it, and sending it.

/** Kept as a draft, or handed in. */
export type Step = 'save' | 'send'

type Filled = {
  /** See `callOf`. */
  call: string
  /** The collaborative it is begun at. */
  collaborative: string
  person: string
  asked: AskedForm
  form: ApplicationForm
  step: Step
  /** An organization of the list; undefined for any other. */
  organization: string | undefined
  /** What is applied for, in words, for the title. */
  about: string
}

const teamFrom = ({ teamName, teamKind, members }: ApplicationForm): Team => ({
  name: teamName,
  kind: teamKind || null,
  members: membersIn(members),
})

/** What an application holds of a form. The mailbox is not in it: a draft never moves to another. */
const typedFields = ({ asked, form, organization, about, collaborative }: Filled): Fields<'applications'> => {
  const isTeam = asked.applicant === 'team'
  const chosen = form.choices.flatMap((slug) => asked.offered.find((one) => one.slug === slug)?.id ?? [])
  const choices = isTeam ? [...new Set(chosen)] : [collaborative]
  return {
    title: `${(isTeam && form.teamName) || form.name}, ${about}`,
    name: form.name,
    phone: form.phone,
    organization: organization ?? null,
    employer: form.employer,
    jobTitle: form.jobTitle,
    ...(isTeam && { team: teamFrom(form) }),
    answers: answersIn(asked, form),
    choices: choices.map((one) => ({ collaborative: one, state: 'open' })),
  }
}

/** What sending adds: what was asked, and whether the answers let one take part. */
const sentFields = ({ asked, form }: Filled, now: Temporal.Instant): Fields<'applications'> => {
  const eligibility = eligibilityOf(asked, answersIn(asked, form))
  const because = eligibility.state === 'ineligible' ? eligibility.because : undefined
  return {
    status: because ? 'ineligible' : 'submitted',
    ...(because && { reasons: [...because] }),
    asked,
    submittedAt: now.toString(),
  }
}

/** What tells one sending of a form from another: a draft that is handed in is not the same again. */
export const attemptOf = ({ attempt, ...typed }: ApplicationForm, step: Step) => attemptFrom(attempt, [step, typed])

/** One live application for each person and call. */
const activeKeyOf = (call: string, person: string): string => `${call}|${person}`

/** The application a form was sent for before, by the number made with the form, which nobody else was given. */
export const applicationOfAttempt = async (payload: Payload, attempt: string): Promise<Application | undefined> =>
  attempt ? holderOf(payload, 'applications', 'attempt', attempt) : undefined

/** new: kept now · again: this person has an application in this call already, which is left as it is. */
export type Begun = { kind: 'new' | 'again'; application: Application }

/** Begins an application in one write; undefined where the attempt was taken in the same moment. */
export const beginApplication = async (act: Act, filled: Filled): Promise<Begun | undefined> => {
  const { payload, now } = act
  const { call, collaborative, person, asked, form, step } = filled
  const { attempt, attemptHash } = attemptOf(form, step)
  const activeKey = activeKeyOf(call, person)
  const begun = {
    ...typedFields(filled),
    status: 'draft' as const,
    ...(step === 'send' && sentFields(filled, now)),
    applicant: asked.applicant,
    call,
    collaborative,
    person,
    email: form.email,
    startedAt: now.toString(),
    movedAt: now.toString(),
    activeKey,
    ...(attempt && { attempt }),
    attemptHash,
    linkVersion: 1,
  } as const
  // A draft; the log begins once it is handed in.
  const application = await create(act, 'applications', begun, null)
  if (application) return { kind: 'new', application }
  const known = await holderOf(payload, 'applications', 'activeKey', activeKey)
  return known && known.attempt !== attempt ? { kind: 'again', application: known } : undefined
}

/** What the readers scored was another text. */
const SCORED = ['score', 'readings', 'scoreReason', 'reason'] as const

/**
 * Goes on with a draft, hands it in, or changes what was sent before, of which every version is kept; undefined where it changed
 * meanwhile. Whoever changes what could be read keeps the moment at which it was first sent, by which equal scores are ordered.
 */
export const continueApplication = (act: Act, known: Application, filled: Filled): Promise<Application | undefined> => {
  const { attempt, attemptHash } = attemptOf(filled.form, filled.step)
  const sent = filled.step === 'send' ? sentFields(filled, act.now) : {}
  const isAgain = known.status !== 'draft'
  const wasReadable = isAgain && known.status !== 'ineligible'
  const data = {
    ...typedFields(filled),
    ...sent,
    ...(isAgain && { earlier: withLastVersion(known, act.now), changedAt: act.now.toString() }),
    ...(wasReadable && known.submittedAt && { submittedAt: known.submittedAt }),
    ...(attempt && attempt === known.attempt && { attemptHash }),
  }
  // Reasons by answers that were corrected are none any more.
  const absent = [...(sent.reasons ? [] : ['reasons' as const]), ...(isAgain ? SCORED : [])]
  // What is handed in the first time is logged with its receipt.
  const entry = isAgain ? said('changed', `${applicantName(known)}: changed what was sent`) : null
  return changeApplication(act, known, data, entry, absent)
}
