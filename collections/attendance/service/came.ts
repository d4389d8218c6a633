import type { Context } from '../../context/context.ts'
import type { Act } from '../../kernel/act.ts'
import type { Person, Registration } from '../../kernel/payload-types.ts'
import { one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import type { RegistrationForm } from '../../registrations/schema.ts'
import { registerAtDesk } from '../../registrations/service/register.ts'
import { rulesOf } from '../../registrations/service/rules.ts'
import { seatNow } from '../../registrations/waitlist.ts'
import { GONE, ofMark, ofRegistration, refused } from '../../staff/refusals.ts'
import type { StaffDone } from '../../staff/views.ts'
import type { Day } from '../../values/day.ts'
import { mark } from '../actions.ts'
import { refusalToMark } from '../policy.ts'

const WORDS = {
  asked: 'The prerequisite has to be decided first; find it under Cases.',
  reason: 'Was there, as the sign-in sheet says.',
}

/** What somebody who had canceled would fill in again. */
const formOf = (registration: Registration, person: Person): RegistrationForm => {
  const { sponsor, order } = registration
  return {
    session: idOf(registration.session),
    name: registration.name,
    email: registration.email,
    phone: person.phone ?? '',
    organization: idOf(registration.organization) ?? 'other',
    employer: registration.employer ?? '',
    jobTitle: registration.jobTitle ?? '',
    participation: registration.participation,
    host: idOf(registration.host) ?? '',
    sponsor: idOf(sponsor?.organization) ?? '',
    sponsorName: sponsor?.name ?? '',
    sponsorEmail: sponsor?.email ?? '',
    sponsorAddress: sponsor?.address ?? '',
    order: order.state === 'received' ? 'received' : 'none',
    orderNumber: order.number ?? '',
    gate: '',
    gateStatement: '',
    needs: registration.needs ?? '',
    mediaRelease: registration.mediaRelease,
    mailingList: registration.mailingList,
    terms: true,
    termsHash: '',
    attempt: '',
  }
}

/** A seat for somebody who waited; once it is over, whoever was there had one, however many there were. */
const seatOf = async (context: Context, act: Act, registration: Registration, isPast: boolean): Promise<StaffDone> => {
  const { offers } = await rulesOf(context, idOf(registration.session))
  const { again: _, ...fixed } = offers
  return ofRegistration(await seatNow(act, registration, isPast ? { ...fixed, limit: null } : offers, WORDS.reason))
}

/**
 * Somebody without a seat was there: who waited is given one, and who had canceled is registered anew from what is known; then the day
 * counts as attended. The cancellation stays as it was, with what followed from it.
 */
export const cameAnyway = async (context: Context, act: Act, id: string, date: Day): Promise<StaffDone> => {
  const registration = await one(context, 'registrations', id)
  const session = registration && (await one(context, 'sessions', idOf(registration.session)))
  if (!registration || !session) return GONE
  const refusal = refusalToMark({ state: 'present' }, date, session, 'confirmed', act.now)
  if (refusal) return ofMark({ ok: false, refusal })
  if (registration.status === 'requested') return refused(WORDS.asked)
  let seated = id
  if (registration.status === 'canceled') {
    const person = await one(context, 'people', idOf(registration.person))
    if (!person) return GONE
    const added = await registerAtDesk(context, act.actor, formOf(registration, person), {
      source: 'door',
      passesWaitlist: true,
    })
    if (!added.ok) return refused(Object.values(added.errors)[0] ?? '')
    if (added.outcome !== 'confirmed') return ofRegistration({ ok: false, refusal: 'no-seat' })
    seated = added.registration
  } else if (registration.status !== 'confirmed') {
    const isPast =
      Boolean(session.endsAt) && Temporal.Instant.compare(act.now, Temporal.Instant.from(session.endsAt!)) >= 0
    const done = await seatOf(context, act, registration, isPast)
    if (!done.ok) return done
  }
  return ofMark(await mark(act, seated, date, { state: 'present' }))
}
