import { BadSetting } from '../env.ts'

Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV || 'production' })

/** A setting that cannot work is one readable line; anything else keeps its stack. */
const explain = (error: unknown): void => {
  if (error instanceof BadSetting) console.error(`Onramp cannot start: ${error.message}`)
  else console.error('Onramp cannot start:', error)
  process.exit(1)
}

try {
  const { start } = await import('./start.ts')
  await start()
} catch (error) {
  explain(error)
}
