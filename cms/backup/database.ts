import { DatabaseSync } from 'node:sqlite'
import { BadSetting } from '../env.ts'

/** Tables that every database of ours has had since its first version. */
const OURS = ['courses', 'payload_migrations', 'registrations', 'users']

const isWhole = (database: DatabaseSync): boolean =>
  database.prepare('PRAGMA integrity_check').get()?.['integrity_check'] === 'ok'

const hasOurTables = (database: DatabaseSync): boolean => {
  const names = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all()
  const tables = new Set(names.map(({ name }) => name))
  return OURS.every((name) => tables.has(name))
}

/** Why a file cannot be the database of an installation; undefined where it can. */
const troubleOf = (file: string): 'damaged' | 'foreign' | undefined => {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { readOnly: true })
    if (!isWhole(database)) return 'damaged'
    return hasOurTables(database) ? undefined : 'foreign'
  } catch {
    return 'damaged'
  } finally {
    database?.close()
  }
}

/** Throws BadSetting where what would be kept or put back is not a sound database of ours; `where` is such as "in this backup". */
export const requireSound = (file: string, where: string): void => {
  const trouble = troubleOf(file)
  if (trouble === 'damaged') throw new BadSetting(`The database ${where} is damaged; nothing was changed.`)
  if (trouble === 'foreign') throw new BadSetting(`The database ${where} is not one of Onramp; nothing was changed.`)
}
