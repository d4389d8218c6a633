import type { Application } from '../kernel/payload-types.ts'
import { mayBecome } from './policy.ts'
import { canSendPapers } from './papers.ts'
import { isAskedFor } from './withdrawal.ts'
import type { ApplicantKind, ApplicationStatus } from './states.ts'

// What a registrar can do with one application. The page and the verb ask the same; nobody reads a draft.

type Standing = { status: ApplicationStatus; applicant: ApplicantKind } & Pick<Application, 'withdrawal'>

/**
 * lookAgain: an application that was not eligible is read after all · offer: a place by hand, past the order · takeBack: in line
 * again, where they stood · keep: they asked to leave, and their place stays theirs · papers: another day for the papers of a
 * team · enroll: the agreement with a team is there; a person is enrolled by accepting.
 */
const ACTIONS = {
  score: ({ status }) => status === 'submitted' || status === 'waiting',
  ineligible: ({ status }) => status !== 'draft' && mayBecome(status, 'ineligible'),
  lookAgain: ({ status }) => status === 'ineligible',
  offer: ({ status }) => status === 'waiting',
  takeBack: ({ status }) => status === 'expired' || status === 'closed',
  withdraw: ({ status }) => status !== 'draft' && mayBecome(status, 'withdrawn'),
  keep: (application) => isAskedFor(application),
  papers: (application) => canSendPapers(application),
  enroll: ({ status, applicant }) => status === 'accepted' && applicant === 'team',
} satisfies Record<string, (application: Standing) => boolean>
export type DeskAction = keyof typeof ACTIONS

export const canAct = (action: DeskAction, application: Standing): boolean => ACTIONS[action](application)
