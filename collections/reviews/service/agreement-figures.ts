import { agreementAmong, type Pair } from '../agreement.ts'
import type { Scores } from '../../submissions/scores.ts'
import { workOf } from '../work.ts'
import { idOf } from '../../kernel/related.ts'
import type { Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'
import type { WorksView } from './lead-views.ts'

/** Reviews that two people did of the same attempt, for how far they agree. */
export const agreementOf = async (context: Context): Promise<WorksView['agreement']> => {
  const done = await every(context, 'reviews', {
    and: [{ submission: { exists: true } }, { status: { in: ['scored', 'released'] } }, { seat: { less_than: 3 } }],
  })
  const seconds = done.filter(({ seat }) => seat === 2)
  const submissions = await every(context, 'submissions', {
    id: { in: [...new Set(seconds.map(({ submission }) => idOf(submission)!))] },
  })
  const works = new Map(submissions.map((submission) => [submission.id, workOf(submission)]))
  const pairs = new Map<string, Pair[]>()
  for (const second of seconds) {
    const id = idOf(second.submission)
    const work = works.get(id!)
    const first = done.find((one) => one.seat === 1 && idOf(one.submission) === id && one.attempt === second.attempt)
    if (!work || !first) continue
    const [one, other] = [first.scores as Scores, second.scores as Scores]
    const slots = work.slots.filter((slot) => one[slot.id] && other[slot.id])
    pairs.set(work.edition.title, [...(pairs.get(work.edition.title) ?? []), { slots, one, other }])
  }
  return [...pairs].map(([credential, all]) => ({ credential, ...agreementAmong(all) }))
}
