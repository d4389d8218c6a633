import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { openCatalog } from '#cms/catalog/index.ts'
import { shareDatabase } from '#cms/changes/index.ts'
import { openPayload } from '#cms/database.ts'
import { keepAgency } from '#collections/agency/queries.ts'
import { keepOrganizations } from '#collections/organizations/queries.ts'
import { linesOf } from '#collections/registrations/lines.ts'
import type { Database } from './database.ts'

const keptBy = (payload: Payload, env: Database['env']) => {
  const lines = linesOf(payload)
  return {
    lines,
    source: openCatalog(payload, env, lines),
    agency: keepAgency(payload),
    organizations: keepOrganizations(payload),
  }
}

/** Opens a database as another process would: a Payload of its own, and a memory of its own. Unless `isAlone`, it shares what is written. */
export const anotherProcess = async ({ env }: Database, isAlone = false) => {
  const payload = await openPayload(env, randomUUID())
  const changes = isAlone ? undefined : await shareDatabase(payload, env)
  const close = async (): Promise<void> => {
    changes?.close()
    await payload.destroy()
  }
  const written = async (): Promise<void> => {
    await changes?.written()
    // What is asked of the other process next comes in a turn of its own.
    await setImmediate()
  }
  return { ...keptBy(payload, env), payload, written, close }
}
