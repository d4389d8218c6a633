import { businessDaysAfter } from '#collections/holidays/policy.ts'
import type { Agreement } from '#collections/registrations/agreement.ts'
import { PAYER_REASONS, type Payer } from '#collections/registrations/payer.ts'
import type { RegistrationForm } from '#collections/registrations/schema.ts'
import { dayIn, endOfDay } from '#collections/values/day.ts'
import type { Course } from '../../payload-types.ts'
import type { DeskContext } from '../context.ts'
import type { SessionRules } from '../rules.ts'
import { termsOf } from '../terms.ts'
import type { CourseRules } from './course.ts'

/** What a place costs this payer, in cents; null: on request. */
export const centsFor = ({ rate }: Payer, { memberRate, nonMemberRate }: Course): number | null => {
  if (rate === 'none') return 0
  return (rate === 'member' ? memberRate : nonMemberRate) ?? null
}

/** Until when a seat waits for its purchase order: some business days, but never beyond the start; null where none is to come. */
export const orderEnd = (
  { order }: RegistrationForm,
  { orderDays, library, facts }: SessionRules,
  { clock, zone }: DeskContext,
): Temporal.Instant | null => {
  if (order !== 'pending') return null
  const last = endOfDay(businessDaysAfter(dayIn(clock(), zone), orderDays, library.holidays), zone)
  return Temporal.Instant.compare(last, facts.startsAt) < 0 ? last : facts.startsAt
}

/** What somebody agrees to who registers now, copied so that no later change of a rule reaches it. */
export const agreementFor = (rules: CourseRules, payer: Payer, now: Temporal.Instant): Agreement => {
  const { library, course, events, facts, cancellation, check } = rules
  const { version, hash, text } = termsOf(library)
  return {
    at: now.toString(),
    terms: { version, hash, text },
    events: events.map(({ days, freeUntil }) => ({ days, freeUntil: freeUntil?.toString() ?? null })),
    timeZone: facts.timeZone,
    feePerDay: cancellation?.feePerDay ?? null,
    substitution: cancellation?.substitution ?? false,
    price: { rate: payer.rate, cents: centsFor(payer, course) },
    payer: { kind: payer.kind, name: payer.name, reason: PAYER_REASONS[payer.reason] },
    check: payer.needsCheck && check ? { cents: check.cents, due: check.due, lastMailDay: check.lastMailDay } : null,
    course: { title: course.title, slug: course.slug },
    locale: 'en',
  }
}
