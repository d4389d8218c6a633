import { createHash } from 'node:crypto'
import { keepFile } from '#collections/files/actions.ts'
import { LETTER_REFUSALS, refusalOfLetter } from '#collections/files/policy.ts'
import { businessDaysAfter } from '#collections/holidays/policy.ts'
import { personOf } from '#collections/people/actions.ts'
import type { Actor } from '#collections/act.ts'
import type { Agreement } from '#collections/registrations/agreement.ts'
import { enroll, type Enrolled } from '#collections/registrations/enroll.ts'
import { linesOf } from '#collections/registrations/lines.ts'
import { PAYER_REASONS, whoPays, type Employment, type Payer } from '#collections/registrations/payer.ts'
import type { RegistrationForm } from '#collections/registrations/schema.ts'
import { limitOf, newcomerGetsSeat } from '#collections/registrations/seats.ts'
import type { Closed, FieldErrors, FormView, Outcome, Quote, Registered } from '#collections/registrations/view.ts'
import { idsOf } from '#collections/related.ts'
import { sessionLine, withCounts } from '#collections/sessions/view.ts'
import type { Standing } from '#collections/sessions/states.ts'
import { dayIn, endOfDay } from '#collections/values/day.ts'
import { courseView, refOf } from '../catalog/courses.ts'
import { relatedIn } from '../catalog/related.ts'
import type { Course, Registration } from '../payload-types.ts'
import { actOf, type DeskContext } from './context.ts'
import { tellAbout } from './letters.ts'
import type { Organizations } from './organizations.ts'
import { publicRulesOf, type SessionRules } from './rules.ts'
import { consentsOf, termsOf } from './terms.ts'
import { DESK_REFUSALS, PAYER_REFUSALS } from './words.ts'

const CLOSED: Partial<Record<Standing, Closed>> = {
  canceled: 'canceled',
  past: 'past',
  'under-way': 'under-way',
  'not-open': 'not-open',
  closed: 'closed',
}

const refuse = (errors: FieldErrors, status: 404 | 409 | 422 = 422): Registered => ({ ok: false, status, errors })

/** The rules of a session of this course; undefined where it has none of that id. */
const rulesFor = async (
  context: DeskContext,
  slug: string,
  session: string,
): Promise<(SessionRules & { course: Course }) | undefined> => {
  const rules = await publicRulesOf(context, session)
  return rules?.course?.slug === slug ? { ...rules, course: rules.course } : undefined
}

/** For each prerequisite, the sessions to come of what would meet it, as far as they end before this one starts. */
const unlockingFor = ({ library, course, facts }: SessionRules & { course: Course }, now: Temporal.Instant) =>
  (course.prerequisites ?? []).map((group) => {
    const counting = idsOf(group.courses).flatMap((id) => [id, ...(library.graph.get(id)?.equivalents ?? [])])
    return [...new Set(counting)].flatMap((id) => {
      const needed = library.shelf.courses.get(id)
      if (!needed?.slug) return []
      const sessions = (library.sessions.get(id) ?? [])
        .filter(({ endsAt }) => Temporal.Instant.compare(endsAt, facts.startsAt) <= 0)
        .map((one) => sessionLine(withCounts(one, library.seats.counts(one.id)), now))
        .filter(({ standing }) => ['open', 'few-left', 'full', 'not-open'].includes(standing))
      return [{ course: refOf(library, needed), sessions }]
    })
  })

/** What the registration page shows. */
export const formOf = async (context: DeskContext, slug: string, session: string): Promise<FormView | undefined> => {
  const rules = await rulesFor(context, slug, session)
  if (!rules) return undefined
  const now = context.clock()
  const { library, course, view, cancellation, check } = rules
  const whole = courseView(library, course, relatedIn(library.shelf), now)
  const unlocking = unlockingFor(rules, now)
  const groups = whole.prerequisites
  return {
    course: whole,
    session: view,
    others: whole.sessions.filter(({ id, standing }) => id !== session && standing !== 'canceled'),
    closed: CLOSED[view.standing] ?? null,
    waiting: view.waiting,
    organizations: [...(await context.organizations()).values()],
    prerequisites: groups.map((group, at) => ({ ...group, unlocking: unlocking[at] ?? [] })),
    terms: termsOf(library),
    consents: consentsOf(library),
    feePerDay: cancellation?.feePerDay ?? null,
    substitution: cancellation?.substitution ?? false,
    check,
    now,
  }
}

const employmentOf = (form: RegistrationForm, organizations: Awaited<ReturnType<Organizations>>): Employment => ({
  participation: form.participation,
  person: { name: form.name, email: form.email },
  employer: organizations.get(form.organization) ?? { name: form.employer },
  host: organizations.get(form.host) ?? null,
  sponsor: form.sponsorName ? { name: form.sponsorName, email: form.sponsorEmail, address: form.sponsorAddress } : null,
})

type Checked = { errors: FieldErrors } | { errors?: undefined; payer: Payer }

/** Everything that can be wrong with a form whose fields are well formed, each beside its field. */
const check = (
  form: RegistrationForm,
  rules: SessionRules & { course: Course },
  organizations: Awaited<ReturnType<Organizations>>,
): Checked => {
  const errors: FieldErrors = {}
  if (form.organization !== 'other' && !organizations.has(form.organization))
    errors['organization'] = DESK_REFUSALS['unknown-organization']
  if (form.host && !organizations.has(form.host)) errors['host'] = DESK_REFUSALS['unknown-organization']
  const asks = (rules.course.prerequisites ?? []).some(({ courses }) => courses.length > 0)
  if (asks && !form.gate) errors['gate'] = DESK_REFUSALS['gate-unanswered']
  const payer = whoPays(employmentOf(form, organizations))
  if ('refusal' in payer) errors[payer.refusal.field] ??= PAYER_REFUSALS[payer.refusal.reason]
  else if (payer.needsCheck && rules.check?.isPast) errors['participation'] = DESK_REFUSALS['check-too-late']
  if (Object.keys(errors).length > 0 || 'refusal' in payer) return { errors }
  return { payer }
}

const centsFor = ({ rate }: Payer, { memberRate, nonMemberRate }: Course): number | null => {
  if (rate === 'none') return 0
  return (rate === 'member' ? memberRate : nonMemberRate) ?? null
}

const waitsForDecision = ({ gate }: RegistrationForm): boolean => gate === 'waiver'

const orderEnd = ({ order }: RegistrationForm, { orderDays, library, facts }: SessionRules, context: DeskContext) => {
  if (order !== 'pending') return null
  const last = endOfDay(
    businessDaysAfter(dayIn(context.clock(), context.zone), orderDays, library.holidays),
    context.zone,
  )
  return Temporal.Instant.compare(last, facts.startsAt) < 0 ? last : facts.startsAt
}

/** What somebody who registers now would get. */
const outlook = async (context: DeskContext, form: RegistrationForm, { facts }: SessionRules) => {
  const tally = await linesOf(context.payload).tally(facts.id)
  const seat = newcomerGetsSeat(tally, limitOf(facts))
  const outcome: Outcome = waitsForDecision(form) ? 'requested' : seat ? 'confirmed' : 'waitlisted'
  return { outcome, position: outcome === 'waitlisted' ? tally.waiting + 1 : null }
}

/** The summary above the last button. */
export const quoteOf = async (
  context: DeskContext,
  slug: string,
  form: RegistrationForm,
): Promise<{ ok: true; quote: Quote } | { ok: false; errors: FieldErrors }> => {
  const rules = await rulesFor(context, slug, form.session)
  if (!rules) return { ok: false, errors: { form: DESK_REFUSALS['no-session'] } }
  const closed = CLOSED[rules.view.standing]
  if (closed) return { ok: false, errors: { form: DESK_REFUSALS[closed] } }
  const checked = check(form, rules, await context.organizations())
  if (checked.errors) return { ok: false, errors: checked.errors }
  const { payer } = checked
  return {
    ok: true,
    quote: {
      rate: payer.rate,
      cents: centsFor(payer, rules.course),
      payer: { kind: payer.kind, name: payer.name, reason: PAYER_REASONS[payer.reason] },
      check: payer.needsCheck ? rules.check : null,
      ...(await outlook(context, form, rules)),
      orderUntil: orderEnd(form, rules, context),
    },
  }
}

const agreementFor = (rules: SessionRules & { course: Course }, payer: Payer, now: Temporal.Instant): Agreement => {
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

/** The words typed into one form, so that another one under the same attempt is noticed. */
const hashOf = ({ attempt: _, termsHash: __, ...typed }: RegistrationForm): string =>
  createHash('sha256').update(JSON.stringify(typed)).digest('hex')

/** "m…@example.org": enough to know one's own address again, too little to learn another's. */
const masked = (email: string): string => email.replace(/^(.).*(?=@)/u, '$1…')

const GATE_OF = { '': 'none', completed: 'declared', upcoming: 'declared', waiver: 'asked' } as const

type Entry = {
  form: RegistrationForm
  rules: SessionRules & { course: Course }
  payer: Payer
  letter?: Uint8Array
  letterName?: string
  passesWaitlist?: boolean
}

const write = async (
  context: DeskContext,
  actor: Actor,
  source: 'web' | 'door' | 'staff',
  entry: Entry,
): Promise<Enrolled> => {
  const { form, rules, payer, letter, letterName, passesWaitlist } = entry
  const act = actOf(context, actor)
  const organization = form.organization === 'other' ? undefined : form.organization
  const at = act.now.toString()
  const person = await personOf(act, {
    name: form.name,
    email: form.email,
    phone: form.phone,
    organization,
    employer: form.employer,
    jobTitle: form.jobTitle,
    mediaRelease: { given: form.mediaRelease, changedAt: at },
    mailingList: { given: form.mailingList, changedAt: at },
  })
  const file = letter && (await keepFile(act, { bytes: letter, name: letterName ?? '', person: person.id }))
  const asks = (rules.course.prerequisites ?? []).length > 0
  return enroll(act, {
    session: rules.facts.id,
    person: person.id,
    limit: limitOf(rules.facts),
    waitsForDecision: asks && waitsForDecision(form),
    passesWaitlist,
    attempt: form.attempt || undefined,
    attemptHash: hashOf(form),
    details: {
      title: `${form.name}, ${rules.course.title}`,
      name: form.name,
      email: form.email,
      participation: form.participation,
      organization,
      employer: form.employer,
      jobTitle: form.jobTitle,
      host: form.host || undefined,
      sponsor: { name: form.sponsorName, email: form.sponsorEmail || undefined, address: form.sponsorAddress },
      letter: file,
      order: {
        state: form.order,
        number: form.orderNumber || undefined,
        dueAt: orderEnd(form, rules, context)?.toString(),
      },
      needs: form.needs,
      payer: {
        kind: payer.kind,
        organization: payer.organization ?? undefined,
        name: payer.name,
        email: payer.email ?? undefined,
        address: payer.address ?? undefined,
        reason: PAYER_REASONS[payer.reason],
      },
      agreed: agreementFor(rules, payer, act.now),
      gate: asks ? GATE_OF[form.gate] : 'none',
      gateStatement: form.gateStatement,
      mediaRelease: form.mediaRelease,
      mailingList: form.mailingList,
      source,
    },
  })
}

/** Tells the mailbox, once a day at the most, that its owner is registered already. */
const tellAgain = (context: DeskContext, registration: Registration): void =>
  context.afterwards(() =>
    tellAbout(context, 'already-registered', registration, { key: dayIn(context.clock(), context.zone) }),
  )

/**
 * Registers somebody who filled in the form. The answer is the same whether or not the person was registered before; the
 * mailbox is told the difference.
 */
export const registerPerson = async (
  context: DeskContext,
  slug: string,
  form: RegistrationForm,
  letter?: File,
): Promise<Registered> => {
  const rules = await rulesFor(context, slug, form.session)
  if (!rules) return refuse({ form: DESK_REFUSALS['no-session'] }, 404)
  const closed = CLOSED[rules.view.standing]
  if (closed) return refuse({ form: DESK_REFUSALS[closed] }, 409)
  const checked = check(form, rules, await context.organizations())
  if (checked.errors) return refuse(checked.errors)
  if (!form.terms) return refuse({ terms: DESK_REFUSALS['terms-not-accepted'] })
  if (form.termsHash !== termsOf(rules.library).hash) return refuse({ terms: DESK_REFUSALS['terms-changed'] })
  const bytes = letter && letter.size > 0 ? new Uint8Array(await letter.arrayBuffer()) : undefined
  const letterRefusal = bytes && refusalOfLetter(bytes)
  if (letterRefusal) return refuse({ letter: LETTER_REFUSALS[letterRefusal] })

  const actor: Actor = { kind: 'person', name: form.name }
  const enrolled = await write(context, actor, 'web', {
    form,
    rules,
    payer: checked.payer,
    letter: bytes,
    letterName: letter?.name,
  })
  if (enrolled.kind === 'reused') return refuse({ form: DESK_REFUSALS['attempt-reused'] }, 409)
  if (enrolled.kind === 'again') tellAgain(context, enrolled.registration)
  context.settleSoon()
  const receipt = await context.tokens.sign(
    'receipt',
    { s: rules.facts.id, o: enrolled.outcome, m: masked(form.email) },
    context.clock(),
  )
  return { ok: true, outcome: enrolled.outcome, receipt }
}

type AtDesk = { source: 'door' | 'staff'; passesWaitlist?: boolean }

/**
 * Registers somebody the desk knows, or who stands at the door, also after registration has closed; the terms are accepted on
 * paper there, and a guest's check is taken in hand.
 */
export const registerAtDesk = async (
  context: DeskContext,
  actor: Actor,
  form: RegistrationForm,
  { source, passesWaitlist }: AtDesk,
): Promise<{ ok: true; outcome: Outcome; registration: string } | { ok: false; errors: FieldErrors }> => {
  const found = await publicRulesOf(context, form.session)
  if (!found?.course) return { ok: false, errors: { form: DESK_REFUSALS['no-session'] } }
  const { standing } = found.view
  if (standing === 'canceled' || standing === 'past') return { ok: false, errors: { form: DESK_REFUSALS[standing] } }
  const rules = { ...found, course: found.course, check: found.check && { ...found.check, isPast: false } }
  const answered = { ...form, gate: form.gate || ('completed' as const) }
  const checked = check(answered, rules, await context.organizations())
  if (checked.errors) return { ok: false, errors: checked.errors }
  const enrolled = await write(context, actor, source, { form: answered, rules, payer: checked.payer, passesWaitlist })
  if (enrolled.kind === 'reused') return { ok: false, errors: { form: DESK_REFUSALS['attempt-reused'] } }
  if (enrolled.kind === 'again') return { ok: false, errors: { email: DESK_REFUSALS['registered-before'] } }
  context.settleSoon()
  return { ok: true, outcome: enrolled.outcome, registration: enrolled.registration.id }
}
