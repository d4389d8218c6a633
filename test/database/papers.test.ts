import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Where } from 'payload'
import { applicationStatuses } from '#collections/applications/service/followups.ts'
import { publicApplications } from '#collections/applications/service/public.ts'
import { staffApplications } from '#collections/applications/service/staff.ts'
import { tokenFor } from '#collections/context/links.ts'
import type { Application } from '#collections/kernel/payload-types.ts'
import { APPLICATIONS, followUp, passOver } from '#test/support/follow-ups.ts'
import { actAt, openTestDesk } from '#test/support/desk.ts'
import { anApplicant, newProgram, PRICE, released } from '#test/support/selecting.ts'

// A team that accepts $45,000: told what comes next, reminded, enrolled with its papers, or given up without.

const all = { depth: 0, overrideAccess: true } as const
const NOW = Temporal.Instant.from('2027-02-01T16:00:00Z')
/** The end of the 15th business day after February 1, past Presidents’ Day. */
const UNTIL = '2027-02-23T05:59:59.999Z'

let desk: Awaited<ReturnType<typeof openTestDesk>>
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const catchUpAt = async (now: Temporal.Instant | string): Promise<void> => {
  desk.clock.now = Temporal.Instant.from(now)
  await followUp(desk.context, APPLICATIONS)
}
const newest = (id: string): Promise<Application> => desk.payload.findByID({ collection: 'applications', id, ...all })
const lettersTo = async ({ id }: Application) => {
  const where: Where = { application: { equals: id } }
  const { docs } = await desk.payload.find({
    collection: 'messages',
    where,
    sort: 'createdAt',
    pagination: false,
    ...all,
  })
  return docs
}
const kindsTo = async (one: Application) => (await lettersTo(one)).map(({ kind }) => kind)
const staff = () => staffApplications(desk.context, actAt(desk.payload, desk.clock.now))
const given = async (id: string, reason = 'As agreed.') => ({ revision: (await newest(id)).revision, reason })

const accepted = async () => {
  desk.clock.now = NOW
  const program = await newProgram(desk.payload, [1])
  const one = await anApplicant(desk.payload, program, { score: 9 })
  const next = await anApplicant(desk.payload, program, { score: 8 })
  await passOver(desk.context, applicationStatuses)
  await released(desk.payload, program.call)
  await catchUpAt(NOW)
  const token = await tokenFor(desk.context, 'application', await newest(one.id))
  const { revision } = await newest(one.id)
  const applying = publicApplications(desk.context)
  const answer = { answer: 'accept', price: String(PRICE), reason: '', revision } as const
  expect(await applying.answerPlace(token, answer)).toEqual({ ok: true })
  await catchUpAt(NOW)
  const send = async (form: object, file?: File) =>
    applying.sendPapers(
      token,
      {
        purchaseOrder: '',
        billingName: '',
        billingEmail: '',
        billingAddress: '',
        revision: (await newest(one.id)).revision,
        ...form,
      },
      file,
    )
  return { program, one, next, send }
}
const BILL = {
  billingName: 'Accounts payable',
  billingEmail: 'bills@example.org',
  billingAddress: '400 Example Avenue',
}

test('is told at once what comes next and by when', async () => {
  const { one, program } = await accepted()
  expect(await kindsTo(one)).toEqual(['place-offered', 'place-accepted'])
  const letter = (await lettersTo(one))[1]!.text
  expect(letter).toContain('The price is $45,000 for the entire team.')
  expect(letter).toContain(
    'The number of your purchase order; or, if we sent you an agreement, that with your signature',
  )
  expect(letter).toContain('Who gets the bill')
  expect(letter).toContain('Send it by: Monday, February 22, 2027, 11:59 PM CT')
  expect((await newest(one.id)).papersUntil).toBe(UNTIL)
  const waits = (await staff().calls()).find(({ call }) => call === program.call)!.waits
  expect([waits.toEnroll, waits.papers, String(waits.papersSince)]).toEqual([0, 1, NOW.toString()])
})

test('is reminded once, a week before, and its place is given up after the end; the next is offered it', async () => {
  const { one, next } = await accepted()
  await catchUpAt('2027-02-16T05:00:00Z')
  expect(await kindsTo(one)).not.toContain('papers-due')
  await catchUpAt('2027-02-16T16:00:00Z')
  await catchUpAt(UNTIL)
  expect((await kindsTo(one)).filter((kind) => kind === 'papers-due')).toHaveLength(1)
  expect((await newest(one.id)).status).toBe('accepted')
  await catchUpAt('2027-02-23T06:00:00Z')
  expect([(await newest(one.id)).status, (await newest(next.id)).status]).toEqual(['expired', 'offered'])
  expect((await kindsTo(one)).slice(2)).toEqual(['papers-due', 'papers-expired'])
  expect((await lettersTo(one)).at(-1)!.text).toContain('You owe nothing.')
})

test('with its papers here it never runs out: Today says since when it waits for the desk', async () => {
  const { one, program, send } = await accepted()
  expect(await send({ purchaseOrder: 'PO 77-1' })).toEqual({ ok: true })
  expect((await staff().read(one.id))!.papers).toMatchObject({ missing: ['billing'], purchaseOrder: 'PO 77-1' })
  expect(await send({ purchaseOrder: 'PO 77-1', ...BILL })).toEqual({ ok: true })
  await catchUpAt('2027-07-01T16:00:00Z')
  expect((await newest(one.id)).status).toBe('accepted')
  const waits = (await staff().calls()).find(({ call }) => call === program.call)!.waits
  expect([waits.toEnroll, String(waits.enrollSince), waits.papers]).toEqual([1, NOW.toString(), 0])
  const paper = { number: 'PO 77-1', isOnPaper: false }
  expect(await staff().enrollTeam(one.id, paper, await given(one.id))).toEqual({ ok: true })
  await catchUpAt('2027-07-01T16:01:00Z')
  const { docs } = await desk.payload.find({
    collection: 'charges',
    where: { application: { equals: one.id } },
    ...all,
  })
  expect(docs).toMatchObject([{ cents: PRICE, payerEmail: 'bills@example.org', payerAddress: '400 Example Avenue' }])
})

test('a signed agreement is taken as a PDF and as nothing else; staff can give more time', async () => {
  const { one, send } = await accepted()
  const bad = new File([new Uint8Array([1, 2, 3])], 'agreement.exe')
  expect(await send(BILL, bad)).toEqual({
    ok: false,
    errors: { agreement: expect.stringContaining('PDF') },
  })
  const pdf = new File([new TextEncoder().encode('%PDF-1.7\n%%EOF')], 'agreement.pdf')
  expect(await send(BILL, pdf)).toEqual({ ok: true })
  expect((await staff().read(one.id))!.papers).toMatchObject({ missing: [], agreement: { name: 'agreement.pdf' } })
  expect(await staff().morePaperTime(one.id, '2027-01-01', await given(one.id))).toMatchObject({
    ok: false,
    status: 422,
  })
  expect(await staff().morePaperTime(one.id, '2027-03-31', await given(one.id))).toEqual({ ok: true })
  expect((await newest(one.id)).papersUntil).toBe('2027-04-01T04:59:59.999Z')
})
