import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { moveFrom, newDatabaseOn, settingsOn } from '../support/moved.ts'
import { demoWith, registerOnce, termsHash } from '../support/rush.ts'
import { startServer } from '../support/server.ts'

const CROWD = 500
const SEATS = 20

/** Milliseconds for as many rows written one after the other, each waited for until it is on the disk: the least there is. */
const bareCommits = (folder: string): number => {
  const database = new DatabaseSync(join(folder, 'bare.db'))
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)',
  )
  const insert = database.prepare('INSERT INTO rows (text) VALUES (?)')
  const begun = performance.now()
  for (let n = 0; n < CROWD; n += 1) insert.run('x'.repeat(4000))
  const took = performance.now() - begun
  database.close()
  return took
}

export type Rush = { perSecond: number; p99: number; refused: number; confirmed: number; againstCommits: number }

/** Settings of a server with what is in the folder: on SQLite, or on the server `MONGODB_URL` names. */
const settingsFor = async (dataDir: string): Promise<Record<string, string>> => {
  const server = process.env['MONGODB_URL']
  if (!server) return { DATA_DIR: dataDir }
  const database = newDatabaseOn(server)
  const { code, said } = await moveFrom(dataDir, database)
  if (code !== 0) throw new Error(said)
  return settingsOn(dataDir, database)
}

/** Five hundred people who all send the form for twenty seats at the same moment; `demo` is a database file with the demo. */
export const measureRush = async (demo: string): Promise<Rush> => {
  const folder = mkdtempSync(join(tmpdir(), 'onramp-bench-'))
  const dataDir = join(folder, 'data')
  const target = demoWith(demo, dataDir, SEATS)
  const server = await startServer({ ...(await settingsFor(dataDir)), PANEL: 'off', SEED: 'none' })
  const hash = await termsHash(server.base, target)
  const took: number[] = []
  const begun = performance.now()
  const answers = await Promise.all(
    Array.from({ length: CROWD }, async (_, n) => {
      const sent = performance.now()
      const answer = await registerOnce(server.base, target, hash, n, randomUUID())
      took.push(performance.now() - sent)
      return answer
    }),
  )
  const whole = performance.now() - begun
  await server.stop()
  const bare = bareCommits(folder)
  rmSync(folder, { recursive: true, force: true })
  return {
    perSecond: (CROWD / whole) * 1000,
    p99: took.toSorted((a, b) => a - b)[Math.floor(CROWD * 0.99)]!,
    refused: answers.filter(({ status }) => status !== 201).length,
    confirmed: answers.filter(({ outcome }) => outcome === 'confirmed').length,
    againstCommits: whole / bare,
  }
}
