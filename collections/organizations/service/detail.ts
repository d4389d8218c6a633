import type { Context } from '../../context/context.ts'
import { balanceOf } from '../../invoices/policy.ts'
import type { Organization, Registration } from '../../kernel/payload-types.ts'
import { every } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { ACTIVE } from '../../registrations/states.ts'
import { personKnown, seatsOf } from '../../staff/people.ts'
import { parentOf } from '../../staff/queries.ts'
import { chargeEntries } from '../../staff/records.ts'
import { instantOf } from '../../values/day.ts'
import { mailboxesIn } from '../../values/mailboxes.ts'
import type { OrganizationRecord } from './staff-views.ts'

/** More than a page is read for; the search finds the others. */
const MOST = 200

/** Of registrations, the course and day of each. */
const titled = async (context: Context, registrations: readonly Registration[]) => {
  const ids = [...new Set(registrations.map(({ session }) => idOf(session)))]
  const sessions = ids.length > 0 ? await every(context, 'sessions', { id: { in: ids } }) : []
  const titles = new Map(
    await Promise.all(sessions.map(async (session) => [session.id, (await parentOf(context, session)).title] as const)),
  )
  return registrations.map((registration) => ({
    registration: registration.id,
    name: registration.name,
    title: titles.get(idOf(registration.session)) ?? '',
  }))
}

const promisesOf = async (context: Context, id: string): Promise<OrganizationRecord['promises']> => {
  const promised = await every(
    context,
    'registrations',
    { and: [{ host: { equals: id } }, { status: { in: [...ACTIVE] } }] },
    { sort: 'name', limit: MOST },
  )
  const named = promised.flatMap((one) => (one.permission?.state ? [one] : []))
  const lines = await titled(context, named)
  return named.map(({ participation, permission }, at) => ({
    ...lines[at]!,
    participation,
    state: permission!.state!,
  }))
}

const ordersOf = async (context: Context, id: string): Promise<OrganizationRecord['orders']> => {
  const ordered = await every(
    context,
    'registrations',
    {
      and: [
        { 'payer.organization': { equals: id } },
        { 'order.state': { in: ['pending', 'received'] } },
        { status: { in: [...ACTIVE] } },
      ],
    },
    { sort: 'name', limit: MOST },
  )
  const lines = await titled(context, ordered)
  return ordered.map(({ order }, at) => ({
    ...lines[at]!,
    state: order.state,
    number: order.number ?? null,
    dueAt: instantOf(order.dueAt),
  }))
}

const peopleOf = async (context: Context, id: string): Promise<OrganizationRecord['people']> => {
  const people = await every(
    context,
    'people',
    { and: [{ organization: { equals: id } }, { joinedInto: { exists: false } }] },
    { sort: 'name', limit: MOST },
  )
  const names = await context.organizations()
  const seats = await seatsOf(
    context,
    people.map((person) => person.id),
  )
  const isComing = (endsAt: Temporal.Instant) => Temporal.Instant.compare(endsAt, context.now) > 0
  return people.map((person) => ({
    ...personKnown(person, names),
    jobTitle: person.jobTitle || null,
    coming: (seats.get(person.id) ?? []).filter(
      ({ status, session }) => status !== 'canceled' && isComing(session.line.endsAt),
    ).length,
  }))
}

/** Everything about an organization that is done elsewhere, each with the way there. */
export const recordOf = async (context: Context, organization: Organization): Promise<OrganizationRecord> => {
  const { id, contact, billing } = organization
  const [people, promises, orders, invoices, open] = await Promise.all([
    peopleOf(context, id),
    promisesOf(context, id),
    ordersOf(context, id),
    every(context, 'invoices', { organization: { equals: id } }, { sort: '-number', limit: MOST }),
    chargeEntries(context, { and: [{ organization: { equals: id } }, { invoice: { exists: false } }] }),
  ])
  return {
    contact: {
      name: contact?.name || null,
      email: contact?.email || null,
      phone: contact?.phone || null,
      mailboxes: mailboxesIn(billing?.email ?? ''),
      address: billing?.address || null,
      order: billing?.purchaseOrder || null,
    },
    people,
    promises,
    orders,
    open,
    statements: invoices.map((invoice) => ({
      number: invoice.number,
      state: invoice.state,
      totalCents: invoice.totalCents,
      balanceCents: balanceOf(invoice),
    })),
  }
}
