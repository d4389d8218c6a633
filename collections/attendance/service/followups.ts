import { SYSTEM } from '../../kernel/act.ts'
import { proposeFee, recordLateDays } from '../fees.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import { one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { actOf } from '../../context/context.ts'
import type { Step } from '../../followups/service/step.ts'
import { rulesOf } from '../../registrations/service/rules.ts'

/** Writes down the days a cancellation of the whole came too late for, and says on the registration which they are. */
export const lateCancellations: Step = {
  name: 'late-cancellations',
  follows: { registrations: ({ id, status }) => (status === 'canceled' ? id : undefined) },
  handle: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const registration = await one(context, 'registrations', id)
    if (registration?.status !== 'canceled' || registration.lateDays) return
    const session = await one(context, 'sessions', idOf(registration.session))
    const isHeld = session && session.status !== 'canceled'
    const { events } = isHeld ? await rulesOf(context, session.id) : { events: [] }
    const lateDays = isHeld ? await recordLateDays(act, registration, session, events) : []
    await compareAndSet(act.payload, 'registrations', id, { revision: { equals: registration.revision } }, { lateDays })
  },
}

/** Proposes the fees of missed days. */
export const proposedFees: Step = {
  name: 'proposed-fees',
  follows: { attendance: ({ id, feeState }) => (feeState === 'none' ? id : undefined) },
  handle: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const row = await one(context, 'attendance', id)
    const registration = row?.feeState === 'none' && (await one(context, 'registrations', idOf(row.registration)))
    const session = row && registration && (await one(context, 'sessions', idOf(row.session)))
    if (!session || session.status === 'canceled') return
    const { events } = await rulesOf(context, session.id)
    await proposeFee(act, row, registration, session, events)
  },
}
