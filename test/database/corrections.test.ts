import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actOf, type Context } from '#collections/context/context.ts'
import { createUnlessTaken, type Fields } from '#collections/kernel/keyed.ts'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { linesOf } from '#collections/invoices/policy.ts'
import { one } from '#collections/kernel/queries.ts'
import { idOf } from '#collections/kernel/related.ts'
import { personOf } from '#collections/people/actions.ts'
import type { PersonForm } from '#collections/people/schema.ts'
import { staffPeople } from '#collections/people/service/staff.ts'
import { PAYER_REASONS } from '#collections/registrations/payer.ts'
import { aCharge, anInvoice } from '#test/support/money.ts'
import { newSession, openTestDesk, seated } from '#test/support/desk.ts'

const all = { depth: 0, overrideAccess: true } as const
const REGISTRAR = { kind: 'staff', name: 'Robin Registrar' } as const
let desk: Awaited<ReturnType<typeof openTestDesk>>
let context: Context
let session: string

beforeAll(async () => {
  desk = await openTestDesk()
  context = desk.context
  session = await newSession(desk.payload, desk.course)
})
afterAll(() => desk.close())

const staff = () => staffPeople(context, actOf(context, REGISTRAR))
const everything: PersonForm = {
  name: '',
  email: '',
  phone: '',
  address: '',
  organization: 'other',
  employer: '',
  jobTitle: '',
}

/** Somebody whose name was mistyped, who pays personally and has a seat. */
const mistyped = async (name: string, email: string): Promise<Registration> => {
  const person = await personOf(actOf(context, REGISTRAR), { name, email })
  return seated(desk.payload, session, {
    person: person.id,
    name,
    email,
    title: `${name}, A course`,
    activeKey: `${session}|${person.id}`,
    participation: 'self',
    payer: { kind: 'person', name, email, reason: PAYER_REASONS.self },
  })
}
const now = async ({ id }: Registration) => (await one(context, 'registrations', id))!

describe('a name that is corrected at the desk', () => {
  test('is on the roster, the payer, the check and in the log; what was typed before still finds the person', async () => {
    const before = await mistyped('Ana Bergg', 'ana.bergg@example.org')
    const person = idOf(before.person)
    const form = { ...everything, name: 'Ana Berg', email: 'ana.bergg@example.org', phone: '612-555-0100' }
    expect(await staff().correct(person, form)).toEqual({ ok: true })
    expect(await now(before)).toMatchObject({
      name: 'Ana Berg',
      title: 'Ana Berg, A course',
      payer: { name: 'Ana Berg' },
      linkVersion: 1,
    })
    const { log } = (await staff().read(person))!
    expect(log[0]).toMatchObject({
      summary: 'Ana Berg (Ana Bergg before): name, telephone corrected',
      actor: 'Robin Registrar',
    })
    // The same form again corrects nothing, and says nothing.
    expect(await staff().correct(person, form)).toEqual({ ok: true })
    expect((await staff().read(person))!.log).toHaveLength(log.length)
  })

  test('is on what was issued, anew at the same address, and on what is still to be billed or paid', async () => {
    const before = await mistyped('Bo Lundd', 'bo@example.org')
    const person = idOf(before.person)
    const { payload } = desk
    const written = async <Slug extends 'charges' | 'invoices' | 'awards'>(
      slug: Slug,
      { id: _, ...data }: { id?: string } & Fields<Slug>,
    ) => (await createUnlessTaken(payload, slug, data as Fields<Slug>))!
    const payer = {
      payerKind: 'person',
      payerKey: `person:${person}`,
      payerName: 'Bo Lundd',
      payerEmail: 'bo@example.org',
      organization: null,
      person,
    } as const
    const of = { registration: before.id, session, name: 'Bo Lundd' }
    const open = await written('charges', aCharge({ ...payer, ...of, key: 'open', title: 'Place: Bo Lundd' }))
    const line = {
      charge: 'x',
      registration: before.id,
      kind: 'rate',
      name: 'Bo Lundd',
      course: 'A course',
      day: '2027-03-02',
      rule: '',
      cents: 100,
      purchaseOrder: null,
    }
    const statement = (number: string) =>
      written('invoices', anInvoice({ ...payer, number, key: number, state: 'issued', lines: [line], payments: [] }))
    const due = await statement('2027-0101')
    await written('charges', aCharge({ ...payer, ...of, key: 'due', invoice: due.id }))
    const award = await written('awards', {
      key: `registration:${before.id}`,
      code: 'codeofanaward2345678',
      kind: 'course',
      title: 'A course',
      person,
      name: 'Bo Lundd',
      email: 'bo@example.org',
      showsName: true,
      registration: before.id,
      awardedAt: '2027-01-01T00:00:00.000Z',
      facts: { path: null, corrections: [], minutes: 60 },
      minutes: 60,
      revision: 1,
    })
    await desk.followUp()
    expect(await staff().correct(person, { ...everything, name: 'Bo Lund', email: 'bo@example.org' })).toEqual({
      ok: true,
    })
    await desk.followUp()
    expect(await one(context, 'awards', award.id)).toMatchObject({ name: 'Bo Lund', code: award.code, revision: 2 })
    expect(await one(context, 'charges', open.id)).toMatchObject({
      name: 'Bo Lund',
      payerName: 'Bo Lund',
      title: 'Place: Bo Lund',
    })
    const dueNow = (await one(context, 'invoices', due.id))!
    expect(dueNow).toMatchObject({ payerName: 'Bo Lund', linkVersion: 1 })
    expect(new Set(linesOf(dueNow).map(({ name }) => name))).toEqual(new Set(['Bo Lund']))
  })

  test('of a process that stopped in between follows with the next round', async () => {
    const before = await mistyped('Cy Moee', 'cy@example.org')
    const former = { names: ['Cy Moee'], emails: [] }
    await desk.payload.db.updateOne({
      collection: 'people',
      id: idOf(before.person),
      data: { name: 'Cy Moe', former, updatedAt: new Date().toISOString() },
    })
    await desk.followUp()
    expect((await now(before)).name).toBe('Cy Moe')
  })
})

describe('a mistyped mailbox that is mended at the desk', () => {
  test('gets the confirmation again, with a new link; the former link ends', async () => {
    const before = await mistyped('Di Moe', 'di.moe@exmaple.org')
    await desk.followUp()
    await staff().correct(idOf(before.person), { ...everything, name: 'Di Moe', email: 'di.moe@example.org' })
    await desk.followUp()
    expect(await now(before)).toMatchObject({
      email: 'di.moe@example.org',
      linkVersion: 2,
      payer: { email: 'di.moe@example.org' },
    })
    const { docs } = await desk.payload.find({
      collection: 'messages',
      where: { registration: { equals: before.id } },
      sort: 'createdAt',
      ...all,
    })
    expect(docs.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      'confirmed di.moe@exmaple.org',
      'confirmed di.moe@example.org',
    ])
  })

  test('may be taken away: nothing is sent any more, and nothing breaks', async () => {
    const before = await mistyped('Ed Ray', 'ed@example.org')
    await staff().correct(idOf(before.person), { ...everything, name: 'Ed Ray', email: '' })
    await desk.followUp()
    expect(await now(before)).toMatchObject({ email: '' })
    const { docs } = await desk.payload.find({
      collection: 'messages',
      where: { registration: { equals: before.id } },
      ...all,
    })
    expect(docs).toEqual([])
  })
})

test('people without a mailbox are each somebody of their own', async () => {
  const act = actOf(context, REGISTRAR)
  const [one, other] = [
    await personOf(act, { name: 'No Mail', email: '' }),
    await personOf(act, { name: 'No Mail', email: '' }),
  ]
  expect(one.id).not.toBe(other.id)
})
