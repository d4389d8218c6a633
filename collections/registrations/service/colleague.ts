import { personOf } from '../../people/actions.ts'
import type { Act } from '../../kernel/act.ts'
import { every } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import type { Day } from '../../values/day.ts'
import type { Context } from '../../context/context.ts'
import { askColleague, handDays } from '../accepting.ts'
import { sendColleague } from '../actions.ts'
import type { Agreement } from '../agreement.ts'
import {
  beginOf,
  colleagueAgreement,
  colleagueUntil,
  daysToHandOn,
  freeOf,
  isWholeSeat,
  openAsking,
  type Asked,
} from '../handing-on.ts'
import { agreementOf } from '../policy.ts'
import type { Done } from '../states.ts'
import { takeHandedDays } from './handed-days.ts'
import { daysOf, type Managed } from './managed.ts'

// What is done about a colleague who comes instead: for the whole seat or for single days, by the person and by the desk.

type Named = { name: string; email: string }

/** What would change hands, and what the colleague would agree to. */
export type Handing = { days: Day[]; isWhole: boolean; agreed: Agreement }

/** What is handed on when these days are, or everything that can be; undefined where that is not possible now. */
export const handingOf = async (
  context: Context,
  { registration, rules }: Managed,
  name: string,
  chosen: readonly Day[] | null,
): Promise<Handing | undefined> => {
  const { facts, events } = rules
  const rows = await daysOf(context, registration.id)
  const can = daysToHandOn(registration, facts, rows, context.now)
  const days = chosen === null ? can : can.filter((day) => chosen.includes(day))
  if (days.length === 0 || (chosen !== null && days.length < new Set(chosen).size)) return undefined
  const agreed = colleagueAgreement(registration, { name, days, session: facts, events, rows }, context.now)
  return { days, isWhole: isWholeSeat(days, facts, rows), agreed }
}

/** This mailbox has a seat of its own in the session already; whoever has days of this one can have more of them. */
const isRegistered = async (context: Context, { registration }: Managed, email: string): Promise<boolean> => {
  if (email === registration.email) return true
  const known = await every(context, 'registrations', {
    and: [
      { session: { equals: idOf(registration.session) } },
      { email: { equals: email } },
      { status: { not_equals: 'canceled' } },
    ],
  })
  return known.some(({ sharesSeatOf }) => idOf(sharesSeatOf) !== registration.id)
}

/** Asks a colleague to come instead, on these days or on all that are left. */
export const askForColleague = async (
  context: Context,
  act: Act,
  managed: Managed,
  { name, email }: Named,
  chosen: readonly Day[] | null,
): Promise<Done> => {
  const { registration, rules } = managed
  const handing = await handingOf(context, managed, name, chosen)
  if (!handing) return { ok: false, refusal: 'substitution-not-allowed' }
  if (await isRegistered(context, managed, email)) return { ok: false, refusal: 'colleague-not-possible' }
  const { days, isWhole } = handing
  const free = freeOf(days, agreementOf(registration), rules.events)
  const until = colleagueUntil(act.now, rules.offers.office, beginOf(rules.facts, days[0]!), free)
  const asked: Asked = {
    name,
    email,
    days: isWhole ? null : days,
    key: String(registration.revision + 1),
    at: act.now.toString(),
    until: until.toString(),
  }
  return askColleague(act, registration, asked)
}

type Accepted = { acceptance: 'online' | 'paper'; acceptedAt: Temporal.Instant; asking: string | null }

/** The colleague has accepted: the seat, or the days, are theirs. Answers with the registration they have now. */
export const takeOver = async (
  context: Context,
  act: Act,
  managed: Managed,
  { name, email }: Named,
  { days, isWhole, agreed }: Handing,
  { acceptance, acceptedAt, asking }: Accepted,
): Promise<Done<{ registration: string }>> => {
  const { registration } = managed
  const named = { name, email }
  if (await isRegistered(context, managed, email)) return { ok: false, refusal: 'colleague-not-possible' }
  const { id: person } = await personOf(act, {
    ...named,
    organization: registration.organization ? idOf(registration.organization) : undefined,
    employer: registration.employer,
  })
  const taken = { acceptance, acceptedAt: acceptedAt.toString(), agreed, asking }
  if (isWhole) {
    const done = await sendColleague(act, registration, { person, ...named }, taken)
    return done.ok ? { ok: true, registration: registration.id } : done
  }
  const key = String(registration.revision + 1)
  const handed = { ...taken, ...named, person, days, key, at: act.now.toString() }
  const done = await handDays(act, registration, handed)
  if (!done.ok) return done
  const theirs = await takeHandedDays(context, registration.id)
  return { ok: true, registration: theirs.get(handed.key) ?? registration.id }
}

/** The desk has the colleague's word on paper: of the one who was asked, or of whoever comes now. */
export const noteColleague = async (
  context: Context,
  act: Act,
  managed: Managed,
  named: Named,
  chosen: readonly Day[] | null,
  signedAt: Temporal.Instant,
): Promise<Done> => {
  const handing = await handingOf(context, managed, named.name, chosen)
  if (!handing) return { ok: false, refusal: 'substitution-not-allowed' }
  const asking = openAsking(managed.registration)?.key ?? null
  return takeOver(context, act, managed, named, handing, { acceptance: 'paper', acceptedAt: signedAt, asking })
}
