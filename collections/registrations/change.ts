import type { Registration } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import type { Entry } from '../kernel/audit.ts'
import { change as changeRecord } from '../kernel/change.ts'
import type { Fields } from '../kernel/keyed.ts'
import { idOf } from '../kernel/related.ts'
import type { Canceler } from './states.ts'

/** A registration as it was read; what is done with it is done only if it has not changed since. */
export type Known = Registration

/** The answer where it has. */
export const CHANGED = { ok: false, refusal: 'changed-meanwhile' } as const

/** What the audit log says. `what` names the step once for all time; up to its first colon it is the kind. */
export type Said = { what: string; summary: string; reason?: string }

/** A line of the audit log about a registration. */
export const entryOf = ({ id, session }: Pick<Known, 'id' | 'session'>, { what, summary, reason }: Said): Entry => ({
  key: `registration:${id}:${what}`,
  kind: `registration.${what.split(':', 1)[0]!}`,
  summary,
  reason,
  registration: id,
  session: idOf(session),
})

/** One write that depends on nothing having changed; it leaves consequences to derive. Undefined: something had. */
export const change = (
  act: Act,
  known: Known,
  data: Fields<'registrations'>,
  said: Said,
  absent: readonly ('seatKey' | 'activeKey' | 'waitKey' | 'offerUntil' | 'answerBy')[] = [],
): Promise<Registration | undefined> =>
  changeRecord(act, 'registrations', known, data, (now) => entryOf(now, said), {
    only: { status: { equals: known.status } },
    absent,
  })

/** What a registration that has ended leaves to others. */
const ENDED = ['seatKey', 'activeKey', 'waitKey'] as const

/** Ends a registration: its seat is free, and the person may register again. */
export const end = (
  act: Act,
  known: Known,
  by: Canceler,
  said: Said,
  data: Fields<'registrations'> = {},
): Promise<Registration | undefined> =>
  change(
    act,
    known,
    {
      canceledAt: act.now.toString(),
      ...data,
      status: 'canceled',
      canceledBy: by,
      canceledFrom: known.status,
      formerSeatKey: known.seatKey,
    },
    said,
    // What ran out goes on saying until when it was.
    [
      ...ENDED,
      ...(by === 'offer' || by === 'mailbox' ? [] : (['offerUntil'] as const)),
      ...(by === 'terms' ? [] : (['answerBy'] as const)),
    ],
  )
