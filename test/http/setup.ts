import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ROLES, type Role } from '#collections/access/index.ts'
import { aStaffMember, PASSWORD } from '#test/support/builders.ts'
import { startDemo } from '#test/support/demo.ts'
import { bearer, send, signIn } from '#test/support/http.ts'
import { ADMIN } from '#test/support/server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the one server the HTTP tests share, with the demo content. */
    base: string
    /** A signed-in member of staff for each role. */
    tokens: Record<Role, string>
    /** The database file as it was when the server was ready for the first time. */
    untouched: string
  }
}

/** What the server logged as errors, but for the two these tests provoke. */
const complaintsIn = (output: string): string[] =>
  (output.match(/.*(ERROR|⨯|uncaught).*/g) ?? []).filter((line) => !/is not valid JSON|must be logged in/.test(line))

const hire = async (base: string, admin: string, role: Role): Promise<string> => {
  const member = aStaffMember(role)
  await send(base, 'POST', '/api/users', member, bearer(admin))
  return signIn(base, member.email, PASSWORD)
}

export default async ({ provide }: TestProject) => {
  const server = await startDemo({ TRUST_PROXY: '1' })
  const admin = await signIn(server.base, ADMIN.email, ADMIN.password)
  const tokens: Partial<Record<Role, string>> = { admin }
  for (const role of ROLES) tokens[role] ??= await hire(server.base, admin, role)
  provide('base', server.base)
  provide('tokens', tokens as Record<Role, string>)
  provide('untouched', join(server.untouched, 'onramp.db'))
  return async () => {
    await server.stop()
    const complaints = complaintsIn(server.output())
    if (complaints.length > 0) throw new Error(`The server logged errors nobody expected:\n${complaints.join('\n')}`)
  }
}
