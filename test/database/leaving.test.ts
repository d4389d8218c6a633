import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Where } from 'payload'
import { acceptPlace } from '#collections/applications/answer.ts'
import { APPLICATIONS, followUp, passOver } from '#test/support/follow-ups.ts'
import { applicationStatuses } from '#collections/applications/service/followups.ts'
import { publicApplications } from '#collections/applications/service/public.ts'
import { staffApplications } from '#collections/applications/service/staff.ts'
import { tokenFor } from '#collections/context/links.ts'
import type { Application } from '#collections/kernel/payload-types.ts'
import { idOf } from '#collections/kernel/related.ts'
import { actAt, openTestDesk } from '#test/support/desk.ts'
import { anApplicant, newProgram, PRICE, released } from '#test/support/selecting.ts'

// Leaving a program for which a price is owed: asked for by whoever holds the link, decided by the desk, and said as it is booked.

const all = { depth: 0, overrideAccess: true } as const
const NOW = Temporal.Instant.from('2027-02-01T16:00:00Z')

let desk: Awaited<ReturnType<typeof openTestDesk>>
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const catchUp = () => followUp(desk.context, APPLICATIONS)
const newest = (id: string): Promise<Application> => desk.payload.findByID({ collection: 'applications', id, ...all })
const found = async (collection: 'messages' | 'charges', where: Where) =>
  (await desk.payload.find({ collection, where, pagination: false, sort: 'createdAt', ...all }))
    .docs as unknown as Record<string, unknown>[]
const of = ({ id }: Application) => ({ application: { equals: id } })
const booked = async (one: Application) => (await found('charges', of(one))).map(({ cents }) => cents)
const letter = async (one: Application, kind: string): Promise<string> =>
  (await found('messages', { and: [of(one), { kind: { equals: kind } }] }))
    .map(({ text }) => String(text))
    .join('\n---\n')
const staff = () => staffApplications(desk.context, actAt(desk.payload, desk.clock.now))
const given = async (id: string, reason: string) => ({ revision: (await newest(id)).revision, reason })

/** A team, or a person, that takes part for a price, and somebody next in line. */
const enrolled = async (applicant: 'team' | 'person') => {
  desk.clock.now = NOW
  const program = await newProgram(desk.payload, [1], applicant === 'person' ? { kind: 'community-of-practice' } : {})
  const one = await anApplicant(desk.payload, program, { applicant, score: 9 })
  const next = await anApplicant(desk.payload, program, { applicant, score: 8 })
  await passOver(desk.context, applicationStatuses)
  await released(desk.payload, program.call)
  await catchUp()
  const offered = await newest(one.id)
  await acceptPlace(actAt(desk.payload, NOW), offered, {
    at: NOW.toString(),
    collaborative: { id: idOf(offered.place)!, slug: 'one', name: 'School Climate' },
    price: PRICE,
    minimum: null,
    dates: [],
    timeZone: 'America/Chicago',
  })
  await catchUp()
  if (applicant === 'team') {
    const paper = { number: 'PO 77-1', isOnPaper: false }
    expect(await staff().enrollTeam(one.id, paper, await given(one.id, 'Signed.'))).toEqual({ ok: true })
    await catchUp()
  }
  expect(await booked(one)).toEqual([PRICE])
  return { one, next }
}

const pressWithdraw = async (one: Application) => {
  const token = await tokenFor(desk.context, 'application', await newest(one.id))
  const { revision } = await newest(one.id)
  const done = await publicApplications(desk.context).withdraw(token, { reason: 'No budget.', revision })
  await catchUp()
  return done
}
const pageOf = async (one: Application) => {
  const read = await publicApplications(desk.context).read(
    await tokenFor(desk.context, 'application', await newest(one.id)),
  )
  if (!read.ok) throw new Error('The link does not open.')
  return read.view
}

describe.each(['team', 'person'] as const)('a %s that takes part for a price and withdraws', (applicant) => {
  test('only asks: the place stays, the line stays, and nobody is told that they owe nothing', async () => {
    const { one, next } = await enrolled(applicant)
    expect((await pageOf(one)).leaving).toEqual({ how: 'asks', owed: PRICE })
    expect(await pressWithdraw(one)).toEqual({ ok: true, isAsked: true })
    expect(await pressWithdraw(one)).toEqual({ ok: true, isAsked: true })
    expect((await newest(one.id)).status).toBe('enrolled')
    expect((await newest(next.id)).status).toBe('waiting')
    expect(await booked(one)).toEqual([PRICE])
    expect((await pageOf(one)).leaving).toEqual({ how: 'asked', owed: PRICE })
    const asked = await letter(one, 'withdrawal-asked')
    expect(asked).toContain('$45,000')
    expect(asked).not.toMatch(/owe nothing|---/)
    expect(await letter(one, 'application-withdrawn')).toBe('')
    const call = (await staff().calls()).find(({ call }) => call === one.call)!
    expect(call.waits.leaving).toBe(1)
    expect((await staff().read(one.id))!.actions).toMatchObject({ withdraw: true, keep: true })
  })

  test('let go free: the line is taken back, and the letter says so', async () => {
    const { one, next } = await enrolled(applicant)
    await pressWithdraw(one)
    expect(await staff().withdraw(one.id, '', await given(one.id, 'In time.'))).toMatchObject({
      ok: false,
      status: 422,
    })
    expect(await staff().withdraw(one.id, 'free', await given(one.id, 'In time.'))).toEqual({ ok: true })
    await catchUp()
    await catchUp()
    expect(await booked(one)).toEqual([PRICE, -PRICE])
    expect((await newest(one.id)).status).toBe('withdrawn')
    expect((await newest(next.id)).status).toBe('offered')
    expect(await letter(one, 'application-withdrawn')).toContain('You owe nothing.')
    expect((await pageOf(one)).owed).toBe(0)
  })

  test('let go, and the price stays owed: letter, page and ledger say $45,000', async () => {
    const { one } = await enrolled(applicant)
    await pressWithdraw(one)
    expect(await staff().withdraw(one.id, 'owed', await given(one.id, 'It has begun.'))).toEqual({ ok: true })
    await catchUp()
    expect(await booked(one)).toEqual([PRICE])
    const gone = await letter(one, 'application-withdrawn')
    expect(gone).toContain('We decided that the price of $45,000 for the place in School Climate stays owed.')
    expect(gone).toContain('It has begun.')
    expect(gone).not.toContain('owe nothing')
    expect((await pageOf(one)).owed).toBe(PRICE)
  })

  test('refused: the place stays theirs, they are told why, and can ask again', async () => {
    const { one } = await enrolled(applicant)
    await pressWithdraw(one)
    expect(await staff().keepPlace(one.id, await given(one.id, 'The agreement is for the year.'))).toEqual({ ok: true })
    await catchUp()
    expect((await newest(one.id)).status).toBe('enrolled')
    expect(await letter(one, 'withdrawal-refused')).toContain('The agreement is for the year.')
    expect((await pageOf(one)).leaving).toEqual({ how: 'asks', owed: PRICE })
    expect(await booked(one)).toEqual([PRICE])
  })
})
