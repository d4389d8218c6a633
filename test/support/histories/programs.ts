import fc, { type AsyncCommand } from 'fast-check'
import { expect } from 'vitest'
import { publicApplications } from '#collections/applications/service/public.ts'
import { staffApplications } from '#collections/applications/service/staff.ts'
import { actOf } from '#collections/context/context.ts'
import { tokenFor } from '#collections/context/links.ts'
import type { Application } from '#collections/kernel/payload-types.ts'
import { anApplicant, newProgram, PRICE, released } from '../selecting.ts'
import { openWorld, type World } from './world.ts'

// Teams that apply for a few places: in line, offered, accepting, enrolled, leaving; and what is owed, held and said of each.

/** A team, as a clerk with a notebook would keep it. `owes`: what the desk decided when they left. */
type Team = { id: string; isAsked: boolean; hasLeft: boolean; owes: boolean }
type Program = { call: string; ids: string[]; names: string[]; places: number; isReleased: boolean; teams: Team[] }
type Step = AsyncCommand<Program, World>

const all = { depth: 0, overrideAccess: true } as const
const read = (world: World, id: string): Promise<Application> =>
  world.payload.findByID({ collection: 'applications', id, ...all })
const staffOf = ({ context }: World) => staffApplications(context, actOf(context, { kind: 'staff', name: 'Registrar' }))

const step = (name: string, run: (program: Program, world: World) => Promise<void>): Step => ({
  toString: () => name,
  check: () => true,
  run: async (program, world) => {
    world.count(name)
    await run(program, world)
    await world.derive()
    await checkProgram(program, world)
  },
})

/** Does something with the team of that number, if it stands as asked. */
const withTeam = (
  name: string,
  at: number,
  statuses: readonly Application['status'][],
  run: (team: Team, application: Application, world: World) => Promise<void>,
): Step =>
  step(name, async ({ teams }, world) => {
    const team = teams[at % Math.max(1, teams.length)]
    const application = team && (await read(world, team.id))
    if (application && statuses.includes(application.status)) await run(team, application, world)
  })

const people = (world: World) => publicApplications(world.context)
const given = ({ revision }: Application) => ({ revision, reason: 'As agreed.' })

const applies = (score: number): Step =>
  step('a team applies', async (program, world) => {
    if (program.teams.length >= 6) return
    const { id } = await anApplicant(world.payload, program, { score })
    program.teams.push({ id, isAsked: false, hasLeft: false, owes: false })
  })

const release = (): Step =>
  step('the decisions are released', async (program, world) => {
    if (program.isReleased) return
    await released(world.payload, program.call, world.clock.now.toString())
    program.isReleased = true
  })

const answers = (at: number, answer: 'accept' | 'decline'): Step =>
  withTeam(`an offer is answered: ${answer}`, at, ['offered'], async (_, application, world) => {
    const form = { answer, revision: application.revision, price: String(PRICE), reason: '' }
    const token = await tokenFor(world.context, 'application', application)
    expect(await people(world).answerPlace(token, form), answer).toMatchObject({ ok: true })
  })

const enrolls = (at: number): Step =>
  withTeam('a team is enrolled with its order', at, ['accepted'], async (_, application, world) => {
    const paper = { number: 'PO 77-1', isOnPaper: false }
    expect(await staffOf(world).enrollTeam(application.id, paper, given(application))).toEqual({ ok: true })
  })

const leaves = (at: number): Step =>
  withTeam(
    'a team takes its application back',
    at,
    ['waiting', 'offered', 'accepted', 'enrolled'],
    async (team, application, world) => {
      const token = await tokenFor(world.context, 'application', application)
      const { revision } = application
      const done = await people(world).withdraw(token, { revision, reason: 'No budget.' })
      expect(done).toMatchObject({ ok: true })
      // Whoever takes part for a price asks, and the desk decides.
      if (application.status === 'enrolled') team.isAsked = true
      else team.hasLeft = true
    },
  )

const decides = (at: number, money: 'free' | 'owed' | 'kept'): Step =>
  withTeam(`the desk decides about leaving: ${money}`, at, ['enrolled'], async (team, application, world) => {
    if (!team.isAsked) return
    const done =
      money === 'kept'
        ? await staffOf(world).keepPlace(team.id, given(application))
        : await staffOf(world).withdraw(team.id, money, given(application))
    expect(done, money).toEqual({ ok: true })
    team.isAsked = false
    team.hasLeft = money !== 'kept'
    team.owes = money === 'owed'
  })

const waits = (hours: number): Step =>
  step(`${hours} hours pass`, async (_, world) => {
    world.clock.now = world.clock.now.add({ hours })
  })

/** What is held, owed and said of every team is what the notebook says. */
const checkProgram = async ({ ids, places, isReleased, teams }: Program, world: World): Promise<void> => {
  const applications = await Promise.all(teams.map(({ id }) => read(world, id)))
  const holding = applications.filter(({ status }) => ['offered', 'accepted', 'enrolled'].includes(status))
  expect(holding.length, 'no more places than there are').toBeLessThanOrEqual(places)
  const keys = holding.map(({ placeKey }) => placeKey)
  expect(new Set(keys).size, 'a place is held by one').toBe(keys.length)
  if (isReleased && applications.some(({ status }) => status === 'waiting'))
    expect(holding.length, 'nobody waits beside a free place').toBe(places)
  for (const [at, application] of applications.entries()) await checkTeam(teams[at]!, application, world)
  expect(ids.length).toBe(1)
}

const checkTeam = async (team: Team, application: Application, world: World): Promise<void> => {
  const { id, status, name } = application
  const charges = await world.rows('charges', { application: { equals: id } })
  const booked = charges.reduce((sum, { cents }) => sum + cents, 0)
  const owes = status === 'enrolled' || (status === 'withdrawn' && team.owes)
  expect(booked, `what is booked for ${name}`).toBe(owes ? PRICE : 0)
  expect(status === 'withdrawn', `${name} has left`).toBe(team.hasLeft)
  const page = await people(world).read(await tokenFor(world.context, 'application', application))
  expect(page.ok && [page.view.owed, page.view.leaving.how], `the page of ${name}`).toEqual([
    owes ? PRICE : 0,
    status === 'enrolled' ? (team.isAsked ? 'asked' : 'asks') : expect.any(String),
  ])
  const letters = await world.rows('messages', { application: { equals: id } })
  expect(new Set(letters.map(({ key }) => key)).size, 'each letter is one').toBe(letters.length)
  const gone = letters.filter(({ kind }) => kind === 'application-withdrawn').at(-1)
  expect(Boolean(gone), `${name} is told that it is taken back`).toBe(team.hasLeft)
  if (gone)
    expect([gone.text.includes('owe nothing'), gone.text.includes('$45,000')], gone.text).toEqual([
      !team.owes,
      team.owes,
    ])
}

const at = fc.nat({ max: 5 })
const STEPS: fc.Arbitrary<Step>[] = [
  fc.integer({ min: 1, max: 9 }).map(applies),
  fc.constant(undefined).map(release),
  ...[1, 2].map(() =>
    fc
      .tuple(at, fc.constantFrom('accept' as const, 'accept' as const, 'decline' as const))
      .map((one) => answers(...one)),
  ),
  ...[1, 2].map(() => at.map(enrolls)),
  at.map(leaves),
  fc.tuple(at, fc.constantFrom('free' as const, 'owed' as const, 'kept' as const)).map((one) => decides(...one)),
  fc.constantFrom(1, 24, 200).map(waits),
]

/** Draws that many histories of programs, and shrinks one that fails to few steps. Answers with how often each step was done. */
export const runPrograms = async (
  count: number,
  { seed, open }: { seed: number; open?: Parameters<typeof openWorld>[0] },
): Promise<Map<string, number>> => {
  const world = await openWorld(open)
  try {
    const history = fc.record({
      places: fc.integer({ min: 1, max: 3 }),
      first: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
      steps: fc.commands(STEPS, { maxCommands: 14, size: 'max' }),
    })
    await fc.assert(
      fc.asyncProperty(fc.noBias(history), async ({ places, first, steps }) => {
        const made = await newProgram(world.payload, [places])
        const program: Program = { ...made, places, isReleased: false, teams: [] }
        for (const score of first) await applies(score).run(program, world)
        await release().run(program, world)
        await fc.asyncModelRun(() => ({ model: program, real: world }), steps)
      }),
      { numRuns: count, seed, endOnFailure: false },
    )
  } finally {
    await world.close()
  }
  return world.counts
}
