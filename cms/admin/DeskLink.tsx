'use client'
import { useAuth, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import type { User } from '#collections/kernel/payload-types.ts'
import { paths } from '#collections/kernel/paths.ts'

const Link = ({ href, children }: { href: string; children: string }) => (
  <a className="btn btn--style-secondary btn--size-medium" href={href} style={{ margin: 0 }}>
    {children}
  </a>
)

/** From a session to its roster, waitlist and door, for those these are open to. */
export const SessionLink = () => {
  const { id } = useDocumentInfo()
  const { user } = useAuth<User>()
  const hasDesk = user?.roles.some((role) => role === 'admin' || role === 'registrar')
  return id && hasDesk ? <Link href={paths.roster(String(id))}>Roster</Link> : null
}

/** From a registration to its place on the roster. */
export const RegistrationLink = () => {
  const { id } = useDocumentInfo()
  return id ? <Link href={paths.registration(String(id))}>Open at the desk</Link> : null
}

/** From a statement to the page that prints it and records payments. */
export const InvoiceLink = () => {
  const number = useFormFields(([fields]) => fields['number']?.value)
  return typeof number === 'string' ? <Link href={paths.statement(number)}>Open at the desk</Link> : null
}

/** From a program to the drafts of its next season. */
export const NewSeason = () => {
  const { id } = useDocumentInfo()
  const { user } = useAuth<User>()
  const mayEdit = user?.roles.some((role) => role === 'admin' || role === 'communications')
  return id && mayEdit ? <Link href={`/admin/season?of=${String(id)}`}>New season</Link> : null
}
