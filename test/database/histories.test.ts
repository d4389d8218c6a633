import { test } from 'vitest'
import { runHistories } from '#test/support/histories/run.ts'

// A few of the histories that `npm run test:long` draws thousands of, the same ones each time.

test(
  'what is decided, said and booked agrees with the notebook, whatever happens in what order',
  () => runHistories(60, { seed: 20_270_104 }),
  600_000,
)
