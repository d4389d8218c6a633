import { DatabaseSync } from 'node:sqlite'

/** How many rows each table has, and what is called what: the same for two databases with the same content. */
export const contentOf = (file: string) => {
  const database = new DatabaseSync(file, { readOnly: true })
  const rows = (query: string) => database.prepare(query).all() as Record<string, string>[]
  const tables = rows(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).map(
    ({ name }) => name!,
  )
  const counts = Object.fromEntries(
    tables.map((table) => [table, rows(`SELECT count(*) AS n FROM "${table}"`)[0]!['n']]),
  )
  const named = tables.filter((table) => rows(`PRAGMA table_info("${table}")`).some(({ name }) => name === 'slug'))
  const slugs = Object.fromEntries(named.map((table) => [table, rows(`SELECT slug FROM "${table}" ORDER BY slug`)]))
  const files = rows('SELECT filename FROM media ORDER BY filename')
  const problems = rows('PRAGMA foreign_key_check').concat(rows('PRAGMA integrity_check'))
  database.close()
  return { counts, slugs, files, problems }
}
