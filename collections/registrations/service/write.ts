import { prerequisitesIn } from '../../catalog/snapshot.ts'
import { daysText } from '../../messages/changes.ts'
import type { Act, Actor } from '../../kernel/act.ts'
import { attemptFrom } from '../../kernel/attempts.ts'
import { dropFile, keepFile } from '../../files/actions.ts'
import { personOf } from '../../people/actions.ts'
import { consentGiven } from '../../values/consents.ts'
import { acceptUntil } from '../acceptance.ts'
import { arrivalsOf } from '../arrivals.ts'
import { enroll, type Enrolled } from '../enroll.ts'
import { fillsSuspiciously, holdEnd } from '../flood.ts'
import { PAYER_REASONS, type Payer } from '../payer.ts'
import type { RegistrationForm } from '../schema.ts'
import { limitOf } from '../seats.ts'
import { firstPermission } from '../permission.ts'
import { isPromised } from '../../organizations/policy.ts'
import { dayIn } from '../../values/day.ts'
import { actOf, type Context } from '../../context/context.ts'
import { agreementFor, orderUntil } from './agreement.ts'
import { waitsForDecision } from './answers.ts'
import { decidingRulesFor, type CourseRules } from './course.ts'

/** What tells one sending of this form from another. The terms a page showed are no words of the person. */
export const attemptOf = ({ attempt, termsHash: _, ...typed }: RegistrationForm) => attemptFrom(attempt, typed)

const GATE_OF = { '': 'none', completed: 'declared', upcoming: 'declared', waiver: 'asked' } as const

type Entry = {
  source: 'web' | 'door' | 'staff'
  form: RegistrationForm
  rules: CourseRules
  payer: Payer
  letter?: { bytes: Uint8Array; name: string }
  passesWaitlist?: boolean
  /** The session is over: whoever was there had a seat. */
  isAfterwards?: boolean
  /** Whether people can still register by these rules, asked once more when it is this person's turn. */
  isOpen: (rules: CourseRules) => boolean
  /** How the terms are accepted; `at`: when, or since when they are asked for. */
  accepted: { how: 'online' | 'paper' | 'asked'; at: Temporal.Instant }
}

/** Of a form of the website: where it came from, and whether a seat is held only until the mailbox answers. */
const arrivalOf = (context: Context, source: Entry['source'], { facts }: CourseRules) => {
  const { payload, now, visitor } = context
  if (source !== 'web') return { details: {} }
  const details = { mailbox: 'unknown' as const, cameFrom: visitor?.address, cameAt: now.toString() }
  if (!visitor) return { details }
  return {
    details,
    holdUntil: async () =>
      fillsSuspiciously(await arrivalsOf(payload, facts.id, visitor, now)) ? holdEnd(now, facts.startsAt) : undefined,
  }
}

/** Whether a district has to agree first, and has. A promise for everyone it hosts covers the last day of the session. */
export const permissionFor = (
  { participation, host }: Pick<RegistrationForm, 'participation' | 'host'>,
  { facts }: Pick<CourseRules, 'facts'>,
  { now }: Act,
  organizations: Awaited<ReturnType<Context['organizations']>>,
  hasLetter: boolean,
) => {
  const district = organizations.get(host)
  const lastDay = facts.days.at(-1)?.date ?? dayIn(facts.startsAt, facts.timeZone)
  const hasPromised = district !== undefined && isPromised(district, lastDay)
  const state = firstPermission(participation, { hasLetter, isPromised: hasPromised })
  const reason = state === 'accepted' ? `${district!.name} has promised it for everyone it hosts.` : undefined
  return state && { state, at: now.toString(), reason }
}

/** Who pays for a non-member, as it is kept: an organization of the list by its name there. */
export const sponsorFields = (
  form: Pick<RegistrationForm, 'participation' | 'sponsorName' | 'sponsorEmail' | 'sponsorAddress'>,
  { organization, name }: Payer,
) =>
  form.participation === 'sponsored' && organization
    ? { organization, name }
    : { name: form.sponsorName, email: form.sponsorEmail || undefined, address: form.sponsorAddress }

/** Until when somebody who was added by the desk can accept the terms, or when they were accepted. */
const acceptanceFields = ({ how, at }: Entry['accepted'], { offers: { office, startsAt } }: CourseRules) =>
  how === 'asked'
    ? { acceptance: how, answerBy: acceptUntil(at, office, startsAt).toString() }
    : { acceptance: how, acceptedAt: at.toString() }

/** Writes a form that was checked: the person, the letter, and the registration, which finds its place. */
export const writeEntry = async (
  context: Context,
  actor: Actor,
  { source, form, rules, payer, letter, passesWaitlist, isAfterwards = false, isOpen, accepted }: Entry,
): Promise<Enrolled> => {
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
    mediaRelease: consentGiven('mediaRelease', form.mediaRelease, at),
    mailingList: consentGiven('mailingList', form.mailingList, at),
  })
  const file = letter && (await keepFile(act, { ...letter, person: person.id }))
  const arrival = arrivalOf(context, source, rules)
  const asks = prerequisitesIn(rules.snapshot, rules.course).length > 0
  const organizations = await context.organizations()
  const detailsBy = (rules: CourseRules) => ({
    ...arrival.details,
    notifiedDays: daysText(rules.facts),
    title: `${form.name}, ${rules.course.title}`,
    name: form.name,
    email: form.email,
    participation: form.participation,
    organization,
    employer: form.employer,
    jobTitle: form.jobTitle,
    host: form.host || undefined,
    sponsor: sponsorFields(form, payer),
    letter: file,
    permission: permissionFor(form, rules, act, organizations, Boolean(file)),
    order: {
      state: form.order,
      number: form.orderNumber || undefined,
      dueAt: orderUntil(form, rules, context)?.toString(),
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
    agreed: agreementFor(rules, payer, context),
    ...acceptanceFields(accepted, rules),
    gate: asks ? GATE_OF[form.gate] : 'none',
    gateStatement: form.gateStatement,
    mediaRelease: form.mediaRelease,
    mailingList: form.mailingList,
    source,
  })
  const enrolled = await enroll(act, {
    session: rules.facts.id,
    person: person.id,
    limit: isAfterwards ? null : limitOf(rules.facts),
    waitsForDecision: asks && waitsForDecision(form),
    passesWaitlist: passesWaitlist || isAfterwards,
    holdUntil: arrival.holdUntil,
    ...attemptOf(form),
    details: detailsBy(rules),
    again: async () => {
      const now = await decidingRulesFor(context, rules.course.slug, rules.facts.id)
      const limit = now && !isAfterwards ? limitOf(now.facts) : null
      return now && isOpen(now) ? { limit, details: detailsBy(now) } : undefined
    },
  })
  // Who was registered before adds a letter through their own link; one that anybody could have sent is not kept.
  if (file && enrolled.kind !== 'new') context.afterwards(() => dropFile(act, file))
  return enrolled
}
