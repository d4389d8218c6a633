import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { managedView, openManaged } from '#collections/registrations/service/managed.ts'
import { staffApplications } from '#collections/applications/service/staff.ts'
import type { Application } from '#collections/kernel/payload-types.ts'
import { acceptPlace } from '#collections/applications/answer.ts'
import { changeApplication } from '#collections/applications/change.ts'
import { makeStatements } from '#collections/invoices/actions.ts'
import { idOf } from '#collections/kernel/related.ts'
import { applicationStatuses } from '#collections/applications/service/followups.ts'
import { APPLICATIONS, followUp, passOver } from '#test/support/follow-ups.ts'
import { aDay, aSession } from '#test/support/builders.ts'
import { actAt, openTestDesk } from '#test/support/desk.ts'
import { aMember, anApplicant, newProgram, PRICE } from '#test/support/selecting.ts'
import { saying } from '#test/support/database.ts'

const all = { depth: 0, overrideAccess: true } as const
const NOW = Temporal.Instant.from('2027-02-01T16:00:00Z')
const NO_FILTER = { status: '', organization: '', kind: '' }

let desk: Awaited<ReturnType<typeof openTestDesk>>
beforeAll(async () => {
  desk = await openTestDesk()
  desk.clock.now = NOW
})
afterAll(() => desk.close())

const staff = () => staffApplications(desk.context, actAt(desk.payload, desk.clock.now))
const catchUp = () => followUp(desk.context, APPLICATIONS)
const newest = (id: string): Promise<Application> => desk.payload.findByID({ collection: 'applications', id, ...all })
const given = async (id: string, reason = 'Because.') => ({ revision: (await newest(id)).revision, reason })
const kindsTo = async ({ id }: Application) => {
  const where = { application: { equals: id } }
  const { docs } = await desk.payload.find({
    collection: 'messages',
    where,
    sort: 'createdAt',
    pagination: false,
    ...all,
  })
  return docs.map(({ kind }) => kind)
}
const release = async (call: string) => staff().release(call, (await staff().releasePreview(call))!.seal)
const conflict = (words: RegExp) => ({ ok: false, status: 409, message: expect.stringMatching(words) as string })

describe('releasing', () => {
  test('shows every message before, and sends exactly those', async () => {
    const program = await newProgram(desk.payload, [1])
    const line = []
    for (let n = 0; n < 3; n += 1) line.push(await anApplicant(desk.payload, program, { score: 9 - n }))
    const out = await anApplicant(desk.payload, program, { status: 'ineligible', reason: 'A private school.' })
    await anApplicant(desk.payload, program, { status: 'submitted', score: null })
    // They heard long ago that their applications came.
    await passOver(desk.context, applicationStatuses)
    const preview = (await staff().releasePreview(program.call))!
    expect(preview.lines.map(({ id, kind, about }) => [id, kind, about])).toEqual([
      [line[0]!.id, 'place-offered', program.names[0]],
      [line[1]!.id, 'place-waiting', ''],
      [line[2]!.id, 'place-waiting', ''],
      [out.id, 'application-ineligible', 'A private school.'],
    ])
    expect(preview.toScore).toBe(1)
    expect(await staff().release(program.call, preview.seal)).toEqual({ ok: true })
    await catchUp()
    const sent = await Promise.all([...line, out].map(kindsTo))
    expect(sent).toEqual(preview.lines.map(({ kind }) => [kind]))
  })

  test('is refused once the ranking has changed since it was looked at, and a second time', async () => {
    const program = await newProgram(desk.payload, [1])
    await anApplicant(desk.payload, program, { score: 5 })
    const { seal } = (await staff().releasePreview(program.call))!
    await anApplicant(desk.payload, program, { score: 6 })
    expect(await staff().release(program.call, seal)).toEqual(conflict(/has changed while you were looking/))
    const answers = await Promise.all([release(program.call), release(program.call)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toEqual(conflict(/released already/))
  })
})

describe('closing', () => {
  test('tells whoever waits, leaves offers open, and waits for scores', async () => {
    const program = await newProgram(desk.payload, [1])
    const holder = await anApplicant(desk.payload, program, { score: 9 })
    const waiting = await anApplicant(desk.payload, program, { score: 8 })
    const late = await anApplicant(desk.payload, program, { status: 'submitted', score: null })
    await passOver(desk.context, applicationStatuses)
    expect(await staff().closeSelection(program.call, 'Full.')).toEqual(conflict(/Release the decisions before/))
    await release(program.call)
    await catchUp()
    expect(await staff().closeSelection(program.call, 'Full.')).toEqual(conflict(/no score yet/))
    expect(await staff().closeSelection(program.call, ' ')).toMatchObject({ ok: false, status: 422 })
    expect(await staff().markIneligible(late.id, await given(late.id))).toEqual({ ok: true })
    expect(await staff().closeSelection(program.call, 'Full.')).toEqual({ ok: true })
    await catchUp()
    expect([(await newest(holder.id)).status, (await newest(waiting.id)).status]).toEqual(['offered', 'closed'])
    expect(await kindsTo(waiting)).toEqual(['place-waiting', 'no-place'])

    desk.clock.now = NOW.add({ hours: 1 })
    expect(await staff().backInLine(waiting.id, await given(waiting.id))).toEqual({ ok: true })
    await catchUp()
    expect((await newest(waiting.id)).status).toBe('waiting')
    desk.clock.now = NOW
  })
})

describe('two who close one selection', () => {
  const shownOf = async (call: string) =>
    (await staff().call(call, { status: '', organization: '', kind: '' }))!.closing

  test('the second is told what the first did, and whoever comes in line meanwhile is told nothing unseen', async () => {
    const program = await newProgram(desk.payload, [1])
    await anApplicant(desk.payload, program, { score: 9 })
    await anApplicant(desk.payload, program, { score: 8 })
    await passOver(desk.context, applicationStatuses)
    await release(program.call)
    await catchUp()
    const before = await shownOf(program.call)
    const another = await anApplicant(desk.payload, program, { score: 7 })
    expect(await staff().closeSelection(program.call, 'Full.', before)).toEqual(conflict(/Others are in line/))
    await catchUp()
    expect((await newest(another.id)).status).toBe('waiting')
    const shown = await shownOf(program.call)
    const close = () => staff().closeSelection(program.call, 'Full.', shown)
    const answers = await Promise.all([close(), close()])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await close()).toEqual(conflict(/Last, by .+: Selection for .+ closed\.$/))
  })
})

describe('moves', () => {
  test('need a reason and the state that was shown', async () => {
    const one = await anApplicant(desk.payload, await newProgram(desk.payload, [1]))
    expect(await staff().markIneligible(one.id, await given(one.id, '  '))).toMatchObject({ ok: false, status: 422 })
    const shown = await given(one.id)
    await changeApplication(actAt(desk.payload, NOW), await newest(one.id), { note: 'Read.' }, null)
    expect(await staff().markIneligible(one.id, shown)).toEqual(conflict(/Somebody else changed this/))
    expect(await staff().markIneligible('gone', shown)).toMatchObject({ ok: false, status: 404 })
    expect((await newest(one.id)).status).toBe('waiting')
  })

  test.each([
    ['9.5', 9.5],
    ['9,25', 9.25],
    ['0', 0],
    ['1000', 1000],
    ['1000.01', null],
    ['-1', null],
    ['many', null],
    ['', null],
    ['9.555', null],
  ])('a score of “%s” by hand', async (typed, score) => {
    const program = await newProgram(desk.payload, [1])
    const one = await anApplicant(desk.payload, program, { status: 'submitted', score: null })
    const done = await staff().scoreByHand(one.id, typed, await given(one.id))
    expect(done.ok).toBe(score !== null)
    expect(await newest(one.id)).toMatchObject({ status: score === null ? 'submitted' : 'waiting', score })
  })

  test('not eligible, and looked at again', async () => {
    const one = await anApplicant(desk.payload, await newProgram(desk.payload, [1]))
    await staff().markIneligible(one.id, await given(one.id, 'A private school.'))
    expect((await staff().read(one.id))!.ineligible).toEqual(['A private school.'])
    expect(await staff().lookAgain(one.id, await given(one.id, 'It is a charter school.'))).toEqual({ ok: true })
    expect((await newest(one.id)).status).toBe('submitted')
  })

  test('a place by hand: after the release, where no number is set, never beyond one that is', async () => {
    const open = await newProgram(desk.payload, [null])
    const one = await anApplicant(desk.payload, open)
    expect(await staff().offer(one.id, open.ids[0]!, await given(one.id))).toEqual(conflict(/Release the decisions/))
    await release(open.call)
    await catchUp()
    expect((await newest(one.id)).status).toBe('waiting')
    expect(await staff().offer(one.id, open.ids[0]!, await given(one.id, 'IDEA pays for it.'))).toEqual({
      ok: true,
    })
    expect(await newest(one.id)).toMatchObject({
      status: 'offered',
      reason: 'Offered by hand, 1st of 1: IDEA pays for it.',
    })

    const full = await newProgram(desk.payload, [1])
    await anApplicant(desk.payload, full, { score: 9 })
    const next = await anApplicant(desk.payload, full, { score: 8 })
    await release(full.call)
    await catchUp()
    expect(await staff().offer(next.id, full.ids[0]!, await given(next.id))).toEqual(
      conflict(/Every place there is held/),
    )
  })

  test('a place that got its number later still counts', async () => {
    const program = await newProgram(desk.payload, [null])
    const byHand = await anApplicant(desk.payload, program, { score: 1 })
    await release(program.call)
    await staff().offer(byHand.id, program.ids[0]!, await given(byHand.id))
    for (let n = 0; n < 3; n += 1) await anApplicant(desk.payload, program, { score: 5 })
    await desk.payload.update({ collection: 'collaboratives', id: program.ids[0]!, data: { capacity: 2 }, ...all })
    await catchUp()
    const view = (await staff().call(program.call, NO_FILTER))!
    expect(view.collaboratives[0]).toMatchObject({ places: 2, held: 2 })
    expect(view.counts).toMatchObject({ offered: 2, waiting: 2 })
  })

  test('a team is enrolled with its papers, and taken back', async () => {
    const program = await newProgram(desk.payload, [1])
    const one = await anApplicant(desk.payload, program)
    await release(program.call)
    await catchUp()
    const offered = await newest(one.id)
    await acceptPlace(actAt(desk.payload, NOW), offered, {
      at: NOW.toString(),
      collaborative: { id: idOf(offered.place)!, slug: 'one', name: 'One' },
      price: PRICE,
      minimum: null,
      dates: [],
      timeZone: 'America/Chicago',
    })
    const none = { number: ' ', isOnPaper: false }
    expect(await staff().enrollTeam(one.id, none, await given(one.id))).toMatchObject({ ok: false, status: 422 })
    expect(await staff().enrollTeam(one.id, { number: '', isOnPaper: true }, await given(one.id))).toEqual({ ok: true })
    await catchUp()
    expect((await staff().read(one.id))!.charges.map(({ cents }) => cents)).toEqual([PRICE])
    expect(await staff().withdraw(one.id, 'free', await given(one.id, 'The board said no.'))).toEqual({ ok: true })
    await catchUp()
    expect(saying(await newest(one.id), 'status', 'placeKey')).toEqual({ status: 'withdrawn', placeKey: null })
    expect((await staff().read(one.id))!.log.map(({ summary }) => summary)).toContain(
      `${(await staff().read(one.id))!.title}: taken back for them, and owes nothing`,
    )
  })

  test('a price on request is settled once', async () => {
    const program = await newProgram(desk.payload, [1], { kind: 'community-of-practice', price: null })
    const one = await anApplicant(desk.payload, program, {
      applicant: 'person',
      status: 'accepted',
      place: program.ids[0],
    })
    await changeApplication(actAt(desk.payload, NOW), one, {}, null)
    await catchUp()
    expect((await staff().read(one.id))!.actions.price).toBe(true)
    expect(await staff().price(one.id, 12_500, await given(one.id))).toEqual({ ok: true })
    expect(await staff().price(one.id, 12_500, await given(one.id))).toEqual(conflict(/settled already/))
    expect((await staff().read(one.id))!.charges.map(({ cents }) => cents)).toEqual([12_500])
  })
})

describe('somebody who takes part', () => {
  test('is written to, manages the place, and is billed as everybody else is', async () => {
    const program = await newProgram(desk.payload, [1])
    const days = [{ ...aDay, date: '2027-03-04' }]
    await desk.payload.create({
      collection: 'sessions',
      data: aSession({ collaborative: program.ids[0], days }),
      ...all,
    })
    const team = { name: 'Heron team', kind: 'district', members: [aMember(71), aMember(72)] }
    const one = await anApplicant(desk.payload, program, {
      status: 'enrolled',
      place: program.ids[0],
      team,
    })
    await desk.followUp()
    const messagesTo = async (to: string) =>
      (await desk.payload.find({ collection: 'messages', where: { to: { equals: to } }, sort: 'createdAt', ...all }))
        .docs
    const [confirmed] = await messagesTo('member-71@example.org')
    expect([confirmed!.kind, confirmed!.subject]).toEqual(['program-days', expect.stringContaining(program.names[0]!)])
    expect(confirmed!.text).toContain('Included in the team’s place.')
    expect(confirmed!.text).not.toContain('/courses/')

    const { docs } = await desk.payload.find({
      collection: 'registrations',
      where: { email: { equals: 'member-71@example.org' } },
      ...all,
    })
    const token = await desk.context.tokens.sign('manage', { r: docs[0]!.id, v: 1 }, NOW)
    const opened = await openManaged(desk.context, token)
    const view = opened.ok && (await managedView(desk.context, opened))
    expect(view).toMatchObject({
      course: { title: program.names[0], path: expect.stringMatching(/^\/collaboratives\/collaborative-/) as string },
      payer: { reason: 'Included in the team’s place.' },
      cancellation: { refusal: null, events: [{ days: ['2027-03-04'], isFree: true, fee: 0 }] },
      canSubstitute: false,
    })

    desk.clock.now = Temporal.Instant.from('2027-03-03T16:00:00Z')
    await desk.followUp()
    desk.clock.now = Temporal.Instant.from('2027-03-05T16:00:00Z')
    await desk.followUp()
    expect((await messagesTo('member-71@example.org')).map(({ kind }) => kind)).toEqual(['program-days', 'reminder'])
    await makeStatements(actAt(desk.payload, Temporal.Instant.from('2027-03-05T16:00:00Z')), '2027-02')
    const { docs: invoices } = await desk.payload.find({
      collection: 'invoices',
      where: { payerName: { equals: one.employer } },
      ...all,
    })
    expect(invoices.map(({ totalCents, lines }) => [totalCents, (lines as { course: string }[])[0]!.course])).toEqual([
      [PRICE, program.names[0]],
    ])
    desk.clock.now = NOW
  })
})

describe('the ranking as it is read', () => {
  test('says for everybody what would be decided now, filters, and leaves drafts out', async () => {
    const program = await newProgram(desk.payload, [1, null])
    const [climate] = program.ids
    await anApplicant(desk.payload, program, { score: 9, employer: '=cmd()' }, [climate!])
    await anApplicant(desk.payload, program, { score: 8 })
    await anApplicant(desk.payload, program, { status: 'draft', score: null })
    const view = (await staff().call(program.call, NO_FILTER))!
    expect(view.rows.map(({ rank, by, next }) => [rank, by, next])).toEqual([
      [1, 'first', `Would be offered ${program.names[0]}`],
      [2, 'score', `No place: ${program.names[0]} is full and ${program.names[1]} has no set number of places`],
    ])
    const filtered = (await staff().call(program.call, { ...NO_FILTER, organization: '=cmd()' }))!
    expect([filtered.rows.length, filtered.all]).toEqual([1, 2])
    const table = new TextDecoder().decode((await staff().rankingTable(program.call))!.body)
    expect(table).toContain(",'=cmd(),")
    expect(table.split('\r\n')).toHaveLength(4)
    const [draft] = (
      await desk.payload.find({
        collection: 'applications',
        where: { and: [{ call: { equals: program.call } }, { status: { equals: 'draft' } }] },
        ...all,
      })
    ).docs
    expect(await staff().read(draft!.id)).toBeUndefined()
    expect(await staff().call('program:none', NO_FILTER)).toBeUndefined()
  })
})
