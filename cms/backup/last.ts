import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Where in DATA_DIR it is written down when the last backup was made. */
export const LAST_BACKUP = join('private', 'last-backup.json')

const Last = z.object({ at: z.string().transform((at) => Temporal.Instant.from(at)), file: z.string() })

/** The last backup that was made of this folder; undefined where there was none, or nothing is known. */
export const lastBackup = (dataDir: string): z.infer<typeof Last> | undefined => {
  try {
    return Last.parse(JSON.parse(readFileSync(join(dataDir, LAST_BACKUP), 'utf8')))
  } catch {
    return undefined
  }
}
