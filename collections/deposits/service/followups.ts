import type { Deposit, Registration } from '../../kernel/payload-types.ts'
import { SYSTEM, type Act } from '../../kernel/act.ts'
import { askForCheck, checkCase, logCheck, voidIfNeedless } from '../actions.ts'
import type { DepositState } from '../states.ts'
import { every, one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import type { MessageKind } from '../../templates/states.ts'
import { actOf, type Context } from '../../context/context.ts'
import { within, type Step } from '../../followups/service/step.ts'
import { tellAbout } from '../../registrations/service/notifications.ts'

/** What the guest hears when a check comes into a state; that none is needed any more says another message. */
const LETTERS = {
  due: 'check-due',
  received: 'check-received',
  returned: 'check-returned',
  deposited: 'check-deposited',
  void: null,
} satisfies Record<DepositState, MessageKind | null>

const depositFor = async (context: Context, registration: string): Promise<Deposit | undefined> =>
  (await every(context, 'deposits', { registration: { equals: registration } }, { limit: 1 }))[0]

/** Logs the state a check is in, and writes to the guest about it. */
const tell = async (context: Context, act: Act, deposit: Deposit, registration: Registration): Promise<void> => {
  await logCheck(act, deposit)
  const letter = LETTERS[deposit.state]
  if (letter) await tellAbout(context, letter, registration)
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
    const deposit = (await askForCheck(act, registration)) ?? (await depositFor(context, id))
    const found = deposit && (await checkCase(act.payload, deposit, act.now))
    if (!found) return
    // What is given up is another state, which is told when this looks again.
    if (deposit.state !== 'due' || !(await voidIfNeedless(act, found))) await tell(context, act, deposit, registration)
  },
}
