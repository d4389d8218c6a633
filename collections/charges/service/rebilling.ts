import type { Context } from '../../context/context.ts'
import { placeCorrections } from '../../invoices/placing.ts'
import { partsOf } from '../../invoices/corrections.ts'
import { linesOf } from '../../invoices/policy.ts'
import type { Act } from '../../kernel/act.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { every, first } from '../../kernel/queries.ts'
import { change } from '../../registrations/change.ts'
import { agreementOf } from '../../registrations/policy.ts'
import { refuseBill } from '../../registrations/service/staff-actions.ts'
import { sumCents, type Cents } from '../../values/money.ts'
import { payerKeyNow, payerKeyOf } from '../policy.ts'
import { billRefused, correctedPayers } from './corrections.ts'

/** Whom lines are billed to instead: an organization of the list, by its id, or each person themselves. */
export const TO_PERSON = 'person'

/** Somebody on a statement whose lines could go to another payer, and what of them stands on it. */
export type RebillRow = { registration: string; name: string; course: string; cents: Cents; to: string }

export type RebillView = {
  payer: string
  isPaid: boolean
  rows: RebillRow[]
  /** Organizations that could pay, by name. */
  organizations: { id: string; name: string }[]
}

/** What would go where, of a statement; undefined where there is none of that number. `to` empty: nobody is chosen yet. */
export const lookAtRebill = async (context: Context, number: string, to: string): Promise<RebillView | undefined> => {
  const invoice = await first(context, 'invoices', { number: { equals: number } })
  if (!invoice) return undefined
  const known = await context.organizations()
  const byRegistration = Map.groupBy(
    partsOf(linesOf(invoice)).standing.filter(({ registration }) => registration),
    ({ registration }) => registration!,
  )
  return {
    payer: invoice.payerName,
    isPaid: invoice.state === 'paid',
    rows: [...byRegistration].map(([registration, lines]) => ({
      registration,
      name: lines[0]!.name,
      course: lines[0]!.course,
      cents: sumCents(lines.map(({ cents }) => cents)),
      to: to === TO_PERSON ? lines[0]!.name : (known.get(to)?.name ?? ''),
    })),
    organizations: [...known.values()]
      .filter(({ isOffered, name }) => isOffered && name !== invoice.payerName)
      .map(({ id, name }) => ({ id, name })),
  }
}

const toOrganization = async (
  context: Context,
  act: Act,
  registration: Registration,
  organization: { id: string; name: string },
  reason: string,
): Promise<boolean> => {
  const payer = { kind: 'organization', organization: organization.id, name: organization.name } as const
  const isSame = payerKeyNow(registration) === payerKeyOf(payer)
  const sentence = `${organization.name} pays, as the registration desk wrote down: ${reason}`
  const agreed = agreementOf(registration)
  const changed =
    isSame ||
    (await change(
      act,
      registration,
      {
        payer: {
          ...payer,
          email: null,
          address: null,
          reason: sentence,
          refusedBy: null,
          refusedReason: null,
          correctedAt: act.now.toString(),
        },
        agreed: { ...agreed, payer: { kind: payer.kind, name: payer.name, reason: sentence } },
      },
      {
        what: `payer:${registration.revision + 1}`,
        summary: `${registration.name}: ${organization.name} pays instead of ${registration.payer.name}`,
        reason,
      },
    ))
  if (!changed) return false
  await correctedPayers.handle(context, registration.id)
  return true
}

/**
 * Bills what stands of several people to another payer: what is not paid leaves its statement at once, and what is still to come of
 * these registrations goes there too. Answers with those for whom somebody else changed something in the same moment.
 */
export const rebillMany = async (
  context: Context,
  act: Act,
  { who, to, reason }: { who: readonly string[]; to: string; reason: string },
): Promise<string[]> => {
  const organization = (await context.organizations()).get(to)
  const failed: string[] = []
  for (const registration of await every(context, 'registrations', { id: { in: [...who] } })) {
    let isDone: boolean
    if (to === TO_PERSON) {
      isDone = (await refuseBill(context, act.actor, registration.id, reason)).ok
      if (isDone) await billRefused(context, act, registration.id)
    } else isDone = Boolean(organization) && (await toOrganization(context, act, registration, organization!, reason))
    if (!isDone) failed.push(registration.name)
    else await placeCorrections(act, { registration: { equals: registration.id } })
  }
  return failed
}

/** Whether lines can be billed to this payer at all. */
export const isPayer = async (context: Context, to: string): Promise<boolean> =>
  to === TO_PERSON || Boolean((await context.organizations()).get(to)?.isOffered)

/** Whether all of these are on the statement. */
export const areOn = async (context: Context, number: string, who: readonly string[]): Promise<boolean> => {
  const view = await lookAtRebill(context, number, '')
  const on = new Set(view?.rows.map(({ registration }) => registration))
  return who.every((id) => on.has(id))
}
