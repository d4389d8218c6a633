import fc from 'fast-check'
import { checkAll, Disagreement, inHistory, readStatuses } from './checks.ts'
import { FIRST, SHAPES, STEPS } from './commands.ts'
import type { Step } from './step.ts'
import { plusDays, type Model } from './model.ts'
import { openWorld, type World } from './world.ts'

/** How many histories go on side by side, on one clock. */
const SIDE_BY_SIDE = 10
/** How many share one database; the clock only goes on. */
const TOGETHER = 200

type History = { shape: readonly number[]; capacity: number; first: readonly Step[]; steps: Iterable<Step> }

/** Begins a history: a session some weeks ahead of the world's clock. */
const begin = async (world: World, { shape, capacity }: History): Promise<Model> => {
  const today = world.context.now.toZonedDateTimeISO('America/Chicago').toPlainDate()
  const days = shape.map((after) => plusDays(today.add({ days: 30 }).toString(), after))
  return {
    session: await world.session(days, capacity),
    days: days.map((day) => ({ day, isCalledOff: false })),
    isCalledOff: false,
    capacity,
    mayExceed: 0,
    places: [],
    former: [],
  }
}

/** The next Monday morning. */
const toMonday = ({ clock }: World): void => {
  const today = clock.now.toZonedDateTimeISO('America/Chicago').toPlainDate()
  const monday = today.add({ days: 8 - today.dayOfWeek })
  clock.now = monday.toZonedDateTime({ timeZone: 'America/Chicago', plainTime: '10:00' }).toInstant()
}

/** Derives what follows, and compares what some histories come to. */
const look = async (world: World, models: readonly Model[]): Promise<void> => {
  if (models.length === 0) return
  await world.derive()
  await readStatuses(world.models, world)
  await checkAll(models, world)
}

/** A history that failed, by its place among those beside it. */
class Failure extends Error {
  readonly at: number
  constructor(at: number, cause: unknown) {
    super(String((cause as Error).message ?? cause), { cause })
    this.at = at
  }
}

/**
 * Plays histories side by side: each does its next step, what follows from all of them is derived at once, and each is compared
 * with its notebook. Then time passes for everybody, for each that waits as long as that one wants to, and it is compared again.
 */
const play = async (world: World, histories: readonly History[]): Promise<void> => {
  toMonday(world)
  const games: { model: Model; left: Step[] }[] = []
  for (const history of histories) games.push({ model: await begin(world, history), left: [...history.steps] })
  world.models = games.map(({ model }) => model)
  try {
    await atOnce(
      games.map(({ model }, at) =>
        inHistory(model, async () => {
          for (const step of histories[at]!.first) if (step.check(model)) await step.run(model, world)
        }),
      ),
    )
    await look(world, world.models)
    await playAll(world, games)
  } catch (error) {
    if (!(error instanceof Disagreement)) throw error
    throw new Failure(
      games.findIndex(({ model }) => model === error.model),
      error.cause,
    )
  }
}

/** Waits for all of them, also where one fails, so that nothing goes on behind its back; says then what failed first. */
const atOnce = async (works: readonly Promise<void>[]): Promise<void> => {
  const failed = (await Promise.allSettled(works)).find(({ status }) => status === 'rejected')
  if (failed) throw (failed as PromiseRejectedResult).reason
}

/** Takes the next step there is an occasion for, and passes over those before it. */
const nextOf = (model: Model, left: Step[]): Step | undefined => {
  const at = left.findIndex((step) => step.check(model))
  return at < 0 ? void left.splice(0) : left.splice(0, at + 1).at(-1)
}

const playAll = async (world: World, games: readonly { model: Model; left: Step[] }[]): Promise<void> => {
  while (games.some(({ left }) => left.length > 0)) {
    const turns = games.flatMap(({ model, left }) => {
      const step = nextOf(model, left)
      return step ? [{ model, step }] : []
    })
    // Each in a session of its own, so that they need not wait for each other.
    await atOnce(turns.map(({ model, step }) => inHistory(model, () => step.run(model, world))))
    const after = turns.map(({ model }) => {
      const { later, waitsUntil } = model
      Object.assign(model, { later: undefined, waitsUntil: undefined })
      return { model, later, waitsUntil }
    })
    await look(
      world,
      after.filter(({ later, waitsUntil }) => !later && !waitsUntil).map(({ model }) => model),
    )
    for (const { model, later } of after) {
      if (!later) continue
      await later()
      await look(world, [model])
    }
    for (const { model, waitsUntil: until } of after) {
      if (!until) continue
      if (Temporal.Instant.compare(until, world.clock.now) > 0) world.clock.now = until
      await look(world, [model])
    }
  }
}

/** Some people register at first, so that there is somebody things can happen to. */
const ANY: fc.Arbitrary<History> = fc.noBias(
  fc.record({
    shape: fc.constantFrom(...SHAPES),
    capacity: fc.integer({ min: 1, max: 3 }),
    first: fc.array(FIRST, { minLength: 1, maxLength: 4 }),
    steps: fc.commands(STEPS, { maxCommands: 16, size: 'max' }),
  }),
)

type Drawn = { seed: number; history: History }
type Open = Parameters<typeof openWorld>[0]

const propertyOf = (work: (history: History) => Promise<void>) => fc.asyncProperty(ANY, work)

/** The history of a number: the same one each time. */
const draw = async (seed: number): Promise<Drawn> => {
  let history: History | undefined
  await fc.assert(
    propertyOf(async (drawn) => {
      history ??= drawn
    }),
    { numRuns: 1, seed },
  )
  return { seed, history: history! }
}

/** Plays one history alone, and shrinks it to the steps it takes. */
const playAlone = async (seed: number, open: Open): Promise<void> => {
  const world = await openWorld(open)
  try {
    await fc.assert(
      propertyOf((history) => play(world, [history])),
      { numRuns: 1, seed, endOnFailure: false },
    )
  } finally {
    await world.close()
  }
}

const playGroup = async (world: World, group: readonly Drawn[], open: Open): Promise<void> => {
  try {
    await play(
      world,
      group.map(({ history }) => history),
    )
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure
    const { seed, history } = group[failure.at]!
    await playAlone(seed, open)
    const steps = [...history.first, ...history.steps].join(', ')
    throw new Error(`Only beside the others, those of seed ${group[0]!.seed}: history ${seed}, ${steps}`, {
      cause: failure,
    })
  }
}

/** `open`: the database they are played on, a real one unless another is given. */
type Run = { seed: number; open?: Open }

/**
 * Draws that many histories and compares each, after every step, with the notebook. `seed` repeats a run: that of a history is so
 * much higher as there were before it. One that fails is played once more alone and shrinks to few steps. Answers with how often
 * each kind of step was done.
 */
export const runHistories = async (count: number, { seed, open }: Run): Promise<Map<string, number>> => {
  const done = new Map<string, number>()
  for (let from = 0; from < count; from += TOGETHER) {
    const world = await openWorld(open)
    try {
      for (let at = from; at < Math.min(count, from + TOGETHER); at += SIDE_BY_SIDE) {
        const numbers = Array.from({ length: Math.min(SIDE_BY_SIDE, count - at) }, (_, n) => seed + at + n)
        await playGroup(world, await Promise.all(numbers.map(draw)), open)
      }
    } finally {
      await world.close()
    }
    for (const [kind, times] of world.counts) done.set(kind, (done.get(kind) ?? 0) + times)
  }
  return done
}
