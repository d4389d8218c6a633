import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUnlessTaken, type Fields } from '#collections/kernel/keyed.ts'
import { isOurs } from '#collections/templates/former.ts'
import { wordingOf, writeWordings } from '#collections/templates/actions.ts'
import { DEFAULTS } from '#collections/templates/defaults.ts'
import { SAMPLE_VALUES } from '#collections/templates/placeholders.ts'
import { USES } from '#collections/templates/uses.ts'
import { MESSAGE_KINDS } from '#collections/templates/states.ts'
import type { Context } from '#collections/context/context.ts'
import { notifyAbout, notifyMailbox, notifyPayer } from '#collections/registrations/service/notifications.ts'
import { sendMessages } from '#collections/messages/service/outbox.ts'
import type { Invoice, Message, Registration, Template } from '#collections/kernel/payload-types.ts'
import { REGISTRATIONS, followUp } from '#test/support/follow-ups.ts'
import { aCircle, aContact, aCourse, aPerson, aPolicy, aRegistration, aSession } from '#test/support/builders.ts'
import { isMongo, openDatabase, type Database } from '#test/support/database.ts'
import { alwaysNow } from '#test/support/desk.ts'

const all = { depth: 0, overrideAccess: true } as const

let database: Database
let payload: Payload
let context: Context
let now = Temporal.Instant.from('2027-02-01T16:00:00Z')
let registration: Registration

beforeAll(async () => {
  database = await openDatabase()
  payload = database.payload
  const { openCatalog } = await import('#cms/catalog/index.ts')
  const { openServices } = await import('#cms/services.ts')
  const source = openCatalog(payload, database.env)
  const desk = await openServices({ payload, env: database.env, source, clock: () => now })
  // What is written here waits for the tests, and nothing follows from it in between.
  await desk.stop()
  context = alwaysNow(desk.context(), () => now)

  const circle = await payload.create({ collection: 'circles', data: aCircle(), ...all })
  const course = await payload.create({ collection: 'courses', data: aCourse({ circles: [circle.id] }), ...all })
  const session = await payload.create({ collection: 'sessions', data: aSession({ course: course.id }), ...all })
  const deadline = { count: 5, unit: 'business', mode: 'at-least', cutoff: 'end-of-day' } as const
  await payload.create({ collection: 'policies', data: aPolicy({ kind: 'cancellation', deadline }), ...all })
  await payload.create({
    collection: 'contacts',
    data: aContact({ name: 'The desk', slug: 'registration-desk', email: 'registration@example.org' }),
    ...all,
  })
  const person = (await createUnlessTaken(payload, 'people', aPerson({ email: 'jordan@example.org' })))!
  registration = (await createUnlessTaken(
    payload,
    'registrations',
    aRegistration({ session: session.id, person: person.id, email: 'jordan@example.org' }),
  ))!
})
afterAll(() => database.close())

const messageOf = async (key: string): Promise<Message | undefined> =>
  (await payload.find({ collection: 'messages', where: { key: { equals: key } }, ...all })).docs[0]

describe('the words', () => {
  const drafts = { ...all, collection: 'templates', draft: true } as const
  const templateOf = async (kind: Template['kind']): Promise<Template> =>
    (await payload.find({ ...drafts, where: { kind: { equals: kind } } })).docs[0]!

  test('are ours before anybody has written any', async () => {
    expect(await wordingOf(payload, 'confirmed', { locale: 'en' })).toEqual(DEFAULTS.confirmed)
  })

  test('are written once, and never over what staff wrote', async () => {
    await payload.create({ ...drafts, data: { kind: 'reminder', subject: 'Mine', body: 'Mine' } })
    await writeWordings(payload)
    await writeWordings(payload)
    const { docs } = await payload.find({ ...drafts, pagination: false })
    expect(docs.map(({ kind }) => kind).sort()).toEqual([...MESSAGE_KINDS].sort())
    expect((await templateOf('reminder')).subject).toBe('Mine')
  })

  test('of an earlier release become those of this one; what staff changed, or began to change, stays', async () => {
    const kinds = ['canceled', 'left', 'order-expired'] as const
    const [untouched, changed, begun] = await Promise.all(kinds.map(templateOf))
    const formerOf = (kind: (typeof kinds)[number]) => ({
      subject: 'As it was in the release before',
      body: `${DEFAULTS[kind].body}\n\nAs it was.`,
    })
    const publish = async (id: string, data: object) =>
      payload.update({ ...all, collection: 'templates', id, data: { ...data, _status: 'published' } })
    await publish(untouched!.id, formerOf('canceled'))
    await publish(changed!.id, { ...formerOf('left'), subject: 'As staff said it' })
    await publish(begun!.id, formerOf('order-expired'))
    await payload.update({ ...drafts, id: begun!.id, data: { subject: 'Half a' } })
    const given = kinds.map((kind) => {
      const { subject, body } = formerOf(kind)
      return [kind, createHash('sha256').update(`${subject}\n${body}`).digest('hex').slice(0, 16)]
    })
    await payload.kv.set('wordings-given', Object.fromEntries(given))
    await writeWordings(payload)
    const subjects = (await Promise.all(kinds.map(templateOf))).map(({ subject }) => subject)
    expect(subjects[0]).toBe(DEFAULTS.canceled.subject)
    expect(subjects[2]).toBe('Half a')
    const published = { collection: 'templates', id: changed!.id, ...all } as const
    expect((await payload.findByID(published)).subject).toBe('As staff said it')
  })

  test('of the release before are known by their hash', () => {
    // "Please read and accept the terms" without a moment until which that has to be.
    expect(isOurs('terms-asked', '30927a18147d1a12', undefined)).toBe(true)
    expect(isOurs('terms-asked', '0000000000000000', undefined)).toBe(false)
  })

  test('of a draft are for the preview only', async () => {
    const { id } = await templateOf('waitlisted')
    await payload.update({ ...drafts, id, data: { subject: 'Half a' } })
    expect((await wordingOf(payload, 'waitlisted', { locale: 'en' })).subject).toBe(DEFAULTS.waitlisted.subject)
    expect((await wordingOf(payload, 'waitlisted', { locale: 'en', isDraft: true })).subject).toBe('Half a')
  })

  test('are used once they are published', async () => {
    const { id } = await templateOf('offered')
    await payload.update({ ...drafts, draft: false, id, data: { subject: 'Yours: {{course}}', _status: 'published' } })
    expect((await wordingOf(payload, 'offered', { locale: 'en' })).subject).toBe('Yours: {{course}}')
  })

  test.each([
    ['a placeholder nobody knows', { subject: '{{curse}}' }, /cannot fill in \{\{curse\}\}/],
    ['a body without the link', { body: 'Hello {{name}}' }, /need .*\{\{manage_link\}\}/],
  ])('are not published with %s', async (_, data, refusal) => {
    const { id } = await templateOf('confirmed')
    const refused = payload.update({ ...drafts, draft: false, id, data: { ...data, _status: 'published' } })
    const error = await refused.then(
      () => undefined,
      (error: { data: { errors: { message: string }[] } }) => error,
    )
    expect(error?.data.errors[0]?.message).toMatch(refusal)
  })
})

describe('a letter about a registration', () => {
  test('is written once, filled in, with its link and its days', async () => {
    await notifyAbout(context, 'confirmed', registration)
    const key = `registration:${registration.id}:confirmed`
    const first = (await messageOf(key))!
    await notifyAbout(context, 'confirmed', { ...registration, name: 'Somebody else' })
    expect(await messageOf(key)).toEqual(first)
    expect(first).toMatchObject({ to: 'jordan@example.org', state: 'queued', registration: registration.id })
    expect(first.text).toContain(`Hello ${registration.name},`)
    expect(first.text).toContain('Tuesday, March 2, 2027, 8:30 AM–3:30 PM CT')
    expect(first.text).toContain('Free of charge until Tuesday, February 23, 2027, 11:59 PM CT')
    expect(first.text).toMatch(/The desk\nregistration@example\.org\n$/)
    expect(first.calendar).toMatch(/DTSTART;TZID=America\/Chicago:20270302T083000/)
    const token = /http:\/\/localhost:3000\/manage\/(\S+)/.exec(first.text)![1]!
    expect(first.html).toContain(token)
    expect(await context.tokens.open('manage', token, now)).toMatchObject({
      ok: true,
      claims: { r: registration.id, v: registration.linkVersion },
    })
  })

  test.each(MESSAGE_KINDS.filter((kind) => USES[kind].may.includes('starts')))(
    '%s has something to say, and leaves no braces',
    async (kind) => {
      const { program, minimum, attended } = SAMPLE_VALUES
      const values = { reason: 'A reason.', program, minimum, attended }
      await notifyAbout(context, kind, registration, { key: 'all', values })
      const { subject, text } = (await messageOf(`registration:${registration.id}:${kind}:all`))!
      expect(subject.length).toBeGreaterThan(10)
      expect(text).toMatch(/^Hello \S/)
      expect(subject + text).not.toMatch(/[{}]|undefined|null|NaN/)
    },
  )

  test('whoever handed the seat on learns nothing that opens it', async () => {
    await notifyAbout(context, 'substituted', registration, { values: { colleague: 'Robin Sample' } })
    const { text, calendar } = (await messageOf(`registration:${registration.id}:substituted`))!
    expect(text).toContain('Robin Sample now has your seat')
    expect(text).not.toContain('/manage/')
    expect(calendar).toMatch(/STATUS:CANCELLED/)
  })

  test('everybody who handed the seat on is told who has it next, also where it went on at once', async () => {
    const holders = ['Ana', 'Ben'].map((name) => ({ name, email: `${name.toLowerCase()}@example.org` }))
    const handed = { ...registration, name: 'Cy', formerly: holders }
    await payload.db.updateOne({ collection: 'registrations', id: registration.id, data: handed })
    await followUp(context, REGISTRATIONS)
    const told = [2, 3].map((version) => messageOf(`registration:${registration.id}:substituted:${version}`))
    const [first, second] = await Promise.all(told)
    expect([first?.to, second?.to]).toEqual(['ana@example.org', 'ben@example.org'])
    expect(first?.text).toContain('Ben now has your seat')
    expect(second?.text).toContain('Cy now has your seat')
  })

  test('the caller may know better, and say it more than once under another key', async () => {
    const more = { key: '2027-03-02', values: { fee: '$100', fee_bill: 'It is billed to Oak Hill Schools.' } }
    await notifyAbout(context, 'no-show', registration, more)
    const { subject, text } = (await messageOf(`registration:${registration.id}:no-show:2027-03-02`))!
    expect(subject).toMatch(/^No-show fee of \$100/)
    expect(text).toContain('It is billed to Oak Hill Schools.')
  })
})

const anInvoice: Fields<'invoices'> = {
  number: '2027-0001',
  key: 'outside:Oak Hill Schools|2027-02',
  state: 'issued',
  payerKey: 'outside:Oak Hill Schools|billing@example.org',
  payerKind: 'outside',
  payerName: 'Oak Hill Schools',
  payerEmail: 'billing@example.org',
  period: '2027-02',
  issuedOn: '2027-03-01',
  dueOn: '2027-04-05',
  termsDays: 35,
  lines: [],
  totalCents: 10_000,
  paidCents: 0,
  payments: [],
  linkVersion: 1,
  revision: 1,
}

describe('other letters', () => {
  test('the link to one’s registrations is sent once a minute at most', async () => {
    const person = (await createUnlessTaken(payload, 'people', aPerson({ email: 'robin@example.org' })))!
    const send = () => notifyMailbox(context, 'robin@example.org', person, 'https://learn.example.org/my/token')
    await send()
    await send()
    now = now.add({ minutes: 1 })
    await send()
    const { docs } = await payload.find({ collection: 'messages', where: { kind: { equals: 'sign-in' } }, ...all })
    expect(docs).toHaveLength(2)
    expect(docs[0]!.text).toContain('https://learn.example.org/my/token')
  })

  test('a statement goes to the payer, with a link to it alone', async () => {
    const invoice = (await createUnlessTaken(payload, 'invoices', anInvoice))!
    await notifyPayer(context, invoice)
    await notifyPayer(context, invoice)
    const { docs } = await payload.find({ collection: 'messages', where: { kind: { equals: 'statement' } }, ...all })
    expect(docs).toHaveLength(1)
    expect(docs[0]!.subject).toBe('Statement 2027-0001 for February 2027: $100 due Monday, April 5, 2027')
    const token = /\/statements\/(\S+)/.exec(docs[0]!.text)![1]!
    expect(await context.tokens.open('statement', token, now)).toMatchObject({
      ok: true,
      claims: { i: invoice.id, v: 1 },
    })
    expect(await context.tokens.open('manage', token, now)).toMatchObject({ ok: false })
  })

  test.skipIf(isMongo)('an error about one does not say what it says', async () => {
    const writing = notifyPayer(context, { ...anInvoice, id: 'no such statement' } as Invoice)
    const error = await writing.then(
      () => undefined,
      (error: Error) => error,
    )
    expect(error?.message).toMatch(/^messages could not be written: /)
    expect(`${error?.message} ${error?.stack} ${String(error?.cause)}`).not.toMatch(/\/statements\/|eyJ/)
  })

  test('without a mail server all of them are kept, to be read in the panel', async () => {
    await sendMessages(() => context)
    const { docs } = await payload.find({ collection: 'messages', pagination: false, ...all })
    expect(new Set(docs.map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(new Set(['kept 0']))
  })
})
