import type { CollectionSlug, DataFromCollectionSlug, Where } from 'payload'
import type { Context } from '../../context/context.ts'
import type { Person } from '../../kernel/payload-types.ts'
import { every, one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { formerOf } from '../../people/identity.ts'
import type { Known } from '../erased.ts'
import { mentions } from '../erased.ts'
import type { HeldIn } from '../holdings.ts'

type Source = Pick<Context, 'payload'>

/** Records of each kind that are somebody's own. */
export type Held = { [Slug in HeldIn]: DataFromCollectionSlug<Slug>[] }

/** Ids in one condition: as many as a database takes as values, with room for the others. */
const MOST_IDS = 500

const inAny = (field: string, ids: readonly string[]): Where[] =>
  Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, at) => ({
    [field]: { in: ids.slice(at * MOST_IDS, (at + 1) * MOST_IDS) },
  }))

/** Everything that fits one of these; nothing where there are no conditions. */
const anyOf = <Slug extends CollectionSlug>(
  source: Source,
  collection: Slug,
  where: readonly Where[],
): Promise<DataFromCollectionSlug<Slug>[]> =>
  where.length > 0 ? every(source, collection, { or: [...where] }, { sort: 'createdAt' }) : Promise.resolve([])

const idsOf = (ones: readonly { id: string }[]): string[] => ones.map(({ id }) => id)

/** Records joined into one another are one person; no more steps than anybody could have made. */
const MOST_STEPS = 10

/** The record of a person, and those that were joined into it. */
const recordsOf = async (source: Source, id: string): Promise<Person[]> => {
  const found = await one(source, 'people', id)
  if (!found) return []
  const all = [found]
  let last = [found]
  for (let steps = 0; last.length > 0 && steps < MOST_STEPS; steps += 1) {
    last = await anyOf(source, 'people', inAny('joinedInto', idsOf(last)))
    all.push(...last)
  }
  return all
}

/** Messages to a mailbox, whoever reads it, that point to no person. */
const toldOf = (emails: readonly string[]): Where[] =>
  inAny('to', [...new Set(emails)]).map((where) => ({
    and: [where, { kind: { in: ['subscription-asked', 'subscription-news'] } }],
  }))

/** Lines of the log that the panel wrote of people; they name who it was, and point to nobody. */
const SAVED = ['person.created', 'person.changed']

/** Everything that is somebody's own; no people where there is no such person. */
export const heldOf = async (source: Source, id: string): Promise<Held> => {
  const people = await recordsOf(source, id)
  const ofPerson = inAny('person', idsOf(people))
  const [registrations, applications, submissions, awards] = await Promise.all([
    anyOf(source, 'registrations', ofPerson),
    anyOf(source, 'applications', ofPerson),
    anyOf(source, 'submissions', ofPerson),
    anyOf(source, 'awards', ofPerson),
  ])
  const ofRegistration = inAny('registration', idsOf(registrations))
  const ofWork = [...inAny('application', idsOf(applications)), ...inAny('submission', idsOf(submissions))]
  const charges = await anyOf(source, 'charges', [...ofPerson, ...ofRegistration])
  const papers = [...registrations.map(({ letter }) => letter), ...applications.map(({ agreement }) => agreement)]
  const statements = [...new Set(charges.flatMap(({ invoice }) => idOf(invoice) ?? []))]
  const known = knownOf(people)
  const mailboxes = inAny('email', [...new Set(known.emails)])
  const [attendance, receipts, deposits, invoices, reviews, messages, files, subscriptions, events, saved] =
    await Promise.all([
      anyOf(source, 'attendance', ofRegistration),
      anyOf(source, 'evaluation-receipts', ofRegistration),
      anyOf(source, 'deposits', ofRegistration),
      anyOf(source, 'invoices', [...ofPerson, ...inAny('id', statements)]),
      anyOf(source, 'reviews', ofWork),
      anyOf(source, 'messages', [...ofPerson, ...ofRegistration, ...ofWork, ...toldOf(known.emails)]),
      anyOf(source, 'files', [
        ...ofPerson,
        ...ofRegistration,
        ...inAny('submission', idsOf(submissions)),
        ...inAny('id', [...new Set(papers.flatMap((paper) => idOf(paper) ?? []))]),
      ]),
      anyOf(source, 'subscriptions', mailboxes),
      anyOf(source, 'events', [...ofPerson, ...ofRegistration, ...ofWork]),
      known.names.length > 0 ? every(source, 'events', { kind: { in: SAVED } }) : [],
    ])
  const log = [...events, ...saved.filter((event) => mentions(event.summary, known))]
  const deliveries = await anyOf(source, 'deliveries', inAny('event', idsOf(log)))
  return {
    people,
    registrations,
    attendance,
    deposits,
    charges,
    invoices,
    applications,
    submissions,
    reviews,
    awards,
    'evaluation-receipts': receipts,
    messages,
    files,
    subscriptions,
    events: log,
    deliveries,
  }
}

/** What somebody is and was called and written to by. */
export const knownOf = (people: readonly Person[]): Known => ({
  names: people.flatMap((person) => [person.name, ...formerOf(person).names]),
  emails: people.flatMap((person) => [person.email, ...formerOf(person).emails]).filter(Boolean),
  phones: people.flatMap(({ phone }) => phone || []),
})

/** Other people's records in which somebody is named, such as the colleague who took over a seat. */
export type NamedIn = Pick<Held, 'registrations' | 'applications' | 'messages' | 'events'>

/** Records of others that name somebody: in the sessions they were in, and in the team they came with. */
export const namedIn = async (source: Source, held: Held, known: Known): Promise<NamedIn> => {
  const own = (ones: readonly { id: string }[]) => new Set(idsOf(ones))
  const sessions = [...new Set(held.registrations.map(({ session }) => idOf(session)))]
  const ofSessions = inAny('session', sessions)
  const teams = [...new Set(held.registrations.flatMap(({ application }) => idOf(application) ?? []))]
  const [mine, log, asked] = [own(held.registrations), own(held.events), own(held.applications)]
  const registrations = (await anyOf(source, 'registrations', ofSessions)).filter(
    (one) => !mine.has(one.id) && mentions([one.formerly, one.asked, one.handedOn], known),
  )
  const [messages, applications, events] = await Promise.all([
    anyOf(source, 'messages', [
      ...inAny('registration', idsOf(registrations)),
      ...inAny('invoice', idsOf(held.invoices)),
      ...inAny('application', teams),
    ]),
    anyOf(source, 'applications', inAny('id', teams)),
    anyOf(source, 'events', [...ofSessions, ...inAny('application', teams)]),
  ])
  const written = own(held.messages)
  return {
    registrations,
    applications: applications.filter(({ id, team, papers }) => !asked.has(id) && mentions([team, papers], known)),
    messages: messages.filter(
      ({ id, subject, text, html }) => !written.has(id) && mentions([subject, text, html], known),
    ),
    events: events.filter(
      ({ id, summary, reason, changes, data }) => !log.has(id) && mentions([summary, reason, changes, data], known),
    ),
  }
}
