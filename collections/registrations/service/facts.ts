import type { Where } from 'payload'
import { registrationCalendar } from '../../messages/calendar.ts'
import { daysOfDecision } from '../../messages/fees.ts'
import type { Desk, Facts } from '../../messages/values.ts'
import { pathOf } from '../../courses/view.ts'
import { paths } from '../../kernel/paths.ts'
import { agreementOf } from '../policy.ts'
import { positionOf } from '../waitlist.ts'
import { every, first, one } from '../../kernel/queries.ts'
import { idOf, idsOf } from '../../kernel/related.ts'
import { isDay, type Day } from '../../values/day.ts'
import { LOCALES, type Locale } from '../../values/locale.ts'
import { byOrder, type Snapshot } from '../../catalog/snapshot.ts'
import type { Attendance, Course, Registration } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { linkFor } from '../../context/links.ts'
import { rulesOf } from './rules.ts'
import { policiesOf } from './terms.ts'

const DESK_SLUG = 'registration-desk'

/** Where to answer, and who signs: the registration desk, else the first contact, else the address mail comes from. */
export const deskOf = ({ documents }: Snapshot, { payload }: Pick<Context, 'payload'>): Desk => {
  const contacts = [...documents.contacts.values()].sort(byOrder)
  const contact = contacts.find(({ slug }) => slug === DESK_SLUG) ?? contacts[0]
  if (!contact)
    return {
      name: 'Registration desk',
      email: payload.email.defaultFromAddress,
      phone: null,
      hours: null,
      address: null,
    }
  const { name, email, phone, hours, address } = contact
  return { name, email, phone: phone ?? null, hours: hours ?? null, address: address ?? null }
}

export const localeOf = (locale: string): Locale => LOCALES.find((one) => one === locale) ?? LOCALES[0]

const prerequisitesOf = ({ documents }: Snapshot, course: Course | undefined): string[] =>
  (course?.prerequisites ?? []).flatMap(({ courses }) =>
    idsOf(courses).flatMap((id) => documents.courses.get(id)?.title ?? []),
  )

/** A day, or the moment at which days were canceled, says which days a message is about; anything else says nothing. */
const aboutOf = (key: string | undefined, attendance: readonly Attendance[]): Day[] | null => {
  if (key === undefined) return null
  if (isDay(key)) return [key]
  const decided = daysOfDecision(key)
  if (decided.length > 0) return decided
  const together = attendance.filter(({ at }) => at === key).map(({ date }) => date)
  return together.length > 0 ? together : null
}

/** Reads everything a message about a registration may have to say. `key` tells it apart from others of its kind. */
export const factsOf = async (context: Context, registration: Registration, key?: string): Promise<Facts> => {
  const { payload, siteUrl, now } = context
  const session = await one(context, 'sessions', idOf(registration.session))
  if (!session) throw new Error(`The session of registration ${registration.id} is gone.`)
  const { snapshot, course, events } = await rulesOf(context, session)
  const agreed = agreementOf(registration)
  const where = { registration: { equals: registration.id } }
  const [attendance, deposit, position, manage] = await Promise.all([
    every(context, 'attendance', where, { sort: 'date' }),
    first(context, 'deposits', where),
    positionOf(payload, registration),
    linkFor(context, 'manage', registration),
  ])
  const [guests] = policiesOf(snapshot, context, 'guests')
  return {
    registration,
    session,
    events,
    attendance,
    about: aboutOf(key, attendance),
    deposit: deposit ?? null,
    host: (await context.organizations()).get(idOf(registration.host) ?? '')?.name ?? null,
    position,
    prerequisites: prerequisitesOf(snapshot, course),
    desk: deskOf(snapshot, context),
    links: {
      course: siteUrl + pathOf(course?.slug ? { slug: course.slug } : agreed.course),
      manage,
      guestRules: guests ? siteUrl + paths.policy(guests.slug) : '',
    },
    now,
    locale: localeOf(agreed.locale),
  }
}

/** The calendar files that were written about a registration, the oldest first. */
export const filesSent = async (
  context: Pick<Context, 'payload'>,
  { id, application }: Registration,
): Promise<string[]> => {
  const about: Where[] = [{ registration: { equals: id } }]
  if (application) about.push({ application: { equals: idOf(application) } })
  const where: Where = { and: [{ calendar: { exists: true } }, { or: about }] }
  const messages = await every(context, 'messages', where, { sort: 'createdAt' })
  return messages.flatMap(({ calendar }) => calendar ?? [])
}

/** One's seat as a calendar file; undefined for whoever has none and had none. */
export const calendarOf = async (context: Context, registration: Registration): Promise<string | undefined> =>
  registrationCalendar(await factsOf(context, registration), false, await filesSent(context, registration))
