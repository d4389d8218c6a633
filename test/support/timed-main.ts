import { readEnvironment } from '#cms/env.ts'

// The server as `npm start` runs it, but with a clock the test moves: each message is the moment it is from now on.
Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' })

let now = Temporal.Instant.from(process.env['CLOCK']!)
const { seedDemo } = await import('#seed/index.ts')
const { start } = await import('#cms/server/start.ts')
const { followUp } = await start(readEnvironment(process.env), seedDemo, () => now)

process.on('message', (moment: string) => {
  now = Temporal.Instant.from(moment)
  void followUp().then(() => process.send!('settled'))
})
