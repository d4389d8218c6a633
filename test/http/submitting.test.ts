import { beforeAll, describe, expect, inject, test } from 'vitest'
import { EVIDENCE_REFUSALS } from '#collections/files/evidence.ts'
import { paths } from '#collections/kernel/paths.ts'
import { pdf, HOSTILE } from '#test/support/evidence.ts'
import { BEGIN, beginner, begunAt, filesOn, saved, sent, SLUG } from '#test/support/handing-in.ts'
import { ask } from '#test/support/http.ts'
import { documents, hiddenIn, submit, wordsOf } from '#test/support/registering.ts'
import { words } from '#test/support/purposeful.ts'
import { tokens } from './ready.ts'

// Handing in work without JavaScript, and what strangers and hostile files get.

const base = inject('base')
const registrar = tokens.registrar

describe('the page where one begins', () => {
  test('says what is handed in, and asks for little', async () => {
    const { status, text } = await ask(base, BEGIN)
    const said = wordsOf(text)
    expect(status).toBe(200)
    for (const wanted of [
      'Needs Assessment',
      'Building Capacity',
      '10 minutes at most',
      'within 5 business days',
      '3 times in all',
    ])
      expect(said).toContain(wanted)
    expect((await ask(base, paths.credential(SLUG))).text).toContain(`href="${BEGIN}"`)
    expect((await ask(base, paths.submitWork('nothing'))).status).toBe(404)
  })

  test('shows what has to be mended beside its field, with what was typed', async () => {
    const { status, text } = await submit(base, BEGIN, beginner({ name: 'Kim "K" Example', email: 'no', employer: '' }))
    expect(status).toBe(422)
    expect(text).toContain('value="Kim &quot;K&quot; Example"')
    expect(text).toMatch(/id="email-error"[\s\S]*id="employer-error"/)
  })

  test('answers a known mailbox as it answers an unknown one', async () => {
    const { email } = await begunAt(base, registrar)
    const answers = [await submit(base, BEGIN, beginner({ email })), await submit(base, BEGIN, beginner())]
    const shape = ({ status, headers }: (typeof answers)[number]) => [
      status,
      Object.keys(headers).sort(),
      headers.location!.length,
    ]
    expect(shape(answers[0]!)).toEqual(shape(answers[1]!))
    const begun = await ask(base, answers[0]!.headers.location!)
    expect([begun.status, wordsOf(begun.text).includes('t…@example.org')]).toEqual([200, true])
  })

  test('takes nothing from another site', async () => {
    const foreign = await submit(base, BEGIN, beginner(), { Origin: 'https://evil.example' })
    expect(foreign.status).toBe(403)
  })
})

describe('the workbook', () => {
  let path: string
  beforeAll(async () => {
    path = (await begunAt(base, registrar)).path
  })
  const stamps = async () => hiddenIn((await ask(base, path)).text.replaceAll(' autocomplete="off"', ''))

  test('is private, changes nothing when it is opened, and is not there for a link that was altered', async () => {
    const { status, headers } = await ask(base, path)
    expect([status, headers['cache-control'], headers['x-robots-tag']]).toEqual([200, 'no-store', 'noindex'])
    expect((await ask(base, `${path}x`)).status).toBe(404)
    const other = path.replace(/\.[\w-]+$/, '.AAAA')
    for (const address of ['', '/send', '/evidence/2-1', '/files/x'])
      expect((await ask(base, other + address)).status).toBe(404)
  })

  test('refuses one word too many beside the field when it is sent, and keeps every word', async () => {
    const long = words(501)
    const answer = await submit(base, path, { 'text-1-1': long, ...(await stamps()), step: 'send' })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/id="text-1-1-error"[^>]*>\s*1 word too many/)
    expect(answer.text).toContain(`>${long}</textarea>`)
    const send = await ask(base, `${path}/send`)
    expect(send.text).toContain(`${path}?check=1#item-1-1`)
    expect(send.text).not.toContain('name="consent"')
  })

  test('shows both texts where another window was first', async () => {
    const was = (await stamps())['was-1-2']!
    await submit(base, path, { 'text-1-2': 'at first', 'was-1-2': was, step: 'save' })
    const late = await submit(base, path, { 'text-1-2': 'and later', 'was-1-2': 'another', step: 'save' })
    expect(late.status).toBe(409)
    expect(wordsOf(late.text)).toContain('at first')
    expect(late.text).toContain('>and later</textarea>')
    const again = hiddenIn(late.text.replaceAll(' autocomplete="off"', ''))['was-1-2']!
    const knowing = await submit(base, path, { 'text-1-2': 'and later', 'was-1-2': again, step: 'save' })
    expect(knowing.headers.location).toBe(`${path}?done=saved`)
  })

  test('saves for its script, and tells it what another window saved', async () => {
    const first = await saved(base, path, { 'text-4-1': 'one' })
    expect(first.json()).toMatchObject({ stamps: { '4-1': expect.any(String) }, conflicts: [], said: /CT$/ })
    const second = await saved(base, path, { 'text-4-1': 'two' })
    expect([second.status, second.json()['conflicts']]).toEqual([409, [expect.objectContaining({ text: 'one' })]])
  })

  test('warns of one’s own name, and lets it be sent', async () => {
    const text = 'I, Jordan, planned it.'
    await submit(base, path, { 'text-1-1': text, 'was-1-1': (await stamps())['was-1-1']!, step: 'save' })
    expect(wordsOf((await ask(base, path)).text)).toContain('this may tell them: “Jordan”')
  })

  test('refuses what is no part of it, and values nobody can choose', async () => {
    expect((await saved(base, path, { 'text-9-9': 'x' })).status).toBe(409)
    for (const option of ['-1', 'files', '1e9', ''])
      expect((await submit(base, path, { 'option-2-1': option })).status, option).toBe(422)
    await saved(base, path, { 'option-2-1': '77' })
    expect((await ask(base, path)).status).toBe(200)
    expect((await saved(base, path, { 'text-1-1': 'x'.repeat(200_001) })).status).toBe(422)
  })
})

describe('files', () => {
  let path: string
  let email: string
  beforeAll(async () => {
    ;({ path, email } = await begunAt(base, registrar))
    await saved(base, path, { 'option-2-1': '2 files', 'option-2-3': '1 files' })
  })
  const rows = async () => {
    const [work] = await documents(base, registrar, `submissions?where[email][equals]=${encodeURIComponent(email)}`)
    return documents(base, registrar, `files?where[submission][equals]=${String(work!['id'])}&limit=100`)
  }

  test.each(HOSTILE)('%s is refused, said beside the field, and not kept', async (_, name, bytes, reason) => {
    const answer = await sent(base, path, '2-1', { name, bytes })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain(EVIDENCE_REFUSALS[reason])
    expect(answer.text).toContain('id="file-error"')
    const program = await sent(base, path, '2-1', { name, bytes }, { Accept: 'application/json' })
    expect(program.json()).toEqual({ errors: { file: EVIDENCE_REFUSALS[reason] }, reason })
    expect(await rows()).toEqual([])
  })

  test('are kept under a name of their own, whatever they were called, and come back as they were, to be saved', async () => {
    const bytes = pdf('plan')
    const answer = await sent(base, path, '2-1', { name: '../../plan\u202Efdp.pdf', bytes })
    expect([answer.status, answer.headers.location]).toEqual([303, `${path}/evidence/2-1`])
    expect(await rows()).toMatchObject([
      { givenName: 'planfdp.pdf', filename: expect.stringMatching(/^evidence-[\da-f-]{36}\.pdf$/), person: null },
    ])
    const [address] = await filesOn(base, path)
    const file = await ask(base, address!)
    expect([file.status, file.text]).toEqual([200, bytes.toString()])
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="planfdp\.pdf"/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    })
  })

  test('of somebody else are not there, by id or by guess, and not under a public address', async () => {
    const [address] = await filesOn(base, path)
    const other = (await begunAt(base, registrar)).path
    const id = address!.split('/').at(-1)!
    const [row] = await rows()
    const guesses = [
      `${other}/files/${id}`,
      `${path}/files/${String(row!['filename'])}`,
      `/api/media/file/${String(row!['filename'])}`,
      `/private/files/${String(row!['filename'])}`,
      `/api/files/file/${String(row!['filename'])}`,
    ]
    for (const guess of guesses) expect((await ask(base, guess)).status, guess).toBe(404)
    const removed = await submit(base, `${other}/evidence/2-1`, { action: 'remove', file: id })
    expect(removed.status).toBe(303)
    expect((await ask(base, address!)).status).toBe(200)
  })

  test('are not taken where none is asked for, from another site, or in a body that is none', async () => {
    const file = { name: 'a.pdf', bytes: pdf() }
    const statuses = [
      await sent(base, path, '1-1', file),
      await sent(base, path, '9-9', file),
      await sent(base, path, '2-2', file),
      await sent(base, path, '2-3', file),
      await sent(base, path, '2-1', file, { Origin: 'https://evil.example' }),
      await ask(base, `${path}/evidence/2-1`, {
        method: 'POST',
        body: 'nothing of a form',
        headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
      }),
      await submit(base, `${path}/evidence/2-1`, new FormData()),
    ].map(({ status }) => status)
    expect(statuses).toEqual([404, 404, 409, 422, 403, 400, 422])
    expect(await rows()).toHaveLength(1)
  })

  test('can be taken away again, and are gone then', async () => {
    const [address] = await filesOn(base, path)
    await submit(base, `${path}/evidence/2-1`, { action: 'remove', file: address!.split('/').at(-1)! })
    expect([(await ask(base, address!)).status, await rows()]).toEqual([404, []])
  })
})

test('work is sent with the consent of those in it, and can be read but not changed after that', async () => {
  const { path, email } = await begunAt(base, registrar)
  const texts = {
    'text-1-1': 'Need',
    'text-1-2': 'Plan',
    'text-2-2': 'Account',
    'text-2-3': 'Feedback',
    'text-4-1': 'Back',
  }
  await saved(base, path, { ...texts, 'option-2-1': '0 files', 'option-2-2': '1 text', 'option-2-3': '0 text' })
  await sent(base, path, '2-1', { name: 'plan.pdf', bytes: pdf() })
  const page = async () => (await ask(base, `${path}/send`)).text.replaceAll(' autocomplete="off"', '')
  const revision = async () => /name="revision" value="(\d+)"/.exec(await page())![1]!
  const without = await submit(base, `${path}/send`, { revision: await revision(), showsName: 'on' })
  expect(without.status).toBe(422)
  expect(without.text).toContain('id="consent-error"')
  expect((await submit(base, `${path}/send`, { revision: '1', consent: 'on' })).status).toBe(409)
  const done = await submit(base, `${path}/send`, { revision: await revision(), consent: 'on', showsName: 'on' })
  expect(done.headers.location).toBe(`${path}?done=sent`)
  expect((await ask(base, `${path}/send`)).headers.location).toBe(path)
  const read = await ask(base, path)
  expect(wordsOf(read.text)).toContain('We have it')
  expect(read.text).not.toContain('<textarea')
  expect((await saved(base, path, { 'text-1-1': 'Other' })).status).toBe(409)
  expect((await sent(base, path, '2-1', { name: 'b.pdf', bytes: pdf() })).status).toBe(409)
  const back = await submit(base, path, { step: 'withdraw' })
  expect(back.headers.location).toBe(`${path}?done=withdrawn`)
  const query = `submissions?where[email][equals]=${encodeURIComponent(email)}`
  expect(await documents(base, registrar, query)).toMatchObject([{ status: 'withdrawn', showsName: true }])
})
