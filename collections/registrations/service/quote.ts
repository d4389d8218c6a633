import { linesOf } from '../lines.ts'
import { PAYER_REASONS } from '../payer.ts'
import type { RegistrationForm } from '../schema.ts'
import { limitOf, newcomerGetsSeat } from '../seats.ts'
import type { Quote } from './view.ts'
import type { FieldErrors } from '../../kernel/outcome.ts'
import type { Context } from '../../context/context.ts'
import type { SessionRules } from './rules.ts'
import { DESK_REFUSALS } from './sentences.ts'
import { centsFor, orderUntil } from './agreement.ts'
import { checkAnswers, waitsForDecision } from './answers.ts'
import { closedOf, rulesFor } from './course.ts'

/** What somebody who registers now would get. */
const outlook = async (context: Context, form: RegistrationForm, { facts }: SessionRules) => {
  const tally = await linesOf(context.payload).tally(facts.id)
  const seat = newcomerGetsSeat(tally, limitOf(facts))
  const outcome: Quote['outcome'] = waitsForDecision(form) ? 'requested' : seat ? 'confirmed' : 'waitlisted'
  return { outcome, position: outcome === 'waitlisted' ? tally.waiting + 1 : null }
}

/** The summary above the last button: what would be agreed to, or what is wrong with the form. */
export const quoteOf = async (
  context: Context,
  slug: string,
  form: RegistrationForm,
): Promise<{ ok: true; quote: Quote } | { ok: false; errors: FieldErrors }> => {
  const rules = await rulesFor(context, slug, form.session)
  if (!rules) return { ok: false, errors: { form: DESK_REFUSALS['no-session'] } }
  const closed = closedOf(rules)
  if (closed) return { ok: false, errors: { form: DESK_REFUSALS[closed] } }
  const checked = await checkAnswers(context, form, rules)
  if (checked.errors) return { ok: false, errors: checked.errors }
  const { payer } = checked
  return {
    ok: true,
    quote: {
      rate: payer.rate,
      cents: centsFor(payer, rules.course),
      payer: { kind: payer.kind, name: payer.name, reason: PAYER_REASONS[payer.reason] },
      check: payer.needsCheck ? rules.check : null,
      ...(await outlook(context, form, rules)),
      orderUntil: orderUntil(form, rules, context),
    },
  }
}
