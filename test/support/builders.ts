import { randomUUID } from 'node:crypto'
import type { Payload, RequiredDataFromCollectionSlug } from 'payload'
import sharp from 'sharp'
import type { Role } from '#collections/access/index.ts'
import { PATTERNS, SHAPES } from '#collections/circles/states.ts'
import type { Agreement } from '#collections/registrations/agreement.ts'

// Documents with sensible defaults, published; a test says only what it is about.

type Data<Slug extends Parameters<Payload['create']>[0]['collection']> = RequiredDataFromCollectionSlug<Slug>
type Given<Slug extends Parameters<Payload['create']>[0]['collection'], Needed = unknown> = Partial<Data<Slug>> & Needed

const published = { _status: 'published' } as const

let made = 0
/** A number that no other document of this run has. */
const next = (): number => (made += 1)

/** Counted by themselves: no two look alike until every shape has had every pattern. */
let circles = 0

export const aCircle = (given: Given<'circles'> = {}): Data<'circles'> => {
  const n = next()
  circles += 1
  const pattern = PATTERNS[Math.floor(circles / SHAPES.length) % PATTERNS.length]!
  const shape = SHAPES[circles % SHAPES.length]!
  return {
    ...published,
    name: `Circle ${n}`,
    slug: `circle-${n}`,
    summary: 'A circle.',
    color: '#0f5c66',
    shape,
    pattern,
    order: n,
    ...given,
  }
}

export const aCourse = (given: Given<'courses', { circles: string[] }>): Data<'courses'> => {
  const n = next()
  return {
    ...published,
    title: `Course ${n}`,
    slug: `course-${n}`,
    summary: 'A course.',
    audience: ['everyone'],
    format: 'in-person',
    clockMinutes: 180,
    ...given,
  }
}

export const aDay = { date: '2027-03-02', startTime: '08:30', endTime: '15:30', breakMinutes: 45 } as const

export const aSession = (given: Given<'sessions'>): Data<'sessions'> => ({
  ...published,
  days: [{ ...aDay }],
  timeZone: 'America/Chicago',
  format: 'in-person',
  capacity: 20,
  seatsReserved: 0,
  status: 'scheduled',
  ...given,
})

export const aStrategy = (given: Given<'strategies'> = {}): Data<'strategies'> => {
  const n = next()
  return { ...published, name: `Strategy ${n}`, slug: `strategy-${n}`, summary: 'A strategy.', order: n, ...given }
}

export const aRecommendation = (given: Given<'recommendations'> = {}): Data<'recommendations'> => {
  const n = next()
  return { ...published, title: `Recommendation ${n}`, slug: `recommendation-${n}`, text: 'Do it.', order: n, ...given }
}

export const aCollaborative = (given: Given<'collaboratives'> = {}): Data<'collaboratives'> => {
  const n = next()
  return {
    ...published,
    name: `Collaborative ${n}`,
    slug: `collaborative-${n}`,
    kind: 'peer-collaborative',
    summary: 'A collaborative.',
    timeZone: 'America/Chicago',
    onCanceled: 'lowers-both',
    makeUps: 0,
    offerHours: 24,
    graceMinutes: 15,
    paperDays: 15,
    order: n,
    ...given,
  }
}

export const aCredential = (given: Given<'credentials'> = {}): Data<'credentials'> => {
  const n = next()
  return {
    ...published,
    title: `Credential ${n}`,
    slug: `credential-${n}`,
    summary: 'A credential.',
    keyMethod: 'A method.',
    parts: [{ number: 1, title: 'Overview', kind: 'prompts', prompts: [{ title: 'Context', text: 'Say where.' }] }],
    levels: [{ name: 'Passing' }, { name: 'Not yet' }],
    passRule: { passParts: [1] },
    reviewers: '1',
    graceMinutes: 15,
    keepMonths: 12,
    order: n,
    ...given,
  }
}

export const aPage = (given: Given<'pages'> = {}): Data<'pages'> => {
  const n = next()
  return { ...published, title: `Page ${n}`, slug: `page-${n}`, summary: 'A page.', ...given }
}

export const aPolicy = (given: Given<'policies'> = {}): Data<'policies'> => {
  const n = next()
  return {
    ...published,
    title: `Policy ${n}`,
    slug: `policy-${n}`,
    summary: 'A policy.',
    kind: 'other',
    order: n,
    ...given,
  }
}

export const aContact = (given: Given<'contacts'> = {}): Data<'contacts'> => {
  const n = next()
  return {
    ...published,
    name: `Desk ${n}`,
    slug: `desk-${n}`,
    duties: 'Anything.',
    email: `desk-${n}@example.org`,
    order: n,
    ...given,
  }
}

export const aNotice = (given: Given<'notices'> = {}): Data<'notices'> => {
  const n = next()
  return { ...published, title: `Notice ${n}`, text: 'News.', tone: 'info', order: n, ...given }
}

export const anOrganization = (given: Given<'organizations'> = {}): Data<'organizations'> => ({
  name: `District ${next()}`,
  kind: 'district',
  ...given,
})

/** A day of its own for each: two holidays cannot share one. */
export const aHoliday = (given: Given<'holidays'> = {}): Data<'holidays'> => {
  const date = Temporal.PlainDate.from('2100-01-01').add({ days: next() }).toString()
  return { name: 'Holiday', date, ...given }
}

export const PASSWORD = 'a password for tests'

export const aStaffMember = (role: Role, given: Given<'users'> = {}): Data<'users'> => ({
  email: `${role}-${randomUUID()}@example.org`,
  password: PASSWORD,
  roles: [role],
  ...given,
})

export const aPerson = (given: Given<'people'> = {}): Data<'people'> => {
  const n = next()
  return {
    name: `Person ${n}`,
    email: `person-${n}@example.org`,
    mediaRelease: { given: false },
    mailingList: { given: false },
    linkVersion: 1,
    ...given,
  }
}

/** What somebody agreed to who registered for one day and whose member district pays. */
export const anAgreement = (given: Partial<Agreement> = {}): Agreement => ({
  at: '2027-01-05T15:00:00Z',
  terms: { version: 'cancellation@2026-08-01', hash: 'a'.repeat(64), text: 'The terms.' },
  events: [{ days: [aDay.date], freeUntil: '2027-02-24T05:59:59.999Z' }],
  timeZone: 'America/Chicago',
  feePerDay: 10_000,
  substitution: true,
  price: { rate: 'member', cents: 0 },
  payer: { kind: 'organization', name: 'District', reason: 'Works for a member district.' },
  check: null,
  course: { title: 'A course', slug: 'a-course' },
  locale: 'en',
  ...given,
})

export const aRegistration = (
  given: Given<'registrations', { session: string; person: string }>,
): Data<'registrations'> => {
  const n = next()
  return {
    title: `Person ${n}`,
    name: `Person ${n}`,
    email: `person-${n}@example.org`,
    status: 'confirmed',
    seatKey: `${given.session}#${n}`,
    activeKey: `${given.session}|${given.person}`,
    waitOrder: n,
    participation: 'member',
    sponsor: {},
    order: { state: 'none' },
    payer: { kind: 'organization', name: 'District', reason: 'Works for a member district.' },
    agreed: anAgreement(),
    gate: 'none',
    mediaRelease: false,
    mailingList: false,
    source: 'web',
    revision: 1,
    linkVersion: 1,
    ...given,
  }
}

type File = { data: Buffer; mimetype: string; name: string; size: number }

export const aFile = (name: string, data: Buffer, mimetype = 'image/png'): File => ({
  data,
  mimetype,
  name,
  size: data.length,
})

/** A picture of one color, encoded in the format its name ends with. */
export const aPicture = async (name: string, { width = 64, height = 48 } = {}): Promise<File> => {
  const format = name.split('.').at(-1)!.replace('jpg', 'jpeg') as 'jpeg' | 'png' | 'webp' | 'avif'
  const picture = sharp({ create: { width, height, channels: 3, background: '#0f5c66' } })
  return aFile(name, await picture.toFormat(format).toBuffer(), `image/${format}`)
}
