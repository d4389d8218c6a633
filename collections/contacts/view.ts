import type { Contact } from '#cms/payload-types.ts'

export type ContactView = {
  slug: string
  name: string
  duties: string
  email: string
  phone: string | null
  hours: string | null
}

export const contactView = ({ slug, name, duties, email, phone, hours }: Contact): ContactView => ({
  slug,
  name,
  duties,
  email,
  phone: phone ?? null,
  hours: hours ?? null,
})
