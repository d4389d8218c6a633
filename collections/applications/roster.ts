import { agreedPlaceOf, teamOf } from './form.ts'
import { papersOf } from './papers.ts'
import type { Application } from '../kernel/payload-types.ts'

// Whom an application puts on the rosters of its collaborative.

/** Somebody who takes part, by the mailbox they were named with. */
export type Participant = { name: string; email: string; jobTitle: string }

type Placed = Pick<Application, 'status' | 'applicant' | 'name' | 'email' | 'jobTitle' | 'team'>

const folded = (email: string): string => email.trim().toLowerCase()

/** The people of a place: the applicant, or those the team named, each mailbox once. Nobody before the place is theirs. */
export const participantsOf = (application: Placed): Participant[] => {
  if (application.status !== 'enrolled') return []
  const { applicant, name, email, jobTitle } = application
  const named =
    applicant === 'person' ? [{ name, email, jobTitle: jobTitle ?? '' }] : (teamOf(application)?.members ?? [])
  const people = new Map<string, Participant>()
  for (const person of named) {
    const mailbox = folded(person.email)
    if (mailbox && !people.has(mailbox)) people.set(mailbox, { ...person, email: mailbox })
  }
  return [...people.values()]
}

/** What tells the registrations of one participant apart, also after the person has another mailbox. */
export const participantKey = (application: string, email: string): string =>
  `application:${application}|${folded(email)}`

/** Who pays for a place: the organization of the list, the team's own, or the person. */
export const payerOfPlace = (
  application: Pick<Application, 'applicant' | 'name' | 'email' | 'person' | 'employer' | 'team' | 'papers'>,
  organization: { id: string; name: string; member: boolean } | undefined,
) => {
  const isTeam = application.applicant === 'team'
  if (organization && (isTeam || organization.member))
    return { kind: 'organization' as const, organization: organization.id, name: organization.name }
  if (isTeam) {
    const { email = '', address = '' } = papersOf(application)?.billing ?? {}
    return {
      kind: 'outside' as const,
      name: application.employer || teamOf(application)?.name || application.name,
      // The bill goes to whom the team named for it.
      email: email || application.email,
      ...(address && { address }),
    }
  }
  return { kind: 'person' as const, name: application.name, email: application.email }
}

/** Why this payer, as the sentence printed on the statement. */
export const ruleOfPlace = (
  application: Pick<Application, 'applicant' | 'agreed'>,
  payer: { kind: string },
): string => {
  if (application.applicant === 'team') return 'One price for the entire team, however many take part, as accepted.'
  const by = payer.kind === 'organization' ? 'Works for a member district, which pays for its employees.' : ''
  return [
    `The price of the place in ${agreedPlaceOf(application)?.collaborative.name ?? 'the program'}, as accepted.`,
    by,
  ]
    .filter(Boolean)
    .join(' ')
}
