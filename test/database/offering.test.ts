import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Where } from 'payload'
import { withdrawApplication } from '#collections/applications/answer.ts'
import { APPLICATIONS, followUp, passOver } from '#test/support/follow-ups.ts'
import { applicationStatuses } from '#collections/applications/service/followups.ts'
import { staffApplications } from '#collections/applications/service/staff.ts'
import type { Application } from '#collections/kernel/payload-types.ts'
import { aDay, aSession } from '#test/support/builders.ts'
import { actAt, openTestDesk } from '#test/support/desk.ts'
import { anApplicant, newProgram, released } from '#test/support/selecting.ts'

// When places are offered by themselves, and what is said to those who get none.

const all = { depth: 0, overrideAccess: true } as const
const JANUARY = Temporal.Instant.from('2027-01-11T16:00:00Z')
const THURSDAYS = ['02-04', '02-11', '02-18', '02-25', '03-04', '03-11', '03-18', '03-25'].map((day) => `2027-${day}`)

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
  return docs.map(({ kind, text, subject }) => ({ kind, text: `${subject}\n${text}` }))
}
const kindsTo = async (one: Application) => (await lettersTo(one)).map(({ kind }) => kind)
const staff = () => staffApplications(desk.context, actAt(desk.payload, desk.clock.now))
const given = async (id: string, reason: string) => ({ revision: (await newest(id)).revision, reason })

describe('a program of eight Thursdays that asks for six', () => {
  /** One place, held, and somebody who waits for it. */
  const begun = async () => {
    desk.clock.now = JANUARY
    const more = { kind: 'community-of-practice', minimumSessions: 6, price: 0, offerHours: 400 } as const
    const program = await newProgram(desk.payload, [1], more)
    await desk.payload.create({
      collection: 'sessions',
      data: aSession({
        collaborative: program.ids[0]!,
        days: THURSDAYS.map((date) => ({ ...aDay, date, startTime: '08:30', endTime: '11:30' })),
        format: 'online',
      }),
      ...all,
    })
    const holder = await anApplicant(desk.payload, program, { applicant: 'person', score: 9 })
    const next = await anApplicant(desk.payload, program, { applicant: 'person', score: 8 })
    await passOver(desk.context, applicationStatuses)
    await released(desk.payload, program.call, JANUARY.toString())
    await catchUpAt(JANUARY)
    return { program, holder, next }
  }
  const leave = async (holder: Application) =>
    withdrawApplication(actAt(desk.payload, desk.clock.now), await newest(holder.id), '', 0)

  test('an offer ends as session 1 begins, and the freed place goes to nobody by itself', async () => {
    const { holder, next } = await begun()
    expect((await newest(holder.id)).offerUntil).toBe('2027-02-04T14:30:00.000Z')
    await catchUpAt('2027-02-04T14:30:00.001Z')
    expect([(await newest(holder.id)).status, (await newest(next.id)).status]).toEqual(['expired', 'waiting'])
  })

  test('a place given back with two of eight left is offered to nobody, not by hand either', async () => {
    const { program, holder, next } = await begun()
    desk.clock.now = Temporal.Instant.from('2027-03-12T16:00:00Z')
    await leave(holder)
    await catchUpAt('2027-03-12T16:01:00Z')
    expect((await newest(next.id)).status).toBe('waiting')
    expect(await staff().offer(next.id, program.ids[0]!, await given(next.id, 'There is room.'))).toMatchObject({
      ok: false,
      status: 409,
    })
    expect((await staff().read(next.id))!.actions.offer).toEqual([])
  })

  test('with seven left staff can say so, for the days that are left; the offer ends before the next', async () => {
    const { program, holder, next } = await begun()
    desk.clock.now = Temporal.Instant.from('2027-02-05T16:00:00Z')
    await leave(holder)
    await catchUpAt('2027-02-05T16:01:00Z')
    expect((await newest(next.id)).status).toBe('waiting')
    expect(await staff().offer(next.id, program.ids[0]!, await given(next.id, 'They can catch up.'))).toEqual({
      ok: true,
    })
    await catchUpAt('2027-02-05T16:02:00Z')
    expect((await newest(next.id)).offerUntil).toBe('2027-02-11T14:30:00.000Z')
    const offer = (await lettersTo(next)).find(({ kind }) => kind === 'place-offered')!.text
    expect(offer).toContain('Thursday, February 11, 2027')
    expect(offer).not.toContain('February 4')
  })

  test('staff are asked to close the selection, and closing tells who was in line', async () => {
    const { program, next } = await begun()
    const toClose = async () => (await staff().calls()).find(({ call }) => call === program.call)!.waits.toClose
    expect(await toClose()).toBe(false)
    await catchUpAt('2027-02-04T15:00:00Z')
    expect(await toClose()).toBe(true)
    expect(await staff().closeSelection(program.call, 'It has begun.')).toEqual({ ok: true })
    await catchUpAt('2027-02-04T15:01:00Z')
    expect(await toClose()).toBe(false)
    expect(await kindsTo(next)).toEqual(['place-waiting', 'no-place'])
  })
})

describe('what a release says to those who are offered nothing', () => {
  test('a team that asked for one community hears of that one only, though others have room', async () => {
    desk.clock.now = JANUARY
    const program = await newProgram(desk.payload, [1, 6])
    const [climate] = program.ids
    await anApplicant(desk.payload, program, { score: 9 }, [climate!])
    const second = await anApplicant(desk.payload, program, { score: 8 }, [climate!])
    await passOver(desk.context, applicationStatuses)
    await released(desk.payload, program.call)
    await catchUpAt(JANUARY)
    const [letter] = await lettersTo(second)
    expect(letter!.kind).toBe('place-waiting')
    expect(letter!.text).toContain(`You are in line: ${program.names[0]}`)
    expect(letter!.text).toContain(`Every place in ${program.names[0]} is offered to somebody now`)
    expect(letter!.text).not.toContain(program.names[1])
    expect(letter!.text).not.toContain('Program ')
  })

  test('where the number of places is not set, nobody is told that every place is offered', async () => {
    desk.clock.now = JANUARY
    const program = await newProgram(desk.payload, [null])
    const one = await anApplicant(desk.payload, program, { score: 9 })
    expect((await staff().releasePreview(program.call))!.lines).toEqual([])
    await passOver(desk.context, applicationStatuses)
    await released(desk.payload, program.call)
    await catchUpAt(JANUARY)
    expect(await kindsTo(one)).toEqual([])
    expect(await staff().offer(one.id, program.ids[0]!, await given(one.id, 'Chosen.'))).toEqual({ ok: true })
    await catchUpAt(JANUARY)
    expect(await kindsTo(one)).toEqual(['place-offered'])
  })
})
