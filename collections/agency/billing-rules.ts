import type { Payload } from 'payload'

/** What the office has decided about money. Days; null: nobody is reminded, or only once. `taxForm`: the name of a public file. */
export type BillingRules = {
  remindAfter: number | null
  remindAgain: number | null
  needsSecond: boolean
  taxForm: string | null
}

/** What the panel says now, under Statements and checks. */
export const billingRules = async ({ payload }: { payload: Payload }): Promise<BillingRules> => {
  const { remindAfter, remindAgain, needsSecond, taxForm } = await payload.findGlobal({
    slug: 'billing',
    depth: 1,
    overrideAccess: true,
  })
  return {
    remindAfter: remindAfter || null,
    remindAgain: remindAgain || null,
    needsSecond: needsSecond ?? false,
    taxForm: typeof taxForm === 'object' ? (taxForm?.filename ?? null) : null,
  }
}
