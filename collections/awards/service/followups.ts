import { giveBadge } from './badges.ts'
import { settleUnit } from './certificates.ts'
import { settleAward } from './notifications.ts'
import { unitOf } from './units.ts'
import { notice } from './changes.ts'
import type { Context } from '../../context/context.ts'
import { BATCH, count, every, one } from '../../kernel/queries.ts'
import { each } from '../../context/each.ts'

const named = (ids: Iterable<string>): { id: string }[] => [...ids].map((id) => ({ id }))

/** Work that passed earns its micro-credential, once. */
const settleWork = (context: Context, waiting: Set<string>): Promise<void> =>
  each(context, named(waiting), 'A micro-credential could not be given', async ({ id }) => {
    const submission = await one(context, 'submissions', id)
    const isOpen =
      submission?.status === 'passed' && (await count(context, 'awards', { submission: { equals: id } })) === 0
    if (isOpen) await giveBadge(context, submission)
    waiting.delete(id)
  })

/** Sessions that are over earn certificates, which follow the ledger of days from then on. */
const settleSessions = (context: Context, waiting: Set<string>): Promise<void> =>
  each(context, named(waiting), 'Certificates could not be given', async ({ id }) => {
    // Another meeting of the same program has had its turn.
    if (!waiting.has(id)) return
    const unit = await unitOf(context, id)
    const isLeft = unit !== undefined && (await settleUnit(context, unit))
    for (const one of [id, ...(unit?.sessions ?? []).map((session) => session.id)]) waiting.delete(one)
    if (isLeft) waiting.add(id)
  })

/** Gives what was earned, keeps certificates in line with attendance, and writes to whoever has to know. */
export const settleAwards = async (context: Context): Promise<void> => {
  const watch = await notice(context)
  await settleWork(context, watch.submissions)
  await settleSessions(context, watch.sessions)
  const unsettled = await every(context, 'awards', { unsettled: { equals: true } }, BATCH)
  await each(context, unsettled, 'What follows from an award could not be written', (award) =>
    settleAward(context, award),
  )
  if (unsettled.length === BATCH.limit) context.settleSoon()
}
