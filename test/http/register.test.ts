import { randomUUID } from 'node:crypto'
import { describe, expect, inject, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { ask, send } from '#test/support/http.ts'
import {
  documents,
  hiddenIn,
  linkTo,
  planned,
  registeringAt,
  submit,
  unescape,
  wordsOf,
} from '#test/support/registering.ts'
import { tokens } from './ready.ts'

// Registering as a person does it: form, summary, button; and as one does it who means no good.

const base = inject('base')
const registrar = tokens.registrar
const { ids, basics, whole, outside, mailbox, registrationsOf } = await registeringAt(base, registrar)

describe('each way to take part', () => {
  const WAYS: [string, () => Record<string, string>, RegExp][] = [
    ['as an employee of a member district', () => ({}), /Works for a member district/],
    [
      'hosted',
      () => ({ ...outside, participation: 'hosted', 'host-hosted': ids.hosting }),
      /which has agreed to pay all/,
    ],
    [
      'as a guest',
      () => ({ ...outside, participation: 'guest', 'host-guest': ids.member }),
      /refundable.*no charge|no charge.*refundable/i,
    ],
    [
      'paid for by an organization',
      () => ({
        ...outside,
        participation: 'sponsored',
        sponsorName: 'River School',
        sponsorEmail: 'bills@example.org',
        order: 'pending',
      }),
      /River School.*We wait for the number until/,
    ],
    ['paying oneself', () => ({ ...outside, participation: 'self' }), /pays the non-member rate personally/],
  ]

  test.each(WAYS)('%s', async (_, answers, expected) => {
    const fields = { ...basics(), ...answers(), step: 'review' }
    const summary = await submit(base, ids.place.path, fields)
    expect(summary.status).toBe(200)
    expect(wordsOf(summary.text)).toMatch(expected)
    expect(wordsOf(summary.text)).toMatch(/Free to cancel until \w+day, .* CT/)

    const done = await submit(base, ids.place.path, { ...hiddenIn(summary.text), terms: 'on', step: 'confirm' })
    expect(done.status).toBe(303)
    const received = await ask(base, done.headers.location!)
    expect(received.status).toBe(200)
    expect(wordsOf(received.text)).toContain('You have a seat')
    expect(received.text.includes('t…@example.org')).toBe(true)
    expect(received.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })

    const manage = await ask(base, await linkTo(base, registrar, fields.email))
    expect(manage.status).toBe(200)
    expect(wordsOf(manage.text)).toContain(`Roster Tester, ${fields.email}`)
    expect(manage.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })
  })

  test('asking to waive the prerequisite', async () => {
    const fields = {
      ...basics(),
      gate: 'waiver',
      'gateStatement-waiver': 'I taught it for three years.',
      step: 'review',
    }
    const summary = await submit(base, ids.gated.path, fields)
    expect(wordsOf(summary.text)).toContain('A registrar decides first')
    const done = await submit(base, ids.gated.path, { ...hiddenIn(summary.text), terms: 'on' })
    expect(wordsOf((await ask(base, done.headers.location!)).text)).toContain('Your request is with us')
  })

  test('with a letter, on the way or later', async () => {
    const fields = { ...whole({ ...outside, participation: 'guest', 'host-guest': ids.member }) }
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    form.set('letter', new File(['<svg onload="x"/>'], 'letter.pdf', { type: 'application/pdf' }))
    const refused = await submit(base, ids.place.path, form)
    expect(refused.status).toBe(422)
    expect(refused.text.includes('id="letter-error"')).toBe(true)
    form.set('letter', new File(['%PDF-1.7\n%%EOF'], '../../letter\u202e.pdf'))
    expect((await submit(base, ids.place.path, form)).status).toBe(303)
    const path = await linkTo(base, registrar, fields.email)
    expect(wordsOf((await ask(base, path)).text)).toContain('We have your letter.')
    const again = new FormData()
    again.set('action', 'letter')
    again.set('letter', new File(['%PDF-1.7 second\n%%EOF'], 'b.pdf'))
    expect((await submit(base, path, again)).headers.location).toBe(`${path}?done=letter`)
    again.set('letter', new File(['no letter at all'], 'b.pdf'))
    expect((await submit(base, path, again)).status).toBe(422)
  })
})

describe('what is missing or does not go together', () => {
  const CASES: [string, () => Record<string, string>, string[]][] = [
    [
      'nothing at all',
      () => ({ name: '', email: '', organization: '', participation: '' }),
      ['name', 'email', 'organization', 'participation'],
    ],
    ['an address that is none', () => ({ email: 'teacher at example' }), ['email']],
    ['an employer nobody knows', () => ({ organization: 'made-up' }), ['organization']],
    ['a member district that is none', () => ({ ...outside }), ['participation']],
    [
      'an employee who would be a guest',
      () => ({ participation: 'guest', 'host-guest': ids.member }),
      ['participation'],
    ],
    ['no host', () => ({ ...outside, participation: 'hosted' }), ['host']],
    [
      'a district that hosts nobody',
      () => ({ ...outside, participation: 'hosted', 'host-hosted': ids.member }),
      ['host'],
    ],
    ['nobody who pays', () => ({ ...outside, participation: 'sponsored' }), ['sponsorName', 'sponsorEmail']],
    ['a way to take part that is none', () => ({ participation: 'free' }), ['participation']],
    [
      'no number',
      () => ({
        ...outside,
        participation: 'sponsored',
        sponsorName: 'A',
        sponsorEmail: 'a@example.org',
        order: 'received',
      }),
      ['orderNumber'],
    ],
  ]

  test.each(CASES)('%s', async (_, more, fields) => {
    const sent = { ...basics(), needs: 'No “nuts” <b>&amp;', ...more(), step: 'review' }
    const { status, text } = await submit(base, ids.place.path, sent)
    expect(status).toBe(422)
    expect(/<title>([^:]*)/.exec(text)![1]).toBe('Please check')
    expect(unescape(text).includes('>No “nuts” <b>&amp;</textarea>')).toBe(true)
    for (const field of fields) {
      const link = new RegExp(`<a[^>]* href="#((?:${field})[^"]*)"`).exec(text)!
      expect([link[1], text.includes(` id="${link[1]}"`)]).toEqual([link[1], true])
      expect(new RegExp(`id="(host-\\w+|${field})-error"`).test(text)).toBe(true)
    }
    expect(/role="alert"[^>]* autofocus/.test(text)).toBe(true)
    expect(text.includes('aria-invalid="true"')).toBe(true)
  })

  test('no answer about the prerequisite', async () => {
    const { status, text } = await submit(base, ids.gated.path, { ...basics(), step: 'review' })
    expect([status, text.includes('id="gate-error"')]).toEqual([422, true])
  })

  test('terms nobody ticked, and terms that were others', async () => {
    const unticked = await submit(base, ids.place.path, whole({ terms: '' }))
    expect([unticked.status, wordsOf(unticked.text).includes('Is this right?')]).toEqual([422, true])
    expect(unticked.text.includes('id="terms-error"')).toBe(true)
    const attempt = randomUUID()
    const fields = whole({ termsHash: '0'.repeat(64), attempt })
    const changed = await submit(base, ids.place.path, fields)
    expect(changed.status).toBe(422)
    expect(wordsOf(changed.text)).toContain('Our terms changed while you were filling in the form.')
    expect(hiddenIn(changed.text)).toMatchObject({ termsHash: ids.terms, attempt, name: fields.name })
  })
})

describe('every field has a bound', () => {
  const BOUNDS: [string, number, Record<string, string>?][] = [
    ['name', 160],
    ['phone', 40],
    ['employer', 160, { organization: 'other', participation: 'self' }],
    ['jobTitle', 120],
    ['needs', 500],
    ['sponsorName', 160, { ...outside, participation: 'sponsored', sponsorEmail: 'a@example.org' }],
    [
      'sponsorAddress',
      400,
      { ...outside, participation: 'sponsored', sponsorName: 'A', sponsorEmail: 'a@example.org' },
    ],
    ['orderNumber', 60, { ...outside, participation: 'self' }],
  ]
  test.each(BOUNDS)('%s', async (field, most, more = {}) => {
    const review = (value: string) =>
      submit(base, ids.place.path, { ...basics(), ...more, [field]: value, step: 'review' })
    for (const fits of ['x'.repeat(most), '🥜'.repeat(most / 2), 'שלום'.repeat(most / 4)]) {
      const { status, text } = await review(fits)
      expect([status, hiddenIn(text)[field]]).toEqual([200, fits])
    }
    for (const above of ['x'.repeat(most + 1), 'x'.repeat(10_000)]) {
      const { status, text } = await review(above)
      expect(status).toBe(422)
      expect(text.includes(above)).toBe(true)
      expect(wordsOf(text)).toContain(`Use at most ${most} characters.`)
    }
  })

  test('control characters, half characters and markup do no harm', async () => {
    const email = mailbox()
    const name = 'Ana\u0000\u001b[31m\nBcc: x@example.org <script>alert(1)</script>'
    expect((await submit(base, ids.place.path, whole({ email, name }))).status).toBe(303)
    const [registration] = await registrationsOf(email)
    expect(registration!['name']).not.toMatch(/\p{Cc}/u)
    const page = await ask(base, await linkTo(base, registrar, email))
    expect(page.text.includes('<script>alert')).toBe(false)
  })
})

describe('what is sent otherwise', () => {
  test('JSON registers, and is told by field what is wrong', async () => {
    const json = { Origin: base, Accept: 'application/json' }
    const wrong = await send(base, 'POST', ids.place.path, { ...whole(), name: ' ', email: 5 }, json)
    expect([wrong.status, Object.keys(wrong.json()['errors'] as object)]).toEqual([422, ['name', 'email']])
    const asked = await send(base, 'POST', ids.place.path, { ...basics(), step: 'review' }, json)
    expect(asked.json()).toMatchObject({ quote: { outcome: 'confirmed' }, terms: { hash: ids.terms } })
    const done = await send(base, 'POST', ids.place.path, { ...whole(), terms: true }, json)
    expect([done.status, done.json()['outcome'], done.headers['cache-control']]).toEqual([201, 'confirmed', 'no-store'])
    const received = await ask(base, paths.received(ids.place.slug, String(done.json()['receipt'])))
    expect(received.status).toBe(200)
  })

  test.each([
    ['another site', { Origin: 'https://evil.example' }, 403],
    ['no site at all', { Origin: '' }, 403],
    ['a page that hides where it is', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['plain text', { 'Content-Type': 'text/plain' }, 415],
    ['XML', { 'Content-Type': 'application/xml' }, 415],
  ])('%s is refused and changes nothing', async (_, headers, status) => {
    const fields = whole()
    expect((await submit(base, ids.place.path, fields, headers)).status).toBe(status)
    expect(await registrationsOf(fields.email)).toEqual([])
  })

  test('broken JSON and a broken multipart body are refused', async () => {
    const broken = { 'Content-Type': 'application/json' }
    expect(
      (await ask(base, ids.place.path, { method: 'POST', body: '{', headers: { Origin: base, ...broken } })).status,
    ).toBe(400)
    const cut = { 'Content-Type': 'multipart/form-data; boundary=x' }
    expect((await submit(base, ids.place.path, whole(), cut)).status).toBe(400)
  })

  test('what nobody may decide is not looked at', async () => {
    const email = mailbox()
    const more = {
      status: 'confirmed',
      price: '0',
      revision: '99',
      person: '1',
      'agreed[price][cents]': '0',
      payer: 'x',
      __proto__: 'x',
    }
    expect((await submit(base, ids.place.path, whole({ email, ...more, gate: 'completed' }))).status).toBe(303)
    const [one] = await registrationsOf(email)
    expect(one).toMatchObject({ revision: 1, gate: 'none', payer: { kind: 'organization' } })
  })

  test('a field sent twice means the first', async () => {
    const body = `${new URLSearchParams(whole())}&name=Other&email=other@example.org`
    const headers = { Origin: base, 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await ask(base, ids.place.path, { method: 'POST', body, headers })).status).toBe(303)
    expect(await registrationsOf('other@example.org')).toEqual([])
  })
})

describe('twice', () => {
  test('one attempt registers once, however often it is sent', async () => {
    const fields = whole({ attempt: randomUUID() })
    const answers = await Promise.all([1, 2, 3].map(() => submit(base, ids.place.path, fields)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await registrationsOf(fields.email)).toHaveLength(1)
  })

  test('the same person gets the answer of a stranger', async () => {
    const known = whole()
    await submit(base, ids.place.path, known)
    const receive = async (fields: Record<string, string>) => {
      const { status, headers, text } = await submit(base, ids.place.path, { ...fields, attempt: randomUUID() })
      const page = await ask(base, headers.location!)
      const names = Object.keys(headers).toSorted()
      return [status, names, text, page.status, page.text, headers.location!.length]
    }
    expect(await receive({ ...known, name: 'TESTER, Roster' })).toEqual(await receive(whole()))
    expect(await registrationsOf(known.email)).toMatchObject([{ name: 'Roster Tester' }])
  })
})

describe('sessions that cannot be had', () => {
  const sessionOf = async (slug: string, wanted: (session: Record<string, unknown>) => boolean) => {
    const listed = await documents(base, registrar, 'sessions?limit=100&depth=1')
    const found = listed.find((one) => (one['course'] as { slug?: string } | null)?.slug === slug && wanted(one))!
    return paths.register(slug, String(found['id']))
  }
  const canceled = planned(({ status }) => status === 'canceled')
  const past = planned(({ days }) => (days.at(-1)?.offset ?? 0) < -7)
  const early = planned(({ opensOn }) => opensOn !== null)
  const firstDay = (one: Record<string, unknown>) => (one['days'] as { date: string }[])[0]!.date
  const today = new Date().toISOString().slice(0, 10)

  test.each<[string, string, (one: Record<string, unknown>) => boolean, string]>([
    ['canceled', canceled, (one) => one['status'] === 'canceled', 'This session is canceled'],
    ['past', past, (one) => firstDay(one) < today, 'This session'],
    [
      'not open yet',
      early,
      (one) => Boolean(one['opensOn']) && String(one['opensOn']) > today,
      'Registration has not opened yet',
    ],
  ])('%s', async (_, slug, wanted, words) => {
    const path = await sessionOf(slug, wanted)
    const opened = await ask(base, path)
    expect([opened.status, wordsOf(opened.text).includes(words)]).toEqual([200, true])
    for (const step of ['review', 'confirm']) {
      const sent = await submit(base, path, { ...whole(), step })
      expect([sent.status, wordsOf(sent.text).includes('you are not registered')]).toEqual([409, true])
    }
  })

  test('of another course, or of none', async () => {
    for (const path of [
      paths.register(ids.gated.slug, ids.place.session),
      paths.register(ids.place.slug, 'x'),
      paths.register('x', 'y'),
    ]) {
      expect((await ask(base, path)).status).toBe(404)
      expect((await submit(base, path, whole())).status).toBe(404)
    }
    expect((await submit(base, ids.place.path, whole({ session: ids.gated.session }))).status).toBe(404)
    expect((await ask(base, `${paths.course(ids.place.slug)}/register`)).headers.location).toBe(
      `${paths.course(ids.place.slug)}#sessions`,
    )
  })

  test('a full one has a waitlist', async () => {
    const slug = planned(
      ({ status, days, seatsReserved, capacity }) =>
        status === 'scheduled' && (days[0]?.offset ?? 0) > 0 && seatsReserved === capacity,
    )
    const course = await ask(base, paths.course(slug))
    const session = /register\?session=([\w-]+)"[^>]*>\s*Join the waitlist/.exec(course.text)!.at(1)!
    const path = paths.register(slug, session)
    const email = mailbox()
    const gate = { gate: 'completed' }
    const summary = await submit(base, path, { ...basics(), ...gate, email, step: 'review' })
    expect(wordsOf(summary.text)).toMatch(/You would be number \d+ on the waitlist/)
    expect((await submit(base, path, whole({ email, ...gate }))).status).toBe(303)
    const manage = await linkTo(base, registrar, email, 'waitlisted')
    expect(wordsOf((await ask(base, manage)).text)).toMatch(/You are on the waitlist You are number \d+/)
  })
})
