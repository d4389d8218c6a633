import { once } from 'node:events'
import { createReadStream, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Parser, Unpack, type ReadEntry } from 'tar'
import { BadSetting, type Environment } from '../env.ts'
import { requireSound } from './database.ts'
import { DAMAGED, decrypted, isEncrypted } from './encryption.ts'
import { DATABASE, FOLDERS, inScratch, requireEmbedded } from './folder.ts'

type Archive = () => AsyncIterable<Buffer>

const archiveIn = async (file: string, passphrase: string | undefined): Promise<Archive> => {
  if (!(await isEncrypted(file))) return () => createReadStream(file) as AsyncIterable<Buffer>
  if (passphrase === undefined)
    throw new BadSetting('This backup is encrypted. Set BACKUP_PASSPHRASE or BACKUP_PASSPHRASE_FILE.')
  return () => decrypted(file, passphrase)
}

/** Has an archive read to its end. Throws what reading it or unpacking it throws. */
const feed = async (archive: Archive, reader: Parser): Promise<void> => {
  const ended = new Promise<void>((done, fail) => reader.once('end', done).once('error', fail))
  // It is awaited below; until then a failure of it is nobody's.
  ended.catch(() => undefined)
  for await (const bytes of archive()) if (!reader.write(bytes)) await Promise.race([ended, once(reader, 'drain')])
  reader.end()
  await ended
}

/** Reads all of an archive before anything is taken out of it. Throws BadSetting where it is foreign or damaged. */
const requireOurs = async (archive: Archive, named: string): Promise<void> => {
  const names: string[] = []
  let isReadable = true
  const take = (entry: ReadEntry): void => {
    names.push(entry.path)
    entry.resume()
  }
  try {
    await feed(archive, new Parser({ strict: true, onReadEntry: take }))
  } catch (error) {
    if (error instanceof BadSetting) throw error
    isReadable = false
  }
  if (!names.includes(DATABASE)) throw new BadSetting(`${named} is not a backup of Onramp.`)
  if (!isReadable) throw new BadSetting(DAMAGED)
}

/** Files and folders that belong to us, for their owner alone; whatever else they were allowed stays behind. */
const isWanted = (path: string, entry: ReadEntry): boolean => {
  entry.mode = entry.type === 'Directory' ? 0o700 : 0o600
  const [top = ''] = path.split('/')
  return (entry.type === 'File' || entry.type === 'Directory') && (path === DATABASE || FOLDERS.includes(top))
}

/**
 * Puts an archive's database and files into an empty data folder. What is there already is never overwritten.
 * @throws BadSetting when the folder is in use, or the archive is missing, foreign, damaged or of another passphrase
 */
export const restoreBackup = async (env: Environment, named: string): Promise<void> => {
  requireEmbedded(env)
  if (existsSync(join(env.dataDir, DATABASE)))
    throw new BadSetting(`DATA_DIR: ${env.dataDir} already has a database. Restore into an empty folder.`)
  const file = resolve(named)
  if (!existsSync(file)) throw new BadSetting(`There is no file ${file}.`)
  const archive = await archiveIn(file, env.backupPassphrase)
  await requireOurs(archive, named)
  await inScratch(env.dataDir, async (scratch) => {
    await feed(archive, new Unpack({ cwd: scratch, filter: (path, entry) => isWanted(path, entry as ReadEntry) }))
    requireSound(join(scratch, DATABASE), 'in this backup')
    for (const folder of FOLDERS) {
      mkdirSync(join(env.dataDir, folder), { recursive: true })
      for (const name of existsSync(join(scratch, folder)) ? readdirSync(join(scratch, folder)) : [])
        await cp(join(scratch, folder, name), join(env.dataDir, folder, name), { recursive: true })
    }
    // The database comes last: a folder without it still counts as empty, so an interrupted restore can be repeated.
    await cp(join(scratch, DATABASE), join(env.dataDir, DATABASE))
  })
}
