import { parseArgs } from 'node:util'
import type { Payload } from 'payload'
import { BadSetting, readEnvironment, type Environment } from '../env.ts'

// `npm run admin -- list`, `-- reset-password <mailbox>` and `-- check`. The server may be running.

const USAGE = 'say what: list, reset-password <mailbox>, or check'

/** What the log would say is no part of the answer. */
const quietly = (env: Environment): Environment => ({ ...env, logLevel: 'silent' })

const withPayload = async (env: Environment, work: (payload: Payload) => Promise<void>): Promise<void> => {
  const { openPayload } = await import('../database.ts')
  const payload = await openPayload(env)
  try {
    await work(payload)
  } finally {
    await payload.destroy()
  }
}

const list = (env: Environment): Promise<void> =>
  withPayload(env, async (payload) => {
    const { staffLines } = await import('./staff.ts')
    for (const line of await staffLines(payload, env.timeZone)) console.log(line)
  })

const reset = async (env: Environment, mailbox: string | undefined): Promise<void> => {
  if (!mailbox) throw new BadSetting('name the mailbox: npm run admin -- reset-password person@example.org')
  const { resetPassword } = await import('./staff.ts')
  await withPayload(env, async (payload) => {
    const link = await resetPassword(payload, env, mailbox)
    console.log(
      `${mailbox} is signed out everywhere, has no second factor any more, and chooses a new password here, once, within an hour:\n${link}`,
    )
  })
}

/** The exit code: 1 where something needs doing. */
const checkAll = async (env: Environment): Promise<number> => {
  const { check } = await import('./check.ts')
  const findings = await check(env, Temporal.Now.instant())
  for (const { what, todo } of findings) console.log(`✗ ${what}\n  → ${todo}\n`)
  const one = findings.length === 1
  console.log(
    findings.length === 0 ? 'Nothing needs doing.' : `${findings.length} ${one ? 'thing needs' : 'things need'} doing.`,
  )
  return findings.length === 0 ? 0 : 1
}

const run = async (): Promise<number> => {
  const [command, mailbox] = parseArgs({ allowPositionals: true }).positionals
  const env = quietly(readEnvironment(process.env))
  if (command === 'check') return checkAll(env)
  if (command === 'list') await list(env)
  else if (command === 'reset-password') await reset(env, mailbox)
  else throw new BadSetting(USAGE)
  return 0
}

process.umask(0o077)
Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV || 'production' })
try {
  // Connections that are kept open for the next question would keep the command, too.
  process.exit(await run())
} catch (error) {
  const isPlain = error instanceof BadSetting || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')
  if (!isPlain) throw error
  console.error(`Onramp cannot do this: ${(error as Error).message}`)
  process.exit(1)
}
