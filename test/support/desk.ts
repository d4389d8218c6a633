import type { Payload } from 'payload'
import type { Act } from '#collections/kernel/act.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import type { TakenOver } from '#collections/registrations/actions.ts'
import { agreementOf } from '#collections/registrations/policy.ts'
import type { Agreement } from '#collections/registrations/agreement.ts'
import type { Context } from '#collections/context/context.ts'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { aCircle, aCourse, aDay, anAgreement, aPerson, aPolicy, aRegistration, aSession } from './builders.ts'
import { openDatabase } from './database.ts'

const all = { depth: 0, overrideAccess: true } as const

/** Three days, weeks apart, so that each is canceled by itself; free until Feb 23, Mar 16 and Apr 6. */
export const DAYS = ['2027-03-02', '2027-03-23', '2027-04-13'] as const

/** A context whose moment is whatever the clock of a test shows; a real one is made anew for each request. */
export const alwaysNow = (context: Context, clock: () => Temporal.Instant): Context =>
  Object.defineProperty({ ...context }, 'now', { get: clock, enumerable: true })

/** A desk on a database of its own, with one course, a policy of five business days and $100, and a clock that tests set. */
export const openTestDesk = async () => {
  const database = await openDatabase()
  const { payload } = database
  const { openCatalog } = await import('#cms/catalog/index.ts')
  const { openServices } = await import('#cms/services.ts')
  const clock = { now: Temporal.Instant.from('2027-02-01T16:00:00Z') }
  const source = openCatalog(payload, database.env)
  const desk = await openServices({ payload, env: database.env, source, clock: () => clock.now })
  // What follows is derived when a test says so, not in between.
  await desk.stop()
  const circle = await payload.create({ collection: 'circles', data: aCircle(), ...all })
  const course = await payload.create({ collection: 'courses', data: aCourse({ circles: [circle.id] }), ...all })
  const deadline = { count: 5, unit: 'business', mode: 'at-least', cutoff: 'end-of-day' } as const
  await payload.create({
    collection: 'policies',
    data: aPolicy({ kind: 'cancellation', deadline, feePerDay: 10_000, splitGapDays: 7 }),
    ...all,
  })
  return {
    ...database,
    context: alwaysNow(desk.context(), () => clock.now),
    followUp: desk.followUp,
    clock,
    course: course.id,
  }
}

export const newSession = async (payload: Payload, course: string, days: readonly string[] = DAYS): Promise<string> => {
  const held = days.map((date) => ({ ...aDay, date }))
  return (await payload.create({ collection: 'sessions', data: aSession({ course, days: held }), ...all })).id
}

/** Somebody who has a seat and agreed to the rules as they are. */
export const seated = async (
  payload: Payload,
  session: string,
  given: Partial<Omit<Registration, 'agreed'>> = {},
  agreed: Partial<Agreement> = {},
): Promise<Registration> => {
  const person = (await createUnlessTaken(payload, 'people', aPerson()))!
  const events = DAYS.map((day, at) => ({
    days: [day],
    freeUntil: ['2027-02-24T05:59:59.999Z', '2027-03-17T04:59:59.999Z', '2027-04-07T04:59:59.999Z'][at]!,
  }))
  const registration = await createUnlessTaken(payload, 'registrations', {
    ...aRegistration({ session, person: person.id }),
    agreed: anAgreement({ events, ...agreed }),
    ...given,
  })
  return registration!
}

/** A colleague's word, with the terms of whoever hands the seat on. */
export const takenOver = (holder: Registration): TakenOver => ({
  acceptance: 'online',
  acceptedAt: '2027-02-01T16:00:00Z',
  asking: null,
  agreed: agreementOf(holder),
})

/** A registrar doing something at a moment. */
export const actAt = (payload: Payload, now: Temporal.Instant): Act => ({
  payload,
  now,
  zone: 'America/Chicago',
  actor: { kind: 'staff', name: 'Registrar' },
})

/** A context that lets so many writes through, and then nothing more, as when the process is killed. */
export const stopsAfter = ({ payload, context }: { payload: Payload; context: Context }, writes: number) => {
  let left = writes
  const counted = (name: 'updateOne' | 'create') => ({
    value: (given: never) => {
      left -= 1
      if (left < 0) throw new Error('killed')
      return payload.db[name](given)
    },
  })
  const db: unknown = Object.create(payload.db, { updateOne: counted('updateOne'), create: counted('create') })
  const dying: unknown = Object.create(payload, {
    db: { value: db },
    logger: { value: { error: () => undefined, info: () => undefined } },
  })
  return { context: { ...context, payload: dying as Payload }, isCut: () => left < 0 }
}
