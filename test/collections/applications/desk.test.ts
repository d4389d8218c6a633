import { expect, test } from 'vitest'
import { canAct, type DeskAction } from '#collections/applications/desk.ts'
import { APPLICATION_STATUSES, type ApplicantKind, type ApplicationStatus } from '#collections/applications/states.ts'

const ALL: readonly DeskAction[] = [
  'score',
  'ineligible',
  'lookAgain',
  'offer',
  'takeBack',
  'withdraw',
  'keep',
  'enroll',
]
const actionsOf = (status: ApplicationStatus, applicant: ApplicantKind): DeskAction[] =>
  ALL.filter((action) => canAct(action, { status, applicant }))

const OF_TEAMS = {
  draft: [],
  submitted: ['score', 'ineligible', 'withdraw'],
  ineligible: ['lookAgain', 'withdraw'],
  waiting: ['score', 'ineligible', 'offer', 'withdraw'],
  offered: ['withdraw'],
  accepted: ['withdraw', 'enroll'],
  enrolled: ['withdraw'],
  declined: [],
  expired: ['takeBack'],
  closed: ['takeBack'],
  withdrawn: [],
} satisfies Record<ApplicationStatus, DeskAction[]>

test.each(APPLICATION_STATUSES)('what the desk can do with the application of a team that is %s', (status) => {
  expect(actionsOf(status, 'team')).toEqual(OF_TEAMS[status])
})

test.each(APPLICATION_STATUSES)('what it can do with that of a person, who is enrolled by accepting: %s', (status) => {
  expect(actionsOf(status, 'person')).toEqual(OF_TEAMS[status].filter((move) => move !== 'enroll'))
})
