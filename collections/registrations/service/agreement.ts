import type { Agreement } from '../agreement.ts'
import { orderEnd } from '../office.ts'
import { PAYER_REASONS, type Payer } from '../payer.ts'
import type { RegistrationForm } from '../schema.ts'
import type { Course } from '../../kernel/payload-types.ts'
import type { Clock } from '../../catalog/courses.ts'
import type { Context } from '../../context/context.ts'
import type { SessionRules } from './rules.ts'
import { termsOf } from './terms.ts'
import type { CourseRules } from './course.ts'

/** What a place costs at a rate, in cents; null: on request. */
export const centsOfRate = (rate: Payer['rate'], { memberRate, nonMemberRate }: Course): number | null => {
  if (rate === 'none') return 0
  return (rate === 'member' ? memberRate : nonMemberRate) ?? null
}

/** What a place costs this payer, in cents; null: on request. */
export const centsFor = ({ rate }: Payer, course: Course): number | null => centsOfRate(rate, course)

/** Until when a seat taken now waits for its purchase order; null where none is to come. */
export const orderUntil = (
  { order }: RegistrationForm,
  { offers: { orderDays, office, startsAt } }: SessionRules,
  { now }: Context,
): Temporal.Instant | null => (order === 'pending' ? orderEnd(now, orderDays, office, startsAt) : null)

/** What somebody agrees to who registers now, copied so that no later change of a rule reaches it. */
export const agreementFor = (rules: CourseRules, payer: Payer, clock: Clock): Agreement => {
  const { snapshot, course, events, facts, cancellation, check } = rules
  const { version, hash, text } = termsOf(snapshot, clock)
  return {
    at: clock.now.toString(),
    terms: { version, hash, text },
    events: events.map(({ days, freeUntil }) => ({ days, freeUntil: freeUntil?.toString() ?? null })),
    timeZone: facts.timeZone,
    feePerDay: cancellation?.feePerDay ?? null,
    missedDay: cancellation?.missedDay ?? 'larger',
    substitution: cancellation?.substitution ?? false,
    price: { rate: payer.rate, cents: centsFor(payer, course) },
    payer: { kind: payer.kind, name: payer.name, reason: PAYER_REASONS[payer.reason] },
    check: payer.needsCheck && check ? { cents: check.cents, due: check.due, lastMailDay: check.lastMailDay } : null,
    course: { title: course.title, slug: course.slug },
    locale: 'en',
  }
}
