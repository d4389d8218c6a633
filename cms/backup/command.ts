import { readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { restoreBackup } from './restore.ts'
import { archiveName, outdated } from './rotation.ts'
import { writeBackup } from './write.ts'
import { BadSetting, readEnvironment, type Environment } from '../env.ts'

// `npm run backup [-- folder or file.tar.gz] [--keep 14]` and `npm run restore -- file.tar.gz`.

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

const keepOf = (given: string): number => {
  if (!/^[1-9]\d{0,3}$/.test(given)) throw new BadSetting('--keep has to be how many backups stay, such as 14.')
  return Number(given)
}

const backUp = async (env: Environment, named: string, keep: string | undefined): Promise<void> => {
  const isNamedByUs = isFolder(named)
  const most = keep === undefined ? undefined : keepOf(keep)
  if (most !== undefined && !isNamedByUs)
    throw new BadSetting(`--keep counts the backups in a folder; ${named} is none.`)
  const now = Temporal.Now.instant()
  const name = archiveName(now, env.backupPassphrase !== undefined)
  const archive = resolve(isNamedByUs ? join(named, name) : named)
  await writeBackup(env, archive, now)
  console.log(`Backed up ${env.dataDir} to ${archive}`)
  const gone = most === undefined ? [] : outdated(readdirSync(dirname(archive)), most)
  for (const one of gone) rmSync(join(dirname(archive), one))
  if (gone.length > 0) console.log(`Deleted ${gone.length === 1 ? 'an older backup' : `${gone.length} older backups`}`)
}

// Registrations and the secret are in it: nobody else's to read.
process.umask(0o077)
let command: string | undefined
try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: 'string' } } })
  const [asked, named] = positionals
  command = asked
  const env = readEnvironment(process.env)
  if (command === 'restore') {
    if (!named) throw new BadSetting('name the archive: npm run restore -- file.tar.gz')
    await restoreBackup(env, named)
    console.log(`Restored ${named} into ${env.dataDir}`)
  } else await backUp(env, named ?? '.', values.keep)
} catch (error) {
  const isPlain = error instanceof BadSetting || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')
  if (!isPlain) throw error
  console.error(`Onramp cannot ${command === 'restore' ? 'restore' : 'back up'}: ${(error as Error).message}`)
  process.exit(1)
}
