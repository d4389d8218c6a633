import type { Contact } from '../kernel/payload-types.ts'

export type ContactView = {
  slug: string
  name: string
  duties: string
  email: string
  phone: string | null
  hours: string | null
  /** Several lines; where checks and letters go. */
  address: string | null
}

export const contactView = ({ slug, name, duties, email, phone, hours, address }: Contact): ContactView => ({
  slug,
  name,
  duties,
  email,
  phone: phone ?? null,
  hours: hours ?? null,
  address: address ?? null,
})
