import type { Person } from '../kernel/payload-types.ts'
import type { Payload } from 'payload'
import type { Act } from '../kernel/act.ts'
import { change } from '../kernel/change.ts'
import { createUnlessTaken, type Fields } from '../kernel/keyed.ts'
import { every } from '../kernel/queries.ts'

type Known = Pick<
  Fields<'people'>,
  'phone' | 'organization' | 'employer' | 'jobTitle' | 'mediaRelease' | 'mailingList'
> & {
  name: string
  email: string
}

const findPerson = (act: Act, email: string): Promise<Person | null> =>
  act.payload.db.findOne<Person>({ collection: 'people', where: { email: { equals: email } } })

/**
 * The person of a mailbox, made when there is none. What is known of somebody is not changed by a form anybody can fill in:
 * only the mailbox's own links, and staff, do that. Throws when the address can neither be found nor written.
 */
export const personOf = async (act: Act, known: Known): Promise<Person> => {
  const made = await createUnlessTaken(act.payload, 'people', { ...known, linkVersion: 1 })
  const person = made ?? (await findPerson(act, known.email))
  if (!person) throw new Error('A person could be neither found nor written.')
  return person
}

type Owned = 'applications' | 'registrations' | 'submissions'

/** What somebody owns that still is written to the former mailbox. */
const ownedAt = <Slug extends Owned>(payload: Payload, collection: Slug, person: Person, email: string) =>
  every({ payload }, collection, { and: [{ person: { equals: person.id } }, { email: { equals: email } }] })

const moveOwned = async (
  act: Omit<Act, 'zone'>,
  collection: Owned,
  record: { id: string; revision: number; linkVersion: number },
  moved: Pick<Fields<'registrations'>, 'email' | 'payer'>,
): Promise<boolean> =>
  // It follows from the person, whom Payload wrote.
  Boolean(await change(act, collection, record, { ...moved, linkVersion: record.linkVersion + 1 }, null))

/** Far more than everybody who works on the same records could make necessary. */
const MOST_TRIES = 20

/**
 * Has everything somebody is registered for, applied for or handed in written to another mailbox from now on. Each gets a new
 * link, which is what the next message to the new mailbox brings; the former links end. What somebody else changes in the same
 * moment is read again. Throws when it still could not all be moved, so that whoever changed the mailbox hears of it.
 */
export const moveMailbox = async (act: Omit<Act, 'zone'>, person: Person, from: string): Promise<void> => {
  const { email } = person
  const { payload } = act
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const moved: boolean[] = []
    for (const collection of ['applications', 'submissions'] as const)
      for (const record of await ownedAt(payload, collection, person, from))
        moved.push(await moveOwned(act, collection, record, { email }))
    for (const registration of await ownedAt(payload, 'registrations', person, from)) {
      const { payer } = registration
      const isPayer = payer.kind === 'person' && payer.email === from
      const fields = { email, ...(isPayer && { payer: { ...payer, email } }) }
      moved.push(await moveOwned(act, 'registrations', registration, fields))
    }
    if (moved.every(Boolean)) return
  }
  throw new Error(`Not everything of person ${person.id} could be moved to the other mailbox.`)
}
