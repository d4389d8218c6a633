import type { ApplicationStatus } from '../applications/states.ts'
import { isOneOf } from '../values/list.ts'
import { OPEN_APPLICATIONS, type Joined } from './joining.ts'

// Two people who were written down as one: when their record can be split.

/** What goes to the record of its own, by id. Days, checks and certificates go with it. */
export type Chosen = Pick<Joined['of'], 'registrations' | 'applications' | 'submissions'>

export const SPLIT_REFUSALS = {
  gone: 'This record is gone. Nothing was changed.',
  'joined-before': 'This record was joined into another one. Part them instead.',
  nothing: 'Tick what is the other person’s.',
  'not-theirs': 'Something of this is not of this record any more. Look at it again.',
  'open-application': 'An application that is not decided yet cannot go along. Split the record once it is.',
  'no-name': 'Give the other person’s name.',
  known: 'Somebody of this name and mailbox is known already. Join the two afterwards, or correct the name.',
  'no-reason': 'Say why. It stays in the log.',
} as const
export type SplitRefusal = keyof typeof SPLIT_REFUSALS

type Record = {
  isJoined: boolean
  owned: Joined['of']
  applications: readonly { id: string; status: ApplicationStatus }[]
}

/** Why a record is not split like this; undefined: it is. */
export const refusalToSplit = (
  { isJoined, owned, applications }: Record,
  { name, chosen, reason }: { name: string; chosen: Chosen; reason: string },
): SplitRefusal | undefined => {
  if (isJoined) return 'joined-before'
  const kinds = ['registrations', 'applications', 'submissions'] as const
  if (kinds.every((kind) => chosen[kind].length === 0)) return 'nothing'
  if (kinds.some((kind) => chosen[kind].some((id) => !owned[kind].includes(id)))) return 'not-theirs'
  const isOpen = applications.some(
    ({ id, status }) => chosen.applications.includes(id) && isOneOf(OPEN_APPLICATIONS, status),
  )
  if (isOpen) return 'open-application'
  if (!name.trim()) return 'no-name'
  return reason.trim() ? undefined : 'no-reason'
}
