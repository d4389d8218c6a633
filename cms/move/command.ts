import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Payload } from 'payload'
import { openPayload } from '../database.ts'
import { BadSetting, readEnvironment, type Environment } from '../env.ts'
import { move } from './move.ts'

// `npm run move -- mongodb://…` brings the database of DATABASE_URL into another, empty one. Files stay in DATA_DIR.
const { positionals } = parseArgs({ allowPositionals: true })
const [named] = positionals

const targetOf = (env: Environment): Environment => {
  if (!named || !/^(file:|mongodb(\+srv)?:\/\/)\S+$/.test(named))
    throw new BadSetting('say where to: npm run move -- mongodb://host/name')
  if (named === env.databaseUrl) throw new BadSetting('this is the database that is in use.')
  return { ...env, databaseUrl: named, isEmbedded: named.startsWith('file:') }
}

/** What has to be set from now on, for links and badges to hold. */
const nextSteps = ({ dataDir }: Environment): string[] => {
  const secret = join(dataDir, 'private', 'secret')
  return [
    `Start Onramp with the same DATA_DIR (files, keys) and DATABASE_URL set to the new database.`,
    ...(existsSync(secret)
      ? [`Set PAYLOAD_SECRET to what is in ${secret}: links that were sent are signed with it.`]
      : []),
  ]
}

const openOther = async (target: Environment): Promise<Payload> => {
  try {
    return await openPayload(target, 'to')
  } catch (error) {
    if (!(error instanceof BadSetting)) throw error
    throw new BadSetting(error.message.replace('DATABASE_URL: the database', 'the other database'))
  }
}

try {
  const env = readEnvironment(process.env)
  const target = targetOf(env)
  const from = await openPayload(env, 'from')
  const to = await openOther(target)
  const isSame = await move(from, to, (line) => console.log(line))
  await Promise.all([from.destroy(), to.destroy()])
  if (!isSame) throw new BadSetting('the databases differ. Stop the server, empty the new one, and move again.')
  console.log(['Moved; both databases hold the same.', ...nextSteps(env)].join('\n'))
  process.exit(0)
} catch (error) {
  if (!(error instanceof BadSetting)) throw error
  console.error(`Onramp cannot move: ${error.message}`)
  process.exit(1)
}
