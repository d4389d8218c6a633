import { parseArgs } from 'node:util'
import { restoreBackup, writeBackup } from './backup.ts'
import { BadSetting, readEnvironment } from './env.ts'

// `npm run backup [-- file.tar.gz]` and `npm run restore -- file.tar.gz`.
const { positionals } = parseArgs({ allowPositionals: true })
const [command, named] = positionals

const today = Temporal.Now.plainDateTimeISO().toString({ smallestUnit: 'second' }).replaceAll(':', '-')

try {
  if (command === 'restore' && !named) throw new BadSetting('name the archive: npm run restore -- file.tar.gz')
  const env = readEnvironment(process.env)
  const archive = named ?? `onramp-${today}.tar.gz`
  if (command === 'restore') await restoreBackup(env, archive)
  else await writeBackup(env, archive)
  console.log(
    command === 'restore' ? `Restored ${archive} into ${env.dataDir}` : `Backed up ${env.dataDir} to ${archive}`,
  )
} catch (error) {
  if (!(error instanceof BadSetting)) throw error
  console.error(`Onramp cannot ${command}: ${error.message}`)
  process.exit(1)
}
