import type { Payload } from 'payload'
import type { AskedForm, Member } from '#collections/applications/form.ts'
import type { Choice } from '#collections/applications/selection.ts'
import type { Application } from '#collections/kernel/payload-types.ts'
import { createUnlessTaken, type Fields } from '#collections/kernel/keyed.ts'
import { aCollaborative, aPerson } from './builders.ts'

// Applications as they were handed in, and the program they ask for.

const all = { depth: 0, overrideAccess: true } as const

export const PRICE = 4_500_000

const ASKED: AskedForm = {
  applicant: 'team',
  conditions: [],
  dates: [],
  minimum: null,
  questions: [],
  criteria: [{ name: 'Need', text: null, points: 4 }],
  offered: [],
}

let programs = 0

type Program = { call: string; ids: string[]; names: string[] }

/** Collaboratives that are applied for together, each with its own number of places. */
export const newProgram = async (
  payload: Payload,
  places: readonly (number | null)[],
  more: Parameters<typeof aCollaborative>[0] = {},
): Promise<Program> => {
  programs += 1
  const program = `Program ${programs}`
  const made = []
  for (const capacity of places)
    made.push(
      await payload.create({
        collection: 'collaboratives',
        data: aCollaborative({ program, capacity, price: PRICE, offerHours: 40, ...more }),
        ...all,
      }),
    )
  const isTeam = more.kind !== 'community-of-practice'
  return {
    call: isTeam ? `program:program-${programs}` : `collaborative:${made[0]!.id}`,
    ids: made.map(({ id }) => id),
    names: made.map(({ name }) => name),
  }
}

export const aMember = (n: number, more: Partial<Member> = {}): Member => ({
  name: `Member ${n}`,
  email: `member-${n}@example.org`,
  jobTitle: 'Principal',
  ...more,
})

let sent = 0

/** An application that waits in line with a score; the first of `wants` is what it wants most. */
export const anApplicant = async (
  payload: Payload,
  { call, ids }: Pick<Program, 'call' | 'ids'>,
  given: Partial<Fields<'applications'>> = {},
  wants: readonly string[] = ids,
): Promise<Application> => {
  sent += 1
  const n = sent
  const aNew = given.person ? undefined : (await createUnlessTaken(payload, 'people', aPerson()))!
  const { name, email } = aNew ?? { name: `Person ${n}`, email: `applicant-${n}@example.org` }
  const isTeam = (given.applicant ?? 'team') === 'team'
  const submittedAt = Temporal.Instant.from('2027-01-04T15:00:00Z').add({ seconds: n }).toString()
  const application = await createUnlessTaken(payload, 'applications', {
    title: `Applicant ${n}`,
    applicant: 'team',
    call,
    collaborative: ids[0]!,
    person: aNew?.id,
    name,
    email,
    employer: `District ${n}`,
    ...(isTeam && { team: { name: `Team ${n}`, kind: 'district', members: [] } }),
    answers: { conditions: [], dates: [], texts: {} },
    asked: ASKED,
    choices: wants.map((collaborative): Choice => ({ collaborative, state: 'open' })),
    status: 'waiting',
    score: 5,
    startedAt: submittedAt,
    submittedAt,
    movedAt: submittedAt,
    activeKey: `${call}|${n}`,
    revision: 1,
    linkVersion: 1,
    ...given,
  })
  return application!
}

/** Releases the decisions of a call, as the desk's button does. */
export const released = (payload: Payload, call: string, at = '2027-02-01T16:00:00Z') =>
  createUnlessTaken(payload, 'selections', { title: call, call, state: 'released', releasedAt: at, revision: 1 })
