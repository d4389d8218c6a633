import type { Deposit } from '../../kernel/payload-types.ts'
import { SYSTEM, type Act } from '../../kernel/act.ts'
import { askForCheck, checkCase, logCheck, voidIfNeedless } from '../actions.ts'
import type { DepositState } from '../states.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import type { MessageKind } from '../../templates/states.ts'
import { actOf, type Context } from '../../context/context.ts'
import { tellAbout } from '../../registrations/service/notifications.ts'
import { each } from '../../context/each.ts'

const BATCH = 200

const oldestFirst = { depth: 0, limit: BATCH, overrideAccess: true, pagination: false, sort: 'updatedAt' } as const

/** What the guest hears when a check comes into a state; that none is needed any more says another message. */
const LETTERS = {
  due: 'check-due',
  received: 'check-received',
  returned: 'check-returned',
  deposited: 'check-deposited',
  void: null,
} satisfies Record<DepositState, MessageKind | null>

/** Checks that were asked for and that nobody has to send any more. */
const voidNeedless = async (context: Context, act: Act): Promise<void> => {
  const { docs } = await act.payload.find({
    collection: 'deposits',
    ...oldestFirst,
    where: {
      and: [
        { state: { equals: 'due' } },
        {
          or: [
            { 'registration.unsettled': { equals: true } },
            { 'session.endsAt': { less_than_equal: act.now.toString() } },
          ],
        },
      ],
    },
  })
  await each(context, docs, 'A check could not be given up', async (deposit) => {
    const found = await checkCase(act.payload, deposit, act.now)
    if (found) await voidIfNeedless(act, found)
  })
}

const tell = async (context: Context, act: Act, deposit: Deposit): Promise<void> => {
  const found = await checkCase(act.payload, deposit, act.now)
  await logCheck(act, deposit)
  const letter = LETTERS[deposit.state]
  if (found && letter) await tellAbout(context, letter, found.registration)
  await compareAndSet(
    act.payload,
    'deposits',
    deposit.id,
    { revision: { equals: deposit.revision } },
    { unsettled: false },
  )
}

/** Asks for the checks guests agreed to send, gives up those nobody needs, and writes to the guests. Doing it again adds nothing. */
export const settleDeposits = async (context: Context): Promise<void> => {
  const act = actOf(context, SYSTEM)
  const { docs: guests } = await act.payload.find({
    collection: 'registrations',
    ...oldestFirst,
    where: {
      and: [
        { unsettled: { equals: true } },
        { status: { equals: 'confirmed' } },
        { participation: { equals: 'guest' } },
      ],
    },
  })
  await each(context, guests, 'A check could not be asked for', (registration) => askForCheck(act, registration))
  await voidNeedless(context, act)
  const { docs: unsettled } = await act.payload.find({
    collection: 'deposits',
    ...oldestFirst,
    where: { unsettled: { equals: true } },
  })
  await each(context, unsettled, 'A change of a check could not be told', (deposit) => tell(context, act, deposit))
}
