import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

type Value = string | number | boolean | object | null

const column = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const cell = (value: Value): string | number | null => {
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}

/**
 * Puts documents that no API writes straight into the database of a running server: work and applications as people's forms
 * leave them. `relations` are the fields whose column holds an id.
 */
export const plantIn = (dataDir: string) => {
  const database = new DatabaseSync(join(dataDir, 'onramp.db'))
  database.exec('PRAGMA busy_timeout = 5000')
  const plant = (table: string, fields: Record<string, Value>, relations: readonly string[] = []): string => {
    const id = randomUUID()
    const now = new Date().toISOString()
    const row = { id, createdAt: now, updatedAt: now, ...fields }
    const names = Object.keys(row).map((name) => `"${column(name)}${relations.includes(name) ? '_id' : ''}"`)
    database
      .prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map(() => '?').join()})`)
      .run(...Object.values(row).map(cell))
    return id
  }
  return {
    plant,
    person: (name: string, email: string): string =>
      plant('people', {
        name,
        email,
        linkVersion: 1,
        mediaRelease_given: false,
        mailingList_given: false,
      }),
    /** A private file with some bytes on the disk. */
    file: (submission: string, item: string, givenName: string, filename: string, bytes: string): string => {
      const folder = join(dataDir, 'private', 'files')
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, filename), bytes)
      const about = { givenName, filename, mimeType: 'application/pdf', filesize: bytes.length }
      return plant('files', { ...about, submission, item }, ['submission'])
    },
    change: (table: string, id: string, fields: Record<string, Value>): void => {
      const names = Object.keys(fields).map((name) => `"${column(name)}" = ?`)
      database.prepare(`UPDATE ${table} SET ${names.join()} WHERE id = ?`).run(...Object.values(fields).map(cell), id)
    },
    close: (): void => database.close(),
  }
}
