import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { send } from './http.ts'

type Row = Record<string, string | number | null>

/** Reads the database file of a server of ours. */
export const query = (dataDir: string, sql: string, ...values: string[]): Row[] => {
  const database = new DatabaseSync(join(dataDir, 'onramp.db'))
  try {
    return database.prepare(sql).all(...values) as Row[]
  } finally {
    database.close()
  }
}

/** A data folder with the demo content as it was seeded, and the session of one course cut to so many free seats. */
export const demoWith = (untouched: string, dataDir: string, seats: number) => {
  mkdirSync(dataDir, { recursive: true })
  copyFileSync(untouched, join(dataDir, 'onramp.db'))
  const database = new DatabaseSync(join(dataDir, 'onramp.db'))
  const course = database
    .prepare(
      `SELECT c.slug, s.id FROM sessions s JOIN courses c ON c.id = s.course_id
       LEFT JOIN courses_prerequisites p ON p._parent_id = c.id
       WHERE p.id IS NULL AND s.status = 'scheduled' AND s.opens_on IS NULL AND s.closes_on IS NULL AND s.starts_at > ?
       ORDER BY s.starts_at DESC LIMIT 1`,
    )
    .get(new Date().toISOString()) as { slug: string; id: string }
  database.prepare('UPDATE sessions SET capacity = ?, seats_reserved = 0 WHERE id = ?').run(seats, course.id)
  // The version is what is written again when the course gets another name.
  database
    .prepare('UPDATE _sessions_v SET version_capacity = ?, version_seats_reserved = 0 WHERE parent_id = ? AND latest')
    .run(seats, course.id)
  const { id: organization } = database.prepare('SELECT id FROM organizations WHERE member = 1 LIMIT 1').get() as {
    id: string
  }
  database.close()
  return { slug: course.slug, session: course.id, organization }
}

export type Target = ReturnType<typeof demoWith>

const pathOf = ({ slug, session }: Target) => `/courses/${slug}/register?session=${session}`

const answersOf = ({ session, organization }: Target, n: number) => ({
  session,
  organization,
  name: `Person ${n}`,
  email: `person-${n}@example.org`,
  participation: 'member',
})

/** The hash of the terms as a program learns it: by asking for the summary. */
export const termsHash = async (base: string, target: Target): Promise<string> => {
  const { text } = await send(
    base,
    'POST',
    pathOf(target),
    { ...answersOf(target, 0), step: 'review' },
    JSON_ANSWER(base),
  )
  return (JSON.parse(text) as { terms: { hash: string } }).terms.hash
}

const JSON_ANSWER = (base: string) => ({ Accept: 'application/json', Origin: base })

/** One person's form, sent once. */
export const registerOnce = async (base: string, target: Target, hash: string, n: number, attempt: string) => {
  const form = { ...answersOf(target, n), terms: true, termsHash: hash, attempt }
  const { status, text } = await send(base, 'POST', pathOf(target), form, JSON_ANSWER(base))
  return { status, outcome: status === 201 ? (JSON.parse(text) as { outcome: string }).outcome : undefined }
}
