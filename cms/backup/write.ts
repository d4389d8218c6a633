import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { cp, open, rename } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { create } from 'tar'
import { BadSetting, type Environment } from '../env.ts'
import { requireSound } from './database.ts'
import { encrypted } from './encryption.ts'
import { DATABASE, FOLDERS, inScratch, requireEmbedded } from './folder.ts'
import { LAST_BACKUP } from './last.ts'

/** On the disk, not only handed to the system; and whole, or not there under its name. */
const writeWhole = async (file: string, source: AsyncIterable<Buffer>): Promise<void> => {
  const draft = `${file}.partial`
  try {
    const handle = await open(draft, 'w', 0o600)
    try {
      for await (const bytes of source) await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    const { code, path } = error as NodeJS.ErrnoException
    // What cannot be read is another file, and a fault of ours; what cannot be written is the place that was named.
    if (code && (path === undefined || dirname(path) === dirname(draft)))
      throw new BadSetting(`${file} cannot be written (${code}).`)
    throw error
  }
}

/**
 * Writes the database and the files into one archive, encrypted where there is a passphrase. The site may be running: SQLite
 * copies a consistent state.
 * @throws BadSetting with MongoDB, where there is nothing yet, where the database is damaged, and where there is no room
 */
export const writeBackup = async (env: Environment, archive: string, now: Temporal.Instant): Promise<void> => {
  requireEmbedded(env)
  const file = resolve(archive)
  if (!existsSync(join(env.dataDir, DATABASE)))
    throw new BadSetting(`DATA_DIR: ${env.dataDir} has no database yet; there is nothing to back up.`)
  await inScratch(env.dataDir, async (scratch) => {
    const database = new DatabaseSync(join(env.dataDir, DATABASE), { readOnly: true })
    try {
      await backup(database, join(scratch, DATABASE))
    } finally {
      database.close()
    }
    requireSound(join(scratch, DATABASE), `in ${env.dataDir}`)
    for (const folder of FOLDERS) await cp(join(env.dataDir, folder), join(scratch, folder), { recursive: true })
    const packed = create({ cwd: scratch, gzip: true, portable: true }, [DATABASE, ...FOLDERS])
    const source = packed as AsyncIterable<Buffer>
    await writeWhole(file, env.backupPassphrase === undefined ? source : encrypted(source, env.backupPassphrase))
  })
  writeFileSync(join(env.dataDir, LAST_BACKUP), JSON.stringify({ at: now.toString(), file }))
}
