import { datesOf, isCalledOff, minutesOf } from '../../attendance/policy.ts'
import { acceptanceOf, hasAccepted } from '../acceptance.ts'
import { cancellation } from '../cancellation.ts'
import { daysToHandOn, openAsking } from '../handing-on.ts'
import { afterRefusal } from '../permission.ts'
import { agreementOf } from '../policy.ts'
import { dayIn, instantOf } from '../../values/day.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { checkCase } from '../../deposits/queries.ts'
import { idOf } from '../../kernel/related.ts'
import type { Context } from '../../context/context.ts'
import { movesFor } from './moving.ts'
import { minimumFor } from './program.ts'
import { rulesOf } from './rules.ts'
import { checkLine } from '../../staff/checks.ts'
import { every, one } from '../../kernel/queries.ts'
import { countsOf, deskSession, organizationNames, rosterLine } from '../../staff/queries.ts'
import { chargeEntries, logEntries, messageEntries } from '../../staff/records.ts'
import type { RegistrationDetail } from '../../staff/views.ts'

/** Everything that was ever written down about a registration. */
const recordsOf = async (context: Context, { id, session }: Registration) => {
  const ofThis = { registration: { equals: id } }
  const [attendance, deposits, charges, messages, log, awards, waiting, organizations] = await Promise.all([
    every(context, 'attendance', ofThis),
    every(context, 'deposits', ofThis),
    chargeEntries(context, ofThis),
    messageEntries(context, ofThis),
    logEntries(context, ofThis),
    every(context, 'awards', ofThis, { sort: '-createdAt' }),
    every(
      context,
      'registrations',
      { and: [{ session: { equals: session } }, { status: { equals: 'waitlisted' } }] },
      { sort: 'waitOrder' },
    ),
    organizationNames(context),
  ])
  return { attendance, deposits, charges, messages, log, awards, waiting, organizations }
}

const letterOf = async (context: Context, id: string | undefined): Promise<RegistrationDetail['letter']> => {
  const file = id ? await one(context, 'files', id) : undefined
  return file ? { id: file.id, name: file.givenName, bytes: file.filesize ?? 0 } : null
}

/** One registration with all that is known about it; undefined when there is none. */
export const registrationDetail = async (context: Context, id: string): Promise<RegistrationDetail | undefined> => {
  const registration = await one(context, 'registrations', id)
  const session = registration && (await one(context, 'sessions', idOf(registration.session)))
  if (!registration || !session) return undefined
  const { now } = context
  const [records, person, rules] = await Promise.all([
    recordsOf(context, registration),
    one(context, 'people', idOf(registration.person)),
    rulesOf(context, session.id),
  ])
  const { attendance, deposits, organizations } = records
  const agreed = agreementOf(registration)
  const at = records.waiting.findIndex((other) => other.id === id)
  const [deposit] = deposits
  const check = deposit && (await checkCase(context.payload, deposit, now))
  const minimum = (await minimumFor(context, registration)) ?? null
  const beside = { organizations, attendance, deposits, minimum: minimum?.standing }
  const line = rosterLine(registration, { ...beside, ...(at >= 0 && { position: at + 1 }) })
  const { payer, order, sponsor, permission } = registration
  const asked = openAsking(registration)
  return {
    line,
    person: idOf(registration.person),
    revision: registration.revision,
    session: await deskSession(context, session, (await countsOf(context, [session.id])).get(session.id)!),
    days: datesOf(session.days).map((date) => ({
      date,
      isCalledOff: session.status === 'canceled' || isCalledOff(session.days, date),
      hasCome: date <= dayIn(now, session.timeZone),
      whole: minutesOf(session.days, date),
      mark: line.days[date] ?? null,
      feeCents: attendance.find((row) => row.date === date)?.feeCents ?? null,
    })),
    minimum,
    awards: records.awards.map(({ id, title }) => ({ id, title })),
    cancellation: cancellation(registration, rules.facts, rules.events, attendance, now),
    phone: person?.phone || null,
    jobTitle: registration.jobTitle || null,
    host: organizations.get(idOf(registration.host) ?? '') ?? null,
    sponsor: sponsor?.name
      ? { name: sponsor.name, email: sponsor.email || null, address: sponsor.address || null }
      : null,
    payer: { name: payer.name, email: payer.email || null, reason: payer.reason, isPerson: payer.kind === 'person' },
    order: { state: order.state, number: order.number || null, dueAt: instantOf(order.dueAt) },
    gate: {
      state: registration.gate,
      statement: registration.gateStatement || null,
      reason: registration.gateReason || null,
    },
    agreed,
    acceptance: acceptanceOf(registration),
    acceptBy: hasAccepted(registration) ? null : instantOf(registration.answerBy),
    handable: daysToHandOn(registration, rules.facts, attendance, now),
    asked: asked && { ...asked, until: Temporal.Instant.from(asked.until) },
    sharesSeatOf: idOf(registration.sharesSeatOf) ?? null,
    consents: { mediaRelease: registration.mediaRelease, mailingList: registration.mailingList },
    registeredAt: Temporal.Instant.from(agreed.at),
    source: registration.source,
    permission: permission?.state
      ? { state: permission.state, at: instantOf(permission.at), reason: permission.reason || null }
      : null,
    afterRefusal: afterRefusal(registration.participation, rules.facts.startsAt, now),
    known: {
      participation: registration.participation,
      organization: idOf(registration.organization) ?? '',
      employer: registration.employer ?? '',
      host: idOf(registration.host) ?? '',
      sponsor: idOf(sponsor?.organization) ?? '',
      sponsorName: sponsor?.name ?? '',
      sponsorEmail: sponsor?.email ?? '',
    },
    move: await movesFor(context, { registration, rules }, 'staff'),
    letter: await letterOf(context, idOf(registration.letter)),
    check: check ? await checkLine(context, check) : null,
    charges: records.charges,
    messages: records.messages,
    log: records.log,
  }
}
