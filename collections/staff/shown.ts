import type { CollectionSlug, Where } from 'payload'
import type { Context } from '../context/context.ts'
import { first, one } from '../kernel/queries.ts'
import { compareAndSet } from '../kernel/keyed.ts'
import { DONE, REFUSALS, refused } from './refusals.ts'
import type { StaffDone } from './views.ts'

/** The state of a record a form was filled in on. Whoever names none takes it as it is. */
export type Shown = { revision?: number | undefined }

/** What the keys of the audit log call the records that forms of the desk are about. */
const NAMES = {
  applications: 'application',
  attendance: 'attendance',
  awards: 'award',
  deposits: 'deposit',
  registrations: 'registration',
  submissions: 'submission',
} as const satisfies Partial<Record<CollectionSlug, string>>

/** The same of what is told apart by other means than its revision. */
const LOGGED = { ...NAMES, organizations: 'organization', selections: 'selection' } as const

/** Somebody else was first: says what they did, as the audit log has it. A selection is called by its call. */
export const changedMeanwhile = async (
  context: Context,
  collection: keyof typeof LOGGED,
  id: string,
): Promise<Exclude<StaffDone, { ok: true }>> => {
  const about = `${LOGGED[collection]}:${id}`
  const ofRecord = { and: [{ key: { greater_than: `${about}:` } }, { key: { less_than: `${about};` } }] }
  const last = await first(context, 'events', ofRecord, '-at')
  const said = last ? ` Last, by ${last.actor}: ${last.summary}.` : ''
  return refused(REFUSALS['changed-meanwhile'] + said, 409)
}

/** Does something with a record if it still is as the form showed it. */
export const asShown = async <Done>(
  context: Context,
  collection: keyof typeof NAMES,
  id: string,
  { revision }: Shown,
  work: () => Promise<Done>,
): Promise<Done | Exclude<StaffDone, { ok: true }>> => {
  const record = revision === undefined ? undefined : await one(context, collection, id)
  return record && record.revision !== revision ? changedMeanwhile(context, collection, id) : work()
}

const LONGEST_NOTE = 2000

const noteIs = (shown: string): Where =>
  shown === ''
    ? { or: [{ note: { equals: '' } }, { note: { exists: false } }] }
    : { note: { in: [shown, shown.replaceAll('\r\n', '\n')] } }

/**
 * Writes down what colleagues should know, over the note that was shown; one that somebody else wrote meanwhile is said, so that
 * both can be kept. Nothing else is another by it, so that forms about the record still fit.
 */
export const writeNote = async (
  context: Context,
  collection: 'registrations' | 'applications',
  id: string,
  text: string,
  shown: string | undefined,
): Promise<StaffDone> => {
  if (text.length > LONGEST_NOTE) return refused('Use at most 2,000 characters.')
  const asRead = shown === undefined ? {} : noteIs(shown)
  const data = { note: text.trim() }
  if (await compareAndSet<typeof collection>(context.payload, collection, id, asRead, data)) return DONE
  const record = await one<typeof collection>(context, collection, id)
  if (!record) return refused('This is gone. Nothing was changed.', 404)
  return refused(`Somebody else wrote here meanwhile: “${record.note ?? ''}”. Nothing was changed; look at both.`, 409)
}
