import { whoPays, type Employment, type Payer } from '../payer.ts'
import { sponsorNamed } from '../../organizations/payers.ts'
import { isOffered, offeredIn } from '../../organizations/queries.ts'
import type { RegistrationForm } from '../schema.ts'
import type { FieldErrors } from '../../kernel/outcome.ts'
import type { Context } from '../../context/context.ts'
import { prerequisitesIn } from '../../catalog/snapshot.ts'
import { DESK_REFUSALS, PAYER_REFUSALS } from './sentences.ts'
import type { CourseRules } from './course.ts'

/** Of a form, what is about work and money. */
type Stated = Pick<
  RegistrationForm,
  | 'name'
  | 'email'
  | 'participation'
  | 'organization'
  | 'employer'
  | 'host'
  | 'sponsor'
  | 'sponsorName'
  | 'sponsorEmail'
  | 'sponsorAddress'
>

type Organizations = Awaited<ReturnType<Context['organizations']>>

/** Who pays for a non-member: the organization that was chosen, or the one of the list that the typed name means. */
const sponsorOf = (form: Stated, organizations: Organizations): Employment['sponsor'] => {
  const { sponsorName: name, sponsorEmail: email, sponsorAddress: address } = form
  const chosen = organizations.get(form.sponsor)
  if (chosen) return chosen
  if (!name) return null
  return sponsorNamed({ name, email }, offeredIn(organizations)) ?? { name, email, address }
}

/** What somebody says about work and money, with the organizations of the list it means. */
export const employmentOf = (form: Stated, organizations: Organizations): Employment => ({
  participation: form.participation,
  person: { name: form.name, email: form.email },
  employer: organizations.get(form.organization) ?? { name: form.employer },
  host: organizations.get(form.host) ?? null,
  sponsor: form.participation === 'sponsored' ? sponsorOf(form, organizations) : null,
})

type Checked = { errors: FieldErrors } | { errors?: undefined; payer: Payer }

/** Everything that can be wrong with a form whose fields are well formed, each beside its field; else who pays. */
export const checkAnswers = async (context: Context, form: RegistrationForm, rules: CourseRules): Promise<Checked> => {
  const organizations = await context.organizations()
  const errors: FieldErrors = {}
  if (form.organization !== 'other' && !isOffered(organizations, form.organization))
    errors['organization'] = DESK_REFUSALS['unknown-organization']
  if (form.host && !isOffered(organizations, form.host)) errors['host'] = DESK_REFUSALS['unknown-organization']
  if (form.sponsor && !isOffered(organizations, form.sponsor)) errors['sponsor'] = DESK_REFUSALS['unknown-organization']
  const asks = prerequisitesIn(rules.snapshot, rules.course).length > 0
  if (asks && !form.gate) errors['gate'] = DESK_REFUSALS['gate-unanswered']
  const payer = whoPays(employmentOf(form, organizations))
  if ('refusal' in payer) errors[payer.refusal.field] ??= PAYER_REFUSALS[payer.refusal.reason]
  else if (payer.needsCheck && rules.check?.isPast) errors['participation'] = DESK_REFUSALS['check-too-late']
  if (Object.keys(errors).length > 0 || 'refusal' in payer) return { errors }
  return { payer }
}

/** Whether somebody asks for a prerequisite to be waived, so that no seat is taken before the desk has decided. */
export const waitsForDecision = ({ gate }: RegistrationForm): boolean => gate === 'waiver'
