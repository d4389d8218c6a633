import type { Context } from '../../context/context.ts'
import type { Act } from '../../kernel/act.ts'
import type { Organization } from '../../kernel/payload-types.ts'
import { count, every, one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { changedMeanwhile } from '../../staff/shown.ts'
import { worded } from '../../staff/refusals.ts'
import type { StaffDone } from '../../staff/views.ts'
import { linkPayer, merge } from '../actions.ts'
import { ORGANIZATION_REFUSALS } from '../policy.ts'
import { payersOf } from '../queries.ts'
import { referrersOf } from '../referrers.ts'
import { recordOf } from './detail.ts'
import type { OrganizationDetail, OrganizationLine, TypedPayer } from './staff-views.ts'

const ofOrganization = worded(ORGANIZATION_REFUSALS)

const lineOf = (organization: Organization, names: ReadonlyMap<string, string>): OrganizationLine => ({
  id: organization.id,
  name: organization.name,
  member: organization.member ?? false,
  isOffered: !organization.inactive && !organization.mergedInto,
  mergedInto: names.get(idOf(organization.mergedInto) ?? '') ?? null,
})

/** Names people typed under which lines were booked, and that no organization of the list stands for. */
const typedPayers = async (context: Context): Promise<TypedPayer[]> => {
  const [payers, lines] = await Promise.all([
    payersOf(context.payload),
    every(context, 'charges', { payerKind: { equals: 'outside' } }, { sort: '-bookedAt' }),
  ])
  const open = lines.filter(({ payerKey }) => payers.organization(payerKey) === undefined)
  return [...Map.groupBy(open, ({ payerKey }) => payers.now(payerKey))].map(([key, of]) => ({
    key,
    name: of[0]!.payerName,
    email: of[0]!.payerEmail ?? null,
    lines: of.length,
  }))
}

const shownOf = (organization: Organization, into: Organization | undefined): string =>
  [organization.updatedAt, into?.id, into?.updatedAt].filter(Boolean).join(' ')

type MergeForm = { into: string; reason: string; shown?: string }

/** Organizations, as a registrar merges them and links names that people typed. */
export const staffOrganizations = (context: Context, act: Act) => {
  const all = async () => {
    const organizations = await every(context, 'organizations', {}, { sort: 'name' })
    return { organizations, names: new Map(organizations.map(({ id, name }) => [id, name])) }
  }

  return {
    list: async (): Promise<OrganizationLine[]> => {
      const { organizations, names } = await all()
      return organizations.map((organization) => lineOf(organization, names))
    },

    /** One of them; `into` is another it might be merged into. */
    read: async (id: string, into: string): Promise<OrganizationDetail | undefined> => {
      const organization = await one(context, 'organizations', id)
      if (!organization) return undefined
      const { organizations, names } = await all()
      const others = organizations
        .filter((other) => other.id !== id && !other.mergedInto)
        .map((other) => ({ id: other.id, name: other.name }))
      const look = others.find((other) => other.id === (into || idOf(organization.mergedInto))) ?? null
      return {
        ...lineOf(organization, names),
        record: await recordOf(context, organization),
        referrers: await referrersOf((collection, where) => count(context, collection, where), id),
        linked: ((organization.payerKeys as string[] | null) ?? []).map((key) => key.slice('outside:'.length)),
        typed: await typedPayers(context),
        look,
        shown: shownOf(organization, look?.id ? await one(context, 'organizations', look.id) : undefined),
        others,
      }
    },

    /** `shown`: the state the form was filled in on. */
    merge: async (id: string, { into, reason, shown }: MergeForm): Promise<StaffDone> => {
      const [from, target] = await Promise.all([one(context, 'organizations', id), one(context, 'organizations', into)])
      if (shown && from && shown !== shownOf(from, target))
        return changedMeanwhile(context, 'organizations', from.mergedInto || !target?.mergedInto ? id : target.id)
      return ofOrganization(await merge(act, id, { into, reason }))
    },

    linkPayer: async (id: string, key: string): Promise<StaffDone> => ofOrganization(await linkPayer(act, id, key)),
  }
}
