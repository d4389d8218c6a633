import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionBeforeValidateHook } from 'payload'
import type { Person } from '../kernel/payload-types.ts'
import { SYSTEM } from '../kernel/act.ts'
import { panelTime } from '../kernel/clock.ts'
import { moveMailbox } from './actions.ts'

/** One mailbox is one person, however the address is capitalized. */
export const lowerEmail: CollectionBeforeValidateHook<Person> = ({ data }) =>
  data?.email ? { ...data, email: data.email.trim().toLowerCase() } : data

/** Another mailbox: what was sent to the former one opens nothing any more. */
export const endLinks: CollectionBeforeChangeHook<Person> = ({ data, operation, originalDoc }) =>
  operation === 'update' && originalDoc && data.email !== undefined && data.email !== originalDoc.email
    ? { ...data, linkVersion: originalDoc.linkVersion + 1 }
    : data

/** Registrations go along to the new mailbox, with new links. */
export const takeRegistrationsAlong: CollectionAfterChangeHook<Person> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || previousDoc.email === doc.email) return
  const { payload } = req
  await moveMailbox({ payload, now: panelTime(payload), actor: SYSTEM }, doc, previousDoc.email)
}
