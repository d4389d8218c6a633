import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Where } from 'payload'
import { choicesOf, teamOf } from '#collections/applications/form.ts'
import type { Application } from '#collections/kernel/payload-types.ts'
import { offerPlaces } from '#collections/applications/service/offers.ts'
import { acceptPlace, declinePlace, nameTeam, withdrawApplication } from '#collections/applications/answer.ts'
import { changeApplication } from '#collections/applications/change.ts'
import { compareAndSet, createUnlessTaken } from '#collections/kernel/keyed.ts'
import { idOf } from '#collections/kernel/related.ts'
import { applicationStatuses } from '#collections/applications/service/followups.ts'
import { APPLICATIONS, followUp, passOver } from '#test/support/follow-ups.ts'
import { aDay, anOrganization, aSession, aStaffMember } from '#test/support/builders.ts'
import { actAt, openTestDesk, stopsAfter } from '#test/support/desk.ts'
import { aMember, anApplicant, newProgram, PRICE, released } from '#test/support/selecting.ts'

const all = { depth: 0, overrideAccess: true } as const
const NOW = Temporal.Instant.from('2027-02-01T16:00:00Z')

let desk: Awaited<ReturnType<typeof openTestDesk>>
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const at = (now: Temporal.Instant) => {
  desk.clock.now = now
  return desk
}
const catchUp = async (now = NOW): Promise<void> => {
  at(now)
  await followUp(desk.context, APPLICATIONS)
}
const act = () => actAt(desk.payload, desk.clock.now)
const newest = (id: string): Promise<Application> => desk.payload.findByID({ collection: 'applications', id, ...all })
const found = async (collection: 'messages' | 'events' | 'charges' | 'registrations', where: Where) =>
  (await desk.payload.find({ collection, where, pagination: false, sort: 'createdAt', ...all }))
    .docs as unknown as Record<string, unknown>[]
const of = ({ id }: Application) => ({ application: { equals: id } })
const messagesTo = async (application: Application) =>
  (await found('messages', of(application))).map(({ kind }) => kind)
const inCall = async (call: string): Promise<Application[]> =>
  (
    await desk.payload.find({
      collection: 'applications',
      where: { call: { equals: call } },
      pagination: false,
      ...all,
    })
  ).docs
/** Who holds a place; nobody else is read. */
const holders = async (call: string): Promise<Application[]> => {
  const where: Where = { and: [{ call: { equals: call } }, { placeKey: { exists: true } }] }
  return (await desk.payload.find({ collection: 'applications', where, pagination: false, ...all })).docs
}

const agreedTo = (application: Application, price: number | null = PRICE) => ({
  at: '2027-02-02T15:00:00Z',
  collaborative: { id: idOf(application.place)!, slug: 'one', name: 'One' },
  price,
  minimum: null,
  dates: [],
  timeZone: 'America/Chicago',
})
const accept = async (id: string, price?: number | null) => {
  const offered = await newest(id)
  expect(await acceptPlace(act(), offered, agreedTo(offered, price))).toEqual({ ok: true })
}

describe('a release', () => {
  test('offers places in order of rank, tells everybody once, and says why', async () => {
    const program = await newProgram(desk.payload, [1, 1])
    const [climate, safety] = program.ids
    const best = await anApplicant(desk.payload, program, { score: 9 })
    const next = await anApplicant(desk.payload, program, { score: 8.5 })
    const last = await anApplicant(desk.payload, program, { score: 7 })
    const refused = await anApplicant(desk.payload, program, { status: 'ineligible', reason: 'Not a public district.' })
    // They heard long ago that their applications came.
    await passOver(desk.context, applicationStatuses)
    await catchUp()
    expect([await messagesTo(best), await messagesTo(refused)]).toEqual([[], []])

    await released(desk.payload, program.call)
    await catchUp()
    await catchUp(NOW.add({ hours: 1 }))
    const [first, second, third] = await Promise.all([best, next, last].map(({ id }) => newest(id)))
    expect([first!.status, first!.place]).toEqual(['offered', climate])
    expect([second!.status, second!.place]).toEqual(['offered', safety])
    expect(third!.status).toBe('waiting')
    // Five business days of eight hours, from Monday 10 AM in Chicago.
    expect(first!.offerUntil).toBe('2027-02-08T16:00:00.000Z')
    expect(second!.reason).toBe(`2nd of 3, score 8.5; ${program.names[0]} is full, so ${program.names[1]}`)
    expect(await Promise.all([best, next, last, refused].map(messagesTo))).toEqual([
      ['place-offered'],
      ['place-offered'],
      ['place-waiting'],
      ['application-ineligible'],
    ])
    const [entry] = await found('events', { and: [of(next), { kind: { equals: 'application.offered' } }] })
    expect(entry).toMatchObject({
      reason: second!.reason,
      summary: `${teamOf(next)!.name}: place offered (${program.names[1]})`,
    })
  })

  test('takes as many in as there are places, and no more, whoever offers at the same time', async () => {
    const program = await newProgram(desk.payload, [6])
    for (let n = 0; n < 40; n += 1) await anApplicant(desk.payload, program, { score: n })
    await Promise.all(Array.from({ length: 6 }, () => offerPlaces(desk.context, program.call)))
    const taken = await holders(program.call)
    expect(taken.map(({ score }) => score).toSorted()).toEqual([34, 35, 36, 37, 38, 39])
    expect(new Set(taken.map(({ placeKey }) => placeKey)).size).toBe(6)
  })
})

describe('two hundred at once for six places', () => {
  const CROWD = 200
  let rushed = ''
  const PLACES = 6

  /** The first number nobody else has, which only its unique key can tell. */
  const takeKeyed = async (place: string, known: Application): Promise<void> => {
    for (let number = 1; number <= PLACES; number += 1) {
      const placeKey = `${place}#${number}`
      if (await changeApplication(act(), known, { status: 'offered', place, placeKey }, null)) return
    }
  }
  /** Counts, then writes: what every system does that has no unique key for a place. */
  const takeCounted = async (place: string, known: Application): Promise<void> => {
    const taken = (await holders(known.call)).length
    if (taken < PLACES)
      await changeApplication(act(), known, { status: 'offered', place, placeKey: `${place}#${known.id}` }, null)
  }
  const crowdFor = async (program: Parameters<typeof anApplicant>[1]): Promise<Application[]> => {
    const { person } = await anApplicant(desk.payload, { ...program, call: 'elsewhere' })
    rushed = program.call
    const crowd: Application[] = []
    for (let n = 0; n < CROWD; n += 1) crowd.push(await anApplicant(desk.payload, program, { person, score: n }))
    return crowd
  }
  const rush = async (take: typeof takeKeyed) => {
    const program = await newProgram(desk.payload, [PLACES])
    const crowd = await crowdFor(program)
    await Promise.all(crowd.map((one) => take(program.ids[0]!, one)))
    return (await holders(program.call)).length
  }

  /** What the crowd leaves behind is nobody else’s to catchUp. */
  afterEach(async () => {
    const left = await inCall(rushed)
    const about = { application: { in: left.map(({ id }) => id) } }
    await desk.payload.db.deleteMany({ collection: 'events', where: about })
    await desk.payload.db.deleteMany({ collection: 'applications', where: { call: { equals: rushed } } })
  })

  test('the key keeps to six', async () => expect(await rush(takeKeyed)).toBe(PLACES))
  test('negative control: without it the same crowd oversells', async () =>
    expect(await rush(takeCounted)).toBeGreaterThan(PLACES))

  test('two hundred accept at the same time, and six have a place', async () => {
    const program = await newProgram(desk.payload, [PLACES])
    const crowd = await crowdFor(program)
    await offerPlaces(desk.context, program.call)
    const read = await Promise.all(crowd.map(({ id }) => newest(id)))
    const answers = await Promise.all(read.map((one) => acceptPlace(act(), one, agreedTo(one))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(PLACES)
    const statuses = Map.groupBy(await inCall(program.call), ({ status }) => status)
    expect([statuses.get('accepted')?.length, statuses.get('waiting')?.length]).toEqual([PLACES, CROWD - PLACES])
  })
})

describe('a place that comes free', () => {
  const full = async () => {
    const program = await newProgram(desk.payload, [1])
    const holder = await anApplicant(desk.payload, program, { score: 9 })
    const next = await anApplicant(desk.payload, program, { score: 8 })
    await passOver(desk.context, applicationStatuses)
    await released(desk.payload, program.call)
    await catchUp()
    return { program, holder, next }
  }

  test('by declining goes to the next, by itself', async () => {
    const { holder, next } = await full()
    expect(await declinePlace(act(), await newest(holder.id), 'No time.')).toEqual({ ok: true })
    await catchUp()
    expect([(await newest(holder.id)).status, (await newest(next.id)).status]).toEqual(['declined', 'offered'])
    expect(await messagesTo(holder)).toEqual(['place-offered', 'place-declined'])
    expect(await messagesTo(next)).toEqual(['place-waiting', 'place-offered'])
  })

  test('by its time running out, at that instant and not before', async () => {
    const { holder, next } = await full()
    const end = Temporal.Instant.from((await newest(holder.id)).offerUntil!)
    await catchUp(end)
    expect([(await newest(holder.id)).status, (await newest(next.id)).status]).toEqual(['offered', 'waiting'])
    await catchUp(end.add({ milliseconds: 1 }))
    expect([(await newest(holder.id)).status, (await newest(next.id)).status]).toEqual(['expired', 'offered'])
    expect(await messagesTo(holder)).toEqual(['place-offered', 'place-expired'])
  })

  test('with other choices left the line goes on, and each step is told and logged', async () => {
    const program = await newProgram(desk.payload, [1, 1])
    const one = await anApplicant(desk.payload, program)
    await released(desk.payload, program.call)
    await catchUp()
    await declinePlace(act(), await newest(one.id), '')
    await catchUp()
    const after = await newest(one.id)
    expect([after.status, after.place, choicesOf(after).map(({ state }) => state)]).toEqual([
      'offered',
      program.ids[1],
      ['declined', 'open'],
    ])
    expect(await messagesTo(one)).toEqual(['place-offered', 'place-declined', 'place-offered'])
    const log = await found('events', of(one))
    expect(log.map(({ kind }) => kind)).toEqual(['application.offered', 'application.let-go', 'application.offered'])
  })

  test('by more places being made; fewer places take none away and give none', async () => {
    const program = await newProgram(desk.payload, [2])
    const [id] = program.ids
    const line = []
    for (let n = 0; n < 5; n += 1) line.push(await anApplicant(desk.payload, program, { score: 9 - n }))
    await released(desk.payload, program.call)
    await catchUp()
    const setPlaces = (capacity: number) =>
      desk.payload.update({ collection: 'collaboratives', id: id!, data: { capacity }, ...all })
    await setPlaces(1)
    await withdrawApplication(act(), await newest(line[0]!.id), '', 0)
    await catchUp()
    expect((await holders(program.call)).map((one) => one.id)).toEqual([line[1]!.id])
    await setPlaces(3)
    await catchUp()
    expect((await holders(program.call)).map((one) => one.id).toSorted()).toEqual(
      line
        .slice(1, 4)
        .map((one) => one.id)
        .toSorted(),
    )
  })
})

describe('cut off', () => {
  test('after any number of writes, the next round makes the same of it', async () => {
    const made: unknown[] = []
    let writes = 1
    for (let isCut = true; isCut; writes += 1) {
      const program = await newProgram(desk.payload, [1, 1])
      const line = []
      for (let n = 0; n < 3; n += 1) line.push(await anApplicant(desk.payload, program, { score: 9 - n }))
      await passOver(desk.context, applicationStatuses)
      await released(desk.payload, program.call)
      at(NOW)
      const dying = stopsAfter(desk, writes)
      await followUp(dying.context, APPLICATIONS).catch(() => undefined)
      isCut = dying.isCut()
      await catchUp()
      const after = await Promise.all(line.map(({ id }) => newest(id)))
      made.push({
        statuses: after.map(({ status }) => status),
        messages: await Promise.all(line.map(messagesTo)),
        log: await Promise.all(line.map(async (one) => (await found('events', of(one))).map(({ kind }) => kind))),
      })
    }
    expect(made.length).toBeGreaterThan(4)
    for (const one of made)
      expect(one).toEqual({
        statuses: ['offered', 'offered', 'waiting'],
        messages: [['place-offered'], ['place-offered'], ['place-waiting']],
        log: [['application.offered'], ['application.offered'], []],
      })
  })
})

describe('taking part', () => {
  const published = (collaborative: string, date: string, more: object = {}) =>
    desk.payload.create({
      collection: 'sessions',
      data: aSession({ collaborative, days: [{ ...aDay, date }], ...more }),
      ...all,
    })
  const offered = async (
    given: Parameters<typeof anApplicant>[2] = {},
    more: Parameters<typeof newProgram>[2] = {},
  ) => {
    const program = await newProgram(desk.payload, [6], more)
    const session = await published(program.ids[0]!, '2027-03-04')
    const one = await anApplicant(desk.payload, program, given)
    await released(desk.payload, program.call)
    await catchUp()
    return { program, one, session }
  }
  const rosterOf = async (one: Application) =>
    (await found('registrations', of(one))).map(({ name, session, status }) => [name, session, status])

  test('a person is enrolled by accepting, put on every meeting, and billed once', async () => {
    const { one, session, program } = await offered(
      { applicant: 'person' },
      { kind: 'community-of-practice', price: 30_000 },
    )
    await accept(one.id, 30_000)
    await catchUp()
    await catchUp()
    expect((await newest(one.id)).status).toBe('enrolled')
    expect(await rosterOf(one)).toEqual([[one.name, session.id, 'confirmed']])
    const later = await published(program.ids[0]!, '2027-03-11')
    await catchUp()
    expect(await rosterOf(one)).toEqual([
      [one.name, session.id, 'confirmed'],
      [one.name, later.id, 'confirmed'],
    ])
    const [registration] = await found('registrations', of(one))
    expect(registration).toMatchObject({
      participation: 'self',
      payer: { kind: 'person', name: one.name, reason: 'Included in the place in the program.' },
      agreed: { price: { rate: 'none', cents: 0 }, feePerDay: null, events: [{ freeUntil: null }] },
    })
    const charges = await found('charges', of(one))
    expect(charges.map(({ key, cents, payerKey }) => [key, cents, payerKey])).toEqual([
      [`application:${one.id}:price`, 30_000, `person:${idOf(one.person)}`],
    ])
  })

  test('a team is billed $45,000 once, however many take part and however often the steps run', async () => {
    const district = await desk.payload.create({ collection: 'organizations', data: anOrganization(), ...all })
    const { one, session } = await offered({ organization: district.id })
    await accept(one.id)
    await catchUp()
    expect((await newest(one.id)).status).toBe('accepted')
    expect(await found('charges', of(one))).toEqual([])
    const accepted = await newest(one.id)
    await nameTeam(act(), accepted, [aMember(1), aMember(2)])
    const named = await newest(one.id)
    await changeApplication(act(), named, { status: 'enrolled', purchaseOrder: 'PO-88' }, null)
    for (let n = 0; n < 3; n += 1) await catchUp()
    expect(await rosterOf(one)).toEqual([
      ['Member 1', session.id, 'confirmed'],
      ['Member 2', session.id, 'confirmed'],
    ])
    const [line, ...others] = await found('charges', of(one))
    expect(others).toEqual([])
    expect(line).toMatchObject({
      kind: 'place',
      cents: 4_500_000,
      payerKey: `organization:${district.id}`,
      purchaseOrder: 'PO-88',
      rule: 'One price for the entire team, however many take part, as accepted.',
    })
    const [registration] = await found('registrations', of(one))
    expect(registration).toMatchObject({
      participation: 'sponsored',
      payer: { reason: 'Included in the team’s place.' },
    })
    expect(await messagesTo(one)).toContain('enrolled')
  })

  test('who is named later comes, who is left out goes, who was registered stays, and who canceled is left alone', async () => {
    const { one, session } = await offered()
    await accept(one.id)
    await changeApplication(act(), await newest(one.id), { status: 'enrolled' }, null)
    await nameTeam(act(), await newest(one.id), [aMember(11), aMember(12)])
    await catchUp()
    const [first, second] = await found('registrations', of(one))
    await nameTeam(act(), await newest(one.id), [aMember(12), aMember(13)])
    await catchUp()
    expect(await rosterOf(one)).toEqual([
      ['Member 11', session.id, 'canceled'],
      ['Member 12', session.id, 'confirmed'],
      ['Member 13', session.id, 'confirmed'],
    ])
    expect((await found('registrations', { id: { equals: first!['id'] } }))[0]).toMatchObject({
      canceledBy: 'application',
      cancelReason: 'No longer on the team’s list.',
    })
    await compareAndSet(
      desk.payload,
      'registrations',
      String(second!['id']),
      {},
      { status: 'canceled', canceledBy: 'person' },
      ['activeKey', 'seatKey'],
    )
    await nameTeam(act(), await newest(one.id), [aMember(11), aMember(12)])
    await catchUp()
    expect((await rosterOf(one)).map(([name, , status]) => `${String(name)} ${String(status)}`).toSorted()).toEqual([
      'Member 11 canceled',
      'Member 11 confirmed',
      'Member 12 canceled',
      'Member 13 canceled',
    ])
    await withdrawApplication(act(), await newest(one.id), 'No money.', 0)
    await catchUp()
    expect((await rosterOf(one)).every(([, , status]) => status === 'canceled')).toBe(true)
    expect(await messagesTo(one)).toContain('application-withdrawn')
  })

  test.each([
    ['no charge', 0, [], []],
    ['on request: the log says that it has to be settled', null, [], ['application.unpriced']],
  ] as const)('a place with %s', async (_, price, lines, kinds) => {
    const { one } = await offered({ applicant: 'person' }, { kind: 'community-of-practice', price })
    await accept(one.id, price)
    await catchUp()
    expect(await found('charges', of(one))).toEqual(lines)
    const log = await found('events', of(one))
    expect(log.map(({ kind }) => kind).filter((kind) => kind === 'application.unpriced')).toEqual(kinds)
  })

  test('somebody registered otherwise keeps that registration, and nothing is made twice', async () => {
    const { one, session, program } = await offered({ applicant: 'person' }, { kind: 'community-of-practice' })
    const twin = await anApplicant(desk.payload, program, {
      applicant: 'person',
      person: one.person,
      activeKey: 'twin',
      email: one.email,
    })
    await catchUp()
    await accept(one.id)
    await accept(twin.id)
    await catchUp()
    await catchUp()
    expect(await rosterOf(one)).toEqual([[one.name, session.id, 'confirmed']])
    expect(await rosterOf(twin)).toEqual([])
  })
})

describe('scores', () => {
  let reviewer: string
  beforeAll(async () => {
    reviewer = (await desk.payload.create({ collection: 'users', data: aStaffMember('reviewer'), ...all })).id
  })
  const review = (application: Application, n: number, points: number, given: object = {}) =>
    createUnlessTaken(desk.payload, 'reviews', {
      key: `application:${application.id}/${n}`,
      application: application.id,
      reviewer,
      attempt: 1,
      seat: n,
      status: 'scored',
      scores: { 1: { points, comment: '' } },
      startedAt: NOW.toString(),
      revision: 1,
      ...given,
    })

  test('put an application in line once its reviews are finished, and not while one is under way', async () => {
    const program = await newProgram(desk.payload, [1])
    const one = await anApplicant(desk.payload, program, { status: 'submitted', score: null })
    await review(one, 1, 3)
    const second = await review(one, 2, 4, { status: 'started', lockedUntil: NOW.add({ hours: 1 }).toString() })
    await catchUp()
    expect((await newest(one.id)).status).toBe('submitted')
    await compareAndSet(desk.payload, 'reviews', second!.id, {}, { status: 'scored' })
    await catchUp()
    expect(await newest(one.id)).toMatchObject({ status: 'waiting', score: 3.5 })
  })

  test('follow the reviews until the decisions are released; what the desk gave stays', async () => {
    const program = await newProgram(desk.payload, [null])
    const one = await anApplicant(desk.payload, program, { score: 1 })
    const byHand = await anApplicant(desk.payload, program, { score: 1, scoreReason: 'Visited them.' })
    await review(one, 1, 2)
    await review(byHand, 1, 2)
    await catchUp()
    expect([(await newest(one.id)).score, (await newest(byHand.id)).score]).toEqual([2, 1])
    await released(desk.payload, program.call)
    await review(one, 2, 4)
    await catchUp()
    expect((await newest(one.id)).score).toBe(2)
  })
})

test('a thousand are ranked at once, and the best are offered the places', async () => {
  const program = await newProgram(desk.payload, [6])
  const { person } = await anApplicant(desk.payload, { ...program, call: 'elsewhere' })
  for (let n = 0; n < 1000; n += 1) await anApplicant(desk.payload, program, { person, score: n })
  await offerPlaces(desk.context, program.call)
  expect((await holders(program.call)).map(({ score }) => score).toSorted()).toEqual([994, 995, 996, 997, 998, 999])
})
