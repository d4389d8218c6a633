import { createServer, type Socket } from 'node:net'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openCatalog } from '#cms/catalog/index.ts'
import { openServices } from '#cms/services.ts'
import { SYSTEM, type Act } from '#collections/kernel/act.ts'
import { compareAndSet } from '#collections/kernel/keyed.ts'
import { sendAgain, write, type Letter } from '#collections/messages/actions.ts'
import { SAMPLE_VALUES } from '#collections/templates/placeholders.ts'
import type { Context } from '#collections/context/context.ts'
import { MAIL, sendMessages } from '#collections/messages/service/outbox.ts'
import { sendDue, whenSent } from '#collections/outbox/service/queue.ts'
import type { Services } from '#collections/services/index.ts'
import type { Message } from '#collections/kernel/payload-types.ts'
import { openDatabase, type Database } from '#test/support/database.ts'
import { AGENCY } from '#collections/agency/view.ts'
import { headerOf, openMailServer, partsOf } from '#test/support/mail-server.ts'
import { freePort } from '#test/support/server.ts'
import { alwaysNow } from '#test/support/desk.ts'

// Messages on their way out, to a mail server that really speaks SMTP.

const START = Temporal.Instant.from('2027-02-01T16:00:00Z')

let database: Database
let payload: Payload
let services: Services
let context: Context
let port: number
let now = START
let server: Awaited<ReturnType<typeof openMailServer>>

beforeAll(async () => {
  port = await freePort()
  database = await openDatabase({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'desk@example.org' })
  payload = database.payload
  const source = openCatalog(payload, database.env)
  services = await openServices({ payload, env: database.env, source, clock: () => now })
  // Nothing is sent but when a test says so.
  await services.stop()
  context = alwaysNow(services.context(), () => now)
  server = await openMailServer(port)
})
afterAll(async () => {
  await services.stop()
  await server.close()
  await database.close()
})
afterEach(async () => {
  now = now.add({ hours: 24 * 30 })
  server.delivered.length = 0
  Object.assign(server.answers, { toRecipient: undefined, toMessage: undefined })
  await payload.delete({ collection: 'messages', where: {}, overrideAccess: true })
})

let written = 0
const queue = async (more: Partial<Letter> = {}): Promise<string> => {
  written += 1
  const act: Act = { payload, now, zone: 'America/Chicago', actor: SYSTEM }
  const key = `test:${written}`
  await write(act, {
    key,
    kind: 'confirmed',
    to: `person-${written}@example.org`,
    values: SAMPLE_VALUES,
    locale: 'en',
    ...more,
  })
  return more.key ?? key
}

const messageOf = async (key: string): Promise<Message> => {
  const { docs } = await payload.find({
    collection: 'messages',
    where: { key: { equals: key } },
    overrideAccess: true,
    depth: 0,
  })
  return docs[0]!
}

describe('a message', () => {
  test('comes from the agency by the name it has by then', async () => {
    const rename = (name: string) => payload.updateGlobal({ slug: 'agency', data: { name }, overrideAccess: true })
    await rename('Lake Region Collaborative')
    await queue()
    await sendDue(() => context, MAIL)
    expect(headerOf(server.delivered[0]!.raw, 'From')).toBe('Lake Region Collaborative <desk@example.org>')
    await rename(AGENCY.name)
  })

  test('to an office with two mailboxes goes to each, once', async () => {
    const key = await queue({ to: 'ap@example.org, office@example.org' })
    await queue({ key, to: 'ap@example.org, office@example.org' })
    await sendDue(() => context, MAIL)
    expect(server.delivered.flatMap(({ to }) => to).toSorted()).toEqual(['ap@example.org', 'office@example.org'])
    expect((await messageOf(key)).to).toBe('ap@example.org')
  })

  test('goes out once, with text, page and calendar', async () => {
    const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n'
    const key = await queue({ calendar, to: 'jordan@example.org', values: { ...SAMPLE_VALUES, name: 'Núñez' } })
    await sendDue(() => context, MAIL)
    await sendDue(() => context, MAIL)
    expect(server.delivered).toHaveLength(1)
    const [{ raw, to } = { raw: '', to: [] }] = server.delivered
    const message = await messageOf(key)
    expect(to).toEqual(['jordan@example.org'])
    expect(headerOf(raw, 'From')).toBe('Onramp Education Collaborative <desk@example.org>')
    expect(headerOf(raw, 'Auto-Submitted')).toBe('auto-generated')
    expect(headerOf(raw, 'Message-ID')).toMatch(/^<[0-9a-f]{32}@localhost>$/)
    const parts = partsOf(raw)
    expect(parts.map(({ type }) => type)).toEqual(['text/plain', 'text/html', 'text/calendar', 'application/ics'])
    expect(parts[0]!.content.replaceAll('\r\n', '\n').trim()).toBe(message.text.trim())
    expect(parts[0]!.content).toContain('Hello Núñez,')
    expect(parts[1]!.content.replaceAll('\r\n', '\n').trim()).toBe(message.html.trim())
    expect(parts[2]!.headers).toMatch(/method=PUBLISH/i)
    expect(parts[2]!.content).toBe(calendar)
    expect(message).toMatchObject({ state: 'sent', attempts: 1, sentAt: now.toString({ smallestUnit: 'millisecond' }) })
    expect(message.nextAttemptAt ?? null).toBeNull()
  })

  test('is written once for its key', async () => {
    const key = await queue()
    await queue({ key })
    await sendDue(() => context, MAIL)
    expect(server.delivered).toHaveLength(1)
  })

  test('is sent once, however many send at the same time, and the oldest first', async () => {
    const keys = []
    for (let at = 0; at < 12; at += 1) {
      keys.push(await queue())
      now = now.add({ seconds: 1 })
    }
    await Promise.all([sendDue(() => context, MAIL), sendDue(() => context, MAIL), sendDue(() => context, MAIL)])
    expect(new Set(server.delivered.map(({ to }) => to[0])).size).toBe(12)
    expect(server.delivered).toHaveLength(12)
    const attempts = await Promise.all(keys.map(async (key) => (await messageOf(key)).attempts))
    expect(new Set(attempts)).toEqual(new Set([1]))
  })

  test('whose sending was cut off is left alone for a while, then sent again under the same name', async () => {
    const key = await queue()
    await sendDue(() => context, MAIL)
    const { id } = await messageOf(key)
    const name = headerOf(server.delivered[0]!.raw, 'Message-ID')
    // The process stopped after the mail server took it, before that was written down.
    const held = now.add({ minutes: 10 }).toString()
    await compareAndSet(payload, 'messages', id, {}, { state: 'queued', nextAttemptAt: held })
    await sendDue(() => context, MAIL)
    expect(server.delivered).toHaveLength(1)
    now = now.add({ minutes: 10 })
    await sendDue(() => context, MAIL)
    expect(server.delivered.map(({ raw }) => headerOf(raw, 'Message-ID'))).toEqual([name, name])
    expect(await messageOf(key)).toMatchObject({ state: 'sent', attempts: 2 })
  })
})

describe('a mail server that does not take it', () => {
  test('now is asked again after a minute, then after five', async () => {
    const key = await queue()
    server.answers.toRecipient = 451
    await sendDue(() => context, MAIL)
    expect(await messageOf(key)).toMatchObject({ state: 'queued', attempts: 1, lastError: '451 Come back later' })
    now = now.add({ seconds: 59 })
    await sendDue(() => context, MAIL)
    expect((await messageOf(key)).attempts).toBe(1)
    now = now.add({ seconds: 1 })
    await sendDue(() => context, MAIL)
    expect((await messageOf(key)).attempts).toBe(2)
    server.answers.toRecipient = undefined
    now = now.add({ minutes: 5 })
    await sendDue(() => context, MAIL)
    expect(await messageOf(key)).toMatchObject({ state: 'sent', attempts: 3 })
    expect((await messageOf(key)).lastError ?? null).toBeNull()
  })

  test.each([
    ['ever, for this mailbox', { toRecipient: 550 }],
    ['ever, for what it says', { toMessage: 554 }],
  ])('%s, is not asked again', async (_, answers) => {
    const key = await queue()
    Object.assign(server.answers, answers)
    await sendDue(() => context, MAIL)
    const failed = await messageOf(key)
    expect(failed).toMatchObject({
      state: 'failed',
      attempts: 1,
      lastError: expect.stringMatching(/^55\d No such mailbox/),
    })
    now = now.add({ hours: 24 })
    await sendDue(() => context, MAIL)
    expect((await messageOf(key)).attempts).toBe(1)
  })

  test('for two days is given up on', async () => {
    const key = await queue()
    const begun = now
    server.answers.toMessage = 452
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      now = Temporal.Instant.from((await messageOf(key)).nextAttemptAt!)
      await sendDue(() => context, MAIL)
    }
    const { state, attempts } = await messageOf(key)
    expect({ state, attempts }).toEqual({ state: 'failed', attempts: 12 })
    const hours = begun.until(now).total('hours')
    expect(hours).toBeGreaterThan(36)
    expect(hours).toBeLessThan(48)
  })
})

describe('a message that was given up', () => {
  test('is sent again when staff ask for it, once', async () => {
    const key = await queue()
    server.answers.toRecipient = 550
    await sendDue(() => context, MAIL)
    server.answers.toRecipient = undefined
    const { id } = await messageOf(key)
    const act: Act = { payload, now, zone: 'America/Chicago', actor: { kind: 'staff', name: 'Registrar' } }
    expect([await sendAgain(act, id), await sendAgain(act, id)]).toEqual([true, false])
    await sendDue(() => context, MAIL)
    expect(await messageOf(key)).toMatchObject({ state: 'sent', attempts: 1 })
    expect(server.delivered).toHaveLength(1)
    expect(await sendAgain(act, id)).toBe(false)
  })
})

describe('a mail server that is not there', () => {
  test('costs a few messages one attempt, and gets all of them once it is back', async () => {
    const keys = []
    for (let at = 0; at < 10; at += 1) keys.push(await queue())
    await server.close()
    await sendDue(() => context, MAIL)
    const tried = await Promise.all(keys.map(messageOf))
    expect(tried.every(({ state }) => state === 'queued')).toBe(true)
    expect(tried.filter(({ attempts }) => attempts > 0).length).toBeLessThanOrEqual(4)
    expect(tried.find(({ attempts }) => attempts > 0)!.lastError).toMatch(/ECONNREFUSED/)
    server = await openMailServer(port)
    now = now.add({ minutes: 1 })
    await sendDue(() => context, MAIL)
    expect(server.delivered).toHaveLength(10)
    expect(new Set((await Promise.all(keys.map(messageOf))).map(({ state }) => state))).toEqual(new Set(['sent']))
  })

  test('but keeps silent holds nothing up', async () => {
    await server.close()
    const key = await queue()
    const sockets: Socket[] = []
    const asked = Promise.withResolvers<void>()
    const silent = createServer((socket) => {
      sockets.push(socket)
      asked.resolve()
    })
    await new Promise<void>((done) => silent.listen(port, '127.0.0.1', done))
    await sendMessages(() => context)
    await sendMessages(() => context)
    await asked.promise
    expect(await messageOf(key)).toMatchObject({ state: 'queued', attempts: 1 })
    for (const socket of sockets) socket.destroy()
    await whenSent(context)
    expect((await messageOf(key)).lastError).toMatch(/\S/)
    expect(sockets).toHaveLength(1)
    await new Promise((done) => silent.close(done))
    server = await openMailServer(port)
  })
})
