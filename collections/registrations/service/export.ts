import type { Where } from 'payload'
import { wasThere } from '../../attendance/states.ts'
import type { Context } from '../../context/context.ts'
import { DEPOSIT_STATE_LABELS } from '../../deposits/states.ts'
import { tableOf, type Column, type Filter, type Table } from '../../exports/table.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { flatColumns } from '../../kernel/columns.ts'
import { passing } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { naming, sessionsKnown, type SessionKnown } from '../../staff/known.ts'
import { organizationNames } from '../../staff/queries.ts'
import { momentCell, yes } from '../../values/cells.ts'
import { clockHours } from '../../values/hours.ts'
import { isFoundBy, searchable, searchFor } from '../../values/searchable.ts'
import {
  ACCEPTANCE_LABELS,
  CANCELER_LABELS,
  GATE_LABELS,
  ORDER_STATE_LABELS,
  PARTICIPATION_LABELS,
  PERMISSION_LABELS,
  SOURCE_LABELS,
  STATUS_LABELS,
} from '../states.ts'

const FIELDS = [
  'name',
  'email',
  'session',
  'person',
  'status',
  'participation',
  'organization',
  'employer',
  'jobTitle',
  'host',
  'needs',
  'note',
  'payer',
  'order',
  'gate',
  'permission',
  'acceptance',
  'acceptedAt',
  'mediaRelease',
  'canceledAt',
  'canceledBy',
  'cancelReason',
  'source',
  'createdAt',
] as const
type Found = Pick<Registration, (typeof FIELDS)[number]> & { id: string }
type Row = Found & { minutes: number; days: number; check: string; phone: string }

/** What is read beside of the registrations of one page. */
async function* withBeside(context: Context, pages: AsyncIterable<Found[]>): AsyncGenerator<Row[]> {
  for await (const page of pages) {
    const ofThese = { field: 'registration', values: page.map(({ id }) => id) } as const
    const ids = [...new Set(page.map(({ person }) => idOf(person)))]
    const [attendance, deposits, people] = await Promise.all([
      flatColumns(context, 'attendance', ['registration', 'state', 'minutes'], ofThese),
      flatColumns(context, 'deposits', ['registration', 'state'], ofThese),
      flatColumns(context, 'people', ['phone'], { field: 'id', values: ids }),
    ])
    const there = Map.groupBy(
      attendance.filter(({ state }) => wasThere(state)),
      ({ registration }) => registration,
    )
    const checks = new Map(deposits.map(({ registration, state }) => [registration, DEPOSIT_STATE_LABELS[state]]))
    const phones = new Map(people.map(({ id, phone }) => [id, phone ?? '']))
    yield page.map((row) => ({
      ...row,
      days: there.get(row.id)?.length ?? 0,
      minutes: (there.get(row.id) ?? []).reduce((sum, { minutes }) => sum + minutes, 0),
      check: checks.get(row.id) ?? '',
      phone: phones.get(idOf(row.person)) ?? '',
    }))
  }
}

const columnsOf = (
  { zone }: Context,
  organization: ReturnType<typeof naming>,
  sessions: ReadonlyMap<string, SessionKnown>,
): Column<Row>[] => {
  const session = (row: Row) => sessions.get(idOf(row.session))
  return [
    { name: 'Name', of: ({ name }) => name },
    { name: 'E-mail', of: ({ email }) => email },
    { name: 'Telephone', of: ({ phone }) => phone },
    { name: 'Employer', of: (row) => organization(row.organization) || (row.employer ?? '') },
    { name: 'Job title', of: ({ jobTitle }) => jobTitle ?? '' },
    { name: 'Session', of: (row) => session(row)?.title ?? '' },
    { name: 'First day', of: (row) => session(row)?.days[0] ?? '' },
    { name: 'Last day', of: (row) => session(row)?.days.at(-1) ?? '' },
    { name: 'How it stands', of: ({ status }) => STATUS_LABELS[status] },
    { name: 'Takes part as', of: ({ participation }) => PARTICIPATION_LABELS[participation] },
    { name: 'Host', of: ({ host }) => organization(host) },
    { name: 'Permission', of: ({ permission }) => (permission?.state ? PERMISSION_LABELS[permission.state] : '') },
    { name: 'Prerequisites', of: ({ gate }) => GATE_LABELS[gate] },
    { name: 'Terms', of: ({ acceptance }) => (acceptance ? ACCEPTANCE_LABELS[acceptance] : '') },
    { name: 'Terms accepted', of: ({ acceptedAt }) => momentCell(acceptedAt, zone) },
    { name: 'Payer', of: ({ payer }) => payer.name },
    { name: 'Why this payer', of: ({ payer }) => payer.reason },
    { name: 'Purchase order', of: ({ order }) => order.number ?? '' },
    { name: 'Order stands', of: ({ order }) => ORDER_STATE_LABELS[order.state] },
    { name: 'Check', of: ({ check }) => check },
    { name: 'Needs', of: ({ needs }) => needs ?? '' },
    { name: 'Media release', of: ({ mediaRelease }) => yes(mediaRelease) },
    { name: 'Days attended', of: ({ days }) => days },
    { name: 'Minutes', of: ({ minutes }) => minutes },
    { name: 'Clock hours', of: ({ minutes }) => clockHours(minutes) },
    { name: 'Registered', of: ({ createdAt }) => momentCell(createdAt, zone) },
    { name: 'Through', of: ({ source }) => SOURCE_LABELS[source] },
    { name: 'Canceled', of: ({ canceledAt }) => momentCell(canceledAt, zone) },
    { name: 'Canceled by', of: ({ canceledBy }) => (canceledBy ? CANCELER_LABELS[canceledBy] : '') },
    { name: 'Why', of: ({ cancelReason }) => cancelReason ?? '' },
    { name: 'Note of the desk', of: ({ note }) => note ?? '' },
  ]
}

/** Those of a search, as the roster finds them: by name, address or employer. */
async function* foundBy(
  typed: string,
  organization: ReturnType<typeof naming>,
  pages: AsyncIterable<Found[]>,
): AsyncGenerator<Found[]> {
  const search = searchFor(typed)
  for await (const page of pages)
    yield page.filter((row) =>
      isFoundBy(searchable(row.name, row.email, organization(row.organization) || (row.employer ?? '')), search),
    )
}

/** Every registration, or those of a session (`session`), found by what was typed (`q`). */
export const registrationsTable = async (context: Context, filter: Filter): Promise<Table> => {
  const [names, sessions] = await Promise.all([organizationNames(context), sessionsKnown(context)])
  const organization = naming(names)
  const { session, q = '' } = filter
  const where: Where = session ? { session: { equals: session } } : {}
  const read = passing(context, 'registrations', where, FIELDS, {
    by: 'createdAt',
  })
  const found = q.trim() === '' ? read : foundBy(q, organization, read)
  return tableOf(
    { name: session ? 'roster' : 'registrations', title: session ? 'Roster' : 'Registrations' },
    columnsOf(context, organization, sessions),
    withBeside(context, found),
  )
}
