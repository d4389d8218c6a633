import Database, { type Statement } from 'libsql'

/** Texts with a list of values in them are many; those of one kind of page or decision are some dozens. */
const MOST_KEPT = 500

/** What is asked again and again. Pragmas and changes of the schema are said once, and what they say depends on the moment. */
const IS_KEPT = /^\s*(select|insert|update|delete|with)\b/i

const kept = new WeakMap<Database.Database, Map<string, Statement>>()

/**
 * What a result's columns are called, and whether there is a result at all, is asked anew with each question, the second by a refusal;
 * neither changes while the statement stands.
 */
const askedOnce = (statement: Statement): Statement => {
  const columns = statement.columns.bind(statement)
  const raw = statement.raw.bind(statement)
  let known: ReturnType<typeof columns> | undefined
  let refused: unknown
  return Object.assign(statement, {
    columns: () => (known ??= columns()),
    raw: (isRaw?: boolean) => {
      if (refused) throw refused
      try {
        return raw(isRaw)
      } catch (error) {
        refused = error
        throw error
      }
    },
  })
}

type Prepare = (this: Database.Database, sql: string) => Statement
const prepare = Object.getOwnPropertyDescriptor(Database.prototype, 'prepare')!.value as Prepare

/**
 * Lets every connection to the embedded database keep the statements it has prepared, the latest asked for: to read one of Payload's
 * long questions takes SQLite about as long as to answer it. A statement is asked and read to its end in one go, so nobody meets it
 * half read; SQLite itself prepares it anew where the schema has changed.
 */
export const keepStatements = (): void => {
  const keeping = function (this: Database.Database, sql: string): Statement {
    if (!IS_KEPT.test(sql)) return prepare.call(this, sql)
    const statements = kept.get(this) ?? new Map<string, Statement>()
    kept.set(this, statements)
    const statement = statements.get(sql) ?? askedOnce(prepare.call(this, sql))
    // Asked for last: the first of the map is the one nobody has asked for in the longest time.
    statements.delete(sql)
    statements.set(sql, statement)
    if (statements.size > MOST_KEPT) statements.delete(statements.keys().next().value!)
    return statement
  }
  // The declaration also tells the types of what a statement is asked with.
  Database.prototype.prepare = keeping as typeof Database.prototype.prepare
}
