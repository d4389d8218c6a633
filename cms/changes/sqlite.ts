import Database from 'libsql'
import type { ChangeList } from '#collections/changes/policy.ts'
import { KEY, type ChangeStore } from './store.ts'

type Row = { version: number; floor: number; entries: string }

/**
 * The list on the embedded database, through a connection of its own with prepared statements: reading the version takes a few
 * microseconds, where Payload's connection takes a tenth of a millisecond. It is the library Payload uses, because two libraries
 * in a process would release each other's locks on the file.
 */
export const sqliteStore = (path: string): ChangeStore => {
  const database = new Database(path)
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA synchronous = NORMAL')
  const version = database.prepare<string>('SELECT version FROM changes WHERE key = ?').raw()
  const read = database.prepare<string>('SELECT version, floor, entries FROM changes WHERE key = ?')
  const replace = database.prepare(
    'UPDATE changes SET version = ?, floor = ?, entries = ?, updated_at = ? WHERE key = ? AND version = ?',
  )
  return {
    version: () => (version.get(KEY) as [number])[0],
    read: async (): Promise<ChangeList> => {
      const { entries, ...row } = read.get(KEY) as Row
      return { ...row, entries: JSON.parse(entries) }
    },
    replace: async (before, { version: after, floor, entries }) => {
      const { changes } = replace.run(after, floor, JSON.stringify(entries), new Date().toISOString(), KEY, before)
      return changes === 1
    },
    close: () => void database.close(),
  }
}
