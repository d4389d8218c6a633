import type { Person } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { createUnlessTaken, type Fields } from '../kernel/keyed.ts'
import { every, one } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { personKey, searchOf, whoIs } from './identity.ts'

type Known = Pick<
  Fields<'people'>,
  'phone' | 'organization' | 'employer' | 'jobTitle' | 'mediaRelease' | 'mailingList'
> & {
  name: string
  email: string
}

/** Joined records lead to the one they were joined into; no more steps than anybody could have made. */
const MOST_STEPS = 10

/** The record that somebody is known by now, of one that may have been joined into it. */
export const whoIsNow = async ({ payload }: Pick<Act, 'payload'>, person: Person): Promise<Person> => {
  let known = person
  for (let steps = 0; known.joinedInto && steps < MOST_STEPS; steps += 1) {
    const next = await one({ payload }, 'people', idOf(known.joinedInto))
    if (!next) return known
    known = next
  }
  return known
}

/** Every record of a mailbox, also those that were joined into another. */
export const recordsAt = ({ payload }: Pick<Act, 'payload'>, email: string): Promise<Person[]> =>
  every({ payload }, 'people', { email: { equals: email } }, { sort: 'createdAt' })

/** Everybody who is written to at the mailbox of a record, whoever it belongs to first; those that were joined once. */
export const peopleOfMailbox = async (act: Pick<Act, 'payload'>, record: Person): Promise<Person[]> => {
  const others = record.email ? await recordsAt(act, record.email) : []
  const people = await Promise.all([record, ...others].map((other) => whoIsNow(act, other)))
  return [...new Map(people.map((person) => [person.id, person])).values()]
}

/**
 * The person of a mailbox and a name, made when there is none: two people may share a mailbox. What is known of somebody is not
 * changed by a form anybody can fill in: only the mailbox's own links, and staff, do that. Throws when the person can neither be
 * found nor written.
 */
export const personOf = async (act: Act, known: Known): Promise<Person> => {
  const found = known.email ? whoIs(known.name, await recordsAt(act, known.email)) : undefined
  if (found) return whoIsNow(act, found)
  // Without a mailbox somebody cannot be told from a namesake, and is somebody new.
  const key = personKey(known.email, known.name) + (known.email ? '' : `|${crypto.randomUUID()}`)
  const made = await createUnlessTaken(act.payload, 'people', {
    ...known,
    key,
    search: searchOf(known),
    linkVersion: 1,
  })
  if (made) return made
  const other = await act.payload.db.findOne<Person>({ collection: 'people', where: { key: { equals: key } } })
  if (!other) throw new Error('A person could be neither found nor written.')
  return whoIsNow(act, other)
}
