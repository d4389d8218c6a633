import { compareAndSet } from '../../kernel/keyed.ts'
import { pluck } from '../../kernel/queries.ts'
import { stampOf, type Step } from '../../followups/service/step.ts'
import { KEPT_DAYS } from '../flood.ts'

/** So many at a time; the rest with the next round. */
const BATCH = 200

/** Forgets from which address somebody registered, once nobody needs it to undo a flood. */
export const forgottenAddresses: Step = {
  name: 'forgotten-addresses',
  follows: {},
  due: async (context, { until }) => {
    const before = stampOf(until.subtract({ hours: KEPT_DAYS * 24 }))
    const old = { cameAt: { less_than: before } }
    return (await pluck(context, 'registrations', old, ['id'], { limit: BATCH, sort: 'cameAt' })).map(({ id }) => id)
  },
  handle: ({ payload }, id) => compareAndSet(payload, 'registrations', id, {}, {}, ['cameFrom', 'cameAt']),
}
