import type { Where } from 'payload'
import { mark } from '#collections/attendance/actions.ts'
import { decideFee } from '#collections/attendance/fees.ts'
import { receive } from '#collections/deposits/actions.ts'
import { makeStatements } from '#collections/invoices/actions.ts'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { idOf } from '#collections/kernel/related.ts'
import { seatKey } from '#collections/registrations/seats.ts'
import { cancel } from '#collections/registrations/service/cancel.ts'
import { rulesOf } from '#collections/registrations/service/rules.ts'
import { aDay } from './builders.ts'
import { actAt, DAYS, newSession, type openTestDesk, seated } from './desk.ts'

type Desk = Awaited<ReturnType<typeof openTestDesk>>

const [ONE] = DAYS
const all = { depth: 0, overrideAccess: true } as const
const everything = { ...all, pagination: false } as const

/** What became of a history, without ids: what is booked, who was written to about what, and who has a place. */
export const outcomeOf = async ({ payload }: Pick<Desk, 'payload'>, of: Where = {}) => {
  const [registrations, attendance, charges, messages, deposits, awards] = await Promise.all([
    payload.find({ collection: 'registrations', where: of, ...everything }),
    payload.find({ collection: 'attendance', ...everything }),
    payload.find({ collection: 'charges', ...everything }),
    payload.find({ collection: 'messages', ...everything }),
    payload.find({ collection: 'deposits', ...everything }),
    payload.find({ collection: 'awards', ...everything }),
  ])
  const names = new Map(registrations.docs.map(({ id, name }) => [id, name]))
  type Related = { registration?: Parameters<typeof idOf>[0] }
  const nameOf = ({ registration }: Related) => names.get(idOf(registration) ?? '')
  /** What belongs to no registration, such as a statement, is part of every outcome. */
  const ofThese = <One extends Related>({ docs }: { docs: One[] }): One[] =>
    docs.filter((one) => !one.registration || nameOf(one) !== undefined)
  const sorted = (lines: unknown[][]) => lines.map((line) => JSON.stringify(line)).toSorted()
  return {
    places: sorted(
      registrations.docs.map(({ name, status, seatKey: seat, offerUntil, lateDays, canceledBy }) => [
        name,
        status,
        seat?.split('#')[1],
        offerUntil,
        Boolean(lateDays),
        canceledBy,
      ]),
    ),
    days: sorted(ofThese(attendance).map((row) => [nameOf(row), row.date, row.state, row.feeState, row.feeCents])),
    ledger: sorted(
      ofThese(charges).map((line) => [
        nameOf(line),
        line.kind,
        line.day,
        line.cents,
        line.payerName,
        Boolean(line.invoice),
      ]),
    ),
    letters: sorted(
      ofThese(messages).map(({ to, kind, subject }) => [to, kind, subject.replace(/Course \d+/, 'Course')]),
    ),
    checks: sorted(ofThese(deposits).map((check) => [nameOf(check), check.state])),
    awards: sorted(ofThese(awards).map(({ name, kind, minutes }) => [name, kind, minutes])),
  }
}

/**
 * A spring at the desk: a seat is given up and offered on, an offer runs out, somebody cancels too late, a session moves, is
 * called off, takes place, a check comes, fees are decided, and statements are made. `followUp` is asked after each.
 */
export const aSpring = async (desk: Desk, followUp: () => Promise<unknown>): Promise<void> => {
  const { payload, course } = desk
  const moveTo = async (moment: string): Promise<void> => {
    desk.clock.now = Temporal.Instant.from(moment)
    await followUp()
  }
  const act = () => actAt(payload, desk.clock.now)
  const named = (name: string, given: Partial<Omit<Registration, 'agreed'>> = {}) => ({
    title: name,
    name,
    email: `${name.toLowerCase()}@example.org`,
    ...given,
  })
  const billed = { price: { rate: 'member' as const, cents: 12_500 } }
  const newest = (id: string) => payload.findByID({ collection: 'registrations', id, ...all })
  const give = async (registration: Registration) => {
    const { offers } = await rulesOf(desk.context, idOf(registration.session))
    await cancel(act(), await newest(registration.id), offers, { by: 'person' })
  }
  const decide = async (registration: Registration, decision: 'approved' | 'waived') => {
    const where: Where = { and: [{ registration: { equals: registration.id } }, { feeState: { not_equals: 'none' } }] }
    const { docs } = await payload.find({ collection: 'attendance', where, ...everything })
    for (const { id } of docs) await decideFee(act(), id, decision, 'Because.')
  }

  const [small, big, off, moved] = await Promise.all([
    newSession(payload, course, DAYS),
    newSession(payload, course, [ONE]),
    newSession(payload, course, [ONE]),
    newSession(payload, course, [ONE]),
  ])
  await payload.update({ collection: 'sessions', id: small, data: { capacity: 1 }, ...all })
  const ana = await seated(payload, small, named('Ana', { seatKey: seatKey(small, 1), waitOrder: 1 }))
  const waiting = { status: 'waitlisted', seatKey: undefined } as const
  await seated(payload, small, named('Ben', { ...waiting, waitOrder: 2 }))
  await seated(payload, small, named('Cal', { ...waiting, waitOrder: 3 }))
  await seated(payload, big, named('Dee', { participation: 'guest', seatKey: seatKey(big, 1) }), {
    check: { cents: 10_000, due: '2027-02-20', lastMailDay: '2027-02-19' },
  })
  const eve = await seated(payload, big, named('Eve', { seatKey: seatKey(big, 2) }), billed)
  const fay = await seated(payload, big, named('Fay', { seatKey: seatKey(big, 3) }), billed)
  const gus = await seated(payload, big, named('Gus', { seatKey: seatKey(big, 4) }))
  await seated(payload, off, named('Hal', { seatKey: seatKey(off, 1) }), billed)
  await seated(payload, moved, named('Ida', { seatKey: seatKey(moved, 1) }))
  const pending = { state: 'pending', dueAt: '2027-02-12T16:00:00.000Z' } as const
  await seated(payload, moved, named('Jo', { order: pending, seatKey: seatKey(moved, 2) }))
  await moveTo('2027-02-01T16:00:00Z')

  await give(ana)
  await moveTo('2027-02-02T16:00:00Z')
  // Ben lets his offer run out, and the seat goes on to Cal.
  await moveTo('2027-02-09T16:00:00Z')
  const { docs: checks } = await payload.find({ collection: 'deposits', ...everything })
  for (const { id } of checks) await receive(act(), id, { number: '1044', cents: 10_000, day: '2027-02-09' })
  await moveTo('2027-02-13T16:00:00Z')

  await payload.update({
    collection: 'sessions',
    id: moved,
    data: { days: [{ ...aDay, date: ONE, startTime: '09:30', endTime: '16:30' }] },
    ...all,
  })
  await moveTo('2027-02-26T15:00:00Z')
  await give(gus)
  await moveTo('2027-02-26T16:00:00Z')
  await decide(gus, 'approved')
  await moveTo('2027-02-28T16:00:00Z')

  await moveTo('2027-03-02T15:30:00Z')
  await payload.update({
    collection: 'sessions',
    id: off,
    data: { status: 'canceled', cancelReason: 'The building is closed.' },
    ...all,
  })
  await moveTo('2027-03-02T22:00:00Z')
  await mark(act(), eve.id, ONE, { state: 'absent' })
  await mark(act(), fay.id, ONE, { state: 'present' })
  await moveTo('2027-03-03T16:00:00Z')
  await decide(eve, 'approved')
  await moveTo('2027-03-04T16:00:00Z')
  await decide(eve, 'waived')
  await moveTo('2027-04-02T16:00:00Z')
  await makeStatements(act(), '2027-03')
  await moveTo('2027-04-03T16:00:00Z')
}
