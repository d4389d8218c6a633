import { APPLICATIONS as STEPS, followUp } from '#test/support/follow-ups.ts'
import { offerPlaces } from '#collections/applications/service/offers.ts'
import { compareAndSet } from '#collections/kernel/keyed.ts'
import { openTestDesk } from '../support/desk.ts'
import { anApplicant, newProgram, released } from '../support/selecting.ts'

const APPLICATIONS = 1000

export type SelectionFigures = {
  /** Seconds to rank and offer; against as many bare keyed writes; and until all is told and logged as well. */
  offered: number
  againstWrites: number
  told: number
  places: number
}

/** A thousand applications in one call, ranked and offered a place each. */
export const measureSelection = async (): Promise<SelectionFigures> => {
  const { payload, context, close } = await openTestDesk()
  const program = await newProgram(payload, [APPLICATIONS])
  const line = []
  for (let n = 0; n < APPLICATIONS; n += 1) line.push(await anApplicant(payload, program, { score: n % 97 }))
  await released(payload, program.call)
  const bare = performance.now()
  for (const { id, revision } of line)
    await compareAndSet(payload, 'applications', id, { revision: { equals: revision } }, { note: 'Read.' })
  const begun = performance.now()
  await offerPlaces(context, program.call)
  const offered = performance.now()
  await followUp(context, STEPS)
  const told = performance.now()
  const places = await payload.count({
    collection: 'applications',
    overrideAccess: true,
    where: { and: [{ call: { equals: program.call } }, { status: { equals: 'offered' } }] },
  })
  await close()
  return {
    offered: (offered - begun) / 1000,
    againstWrites: (offered - begun) / (begun - bare),
    told: (told - begun) / 1000,
    places: places.totalDocs,
  }
}
