import type { Charge } from '../kernel/payload-types.ts'
import { idOf } from '../kernel/related.ts'

/** The line that another one takes back, or lessens. More than before is a line of its own. */
export const correctedBy = (charge: Pick<Charge, 'reverses' | 'adjusts' | 'cents'>): string | undefined =>
  idOf(charge.reverses) ?? (charge.cents < 0 ? idOf(charge.adjusts) : undefined)

/**
 * Of lines that are on no statement, those that go onto one: not a line and what takes it back, and not what corrects a line that
 * is on a statement already, because it goes onto that one.
 */
export const standing = (charges: readonly Charge[]): Charge[] => {
  const open = new Set(charges.map(({ id }) => id))
  const reversed = new Set(charges.flatMap(({ reverses }) => idOf(reverses) ?? []))
  return charges.filter((charge) => {
    const corrected = correctedBy(charge)
    if (charge.reverses || reversed.has(charge.id)) return false
    return corrected === undefined || open.has(corrected)
  })
}
