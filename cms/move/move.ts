import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { allOrNothing, withoutForeignKeys } from '../database.ts'
import { BadSetting } from '../env.ts'
import type { Doc } from './content.ts'
import { partsOf, type Part } from './parts.ts'

/** Written into an empty SQLite database by its migrations: how far each follow-up has come. */
const FROM_THE_START = 'followups'

type Say = (line: string) => void

/** Documents between two lines of progress. */
const STRIDE = 2000

/** @throws BadSetting when there is anything at all in the database */
const requireEmpty = async (payload: Payload, parts: readonly Part[]): Promise<void> => {
  for (const part of parts.filter(({ name }) => name !== FROM_THE_START))
    if ((await part.count(payload)) > 0)
      throw new BadSetting(
        `the database that is moved to has ${part.name} already. Name an empty one; nothing was changed.`,
      )
}

const writeAll = async (part: Part, docs: readonly Doc[], to: Payload): Promise<void> => {
  const turns = Map.groupBy(docs, part.turnOf)
  await Promise.all(
    [...turns.values()].map(async (turn) => {
      for (const doc of turn) await part.write(to, doc)
    }),
  )
}

const copy = async (part: Part, from: Payload, to: Payload, say: Say): Promise<void> => {
  const whole = await part.count(from)
  let written = 0
  for await (const docs of part.read(from)) {
    await writeAll(part, docs, to)
    const before = written
    written += docs.length
    if (Math.floor(written / STRIDE) > Math.floor(before / STRIDE)) say(`  ${part.name}: ${written} of ${whole}`)
  }
}

/** One hash for each document, in an order that depends on nothing else. */
const hashesOf = async (part: Part, payload: Payload): Promise<string[]> => {
  const hashes: string[] = []
  for await (const docs of part.read(payload)) hashes.push(...docs.map(part.hash))
  return hashes.toSorted()
}

const together = (hashes: readonly string[]): string =>
  createHash('sha256').update(hashes.join('\n')).digest('hex').slice(0, 16)

/** Whether both hold the same; says so in one line. Both are read anew, so what was written meanwhile is a difference. */
const compare = async (part: Part, from: Payload, to: Payload, say: Say): Promise<boolean> => {
  const [before, after] = [await hashesOf(part, from), await hashesOf(part, to)]
  const isSame = together(before) === together(after)
  const verdict = isSame
    ? 'same'
    : `DIFFERENT: ${new Set(before).difference(new Set(after)).size} not found as they were`
  const counted = before.length === after.length ? `${before.length}` : `${before.length} → ${after.length}`
  if (before.length + after.length > 0)
    say(`${part.name.padEnd(34)}${counted.padStart(8)}  ${together(after)}  ${verdict}`)
  return isSame
}

/**
 * Brings everything from one database into another, empty one, and compares both to the last field. The answer is whether they
 * are the same.
 * @throws BadSetting when the other is not empty
 */
export const move = async (from: Payload, to: Payload, say: Say): Promise<boolean> => {
  const parts = partsOf(from)
  await requireEmpty(to, parts)
  const copyAll = async (): Promise<void> => {
    await to.db.deleteMany({ collection: FROM_THE_START, where: {} })
    for (const part of parts) {
      say(`Writing ${part.name} (${await part.count(from)})`)
      await copy(part, from, to, say)
    }
  }
  await withoutForeignKeys(to, () => allOrNothing(to, copyAll))
  say('Comparing both')
  let isSame = true
  for (const part of parts) isSame = (await compare(part, from, to, say)) && isSame
  return isSame
}
