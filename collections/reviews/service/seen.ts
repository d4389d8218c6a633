import type { Act } from '../../kernel/act.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { every } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import type { Submission } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'

// Who has opened work with the name on it and the scores side by side. They cannot decide about it blind.

const KIND = 'submission.seen'

/** Writes down, once, that somebody has seen whose work it is. */
export const noteSeen = async (act: Act, { id, title }: Submission): Promise<void> => {
  const { user, name } = act.actor
  if (!user) return
  await writeEntry(act, {
    key: `submission:${id}:seen:${user}`,
    kind: KIND,
    summary: `${title}: opened by ${name} with the name and the scores`,
    submission: id,
  })
}

/** Work of which somebody has seen whose it is. */
export const seenBy = async (context: Context, user: string): Promise<ReadonlySet<string>> => {
  const entries = await every(context, 'events', { and: [{ kind: { equals: KIND } }, { user: { equals: user } }] })
  return new Set(entries.flatMap(({ submission }) => idOf(submission) ?? []))
}
