import { refusalToUseColor } from '../values/color.ts'
import type { Pattern, Shape } from './states.ts'

export type Sign = { id?: string | number; name: string; shape: Shape; pattern: Pattern }

/** True, or why this color cannot carry paper-white text (WCAG 2.2, 1.4.3). */
export const validateColor = (value: unknown): true | string => {
  const refusal = refusalToUseColor(String(value))
  if (!refusal) return true
  if (refusal.reason === 'not-a-color') return 'Give a color as # and six digits, such as #0f5c66.'
  return `Paper-white text on this color reaches a contrast of ${refusal.ratio.toFixed(2)}:1 and needs 4.5:1. The nearest color that works is ${refusal.nearest}.`
}

/** Another circle with the same shape and the same pattern: only color would tell the two apart (WCAG 2.2, 1.4.1). */
export const lookalike = (sign: Sign, others: readonly Sign[]): Sign | undefined =>
  others.find((other) => other.id !== sign.id && other.shape === sign.shape && other.pattern === sign.pattern)
