import { participantKey, participantsOf, type Participant } from '../roster.ts'
import { askedOf } from '../form.ts'
import { minimumOf } from '../sentences.ts'
import { notify } from '../../context/notify.ts'
import { programCalendar } from '../../messages/calendar.ts'
import { dayLine, daysToCome, payerReasonOf } from '../../messages/sentences.ts'
import { deskValues, ownDays, plainName, type Facts } from '../../messages/values.ts'
import { idOf } from '../../kernel/related.ts'
import { count, every, one } from '../../kernel/queries.ts'
import { factsOf, filesSent } from '../../registrations/service/facts.ts'
import { ACTIVE } from '../../registrations/states.ts'
import type { Application, Registration } from '../../kernel/payload-types.ts'
import { LOCALES } from '../../values/locale.ts'
import type { Context } from '../../context/context.ts'
import { notifyEverybodyLeft } from './left-letters.ts'
import { notifyApplicant } from './notifications.ts'
import { openSessions } from './participants.ts'
import { collaborativeOf } from './programs.ts'

// One letter for everything that somebody was registered for by their place in a program, with one calendar file.

/**
 * Whether somebody is on all rosters there are, whatever became of it there: what is still to be written comes with the letter, not
 * after it. Who registered otherwise keeps that registration.
 */
const isComplete = async (
  context: Context,
  application: Application,
  { email }: Participant,
  made: readonly Registration[],
): Promise<boolean> => {
  const known = new Set(made.map(({ session }) => idOf(session)))
  const missing = (await openSessions(context, idOf(application.place) ?? '')).filter(({ id }) => !known.has(id))
  if (missing.length === 0) return true
  const otherwise = await count(context, 'registrations', {
    and: [
      { session: { in: missing.map(({ id }) => id) } },
      { email: { equals: email } },
      { status: { in: [...ACTIVE] } },
    ],
  })
  return otherwise >= missing.length
}

/** Those that no letter has been about: each that was confirmed by itself, or came after the last letter. */
const untold = async (
  context: Context,
  application: Application,
  own: readonly Registration[],
): Promise<{ fresh: Registration[]; isFirst: boolean }> => {
  const ids = own.map(({ id }) => id)
  const letters = await every(
    context,
    'messages',
    {
      and: [
        { kind: { in: ['enrolled', 'program-days', 'confirmed'] } },
        {
          or: [{ application: { equals: application.id } }, ...(ids.length > 0 ? [{ registration: { in: ids } }] : [])],
        },
      ],
    },
    { sort: 'createdAt' },
  )
  const people = new Set(own.map(({ person }) => idOf(person)))
  const ofThem = letters.filter(({ kind, person }) => kind === 'confirmed' || people.has(idOf(person) ?? ''))
  const last = ofThem.findLast(({ kind }) => kind !== 'confirmed')?.createdAt ?? ''
  const confirmed = new Set(
    ofThem.filter(({ kind }) => kind === 'confirmed').map(({ registration }) => idOf(registration)),
  )
  const fresh = own.filter(({ id, createdAt }) => !confirmed.has(id) && createdAt > last)
  return { fresh, isFirst: last === '' }
}

const scheduleOf = (facts: readonly Facts[]): string =>
  facts
    .flatMap((one) =>
      daysToCome(ownDays(one), one.session.timeZone, one.now).map((day) => dayLine(day, one.session, true, LOCALES[0])),
    )
    .join('\n')

/** Writes to somebody a team named, or to an applicant about days that came later. */
const notifyDays = async (context: Context, application: Application, own: Registration[], facts: Facts[]) => {
  const [first] = facts
  const about = await collaborativeOf(context, idOf(application.place) ?? '')
  if (!first || !about) return
  const { registration, desk, links } = first
  await notify(context, 'program-days', {
    about: `application:${application.id}`,
    key: own.at(-1)!.id,
    to: registration.email,
    values: {
      name: plainName(registration.name, 'there'),
      program: about.name,
      course: about.name,
      course_link: links.course,
      minimum: minimumOf(
        { minimum: about.minimumSessions ?? null, dates: askedOf(application)?.dates ?? [] },
        false,
        'en',
      ),
      schedule: scheduleOf(facts),
      payer_reason: payerReasonOf(registration.payer.reason),
      manage_link: links.manage,
      ...deskValues(desk),
    },
    calendar: programCalendar(facts, await filesSent(context, registration)),
    person: idOf(registration.person),
    registration: registration.id,
    application: application.id,
  })
}

const notifyParticipant = async (
  context: Context,
  application: Application,
  participant: Participant,
): Promise<void> => {
  const made = await every(
    context,
    'registrations',
    {
      and: [
        { application: { equals: application.id } },
        { attemptHash: { equals: participantKey(application.id, participant.email) } },
      ],
    },
    { sort: 'createdAt' },
  )
  if (!(await isComplete(context, application, participant, made))) return
  const own = made.filter(({ status }) => status === 'confirmed')
  const { fresh, isFirst } = await untold(context, application, own)
  const facts: Facts[] = []
  for (const registration of fresh) facts.push(await factsOf(context, registration))
  facts.sort((a, b) => (a.session.startsAt ?? '').localeCompare(b.session.startsAt ?? ''))
  if (application.applicant === 'person' && isFirst) {
    const values = facts.length > 0 ? { schedule: scheduleOf(facts) } : {}
    await notifyApplicant(context, application, 'enrolled', { values, calendar: programCalendar(facts) })
  } else if (fresh.length > 0) await notifyDays(context, application, fresh, facts)
}

/**
 * Writes once to everybody who takes part by an application, when they are on all rosters there are: one letter with all their days.
 * Days that are set later come in a letter of their own; who leaves reads of all days in one as well.
 */
export const notifyParticipants = async (context: Context, id: string): Promise<void> => {
  const application = await one(context, 'applications', id)
  if (!application) return
  await notifyEverybodyLeft(context, application)
  for (const participant of participantsOf(application)) await notifyParticipant(context, application, participant)
}
