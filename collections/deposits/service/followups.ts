import type { Deposit, Registration } from '../../kernel/payload-types.ts'
import { SYSTEM, type Act } from '../../kernel/act.ts'
import { askForCheck, checkEntry, moveDueDay, releaseIfWaived, voidIfNeedless } from '../actions.ts'
import { checkCase } from '../queries.ts'
import { letterOf } from '../letters.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { every, one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { actOf, type Context } from '../../context/context.ts'
import { each } from '../../context/each.ts'
import { within, type Step } from '../../followups/service/step.ts'
import { rulesOf } from '../../registrations/service/rules.ts'
import { notifyAbout } from '../../registrations/service/notifications.ts'

const depositFor = async (context: Context, registration: string): Promise<Deposit | undefined> =>
  (await every(context, 'deposits', { registration: { equals: registration } }, { limit: 1 }))[0]

/** Logs the state a check is in, and writes to the guest about it. */
const notifyGuest = async (context: Context, act: Act, deposit: Deposit, registration: Registration): Promise<void> => {
  await writeEntry(act, checkEntry(deposit))
  const letter = letterOf(deposit)
  if (letter) await notifyAbout(context, letter.kind, registration, { key: letter.key })
}

const askedNow = async (context: Context, act: Act, registration: Registration): Promise<Deposit | undefined> => {
  if (registration.participation !== 'guest') return undefined
  const { check } = await rulesOf(context, idOf(registration.session))
  return askForCheck(act, registration, check)
}

/** Asks for the check a guest agreed to send, gives up one nobody needs, and writes to the guest. */
export const checks: Step = {
  name: 'checks',
  follows: {
    registrations: ({ id }) => id,
    deposits: ({ registration }) => idOf(registration),
    attendance: ({ registration }) => idOf(registration),
  },
  due: async (context, span) => {
    const over = await every(context, 'deposits', {
      and: [{ state: { equals: 'due' } }, within('session.endsAt', span)],
    })
    return over.map(({ registration }) => idOf(registration))
  },
  handle: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const registration = await one(context, 'registrations', id)
    if (!registration) return
    const deposit = (await depositFor(context, id)) ?? (await askedNow(context, act, registration))
    const found = deposit && (await checkCase(act.payload, deposit, act.now))
    if (!found) return
    // What is given up, or kept in part only, is another state, which is told when this looks again.
    if ((await voidIfNeedless(act, found)) || (await releaseIfWaived(act, found))) return
    await notifyGuest(context, act, deposit, registration)
  },
}

/** The day by which a check is waited for moves with the days of its session; who waits for it is told by the step above. */
export const movedChecks: Step = {
  name: 'moved-checks',
  follows: { sessions: ({ id }) => id },
  handle: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const waiting = await every(context, 'deposits', {
      and: [{ session: { equals: id } }, { state: { equals: 'due' } }],
    })
    if (waiting.length === 0) return
    const { check } = await rulesOf(context, id)
    await each(waiting, async (deposit) => {
      const found = await checkCase(act.payload, deposit, act.now)
      if (found) await moveDueDay(act, found, check)
    })
  },
}
