import type { Where } from 'payload'
import { APPLICATION_STATUS_LABELS } from '../../applications/states.ts'
import { collaborativeOf } from '../../applications/service/programs.ts'
import { wasThere } from '../../attendance/states.ts'
import type { Context } from '../../context/context.ts'
import { balanceOf } from '../../invoices/policy.ts'
import type { Person } from '../../kernel/payload-types.ts'
import { every, one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { isComing, personKnown, seatsOf } from '../../staff/people.ts'
import { chargeEntries, logEntries, messageEntries } from '../../staff/records.ts'
import { contentsOf } from '../../submissions/edition.ts'
import { SUBMISSION_STATUS_LABELS } from '../../submissions/states.ts'
import { instantOf } from '../../values/day.ts'
import { recordsAt, whoIsNow } from '../actions.ts'
import { joinedOf } from '../join.ts'
import type { Consent, PersonDetail, PersonRegistration } from './staff-views.ts'

/** Messages and lines of the log that are shown; what is older is in the panel. */
const MOST_ENTRIES = 60

const consentOf = ({ given, changedAt }: Person['mediaRelease']): Consent => ({ given, at: instantOf(changedAt) })

const registrationsOf = async (context: Context, person: string): Promise<PersonRegistration[]> => {
  const ofPerson: Where = { person: { equals: person } }
  const [seats, days, deposits] = await Promise.all([
    seatsOf(context, [person]),
    every(context, 'attendance', ofPerson, { sort: 'date' }),
    every(context, 'deposits', ofPerson),
  ])
  return (seats.get(person) ?? []).map((seat) => {
    const rows = days.filter(({ registration }) => idOf(registration) === seat.id)
    const check = deposits.find(({ registration }) => idOf(registration) === seat.id)
    return {
      ...seat,
      isComing: isComing(seat, context.now),
      days: rows.map(({ date, state }) => ({ date, state })),
      minutes: rows.reduce((sum, { state, minutes }) => sum + (wasThere(state) ? minutes : 0), 0),
      check: check
        ? { state: check.state, cents: check.receivedCents ?? check.dueCents, number: check.checkNumber ?? null }
        : null,
    }
  })
}

const applicationsOf = async (context: Context, where: Where): Promise<PersonDetail['applications']> => {
  const applications = await every(context, 'applications', where, { sort: '-createdAt' })
  return Promise.all(
    applications.map(async (application) => {
      const about = await collaborativeOf(context, idOf(application.place) ?? idOf(application.collaborative))
      return {
        id: application.id,
        path: '',
        title: about?.name ?? '',
        status: APPLICATION_STATUS_LABELS[application.status],
        at: Temporal.Instant.from(application.submittedAt ?? application.createdAt),
      }
    }),
  )
}

const worksOf = async (context: Context, where: Where): Promise<PersonDetail['works']> =>
  (await every(context, 'submissions', where, { sort: '-createdAt' })).map((work) => ({
    id: work.id,
    path: '',
    title: contentsOf(work).edition.title,
    status: SUBMISSION_STATUS_LABELS[work.status],
    at: Temporal.Instant.from(work.submittedAt ?? work.startedAt),
  }))

/** Everybody else who is written to at this address, each once. */
const sharing = async (context: Context, person: Person): Promise<Person[]> => {
  if (!person.email) return []
  const records = await recordsAt(context, person.email)
  const people = await Promise.all(records.map((record) => whoIsNow(context, record)))
  return [...new Map(people.map((other) => [other.id, other])).values()].filter(({ id }) => id !== person.id)
}

/** Everything the desk knows of a person; undefined where there is none. */
export const personDetail = async (context: Context, id: string): Promise<PersonDetail | undefined> => {
  const person = await one(context, 'people', id)
  if (!person) return undefined
  const joined = await every(context, 'people', { joinedInto: { equals: id } }, { sort: 'createdAt' })
  const into = person.joinedInto ? await whoIsNow(context, person) : undefined
  // Messages, statements and the log stay with the record they were written to.
  const ofPerson: Where = { person: { in: [id, ...joined.map((other) => other.id)] } }
  const [names, registrations, applications, works, others, awards, invoices, messages] = await Promise.all([
    context.organizations(),
    registrationsOf(context, id),
    applicationsOf(context, ofPerson),
    worksOf(context, ofPerson),
    sharing(context, person),
    every(context, 'awards', ofPerson, { sort: '-awardedAt' }),
    every(context, 'invoices', ofPerson, { sort: '-number' }),
    messageEntries(context, ofPerson, MOST_ENTRIES),
  ])
  const inAny = (field: string, ones: readonly { id: string }[]): Where[] =>
    ones.length > 0 ? [{ [field]: { in: ones.map((one) => one.id) } }] : []
  const ofRegistrations = inAny('registration', registrations)
  const about = [...ofRegistrations, ...inAny('application', applications), ...inAny('submission', works), ofPerson]
  const [charges, log] = await Promise.all([
    ofRegistrations[0] ? chargeEntries(context, ofRegistrations[0]) : [],
    logEntries(context, { or: about }, MOST_ENTRIES),
  ])
  return {
    ...personKnown(person, names),
    shown: person.updatedAt,
    jobTitle: person.jobTitle || null,
    address: person.address || null,
    organization: idOf(person.organization) ?? '',
    typedEmployer: person.employer ?? '',
    joinedInto: into ? personKnown(into, names) : null,
    joined: joined.map((other) => ({ ...personKnown(other, names), at: instantOf(joinedOf(other)?.at) })),
    sharing: others.map((other) => personKnown(other, names)),
    registrations,
    minutes: registrations.reduce((sum, { minutes }) => sum + minutes, 0),
    charges,
    statements: invoices.map((invoice) => ({
      number: invoice.number,
      balanceCents: balanceOf(invoice),
      isOpen: balanceOf(invoice) > 0,
    })),
    applications,
    works,
    awards: awards.map(({ id, title, awardedAt, revokedAt }) => ({
      id,
      title,
      at: Temporal.Instant.from(awardedAt),
      isRevoked: Boolean(revokedAt),
    })),
    consents: { mediaRelease: consentOf(person.mediaRelease), mailingList: consentOf(person.mailingList) },
    messages,
    log,
  }
}
