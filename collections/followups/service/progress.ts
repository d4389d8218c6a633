import { compareAndSet, createUnlessTaken } from '../../kernel/keyed.ts'
import { every } from '../../kernel/queries.ts'
import type { Context } from '../../context/context.ts'
import type { Failed, Progress } from '../policy.ts'

type Source = Pick<Context, 'payload'>

/** A step that is new begins at the very start. */
export const NOTHING: Progress = { cursors: {}, failed: [] }

/** How far each step has come, by its name. */
export const progressOf = async (context: Source): Promise<Map<string, Progress>> => {
  const known = await every(context, 'followups', {})
  return new Map(
    known.map(({ step, cursors, failed, dueUntil }) => [
      step,
      {
        cursors: cursors as Progress['cursors'],
        failed: failed as Failed[],
        ...(dueUntil && { dueUntil }),
      },
    ]),
  )
}

/**
 * Writes down how far a step has come. Each process writes what it did itself, from where it began: whichever is the last, all
 * that was stamped before its cursors was handled, or is among what failed.
 */
export const saveProgress = async ({ payload }: Source, step: string, progress: Progress): Promise<void> => {
  const data = { cursors: { ...progress.cursors }, failed: [...progress.failed], dueUntil: progress.dueUntil ?? null }
  const [known] = await every({ payload }, 'followups', { step: { equals: step } })
  if (known) await compareAndSet(payload, 'followups', known.id, {}, data)
  else if (!(await createUnlessTaken(payload, 'followups', { step, ...data })))
    await saveProgress({ payload }, step, progress)
}
