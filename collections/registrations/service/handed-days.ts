import { dropSubstituted, recordSubstituted } from '../../attendance/actions.ts'
import { actOf, type Context } from '../../context/context.ts'
import type { Step } from '../../followups/service/step.ts'
import { SYSTEM, type Act } from '../../kernel/act.ts'
import { change } from '../../kernel/change.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { raiseRevision } from '../../kernel/keyed.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { first, one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { daysText } from '../../messages/changes.ts'
import { handedBillOf } from '../../messages/sentences.ts'
import { payerNameOf, plainName } from '../../messages/values.ts'
import { forSomebodyElse, payerAfter } from '../actions.ts'
import { enroll } from '../enroll.ts'
import { agreedToAll, handedOnOf, type HandedDays } from '../handing-on.ts'
import { agreementOf } from '../policy.ts'
import { sharedSeatKey } from '../seats.ts'
import { notifyAbout } from './notifications.ts'
import { rulesOf, type SessionRules } from './rules.ts'

const attemptOf = ({ id }: Registration, { key }: HandedDays): string => `handed:${id}:${key}`

/** The colleague's own registration, for the days they took over; made where it is missing, by its attempt. */
const registrationFor = async (
  context: Context,
  holder: Registration,
  handed: HandedDays,
  { facts }: SessionRules,
): Promise<Registration | undefined> => {
  const { person, name, email, days, at, acceptance, acceptedAt, agreed } = handed
  const attempt = attemptOf(holder, handed)
  const act = { ...actOf(context, { kind: 'person', name }), now: Temporal.Instant.from(at) }
  const { id: _, createdAt: __, updatedAt: ___, ...seat } = holder
  const enrolled = await enroll(act, {
    session: facts.id,
    person,
    sharedKey: sharedSeatKey(facts.id, holder.id, days[0]!),
    limit: null,
    waitsForDecision: false,
    attempt,
    attemptHash: attempt,
    details: {
      notifiedDays: daysText(facts),
      participation: seat.participation,
      organization: seat.organization,
      employer: seat.employer,
      host: seat.host,
      sponsor: seat.sponsor,
      source: seat.source,
      name,
      email,
      ...forSomebodyElse(holder, { person, name, email }, at),
      order: seat.order.state === 'received' ? { state: 'received', number: seat.order.number } : { state: 'none' },
      payer: payerAfter(holder, { person, name, email }),
      agreed: { ...agreed },
      acceptance,
      acceptedAt,
      sharesSeatOf: holder.id,
    },
  })
  return 'registration' in enrolled ? enrolled.registration : undefined
}

/** What came to the same registration of a colleague until a handing on, that one included. */
const upTo = (all: readonly HandedDays[], handed: HandedDays, theirs: ReadonlyMap<string, string>): HandedDays[] =>
  all.slice(0, all.indexOf(handed) + 1).filter(({ key }) => theirs.get(key) === theirs.get(handed.key))

/** The colleague's agreement is about all the days they have. */
const agreeToAll = async (act: Act, { id }: Registration, handings: readonly HandedDays[]): Promise<void> => {
  const registration = await one(act, 'registrations', id)
  if (!registration) return
  const { since } = agreementOf(registration)
  const agreed = handings.length > 1 ? { ...agreedToAll(handings), ...(since && { since }) } : undefined
  // What was handed on is said of the registration it was of.
  const done = await change(act, 'registrations', registration, agreed ? { agreed } : {}, null)
  if (!done) throw new Error(`Registration ${id} changed while days were added to it.`)
}

/**
 * Makes true what a registration says of days it handed on: each colleague has a registration for them, and the ledger says on both
 * who comes on which day. Doing it again changes nothing. Answers with the colleagues' registrations, by the key of each handing on.
 */
export const takeHandedDays = async (context: Context, id: string): Promise<Map<string, string>> => {
  const theirs = new Map<string, string>()
  const holder = await one(context, 'registrations', id)
  const all = holder ? handedOnOf(holder) : []
  if (!holder || all.length === 0) return theirs
  const rules = await rulesOf(context, idOf(holder.session))
  const dates = [...new Set(rules.facts.days.map(({ date }) => date))]
  const act = actOf(context, SYSTEM)
  for (const handed of all) {
    const registration = await registrationFor(context, holder, handed, rules)
    if (registration) theirs.set(handed.key, registration.id)
    // Once it is done the session may move, and the ledger moves along.
    const key = `registration:${holder.id}:days-taken:${handed.key}`
    if (await first(context, 'events', { key: { equals: key } })) continue
    const { at, name, days } = handed
    for (const date of days) await recordSubstituted(act, holder, date, { at, note: name })
    await raiseRevision(context.payload, 'registrations', holder.id)
    // Only for the one made for it: whoever registered otherwise meanwhile comes on all days.
    if (registration && idOf(registration.sharesSeatOf) === holder.id) {
      const handings = upTo(all, handed, theirs)
      const theirDays = handings.flatMap((one) => one.days)
      for (const date of days) await dropSubstituted(act, registration, date)
      for (const date of dates.filter((day) => !theirDays.includes(day)))
        await recordSubstituted(act, registration, date, { at, note: holder.name })
      await agreeToAll(act, registration, handings)
    }
    await writeEntry(act, {
      key,
      kind: 'registration.days-taken',
      summary: `${name} has taken over ${days.join(', ')} of ${holder.name}`,
      registration: holder.id,
      session: rules.facts.id,
    })
  }
  return theirs
}

/** Tells whoever handed days on that they are the colleague's now, once for each time. */
const notifyHolder = async (context: Context, holder: Registration): Promise<void> => {
  for (const { key, days, name } of handedOnOf(holder)) {
    const colleague = plainName(name, 'Your colleague')
    const payer = payerNameOf(holder.payer, 'whoever you named')
    await notifyAbout(context, 'day-substituted', holder, {
      key,
      values: { colleague, handed_bill: handedBillOf(holder, colleague, payer) },
      facts: (facts) => ({ ...facts, about: days }),
    })
  }
}

/** Tells a colleague who has days already of those that came to them. The first time the registration itself is news. */
const notifyColleagues = async (
  context: Context,
  holder: Registration,
  theirs: ReadonlyMap<string, string>,
): Promise<void> => {
  const all = handedOnOf(holder)
  for (const handed of all) {
    if (upTo(all, handed, theirs).length === 1) continue
    const registration = await one(context, 'registrations', theirs.get(handed.key) ?? '')
    const isOpen = registration?.status === 'confirmed' && idOf(registration.sharesSeatOf) === holder.id
    if (isOpen) await notifyAbout(context, 'confirmed', registration, { key: `days-${handed.key}` })
  }
}

/** What follows from days that were handed on: the colleague's registration, the ledger of days, and what the holder reads. */
export const handedDays: Step = {
  name: 'handed-days',
  follows: { registrations: ({ id, handedOn }) => (handedOn ? id : undefined) },
  handle: async (context, id) => {
    const theirs = await takeHandedDays(context, id)
    const holder = await one(context, 'registrations', id)
    if (holder) await notifyColleagues(context, holder, theirs)
    if (holder && holder.status !== 'canceled') await notifyHolder(context, holder)
  },
}
