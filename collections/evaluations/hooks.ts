import { randomUUID } from 'node:crypto'
import type { CollectionAfterChangeHook } from 'payload'
import { writeEntry } from '../kernel/audit.ts'
import { panelTime } from '../kernel/clock.ts'
import type { Course } from '../kernel/payload-types.ts'
import { COURSE_EVALUATION_LABELS } from './states.ts'

/** Says in the log that a course has its evaluation otherwise now; certificates that waited for it follow. */
export const sayEvaluation: CollectionAfterChangeHook<Course> = async ({ doc, previousDoc, req }) => {
  const [before, after] = [previousDoc?.evaluation ?? 'as-set', doc.evaluation ?? 'as-set']
  const { user, payload } = req
  if (before === after || doc._status !== 'published' || user?.collection !== 'users') return
  const actor = { kind: 'staff', name: user.name || user.email, user: user.id } as const
  await writeEntry(
    { payload, now: panelTime(payload), actor },
    {
      key: `evaluation.changed:${randomUUID()}`,
      kind: 'evaluation.changed',
      summary: `Evaluation of ${doc.title}: ${COURSE_EVALUATION_LABELS[after].toLowerCase()}`,
    },
  )
}
