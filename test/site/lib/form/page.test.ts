import { describe, expect, test } from 'vitest'
import { valueOf } from '#site/src/lib/form/body.ts'
import { answerTo, doneIn, finished, formPage, gone, jsonOf, type Gone, type Turn } from '#site/src/lib/form/page.ts'

const ORIGIN = 'https://learn.example.org'
const ADDRESS = `${ORIGIN}/boats`

type BoatTurn = Turn<{ boat: string }, { boat: string }>

const request = (fields?: Record<string, string>, headers: Record<string, string> = {}): Request =>
  new Request(ADDRESS, fields ? { method: 'POST', headers, body: new URLSearchParams(fields) } : { headers })

const form = (boat: string, status = 200, errors = {}): BoatTurn => ({ show: 'form', boat, status, errors })

/** A page about a boat: it takes a name, and nothing while the boat is out. */
const boatPage = (asked: Request, boat: { name: string; isOut?: boolean } | Gone) =>
  formPage<{ name: string; isOut?: boolean }, BoatTurn>(asked, ORIGIN, {
    open: () => Promise.resolve(boat),
    view: ({ name }) => form(name),
    act: (sent, { name, isOut }) => {
      if (isOut) return Promise.resolve({ show: 'refused', status: 409, refusal: 'out', boat: name })
      const named = valueOf(sent, 'name')
      return Promise.resolve(named ? finished('/boats?done=named', { named }) : form(name, 422, { name: 'Name it.' }))
    },
  })

const SENTENCES = {
  refusals: { out: 'The boat is out.', expired: 'Too old.' },
  unreadable: { 400: 'Cut short.', 403: 'From elsewhere.', 413: 'Too large.', 415: 'Of another kind.' },
}

describe('what comes next on a page with a form', () => {
  test.each<[string, Request, { name: string; isOut?: boolean } | Gone, object]>([
    ['opened', request(), { name: 'Ana' }, { show: 'form', status: 200, boat: 'Ana' }],
    ['opened by a link that is over', request(), gone('expired'), { show: 'gone', status: 410, refusal: 'expired' }],
    ['sent to where nothing is', request({}), gone('missing'), { show: 'gone', status: 404 }],
    ['sent in full', request({ name: 'Bea' }), { name: 'Ana' }, { show: 'done', path: '/boats?done=named' }],
    ['sent with something to mend', request({}), { name: 'Ana' }, { show: 'form', status: 422, boat: 'Ana' }],
    ['sent at the wrong time', request({}), { name: 'Ana', isOut: true }, { show: 'refused', refusal: 'out' }],
    [
      'sent by another site',
      request({ name: 'Bea' }, { Origin: 'https://evil.example' }),
      { name: 'Ana' },
      { show: 'unreadable', status: 403 },
    ],
  ])('%s', async (_, asked, boat, expected) => {
    expect(await boatPage(asked, boat)).toMatchObject(expected)
  })
})

const told = async (turn: BoatTurn): Promise<[number, unknown]> => {
  const answer = jsonOf(turn, SENTENCES)
  return [answer.status, await answer.json()]
}

describe('the answer for a program', () => {
  test.each<[string, BoatTurn, [number, object]]>([
    ['what was done', finished('/', { receipt: 'r' }, 201), [201, { receipt: 'r' }]],
    ['each field to mend', form('Ana', 422, { name: 'Name it.' }), [422, { errors: { name: 'Name it.' } }]],
    [
      'why not',
      { show: 'refused', status: 409, refusal: 'out', boat: 'Ana' },
      [409, { errors: { form: 'The boat is out.' }, message: 'The boat is out.', reason: 'out' }],
    ],
    [
      'why not, beside the form and what is known of it',
      { show: 'form', status: 409, errors: {}, refusal: 'out', boat: 'Ana', body: { revision: 3 } },
      [409, { errors: { form: 'The boat is out.' }, message: 'The boat is out.', reason: 'out', revision: 3 }],
    ],
    [
      'that a link is over',
      gone('expired'),
      [410, { errors: { form: 'Too old.' }, message: 'Too old.', reason: 'expired' }],
    ],
    [
      'that it could not be read',
      { show: 'unreadable', status: 413 },
      [413, { errors: { form: 'Too large.' }, message: 'Too large.' }],
    ],
    ['what is about the whole', form('Ana', 422, { form: 'No.' }), [422, { errors: { form: 'No.' }, message: 'No.' }]],
  ])('says %s', async (_, turn, expected) => {
    expect(await told(turn)).toEqual(expected)
  })
})

describe('the answer', () => {
  const page = (asked: Request) => ({ request: asked, response: { status: 200, headers: new Headers() } })

  test('sends a browser on, and lets the page show anything else with its status', () => {
    const sent = page(request({ name: 'Bea' }))
    expect(answerTo(sent, finished('/on', {}), SENTENCES)).toMatchObject({ status: 303 })
    expect(answerTo(sent, form('Ana', 422), SENTENCES)).toBeUndefined()
    expect(sent.response.status).toBe(422)
    expect(sent.response.headers.get('cache-control')).toBe('no-store')
  })

  test('is JSON for a program that sent something, and leads it on where there is nothing to tell', () => {
    const asked = page(request({ name: 'Bea' }, { Accept: 'application/json' }))
    expect(answerTo(asked, form('Ana', 422), SENTENCES)?.headers.get('content-type')).toBe('application/json')
    expect(answerTo(asked, finished('/on'), SENTENCES)?.headers.get('location')).toBe('/on')
  })
})

test('only what is known counts as done', () => {
  expect(doneIn(new URL(`${ADDRESS}?done=sent`), ['sent', 'saved'])).toBe('sent')
  expect(doneIn(new URL(`${ADDRESS}?done=<script>`), ['sent', 'saved'])).toBeUndefined()
})
