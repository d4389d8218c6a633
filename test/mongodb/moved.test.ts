import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { ask, signIn } from '#test/support/http.ts'
import { moveFrom, newDatabaseOn, settingsOn } from '#test/support/moved.ts'
import { documents, hiddenIn, linkTo, registeringAt, submit, wordsOf } from '#test/support/registering.ts'
import { ADMIN, freePort, startServer, type Server } from '#test/support/server.ts'

// The demo, seeded on SQLite and lived in a little, is moved to the server MONGODB_URL names; then the product runs there.

const dataDir = mkdtempSync(join(tmpdir(), 'onramp-moved-'))
const target = newDatabaseOn(process.env['MONGODB_URL']!)
const PORT = String(await freePort())
const OURS = { DATA_DIR: dataDir, PORT }

let server: Server
let cookie: { Cookie: string }
const signedIn = async () => {
  cookie = { Cookie: `payload-token=${await signIn(server.base, ADMIN.email, ADMIN.password)}` }
  return cookie.Cookie.slice('payload-token='.length)
}

/** What there is to see: every public address, and what the desk shows of each kind. */
const addressesOf = async (token: string): Promise<string[]> => {
  const { text } = await ask(server.base, paths.sitemap)
  const listed = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url!).pathname)
  const idsOf = async (query: string) => (await documents(server.base, token, query)).map(({ id }) => String(id))
  const [registrations, sessions, applications, awards] = await Promise.all(
    ['registrations', 'sessions', 'applications', 'awards'].map((slug) => idsOf(`${slug}?limit=5&sort=id`)),
  )
  const desk = [paths.desk, paths.deskSessions, paths.cases, paths.checks, paths.statements, paths.charges]
  const more = [
    paths.selections,
    paths.works,
    paths.awards,
    paths.organizations,
    paths.outbox,
    paths.calendar,
    paths.feed,
  ]
  return [
    ...new Set([...listed, ...desk, ...more]),
    ...registrations!.map(paths.registration),
    ...sessions!.map(paths.roster),
    ...applications!.map(paths.applicationCase),
    ...awards!.flatMap((id) => [paths.award(id), paths.verify(id)]),
  ]
}

const seen = async (address: string): Promise<string> => {
  const { status, text } = await ask(server.base, address, { headers: cookie })
  return `${status} ${wordsOf(text)}`
}

let addresses: string[]
let manage: string
let moved: { code: number; said: string }
const before = new Map<string, string>()

beforeAll(async () => {
  server = await startServer(OURS)
  const token = await signedIn()
  const people = await registeringAt(server.base, token)
  const email = people.mailbox()
  await submit(server.base, people.ids.place.path, people.whole({ email }))
  manage = await linkTo(server.base, token, email)
  addresses = [...(await addressesOf(token)), manage]
  for (const address of addresses) before.set(address, await seen(address))
  await server.stop()
  moved = await moveFrom(dataDir, target)
  server = await startServer({ ...settingsOn(dataDir, target), PORT })
  await signedIn()
})
afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('the command', () => {
  test('says what it brought over, that both are the same, and what to set', () => {
    expect(moved.said).not.toContain('DIFFERENT')
    expect(moved).toMatchObject({ code: 0, said: expect.stringMatching(/Moved; both databases hold the same\./) })
    expect(moved.said).toMatch(/^courses +27 +[0-9a-f]{16} +same$/m)
    expect(moved.said).toMatch(/^courses, versions +\d+ +[0-9a-f]{16} +same$/m)
    expect(moved.said).toMatch(/^users +\d+ +[0-9a-f]{16} +same$/m)
    expect(moved.said).toMatch(/Set PAYLOAD_SECRET to what is in .+secret/)
  })

  test.each([
    ['a database that holds something', () => [target], /the database that is moved to has courses already/],
    ['no database', () => [], /say where to: npm run move -- mongodb:/],
    ['its own database', () => [`file:${join(dataDir, 'onramp.db')}`], /this is the database that is in use\./],
    [
      'a server that is not there',
      () => ['mongodb://127.0.0.1:1/x'],
      /the other database cannot be opened \(connect ECONNREFUSED 127\.0\.0\.1:1\)\./,
    ],
  ])('refuses %s in one line', async (_, given, sentence) => {
    const { code, said } = await moveFrom(dataDir, ...given())
    expect([code, said]).toEqual([1, expect.stringMatching(sentence)])
    expect(said.trim().split('\n')).toHaveLength(1)
  })
})

describe('the product on the other database', () => {
  test('shows every page with the same words', async () => {
    expect(addresses.length).toBeGreaterThan(80)
    for (const address of addresses) expect([address, await seen(address)]).toEqual([address, before.get(address)])
  })

  test('opens a link that was sent before, and does what is asked there', async () => {
    const { status, text } = await ask(server.base, manage)
    expect([status, wordsOf(text).includes('Roster Tester')]).toEqual([200, true])
    const { revision = '' } = hiddenIn(text)
    const answer = await submit(server.base, manage, { action: 'consents', mailingList: 'on', revision })
    expect([answer.status, answer.headers.location]).toEqual([303, `${manage}?done=consents`])
  })

  test('takes new registrations, and what is published is seen at the next request', async () => {
    const token = cookie.Cookie.slice('payload-token='.length)
    const people = await registeringAt(server.base, token)
    const another = people.mailbox()
    expect((await submit(server.base, people.ids.place.path, people.whole({ email: another }))).status).toBe(303)
    expect(await linkTo(server.base, token, another)).toMatch(/^\/manage\//)
    const [course] = await documents(server.base, token, `courses?where[slug][equals]=${people.ids.place.slug}`)
    const title = `Renamed ${randomUUID()}`
    const saved = await ask(server.base, `/api/courses/${String(course!['id'])}`, {
      method: 'PATCH',
      headers: { ...cookie, Origin: server.base, 'Content-Type': 'application/json' },
      body: JSON.stringify({ title, _status: 'published' }),
    })
    expect(saved.status).toBe(200)
    expect((await ask(server.base, paths.course(people.ids.place.slug))).text).toContain(title)
  })
})
