import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepStatements } from '#cms/statements.ts'

// What the embedded database is asked again and again is prepared once, and answered as if it had been prepared anew.

const ASKED = 'SELECT id, name FROM people WHERE id > ? ORDER BY id'

describe('statements that are kept', () => {
  let database: Database.Database
  beforeEach(() => {
    keepStatements()
    database = new Database(':memory:')
    database.exec('CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT UNIQUE)')
    database.exec("INSERT INTO people (name) VALUES ('Ada'), ('Bo')")
  })
  afterEach(() => database.close())

  test('a question is prepared once, and asked with other values each time', () => {
    const statement = database.prepare(ASKED)
    expect(statement.all(0)).toHaveLength(2)
    expect(database.prepare(ASKED)).toBe(statement)
    expect(database.prepare(ASKED).all(1)).toEqual([{ id: 2, name: 'Bo' }])
  })

  test('another connection has statements of its own', () => {
    const other = new Database(':memory:')
    other.exec("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO people (name) VALUES ('Cy')")
    database.prepare(ASKED)
    expect(other.prepare(ASKED).all(0)).toEqual([{ id: 1, name: 'Cy' }])
    other.close()
  })

  test('a write that is refused can be tried again with other values', () => {
    const text = 'INSERT INTO people (name) VALUES (?)'
    expect(() => database.prepare(text).run('Ada')).toThrow(/UNIQUE/)
    expect(database.prepare(text).run('Cy').changes).toBe(1)
    expect(database.prepare(ASKED).all(2)).toEqual([{ id: expect.any(Number), name: 'Cy' }])
  })

  test('a change of the schema is seen, also one that takes away what was asked', () => {
    expect(database.prepare(ASKED).all(0)).toHaveLength(2)
    database.exec('ALTER TABLE people ADD COLUMN phone TEXT; DELETE FROM people WHERE id = 1')
    expect(database.prepare(ASKED).all(0)).toEqual([{ id: 2, name: 'Bo' }])
    database.exec('ALTER TABLE people RENAME COLUMN name TO title')
    expect(() => database.prepare(ASKED).all(0)).toThrow(/no such column/)
  })

  test('what a pragma says is asked each time', () => {
    expect(database.prepare('PRAGMA user_version')).not.toBe(database.prepare('PRAGMA user_version'))
  })

  test('no more than some hundreds are kept: the one nobody has asked for in the longest time goes', () => {
    const first = database.prepare(ASKED)
    for (let n = 0; n < 600; n += 1) database.prepare(`SELECT ${n}`)
    expect(database.prepare(ASKED)).not.toBe(first)
  })

  test('a file can be taken away and made anew at the same place', () => {
    database.prepare(ASKED).all(0)
    database.close()
    database = new Database(':memory:')
    expect(() => database.prepare(ASKED)).toThrow(/no such table/)
  })
})
