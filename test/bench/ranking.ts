import { callView } from '#collections/applications/service/ranking.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import { openTestDesk } from '../support/desk.ts'
import { anApplicant, newProgram } from '../support/selecting.ts'
import { newReviewer } from '../support/works.ts'
import { median } from './measure.ts'

const APPLICATIONS = 1000
const READERS = 3
const ROUNDS = 9

/** Milliseconds to read the ranking of a thousand applications, each scored by three readers (median). */
export const measureRanking = async (): Promise<number> => {
  const { payload, context, close } = await openTestDesk()
  const program = await newProgram(payload, [APPLICATIONS / 2], { readers: READERS })
  const readers = await Promise.all(Array.from({ length: READERS }, () => newReviewer(payload)))
  for (let n = 0; n < APPLICATIONS; n += 1) {
    const readings = { done: READERS, least: n % 5, most: (n % 5) + 2 }
    const { id } = await anApplicant(payload, program, { score: n % 97, readings })
    for (const [at, reader] of readers.entries())
      await createUnlessTaken(payload, 'reviews', {
        key: `application:${id}/${at + 1}`,
        application: id,
        attempt: 1,
        seat: at + 1,
        reviewer: reader.id,
        status: 'scored',
        scores: { '1': { points: 3, comment: '' } },
        startedAt: '2027-01-05T15:00:00Z',
        scoredAt: '2027-01-05T16:00:00Z',
        revision: 1,
      })
  }
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now()
    const view = await callView(context, program.call, { status: '', organization: '', kind: '' })
    took.push(performance.now() - begun)
    if (view?.rows.length !== APPLICATIONS) throw new Error('The ranking is not whole.')
  }
  await close()
  return median(took)
}
