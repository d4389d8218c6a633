import type { Act } from '../../kernel/act.ts'
import {
  confirmDeposit,
  deposit,
  giveBack,
  giveUp,
  proposeDeposit,
  receive,
  refund,
  unreceive,
  withdrawDeposit,
  type CheckDone,
} from '../actions.ts'
import { billingRules } from '../../agency/billing-rules.ts'
import { OPEN_DEPOSITS } from '../states.ts'
import type { Context } from '../../context/context.ts'
import { idOf } from '../../kernel/related.ts'
import { every } from '../../kernel/queries.ts'
import { checkLines, openChecks } from '../../staff/checks.ts'
import type { Cents } from '../../values/money.ts'
import type { Day } from '../../values/day.ts'
import type { CheckLine, ChecksView } from '../../staff/check-views.ts'
import type { StaffDone } from '../../staff/views.ts'
import { asShown, type Shown } from '../../staff/shown.ts'
import { ofCheck } from '../../staff/refusals.ts'

const MOST_CLOSED = 100

/** A check to send back. `address`: postal; null: none is known. */
export type Envelope = { check: CheckLine; person: string; address: string | null }

export const staffDeposits = (context: Context, act: Act) => {
  const on = (id: string, shown: Shown, work: () => Promise<CheckDone>): Promise<StaffDone> =>
    asShown(context, 'deposits', id, shown, async () => ofCheck(await work()))
  return {
    list: async (): Promise<ChecksView> => {
      const closed = await every(
        context,
        'deposits',
        { state: { not_in: [...OPEN_DEPOSITS] } },
        { sort: '-updatedAt', limit: MOST_CLOSED },
      )
      return { open: await openChecks(context), closed: await checkLines(context, closed) }
    },
    /** Checks to send back, each with where to. */
    envelopes: async (): Promise<Envelope[]> => {
      const back = (await openChecks(context)).filter(({ task }) => task.do === 'return')
      const registrations = await every(context, 'registrations', {
        id: { in: back.map((check) => check.registration) },
      })
      const people = await every(context, 'people', { id: { in: registrations.map(({ person }) => idOf(person)) } })
      const personOf = new Map(registrations.map(({ id, person }) => [id, idOf(person)]))
      const addresses = new Map(people.map(({ id, address }) => [id, address || null]))
      return back.map((check) => ({
        check,
        person: personOf.get(check.registration) ?? '',
        address: addresses.get(personOf.get(check.registration) ?? '') ?? null,
      }))
    },
    receive: (id: string, given: Parameters<typeof receive>[2], shown: Shown = {}) =>
      on(id, shown, () => receive(act, id, given)),
    giveBack: (id: string, given: { day: Day; reason: string }, shown: Shown = {}) =>
      on(id, shown, () => giveBack(act, id, given)),
    /** Deposits a check; where the agency wants a second person, the first one only says what is to be done. */
    deposit: (id: string, given: { cents: Cents; day: Day; reason: string }, shown: Shown = {}) =>
      on(id, shown, async () =>
        (await billingRules(context)).needsSecond ? proposeDeposit(act, id, given) : deposit(act, id, given),
      ),
    /** Whether a second person has to agree before a check is deposited. */
    needsSecond: async (): Promise<boolean> => (await billingRules(context)).needsSecond,
    confirmDeposit: (id: string, shown: Shown = {}) => on(id, shown, () => confirmDeposit(act, id)),
    withdrawDeposit: (id: string, shown: Shown = {}) => on(id, shown, () => withdrawDeposit(act, id)),
    refund: (id: string, given: { day: Day; reference: string }, shown: Shown = {}) =>
      on(id, shown, () => refund(act, id, given)),
    unreceive: (id: string, reason: string, shown: Shown = {}) => on(id, shown, () => unreceive(act, id, reason)),
    giveUp: (id: string, reason: string, shown: Shown = {}) => on(id, shown, () => giveUp(act, id, reason)),
  }
}
