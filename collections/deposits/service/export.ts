import type { Context } from '../../context/context.ts'
import { tableOf, type Column, type Table } from '../../exports/table.ts'
import type { Deposit, Person } from '../../kernel/payload-types.ts'
import { passing, pluck } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { sessionsKnown } from '../../staff/known.ts'
import { amountsOf } from '../amounts.ts'
import { DEPOSIT_STATE_LABELS } from '../states.ts'

const FIELDS = [
  'name',
  'person',
  'session',
  'state',
  'dueCents',
  'dueOn',
  'lastMailDay',
  'checkNumber',
  'receivedCents',
  'receivedOn',
  'depositedCents',
  'refundedCents',
  'refundedOn',
  'refundReference',
  'closedOn',
  'reason',
] as const
type Found = Pick<Deposit, (typeof FIELDS)[number]> & { id: string }
type Row = Found & { of: Pick<Person, 'email' | 'address'> | undefined }

async function* withPeople(context: Context, pages: AsyncIterable<Found[]>): AsyncGenerator<Row[]> {
  for await (const page of pages) {
    const ids = [...new Set(page.map(({ person }) => idOf(person)))]
    const people = new Map(
      (await pluck(context, 'people', { id: { in: ids } }, ['email', 'address'])).map((one) => [one.id, one]),
    )
    yield page.map((row) => ({ ...row, of: people.get(idOf(row.person)) }))
  }
}

/** Every check that was ever asked for. */
export const checksTable = async (context: Context): Promise<Table> => {
  const sessions = await sessionsKnown(context)
  const money = (name: string, of: (amounts: ReturnType<typeof amountsOf>) => number): Column<Row> => ({
    name,
    of: (row) => ({ cents: of(amountsOf(row)) }),
  })
  const columns: Column<Row>[] = [
    { name: 'Name', of: ({ name }) => name },
    { name: 'E-mail', of: ({ of }) => of?.email ?? '' },
    { name: 'Postal address', of: ({ of }) => of?.address ?? '' },
    { name: 'Session', of: ({ session }) => sessions.get(idOf(session))?.title ?? '' },
    { name: 'First day', of: ({ session }) => sessions.get(idOf(session))?.days[0] ?? '' },
    { name: 'How it stands', of: ({ state }) => DEPOSIT_STATE_LABELS[state] },
    { name: 'Due', of: ({ dueOn }) => dueOn },
    { name: 'Mail by', of: ({ lastMailDay }) => lastMailDay },
    { name: 'Check number', of: ({ checkNumber }) => checkNumber ?? '' },
    { name: 'Received on', of: ({ receivedOn }) => receivedOn ?? '' },
    money('Asked for', ({ asked }) => asked),
    money('Received', ({ received }) => received),
    money('In the drawer', ({ held }) => held),
    money('Returned', ({ returned }) => returned),
    money('Kept', ({ kept }) => kept),
    money('To be refunded', ({ toRefund }) => toRefund),
    money('Refunded', ({ refunded }) => refunded),
    { name: 'Refunded on', of: ({ refundedOn }) => refundedOn ?? '' },
    { name: 'How', of: ({ refundReference }) => refundReference ?? '' },
    { name: 'Closed on', of: ({ closedOn }) => closedOn ?? '' },
    { name: 'Why', of: ({ reason }) => reason ?? '' },
  ]
  const pages = passing(context, 'deposits', {}, FIELDS, { by: 'dueOn' })
  return tableOf({ name: 'checks', title: 'Checks' }, columns, withPeople(context, pages))
}
