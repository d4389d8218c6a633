import type { Person } from '../kernel/payload-types.ts'
import type { Payload } from 'payload'
import type { Act } from '../kernel/act.ts'
import { compareAndSet, createUnlessTaken, type Fields } from '../kernel/keyed.ts'
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

/** The same for what somebody applied for, and the work they handed in. */
const moveOwn = async (
  payload: Payload,
  collection: 'applications' | 'submissions',
  { id, email }: Person,
  from: string,
): Promise<void> => {
  const docs = await every({ payload }, collection, { and: [{ person: { equals: id } }, { email: { equals: from } }] })
  for (const { id: own, revision, linkVersion } of docs)
    await compareAndSet(
      payload,
      collection,
      own,
      { revision: { equals: revision } },
      { email, linkVersion: linkVersion + 1, revision: revision + 1, unsettled: true },
    )
}

/**
 * Has everything somebody is registered for, applied for or handed in written to another mailbox from now on. Each gets a new
 * link, which is what the next message to the new mailbox brings; the former links end.
 */
export const moveMailbox = async (payload: Payload, person: Person, from: string): Promise<void> => {
  const { id, email } = person
  await moveOwn(payload, 'applications', person, from)
  await moveOwn(payload, 'submissions', person, from)
  const docs = await every({ payload }, 'registrations', {
    and: [{ person: { equals: id } }, { email: { equals: from } }],
  })
  for (const { id: registration, revision, linkVersion, payer } of docs) {
    const isPayer = payer.kind === 'person' && payer.email === from
    await compareAndSet(
      payload,
      'registrations',
      registration,
      { revision: { equals: revision } },
      {
        email,
        linkVersion: linkVersion + 1,
        revision: revision + 1,
        unsettled: true,
        ...(isPayer && { payer: { ...payer, email } }),
      },
    )
  }
}
