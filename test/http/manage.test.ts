import { beforeAll, describe, expect, inject, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { ask } from '#test/support/http.ts'
import { hiddenIn, linkTo, registeringAt, submit, wordsOf } from '#test/support/registering.ts'
import { tokens } from './ready.ts'

// What a signed link opens and changes, and what it does not.

const base = inject('base')
const registrar = tokens.registrar
const { ids, whole, mailbox, registrationsOf } = await registeringAt(base, registrar)

describe('the link to a registration', () => {
  let path: string
  let email: string
  beforeAll(async () => {
    email = mailbox()
    await submit(base, ids.place.path, whole({ email }))
    path = await linkTo(base, registrar, email)
  })
  const revision = async () => hiddenIn((await ask(base, path)).text)['revision']!

  test('opened in any way, changes nothing', async () => {
    const before = (await registrationsOf(email))[0]!
    for (const query of ['', '?done=canceled', '?action=cancel&step=confirm&revision=1', '/calendar.ics'])
      expect((await ask(base, path + query)).status).toBe(200)
    expect((await ask(base, path, { method: 'HEAD' })).status).toBe(200)
    expect((await registrationsOf(email))[0]).toEqual(before)
  })

  test('gives the days as a calendar', async () => {
    const { headers, text } = await ask(base, `${path}/calendar.ics`)
    expect(headers).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-store' })
    expect(text).toMatch(/^BEGIN:VCALENDAR[\s\S]*DTSTART;TZID=America\/Chicago/)
  })

  test('keeps both consents apart', async () => {
    const answer = await submit(base, path, { action: 'consents', mailingList: 'on' })
    expect(answer.headers.location).toBe(`${path}?done=consents`)
    expect((await registrationsOf(email))[0]).toMatchObject({ mediaRelease: false, mailingList: true })
  })

  test('does nothing for another site, an old page or a form of its own kind', async () => {
    const cancel = { action: 'cancel', step: 'confirm', fee: '0' }
    const foreign = await submit(
      base,
      path,
      { ...cancel, revision: await revision() },
      { Origin: 'https://evil.example' },
    )
    const old = await submit(base, path, { ...cancel, revision: '0' })
    const unknown = await submit(base, path, { action: 'erase', revision: await revision() })
    expect([foreign.status, old.status, unknown.status]).toEqual([403, 409, 422])
    expect((await registrationsOf(email))[0]).toMatchObject({ status: 'confirmed' })
  })

  test('shows the price before it cancels, and asks again when it is another', async () => {
    const asked = { action: 'cancel', revision: await revision(), reason: 'Ill' }
    const plan = await submit(base, path, { ...asked, step: 'review' })
    expect([plan.status, wordsOf(plan.text).includes('You owe nothing.')]).toEqual([200, true])
    const other = await submit(base, path, { ...asked, step: 'confirm', fee: '10000' })
    expect(wordsOf(other.text)).toContain('The price changed while you were reading.')
    expect((await registrationsOf(email))[0]).toMatchObject({ status: 'confirmed' })
    const done = await submit(base, path, { ...asked, step: 'confirm', fee: hiddenIn(plan.text)['fee']! })
    expect(done.headers.location).toBe(`${path}?done=canceled`)
    const page = wordsOf((await ask(base, `${path}?done=canceled`)).text)
    expect(page).toMatch(/It is canceled\. .*You canceled on/)
    expect((await submit(base, path, { ...asked, step: 'confirm', fee: hiddenIn(plan.text)['fee']! })).status).toBe(409)
  })

  test('of whoever asked a colleague opens until the colleague has accepted the terms, and no more then', async () => {
    const own = mailbox()
    await submit(base, ids.place.path, whole({ email: own }))
    const link = await linkTo(base, registrar, own)
    const { revision } = hiddenIn((await ask(base, link)).text)
    const asked = { action: 'colleague', name: 'Second Tester', revision: revision! }
    expect((await submit(base, link, { ...asked, email: 'nobody' })).status).toBe(422)
    const colleague = mailbox()
    const done = await submit(base, link, { ...asked, email: colleague })
    expect(done.headers.location).toBe(`${link}?done=colleague`)
    const waiting = await ask(base, done.headers.location!)
    expect([waiting.status, wordsOf(waiting.text).includes('You asked Second Tester')]).toEqual([200, true])
    const invitation = await linkTo(base, registrar, colleague, 'colleague-asked')
    const page = await ask(base, invitation)
    const { termsHash, revision: shown } = hiddenIn(page.text)
    expect([page.status, page.headers['cache-control'], wordsOf(page.text).includes(termsHash!)]).toEqual([
      200,
      'no-store',
      true,
    ])
    const answer = { answer: 'accept', revision: shown!, termsHash: termsHash! }
    expect((await submit(base, invitation, { ...answer, termsHash: '0' })).status).toBe(409)
    expect((await registrationsOf(own))[0]).toMatchObject({ status: 'confirmed' })
    const taken = await submit(base, invitation, answer)
    expect([taken.status, taken.headers.location!.endsWith('?done=taken')]).toEqual([303, true])
    expect((await ask(base, taken.headers.location!)).status).toBe(200)
    // Clicked twice, it leads to the same place.
    expect((await submit(base, invitation, answer)).status).toBe(303)
    expect((await registrationsOf(colleague))[0]).toMatchObject({ acceptance: 'online', name: 'Second Tester' })
    expect((await ask(base, link)).status).toBe(410)
    expect((await submit(base, link, { action: 'consents' })).status).toBe(410)
  })

  test('is refused when forged, altered or made for something else', async () => {
    const receipt = (await submit(base, ids.place.path, whole())).headers.location!.split('receipt=').at(1)!
    const token = path.split('/').at(-1)!
    const flipped = token.slice(0, -2) + (token.at(-2) === 'A' ? 'B' : 'A') + token.at(-1)
    for (const wrong of ['x', flipped, receipt, token.replace(/\.[^.]+$/, '.')]) {
      const { status, text, headers } = await ask(base, paths.manage(wrong))
      expect([status, headers['cache-control'], wordsOf(text).includes('This link does not work')]).toEqual([
        404,
        'no-store',
        true,
      ])
      expect((await ask(base, paths.manageCalendar(wrong))).status).toBe(404)
      expect((await submit(base, paths.manage(wrong), { action: 'consents' })).status).toBe(404)
    }
    expect((await ask(base, paths.myWith(token))).status).toBe(404)
    expect((await ask(base, paths.received(ids.place.slug, token))).status).toBe(404)
    expect((await ask(base, paths.received(ids.gated.slug, receipt))).status).toBe(404)
  })
})

describe('all of one mailbox', () => {
  test('is asked for with the same answer, known or not', async () => {
    const email = mailbox()
    await submit(base, ids.place.path, whole({ email }))
    const request = async (address: string) => {
      const { status, headers, text } = await submit(base, paths.my, { email: address })
      return [status, headers.location, Object.keys(headers).toSorted(), text]
    }
    expect(await request(email)).toEqual(await request('nobody@example.org'))
    const mine = await ask(base, await linkTo(base, registrar, email, 'sign-in'))
    expect([mine.status, mine.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(mine.text).toMatch(/href="\/manage\/[\w.-]+"/)
    expect((await submit(base, paths.my, { email: 'nobody' })).status).toBe(422)
    expect((await ask(base, paths.myWith('x'))).status).toBe(404)
  })
})
