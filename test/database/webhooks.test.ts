import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '#collections/context/context.ts'
import { sendDue } from '#collections/outbox/service/queue.ts'
import { DELIVERIES as QUEUE } from '#collections/webhooks/service/outbox.ts'
import type { Webhook } from '#collections/kernel/payload-types.ts'
import { SYSTEM, type Act } from '#collections/kernel/act.ts'
import { writeEntry } from '#collections/kernel/audit.ts'
import { DELIVERIES, followUp } from '#test/support/follow-ups.ts'
import { openDatabase, type Database } from '#test/support/database.ts'

// Events on their way to an accounting program that is not always there.

const START = Temporal.Instant.from('2027-03-02T14:30:00Z')
const DAY = 86_400
const all = { depth: 0, overrideAccess: true } as const

type Received = { id: string; seconds: number; signature: string; body: string }
type Answering = (received: Received, response: ServerResponse, nth: number) => void

let database: Database
let payload: Payload
let now = START
let received: Received[] = []
let answer: Answering
let url = ''

const take: Answering = (_, response) => response.writeHead(204).end()

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const server = createServer((request, response) => {
  void bodyOf(request).then((body) => {
    const said = (name: string) => String(request.headers[name])
    const one = {
      id: said('webhook-id'),
      seconds: Number(said('webhook-timestamp')),
      signature: said('webhook-signature'),
      body,
    }
    received.push(one)
    answer(one, response, received.length)
  })
})

beforeAll(async () => {
  database = await openDatabase()
  payload = database.payload
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await database.close()
})
beforeEach(() => {
  answer = take
  received = []
})
afterEach(async () => {
  for (const collection of ['deliveries', 'webhooks', 'events'] as const)
    await payload.delete({ collection, where: {}, overrideAccess: true })
})

/** What a process does that has just started. */
const catchUp = async () => {
  const context = { payload, now } as Context
  await followUp(context, DELIVERIES)
  await sendDue(() => context, QUEUE)
}

const aWebhook = (more: Partial<Webhook> = {}): Promise<Webhook> =>
  payload.create({
    collection: 'webhooks',
    data: { name: 'Accounting', url, topics: ['charge.booked'], isActive: true, ...more },
    ...all,
  })

let happened = 0
const happen = async (count: number, kind = 'charge.booked'): Promise<void> => {
  const act: Act = { payload, now, zone: 'America/Chicago', actor: SYSTEM }
  for (let n = 0; n < count; n += 1) {
    happened += 1
    await writeEntry(act, { key: `event-${happened}`, kind, summary: 'It happened', data: { n: happened } })
  }
}
const eventIds = async (): Promise<string[]> =>
  (await payload.find({ collection: 'events', pagination: false, sort: 'createdAt', ...all })).docs.map(({ id }) => id)
const deliveries = async () =>
  (await payload.find({ collection: 'deliveries', pagination: false, sort: 'createdAt', ...all })).docs

/** Lets time go by, looking every hour. */
const letTimePass = async (seconds: number, step = 3600) => {
  for (let passed = 0; passed < seconds; passed += step) {
    now = now.add({ seconds: step })
    await catchUp()
  }
}

test('an event comes once, signed, with what happened', async () => {
  const { secret } = await aWebhook()
  await happen(1)
  await catchUp()
  await catchUp()
  const [event] = await eventIds()
  expect(received).toHaveLength(1)
  const [{ id, seconds, signature, body }] = received as [Received]
  expect([id, seconds]).toEqual([event, now.epochMilliseconds / 1000])
  expect(JSON.parse(body)).toEqual({ type: 'charge.booked', timestamp: expect.any(String), data: { n: happened } })
  const key = Buffer.from(secret!.replace('whsec_', ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest()
  expect(timingSafeEqual(Buffer.from(signature.replace('v1,', ''), 'base64'), expected)).toBe(true)
  expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 1, answer: expect.stringMatching(/^204/) }])
})

test('each webhook hears what it asked for, and one that is switched off hears nothing', async () => {
  await aWebhook({ topics: ['invoice.paid'] })
  await aWebhook({ isActive: false })
  await happen(1, 'charge.booked')
  await happen(1, 'invoice.paid')
  await happen(1, 'registration.canceled')
  await catchUp()
  expect(received.map(({ body }) => JSON.parse(body).type)).toEqual(['invoice.paid'])
})

describe('a side that is not always there', () => {
  test('takes each event once by its id, though a third of the answers are errors, cut off, or lost after it was taken', async () => {
    await aWebhook()
    await happen(20)
    const taken = new Set<string>()
    answer = ({ id }, response, nth) => {
      if (nth % 10 < 3) response.writeHead(500).end('Busy')
      else if (nth % 10 === 3) response.socket?.destroy()
      else if (nth % 10 === 4) {
        taken.add(id)
        response.socket?.destroy()
      } else {
        taken.add(id)
        response.writeHead(200).end('Thank you')
      }
    }
    await Promise.all([catchUp(), catchUp()])
    await letTimePass(DAY)
    expect([...taken].toSorted()).toEqual((await eventIds()).toSorted())
    expect((await deliveries()).every(({ state }) => state === 'delivered')).toBe(true)
    // Some came more than once, always as the same event with the same words.
    expect(received.length).toBeGreaterThan(20)
    for (const ones of Map.groupBy(received, ({ id }) => id).values())
      expect(new Set(ones.map(({ body }) => body)).size).toBe(1)
  })

  test('is given up after about two days, and what it said last is kept', async () => {
    await aWebhook()
    await happen(1)
    answer = (_, response) => response.writeHead(503).end('Closed for the weekend')
    const begun = now
    await catchUp()
    await letTimePass(3 * DAY)
    const [delivery] = await deliveries()
    expect(delivery).toMatchObject({ state: 'failed', answer: '503 Service Unavailable Closed for the weekend' })
    expect(delivery!.attempts).toBe(received.length)
    const hours = (received.at(-1)!.seconds - begun.epochMilliseconds / 1000) / 3600
    expect(hours).toBeGreaterThan(40)
    expect(hours).toBeLessThan(72)
  })

  test('that takes nothing today takes all tomorrow', async () => {
    const webhook = await aWebhook({ url: 'http://127.0.0.1:9/' })
    await happen(3)
    await catchUp()
    expect(received).toEqual([])
    await payload.update({ collection: 'webhooks', id: webhook.id, data: { url }, ...all })
    await letTimePass(DAY / 2)
    expect(new Set(received.map(({ id }) => id)).size).toBe(3)
  })

  test('does not keep another one waiting', async () => {
    await aWebhook({ url: 'http://127.0.0.1:9/' })
    await aWebhook()
    await happen(2)
    await catchUp()
    expect(received).toHaveLength(2)
  })
})

test('a process that stopped before it made all deliveries makes the rest', async () => {
  const [one, other] = [await aWebhook(), await aWebhook()]
  await happen(1)
  const [event] = await eventIds()
  const { createUnlessTaken } = await import('#collections/kernel/keyed.ts')
  await createUnlessTaken(payload, 'deliveries', {
    key: `${event}:${one.id}`,
    webhook: one.id,
    event: event!,
    topic: 'charge.booked',
    body: {},
    state: 'delivered',
    attempts: 1,
  })
  await catchUp()
  expect(received).toHaveLength(1)
  expect((await deliveries()).map(({ webhook }) => webhook).toSorted()).toEqual([one.id, other.id].toSorted())
})
