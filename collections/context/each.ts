import { setImmediate } from 'node:timers/promises'

/**
 * One after the other; one that fails never stops the others. Requests are served in between. Throws an AggregateError of what
 * failed, after the last, so that whoever asked tries again.
 */
export const each = async <One>(ones: readonly One[], work: (one: One) => Promise<unknown>): Promise<void> => {
  const errors: unknown[] = []
  for (const one of ones) {
    try {
      await work(one)
    } catch (error) {
      errors.push(error)
    }
    await setImmediate()
  }
  if (errors.length > 0)
    throw new AggregateError(errors, `${errors.length} of ${ones.length} failed: ${String(errors[0])}`)
}
