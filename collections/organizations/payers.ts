import type { Organization } from '../kernel/payload-types.ts'
import { idOf } from '../kernel/related.ts'

/** Mailboxes that say nothing about whom somebody works for, so that the whole address tells payers of one name apart. */
const PUBLIC_MAIL: ReadonlySet<string> = new Set([
  'aol.com',
  'comcast.net',
  'gmail.com',
  'gmx.com',
  'hotmail.com',
  'icloud.com',
  'live.com',
  'me.com',
  'msn.com',
  'outlook.com',
  'proton.me',
  'protonmail.com',
  'yahoo.com',
])

/** A name as it is compared: without regard to case, accents, punctuation and spaces. */
const comparable = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const mailOf = (email: string | null | undefined): string => (email ?? '').trim().toLowerCase()

/** Two clerks of one organization write from one domain; of a public one, every mailbox is somebody else. */
const officeOf = (mail: string): string => {
  const domain = mail.slice(mail.indexOf('@') + 1)
  return PUBLIC_MAIL.has(domain) ? mail : domain
}

export const organizationKey = (id: string): string => `organization:${id}`

/**
 * Whose statement a line is on that is for somebody outside the list: however the name is spelled, one payer for each mailbox, so
 * that nobody is sent what was booked for another until the desk links both to one organization.
 */
export const outsideKey = (name: string, email: string | null | undefined): string =>
  `outside:${comparable(name)}|${mailOf(email)}`

const OUTSIDE = /^outside:(.*)\|([^|]*)$/s

/** A key that was made before names were compared like this, as it would be now. */
const normalized = (key: string): string => {
  const [, name, email] = OUTSIDE.exec(key) ?? []
  return name === undefined ? key : outsideKey(name, email)
}

/** What a link of the desk holds for: a name, from whichever mailbox of one office. */
const linkOf = (key: string): string => {
  const [, name, email] = OUTSIDE.exec(key) ?? []
  return name === undefined ? key : `outside:${comparable(name)}|${officeOf(mailOf(email))}`
}

type Known = Pick<Organization, 'id' | 'mergedInto' | 'payerKeys'>

/** Who a payer is now: lines and statements keep the payer they were made for, and are paid and billed by this one. */
export type Payers = {
  /** The key of the payer that stands for this one: after mergers, and links of typed names to the list. */
  now: (key: string) => string
  /** The organization of the list that stands for this payer. */
  organization: (key: string) => string | undefined
}

/** Follows mergers and links. An organization in a circle, which nothing makes, stands for itself. */
export const payersAmong = (organizations: readonly Known[]): Payers => {
  const into = new Map(organizations.map(({ id, mergedInto }) => [id, idOf(mergedInto)]))
  const linked = new Map(
    organizations.flatMap(({ id, payerKeys }) =>
      ((payerKeys as string[] | null) ?? []).map((key) => [linkOf(key), id] as const),
    ),
  )
  const organization = (key: string): string | undefined => {
    const known = linkOf(key)
    let id = known.startsWith('organization:') ? known.slice('organization:'.length) : linked.get(known)
    const seen = new Set<string>()
    while (id !== undefined && !seen.has(id)) {
      seen.add(id)
      const next = into.get(id)
      if (!next) return id
      id = next
    }
    return id
  }
  return {
    organization,
    now: (key) => {
      const id = organization(key)
      return id ? organizationKey(id) : normalized(key)
    },
  }
}

type Sponsor = { name: string; member: boolean; payerKeys: readonly string[] }

/**
 * The organization of the list that a typed sponsor means: by its name, or by a name that was linked to it. Never a member
 * district, which nobody can be made to pay by typing its name.
 */
export const sponsorNamed = <One extends Sponsor>(
  typed: { name: string; email: string },
  organizations: readonly One[],
): One | undefined => {
  const [name, key] = [comparable(typed.name), linkOf(outsideKey(typed.name, typed.email))]
  const candidates = organizations.filter(({ member }) => !member)
  return (
    candidates.find((one) => comparable(one.name) === name) ??
    candidates.find(({ payerKeys }) => payerKeys.some((linked) => linkOf(linked) === key))
  )
}
