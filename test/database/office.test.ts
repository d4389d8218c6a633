import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Payload } from 'payload'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { book } from '#collections/charges/actions.ts'
import { mark } from '#collections/attendance/actions.ts'
import { decideFee } from '#collections/attendance/fees.ts'
import { rateLine, type Line } from '#collections/charges/policy.ts'
import { staffCharges } from '#collections/charges/service/staff.ts'
import { tokenFor } from '#collections/context/links.ts'
import { receive } from '#collections/deposits/actions.ts'
import { staffDeposits } from '#collections/deposits/service/staff.ts'
import { publicInvoices } from '#collections/invoices/service/public.ts'
import { staffInvoices } from '#collections/invoices/service/staff.ts'
import { linesOf } from '#collections/invoices/policy.ts'
import type { Invoice, Registration } from '#collections/kernel/payload-types.ts'
import { PAYER_REASONS } from '#collections/registrations/payer.ts'
import { ATTENDANCE, CHARGES, CHECKS, followUp } from '#test/support/follow-ups.ts'
import { anOrganization, aPolicy } from '#test/support/builders.ts'
import { actAt, newSession, openTestDesk, seated } from '#test/support/desk.ts'

// The office: statements before the month ends, reminders, lines for another payer, letters, and checks by two people.

const all = { depth: 0, overrideAccess: true } as const
const at = (text: string) => Temporal.Instant.from(text)
const MARCH = at('2027-03-10T16:00:00Z')

let desk: Awaited<ReturnType<typeof openTestDesk>>
let payload: Payload
let session: string
let alder: string
let birch: string

beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
  await payload.create({
    collection: 'policies',
    data: aPolicy({
      kind: 'guests',
      deadline: { count: 10, unit: 'calendar', mode: 'at-least', cutoff: 'end-of-day' },
      feePerDay: 10_000,
    }),
    ...all,
  })
  session = await newSession(payload, desk.course, ['2027-03-02'])
  const organization = async (name: string, references?: string) =>
    (
      await payload.create({
        collection: 'organizations',
        data: anOrganization({
          name,
          member: true,
          billing: { email: `${name.split(' ')[0]}@example.org`, termsDays: 35, references },
        }),
        ...all,
      })
    ).id
  alder = await organization('Alder Schools', 'Vendor number 4711\nCost center 20-640')
  birch = await organization('Birch Schools')
  await payload.updateGlobal({ slug: 'billing', data: { remindAfter: 7, remindAgain: 14, needsSecond: true }, ...all })
})
afterAll(() => desk.close())

const act = (now: Temporal.Instant, name = 'Registrar') => ({
  ...actAt(payload, now),
  actor: { kind: 'staff', name } as const,
})
const invoices = (now: Temporal.Instant) => {
  desk.clock.now = now
  return staffInvoices(desk.context, act(now))
}
const place = async (name: string): Promise<Registration> => {
  const payer = {
    kind: 'organization',
    organization: alder,
    name: 'Alder Schools',
    reason: PAYER_REASONS['member-district'],
  } as const
  return seated(payload, session, { name, payer }, { price: { rate: 'member', cents: 10_000 } })
}
const priced = async (registration: Registration, now: Temporal.Instant) =>
  book(act(now), rateLine(registration, '2027-03-02') as Line)
const statements = async (): Promise<Invoice[]> =>
  (await payload.find({ collection: 'invoices', sort: 'number', ...all })).docs
const kinds = async (kind: 'statement-reminder'): Promise<string[]> =>
  (
    await payload.find({ collection: 'messages', where: { kind: { equals: kind } }, sort: 'createdAt', ...all })
  ).docs.map(({ text }) => text)

const people: Registration[] = []

test('a statement before the month ends has what is booked until now, and the one of the month has the rest', async () => {
  for (const name of ['Ada', 'Ben', 'Cal']) people.push(await place(name))
  for (const one of people.slice(0, 2)) await priced(one, MARCH)
  const key = `organization:${alder}`
  expect((await invoices(MARCH).preview('2027-03')).payers).toMatchObject([{ key, totalCents: 20_000 }])
  expect(await invoices(MARCH).makeNow(key)).toEqual({ ok: true })
  expect(await invoices(MARCH).makeNow(key)).toMatchObject({ ok: false, status: 409 })
  await priced(people[2]!, at('2027-03-20T16:00:00Z'))
  const APRIL = at('2027-04-01T16:00:00Z')
  expect((await invoices(APRIL).preview('2027-03')).payers).toMatchObject([{ key, totalCents: 10_000 }])
  expect(await invoices(APRIL).make('2027-03')).toEqual({ ok: true })
  expect((await statements()).map(({ number, totalCents }) => [number, totalCents])).toEqual([
    ['2027-0001', 20_000],
    ['2027-0002', 10_000],
  ])
  expect((await statements())[0]!.references).toBe('Vendor number 4711\nCost center 20-640')
})

test('who is overdue is shown with the letter, reminded once, again by the rule, and never of a disputed line', async () => {
  const [early] = await statements()
  const ada = linesOf(early!).find(({ name }) => name === 'Ada')!
  // Due on April 14; from the 21st on.
  expect((await invoices(at('2027-04-20T16:00:00Z')).reminders()).reminders).toEqual([])
  const DUE = at('2027-04-21T16:00:00Z')
  const given = { charge: ada.charge, reason: 'Ada never worked for us.', revision: early!.revision }
  expect(await invoices(DUE).dispute('2027-0001', { ...given, reason: ' ' })).toMatchObject({ ok: false, status: 422 })
  expect(await invoices(DUE).dispute('2027-0001', given)).toEqual({ ok: true })
  expect(await invoices(DUE).dispute('2027-0001', given)).toMatchObject({ ok: false, status: 409 })
  const { reminders } = await invoices(DUE).reminders()
  expect(reminders).toMatchObject([
    { number: '2027-0001', cents: 10_000, disputed: 10_000, nth: 1, to: 'Alder@example.org' },
  ])
  expect(reminders[0]!.text).toContain('Still to pay: $100')
  expect(reminders[0]!.text).toContain('You told us that $100 of it is not right.')
  await Promise.all([invoices(DUE).sendReminders(['2027-0001']), invoices(DUE).sendReminders(['2027-0001'])])
  expect(await kinds('statement-reminder')).toEqual([reminders[0]!.text])
  expect(await invoices(DUE).sendReminders(['2027-0001'])).toMatchObject({ ok: false, status: 409 })
  expect((await invoices(at('2027-05-04T16:00:00Z')).reminders()).reminders.map(({ nth }) => nth)).toEqual([])
  expect((await invoices(at('2027-05-05T16:00:00Z')).reminders()).reminders.map(({ nth }) => nth)).toEqual([2])
  const [now] = await statements()
  expect(await invoices(DUE).endDispute('2027-0001', { charge: ada.charge, revision: now!.revision })).toEqual({
    ok: true,
  })
  const log = await payload.count({ collection: 'events', where: { kind: { equals: 'invoice.reminded' } } })
  expect(log.totalDocs).toBe(1)
})

test('several lines go to another payer at once, after a look; what was paid stays', async () => {
  const charges = staffCharges(desk.context, act(MARCH))
  const who = people.slice(0, 2).map(({ id }) => id)
  const look = await charges.lookAtRebill('2027-0001', birch)
  expect(look).toMatchObject({
    payer: 'Alder Schools',
    rows: [
      { name: 'Ada', cents: 10_000, to: 'Birch Schools' },
      { name: 'Ben', cents: 10_000, to: 'Birch Schools' },
    ],
  })
  const asked = { who, to: birch, reason: 'They moved in August.' }
  expect(await charges.rebill('2027-0002', asked)).toMatchObject({ ok: false, status: 404 })
  expect(await charges.rebill('2027-0001', { ...asked, reason: '' })).toMatchObject({ ok: false, status: 422 })
  expect(await charges.rebill('2027-0001', asked)).toEqual({ ok: true })
  expect((await statements())[0]).toMatchObject({ totalCents: 0, state: 'paid' })
  const MAY = at('2027-05-20T16:00:00Z')
  expect(await invoices(MAY).makeNow(`organization:${birch}`)).toEqual({ ok: true })
  expect((await statements()).at(-1)).toMatchObject({ payerName: 'Birch Schools', totalCents: 20_000 })
  const view = await publicInvoices(desk.context).read(
    await tokenFor(desk.context, 'statement', (await statements())[0]!),
  )
  expect(view).toMatchObject({
    view: {
      takenBack: [
        { movedTo: { payer: 'Birch Schools', number: '2027-0003' } },
        { movedTo: { payer: 'Birch Schools' } },
      ],
    },
  })
})

test('a payer downloads what was paid in a year, by any of their links', async () => {
  const [first, second] = await statements()
  const given = {
    method: 'check',
    reference: '1042',
    cents: 10_000,
    day: '2027-05-03',
    revision: second!.revision,
  } as const
  expect(await invoices(at('2027-05-21T16:00:00Z')).recordPayment('2027-0002', given)).toEqual({ ok: true })
  const token = await tokenFor(desk.context, 'statement', first!)
  expect(await publicInvoices(desk.context).papers(token)).toEqual({ years: [2027], taxForm: null })
  const letter = await publicInvoices(desk.context).paidLetter(token, 2027)
  if (!letter.ok) throw new Error(letter.refusal)
  const document = await getDocument({ data: letter.download.body.slice(), verbosity: 0 }).promise
  const { items } = await (await document.getPage(1)).getTextContent()
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
  for (const words of ['Payments received in 2027', 'Alder Schools', '1042', '2027-0002', '$100.00'])
    expect(text).toContain(words)
})

test('a check is deposited once a second person agrees, and not by the first one alone', async () => {
  const DAY = '2027-03-02'
  const AFTER = at('2027-03-02T22:00:00Z')
  desk.clock.now = at('2027-02-10T16:00:00Z')
  const check = { cents: 10_000, due: '2027-02-20', lastMailDay: '2027-02-19' }
  const guest = await seated(
    payload,
    await newSession(payload, desk.course, [DAY]),
    { participation: 'guest' },
    { check },
  )
  await followUp(desk.context, CHECKS)
  const found = async () =>
    (await payload.find({ collection: 'deposits', where: { registration: { equals: guest.id } }, ...all })).docs[0]!
  await receive(act(desk.clock.now), (await found()).id, { number: '1042', cents: 10_000, day: '2027-02-09' })
  await mark(act(AFTER), guest.id, DAY, { state: 'absent' })
  desk.clock.now = AFTER
  await followUp(desk.context, ATTENDANCE)
  const [row] = (
    await payload.find({ collection: 'attendance', where: { registration: { equals: guest.id } }, ...all })
  ).docs
  await decideFee(act(AFTER), row!.id, 'approved', 'No word from the guest.')
  await followUp(desk.context, CHARGES)
  const checks = (name: string) => staffDeposits(desk.context, act(AFTER, name))
  const { id } = await found()
  const given = { cents: 10_000, day: DAY, reason: 'Missed day' }
  expect(await checks('Ana').deposit(id, given)).toEqual({ ok: true })
  expect((await found()).state).toBe('received')
  expect(await checks('Ana').confirmDeposit(id)).toMatchObject({ ok: false, status: 422 })
  expect(await checks('Ben').confirmDeposit(id)).toEqual({ ok: true })
  expect(await found()).toMatchObject({ state: 'deposited', depositedCents: 10_000, reason: 'Missed day' })
  expect(await checks('Ben').confirmDeposit(id)).toMatchObject({ ok: false, status: 409 })
})
