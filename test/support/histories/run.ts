import fc from 'fast-check'
import { SHAPES, STEPS } from './commands.ts'
import { plusDays, type Model } from './model.ts'
import { openWorld, type World } from './world.ts'

/** How many histories share one database; the clock only goes on. */
const TOGETHER = 200

/** Begins a history: a session some weeks ahead of the world's clock. */
const begin = async (world: World, shape: readonly number[], capacity: number): Promise<Model> => {
  const today = world.context.now.toZonedDateTimeISO('America/Chicago').toPlainDate()
  const monday = today.add({ days: 8 - today.dayOfWeek })
  world.clock.now = monday.toZonedDateTime({ timeZone: 'America/Chicago', plainTime: '10:00' }).toInstant()
  const days = shape.map((after) => plusDays(monday.add({ days: 30 }).toString(), after))
  return {
    session: await world.session(days, capacity),
    days: days.map((day) => ({ day, isCalledOff: false })),
    isCalledOff: false,
    capacity,
    mayExceed: 0,
    places: [],
    asked: 0,
  }
}

/** Draws that many histories and compares each, after every step, with the notebook. `seed` repeats a run. */
export const runHistories = async (count: number, { seed, maxSteps = 12 }: { seed: number; maxSteps?: number }) => {
  let world = await openWorld()
  let begun = 0
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SHAPES),
        fc.integer({ min: 1, max: 3 }),
        fc.commands(STEPS, { maxCommands: maxSteps, size: 'max' }),
        async (shape, capacity, steps) => {
          if (begun > 0 && begun % TOGETHER === 0) {
            await world.close()
            world = await openWorld()
          }
          begun += 1
          await fc.asyncModelRun(async () => ({ model: await begin(world, shape, capacity), real: world }), steps)
        },
      ),
      { numRuns: count, seed, endOnFailure: false },
    )
  } finally {
    await world.close()
  }
}
