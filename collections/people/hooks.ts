import type { CollectionBeforeValidateHook } from 'payload'
import type { Person } from '#cms/payload-types.ts'

/** One mailbox is one person, however the address is capitalized. */
export const lowerEmail: CollectionBeforeValidateHook<Person> = ({ data }) =>
  data?.email ? { ...data, email: data.email.trim().toLowerCase() } : data
