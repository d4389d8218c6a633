import type { Attendance, Deposit, Registration, Session } from '#collections/kernel/payload-types.ts'
import type { Facts } from '#collections/messages/values.ts'
import type { Agreement } from '#collections/registrations/agreement.ts'
import { aDay, at, CHICAGO } from './views.ts'

// What a message is written from, without a database: one seat in a session on one day.

const agreedTo = (more: Partial<Agreement> = {}): Agreement => ({
  at: '2026-09-01T12:00:00Z',
  terms: { version: 'cancellation@1', hash: '0', text: 'Terms' },
  events: [{ days: ['2026-10-15'], freeUntil: '2026-10-09T04:59:59.999Z' }],
  timeZone: CHICAGO,
  feePerDay: 10_000,
  substitution: true,
  price: { rate: 'member', cents: 12_550 },
  payer: { kind: 'organization', name: 'Alder Lake Schools', reason: 'member-district' },
  check: null,
  course: { title: 'Three Circles in One Morning', slug: 'three-circles' },
  locale: 'en',
  ...more,
})

type Given = {
  registration?: Partial<Registration>
  session?: Partial<Session>
  agreed?: Partial<Agreement>
  attendance?: Partial<Attendance>[]
  deposit?: Partial<Deposit>
} & Partial<Pick<Facts, 'events' | 'host' | 'about' | 'position' | 'prerequisites' | 'now' | 'desk'>>

export const someFacts = ({ registration, session, agreed, attendance = [], deposit, ...more }: Given = {}): Facts => {
  const agreement = agreedTo(agreed)
  return {
    registration: {
      id: '0199-registration',
      session: '0199-session',
      person: '0199-person',
      name: 'Jordan Example',
      email: 'jordan@example.org',
      status: 'confirmed',
      participation: 'member',
      payer: { kind: 'organization', name: 'Alder Lake Schools', reason: 'member-district' },
      order: { state: 'none' },
      agreed: agreement,
      revision: 3,
      linkVersion: 1,
      updatedAt: '2026-09-01T12:00:00.000Z',
      ...registration,
    } as Registration,
    session: {
      id: '0199-session',
      days: [aDay('2026-10-15')],
      timeZone: CHICAGO,
      format: 'in-person',
      status: 'scheduled',
      updatedAt: '2026-08-15T10:00:00.000Z',
      ...session,
    } as Session,
    events: agreement.events.map(({ days, freeUntil }) => ({ days, freeUntil: freeUntil ? at(freeUntil) : null })),
    attendance: attendance.map((row) => ({ state: 'canceled', feeCents: null, ...row }) as Attendance),
    deposit: deposit ? ({ state: 'due', ...deposit } as Deposit) : null,
    about: null,
    host: null,
    position: null,
    prerequisites: [],
    desk: {
      name: 'Registration desk',
      email: 'registration@example.org',
      phone: '612-555-0111',
      hours: null,
      address: '1 Example Road\nTamarack Bend, MN 55000',
    },
    links: {
      course: 'https://learn.example.org/courses/three-circles',
      manage: 'https://learn.example.org/manage/token',
      guestRules: '',
    },
    now: at('2026-09-01T12:00:00Z'),
    locale: 'en',
    ...more,
  }
}
