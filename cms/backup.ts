import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { cp, mkdtemp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { create, extract, list } from 'tar'
import { BadSetting, type Environment } from './env.ts'

const DATABASE = 'onramp.db'
const FOLDERS = ['media', 'private']

const requireEmbedded = ({ isEmbedded }: Environment): void => {
  if (!isEmbedded)
    throw new BadSetting('DATABASE_URL names a MongoDB server; back it up with mongodump and copy DATA_DIR.')
}

/** A folder beside the data, so that nothing large is copied across disks; gone again afterwards. */
const inScratch = async (dataDir: string, work: (scratch: string) => Promise<void>): Promise<void> => {
  const scratch = await mkdtemp(join(dataDir, '.backup-'))
  try {
    await work(scratch)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/**
 * Writes the database and the files into one archive. The site may be running: SQLite copies a consistent state.
 * @throws BadSetting with MongoDB, which has tools of its own
 */
export const writeBackup = async (env: Environment, archive: string): Promise<void> => {
  requireEmbedded(env)
  await inScratch(env.dataDir, async (scratch) => {
    const database = new DatabaseSync(join(env.dataDir, DATABASE), { readOnly: true })
    await backup(database, join(scratch, DATABASE))
    database.close()
    for (const folder of FOLDERS) await cp(join(env.dataDir, folder), join(scratch, folder), { recursive: true })
    await create({ cwd: scratch, file: resolve(archive), gzip: true, portable: true }, [DATABASE, ...FOLDERS])
  })
}

const isEmpty = (dataDir: string): boolean => !existsSync(join(dataDir, DATABASE))

const check = (file: string): void => {
  const database = new DatabaseSync(file, { readOnly: true })
  const [result] = database.prepare('PRAGMA integrity_check').all()
  database.close()
  if (result?.['integrity_check'] !== 'ok')
    throw new BadSetting('The database in this backup is damaged; nothing was changed.')
}

const isOurs = async (archive: string): Promise<boolean> => {
  const names: string[] = []
  try {
    await list({ file: archive, strict: true, onReadEntry: ({ path }) => void names.push(path) })
  } catch {
    return false
  }
  return names.includes(DATABASE)
}

/**
 * Puts an archive's database and files into an empty data folder. What is there already is never overwritten.
 * @throws BadSetting when the folder is in use, or the archive is missing, foreign or damaged
 */
export const restoreBackup = async (env: Environment, archive: string): Promise<void> => {
  requireEmbedded(env)
  if (!isEmpty(env.dataDir))
    throw new BadSetting(`DATA_DIR: ${env.dataDir} already has a database. Restore into an empty folder.`)
  const file = resolve(archive)
  if (!existsSync(file) || !(await isOurs(file))) throw new BadSetting(`${archive} is not a backup of Onramp.`)
  await inScratch(env.dataDir, async (scratch) => {
    await extract({ cwd: scratch, file })
    check(join(scratch, DATABASE))
    for (const folder of FOLDERS) {
      mkdirSync(join(env.dataDir, folder), { recursive: true })
      for (const name of existsSync(join(scratch, folder)) ? readdirSync(join(scratch, folder)) : [])
        await cp(join(scratch, folder, name), join(env.dataDir, folder, name), { recursive: true })
    }
    // The database comes last: a folder without it still counts as empty, so an interrupted restore can be repeated.
    await cp(join(scratch, DATABASE), join(env.dataDir, DATABASE))
  })
}
