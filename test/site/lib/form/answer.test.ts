import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fieldErrors, json, keepPrivate, seeOther, wantsJson } from '#site/src/lib/form/answer.ts'

const asks = (accept?: string) => wantsJson(new Request('https://a.example', accept ? { headers: { accept } } : {}))

describe('who gets JSON', () => {
  test.each([
    [undefined, false],
    ['*/*', false],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', false],
    ['application/json', true],
    ['APPLICATION/JSON', true],
    ['application/json, text/plain, */*', true],
    ['application/json, text/html', false],
    ['application/json, */*;q=0.5', true],
    ['text/html;q=0.5, application/json', true],
    ['text/html, application/json;q=0.9', false],
    ['application/*, text/*;q=0.1', true],
    ['application/json;q=0', false],
    ['application/json;q=x', false],
  ])('%s', (accept, expected) => {
    expect(asks(accept)).toBe(expected)
  })
})

test('one sentence for each field, the first', () => {
  const schema = z.object({
    name: z.string().min(2, 'Too short.').regex(/^a/, 'Begin with a.'),
    days: z.array(z.string('A day.')),
  })
  const { error } = schema.safeParse({ name: 'b', days: [1, 2] })
  expect(fieldErrors(error!.issues)).toEqual({ name: 'Too short.', days: 'A day.' })
  expect(fieldErrors([{ path: [], message: 'All of it.' }])).toEqual({ form: 'All of it.' })
})

describe('answers for one person', () => {
  const expected = { 'cache-control': 'no-store', 'referrer-policy': 'same-origin', 'x-robots-tag': 'noindex' }
  const page = new Response()
  keepPrivate(page)
  test.each([
    ['a page', page, 200],
    ['going on', seeOther('/courses'), 303],
    ['JSON', json(422, { errors: {} }), 422],
  ])('%s is kept by nobody', (_, answer, status) => {
    expect(Object.fromEntries(answer.headers)).toMatchObject(expected)
    expect(answer.status).toBe(status)
  })
})
