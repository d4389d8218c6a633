import { inject } from 'vitest'
import type { Role } from '#collections/access/index.ts'
import { atGate } from '#test/support/gate.ts'

/** A signed-in member of staff for each role, once the server with the demo is ready. */
export const tokens = await atGate<Record<Role, string>>(inject('atServer'))
