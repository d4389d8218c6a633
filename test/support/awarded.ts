import { openBadge } from '#collections/awards/badge.ts'
import { compareAndSet } from '#collections/kernel/keyed.ts'
import { mark } from '#collections/attendance/actions.ts'
import { paths } from '#collections/kernel/paths.ts'
import type { Award } from '#collections/kernel/payload-types.ts'
import { aVersion, passedWork } from './awards.ts'
import { aCircle, aContact, aCourse, aDay, aSession, aStrategy } from './builders.ts'
import { openDatabase } from './database.ts'
import { actAt, seated } from './desk.ts'
import { purposeful } from './purposeful.ts'
import { freePort, startServer } from './server.ts'
import { newCredential, scoresWith } from './works.ts'

/** A server with awards of every kind; each is named by its code. */
export type Awarded = {
  base: string
  /** Shows its holder's name; holds for good. */
  named: string
  revoked: string
  expired: string
  certificate: string
  /** In the name of somebody our fonts have no letters for. */
  unwritten: string
  /** A badge signed with our key, of which nothing is recorded. */
  signUnrecorded: () => Promise<string>
  stop: () => Promise<void>
}

const all = { depth: 0, overrideAccess: true } as const
const NOW = Temporal.Now.instant()
const DAYS = ['2025-03-04', '2025-03-25']

/** Makes awards in a database of its own, and serves them. */
export const startAwarded = async (settings: Record<string, string> = {}): Promise<Awarded> => {
  const port = String(await freePort())
  const base = `http://localhost:${port}`
  const database = await openDatabase()
  const { payload, env } = database
  const [{ openCatalog }, { openServices }, { ATTENDANCE, AWARDS, followUp }, { signBadge }, { issuerOf }] =
    await Promise.all([
      import('#cms/catalog/index.ts'),
      import('#cms/services.ts'),
      import('#test/support/follow-ups.ts'),
      import('#collections/awards/service/sign.ts'),
      import('#collections/awards/service/badges.ts'),
    ])
  const desk = await openServices({
    payload,
    env: { ...env, siteUrl: base },
    source: openCatalog(payload, env),
    clock: () => NOW,
    keepsMail: true,
  })
  await desk.stop()
  const context = desk.context()

  const looks = [
    { name: 'Cultural competency', color: '#0f5c66', shape: 'circle', pattern: 'lines' },
    { name: 'Equity leadership', color: '#8a2b4b', shape: 'hexagon', pattern: 'dots' },
    { name: 'Practices', color: '#b4570f', shape: 'diamond', pattern: 'solid' },
  ] as const
  const circles: string[] = []
  for (const look of looks)
    circles.push((await payload.create({ collection: 'circles', data: aCircle({ ...look }), ...all })).id)
  const contact = await payload.create({
    collection: 'contacts',
    data: aContact({ name: 'Registration desk' }),
    ...all,
  })
  await payload.create({
    collection: 'strategies',
    data: aStrategy({ name: 'Adult Behaviors', slug: 'adult-behaviors' }),
    ...all,
  })
  const course = await payload.create({
    collection: 'courses',
    data: aCourse({
      title: 'A course',
      circles: circles.slice(0, 2),
      contacts: [contact.id],
      topics: ['religion', 'systemic-racism'],
    }),
    ...all,
  })
  const session = await payload.create({
    collection: 'sessions',
    data: aSession({
      course: course.id,
      days: DAYS.map((date) => ({ ...aDay, date, place: 'Learning Center, Room 110' })),
    }),
    ...all,
  })
  const seats = [
    await seated(payload, session.id, { name: 'Łukasz Żółć' }),
    await seated(payload, session.id, { name: '𐎠𐎡' }),
  ]
  for (const seat of seats) {
    await mark(actAt(payload, NOW), seat.id, DAYS[0]!, { state: 'present' })
    await mark(actAt(payload, NOW), seat.id, DAYS[1]!, { state: 'partly', minutes: 200 })
  }

  const credential = await newCredential(payload)
  const scores = { ...scoresWith(), '1-1': { level: 'Passing', comment: 'Well argued.' } }
  const strategies = [{ name: 'Adult Behaviors', slug: 'adult-behaviors' }]
  const work = (name: string, releasedAt: string, validMonths: number | null) =>
    passedWork(payload, credential, {
      name,
      showsName: name.startsWith('Jordan'),
      edition: { strategies, validMonths },
      versions: [{ ...aVersion({ scores, releasedAt }) }],
    })
  const works = [
    await work('Jordan Example', '2025-04-01T15:00:00Z', null),
    await work('Robin Hidden', '2025-04-01T15:00:00Z', null),
    await work('Sam Expired', '2025-04-01T15:00:00Z', 1),
  ]
  await followUp(context, ATTENDANCE)
  await followUp(context, AWARDS)

  const awardFor = async (field: 'submission' | 'registration', { id }: { id: string }): Promise<Award> => {
    const { docs } = await payload.find({ collection: 'awards', ...all, where: { [field]: { equals: id } } })
    return docs[0]!
  }
  const awards = await Promise.all([
    ...works.map((one) => awardFor('submission', one)),
    ...seats.map((one) => awardFor('registration', one)),
  ])
  const [named, revoked, expired, certificate, unwritten] = awards.map(({ code }) => code) as [
    string,
    string,
    string,
    string,
    string,
  ]
  await compareAndSet(
    payload,
    'awards',
    awards[1]!.id,
    {},
    {
      revokedAt: '2025-05-05T15:00:00Z',
      revokeReason: 'The work was not their own.',
      revision: 2,
    },
  )
  await followUp(context, AWARDS)

  const server = await startServer({
    PORT: port,
    DATA_DIR: env.dataDir,
    PAYLOAD_SECRET: env.secret,
    SEED: 'none',
    PANEL: 'off',
    ...settings,
  })
  return {
    base,
    named,
    revoked,
    expired,
    certificate,
    unwritten,
    signUnrecorded: async () => {
      const badge = openBadge(
        {
          id: base + paths.verify('zzzzzzzzzzzzzzzzzzzz'),
          issuer: await issuerOf(context),
          recipient: {
            id: 'urn:uuid:0',
            name: null,
          },
          awardedAt: NOW,
          expiresAt: null,
          achievementUrl: base,
          alignments: [],
          revocationsUrl: base,
          evidence: [],
          scores: scoresWith(),
        },
        purposeful,
      )
      return signBadge(badge, await context.badgeKeys(), base)
    },
    stop: async () => {
      await server.stop()
      await database.close()
    },
  }
}
