import type { ApplicationStatus } from '../../applications/states.ts'
import type { Context } from '../../context/context.ts'
import { OPEN_DEPOSITS } from '../../deposits/states.ts'
import { stampOf } from '../../followups/service/step.ts'
import { balanceOf } from '../../invoices/policy.ts'
import { every } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import type { SubmissionStatus } from '../../submissions/states.ts'
import type { Open } from '../hindrances.ts'
import type { Held } from './held.ts'

const OPEN_APPLICATIONS: readonly ApplicationStatus[] = ['submitted', 'waiting', 'offered', 'accepted']
const OPEN_WORKS: readonly SubmissionStatus[] = ['submitted', 'in-review']
const OPEN_FEES: readonly string[] = ['proposed', 'disputed', 'approved']

/** The sessions that are not over, of some registrations. */
const comingOf = async (context: Context, registrations: Held['registrations']): Promise<Set<string>> => {
  const ids = [...new Set(registrations.map(({ session }) => idOf(session)))]
  if (ids.length === 0) return new Set()
  const coming = await every(context, 'sessions', {
    and: [{ id: { in: ids } }, { endsAt: { greater_than: stampOf(context.now) } }],
  })
  return new Set(coming.map(({ id }) => id))
}

/** What is open of somebody, counted. */
export const openOf = async (context: Context, held: Held): Promise<Open> => {
  const active = held.registrations.filter(({ status }) => status !== 'canceled')
  const coming = await comingOf(context, active)
  const charged = new Set(held.charges.map(({ key }) => key))
  const isOwn = ({ payerKind }: { payerKind: string }) => payerKind === 'person'
  return {
    coming: active.filter(({ session }) => coming.has(idOf(session))).length,
    fees: held.attendance.filter(
      ({ feeState, id }) => OPEN_FEES.includes(feeState) && !charged.has(`attendance:${id}:fee`),
    ).length,
    checks: held.deposits.filter(({ state }) => (OPEN_DEPOSITS as readonly string[]).includes(state)).length,
    money:
      held.invoices.filter((invoice) => isOwn(invoice) && balanceOf(invoice) !== 0).length +
      held.charges.filter((charge) => isOwn(charge) && !charge.invoice).length,
    applications: held.applications.filter(({ status }) => OPEN_APPLICATIONS.includes(status)).length,
    works: held.submissions.filter(({ status }) => OPEN_WORKS.includes(status)).length,
  }
}
