import { describe, expect, test } from 'vitest'
import {
  breadcrumbData,
  collaborativeData,
  courseData,
  organizationData,
  toJsonLd,
  type Thing,
} from '#site/src/lib/catalog/structured-data.ts'
import { en } from '#site/src/messages/en.ts'
import { aCollaborative, aCourse, aDay, aLine, aSession, at, SECRET, thursdays } from '#test/support/views.ts'

const texts = en.feeds
const about = { origin: 'https://learn.example.org', locale: 'en' as const, texts }
const instanceOf = (course: Thing): Thing => course['hasCourseInstance'] as Thing
const plain = (thing: Thing): unknown => JSON.parse(JSON.stringify(thing))

describe('courseData', () => {
  test('a course and its session', () => {
    const course = courseData(aCourse({ sessions: [aSession({ id: 'abc' })] }), about)
    const provider = {
      '@type': 'EducationalOrganization',
      '@id': 'https://learn.example.org/#organization',
      name: texts.author,
      url: 'https://learn.example.org/',
    }
    const sale = {
      availability: 'https://schema.org/InStock',
      validThrough: '2026-10-15T08:30:00-05:00',
      url: 'https://learn.example.org/courses/three-circles/register?session=abc',
    }
    expect(plain(course)).toEqual({
      '@type': 'Course',
      '@id': 'https://learn.example.org/courses/three-circles',
      name: 'Three Circles in One Morning',
      description: 'The frame of the program, in one morning.',
      url: 'https://learn.example.org/courses/three-circles',
      inLanguage: 'en',
      provider,
      audience: [
        { '@type': 'EducationalAudience', educationalRole: 'Teachers' },
        { '@type': 'EducationalAudience', educationalRole: 'Leaders' },
      ],
      timeRequired: 'PT6H',
      teaches: 'See how the circles meet',
      offers: [
        {
          '@type': 'Offer',
          name: texts.memberRate,
          category: 'Free',
          price: '0',
          priceCurrency: 'USD',
          url: 'https://learn.example.org/courses/three-circles',
        },
        {
          '@type': 'Offer',
          name: texts.nonMemberRate,
          category: 'Paid',
          price: '125.50',
          priceCurrency: 'USD',
          url: 'https://learn.example.org/courses/three-circles',
        },
      ],
      hasCourseInstance: {
        '@type': 'CourseInstance',
        '@id': 'https://learn.example.org/courses/three-circles#session-abc',
        name: 'Three Circles in One Morning',
        description: 'The frame of the program, in one morning.',
        url: 'https://learn.example.org/courses/three-circles',
        startDate: '2026-10-15T08:30:00-05:00',
        endDate: '2026-10-15T15:30:00-05:00',
        eventStatus: 'https://schema.org/EventScheduled',
        eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
        location: {
          '@type': 'Place',
          name: 'Learning Center, Room 110',
          address: '400 Example Avenue, Tamarack Bend, MN 55000',
        },
        organizer: provider,
        maximumAttendeeCapacity: 30,
        remainingAttendeeCapacity: 30,
        courseMode: 'Onsite',
        courseWorkload: 'PT6H',
        offers: [
          { '@type': 'Offer', name: texts.memberRate, category: 'Free', price: '0', priceCurrency: 'USD', ...sale },
          {
            '@type': 'Offer',
            name: texts.nonMemberRate,
            category: 'Paid',
            price: '125.50',
            priceCurrency: 'USD',
            ...sale,
          },
        ],
      },
    })
  })

  test('no sessions, no rates, no circles: still a course', () => {
    const course = courseData(
      aCourse({ memberRate: null, nonMemberRate: null, outcomes: [], audience: ['everyone'], clockMinutes: 0 }),
      about,
    )
    expect(Object.keys(plain(course) as object)).toEqual([
      '@type',
      '@id',
      'name',
      'description',
      'url',
      'inLanguage',
      'provider',
    ])
  })

  test.each([
    ['open', {}, 'InStock', '/register?session=abc'],
    ['few seats left', { seatsReserved: 29 }, 'LimitedAvailability', '/register?session=abc'],
    ['full', { seatsReserved: 30 }, 'SoldOut', ''],
    ['not open yet', { opensOn: '2026-09-10' }, 'PreOrder', ''],
    ['closed', { closesOn: '2026-08-30' }, 'OutOfStock', ''],
  ] as const)('what an offer is worth: %s', (_, session, availability, path) => {
    const sessions = [aSession({ id: 'abc', ...session })]
    // Both pay the same, so there is one offer.
    const offer = instanceOf(courseData(aCourse({ nonMemberRate: 0, sessions }), about))['offers']
    expect(offer).toMatchObject({
      availability: `https://schema.org/${availability}`,
      url: `https://learn.example.org/courses/three-circles${path}`,
    })
  })

  test('a canceled session offers nothing', () => {
    const instance = instanceOf(courseData(aCourse({ sessions: [aSession({ status: 'canceled' })] }), about))
    expect([instance['offers'], instance['remainingAttendeeCapacity']]).toEqual([undefined, undefined])
  })

  test('a day that is called off is canceled, and the session begins with the first that is held', () => {
    const days = [aDay('2026-10-15', { canceled: true }), aDay('2026-10-16'), aDay('2026-10-17')]
    const instance = instanceOf(courseData(aCourse({ sessions: [aSession({ days })] }), about))
    expect(instance).toMatchObject({
      startDate: expect.stringContaining('2026-10-16') as string,
      endDate: expect.stringContaining('2026-10-17') as string,
      eventStatus: 'https://schema.org/EventScheduled',
    })
    expect((instance['subEvent'] as Thing[]).map((event) => event['eventStatus'])).toEqual([
      'https://schema.org/EventCancelled',
      'https://schema.org/EventScheduled',
      'https://schema.org/EventScheduled',
    ])
  })

  test('a canceled session is canceled, on each of its days', () => {
    const days = [aDay('2026-10-15'), aDay('2026-10-16')]
    const instance = instanceOf(courseData(aCourse({ sessions: [aSession({ status: 'canceled', days })] }), about))
    const all = [instance, ...(instance['subEvent'] as Thing[])]
    expect(all.map(({ eventStatus }) => eventStatus)).toEqual(Array(3).fill('https://schema.org/EventCancelled'))
  })

  test.each([
    [
      'online',
      { format: 'online', days: [aDay('2026-10-15', { place: null, address: null })] },
      'Online',
      ['VirtualLocation'],
    ],
    ['hybrid', { format: 'hybrid' }, 'Blended', ['Place', 'VirtualLocation']],
    [
      'two places',
      { days: [aDay('2026-10-15'), aDay('2026-10-16', { place: 'Library' })] },
      'Onsite',
      ['Place', 'Place'],
    ],
    ['one place twice', { days: [aDay('2026-10-15'), aDay('2026-10-16')] }, 'Onsite', ['Place']],
    ['no place yet', { days: [aDay('2026-10-15', { place: null, address: null })] }, 'Onsite', []],
  ] as const)('where: %s', (_, session, mode, places) => {
    const instance = instanceOf(courseData(aCourse({ sessions: [aSession(session as never)] }), about))
    const location = (instance['location'] ?? []) as Thing | Thing[]
    expect([location].flat().map((place) => place['@type'])).toEqual(places)
    expect(instance['courseMode']).toBe(mode)
  })

  test('the online link is nowhere', () => {
    const sessions = (['in-person', 'online', 'hybrid'] as const).map((format) => aSession({ format }))
    expect(toJsonLd(courseData(aCourse({ sessions }), about))).not.toContain(new URL(SECRET).host)
  })
})

describe('collaborativeData', () => {
  test('eight Thursdays keep their hours across the clock change', () => {
    const line = aLine({ format: 'online', days: thursdays }, at('2024-06-01T00:00:00Z'))
    const [event] = collaborativeData(aCollaborative({ sessions: [line] }), about)
    expect(event).toMatchObject({
      '@type': 'EducationEvent',
      name: 'Educational Equity Community of Practice',
      startDate: '2024-02-01T08:30:00-06:00',
      endDate: '2024-03-21T11:30:00-05:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: { '@type': 'VirtualLocation', url: 'https://learn.example.org/collaboratives/community-of-practice' },
    })
    const days = event!['subEvent'] as Thing[]
    expect(days.slice(5, 7).map(({ startDate, endDate }) => [startDate, endDate])).toEqual([
      ['2024-03-07T08:30:00-06:00', '2024-03-07T11:30:00-06:00'],
      ['2024-03-14T08:30:00-05:00', '2024-03-14T11:30:00-05:00'],
    ])
  })

  test('no sessions, no events', () => expect(collaborativeData(aCollaborative(), about)).toEqual([]))
})

test('breadcrumbData', () => {
  expect(
    breadcrumbData(
      [
        { name: 'Courses', path: '/courses' },
        { name: 'A', path: '/courses/a' },
      ],
      about.origin,
    ),
  ).toEqual({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: 'Courses', item: 'https://learn.example.org/courses' },
      { '@type': 'ListItem', position: 2, name: 'A', item: 'https://learn.example.org/courses/a' },
    ],
  })
})

test('organizationData', () => {
  const desk = {
    slug: 'desk',
    name: 'Registration desk',
    duties: '',
    email: 'desk@example.org',
    phone: '612-555-0100',
    address: null,
    hours: null,
  }
  expect(plain(organizationData([desk], about))).toEqual({
    '@type': 'EducationalOrganization',
    '@id': 'https://learn.example.org/#organization',
    name: texts.author,
    url: 'https://learn.example.org/',
    description: texts.subtitle,
    contactPoint: {
      '@type': 'ContactPoint',
      contactType: 'Registration desk',
      email: 'desk@example.org',
      telephone: '612-555-0100',
    },
  })
})

describe('toJsonLd', () => {
  test('one thing, or several', () => {
    const thing = { '@type': 'Thing', name: 'One' }
    expect(JSON.parse(toJsonLd(thing))).toEqual({ '@context': 'https://schema.org', ...thing })
    expect(JSON.parse(toJsonLd(thing, thing))).toEqual({ '@context': 'https://schema.org', '@graph': [thing, thing] })
  })

  test.each([
    '</script><script>alert(1)</script>',
    '<!--',
    '<!--<script>',
    ']]>',
    '&lt;',
    'a\u2028b\u2029c',
    'a\u0000b',
    '\ud83d',
  ])('no text gets out of it: %j', (name) => {
    const json = toJsonLd({ '@type': 'Thing', name })
    expect(json).not.toMatch(/[<>&\u2028\u2029]|\p{Cc}/u)
    expect((JSON.parse(json) as Thing)['name']).toBe(name)
  })
})
