import type { Payload } from 'payload'
import { onChange, upToDate } from './changes.ts'

/**
 * Keeps in memory what was read, and reads it again once any of these collections or globals has changed, in this process or in
 * another. A reading that a change overtakes is not kept.
 */
export const keepRead = <Value>(
  payload: Payload,
  slugs: readonly string[],
  read: () => Promise<Value>,
): (() => Promise<Value>) => {
  let kept: Promise<Value> | undefined
  onChange(payload, (slug) => {
    if (slug === undefined || slugs.includes(slug)) kept = undefined
  })
  return async () => {
    await upToDate(payload)
    const reading = (kept ??= read())
    reading.catch(() => {
      if (kept === reading) kept = undefined
    })
    return reading
  }
}
