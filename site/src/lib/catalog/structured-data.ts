import type { CollaborativeView } from '#collections/collaboratives/view.ts'
import type { ContactView } from '#collections/contacts/view.ts'
import type { Audience } from '#collections/courses/states.ts'
import { AUDIENCE_LABELS } from '#collections/courses/states.ts'
import type { CourseView } from '#collections/courses/view.ts'
import { paths } from '#collections/kernel/paths.ts'
import { heldDays } from '#collections/sessions/policy.ts'
import type { Standing } from '#collections/sessions/states.ts'
import type { DayView, SessionLine } from '#collections/sessions/view.ts'
import { instantAt } from '#collections/values/day.ts'
import type { Locale } from '#collections/values/locale.ts'
import type { Cents } from '#collections/values/money.ts'
import { remembered } from '#collections/values/remembered.ts'
import type { Messages } from '../../messages/index.ts'

type Value = string | number | boolean | Thing | readonly Value[] | undefined

/** A thing as schema.org describes it. What is undefined is left out. */
export type Thing = { readonly '@type': string; readonly [property: string]: Value }

export type About = { origin: string; locale: Locale; texts: Messages['feeds'] }

type Rates = { memberRate: Cents | null; nonMemberRate: Cents | null }

const FORMATS = {
  'in-person': { courseMode: 'Onsite', attendance: 'OfflineEventAttendanceMode' },
  online: { courseMode: 'Online', attendance: 'OnlineEventAttendanceMode' },
  hybrid: { courseMode: 'Blended', attendance: 'MixedEventAttendanceMode' },
} as const

/** Whether a seat can be had, in the words of schema.org; a session that is over or canceled offers nothing. */
const AVAILABILITY = {
  open: 'InStock',
  'few-left': 'LimitedAvailability',
  full: 'SoldOut',
  'not-open': 'PreOrder',
  closed: 'OutOfStock',
  canceled: undefined,
  past: undefined,
  'under-way': undefined,
} as const satisfies Record<Standing, string | undefined>

const CONTEXT = 'https://schema.org'

const term = (name: string): string => `${CONTEXT}/${name}`

/** One value where there is one, a list where there are several, nothing where there is none. */
const oneOrMore = <One extends Value>(values: readonly One[]): One | readonly One[] | undefined =>
  values.length > 1 ? values : values[0]

const organizationId = (origin: string): string => `${origin}/#organization`

const organization = ({ origin, texts }: About): Thing => ({
  '@type': 'EducationalOrganization',
  '@id': organizationId(origin),
  name: texts.author,
  url: origin + paths.home,
})

/** "2024-03-07T08:30:00-06:00": the clock of the zone, and how far it was from UTC on that day. */
const localTime: (instant: Temporal.Instant, zone: string) => string = remembered(
  ({ epochMilliseconds }, zone) => `${epochMilliseconds} ${zone}`,
  (instant, zone) => instant.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' }),
)

/** "PT6H", "PT1H30M" */
const duration = (minutes: number): string =>
  Temporal.Duration.from({ minutes }).round({ largestUnit: 'hours' }).toString()

const placeOf = ({ place, address }: DayView): Thing | undefined => {
  const name = place ?? address
  return name === null ? undefined : { '@type': 'Place', name, address: address ?? undefined }
}

/** Where days take place, each place once. Online sessions are at their page: the link itself is only for people with a seat. */
const locationOf = (days: readonly DayView[], format: SessionLine['format'], url: string): Value => {
  const places = new Map(
    days
      .map(placeOf)
      .filter((place) => place !== undefined)
      .map((place) => [JSON.stringify(place), place]),
  )
  const online: Thing[] = format === 'in-person' ? [] : [{ '@type': 'VirtualLocation', url }]
  return oneOrMore([...places.values(), ...online])
}

/** "125", "125.50" */
const priceOf = (cents: Cents): string => (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2))

const offer = (cents: Cents, rest: Omit<Thing, '@type'>): Thing => ({
  '@type': 'Offer',
  category: cents === 0 ? 'Free' : 'Paid',
  price: priceOf(cents),
  priceCurrency: 'USD',
  ...rest,
})

/** What members and others pay; a rate on request is no offer. One offer where both pay the same. */
const offersFor = (
  { memberRate, nonMemberRate }: Rates,
  texts: About['texts'],
  rest: Omit<Thing, '@type'>,
): Thing[] => {
  if (memberRate !== null && memberRate === nonMemberRate) return [offer(memberRate, rest)]
  const named: [string, Cents | null][] = [
    [texts.memberRate, memberRate],
    [texts.nonMemberRate, nonMemberRate],
  ]
  return named.flatMap(([name, cents]) => (cents === null ? [] : [offer(cents, { name, ...rest })]))
}

type Run = { name: string; description: string; url: string }

const eventFacts = (session: SessionLine, { name, description, url }: Run, about: About) => {
  const { days, startsAt, endsAt, timeZone, format, status, capacity, seatsLeft, standing } = session
  return {
    name,
    description,
    url,
    startDate: localTime(startsAt, timeZone),
    endDate: localTime(endsAt, timeZone),
    eventStatus: term(status === 'canceled' ? 'EventCancelled' : 'EventScheduled'),
    eventAttendanceMode: term(FORMATS[format].attendance),
    location: locationOf(heldDays(days), format, url),
    organizer: organization(about),
    maximumAttendeeCapacity: capacity ?? undefined,
    remainingAttendeeCapacity: AVAILABILITY[standing] ? (seatsLeft ?? undefined) : undefined,
    subEvent: days.length > 1 ? days.map((day) => dayEvent(day, session, { name, url })) : undefined,
  }
}

const dayEvent = (
  day: DayView,
  { timeZone, format, status }: SessionLine,
  { name, url }: Omit<Run, 'description'>,
): Thing => ({
  '@type': 'EducationEvent',
  name,
  startDate: localTime(instantAt(day.date, day.startTime, timeZone), timeZone),
  endDate: localTime(instantAt(day.date, day.endTime, timeZone), timeZone),
  eventStatus: term(status === 'canceled' || day.isCanceled ? 'EventCancelled' : 'EventScheduled'),
  eventAttendanceMode: term(FORMATS[format].attendance),
  location: locationOf([day], format, url),
})

const sessionOffers = (course: CourseView, session: SessionLine, about: About): Thing[] => {
  const { standing, timeZone, opensAt, closesAt, id } = session
  const availability = AVAILABILITY[standing]
  if (!availability) return []
  const isOnSale = standing === 'open' || standing === 'few-left'
  return offersFor(course, about.texts, {
    availability: term(availability),
    validFrom: opensAt ? localTime(opensAt, timeZone) : undefined,
    validThrough: localTime(closesAt, timeZone),
    url: about.origin + (isOnSale ? paths.register(course.slug, id) : paths.course(course.slug)),
  })
}

const courseInstance = (course: CourseView, session: SessionLine, about: About): Thing => {
  const url = about.origin + paths.course(course.slug)
  return {
    '@type': 'CourseInstance',
    '@id': `${url}#session-${session.id}`,
    ...eventFacts(session, { name: course.title, description: course.summary, url }, about),
    courseMode: FORMATS[session.format].courseMode,
    courseWorkload: session.minutes > 0 ? duration(session.minutes) : undefined,
    offers: oneOrMore(sessionOffers(course, session, about)),
  }
}

const audienceOf = (audience: readonly Audience[]): Thing[] =>
  audience
    .filter((one) => one !== 'everyone')
    .map((one) => ({ '@type': 'EducationalAudience', educationalRole: AUDIENCE_LABELS[one] }))

/** A course with the sessions one could still go to; canceled ones are marked as canceled. */
export const courseData = (course: CourseView, about: About): Thing => {
  const { slug, title, summary, outcomes, prerequisites, sessions, image, clockMinutes, audience } = course
  const url = about.origin + paths.course(slug)
  const needed = prerequisites.flatMap(({ courses }) => courses)
  return {
    '@type': 'Course',
    '@id': url,
    name: title,
    description: summary,
    url,
    inLanguage: about.locale,
    provider: organization(about),
    image: image ? new URL(image.share ?? image.plain, about.origin).href : undefined,
    audience: oneOrMore(audienceOf(audience)),
    timeRequired: clockMinutes > 0 ? duration(clockMinutes) : undefined,
    teaches: oneOrMore(outcomes),
    coursePrerequisites: oneOrMore(
      needed.map((one): Thing => ({ '@type': 'Course', name: one.title, url: about.origin + paths.course(one.slug) })),
    ),
    offers: oneOrMore(offersFor(course, about.texts, { url })),
    hasCourseInstance: oneOrMore(sessions.map((session) => courseInstance(course, session, about))),
  }
}

/** The dated sessions of a collaborative, past ones included: its page stays public with its dates. */
export const collaborativeData = (one: CollaborativeView, about: About): Thing[] => {
  const url = about.origin + paths.collaborative(one.slug)
  return one.sessions.map((session) => ({
    '@type': 'EducationEvent',
    '@id': `${url}#session-${session.id}`,
    ...eventFacts(session, { name: one.name, description: one.summary, url }, about),
  }))
}

/** The way from the home page to this one; the last step is the page itself. */
export const breadcrumbData = (steps: readonly { name: string; path: string }[], origin: string): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, path }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name,
    item: origin + path,
  })),
})

/** Who offers all this, for the home page. */
export const organizationData = (contacts: readonly ContactView[], about: About): Thing => ({
  ...organization(about),
  description: about.texts.subtitle,
  contactPoint: oneOrMore(
    contacts.map(({ name, email, phone }): Thing => ({
      '@type': 'ContactPoint',
      contactType: name,
      email,
      telephone: phone ?? undefined,
    })),
  ),
})

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/**
 * Things as the content of one `<script type="application/ld+json">`. Nothing in a text can end the element or begin a
 * comment in it: `<`, `>` and `&` are written as JSON escapes.
 */
export const toJsonLd = (...things: readonly Thing[]): string => {
  const content = things.length === 1 ? things[0] : { '@graph': things }
  return JSON.stringify({ '@context': CONTEXT, ...content }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => ESCAPES[character]!,
  )
}
