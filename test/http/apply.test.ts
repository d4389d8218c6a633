import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { aCollaborative } from '#test/support/builders.ts'
import { ask, bearer, send } from '#test/support/http.ts'
import { documents, hiddenIn, linkTo, submit, wordsOf } from '#test/support/registering.ts'
import { tokens } from './ready.ts'

// Applying by the pages as they are served: without JavaScript, as a form, with files around it, and as JSON.

const base = inject('base')
const { admin, registrar } = tokens
const OPEN = paths.apply('school-climate-data-use')
const CLOSED = paths.apply('educational-equity-community-of-practice')
const JSON_ASKED = { Accept: 'application/json', 'Content-Type': 'application/json', Origin: base }

const mailbox = (): string => `a${randomUUID()}@example.org`
const words = (count: number): string => Array.from({ length: count }, () => 'care').join(' ')
const filled = (given: Record<string, string> = {}) => ({
  'condition-1': 'yes',
  teamName: 'Alder Lake Team',
  teamKind: 'district',
  name: 'Jordan Example',
  email: mailbox(),
  organization: 'other',
  employer: 'Alder Lake Schools',
  choices: 'creating-a-culture-of-care',
  'answer-1': 'Every student is heard.',
  'answer-2': 'A group of teachers meets.',
  'answer-3': 'In yearly reports',
  step: 'send',
  ...given,
})
const applicationsOf = (email: string) =>
  documents(base, registrar, `applications?where[email][equals]=${encodeURIComponent(email)}`)

/** Nobody can apply for it until the year 2099. */
let later: { id: string; slug: string }
beforeAll(async () => {
  const data = aCollaborative({ slug: 'opens-in-2099', opensOn: '2099-01-05', appliesUntil: '2099-01-30' })
  later = (await send(base, 'POST', '/api/collaboratives', data, bearer(admin))).json()['doc'] as typeof later
})
afterAll(async () => {
  await send(base, 'DELETE', `/api/collaboratives/${later.id}`, {}, bearer(admin))
})

describe('the page on which one applies', () => {
  test('shows what decides, and a form of its own for each browser', async () => {
    const [one, other] = await Promise.all([ask(base, OPEN), ask(base, OPEN)])
    expect(wordsOf(one.text)).toMatch(/\$45,000 for the entire team.*Up to 6 teams/)
    expect(one.headers).toMatchObject({ 'cache-control': 'no-store' })
    expect(hiddenIn(one.text)['attempt']).not.toBe(hiddenIn(other.text)['attempt'])
  })

  test('leads there from the collaboratives while they are open', async () => {
    const [list, open, closed] = await Promise.all(
      [paths.collaboratives, OPEN.replace('/apply', ''), CLOSED.replace('/apply', '')].map((path) => ask(base, path)),
    )
    const doors = (text: string) =>
      [...text.matchAll(/href="(\/collaboratives\/[\w-]+\/apply)"/g)].map(([, path]) => path)
    expect([doors(list!.text).includes(OPEN), doors(open!.text), doors(closed!.text)]).toEqual([true, [OPEN], []])
  })

  test.each([
    ['closed', CLOSED, /Applications are closed The last moment to apply was Friday, January 26, 2024, 11:59 PM CT\./],
    ['to come', paths.apply('opens-in-2099'), /You can apply from Monday, January 5, 2099, 12:00 AM CT\./],
  ])('stays where the window is %s, and takes nothing', async (_, path, says) => {
    const page = await ask(base, path)
    expect([page.status, page.text.includes('<form')]).toEqual([200, false])
    expect(wordsOf(page.text)).toMatch(says)
    const email = mailbox()
    const sent = await submit(base, path, filled({ email, 'answer-1': 'What I typed stays.' }))
    expect([sent.status, sent.text.includes('<form')]).toEqual([409, false])
    expect(wordsOf(sent.text)).toContain('Nothing was sent.')
    expect(wordsOf(sent.text)).toContain(email)
    expect(await applicationsOf(email)).toEqual([])
  })

  test('shows again what was typed, one word over the limit, and says so beside it', async () => {
    const form = filled({ 'answer-1': words(201) })
    const { status, text } = await submit(base, OPEN, form)
    expect([status, text.includes(words(201)), text.includes('value="Alder Lake Team"')]).toEqual([422, true, true])
    expect(wordsOf(text)).toContain('This is 1 word too many. At most 200 can be sent.')
    expect(wordsOf(text)).toContain('201 words: 1 word too many.')
    const fits = await submit(base, OPEN, { ...form, 'answer-1': words(200) })
    expect(fits.status).toBe(303)
  })

  test('is not there for a collaborative that is not', async () => {
    const path = paths.apply('no-such-program')
    const [page, sent] = [await ask(base, path), await submit(base, path, filled())]
    expect([page.status, sent.status]).toEqual([404, 404])
  })

  test('takes nothing from another site', async () => {
    const form = filled()
    expect((await submit(base, OPEN, form, { Origin: 'https://evil.example' })).status).toBe(403)
    expect(await applicationsOf(form.email)).toEqual([])
  })
})

describe('without JavaScript', () => {
  test('one saves, goes on by the link, sends, and takes it back', async () => {
    const { attempt } = hiddenIn((await ask(base, OPEN)).text)
    const email = mailbox()
    const form = new FormData()
    for (const [name, value] of Object.entries({ attempt: attempt!, name: 'Robin Sample', email, step: 'save' }))
      form.append(name, value)
    const saved = await submit(base, OPEN, form)
    expect(saved.status).toBe(303)
    const kept = await ask(base, saved.headers.location!)
    expect(wordsOf(kept.text)).toMatch(/Your application is kept .*We write to a…@example\.org now\./)

    const path = await linkTo(base, registrar, email, 'application-begun')
    const draft = await ask(base, path)
    expect(draft.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    const { revision } = hiddenIn(draft.text)
    const more = await submit(base, path, { ...filled({ step: 'more' }), action: 'write', revision: revision! })
    expect(more.text.match(/name="memberName"/g)).toHaveLength(8)
    const lacking = await submit(base, path, {
      action: 'write',
      revision: revision!,
      name: 'Robin Sample',
      step: 'send',
    })
    expect([lacking.status, wordsOf(lacking.text).includes('Give the name of your team.')]).toEqual([422, true])
    const sent = await submit(base, path, { ...filled(), action: 'write', revision: revision! })
    expect(sent.headers.location).toBe(`${path}?done=sent`)
    const own = wordsOf((await ask(base, sent.headers.location!)).text)
    expect(own).toMatch(/Your application was sent\..*What you sent.*Every student is heard\./)

    const old = await submit(base, path, { action: 'withdraw', revision: revision! })
    expect([old.status, wordsOf(old.text).includes('had changed since you opened this page')]).toEqual([409, true])
    const now = hiddenIn((await ask(base, path)).text)['revision']!
    const taken = await submit(base, path, { action: 'withdraw', revision: now, reason: 'No time' })
    expect(taken.headers.location).toBe(`${path}?done=withdrawn`)
    expect(wordsOf((await ask(base, path)).text)).toContain('The reason you gave: No time')
  })

  test('a link that was altered opens nothing', async () => {
    const { status, text } = await ask(base, paths.application('eyJhbGciOiJIUzI1NiJ9.e30.x'))
    expect([status, wordsOf(text).includes('This link opens nothing')]).toEqual([404, true])
  })

  test('a receipt of another program shows nothing', async () => {
    const { headers } = await submit(base, OPEN, filled())
    const elsewhere = headers.location!.replace('school-climate-data-use', 'creating-a-culture-of-care')
    expect((await ask(base, elsewhere)).status).toBe(404)
  })
})

describe('as JSON', () => {
  const post = (path: string, body: object) =>
    ask(base, path, { method: 'POST', headers: JSON_ASKED, body: JSON.stringify(body) })

  test('an application is taken with a receipt, or refused field by field', async () => {
    const email = mailbox()
    const { 'answer-1': _, ...rest } = filled({ email })
    expect((await post(OPEN, rest)).json()).toEqual({ errors: { 'answer-1': 'Answer this question.' } })
    const taken = await post(OPEN, {
      ...filled({ email }),
      'condition-1': true,
      choices: ['reimagining-school-safety'],
    })
    expect([taken.status, Object.keys(taken.json())]).toEqual([201, ['receipt']])
    expect(await applicationsOf(email)).toMatchObject([{ status: 'submitted', applicant: 'team' }])
    expect((await post(CLOSED, rest)).json()).toEqual({
      errors: { form: 'Applications are closed.' },
      message: 'Applications are closed.',
      reason: 'closed',
    })
  })

  test('whoever applied before gets the same answer, and another person of that mailbox has an application too', async () => {
    const email = mailbox()
    const [first, again] = [await post(OPEN, filled({ email })), await post(OPEN, filled({ email }))]
    const claims = (answer: typeof first) =>
      JSON.parse(Buffer.from(String(answer.json()['receipt']).split('.')[1]!, 'base64url').toString())
    const { exp: _, ...known } = claims(again)
    expect([again.status, known]).toEqual([first.status, { ...claims(first), exp: undefined }])
    expect(await applicationsOf(email)).toHaveLength(1)
    await post(OPEN, filled({ email, name: 'Other' }))
    expect(await applicationsOf(email)).toHaveLength(2)
  })
})
