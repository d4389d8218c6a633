import { test } from 'vitest'
import { runPrograms } from '#test/support/histories/programs.ts'
import { runHistories } from '#test/support/histories/run.ts'
import { openMemory } from '#test/support/memory/database.ts'

// Others each time; a failing run says the seed that repeats it. HISTORIES says how many, where ten thousand are too long. They are
// played in memory, and a tenth as many on a real database, which takes as long.

const COUNT = Number(process.env['HISTORIES'] ?? 10_000)
const HOURS = 3_600_000

const played = async (count: number, open?: typeof openMemory): Promise<void> => {
  const seed = Date.now() % 2 ** 31
  console.log(`${count} histories, seed ${seed}`)
  const done = await runHistories(count, { seed, ...(open && { open }) })
  const lines = [...done].toSorted(([, a], [, b]) => b - a).map(([kind, times]) => `${times} × ${kind}`)
  console.log(lines.join('\n'))
}

test(
  `what is decided, said and booked agrees with the notebook in ${COUNT} histories`,
  () => played(COUNT, openMemory),
  12 * HOURS,
)
test('and in some on a real database', () => played(Math.ceil(COUNT / 10)), 12 * HOURS)

test(
  'and in a tenth as many of programs',
  async () => {
    const seed = Date.now() % 2 ** 31
    console.log(`programs, seed ${seed}`)
    await runPrograms(Math.ceil(COUNT / 10), { seed, open: openMemory })
  },
  12 * HOURS,
)
