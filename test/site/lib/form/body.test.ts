import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isForeign, isUnreadable, readSent, valueOf, type Sent } from '#site/src/lib/form/body.ts'

const ORIGIN = 'https://learn.example.org'

const post = (body: BodyInit, headers: Record<string, string> = {}): Request =>
  new Request(`${ORIGIN}/courses/three-circles/register`, { method: 'POST', body, headers })

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const JSON_TYPE = { 'content-type': 'application/json' }

const read = async (request: Request): Promise<Sent> => {
  const sent = await readSent(request, ORIGIN)
  if (isUnreadable(sent)) throw new Error(`Refused with ${sent.status}`)
  return sent
}

describe('what is sent', () => {
  test('is read alike as a form, with a file, and as JSON', async () => {
    const withFile = new FormData()
    withFile.set('name', 'Ana')
    withFile.set('letter', new File(['%PDF-1.7'], 'letter.pdf'))
    const sents = await Promise.all([
      read(post('name=Ana&step=review', FORM)),
      read(post(withFile)),
      read(post(JSON.stringify({ name: 'Ana' }), JSON_TYPE)),
    ])
    expect(sents.map((sent) => valueOf(sent, 'name'))).toEqual(['Ana', 'Ana', 'Ana'])
    expect(sents[1].files.get('letter')?.name).toBe('letter.pdf')
  })

  test('gives the first of repeated values, all of them on request, and nothing for what is not there', async () => {
    const sent = await read(post('days=2026-10-15&days=2026-11-12&name=A&name=B', FORM))
    expect(valueOf(sent, 'name')).toBe('A')
    expect(sent.values.get('days')).toEqual(['2026-10-15', '2026-11-12'])
    expect(valueOf(sent, 'email')).toBe('')
  })

  test.each([
    ['a text', '"name"'],
    ['a list', '["name"]'],
    ['nothing', 'null'],
    ['no JSON', '{name'],
    ['an empty body', ''],
  ])('that is %s instead of an object is not read', async (_, body) => {
    expect(await readSent(post(body, JSON_TYPE), ORIGIN)).toEqual({ status: 400 })
  })

  test('keeps of JSON what a form could have sent', async () => {
    const sent = await read(
      post('{"a":true,"b":false,"c":5,"d":null,"e":{"$ne":1},"f":["x",{},"y"],"__proto__":"z"}', JSON_TYPE),
    )
    expect(Object.fromEntries(sent.values)).toEqual({
      a: ['true'],
      b: [''],
      c: ['5'],
      f: ['x', 'y'],
      ['__proto__']: ['z'],
    })
  })

  test('loses half characters and the rest of endless lists', async () => {
    const sent = await read(post(JSON.stringify({ name: 'a\ud83d', many: Array(2000).fill('x') }), JSON_TYPE))
    expect(valueOf(sent, 'name')).toBe('a\ufffd')
    expect(sent.values.get('many')!.length).toBeLessThan(500)
  })

  test('has no file where none was chosen', async () => {
    const form = new FormData()
    form.set('letter', new File([], ''))
    expect((await read(post(form))).files.size).toBe(0)
  })

  test('is never an error, whatever it is', async () => {
    const kinds = [
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
      'a/b',
    ]
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.constantFrom(...kinds), async (body, kind) => {
        await readSent(post(body, { 'content-type': kind }), ORIGIN)
      }),
    )
  })
})

describe('what is refused', () => {
  test.each([
    ['plain text', { 'content-type': 'text/plain' }, 415],
    ['a page', { 'content-type': 'text/html' }, 415],
    ['no kind at all', { 'content-type': '' }, 415],
    ['a large form', { ...FORM, 'content-length': '1000001' }, 413],
    ['a form of just the size', { ...FORM, 'content-length': '1000000' }, undefined],
    ['a multipart body cut short', { 'content-type': 'multipart/form-data; boundary=x' }, 400],
    ['an enormous letter', { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '12000001' }, 413],
    ['another site', { ...FORM, origin: 'https://evil.example' }, 403],
  ])('%s', async (_, headers: Record<string, string>, status) => {
    const sent = await readSent(post('name=Ana', headers), ORIGIN)
    expect(isUnreadable(sent) ? sent.status : undefined).toBe(status)
  })

  test.each([
    ['our own page', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }, false],
    ['a program', {}, false],
    ['an address typed in', { 'sec-fetch-site': 'none' }, false],
    ['a subdomain', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }, true],
    ['another site that hides its name', { 'sec-fetch-site': 'cross-site' }, true],
    ['a sandboxed frame', { origin: 'null' }, true],
    ['the same host without encryption', { origin: 'http://learn.example.org' }, true],
  ])('%s: %#', (_, headers: Record<string, string>, isRefused) => {
    expect(isForeign(post('', headers), ORIGIN)).toBe(isRefused)
  })
})
