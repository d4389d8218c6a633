import type { Context } from '../../context/context.ts'
import { tableOf, type Column, type Table } from '../../exports/table.ts'
import type { Organization } from '../../kernel/payload-types.ts'
import { passing } from '../../kernel/queries.ts'
import { naming } from '../../staff/known.ts'
import { organizationNames } from '../../staff/queries.ts'
import { yes } from '../../values/cells.ts'
import { ORGANIZATION_KIND_LABELS } from '../states.ts'

const FIELDS = [
  'name',
  'kind',
  'member',
  'hosting',
  'blanketPromise',
  'blanketUntil',
  'inactive',
  'mergedInto',
  'city',
  'state',
  'contact',
  'billing',
] as const
type Row = Pick<Organization, (typeof FIELDS)[number]> & { id: string }

/** Every organization, with whom the desk writes to. */
export const organizationsTable = async (context: Context): Promise<Table> => {
  const named = naming(await organizationNames(context))
  const columns: Column<Row>[] = [
    { name: 'Name', of: ({ name }) => name },
    { name: 'Kind', of: ({ kind }) => ORGANIZATION_KIND_LABELS[kind] },
    { name: 'Member', of: ({ member }) => yes(member) },
    { name: 'Hosts substitutes', of: ({ hosting }) => yes(hosting) },
    { name: 'Promised for everyone', of: ({ blanketPromise }) => yes(blanketPromise) },
    { name: 'Promise until', of: ({ blanketUntil }) => blanketUntil ?? '' },
    { name: 'Offered', of: ({ inactive, mergedInto }) => yes(!inactive && !mergedInto) },
    { name: 'Taken over by', of: ({ mergedInto }) => named(mergedInto) },
    { name: 'City', of: ({ city }) => city ?? '' },
    { name: 'State', of: ({ state }) => state ?? '' },
    { name: 'Contact', of: ({ contact }) => contact?.name ?? '' },
    { name: 'Contact’s e-mail', of: ({ contact }) => contact?.email ?? '' },
    { name: 'Contact’s telephone', of: ({ contact }) => contact?.phone ?? '' },
    { name: 'Statements go to', of: ({ billing, contact }) => billing?.email || (contact?.email ?? '') },
    { name: 'Postal address', of: ({ billing }) => billing?.address ?? '' },
    { name: 'Days to pay', of: ({ billing }) => billing?.termsDays ?? null },
    { name: 'Standing purchase order', of: ({ billing }) => billing?.purchaseOrder ?? '' },
  ]
  return tableOf(
    { name: 'organizations', title: 'Organizations' },
    columns,
    passing(context, 'organizations', {}, FIELDS, { by: 'name' }),
  )
}
