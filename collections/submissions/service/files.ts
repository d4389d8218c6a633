import { dropFile } from '../../files/actions.ts'
import { refusalToChange } from '../policy.ts'
import type { WorkDone } from '../view.ts'
import { idOf } from '../../kernel/related.ts'
import { actOf, type Context } from '../../context/context.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { evidenceRow, openEvidence, type Evidence } from './evidence.ts'
import { refusalToWrite } from './save.ts'
import { changeWork, openWork, refuse, workOf, type Work } from './submission.ts'

/** The ids of every file the work refers to: what is handed in now, and what was when it was judged. */
export const filesIn = ({ answers, versions }: Pick<Work, 'answers' | 'versions'>): Set<string> =>
  new Set(
    [answers, ...versions.map((version) => version.answers)].flatMap((handed) =>
      Object.values(handed).flatMap(({ files }) => (files ?? []).map(({ id }) => id)),
    ),
  )

/** Takes a piece of evidence off the disk, and its row with it. */
export const dropEvidence = (context: Context, file: string): Promise<void> => dropFile(actOf(context, SYSTEM), file)

/** Takes a file out of an item. It goes from the disk too, unless a version that was judged refers to it. */
export const removeOwnFile = async (context: Context, token: string, item: string, file: string): Promise<WorkDone> => {
  const opened = await openWork(context, token)
  if (!opened.ok) return opened
  const done = await changeWork(context, opened.work.submission.id, (work) => {
    const { submission, items, judged, answers } = work
    const refusal = refusalToWrite(work, context) ?? refusalToChange(item, submission.status, items, judged)
    if (refusal) return refuse(refusal)
    const before = answers[item] ?? {}
    const files = (before.files ?? []).filter(({ id }) => id !== file)
    return { data: { answers: { ...answers, [item]: { ...before, files } } } }
  })
  if (!done.ok) return done
  const row = await evidenceRow(context, file)
  const isOwn = idOf(row?.submission) === opened.work.submission.id
  if (isOwn && !filesIn(workOf(done.submission)).has(file)) await dropEvidence(context, file)
  return { ok: true }
}

export type OwnEvidence = Evidence & { name: string }

/** One's own file, under the name it came with; undefined for anybody else's, as if there were none. */
export const openOwnFile = async (context: Context, token: string, file: string): Promise<OwnEvidence | undefined> => {
  const opened = await openWork(context, token)
  if (!opened.ok || !filesIn(opened.work).has(file)) return undefined
  const row = await evidenceRow(context, file)
  if (!row || idOf(row.submission) !== opened.work.submission.id) return undefined
  const evidence = await openEvidence(context, file)
  return evidence && { ...evidence, name: row.givenName }
}
