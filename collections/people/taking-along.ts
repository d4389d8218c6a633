import type { Where } from 'payload'
import type { Act } from '../kernel/act.ts'
import { change } from '../kernel/change.ts'
import type { Fields } from '../kernel/keyed.ts'
import type { Person } from '../kernel/payload-types.ts'
import { every } from '../kernel/queries.ts'
import { formerOf } from './identity.ts'

// A name or a mailbox was corrected: everything that was copied from the person follows.

/** What carries the name and the mailbox of whoever owns it. */
const OWNED = ['registrations', 'applications', 'submissions'] as const
type Owned = (typeof OWNED)[number]
type Read = { id: string; revision: number }
type By = Omit<Act, 'zone'>

/** Changes a record that still is as it was read; false where somebody was quicker. The log says it once, of the person. */
const write = async (
  act: By,
  collection: Owned | 'deposits',
  record: Read,
  data: Omit<Fields<'registrations'>, 'revision'>,
): Promise<boolean> => Boolean(await change(act, collection, record, data, null))

const ofTheirs = (person: Person, field: 'name' | 'email', former: readonly string[]): Where => ({
  and: [{ person: { equals: person.id } }, { [field]: { in: [...former] } }],
})

/** Each is written to another mailbox from now on, by a new link; the links that were sent before end. */
const moveMailboxes = async (act: By, person: Person, former: readonly string[]): Promise<boolean[]> => {
  const { email } = person
  const done: boolean[] = []
  for (const collection of OWNED)
    for (const one of await every(act, collection, ofTheirs(person, 'email', former))) {
      const payer = 'payer' in one && one.payer.kind === 'person' && former.includes(one.payer.email ?? '')
      const data = { email, linkVersion: one.linkVersion + 1, ...(payer && { payer: { ...one.payer, email } }) }
      done.push(await write(act, collection, one, data))
    }
  return done
}

const moveNames = async (act: By, person: Person, former: readonly string[]): Promise<boolean[]> => {
  const { name } = person
  const done: boolean[] = []
  for (const collection of [...OWNED, 'deposits'] as const)
    for (const one of await every(act, collection, ofTheirs(person, 'name', former))) {
      const title = 'title' in one && one.title ? { title: one.title.replace(one.name, name) } : {}
      const payer = 'payer' in one && one.payer.kind === 'person' && former.includes(one.payer.name)
      const data = { name, ...title, ...(payer && { payer: { ...one.payer, name } }) }
      done.push(await write(act, collection, one, data))
    }
  return done
}

/** Far more than everybody who works on the same records could make necessary. */
const MOST_TRIES = 20

/**
 * Has everything somebody is registered for, applied for or handed in carry the name they have now, and be written to the mailbox
 * they have now. What somebody else changes in the same moment is read again; doing it again changes nothing. Throws when it still
 * could not all be changed, so that whoever corrected the person hears of it.
 */
export const takeAlong = async (act: By, person: Person): Promise<void> => {
  const { names, emails } = formerOf(person)
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const renamed = names.length > 0 ? await moveNames(act, person, names) : []
    const moved = emails.length > 0 ? await moveMailboxes(act, person, emails) : []
    if ([...renamed, ...moved].every(Boolean)) return
  }
  throw new Error(`Not everything of person ${person.id} could follow the correction.`)
}
