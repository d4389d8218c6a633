import { createHash, randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { noteDemo } from '#collections/demo/service/demo.ts'
import { minnesotaRules } from '#collections/holidays/minnesota.ts'
import { rulesFromDays } from '#collections/holidays/upgrade.ts'
import { count, every } from '#collections/kernel/queries.ts'
import { writeWordings } from '#collections/templates/actions.ts'
import { DEFAULTS } from '#collections/templates/defaults.ts'
import { hashedText } from '#collections/templates/former.ts'
import { MESSAGE_KINDS } from '#collections/templates/states.ts'
import { allOrNothing } from './database.ts'
import type { Environment } from './env.ts'
import { requireOurIds } from './ids.ts'
import { oneAtATime } from './lease.ts'

/** A piece of first-time work that is done to its end once; cut off, it is taken up again at the next start. */
const once = async (payload: Payload, now: Temporal.Instant, key: string, work: () => Promise<void>): Promise<void> => {
  if (await payload.kv.has(key)) return
  await work()
  await payload.kv.set(key, { doneAt: now.toString() })
}

const hashOf = (names: readonly string[]): string =>
  createHash('sha256').update(names.toSorted().join(' ')).digest('hex').slice(0, 16)

/** The first admin exists before the port opens, so nobody else can become it. */
const ensureAdmin = async (payload: Payload, { email, password }: Environment['admin']): Promise<void> => {
  if ((await count({ payload }, 'users', {})) > 0) return
  const chosen = { email: email ?? 'admin@example.org', password: password ?? randomBytes(12).toString('base64url') }
  // Said before it is written: cut off in between, the next start makes and shows another one.
  if (!password) console.log(`First admin: ${chosen.email}  password: ${chosen.password}  (shown this once)`)
  await payload.create({
    collection: 'users',
    data: { ...chosen, name: 'Admin', roles: ['admin'] },
    overrideAccess: true,
  })
}

/** The holidays deadlines are counted around: those of Minnesota, from last year on, for staff to edit. */
const writeHolidays = async (payload: Payload, thisYear: number): Promise<void> => {
  const names = new Set((await every({ payload }, 'holidays', {})).map(({ name }) => name))
  for (const data of minnesotaRules(thisYear - 1).filter(({ name }) => !names.has(name)))
    await payload.create({ collection: 'holidays', data, overrideAccess: true })
}

/** Lists that were written day by day, some years ahead, become rules that reach every year; what staff changed is kept. */
const repeatHolidays = async (payload: Payload): Promise<void> => {
  const { rules, needless } = rulesFromDays(await every({ payload }, 'holidays', {}))
  for (const { id, ...data } of rules)
    await payload.update({ collection: 'holidays', id, data, depth: 0, overrideAccess: true })
  for (const id of needless) await payload.delete({ collection: 'holidays', id, depth: 0, overrideAccess: true })
}

/** Writes the demo content, dated from a day. */
export type Seeding = (payload: Payload, env: Environment, today: Temporal.PlainDate) => Promise<void>

type Begun = { today: string; isDone?: boolean }

/** The demo content, on an empty database. The day it was begun is kept, so that an interrupted seeding ends as one. */
const ensureDemo = async (
  payload: Payload,
  env: Environment,
  today: Temporal.PlainDate,
  seedDemo: Seeding,
): Promise<void> => {
  const begun = await payload.kv.get<Begun>('demo')
  if (begun?.isDone || (!begun && (await count({ payload }, 'courses', {})) > 0)) return
  const day = begun?.today ?? today.toString()
  await payload.kv.set('demo', { today: day } satisfies Begun)
  await seedDemo(payload, env, Temporal.PlainDate.from(day))
  await noteDemo(payload)
  await payload.kv.set('demo', { today: day, isDone: true } satisfies Begun)
}

/** Jobs that a killed process left half done are done again; for who has just got the lease, because nobody else runs any then. */
export const takeUpJobs = async (payload: Payload): Promise<void> => {
  await payload.update({
    collection: 'payload-jobs',
    where: { processing: { equals: true } },
    data: { processing: false },
    depth: 0,
    overrideAccess: true,
  })
}

/** Everything a database needs before anyone is served: what is new to it, and what was left undone. */
export const prepareContent = async (
  payload: Payload,
  env: Environment,
  now: Temporal.Instant,
  seedDemo: Seeding,
): Promise<void> => {
  const today = now.toZonedDateTimeISO(env.timeZone).toPlainDate()
  await requireOurIds(payload)
  const prepare = async (): Promise<void> => {
    await ensureAdmin(payload, env.admin)
    await once(payload, now, 'holidays', () => writeHolidays(payload, today.year))
    await once(payload, now, 'holidays-repeat', () => repeatHolidays(payload))
    // Again with each release that has others of them, or says them otherwise.
    await once(payload, now, `wordings:${hashOf(MESSAGE_KINDS.map((kind) => kind + hashedText(DEFAULTS[kind])))}`, () =>
      writeWordings(payload),
    )
    if (env.seed === 'demo') await ensureDemo(payload, env, today, seedDemo)
  }
  if (env.isEmbedded) await allOrNothing(payload, prepare)
  else await oneAtATime(payload, 'prepare', prepare)
}
