import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

// A catalog of any size: the courses of the demo and their sessions, copied row by row, each copy under ids and a name of its own.

type Column = { name: string; type: string; pk: number }

/** Whose rows belong to a course or to one of its sessions. */
const TABLES = [
  'courses',
  'courses_locales',
  'courses_audience',
  'courses_topics',
  'courses_outcomes',
  'courses_outcomes_locales',
  'courses_prerequisites',
  'courses_rels',
  'sessions',
  'sessions_locales',
  'sessions_days',
  'sessions_days_locales',
]

/** References among the rows that are copied; all others stay as they are. */
const OURS = new Set(['id', 'parent_id', '_parent_id', 'course_id', 'courses_id'])

/** The id of a copy: the last digits of the first are the number of the copy. */
const copied = (column: string): string =>
  `CASE WHEN length(${column}) = 36 THEN substr(${column}, 1, 30) || printf('%06x', $n) ELSE ${column} || '-' || $n END`

const valueOf = (table: string, { name, type }: Column): string => {
  if (OURS.has(name) && /text/i.test(type)) return copied(name)
  if (name === 'slug') return `slug || '-' || $n`
  return name === 'title' && table === 'courses_locales' ? `title || ', Group ' || $n` : `"${name}"`
}

const copying = (database: DatabaseSync, table: string) => {
  const columns = database.prepare(`PRAGMA table_info(${table})`).all() as unknown as Column[]
  // A number that counts rows is given anew.
  const kept = columns.filter(({ name, type }) => !(name === 'id' && /int/i.test(type)))
  const names = kept.map(({ name }) => `"${name}"`).join(', ')
  const values = kept.map((column) => valueOf(table, column)).join(', ')
  return database.prepare(`INSERT INTO ${table} (${names}) SELECT ${values} FROM temp.${table}_first`)
}

/** Has a data folder with the demo hold this many published courses. */
export const withCourses = (dataDir: string, many: number): void => {
  const database = new DatabaseSync(join(dataDir, 'onramp.db'))
  database.exec('PRAGMA foreign_keys = OFF; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; BEGIN')
  database.exec('DELETE FROM sessions WHERE course_id IS NULL AND collaborative_id IS NULL')
  const { first } = database.prepare('SELECT count(*) AS first FROM courses').get() as { first: number }
  for (const table of TABLES) database.exec(`CREATE TEMP TABLE ${table}_first AS SELECT * FROM main.${table}`)
  // What belongs to a program is there once.
  database.exec(`DELETE FROM temp.sessions_first WHERE course_id IS NULL;
    DELETE FROM temp.sessions_locales_first WHERE _parent_id NOT IN (SELECT id FROM temp.sessions_first);
    DELETE FROM temp.sessions_days_first WHERE _parent_id NOT IN (SELECT id FROM temp.sessions_first);
    DELETE FROM temp.sessions_days_locales_first WHERE _parent_id NOT IN (SELECT id FROM temp.sessions_days_first)`)
  const copies = TABLES.map((table) => copying(database, table))
  for (let n = 1; n < many / first; n += 1) for (const copy of copies) copy.run({ n })
  const beyond = database.prepare(
    'UPDATE courses SET _status = ? WHERE id NOT IN (SELECT id FROM courses ORDER BY rowid LIMIT ?)',
  )
  beyond.run('draft', many)
  database.exec(
    "UPDATE sessions SET _status = 'draft' WHERE course_id IN (SELECT id FROM courses WHERE _status = 'draft')",
  )
  database.exec('COMMIT')
  database.close()
}
