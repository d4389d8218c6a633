import { DatabaseSync } from 'node:sqlite'
import { migrations } from '../migrations/index.ts'
import { when, type Finding } from './finding.ts'

const integrityTrouble = (database: DatabaseSync): Finding[] => {
  const todo = 'Stop the server, keep a copy of the folder, and restore the last backup into a new one.'
  const [result] = database.prepare('PRAGMA integrity_check(1)').all()
  if (result?.['integrity_check'] !== 'ok') return [{ what: 'The database file is damaged.', todo }]
  const broken = database.prepare('PRAGMA foreign_key_check').all()
  return when(broken.length > 0, `${broken.length} rows of the database refer to rows that are gone.`, todo)
}

const migrationTrouble = (database: DatabaseSync): Finding[] => {
  const ours = new Set(migrations.map(({ name }) => name))
  const done = database.prepare('SELECT name FROM payload_migrations').all()
  const known = new Set(done.map(({ name }) => String(name)))
  const outstanding = [...ours].filter((name) => !known.has(name))
  const newer = [...known].filter((name) => !ours.has(name))
  return [
    ...when(
      outstanding.length > 0,
      `The database is of an earlier version: ${outstanding.length} changes of its tables are outstanding.`,
      'Make a backup and start the server, which makes them. Content was not looked at.',
    ),
    ...when(
      newer.length > 0,
      `The database is of a newer version than this program (${newer[0]}).`,
      'Start the version that made it, or restore a backup from before.',
    ),
  ]
}

/**
 * What is wrong with an embedded database, found without changing it; `isUsable` tells whether its content can be looked at.
 */
export const databaseTrouble = (file: string): { findings: Finding[]; isUsable: boolean } => {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { readOnly: true })
    const integrity = integrityTrouble(database)
    const migration = migrationTrouble(database)
    return { findings: [...integrity, ...migration], isUsable: migration.length === 0 }
  } catch (error) {
    const what = `The database ${file} cannot be read (${(error as Error).message}).`
    const todo = 'Start the server once if this is a new folder; otherwise restore the last backup into a new one.'
    return { findings: [{ what, todo }], isUsable: false }
  } finally {
    database?.close()
  }
}
