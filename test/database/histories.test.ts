import { describe, test } from 'vitest'
import { runPrograms } from '#test/support/histories/programs.ts'
import { runHistories } from '#test/support/histories/run.ts'
import { openMemory } from '#test/support/memory/database.ts'

// The same histories each time, of those that `npm run test:long` draws by the thousand. What is decided, derived and written is the
// product's own, with Payload and every hook. Most are played on a database in memory, which decides about unique keys as a real one
// does and is asked the same questions; how a real one answers them is tested by those played on it, and by every other file here.

const SEED = 20_270_104

describe('what is decided, said and booked agrees with the notebook, whatever happens in what order', () => {
  test('in memory', () => runHistories(50, { seed: SEED, open: openMemory }), 600_000)
  test('on a real database', () => runHistories(6, { seed: SEED + 1000 }), 600_000)
})

test('what is held, owed and said of teams that apply, accept, enroll and leave agrees with it too', async () => {
  await runPrograms(10, { seed: SEED, open: openMemory })
}, 600_000)
