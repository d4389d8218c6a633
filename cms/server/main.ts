import type { Seeding } from '../bootstrap.ts'
import { BadSetting, readEnvironment } from '../env.ts'

// `npm run dev` says --dev; Next and Payload read NODE_ENV as they load, so it is settled before anything else is.
const mode = process.argv.includes('--dev') ? 'development' : process.env.NODE_ENV || 'production'
Object.assign(process.env, { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' })

/** A setting that cannot work is one readable line; anything else keeps its stack. */
const explain = (error: unknown): void => {
  if (error instanceof BadSetting) console.error(`Onramp cannot start: ${error.message}`)
  else console.error('Onramp cannot start:', error)
  process.exit(1)
}

/** Loaded only where a database is empty. */
const seedDemo: Seeding = async (...given) => (await import('#seed/index.ts')).seedDemo(...given)

// What this process writes is for its own user: registrations, letters and keys are nobody else's to read.
process.umask(0o077)

try {
  // A setting that cannot work is said at once, not after everything is loaded.
  const env = readEnvironment(process.env)
  const { start } = await import('./start.ts')
  await start(env, seedDemo)
} catch (error) {
  explain(error)
}
