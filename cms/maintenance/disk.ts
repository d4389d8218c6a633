import { readdir, stat, statfs } from 'node:fs/promises'
import type { Payload } from 'payload'
import { pluck } from '#collections/kernel/queries.ts'
import { lastBackup } from '../backup/last.ts'
import type { Environment } from '../env.ts'
import { when, type Finding } from './finding.ts'

const GIGABYTE = 1_000_000_000
/** Days after which the last backup is too old. */
const OLDEST_BACKUP = 2

/** Room, and who may read what is kept. */
export const folderTrouble = async ({ dataDir }: Pick<Environment, 'dataDir'>): Promise<Finding[]> => {
  const { bavail, bsize } = await statfs(dataDir)
  const free = bavail * bsize
  const { mode } = await stat(dataDir)
  return [
    ...when(
      free < GIGABYTE,
      `${Math.round(free / 1_000_000)} MB are free where ${dataDir} lies; below 100 MB nothing is taken in any more.`,
      'Make room, or move DATA_DIR to a larger disk.',
    ),
    ...when(
      (mode & 0o007) !== 0,
      `Every user of this machine may look into ${dataDir}, where registrations, letters and keys lie.`,
      `Run: chmod -R go= ${dataDir}`,
    ),
  ]
}

/** How old the last backup is; MongoDB is backed up by its own tools, and nothing is known of it here. */
export const backupTrouble = (
  { dataDir, isEmbedded, backupPassphrase }: Pick<Environment, 'dataDir' | 'isEmbedded' | 'backupPassphrase'>,
  now: Temporal.Instant,
): Finding[] => {
  if (!isEmbedded) return []
  const last = lastBackup(dataDir)
  const todo = 'Have “npm run backup -- <folder> --keep 14” run each night, and copy the folder to another machine.'
  if (!last) return [{ what: 'No backup was ever made of this folder.', todo }]
  const days = Math.floor(now.since(last.at).total('days'))
  return [
    ...when(days >= OLDEST_BACKUP, `The last backup is ${days} days old (${last.file}).`, todo),
    ...when(
      backupPassphrase === undefined && !last.file.endsWith('.enc'),
      'Backups are not encrypted: whoever has one has every registration, and the secret.',
      'Set BACKUP_PASSPHRASE, and keep it where the backups are not.',
    ),
  ]
}

const namesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

const some = (names: readonly string[]): string => names.slice(0, 3).join(', ') + (names.length > 3 ? ', …' : '')

const compare = (folder: string, onDisk: readonly string[], inRows: readonly string[]) => {
  const [disk, rows] = [new Set(onDisk), new Set(inRows)]
  const missing = inRows.filter((name) => !disk.has(name))
  const left = onDisk.filter((name) => !rows.has(name))
  return [
    ...when(
      missing.length > 0,
      `${missing.length} files that the database knows are not in ${folder} (${some(missing)}).`,
      'Take them out of a backup. Pages and papers that show them are broken until then.',
    ),
    ...when(
      left.length > 0,
      `${left.length} files in ${folder} belong to nothing in the database (${some(left)}).`,
      'Look at them, and delete what nobody needs; they may be what an interrupted upload or restore left.',
    ),
  ]
}

/** Files without rows, and rows without files. */
export const filesTrouble = async (
  { mediaDir, filesDir }: Pick<Environment, 'mediaDir' | 'filesDir'>,
  payload: Payload,
): Promise<Finding[]> => {
  const media = await pluck({ payload }, 'media', {}, ['filename', 'sizes'])
  const downloads = await pluck({ payload }, 'downloads', {}, ['filename'])
  const files = await pluck({ payload }, 'files', {}, ['filename'])
  const namesOf = ({ filename, sizes }: (typeof media)[number]): (string | null | undefined)[] => [
    filename,
    ...Object.values(sizes ?? {}).map((size) => size?.filename),
  ]
  const known = (names: (string | null | undefined)[]): string[] => names.filter((name) => typeof name === 'string')
  return [
    ...compare(
      mediaDir,
      await namesIn(mediaDir),
      known([...media.flatMap(namesOf), ...downloads.map(({ filename }) => filename)]),
    ),
    ...compare(filesDir, await namesIn(filesDir), known(files.map(({ filename }) => filename))),
  ]
}
