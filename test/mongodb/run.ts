import { spawn } from 'node:child_process'
import { NotHere, startMongo, type Started } from './server.ts'
import { ADAPTER } from './files.ts'

// `npm run test:mongodb`: the database tests that depend on which database it is, on the server MONGODB_URL names, or on one
// that is installed and started for this run alone. `-- --all` runs every database test there.

const isWhole = process.argv.includes('--all')
const filters = process.argv.slice(2).filter((given) => given !== '--all')

const serve = async (): Promise<Started | undefined> => {
  const given = process.env['MONGODB_URL']
  if (given) return { url: given, stop: async () => undefined }
  try {
    return await startMongo()
  } catch (error) {
    if (!(error instanceof NotHere)) throw error
    console.log(`MongoDB tests skipped: ${error.message}.`)
    return undefined
  }
}

const run = (url: string): Promise<number> => {
  const files = filters.length > 0 ? filters : isWhole ? [] : ADAPTER
  // What a server in Python needs on a busy machine.
  const limits = ['--testTimeout', '300000', '--hookTimeout', '300000']
  const projects = ['--project', 'database', '--project', 'mongodb']
  const child = spawn('vitest', ['run', '--config', 'test/vitest.config.ts', ...projects, ...limits, ...files], {
    stdio: 'inherit',
    env: { ...process.env, MONGODB_URL: url },
  })
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)))
}

const server = await serve()
if (server) {
  const code = await run(server.url)
  await server.stop()
  process.exitCode = code
}
