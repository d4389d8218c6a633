import { recordAlong } from '../../attendance/actions.ts'
import { actOf, type Context } from '../../context/context.ts'
import { takeCheckAlong } from '../../deposits/actions.ts'
import type { Step } from '../../followups/service/step.ts'
import { SYSTEM } from '../../kernel/act.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { every, one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { formatDay } from '../../values/day.ts'
import { rowsAlong, movesOf, type Move } from '../moving.ts'
import { withSeats } from '../offers.ts'
import { notifyAbout } from './notifications.ts'
import { rulesOf } from './rules.ts'

// What follows from a move to another date: each is written once, however often it is looked at and wherever it was cut off.

const noteOf = ({ state, from }: { state: string; from: string }): string =>
  state === 'canceled'
    ? `Given up before, as ${formatDay(from, 'en', 'short')}`
    : `Moved from ${formatDay(from, 'en', 'short')}, which stays in the record`

/** The ledger of days says on the new date what it said on the old one. */
const takeDaysAlong = async (context: Context, registration: Registration, move: Move): Promise<void> => {
  const act = actOf(context, SYSTEM)
  const rows = await every(context, 'attendance', {
    and: [{ registration: { equals: registration.id } }, { session: { equals: move.session } }],
  })
  const session = await one(context, 'sessions', move.session)
  for (const row of rowsAlong(move, rows, session?.timeZone ?? context.zone)) {
    const data = {
      state: row.state,
      at: move.at,
      note: noteOf(row),
      ...(row.state === 'canceled' && { isOnTime: true }),
    }
    await recordAlong(act, registration, row.date, data)
  }
}

/** The days and the check of a registration that was moved, as the last move left them. */
export const takeMoveAlong = async (context: Context, id: string): Promise<void> => {
  const registration = await one(context, 'registrations', id)
  const move = registration && movesOf(registration).at(-1)
  if (!registration || !move || registration.status === 'canceled') return
  await takeDaysAlong(context, registration, move)
  const { check } = await rulesOf(context, idOf(registration.session))
  await takeCheckAlong(actOf(context, SYSTEM), registration, check)
}

/** The seat that was left goes to the next who waits for it. */
const giveSeatOn = async (context: Context, session: string): Promise<void> => {
  const found = await one(context, 'sessions', session)
  if (!found) return
  const { offers } = await rulesOf(context, found)
  await withSeats(actOf(context, SYSTEM), offers, async () => undefined)
}

/** What follows from a move: the seat that was left, the days, the check, and the letter with the new date. */
export const movedRegistrations: Step = {
  name: 'moved-registrations',
  follows: { registrations: ({ id, movedFrom }) => (movedFrom ? id : undefined) },
  handle: async (context, id) => {
    await takeMoveAlong(context, id)
    const registration = await one(context, 'registrations', id)
    const moves = registration ? movesOf(registration) : []
    const last = moves.at(-1)
    if (!registration || !last) return
    await giveSeatOn(context, last.session)
    if (registration.status === 'canceled') return
    const values = { moved_from: formatDay(last.from, 'en') }
    await notifyAbout(context, 'moved', registration, { key: String(moves.length), values })
  },
}
