import { describe, expect, inject, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { ask, bearer } from '#test/support/http.ts'
import { documents, linkTo, registeringAt, submit } from '#test/support/registering.ts'
import { tokens } from './ready.ts'

// What somebody sends who means no good, or whose page is old: an answer in words, never an error, and nothing changed.

const base = inject('base')
const { ids, whole, outside, registrationsOf } = await registeringAt(base, tokens.registrar)
const asRegistrar = { Cookie: `payload-token=${tokens.registrar}` }
const NOWHERE = '00000000-0000-7000-8000-000000000000'

const guest = () => whole({ ...outside, participation: 'guest', 'host-guest': ids.member })
const formWith = (fields: Record<string, string>, letter: File): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('letter', letter)
  return form
}

describe('a letter that is none', () => {
  const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  const LETTERS: [string, BlobPart[]][] = [
    ['a PNG picture in name only', [new Uint8Array(PNG), '<script>x()</script>']],
    ['a JPEG picture in name only', [new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), '<html>']],
    ['a page of the web', ['<html><script>x()</script>']],
    ['a picture no decoder of ours opens', ['\0\0\0 ftypavif']],
  ]

  test.each(LETTERS)('%s', async (_, parts) => {
    const fields = guest()
    const answer = await submit(base, ids.place.path, formWith(fields, new File(parts, 'letter.pdf')))
    expect(answer.status).toBe(422)
    expect(answer.text.includes('id="letter-error"')).toBe(true)
    expect(await registrationsOf(fields.email)).toHaveLength(0)
  })

  test('a page of the web inside a PDF is saved as a PDF, by the desk only', async () => {
    const fields = guest()
    const polyglot = new File(['%PDF-1.7\n<script>x()</script>'], 'x"; filename="x.html')
    expect((await submit(base, ids.place.path, formWith(fields, polyglot))).status).toBe(303)
    const [registration] = await registrationsOf(fields.email)
    const letter = registration!['letter'] as string | { id: string; filename: string }
    const id = typeof letter === 'string' ? letter : letter.id
    const saved = await ask(base, paths.letter(id), { headers: asRegistrar })
    expect(saved.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(/^attachment; filename="[\w .-]+\.html\.pdf"/),
      'content-security-policy': expect.stringContaining('sandbox'),
    })
    const cookie = (token: string) => ({ headers: { Cookie: `payload-token=${token}` } })
    for (const token of [tokens.communications, tokens.reviewer]) {
      expect((await ask(base, paths.letter(id), cookie(token))).status).toBe(403)
      expect((await ask(base, `/api/files/${id}`, { headers: bearer(token) })).status).toBe(403)
    }
    expect((await ask(base, `/api/files/${id}`)).status).toBe(403)
  })

  test('more of them than anybody needs are not kept', async () => {
    const fields = guest()
    await submit(base, ids.place.path, fields)
    const [registration] = await registrationsOf(fields.email)
    const link = await linkTo(base, tokens.registrar, fields.email, String(registration!['status']))
    const send = () => submit(base, link, formWith({ action: 'letter' }, new File(['%PDF-1.7'], 'a.pdf')))
    const answers = []
    for (let n = 0; n < 13; n += 1) answers.push((await send()).status)
    expect(answers).toEqual([...Array.from({ length: 12 }, () => 303), 422])
  })

  test('of somebody who is registered already, sent by anybody, leaves no file behind', async () => {
    const fields = guest()
    await submit(base, ids.place.path, fields)
    const [{ person }] = (await registrationsOf(fields.email)) as [{ person: string | { id: string } }]
    const id = typeof person === 'string' ? person : person.id
    await submit(base, ids.place.path, formWith(fields, new File(['%PDF-1.7'], 'a.pdf')))
    await expect.poll(() => documents(base, tokens.registrar, `files?where[person][equals]=${id}`)).toEqual([])
  })
})

describe('forms of the desk', () => {
  const day = '2030-01-07'
  const GONE: [string, string, Record<string, string>][] = [
    ['a registration that is not there', paths.registration(NOWHERE), { do: 'cancel', reason: 'Called' }],
    ['the door of no session', paths.door(NOWHERE, day), { do: 'close' }],
    ['a day that is none', paths.door(ids.place.session, '2030-13-45'), { do: 'present', r: NOWHERE }],
    ['the roster of no session', `${paths.roster(NOWHERE)}/add`, { name: 'A' }],
    ['a statement that was never made', paths.statement('X-1'), { do: 'pay', method: 'check', amount: '1', day }],
  ]
  test.each(GONE)('sent to %s are answered with 404', async (_, path, fields) => {
    expect((await submit(base, path, fields, asRegistrar)).status).toBe(404)
  })

  test('with a reason of ten thousand characters are refused', async () => {
    const fields = whole()
    await submit(base, ids.place.path, fields)
    const before = await registrationsOf(fields.email)
    const id = String(before[0]!['id'])
    const sent = { do: 'cancel', reason: 'x'.repeat(10_000) }
    expect((await submit(base, paths.registration(id), sent, asRegistrar)).status).toBe(422)
    expect(await registrationsOf(fields.email)).toMatchObject([{ status: before[0]!['status'] }])
  })
})

describe('versions', () => {
  test.each(['registrations', 'people', 'messages', 'charges', 'files', 'users'])(
    'of %s are nobody’s to read',
    async (name) => {
      for (const token of [tokens.admin, tokens.communications])
        expect((await ask(base, `/api/${name}/versions`, { headers: bearer(token) })).status).toBe(403)
    },
  )
})

test('certificates are drawn sixty times a minute for one address, and for others all the same', async () => {
  const paper = paths.verify('no-such-award') + '.pdf'
  const from = (address: string) => ask(base, paper, { headers: { 'X-Forwarded-For': address } })
  const answers = await Promise.all(Array.from({ length: 62 }, () => from('192.0.2.77')))
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(60).fill(404), 429, 429])
  expect((await from('192.0.2.78')).status).toBe(404)
  expect((await ask(base, paths.check, { headers: { 'X-Forwarded-For': '192.0.2.77' } })).status).toBe(200)
})
