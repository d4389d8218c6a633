import { test } from 'vitest'
import { runHistories } from '#test/support/histories/run.ts'

// Others each time; a failing run says the seed that repeats it. HISTORIES says how many, where ten thousand are too long.

const COUNT = Number(process.env['HISTORIES'] ?? 10_000)
const HOURS = 3_600_000

test(
  `what is decided, said and booked agrees with the notebook in ${COUNT} histories`,
  async () => {
    const seed = Date.now() % 2 ** 31
    console.log(`${COUNT} histories, seed ${seed}`)
    await runHistories(COUNT, { seed })
  },
  12 * HOURS,
)
