import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { BadSetting, type Environment } from '../env.ts'

/** What an archive has at its top: the database, and the folders beside it. */
export const DATABASE = 'onramp.db'
export const FOLDERS = ['media', 'private']

/** MongoDB has tools of its own for this. */
export const requireEmbedded = ({ isEmbedded }: Environment): void => {
  if (!isEmbedded)
    throw new BadSetting('DATABASE_URL names a MongoDB server; back it up with mongodump and copy DATA_DIR.')
}

/** A folder beside the data, so that nothing large is copied across disks; gone again afterwards. */
export const inScratch = async (dataDir: string, work: (scratch: string) => Promise<void>): Promise<void> => {
  const scratch = await mkdtemp(join(dataDir, '.backup-'))
  try {
    await work(scratch)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
