import type { CollectionSlug } from 'payload'
import type { Act } from '../kernel/act.ts'
import { writeEntry } from '../kernel/audit.ts'
import type { Organization, Registration } from '../kernel/payload-types.ts'
import { change } from '../kernel/change.ts'
import { compareAndSet, type Fields } from '../kernel/keyed.ts'
import { every, one } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { refusalToMerge, type OrganizationRefusal } from './policy.ts'
import { payersOf } from './queries.ts'
import { REFERRERS, referring } from './referrers.ts'

export type OrganizationDone = { ok: true } | { ok: false; refusal: OrganizationRefusal }

/** Our own writes go past hooks; this one lets everybody who keeps the list in memory read it again. */
const announced = (act: Act, id: string, data: Partial<Organization>): Promise<Organization> =>
  act.payload.update({ collection: 'organizations', id, data, depth: 0, overrideAccess: true })

const refused = (refusal: OrganizationRefusal): OrganizationDone => ({ ok: false, refusal })

const mergeableOf = ({ id, mergedInto }: Organization) => ({ id, mergedInto: idOf(mergedInto) ?? null })

/** The fields of a registration in which one organization is another from now on. What was agreed to stays as it was. */
const movedFields = (registration: Registration, from: string, into: Organization): Fields<'registrations'> => {
  const { organization, host, payer, sponsor } = registration
  return {
    ...(idOf(organization) === from && { organization: into.id }),
    ...(idOf(host) === from && { host: into.id }),
    ...(idOf(payer.organization) === from && { payer: { ...payer, organization: into.id, name: into.name } }),
    ...(idOf(sponsor?.organization) === from && { sponsor: { ...sponsor, organization: into.id, name: into.name } }),
  }
}

const moveRegistrations = async (act: Act, from: string, into: Organization): Promise<boolean> => {
  const paths = REFERRERS.find(({ collection }) => collection === 'registrations')!.paths
  const registrations = await every(act, 'registrations', referring(paths, from))
  const moved = await Promise.all(
    // The log has the merger.
    registrations.map((one) => change(act, 'registrations', one, movedFields(one, from, into), null)),
  )
  return moved.every(Boolean)
}

/** Documents whose only tie is the employer. */
const EMPLOYED = {
  people: (act, id, organization) => compareAndSet(act.payload, 'people', id, {}, { organization }),
  applications: (act, id, organization) => compareAndSet(act.payload, 'applications', id, {}, { organization }),
  submissions: (act, id, organization) => compareAndSet(act.payload, 'submissions', id, {}, { organization }),
  users: (act, id, organization) => compareAndSet(act.payload, 'users', id, {}, { organization }),
} satisfies Partial<Record<CollectionSlug, (act: Act, id: string, organization: string) => Promise<unknown>>>

const moveOthers = async (act: Act, from: string, into: string): Promise<void> => {
  for (const collection of ['people', 'applications', 'submissions', 'users'] as const)
    for (const { id } of await every(act, collection, { organization: { equals: from } }))
      await EMPLOYED[collection](act, id, into)
}

/**
 * Merges an organization into another. The one write that decides says which took it over; registrations, people and whoever else
 * names it go along. Lines and statements keep the payer they were made for: what is still to be billed or paid of them finds the
 * other through the merger. Done again, it completes what was cut off.
 */
export const merge = async (
  act: Act,
  id: string,
  { into: target, reason }: { into: string; reason: string },
): Promise<OrganizationDone> => {
  const from = await one(act, 'organizations', id)
  if (!from) return refused('not-found')
  const into = target ? await one(act, 'organizations', target) : undefined
  const refusal = refusalToMerge(mergeableOf(from), into && mergeableOf(into), reason)
  if (refusal || !into) return refused(refusal ?? 'no-target')
  if (!from.mergedInto) {
    const merged = await compareAndSet(
      act.payload,
      'organizations',
      id,
      { mergedInto: { exists: false } },
      { mergedInto: into.id, inactive: true },
    )
    if (!merged) return refused('changed-meanwhile')
    await announced(act, id, { inactive: true })
  }
  const isWhole = await moveRegistrations(act, id, into)
  await moveOthers(act, id, into.id)
  await writeEntry(act, {
    key: `organization:${id}:merged:${into.id}`,
    kind: 'organization.merged',
    summary: `${from.name} was merged into ${into.name}`,
    reason: reason.trim(),
    data: { from: id, into: into.id },
  })
  return isWhole ? { ok: true } : refused('changed-meanwhile')
}

/** Links a name that people typed to an organization of the list: its lines and statements are the organization's from now on. */
export const linkPayer = async (act: Act, id: string, payerKey: string): Promise<OrganizationDone> => {
  const organization = await one(act, 'organizations', id)
  if (!organization) return refused('not-found')
  if (!payerKey.startsWith('outside:')) return refused('no-payer')
  const keys = (organization.payerKeys as string[] | null) ?? []
  if (keys.includes(payerKey)) return { ok: true }
  const other = (await payersOf(act.payload)).organization(payerKey)
  if (other !== undefined && other !== id) return refused('linked-elsewhere')
  const asRead = { updatedAt: { equals: organization.updatedAt } }
  if (!(await compareAndSet(act.payload, 'organizations', id, asRead, { payerKeys: [...keys, payerKey] })))
    return refused('changed-meanwhile')
  await writeEntry(act, {
    key: `organization:${id}:linked:${payerKey}`,
    kind: 'organization.linked',
    summary: `${payerKey.slice('outside:'.length).split('|', 1)[0]} is ${organization.name}`,
    data: { organization: id, payerKey },
  })
  return { ok: true }
}
