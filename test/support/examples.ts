import type { CollectionSlug, Payload } from 'payload'
import { DEFAULTS } from '#collections/templates/defaults.ts'
import { MESSAGE_KINDS } from '#collections/templates/states.ts'
import {
  aCircle,
  aCollaborative,
  aContact,
  aCourse,
  aCredential,
  aHoliday,
  aNotice,
  anOrganization,
  aPage,
  aPerson,
  aPicture,
  aFile,
  aPolicy,
  aRecommendation,
  aRegistration,
  aSession,
  aStaffMember,
  aStrategy,
} from './builders.ts'

type Example = { data: object; file?: Awaited<ReturnType<typeof aPicture>> }
type Related = {
  circle: string
  collaborative: string
  credential: string
  course: string
  user: string
  session: string
  person: string
  registration: string
  webhook: string
  event: string
}

const A_LETTER = Buffer.from('%PDF-1.7\n')

/** Each kind of message has one text. */
let worded = 0
let kept = 0
/** A key no other document has. */
const aKey = (): string => `key-${(kept += 1)}`

/** A document that can be saved, for every collection there is: Payload's own ones too. */
export const EXAMPLES: Record<CollectionSlug, (related: Related) => Example | Promise<Example>> = {
  followups: () => ({ data: { step: aKey(), cursors: {}, failed: [] } }),
  addresses: () => ({ data: { key: aKey(), noun: 'courses', slug: 'former', document: 'none' } }),
  changes: () => ({ data: { key: aKey(), version: 0, floor: 0, entries: [] } }),
  leases: () => ({ data: { key: aKey(), holder: '', beat: 0 } }),
  subscriptions: () => ({
    data: {
      key: aKey(),
      label: 'Courses',
      email: 'jordan@example.org',
      query: '?',
      confirmedAt: '2027-02-01T16:00:00.000Z',
      linkVersion: 1,
      revision: 1,
      seen: {},
      news: [],
    },
  }),
  'second-factors': () => ({
    data: { user: aKey(), secret: 'x', confirmedAt: '2027-02-01T16:00:00.000Z', lastStep: 0, codes: [], revision: 1 },
  }),
  limits: () => ({ data: { key: aKey(), hits: 1, endsAt: 0 } }),
  seals: () => ({ data: { number: (kept += 1), at: 'now', hash: 'x', through: 'now', entries: {}, removed: [] } }),
  circles: () => ({ data: aCircle() }),
  courses: ({ circle }) => ({ data: aCourse({ circles: [circle] }) }),
  sessions: ({ course }) => ({ data: aSession({ course }) }),
  strategies: () => ({ data: aStrategy() }),
  recommendations: () => ({ data: aRecommendation() }),
  collaboratives: () => ({ data: aCollaborative() }),
  credentials: () => ({ data: aCredential() }),
  pages: () => ({ data: aPage() }),
  policies: () => ({ data: aPolicy() }),
  contacts: () => ({ data: aContact() }),
  notices: () => ({ data: aNotice() }),
  media: async () => ({ data: { alt: 'One color' }, file: await aPicture('picture.png') }),
  downloads: () => {
    const data = Buffer.from('%PDF-1.4\nxref\n%%EOF')
    return {
      data: { title: 'Flyer' },
      file: { data, mimetype: 'application/pdf', name: 'flyer.pdf', size: data.length },
    }
  },
  evaluations: () => ({
    data: {
      key: aKey(),
      unit: 'none',
      title: 'Course',
      year: 2027,
      startsOn: '2027-03-02',
      closesAt: '2027-03-16T00:00:00.000Z',
      tally: {},
      revision: 1,
    },
  }),
  'evaluation-receipts': ({ session, registration }) => ({ data: { key: aKey(), session, registration } }),
  organizations: () => ({ data: anOrganization() }),
  holidays: () => ({ data: aHoliday() }),
  users: () => ({ data: aStaffMember('reviewer') }),
  templates: () => {
    const kind = MESSAGE_KINDS[(worded += 1) % MESSAGE_KINDS.length]!
    return { data: { _status: 'published', kind, ...DEFAULTS[kind] } }
  },
  people: () => ({ data: aPerson() }),
  registrations: ({ session, person }) => ({
    data: aRegistration({ session, person, activeKey: aKey() }),
  }),
  attendance: ({ registration, session, person }) => ({
    data: {
      key: aKey(),
      registration,
      session,
      person,
      name: 'Person',
      date: '2027-03-02',
      state: 'present',
      minutes: 60,
      at: '2027-03-02T15:00:00Z',
      feeState: 'none',
      revision: 1,
    },
  }),
  deposits: ({ registration, session, person }) => ({
    data: {
      key: aKey(),
      registration,
      session,
      person,
      name: 'Person',
      state: 'due',
      dueCents: 10_000,
      dueOn: '2027-02-20',
      lastMailDay: '2027-02-19',
      revision: 1,
    },
  }),
  charges: () => ({
    data: {
      key: aKey(),
      title: 'Place',
      kind: 'rate',
      cents: 10_000,
      payerKey: 'outside:x',
      payerKind: 'outside',
      payerName: 'A sponsor',
      rule: 'Pays.',
      name: 'Person',
      courseTitle: 'Course',
      day: '2027-03-02',
      bookedAt: '2027-03-02T15:00:00Z',
      bookedOn: '2027-03-02',
    },
  }),
  invoices: () => ({
    data: {
      number: aKey(),
      key: aKey(),
      state: 'issued',
      payerKey: 'outside:x',
      payerKind: 'outside',
      payerName: 'A sponsor',
      period: '2027-03',
      issuedOn: '2027-04-01',
      dueOn: '2027-05-06',
      termsDays: 35,
      lines: [],
      totalCents: 0,
      paidCents: 0,
      payments: [],
      linkVersion: 1,
      revision: 1,
    },
  }),
  messages: () => ({
    data: {
      key: aKey(),
      kind: 'confirmed',
      to: 'person@example.org',
      subject: 'Yours',
      text: 'Text',
      html: '<p>Text</p>',
      state: 'kept',
      attempts: 0,
    },
  }),
  files: () => ({ data: { givenName: 'letter.pdf' }, file: aFile(`${aKey()}.pdf`, A_LETTER, 'application/pdf') }),
  applications: ({ collaborative, person }) => ({
    data: {
      title: 'A person',
      applicant: 'person',
      call: `collaborative:${collaborative}`,
      collaborative,
      person,
      name: 'A person',
      email: 'person@example.org',
      answers: {},
      choices: [],
      status: 'draft',
      startedAt: '2027-03-02T15:00:00Z',
      revision: 1,
      linkVersion: 1,
    },
  }),
  selections: () => ({ data: { title: 'A selection', call: aKey(), state: 'scoring', revision: 1 } }),
  submissions: ({ credential, person }) => ({
    data: {
      title: 'A person',
      credential,
      edition: {},
      person,
      name: 'A person',
      email: 'person@example.org',
      status: 'draft',
      answers: {},
      judged: {},
      versions: [],
      attempts: 0,
      allowed: 0,
      startedAt: '2027-03-02T15:00:00Z',
      revision: 1,
      linkVersion: 1,
    },
  }),
  reviews: ({ user }) => ({
    data: {
      key: aKey(),
      attempt: 1,
      seat: 1,
      reviewer: user,
      status: 'started',
      scores: {},
      startedAt: '2027-03-02T15:00:00Z',
      revision: 1,
    },
  }),
  awards: ({ person }) => ({
    data: {
      key: aKey(),
      code: aKey(),
      kind: 'course',
      title: 'An award',
      person,
      name: 'A person',
      email: 'person@example.org',
      showsName: false,
      awardedAt: '2027-03-02T15:00:00Z',
      revision: 1,
    },
  }),
  events: () => ({
    data: {
      key: aKey(),
      at: '2027-03-02T15:00:00Z',
      kind: 'charge.booked',
      summary: 'It was.',
      actor: 'Onramp',
    },
  }),
  webhooks: () => ({ data: { name: 'Accounting', url: 'https://books.example.org/in', topics: ['charge.booked'] } }),
  deliveries: ({ webhook, event }) => ({
    data: { key: aKey(), webhook, event, topic: 'charge.booked', body: {}, state: 'queued', attempts: 0 },
  }),
  integrations: () => ({ data: { name: 'Accounting', scopes: ['billing'], enableAPIKey: true, apiKey: aKey() } }),
  'payload-kv': () => ({ data: { key: `key-${(kept += 1)}`, data: {} } }),
  'payload-jobs': () => ({ data: { taskSlug: 'schedulePublish', input: {} } }),
  'payload-locked-documents': ({ course, user }) => ({
    data: { document: { relationTo: 'courses', value: course }, user: { relationTo: 'users', value: user } },
  }),
  'payload-preferences': ({ user }) => ({
    data: { key: `key-${(kept += 1)}`, value: {}, user: { relationTo: 'users', value: user } },
  }),
  'payload-migrations': () => ({ data: { name: `migration-${(kept += 1)}`, batch: 1 } }),
}

/** What examples of other documents point to. */
export const relatedTo = async (payload: Payload): Promise<Related> => {
  const all = { depth: 0, overrideAccess: true } as const
  const circle = await payload.create({ collection: 'circles', data: aCircle(), ...all })
  const course = await payload.create({ collection: 'courses', data: aCourse({ circles: [circle.id] }), ...all })
  const user = await payload.create({ collection: 'users', data: aStaffMember('reviewer'), ...all })
  const session = await payload.create({ collection: 'sessions', data: aSession({ course: course.id }), ...all })
  const person = await payload.create({ collection: 'people', data: aPerson(), ...all })
  const collaborative = await payload.create({ collection: 'collaboratives', data: aCollaborative(), ...all })
  const credential = await payload.create({ collection: 'credentials', data: aCredential(), ...all })
  const [webhook, event] = await Promise.all(
    (['webhooks', 'events'] as const).map(async (collection) => {
      const { data } = await EXAMPLES[collection]({} as Related)
      return payload.create({ collection, data: data as never, ...all })
    }),
  )
  const registration = await payload.create({
    collection: 'registrations',
    data: aRegistration({ session: session.id, person: person.id }),
    ...all,
  })
  return {
    circle: circle.id,
    collaborative: collaborative.id,
    credential: credential.id,
    course: course.id,
    user: user.id,
    session: session.id,
    person: person.id,
    registration: registration.id,
    webhook: webhook!.id,
    event: event!.id,
  }
}
