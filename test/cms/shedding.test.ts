import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { isTooMuch, shedding } from '#cms/server/shedding.ts'
import { ask, type Answer } from '#test/support/http.ts'

// More is asked for than can be answered: an application that answers nothing until it is told to.

const CROWD = 200
const MOST = 96

let server: Server

const open = async (listener: RequestListener): Promise<string> => {
  server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

/** An application that is busy; `release` has it answer. */
const busy = () => {
  const waiting: ServerResponse[] = []
  let isReleased = false
  const app: RequestListener = (_req, res) => {
    if (isReleased) res.end('answered')
    else waiting.push(res)
  }
  return {
    app,
    waiting,
    release: () => {
      isReleased = true
      for (const res of waiting) res.end('answered')
    },
  }
}

const crowdAt = (base: string) => Array.from({ length: CROWD }, (_, n) => ask(base, `/courses?n=${n}`))
const countOf = (answers: Answer[], status: number) => answers.filter((answer) => answer.status === status).length

describe('more pages than can be rendered', () => {
  afterEach(() => new Promise((done) => server.close(done)))

  test('some are answered, the others are told at once when to come again, and forms and staff pass all of them', async () => {
    const { app, waiting, release } = busy()
    const base = await open(shedding(() => 0).inFrontOf(app))
    const crowd = crowdAt(base)
    const turned = await Promise.race(crowd)
    expect([turned.status, turned.headers['retry-after'], turned.headers['cache-control']]).toEqual([
      503,
      '5',
      'no-store',
    ])
    expect(turned.text).toContain('<h1>Many people are here just now</h1>')
    await expect.poll(() => waiting.length).toBe(MOST)
    const first = [
      ask(base, '/courses/a/register', { method: 'POST', body: 'name=A' }),
      ask(base, '/courses/a/register?session=b'),
      ask(base, '/manage/token'),
      ask(base, '/desk', { headers: { Cookie: 'payload-token=x' } }),
      ask(base, '/courses?preview', { headers: { Cookie: 'payload-token=x' } }),
      ask(base, '/api/courses', { headers: { Authorization: 'integrations API-Key x' } }),
      ask(base, '/healthz'),
    ]
    await expect.poll(() => waiting.length).toBe(MOST + first.length)
    release()
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual(first.map(() => 200))
    const answers = await Promise.all(crowd)
    expect([countOf(answers, 200), countOf(answers, 503)]).toEqual([MOST, CROWD - MOST])
    expect((await ask(base, '/courses')).status).toBe(200)
  })

  test('without the rule all of them wait, and so do forms behind them', async () => {
    const { app, waiting, release } = busy()
    const base = await open(app)
    const crowd = crowdAt(base)
    await expect.poll(() => waiting.length).toBe(CROWD)
    release()
    expect(countOf(await Promise.all(crowd), 503)).toBe(0)
  })

  test('whoever goes away makes room', async () => {
    const { app, waiting, release } = busy()
    const base = await open(shedding(() => 0).inFrontOf(app))
    const crowd = crowdAt(base)
    await expect.poll(() => waiting.length).toBe(MOST)
    server.closeAllConnections()
    release()
    await Promise.allSettled(crowd)
    expect((await ask(base, '/courses')).status).toBe(200)
  })
})

test.each([
  ['nothing is going on', { pages: 0, delay: 0 }, false],
  ['as many as may be', { pages: MOST - 1, delay: 150 }, false],
  ['one more', { pages: MOST, delay: 0 }, true],
  ['a few while the process is busy', { pages: 7, delay: 151 }, false],
  ['one more than a few', { pages: 8, delay: 151 }, true],
])('%s', (_, load, expected) => {
  expect(isTooMuch(load)).toBe(expected)
})
