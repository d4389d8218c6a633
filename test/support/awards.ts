import type { Payload } from 'payload'
import type { CertificateFacts } from '#collections/awards/certificate.ts'
import type { AwardView } from '#collections/awards/view.ts'
import type { Fields } from '#collections/kernel/keyed.ts'
import type { CredentialView } from '#collections/credentials/view.ts'
import type { Version } from '#collections/submissions/edition.ts'
import type { Submission } from '#collections/kernel/payload-types.ts'
import { complete } from './purposeful.ts'
import { newWork, scoresWith } from './works.ts'

// Awards as pages and documents are given them, and work that earns them.

export const aCertificate = (given: Partial<CertificateFacts> = {}): CertificateFacts => ({
  path: '/courses/a-course',
  provider: 'An agency',
  days: [
    { date: '2027-03-02', minutes: 375, whole: 375 },
    { date: '2027-03-23', minutes: 200, whole: 375 },
  ],
  minutes: 575,
  places: ['Learning Center'],
  contacts: [{ name: 'Registration desk', email: 'registration@example.org' }],
  topics: ['religion'],
  circles: [],
  minimum: null,
  printsUnits: false,
  corrections: [],
  ...given,
})

export const anAwardView = (given: Partial<AwardView> = {}): AwardView => ({
  code: 'abcdefghjkmnpqrstuvw',
  zone: 'America/Chicago',
  kind: 'course',
  title: 'A course',
  name: 'Jordan Example',
  awardedAt: Temporal.Instant.from('2027-03-23T21:00:00Z'),
  expiresAt: null,
  status: 'valid',
  revoked: null,
  badge: null,
  certificate: aCertificate(),
  ...given,
})

/** An attempt that was judged. */
export const aVersion = (given: Partial<Version> = {}): Version => ({
  attempt: 1,
  submittedAt: '2027-01-20T16:00:00Z',
  answers: complete,
  note: '',
  outcome: 'passed',
  scores: scoresWith(),
  judged: {},
  releasedAt: '2027-02-01T15:00:00Z',
  ...given,
})

type Given = Omit<Fields<'submissions'>, 'edition'> & { edition?: Partial<CredentialView> }

/** Work that has passed, as the lead releases it. */
export const passedWork = (payload: Payload, credential: string, given: Given = {}): Promise<Submission> =>
  newWork(payload, credential, Temporal.Instant.from('2027-01-20T16:00:00Z'), {
    status: 'passed',
    versions: [{ ...aVersion() }],
    attempts: 1,
    ...given,
  })
