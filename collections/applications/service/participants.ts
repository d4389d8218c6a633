import { consentGiven } from '../../values/consents.ts'
import { createHash } from 'node:crypto'
import { agreedPlaceOf, answersOf, applicantName, askedOf, teamOf } from '../form.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { participantKey, participantsOf, payerOfPlace, type Participant } from '../roster.ts'
import { personOf } from '../../people/actions.ts'
import { paths } from '../../kernel/paths.ts'
import type { Agreement } from '../../registrations/agreement.ts'
import { cancel } from '../../registrations/service/cancel.ts'
import { enroll } from '../../registrations/enroll.ts'
import { PAYER_REASONS } from '../../registrations/payer.ts'
import { agreementOf, isActive } from '../../registrations/policy.ts'
import { rowFor } from '../../attendance/policy.ts'
import { createUnlessTaken, raiseRevision } from '../../kernel/keyed.ts'
import { idOf } from '../../kernel/related.ts'
import { daysText } from '../../messages/changes.ts'
import type { SessionFacts } from '../../sessions/view.ts'
import { formatInstant, instantAt, type Day } from '../../values/day.ts'
import type { Application, Collaborative, Registration } from '../../kernel/payload-types.ts'
import { collaborativeOf } from './programs.ts'
import { actOf, type Context } from '../../context/context.ts'
import { every, one } from '../../kernel/queries.ts'
import { rulesOf } from '../../registrations/service/rules.ts'
import { each } from '../../context/each.ts'
import { isGoingOn } from '../../sessions/policy.ts'

const LEFT_TEAM = 'No longer on the team’s list.'
const SAID_BEFORE = 'Not among the days they said they can come to.'
const WITHDREW = 'The place in the collaborative was given back.'

/** Dated meetings one can still be put on: scheduled, and not over. */
export const openSessions = async (context: Context, collaborative: string): Promise<SessionFacts[]> => {
  const { sessions } = await context.source.read()
  return (sessions.get(collaborative) ?? []).filter((facts) => isGoingOn(facts, context.now))
}

/** When the place was accepted that somebody takes part by. */
const acceptedAt = (application: Application): string =>
  agreedPlaceOf(application)?.at ?? application.answeredAt ?? application.movedAt ?? application.updatedAt

/** What somebody agreed to who takes part through an application: the place as it was accepted; a missed day costs nothing. */
const agreementFor = async (
  context: Context,
  application: Application,
  collaborative: Collaborative,
  facts: SessionFacts,
  payer: ReturnType<typeof payerOfPlace>,
): Promise<Agreement> => {
  const moment = formatInstant(Temporal.Instant.from(acceptedAt(application)), collaborative.timeZone)
  const text = `The place of ${applicantName(application)} in ${collaborative.name}, accepted ${moment}.`
  const { events } = await rulesOf(context, facts.id)
  return {
    at: context.now.toString(),
    terms: { version: '', hash: createHash('sha256').update(text).digest('hex'), text },
    events: events.map(({ days }) => ({ days, freeUntil: null })),
    timeZone: facts.timeZone,
    feePerDay: null,
    substitution: false,
    price: { rate: 'none', cents: 0 },
    payer: {
      kind: payer.kind,
      name: payer.name,
      reason: application.applicant === 'team' ? PAYER_REASONS.team : PAYER_REASONS.program,
    },
    check: null,
    course: { title: collaborative.name, slug: collaborative.slug, path: paths.collaborative(collaborative.slug) },
    locale: 'en',
  }
}

const put = async (
  context: Context,
  application: Application,
  collaborative: Collaborative,
  { name, email, jobTitle }: Participant,
  facts: SessionFacts,
): Promise<void> => {
  const act = actOf(context, SYSTEM)
  const organization = (await context.organizations()).get(idOf(application.organization) ?? '')
  const employer = application.employer || teamOf(application)?.name || undefined
  const at = act.now.toString()
  // Whoever applied for themselves is known, by whatever name and mailbox they applied.
  const applicant = application.applicant === 'person' ? idOf(application.person) : undefined
  const person =
    (applicant && (await one(context, 'people', applicant))) ||
    (await personOf(act, {
      name,
      email,
      jobTitle,
      organization: organization?.id,
      employer,
      mediaRelease: consentGiven('mediaRelease', false, at),
      mailingList: consentGiven('mailingList', false, at),
    }))
  const payer = payerOfPlace(application, organization)
  const agreed = await agreementFor(context, application, collaborative, facts, payer)
  const isTeam = application.applicant === 'team'
  await enroll(act, {
    session: facts.id,
    person: person.id,
    // The place in the collaborative is what is limited.
    limit: null,
    waitsForDecision: false,
    attemptHash: participantKey(application.id, email),
    details: {
      notifiedDays: daysText(facts),
      title: `${name}, ${collaborative.name}`,
      name,
      email: person.email,
      application: application.id,
      participation: organization?.member ? 'member' : isTeam ? 'sponsored' : 'self',
      organization: organization?.id,
      employer,
      jobTitle,
      ...(payer.kind === 'outside' && { sponsor: { name: payer.name, email: payer.email } }),
      order: application.purchaseOrder ? { state: 'received', number: application.purchaseOrder } : { state: 'none' },
      payer: { ...payer, reason: agreed.payer.reason },
      agreed,
      acceptance: 'place',
      acceptedAt: acceptedAt(application),
      gate: 'none',
      mediaRelease: false,
      mailingList: false,
      source: 'staff',
    },
  })
}

/** Live days to come of which they said beforehand that they cannot come to: asked for when they applied, and not ticked. */
const announcedMisses = (application: Application, facts: SessionFacts, now: Temporal.Instant): Day[] => {
  const { dates: ticked } = answersOf(application)
  const asked = askedOf(application)?.dates ?? []
  const toCome = new Set(
    facts.days.flatMap(({ date, startTime }) =>
      Temporal.Instant.compare(now, instantAt(date, startTime, facts.timeZone)) < 0 ? date : [],
    ),
  )
  return application.applicant === 'person' ? asked.filter((day) => toCome.has(day) && !ticked.includes(day)) : []
}

/** Puts down the days they said they cannot come to, so that nobody expects them; what is recorded already stays. */
const keepOff = async (context: Context, application: Application, registration: Registration): Promise<void> => {
  const snapshot = await context.source.read()
  const facts = snapshot.session.get(idOf(registration.session))
  for (const date of facts ? announcedMisses(application, facts, context.now) : []) {
    const written = await createUnlessTaken(context.payload, 'attendance', {
      ...rowFor(registration, date),
      state: 'canceled',
      minutes: 0,
      // With the registration itself, so that it is no news to them.
      at: agreementOf(registration).at,
      isOnTime: true,
      note: SAID_BEFORE,
    })
    if (written) await raiseRevision(context.payload, 'registrations', registration.id)
  }
}

type Slot = { application: Application; participant: Participant; facts: SessionFacts }

const slotKey = (participant: string, session: string): string => `${participant}@${session}`

const isKept = ({ status, canceledBy }: Registration): boolean => isActive(status) || canceledBy !== 'application'

/** Takes off the rosters whoever left: the team's list, or the program. What is over stays as it was. */
const takeOff = async (context: Context, registration: Registration, reason: string): Promise<void> => {
  const { offers, facts } = await rulesOf(context, idOf(registration.session))
  if (Temporal.Instant.compare(context.now, facts.endsAt) >= 0) return
  await cancel(actOf(context, SYSTEM), registration, offers, { by: 'application', reason })
}

/**
 * Brings the rosters of the collaboratives' meetings in line with who is enrolled: everybody on every meeting still open, also on
 * those published later; who left is taken off. Somebody who canceled one meeting, or registered otherwise, is left alone.
 * Doing it again changes nothing.
 */
export const bringRostersInLine = async (context: Context): Promise<void> => {
  const enrolled = await every(context, 'applications', { status: { equals: 'enrolled' } }, { sort: 'createdAt' })
  const made = await every(context, 'registrations', { application: { exists: true } })
  const known = new Set(made.filter(isKept).map((one) => slotKey(one.attemptHash ?? '', idOf(one.session))))
  const wanted = new Set<string>()
  const missing: Slot[] = []
  for (const application of enrolled) {
    const sessions = await openSessions(context, idOf(application.place) ?? '')
    for (const participant of participantsOf(application)) {
      const key = participantKey(application.id, participant.email)
      wanted.add(key)
      for (const facts of sessions)
        if (!known.has(slotKey(key, facts.id))) missing.push({ application, participant, facts })
    }
  }
  await each(missing, async ({ application, participant, facts }) => {
    const collaborative = await collaborativeOf(context, idOf(application.place)!)
    if (collaborative) await put(context, application, collaborative, participant, facts)
  })
  const byId = new Map(enrolled.map((application) => [application.id, application]))
  const seated = (await every(context, 'registrations', { application: { exists: true } })).filter(
    ({ status }) => status === 'confirmed',
  )
  await each(seated, async (registration) => {
    const application = byId.get(idOf(registration.application) ?? '')
    if (application) await keepOff(context, application, registration)
  })
  const taking = new Set(byId.keys())
  const left = made.filter((one) => isActive(one.status) && !wanted.has(one.attemptHash ?? ''))
  await each(left, (one) => takeOff(context, one, taking.has(idOf(one.application) ?? '') ? LEFT_TEAM : WITHDREW))
}
