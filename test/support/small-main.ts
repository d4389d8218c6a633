import { readEnvironment } from '#cms/env.ts'
import { aStrategy } from './builders.ts'

// The server as `npm start` runs it, but with two strategies for its demo content. With CUT it never gets to the second.
Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' })

const { start } = await import('#cms/server/start.ts')
await start(readEnvironment(process.env), async (payload) => {
  for (const slug of ['first', 'second']) {
    await payload.create({ collection: 'strategies', data: aStrategy({ slug }), depth: 0, overrideAccess: true })
    console.log(`Written: ${slug}`)
    if (process.env['CUT']) await new Promise(() => {})
  }
})
