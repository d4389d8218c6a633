import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionBeforeValidateHook } from 'payload'
import type { Person } from '../kernel/payload-types.ts'
import { SYSTEM } from '../kernel/act.ts'
import { panelTime } from '../kernel/clock.ts'
import { mailAddress } from '../values/mail-address.ts'
import { afterCorrection, personKey, searchOf } from './identity.ts'
import { takeAlong } from './taking-along.ts'

/** The address alone, however it was pasted; none is an empty one. */
export const lowerEmail: CollectionBeforeValidateHook<Person> = ({ data }) =>
  data && 'email' in data ? { ...data, email: mailAddress(data.email ?? '') } : data

/** Another mailbox: what was sent to the former one opens nothing any more. */
export const endLinks: CollectionBeforeChangeHook<Person> = ({ data, operation, originalDoc }) =>
  operation === 'update' && originalDoc && data.email !== undefined && data.email !== originalDoc.email
    ? { ...data, linkVersion: originalDoc.linkVersion + 1 }
    : data

/**
 * Keeps what somebody is found and known by. Where another record has the same mailbox and name already, this one is told apart
 * by its id until the two are joined.
 */
export const keepFindable: CollectionBeforeChangeHook<Person> = async ({ data, originalDoc, req }) => {
  const { id, name, email, phone, employer } = { ...originalDoc, ...data }
  if (!name) return data
  const key = personKey(email ?? '', name)
  const holder = await req.payload.db.findOne<Person>({ collection: 'people', req, where: { key: { equals: key } } })
  // Without a mailbox nobody can be told from a namesake.
  const isTaken = !email || (holder !== null && holder.id !== id)
  const former = originalDoc?.id ? afterCorrection(originalDoc, { name, email }) : undefined
  return {
    ...data,
    key: isTaken ? `${key}|${id ?? crypto.randomUUID()}` : key,
    search: searchOf({ name, email, phone, employer, former }),
    ...(former && { former }),
  }
}

/** What somebody is registered for, applied for and handed in goes along to another mailbox, with new links, and to another name. */
export const takeRegistrationsAlong: CollectionAfterChangeHook<Person> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  const isCorrected = operation === 'update' && (previousDoc.email !== doc.email || previousDoc.name !== doc.name)
  const { payload } = req
  if (isCorrected) await takeAlong({ payload, now: panelTime(payload), actor: SYSTEM }, doc)
}
