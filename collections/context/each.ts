import { setImmediate } from 'node:timers/promises'
import type { Context } from './context.ts'

/**
 * One document after the other; one that fails is logged, tried again the next time, and never stops the others. Requests are
 * served in between.
 */
export const each = async <Doc extends { id: string }>(
  { payload }: Pick<Context, 'payload'>,
  docs: readonly Doc[],
  what: string,
  work: (doc: Doc) => Promise<unknown>,
): Promise<void> => {
  for (const doc of docs) {
    try {
      await work(doc)
    } catch (error) {
      payload.logger.error({ err: error, msg: `${what}: ${doc.id}` })
    }
    await setImmediate()
  }
}
