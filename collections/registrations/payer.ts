import type { Participation, PayerKind } from './states.ts'

/** An organization of the list, as far as money is concerned. */
export type Employer = { id: string; name: string; member: boolean; hosting: boolean }

/** What somebody says about work and money when registering. */
export type Employment = {
  participation: Participation
  /** The name on the bill, should it come to the person. */
  person: { name: string; email: string }
  /** An organization of the list, or one named in words. */
  employer: Employer | { name: string }
  /** The member district that hosts, or that gave a guest permission. */
  host?: Employer | null
  /** Whoever pays for a non-member: an organization of the list, or one named in words. */
  sponsor?: Employer | { name: string; email: string; address: string } | null
}

export type PayerReason =
  'member-district' | 'host-district' | 'guest' | 'sponsor' | 'self' | 'refused' | 'team' | 'program'

/** Who pays, at which rate, why, and whether a check is asked for. `organization` is an id of the list. */
export type Payer = {
  kind: PayerKind
  organization: string | null
  name: string
  email: string | null
  address: string | null
  rate: 'member' | 'non-member' | 'none'
  reason: PayerReason
  needsCheck: boolean
}

/** What does not go together, and the field it is about. */
export type PayerRefusal = { field: 'participation' | 'host' | 'sponsorName'; reason: PayerRefusalReason }
export type PayerRefusalReason =
  'employer-not-member' | 'employer-is-member' | 'no-host' | 'host-not-member' | 'host-not-hosting' | 'no-sponsor'

const isListed = (one: Employer | { name: string }): one is Employer => 'id' in one
const worksForMember = ({ employer }: Employment): boolean => isListed(employer) && employer.member

const byOrganization = ({ id, name }: Employer) => ({
  kind: 'organization' as const,
  organization: id,
  name,
  email: null,
  address: null,
})
const byPerson = ({ name, email }: Employment['person']) => ({
  kind: 'person' as const,
  organization: null,
  name,
  email,
  address: null,
})

const refusal = (field: PayerRefusal['field'], reason: PayerRefusalReason): { refusal: PayerRefusal } => ({
  refusal: { field, reason },
})

/**
 * Who pays for a place and for whatever follows from it (Cultural Collaborative, "Terms and Conditions" and "Member
 * Guests"): the member district of its employees; the district that hosts, which has agreed to all costs; for a member guest
 * nobody, but a check stands for the no-show fee; otherwise the outside organization that sponsors, or the person, at the
 * non-member rate. Statements that do not go together are refused, each with the field to mend.
 */
export const whoPays = (employment: Employment): Payer | { refusal: PayerRefusal } => {
  const { participation, employer, host, sponsor, person } = employment
  if (participation === 'member') {
    if (!isListed(employer) || !employer.member) return refusal('participation', 'employer-not-member')
    return { ...byOrganization(employer), rate: 'member', reason: 'member-district', needsCheck: false }
  }
  if (worksForMember(employment)) return refusal('participation', 'employer-is-member')
  if (participation === 'hosted' || participation === 'guest') {
    if (!host) return refusal('host', 'no-host')
    if (!host.member) return refusal('host', 'host-not-member')
  }
  if (participation === 'hosted') {
    if (!host!.hosting) return refusal('host', 'host-not-hosting')
    return { ...byOrganization(host!), rate: 'member', reason: 'host-district', needsCheck: false }
  }
  if (participation === 'guest') return { ...byPerson(person), rate: 'none', reason: 'guest', needsCheck: true }
  if (participation === 'self') return { ...byPerson(person), rate: 'non-member', reason: 'self', needsCheck: false }
  if (!sponsor?.name) return refusal('sponsorName', 'no-sponsor')
  if (isListed(sponsor)) return { ...byOrganization(sponsor), rate: 'non-member', reason: 'sponsor', needsCheck: false }
  return {
    kind: 'outside',
    organization: null,
    ...sponsor,
    rate: 'non-member',
    reason: 'sponsor',
    needsCheck: false,
  }
}

/** The sentence printed beside the payer, on the form, the record and the statement. */
export const PAYER_REASONS = {
  'member-district': 'Works for a member district, which pays for its employees.',
  'host-district': 'Hosted by a member district, which has agreed to pay all costs.',
  guest: 'Member guest with a member district’s written permission: no charge. A check covers a no-show.',
  sponsor: 'Not with a member district; the sponsoring organization pays the non-member rate.',
  self: 'Not with a member district and without a sponsor: pays the non-member rate personally.',
  team: 'Included in the team’s place.',
  program: 'Included in the place in the program.',
  refused: 'The district or organization did not pay, so the person does, as the terms say.',
} satisfies Record<PayerReason, string>
