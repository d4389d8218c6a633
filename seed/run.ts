import { parseArgs } from 'node:util'
import { openPayload } from '#cms/database.ts'
import { readEnvironment } from '#cms/env.ts'
import { seedDemo } from './index.ts'
import { seedSynthetic } from './load.ts'

// `npm run seed` writes the demo content into the database of DATA_DIR; `npm run seed -- --courses 2000` adds that many
// generated courses, for measuring.
const { values } = parseArgs({ options: { courses: { type: 'string' } } })
const count = values.courses === undefined ? undefined : Number(values.courses)
if (count !== undefined && !(Number.isSafeInteger(count) && count > 0 && count <= 20_000)) {
  console.error('--courses takes a whole number from 1 to 20000.')
  process.exit(1)
}

const env = readEnvironment(process.env)
const payload = await openPayload(env)
const today = Temporal.Now.plainDateISO(env.timeZone)
await (count === undefined ? seedDemo(payload, env, today) : seedSynthetic(payload, today, count))
await payload.destroy()
process.exit(0)
