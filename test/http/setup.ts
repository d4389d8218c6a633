import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ROLES, type Role } from '#collections/access/index.ts'
import { aStaffMember, PASSWORD } from '#test/support/builders.ts'
import { startDemo } from '#test/support/demo.ts'
import { openGate } from '#test/support/gate.ts'
import { bearer, send, signIn } from '#test/support/http.ts'
import { ADMIN } from '#test/support/server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the one server the HTTP tests share, with the demo content. */
    base: string
    /** Where one waits until it is ready; see ready.ts. */
    atServer: string
    /** The database file as it was when the server was ready for the first time. */
    untouched: string
  }
}

/** What the server logged as errors, but for the two these tests provoke. */
const complaintsIn = (output: string): string[] =>
  (output.match(/.*(ERROR|"level":"(error|fatal)"|⨯|uncaught).*/g) ?? []).filter(
    (line) => !/is not valid JSON|must be logged in/.test(line),
  )

const hire = async (base: string, admin: string, role: Role): Promise<string> => {
  const member = aStaffMember(role)
  await send(base, 'POST', '/api/users', member, bearer(admin))
  return signIn(base, member.email, PASSWORD)
}

const hireAll = async (base: string): Promise<Record<Role, string>> => {
  const admin = await signIn(base, ADMIN.email, ADMIN.password)
  const tokens: Partial<Record<Role, string>> = { admin }
  for (const role of ROLES) tokens[role] ??= await hire(base, admin, role)
  return tokens as Record<Role, string>
}

export default async ({ provide }: TestProject) => {
  const demo = await startDemo({ TRUST_PROXY: '1' })
  const gate = await openGate(demo.server.then(({ base }) => hireAll(base)))
  provide('base', demo.base)
  provide('untouched', join(demo.untouched, 'onramp.db'))
  provide('atServer', gate.url)
  return async () => {
    gate.close()
    const output = await demo.stop()
    const complaints = complaintsIn(output)
    if (complaints.length > 0) throw new Error(`The server logged errors nobody expected:\n${complaints.join('\n')}`)
  }
}
