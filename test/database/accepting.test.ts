import type { Payload, Where } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mark } from '#collections/attendance/actions.ts'
import { compareAndSet } from '#collections/kernel/keyed.ts'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { idOf } from '#collections/kernel/related.ts'
import { publicServices } from '#collections/services/public.ts'
import { staffServices } from '#collections/services/staff.ts'
import { RegistrationForm } from '#collections/registrations/schema.ts'
import { seatKey } from '#collections/registrations/seats.ts'
import { linesOf } from '#collections/registrations/lines.ts'
import { tokenFor } from '#collections/context/links.ts'
import { paths } from '#collections/kernel/paths.ts'
import { actAt, DAYS, newSession, openTestDesk, seated } from '#test/support/desk.ts'

// Who accepted the terms, and what hangs on it: people the desk adds, and colleagues who come instead.

const all = { depth: 0, overrideAccess: true } as const
const [ONE, TWO, THREE] = DAYS

let desk: Awaited<ReturnType<typeof openTestDesk>>
let payload: Payload
let session: string

beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
})
afterAll(() => desk.close())
beforeEach(async () => {
  desk.clock.now = Temporal.Instant.from('2027-02-01T16:00:00Z')
  session = await newSession(payload, desk.course)
})

const staff = () => staffServices(desk.context, actAt(payload, desk.clock.now))
const people = () => publicServices(desk.context)
const newest = (id: string): Promise<Registration> => payload.findByID({ collection: 'registrations', id, ...all })
const moveTo = async (moment: string): Promise<void> => {
  desk.clock.now = Temporal.Instant.from(moment)
  await desk.followUp()
}
const lettersTo = async (to: string) => {
  const where = { to: { equals: to } }
  const { docs } = await payload.find({ collection: 'messages', where, sort: 'createdAt', pagination: false, ...all })
  return docs
}
const kindsTo = async (to: string) => (await lettersTo(to)).map(({ kind }) => kind)
const rowsOf = async (registration: string) => {
  const where = { registration: { equals: registration } }
  const { docs } = await payload.find({ collection: 'attendance', where, sort: 'date', pagination: false, ...all })
  return docs.map(({ date, state }) => [date, state])
}
const chargesIn = async () => {
  const where = { session: { equals: session } }
  const { docs } = await payload.find({ collection: 'charges', where, sort: 'bookedAt', pagination: false, ...all })
  return docs.map(({ name, kind, cents, payerName }) => [name, kind, cents, payerName])
}
const byEmail = async (email: string): Promise<Registration | undefined> => {
  const where: Where = { and: [{ session: { equals: session } }, { email: { equals: email } }] }
  return (await payload.find({ collection: 'registrations', where, ...all })).docs[0]
}

const formFor = (name: string) =>
  RegistrationForm.parse({
    session,
    name,
    email: `${name.toLowerCase()}-${session.slice(-6)}@example.org`,
    organization: 'other',
    employer: 'A school',
    participation: 'self',
  })

const added = async (name: string, signedAt?: Temporal.Instant) => {
  const done = await staff().registrations.add(formFor(name), signedAt)
  if (!done.ok) throw new Error(JSON.stringify(done))
  await desk.followUp()
  return newest(done.registration)
}

describe('somebody the desk added', () => {
  test('is asked to accept, and owes nothing until then; one click on their page accepts', async () => {
    const { id, email, acceptance, answerBy } = await added('Asa')
    expect([acceptance, answerBy]).toEqual(['asked', '2027-02-09T05:59:59.999Z'])
    expect(await kindsTo(email)).toEqual(['terms-asked'])
    const [letter] = await lettersTo(email)
    expect(letter!.text).toContain('accept them there by Monday, February 8, 2027, 11:59 PM CT')
    expect(letter!.text).not.toMatch(/you agreed/i)
    expect((await staff().overview()).waits.termsAsked).toBeGreaterThan(0)
    const token = await tokenFor(desk.context, 'manage', await newest(id))
    const read = await people().registrations.read(token)
    expect(read.ok && [read.view.acceptance.how, read.view.cancellation.coming.map(({ fee }) => fee)]).toEqual([
      'asked',
      [0, 0, 0],
    ])
    const hash = read.ok ? read.view.agreed.terms.hash : ''
    expect(await people().registrations.acceptTerms(token, { termsHash: 'other' })).toMatchObject({ ok: false })
    expect(await people().registrations.acceptTerms(token, { termsHash: hash })).toEqual({ ok: true })
    await desk.followUp()
    expect(await newest(id)).toMatchObject({
      acceptance: 'online',
      acceptedAt: '2027-02-01T16:00:00.000Z',
      answerBy: null,
    })
    expect(await kindsTo(email)).toEqual(['terms-asked', 'confirmed'])
  })

  test('who does not answer loses the seat at the moment the letter said, at no cost', async () => {
    const { id, email } = await added('Bo')
    await moveTo('2027-02-09T05:59:59.999Z')
    expect(await newest(id)).toMatchObject({ status: 'confirmed' })
    await moveTo('2027-02-09T06:00:00Z')
    expect(await newest(id)).toMatchObject({ status: 'canceled', canceledBy: 'terms', seatKey: null })
    const letters = await lettersTo(email)
    expect(letters.at(-1)!.kind).toBe('terms-lapsed')
    expect(letters.at(-1)!.text).toContain('by Monday, February 8, 2027, 11:59 PM CT')
    expect(await chargesIn()).toEqual([])
  })

  test('with a paper is noted with its day, and the letter is that of everybody', async () => {
    const signed = await added('Cy', Temporal.Instant.from('2027-01-29T18:00:00Z'))
    expect(signed).toMatchObject({ acceptance: 'paper', acceptedAt: '2027-01-29T18:00:00.000Z' })
    expect(await kindsTo(signed.email)).toEqual(['confirmed'])
    const later = await added('Di')
    expect(await staff().registrations.noteSigned(later.id, desk.clock.now)).toEqual({ ok: true })
    await desk.followUp()
    expect(await kindsTo(later.email)).toEqual(['terms-asked', 'confirmed'])
    expect(await staff().registrations.noteSigned(later.id, desk.clock.now)).toMatchObject({ ok: false, status: 422 })
  })

  test('who never accepted and stays away gets no fee; who comes pays for the day', async () => {
    await moveTo('2027-03-01T16:00:00Z')
    const { id } = await added('Ed')
    await moveTo('2027-03-02T22:00:00Z')
    expect(await newest(id)).toMatchObject({ status: 'confirmed', acceptance: 'asked' })
    await mark(actAt(payload, desk.clock.now), id, ONE, { state: 'absent' })
    await desk.followUp()
    expect([await chargesIn(), await rowsOf(id)]).toEqual([[], [[ONE, 'absent']]])
    const { docs } = await payload.find({ collection: 'attendance', where: { registration: { equals: id } }, ...all })
    expect(docs[0]!.feeState).toBe('none')
  })
})

test('who never accepted pays for a day once it is written down that they came, and not if that was a mistake', async () => {
  await payload.update({ collection: 'courses', id: desk.course, data: { nonMemberRate: 30_000 }, ...all })
  await moveTo('2027-03-01T16:00:00Z')
  const { id } = await added('Eli')
  await moveTo('2027-03-02T22:00:00Z')
  expect(await chargesIn()).toEqual([])
  await mark(actAt(payload, desk.clock.now), id, ONE, { state: 'present' })
  await desk.followUp()
  const cents = async () => (await chargesIn()).map(([, , one]) => one as number).toSorted((a, b) => b - a)
  expect(await cents()).toEqual([10_000])
  await mark(actAt(payload, desk.clock.now), id, ONE, { state: 'absent' })
  await desk.followUp()
  expect(await cents()).toEqual([10_000, -10_000])
  await payload.update({ collection: 'courses', id: desk.course, data: { nonMemberRate: null }, ...all })
})

const agreed = { substitution: true, price: { rate: 'member', cents: 10_000 } } as const
const holderIn = async (name: string, seat = 1, more: Partial<Registration> = {}) => {
  const email = `${name.toLowerCase()}-${session.slice(-6)}@example.org`
  const given = { ...more, name, email, seatKey: seatKey(session, seat) } as Partial<Omit<Registration, 'agreed'>>
  const holder = await seated(payload, session, given, agreed)
  await desk.followUp()
  return holder
}
const ask = async (holder: Registration, name: string, days?: string[]) => {
  const token = await tokenFor(desk.context, 'manage', await newest(holder.id))
  const { revision } = await newest(holder.id)
  const email = `${name.toLowerCase()}-${session.slice(-6)}@example.org`
  const done = await people().registrations.sendColleague(token, { name, email, revision, days })
  await desk.followUp()
  return { done, email }
}
const linkTo = async (email: string): Promise<string> => {
  const letter = (await lettersTo(email)).findLast(({ kind }) => kind === 'colleague-asked')!
  return new RegExp(`${paths.colleague('')}([\\w.-]+)`).exec(letter.text)![1]!
}
const accept = async (email: string) => {
  const token = await linkTo(email)
  const shown = await people().registrations.invitation(token)
  if (!shown.ok || !('view' in shown)) throw new Error(JSON.stringify(shown))
  const { revision, agreed: terms } = shown.view
  const answer = { answer: 'accept', revision, termsHash: terms.terms.hash } as const
  const done = await people().registrations.answerInvitation(token, answer)
  await desk.followUp()
  return { done, shown: shown.view }
}

describe('a colleague for the whole seat', () => {
  test('has it only once the terms are accepted, and agreed to exactly what was shown', async () => {
    const ann = await holderIn('Ann')
    const { done, email } = await ask(ann, 'Col')
    expect(done).toEqual({ ok: true })
    expect(await newest(ann.id)).toMatchObject({ name: 'Ann', status: 'confirmed', linkVersion: 1 })
    const [letter] = await lettersTo(email)
    expect(letter!.text).toContain('Ann has a seat')
    expect(letter!.text).toContain('Please answer by Monday, February 8, 2027, 11:59 PM CT.')
    expect(letter!.text).not.toContain(paths.manage(''))
    desk.clock.now = Temporal.Instant.from('2027-02-03T16:00:00Z')
    const { shown } = await accept(email)
    const after = await newest(ann.id)
    expect(after).toMatchObject({
      name: 'Col',
      email,
      linkVersion: 2,
      acceptance: 'online',
      acceptedAt: '2027-02-03T16:00:00.000Z',
      seatKey: ann.seatKey,
    })
    expect(after.agreed).toEqual(JSON.parse(JSON.stringify(shown.agreed)))
    expect([await kindsTo(email), (await kindsTo(ann.email)).at(-1)]).toEqual([
      ['colleague-asked', 'confirmed'],
      'substituted',
    ])
    // The same click again leads to the registration and changes nothing.
    const again = await people().registrations.invitation(await linkTo(email))
    expect(again).toMatchObject({ ok: true, taken: expect.any(String) as string })
    expect((await newest(ann.id)).revision).toBe(after.revision)
  })

  test('who declines or does not answer leaves the seat where it is, and the holder is told once', async () => {
    const ann = await holderIn('Abe')
    const first = await ask(ann, 'Cal')
    const token = await linkTo(first.email)
    const shown = await people().registrations.invitation(token)
    const revision = shown.ok && 'view' in shown ? shown.view.revision : 0
    await people().registrations.answerInvitation(token, { answer: 'decline', revision, termsHash: '' })
    await desk.followUp()
    expect(await people().registrations.invitation(token)).toMatchObject({ ok: false, refusal: 'replaced' })
    await ask(ann, 'Dee')
    await moveTo('2027-02-09T06:00:00Z')
    const told = (await lettersTo(ann.email)).filter(({ kind }) => kind === 'colleague-declined')
    expect(told.map(({ text }) => /Cal does not take|Dee has not answered/.exec(text)?.[0])).toEqual([
      'Cal does not take',
      'Dee has not answered',
    ])
    expect(await newest(ann.id)).toMatchObject({ name: 'Abe', status: 'confirmed' })
  })

  test('an asking that ends is told to the colleague; the seat that is canceled cannot be taken any more', async () => {
    const ann = await holderIn('Amy')
    const { email } = await ask(ann, 'Cas')
    const token = await tokenFor(desk.context, 'manage', await newest(ann.id))
    const { revision } = await newest(ann.id)
    await people().registrations.cancel(token, { revision, reason: '' })
    await desk.followUp()
    expect(await kindsTo(email)).toEqual(['colleague-asked', 'colleague-over'])
    expect(await people().registrations.invitation(await linkTo(email))).toMatchObject({ ok: false })
  })

  test('in a session without a limit leaves the giver free to register again', async () => {
    const person = { seatKey: undefined }
    const ann = await seated(payload, session, { ...person, name: 'Ana', email: `ana-${session}@example.org` }, agreed)
    const held = await compareAndSet(
      payload,
      'registrations',
      ann.id,
      {},
      { seatKey: `${session}#of-${idOf(ann.person)}` },
    )
    const sent = { name: 'Cia', email: `cia-${session}@example.org`, days: null, signedAt: desk.clock.now }
    expect(await staff().registrations.sendColleague(held!.id, sent)).toEqual({ ok: true })
    const after = await newest(ann.id)
    expect([after.name, after.acceptance, after.seatKey]).toEqual([
      'Cia',
      'paper',
      `${session}#of-${idOf(after.person)}`,
    ])
  })
})

describe('a colleague for single days', () => {
  test('comes on that day: roster, price, letters and calendar follow', async () => {
    await payload.update({ collection: 'sessions', id: session, data: { capacity: 1 }, ...all })
    const ann = await holderIn('Art')
    const { email } = await ask(ann, 'Cob', [TWO])
    const { shown, done } = await accept(email)
    expect([shown.days, shown.agreed.price.cents, done.ok]).toEqual([[TWO], 3333, true])
    const cob = (await byEmail(email))!
    expect(cob).toMatchObject({ status: 'confirmed', acceptance: 'online', sharesSeatOf: ann.id })
    expect(await rowsOf(ann.id)).toEqual([[TWO, 'substituted']])
    expect(await rowsOf(cob.id)).toEqual([
      [ONE, 'substituted'],
      [THREE, 'substituted'],
    ])
    // One seat, and one is held.
    expect((await linesOf(payload).reload(session)).held).toBe(1)
    const confirmed = (await lettersTo(email)).find(({ kind }) => kind === 'confirmed')!
    expect(confirmed.text).toContain('March 23')
    expect(confirmed.text).not.toContain('March 2,')
    const told = (await lettersTo(ann.email)).find(({ kind }) => kind === 'day-substituted')!
    expect(told.text).toContain('Tuesday, March 23, 2027')
    expect(told.calendar).toMatch(/STATUS:CANCELLED[\s\S]*|SUMMARY:Canceled/)
    await moveTo('2027-04-14T16:00:00Z')
    const net = new Map<unknown, number>()
    for (const [name, , cents] of await chargesIn()) net.set(name, (net.get(name) ?? 0) + (cents as number))
    expect([net.get('Art'), net.get('Cob')]).toEqual([6667, 3333])
  })

  test('who stays away owes the fee, and not whoever handed the day on', async () => {
    const ann = await holderIn('Ash')
    const { email } = await ask(ann, 'Cam', [ONE])
    await accept(email)
    const cam = (await byEmail(email))!
    await moveTo('2027-03-02T22:00:00Z')
    await staff().attendance.closeDay(session, ONE)
    await desk.followUp()
    expect([await rowsOf(ann.id), (await rowsOf(cam.id))[0]]).toEqual([[[ONE, 'substituted']], [ONE, 'absent']])
  })

  test('the day is the colleague’s or canceled, never both', async () => {
    const ann = await holderIn('Ari')
    const { email } = await ask(ann, 'Cid', [ONE])
    const token = await linkTo(email)
    const shown = await people().registrations.invitation(token)
    const view = shown.ok && 'view' in shown ? shown.view : undefined
    const own = await tokenFor(desk.context, 'manage', await newest(ann.id))
    await people().registrations.cancel(own, { revision: (await newest(ann.id)).revision, days: [ONE], reason: '' })
    const late = { answer: 'accept', revision: view!.revision, termsHash: view!.agreed.terms.hash } as const
    expect(await people().registrations.answerInvitation(token, late)).toMatchObject({ ok: false })
    await desk.followUp()
    expect([await rowsOf(ann.id), await byEmail(email)]).toEqual([[[ONE, 'canceled']], undefined])
  })

  test('keeps the seat of whoever cancels the rest', async () => {
    const ann = await holderIn('Ada')
    const { email } = await ask(ann, 'Cleo', [THREE])
    await accept(email)
    const own = await tokenFor(desk.context, 'manage', await newest(ann.id))
    const { revision } = await newest(ann.id)
    expect(await people().registrations.cancel(own, { revision, days: [ONE, TWO], reason: '' })).toEqual({ ok: true })
    await desk.followUp()
    expect(await newest(ann.id)).toMatchObject({ status: 'confirmed', seatKey: ann.seatKey })
    expect((await lettersTo(ann.email)).findLast(({ kind }) => kind === 'canceled')!.text).toContain('You owe nothing')
    expect(await byEmail(email)).toMatchObject({ status: 'confirmed' })
  })

  test('the desk does it by telephone: asked by mail, or with a paper at once; never of a guest', async () => {
    const ann = await holderIn('Ali')
    const sent = { name: 'Cruz', email: `cruz-${session}@example.org`, days: [TWO], signedAt: undefined }
    expect(await staff().registrations.sendColleague(ann.id, sent)).toEqual({ ok: true })
    await desk.followUp()
    expect(await kindsTo(sent.email)).toEqual(['colleague-asked'])
    expect(await staff().registrations.answerForColleague(ann.id, { signedAt: desk.clock.now })).toEqual({ ok: true })
    await desk.followUp()
    expect(await byEmail(sent.email)).toMatchObject({ acceptance: 'paper', source: ann.source })
    expect(await rowsOf(ann.id)).toEqual([[TWO, 'substituted']])
    const guest = await holderIn('Gus', 2, { participation: 'guest' })
    expect(await staff().registrations.sendColleague(guest.id, { ...sent, days: null })).toMatchObject({ ok: false })
  })

  test('who has a day of a seat can have another of it: both are theirs, for the price of both, and the letter says so', async () => {
    const ann = await holderIn('Ava')
    const { email } = await ask(ann, 'Cy', [ONE])
    await accept(email)
    expect((await ask(ann, 'Cy', [THREE])).done).toEqual({ ok: true })
    const { shown } = await accept(email)
    expect(shown.days).toEqual([THREE])
    const { id, agreed: terms } = (await byEmail(email))!
    expect([await rowsOf(ann.id), await rowsOf(id)]).toEqual([
      [
        [ONE, 'substituted'],
        [THREE, 'substituted'],
      ],
      [[TWO, 'substituted']],
    ])
    expect(terms).toMatchObject({ price: { cents: 6667 }, events: [{ days: [ONE] }, { days: [THREE] }] })
    expect(await kindsTo(email)).toEqual(['colleague-asked', 'confirmed', 'colleague-asked', 'confirmed'])
    expect((await lettersTo(email)).at(-1)!.text).toContain('April 13')
    await moveTo('2027-04-14T16:00:00Z')
    const net = new Map<unknown, number>()
    for (const [name, , cents] of await chargesIn()) net.set(name, (net.get(name) ?? 0) + (cents as number))
    expect([net.get('Ava'), net.get('Cy')]).toEqual([3333, 6667])
  })
})

describe('a session that changes while a colleague is asked', () => {
  const moveSession = async (move: (date: string) => string, more: object = {}) => {
    const { days } = await payload.findByID({ collection: 'sessions', id: session, ...all })
    const moved = days.map((day) => ({ ...day, date: move(day.date), ...more }))
    await payload.update({ collection: 'sessions', id: session, data: { days: moved }, ...all })
  }
  const later = (by: number) => (date: string) => Temporal.PlainDate.from(date).add({ days: by }).toString()

  test('the same link shows the new day and asks with it; what was shown before cannot be accepted', async () => {
    const ann = await holderIn('Aki')
    const { email } = await ask(ann, 'Cas', [TWO])
    const token = await linkTo(email)
    const before = await people().registrations.invitation(token)
    const shown = before.ok && 'view' in before ? before.view : undefined
    await moveSession(later(2))
    const answer = { answer: 'accept', revision: shown!.revision, termsHash: shown!.agreed.terms.hash } as const
    expect(await people().registrations.answerInvitation(token, answer)).toMatchObject({
      ok: false,
      refusal: 'changed-meanwhile',
    })
    await desk.followUp()
    const letters = await lettersTo(email)
    expect(letters.map(({ kind }) => kind)).toEqual(['colleague-asked', 'colleague-asked'])
    expect(letters[1]!.text).toContain('The session has changed since you were asked.')
    expect(letters[1]!.text).toContain('March 25')
    const { shown: now } = await accept(email)
    expect(now.days).toEqual(['2027-03-25'])
    expect(await rowsOf(ann.id)).toEqual([['2027-03-25', 'substituted']])
  })

  test('for the whole seat as well, with an answer by the time it begins', async () => {
    const ann = await holderIn('Amos')
    const { email } = await ask(ann, 'Cato')
    await moveSession(later(-26))
    await desk.followUp()
    const [, again] = await lettersTo(email)
    expect(again!.text).toContain('Please answer by Thursday, February 4, 2027, 8:30 AM CT.')
    const { done } = await accept(email)
    expect([done.ok, (await newest(ann.id)).name]).toEqual([true, 'Cato'])
  })

  test('nobody is asked any more where the day is called off', async () => {
    const ann = await holderIn('Alba')
    const { email } = await ask(ann, 'Cleo', [TWO])
    const { days } = await payload.findByID({ collection: 'sessions', id: session, ...all })
    const off = days.map((day) => (day.date === TWO ? { ...day, canceled: true } : day))
    await payload.update({ collection: 'sessions', id: session, data: { days: off }, ...all })
    await desk.followUp()
    expect(await kindsTo(email)).toEqual(['colleague-asked', 'colleague-over'])
    expect(await kindsTo(ann.email)).toEqual(['confirmed', 'day-canceled'])
  })
})
