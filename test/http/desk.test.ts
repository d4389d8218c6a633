import { beforeAll, describe, expect, inject, test } from 'vitest'
import type { Role } from '#collections/access/index.ts'
import { paths } from '#collections/kernel/paths.ts'
import { sessionPlans } from '#seed/content/sessions.ts'
import { ask } from '#test/support/http.ts'
import { documents, hiddenIn, placesOf, submit, wordsOf } from '#test/support/registering.ts'
import { tokens } from './ready.ts'

// The registration desk: who gets in, and what a registrar does there.

const base = inject('base')

const cookieOf = (role: Role) => ({ Cookie: `payload-token=${tokens[role]}` })
const see = (path: string, role?: Role) => ask(base, path, { headers: role ? cookieOf(role) : {} })

const PAGES = [
  '/desk',
  '/DESK',
  paths.deskSessions,
  `${paths.deskSessions}?when=past`,
  paths.roster('none'),
  paths.door('none', '2027-03-02'),
  paths.signInSheet('none', '2027-03-02'),
  paths.enterDay('none', '2027-03-02'),
  paths.addToRoster('none'),
  paths.registration('none'),
  paths.cases,
  paths.selections,
  paths.selection('none'),
  paths.releaseSelection('none'),
  paths.applicationCase('none'),
  paths.outbox,
  paths.checks,
  paths.envelopes,
  paths.statements,
  paths.statement('none'),
  paths.rebill('none'),
  paths.deskPaidLetter('none', 2026),
  paths.reminders,
  paths.organizations,
  paths.organization('none'),
  paths.awards,
  paths.award('none'),
  paths.letter('none'),
  paths.person('none'),
  paths.erasePerson('none'),
  paths.everythingOf('none', 'json'),
  paths.reports,
  paths.report,
  paths.aging,
  paths.reportFile('pdf', { from: '2026-07-01', until: '2027-06-30' }),
  paths.reportFile('csv', { from: '2026-07-01', until: '2027-06-30' }),
  paths.retention,
  paths.evaluations,
  paths.nameTags('none'),
  paths.sessionCertificates('none'),
  paths.list('people', 'csv'),
  paths.list('people', 'xlsx'),
  '/desk/messagesx',
  '/desk/nothing/of/the/kind',
]
const LETTERS = ['/desk/messages', paths.messagePreview('confirmed')]

const isOpen = (status: number) => status === 200 || status === 404

describe('the door of the desk', () => {
  test.each([...PAGES, ...LETTERS])('%s leads whoever is not signed in to the sign-in, and back', async (path) => {
    const { status, headers, text } = await see(path)
    expect(status).toBe(303)
    expect(headers.location).toBe(`/admin/login?redirect=${encodeURIComponent(path)}`)
    expect(headers['cache-control']).toBe('private, no-store')
    expect(text).not.toContain('<main')
  })

  test.each(PAGES)('%s opens for registrars and admins alone', async (path) => {
    for (const role of ['communications', 'reviewer'] as const) {
      const refused = await see(path, role)
      expect([role, refused.status]).toEqual([role, 403])
      expect(wordsOf(refused.text)).toContain('This part is for registrars')
      expect(refused.headers['cache-control']).toBe('private, no-store')
    }
    for (const role of ['registrar', 'admin'] as const) {
      const { status, headers } = await see(path, role)
      expect([role, isOpen(status)]).toEqual([role, true])
      expect(headers['cache-control']).toMatch(/\bno-store\b/)
      expect(headers['x-robots-tag']).toMatch(/noindex/)
    }
  })

  test.each(LETTERS)('%s opens for communications too, and not for reviewers', async (path) => {
    expect((await see(path, 'reviewer')).status).toBe(403)
    for (const role of ['communications', 'registrar'] as const)
      expect(isOpen((await see(path, role)).status)).toBe(true)
  })

  test.each([
    ['a made-up token', { Cookie: 'payload-token=x.y.z' }],
    ['a token altered at its end', { Cookie: `payload-token=${tokens.registrar.slice(0, -2)}xx` }],
    ['another cookie', { Cookie: `token=${tokens.registrar}` }],
  ])('%s is nobody', async (_, headers) => {
    expect((await ask(base, paths.desk, { headers })).status).toBe(303)
  })

  test.each([
    ['from another site', { Origin: 'https://elsewhere.example' }],
    ['from nowhere', {}],
    ['that another site caused', { 'Sec-Fetch-Site': 'cross-site' }],
    ['from no origin at all', { Origin: 'null' }],
  ])('a form %s is refused', async (_, headers) => {
    const { status } = await ask(base, paths.checks, {
      method: 'POST',
      body: 'do=void&check=none&reason=x',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...cookieOf('registrar'), ...headers },
    })
    expect(status).toBe(403)
  })

  test('a form of somebody whose sign-in has ended is kept, to be sent again once they are signed in', async () => {
    const note = 'Called: “on Tuesday” & <later>'
    const ended = { Cookie: 'payload-token=eyJhbGciOiJIUzI1NiJ9.e30.ended' }
    const answer = await submit(base, `${paths.cases}?all=1`, { do: 'approved', fee: 'none', note }, ended)
    expect(answer.status).toBe(401)
    expect(answer.text).toContain(`action="${paths.cases}?all=1"`)
    expect(hiddenIn(answer.text)).toEqual({ do: 'approved', fee: 'none', note })
  })

  test('and one from another site is not', async () => {
    const { status, text } = await ask(base, paths.checks, {
      method: 'POST',
      body: 'do=void&check=none&reason=x',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://elsewhere.example' },
    })
    expect(status).toBe(403)
    expect(text).not.toContain('value="void"')
  })
})

describe('a permission letter', () => {
  const NAME = '../<b>letter\u202e.pdf'
  const LETTER = '%PDF-1.7\n%%EOF'

  /** As a guest sends it, with the registration. */
  const sendLetter = async (): Promise<string> => {
    const slug = sessionPlans.find(
      ({ course, days, status, capacity, seatsReserved, opensOn }) =>
        course && status === 'scheduled' && !opensOn && (days[0]?.offset ?? 0) > 40 && seatsReserved + 10 < capacity!,
    )!.course!
    const { path } = (await placesOf(base, slug)).at(-1)!
    const [member] = await documents(base, tokens.registrar, 'organizations?where[member][equals]=true&limit=1')
    const email = `letter-${process.pid}@example.org`
    const answers = {
      name: 'Guest With Letter',
      email,
      organization: 'other',
      employer: 'River School',
      participation: 'guest',
      'host-guest': String(member!['id']),
      gate: 'completed',
    }
    const summary = await submit(base, path, { ...answers, step: 'review' })
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...hiddenIn(summary.text), terms: 'on' })) form.set(name, value)
    form.set('letter', new File([LETTER], NAME, { type: 'text/html' }))
    expect((await submit(base, path, form)).status).toBe(303)
    const [registration] = await documents(
      base,
      tokens.registrar,
      `registrations?where[email][equals]=${email}&depth=0`,
    )
    return String(registration!['letter'])
  }

  test('is saved, never shown, and for the desk alone', async () => {
    const path = paths.letter(await sendLetter())
    const { status, headers, text } = await see(path, 'registrar')
    expect([status, text]).toEqual([200, LETTER])
    expect(headers['content-type']).toBe('application/pdf')
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w .-]+"; filename\*=UTF-8''[\w.%-]+$/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain('sandbox')
    expect((await see(path)).status).toBe(303)
    expect((await see(path, 'communications')).status).toBe(403)
  })
})

describe('a registrar', () => {
  const registrar = cookieOf('registrar')
  const post = (path: string, fields: Record<string, string>, headers = {}) =>
    submit(base, path, fields, { ...registrar, ...headers })
  const name = `Walk In ${process.pid}`
  const email = `walk-in-${process.pid}@example.org`
  let session = ''
  let day = ''
  let registration = ''

  beforeAll(async () => {
    const plan = sessionPlans.find(
      ({ course, days, status, capacity, seatsReserved, opensOn }) =>
        course &&
        status === 'scheduled' &&
        opensOn === null &&
        (days[0]?.offset ?? 0) > 20 &&
        seatsReserved + 10 < capacity!,
    )!
    const ids = (await placesOf(base, plan.course!)).map((place) => place.session)
    const runs = await documents(base, tokens.registrar, `sessions?where[id][in]=${ids.join(',')}`)
    const document = runs.find(({ capacity, seatsReserved }) => Number(capacity) - Number(seatsReserved) > 10)
    session = String(document!['id'])
    day = (document!['days'] as { date: string }[])[0]!.date
    const [member] = await documents(base, tokens.registrar, 'organizations?where[member][equals]=true&limit=1')
    const added = await post(paths.addToRoster(session), {
      name,
      email,
      organization: String(member!['id']),
      participation: 'member',
    })
    expect(added.status).toBe(303)
    expect(added.headers.location).toMatch(/done=seated#p-/)
    registration = added.headers.location!.split('#p-')[1]!
  })

  test('adds somebody, and is told beside the field what is missing', async () => {
    const { status, text } = await post(paths.addToRoster(session), { name: 'Nobody', participation: 'member' })
    expect(status).toBe(422)
    expect(text).toContain('id="organization-error"')
    // A name is enough: somebody at the door may have no mailbox.
    expect(text).not.toContain('id="email-error"')
    expect(text).toContain('value="Nobody"')
  })

  test('finds people on the roster by the beginning of any of their names', async () => {
    const found = await see(`${paths.roster(session)}?q=${encodeURIComponent('in walk')}`, 'registrar')
    expect(wordsOf(found.text)).toContain(name)
    const none = await see(`${paths.roster(session)}?q=alk`, 'registrar')
    expect(wordsOf(none.text)).not.toContain(email)
  })

  test('cannot mark a day that has not come: the page says so, a phone is told in JSON', async () => {
    const tap = { r: registration, do: 'present' }
    const page = await post(paths.door(session, day), tap)
    expect(page.status).toBe(422)
    expect(wordsOf(page.text)).toContain('This day has not come yet. Until then you can only excuse somebody.')
    const phone = await post(paths.door(session, day), tap, { Accept: 'application/json' })
    const message = 'This day has not come yet. Until then you can only excuse somebody.'
    expect([phone.status, phone.json()]).toEqual([422, { errors: { form: message }, message }])
  })

  test('comes back to the same place after a tap, and can take it back', async () => {
    const door = paths.door(session, day)
    const excused = await post(door, { r: registration, do: 'excused' })
    expect([excused.status, excused.headers.location]).toEqual([303, `${door}#p-${registration}`])
    expect(wordsOf((await see(door, 'registrar')).text)).toContain('Excused')
    expect((await post(door, { r: registration, do: 'undo' }, { Accept: 'application/json' })).json()).toEqual({
      ok: true,
    })
  })

  test('sees a registration with its log, and writes a note', async () => {
    const path = paths.registration(registration)
    expect((await post(path, { do: 'note', note: 'Needs a ramp' })).headers.location).toBe(`${path}?done=note`)
    const words = wordsOf((await see(path, 'registrar')).text)
    for (const expected of [name, email, 'Needs a ramp', 'Free to cancel until', 'by the desk'])
      expect(words).toContain(expected)
  })

  test('cancels for somebody, with a reason', async () => {
    const path = paths.registration(registration)
    const without = await post(path, { do: 'cancel', reason: ' ' })
    expect([without.status, wordsOf(without.text).includes('Give a reason.')]).toEqual([422, true])
    const { revision } = hiddenIn((await see(path, 'registrar')).text)
    const stale = await post(path, { do: 'cancel', reason: 'Called', revision: String(Number(revision) - 1) })
    expect([stale.status, stale.text.includes('value="Called"')]).toEqual([409, true])
    const done = await post(path, { do: 'cancel', reason: 'Called', revision: revision! })
    expect(done.headers.location).toBe(`${path}?done=canceled`)
    const words = wordsOf((await see(path, 'registrar')).text)
    expect(words).toContain('The desk, for the person: Called')
  })

  test('what is sent to the desk and makes no sense is answered in words', async () => {
    for (const path of [paths.cases, paths.checks, paths.door(session, day), paths.roster(session)])
      expect((await post(path, { do: 'nonsense' })).status).toBeOneOf([404, 422])
    for (const path of [paths.roster('none'), paths.door(session, '1999-01-01'), paths.registration('none')])
      expect((await see(path, 'registrar')).status).toBe(404)
  })
})
