import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { idOf } from '../../kernel/related.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { keptUntil } from '../policy.ts'
import type { File, Submission } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { every, first } from '../../kernel/queries.ts'
import { dropEvidence, filesIn } from './files.ts'
import { folderOf } from '../../files/room.ts'
import { entryOf, workOf } from './submission.ts'

const HOUR = 3_600_000
/** Only what we named so ourselves is ever swept: evidence, and permission letters. */
const OURS = /^(evidence-)?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.[a-z0-9]+$/

/** By the machine's own clock, as the disk's times are. */
const isOld = (at: number): boolean => Date.now() - at > HOUR

const namesIn = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => OURS.test(name))
}

/** Files nobody wrote down: uploads that a killed process left, half or whole. */
const sweepDisk = async (context: Context, rows: readonly File[]): Promise<void> => {
  const folder = folderOf(context)
  const evidence = new Set(rows.map(({ filename }) => filename))
  for (const name of await namesIn(folder)) {
    if (evidence.has(name) || (await first(context, 'files', { filename: { equals: name } }))) continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && isOld(found.mtimeMs)) await rm(path, { force: true })
  }
}

/** Files of work that is over, or was given up, longer ago than its credential keeps them. */
const sweepExpired = async (context: Context, submission: Submission, rows: readonly File[]): Promise<void> => {
  const { id, status, updatedAt, name } = submission
  const changedAt = Temporal.Instant.from(updatedAt)
  const until = keptUntil({ status, changedAt }, workOf(submission).edition.keepMonths, context.zone)
  const own = rows.filter((row) => idOf(row.submission) === id)
  if (!until || own.length === 0 || Temporal.Instant.compare(context.now, until) < 0) return
  for (const { id: file } of own) await dropEvidence(context, file)
  const summary = `The files of ${name} were deleted: their time is over`
  await writeEntry(actOf(context, SYSTEM), entryOf(id, { what: `files-deleted:${updatedAt}`, summary }))
}

/** Rows no item and no judged version refers to: added by a process that was killed before it could say so, or not sent. */
const sweepRows = async (
  context: Context,
  submissions: readonly Submission[],
  rows: readonly File[],
): Promise<void> => {
  const old = rows.filter(({ createdAt }) => isOld(Date.parse(createdAt)))
  const used = new Set(submissions.flatMap((submission) => [...filesIn(workOf(submission))]))
  for (const { id } of old) if (!used.has(id)) await dropEvidence(context, id)
}

/** Takes away evidence that belongs to nothing and is older than an hour, and what was kept long enough. */
export const sweepEvidence = async (context: Context): Promise<void> => {
  const rows = await every(context, 'files', { submission: { exists: true } })
  await sweepDisk(context, rows)
  const ids = [...new Set(rows.map(({ submission }) => idOf(submission) ?? ''))]
  const submissions = ids.length > 0 ? await every(context, 'submissions', { id: { in: ids } }) : []
  await sweepRows(context, submissions, rows)
  for (const submission of submissions) await sweepExpired(context, submission, rows)
}
