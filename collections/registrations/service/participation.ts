import { PARTICIPATION_LABELS } from '../states.ts'
import type { Act } from '../../kernel/act.ts'
import type { Context } from '../../context/context.ts'
import type { FieldErrors } from '../../kernel/outcome.ts'
import { formatMoney } from '../../values/money.ts'
import { CHANGED, change } from '../change.ts'
import { PAYER_REASONS, whoPays } from '../payer.ts'
import { agreementOf, isActive } from '../policy.ts'
import type { ParticipationForm } from '../schema.ts'
import type { Done } from '../states.ts'
import { centsFor } from './agreement.ts'
import { employmentOf } from './answers.ts'
import type { Managed } from './managed.ts'
import { PAYER_REFUSALS } from './sentences.ts'
import { permissionFor, sponsorFields } from './write.ts'

// How somebody takes part was written down wrongly: the employer, the way, or who pays. Price, payer and check are what they would
// have been; what is billed already is billed anew where it belongs.

type Corrected = Done | { ok: false; errors: FieldErrors }

/**
 * Corrects it by the rule that decides when somebody registers. The price that was agreed to stays as long as the rate does. Bills
 * that are open go to the new payer, as follows from the moment that is kept with the payer.
 */
export const correctParticipation = async (
  context: Context,
  act: Act,
  { registration, rules }: Managed,
  form: ParticipationForm,
): Promise<Corrected> => {
  if (!isActive(registration.status) || registration.application || !rules.course)
    return { ok: false, refusal: registration.application ? 'moves-with-program' : 'already-canceled' }
  const organizations = await context.organizations()
  const { name, email } = registration
  const typed = { ...form, name, email }
  const payer = whoPays(employmentOf(typed, organizations))
  if ('refusal' in payer) return { ok: false, errors: { [payer.refusal.field]: PAYER_REFUSALS[payer.refusal.reason] } }
  const agreed = agreementOf(registration)
  const price =
    agreed.price.rate === payer.rate ? agreed.price : { rate: payer.rate, cents: centsFor(payer, rules.course) }
  const { check } = rules
  const reason = PAYER_REASONS[payer.reason]
  const asked = agreed.check ?? (check && { cents: check.cents, due: check.due, lastMailDay: check.lastMailDay })
  const data = {
    participation: form.participation,
    organization: form.organization === 'other' ? null : form.organization,
    employer: form.employer,
    host: form.host || null,
    sponsor: sponsorFields(typed, payer),
    permission:
      permissionFor(typed, rules, act, organizations, Boolean(registration.letter)) ?? ({ state: null } as const),
    payer: {
      kind: payer.kind,
      organization: payer.organization,
      name: payer.name,
      email: payer.email,
      address: payer.address,
      reason,
      refusedBy: null,
      refusedReason: null,
      correctedAt: act.now.toString(),
    },
    agreed: {
      ...agreed,
      price,
      payer: { kind: payer.kind, name: payer.name, reason },
      check: payer.needsCheck ? asked : null,
    },
  }
  const cost = price.cents === null ? 'price on request' : formatMoney(price.cents)
  const summary = `${name}: takes part as “${PARTICIPATION_LABELS[form.participation]}”, ${payer.name} pays, ${cost}`
  const said = { what: `participation:${registration.revision + 1}`, summary, reason: form.reason }
  return (await change(act, registration, data, said)) ? { ok: true } : CHANGED
}
