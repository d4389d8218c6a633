import type { Where } from 'payload'
import type { Act } from '../kernel/act.ts'
import { writeEntry } from '../kernel/audit.ts'
import { createUnlessTaken } from '../kernel/keyed.ts'
import { every, one, pluck } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { personKey, searchOf, type Former } from './identity.ts'
import { ownedBy, takeJoined } from './join.ts'
import { OWNED, type Joined } from './joining.ts'
import { refusalToSplit, type Chosen, type SplitRefusal } from './splitting.ts'
import { takeAlong } from './taking-along.ts'

type By = Omit<Act, 'zone'>
export type SplitDone = { ok: true; person: string } | { ok: false; refusal: SplitRefusal }

const refuse = (refusal: SplitRefusal): SplitDone => ({ ok: false, refusal })

/** Awards go with what they were given for. */
const withAwards = async (act: By, chosen: Chosen): Promise<Joined['of']> => {
  const of: Where[] = [
    ...(chosen.registrations.length > 0 ? [{ registration: { in: [...chosen.registrations] } }] : []),
    ...(chosen.submissions.length > 0 ? [{ submission: { in: [...chosen.submissions] } }] : []),
  ]
  const awards = of.length > 0 ? await every(act, 'awards', { or: of }) : []
  return {
    registrations: [...chosen.registrations],
    applications: [...chosen.applications],
    submissions: [...chosen.submissions],
    awards: awards.map(({ id }) => id),
  }
}

/** What stands on what is chosen, as it was typed each time, where the other person is called or written to otherwise. */
const formerNames = async (
  act: By,
  chosen: Chosen,
  { name, email }: { name: string; email: string },
): Promise<Former> => {
  const kinds = ['registrations', 'applications', 'submissions'] as const
  const records = await Promise.all(
    kinds.map((kind) => pluck(act, kind, { id: { in: [...chosen[kind]] } }, ['name', 'email'])),
  )
  const others = (texts: readonly string[], now: string) => [...new Set(texts)].filter((text) => text && text !== now)
  return {
    names: others(
      records.flat().map((record) => record.name),
      name,
    ),
    emails: others(
      records.flat().map((record) => record.email),
      email,
    ),
  }
}

/**
 * Two people were written down as one: what is chosen goes to a record of its own, with its days, checks, certificates and links. The
 * new record says of itself that it was parted from the other, so that a process that stops in between is made up for.
 */
export const split = async (
  act: By,
  id: string,
  { name, email, chosen, reason }: { name: string; email: string; chosen: Chosen; reason: string },
): Promise<SplitDone> => {
  const person = await one(act, 'people', id)
  if (!person) return refuse('gone')
  const owned = await ownedBy(act, id)
  const applications = await every(act, 'applications', { person: { equals: id } })
  const refusal = refusalToSplit(
    { isJoined: Boolean(idOf(person.joinedInto)), owned, applications },
    { name, chosen, reason },
  )
  if (refusal) return refuse(refusal)
  const at = act.now.toString()
  const joined: Joined = { into: id, at, of: await withAwards(act, chosen), partedAt: at }
  const former = await formerNames(act, chosen, { name, email })
  const made = await createUnlessTaken(act.payload, 'people', {
    name,
    email,
    key: personKey(email, name) + (email ? '' : `|${crypto.randomUUID()}`),
    search: searchOf({ name, email }),
    organization: person.organization,
    employer: person.employer,
    mediaRelease: { given: false },
    mailingList: { given: false },
    former,
    joined: { ...joined },
    linkVersion: 1,
  })
  if (!made) return refuse('known')
  await takeJoined(act, made)
  await takeAlong(act, made)
  const count = OWNED.reduce((sum, owner) => sum + joined.of[owner].length, 0)
  await writeEntry(act, {
    key: `person:${made.id}:split`,
    kind: 'person.split',
    summary: `${name} (${email || 'no mailbox'}) is a record of its own, with ${count} of what stood under ${person.name}`,
    reason: reason.trim(),
    person: made.id,
  })
  return { ok: true, person: made.id }
}
