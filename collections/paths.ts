/** Every address of the public site, each in one place. */
export const paths = {
  home: '/',
  courses: '/courses',
  course: (slug: string) => `/courses/${slug}`,
  courseCalendar: (slug: string) => `/courses/${slug}.ics`,
  register: (slug: string, session: string) => `/courses/${slug}/register?session=${session}`,
  framework: '/framework',
  circle: (slug: string) => `/framework/${slug}`,
  pathways: '/pathways',
  pathwaysOf: (course: string) => `/pathways?course=${course}`,
  strategies: '/strategies',
  strategy: (slug: string) => `/strategies/${slug}`,
  collaboratives: '/collaboratives',
  collaborative: (slug: string) => `/collaboratives/${slug}`,
  credentials: '/credentials',
  credential: (slug: string) => `/credentials/${slug}`,
  policy: (slug: string) => `/policies/${slug}`,
  policies: '/policies',
  contact: '/contact',
  search: '/search',
  searchFor: (words: string) => `/search?q=${encodeURIComponent(words)}`,
  page: (slug: string) => `/${slug}`,
  calendar: '/calendar.ics',
  feed: '/feed.xml',
  sitemap: '/sitemap.xml',
  colors: (version: string) => `/colors.css?v=${version}`,
  panel: '/admin',

  /** What a person can do with a registration, through the signed link in the messages. */
  manage: (token: string) => `/manage/${token}`,
  /** The calendar entry of one registration. */
  manageCalendar: (token: string) => `/manage/${token}/calendar.ics`,
  my: '/my',
  /** The session of the mailbox whose owner asked for the link. */
  myWith: (token: string) => `/my/${token}`,
  received: (slug: string, receipt: string) => `/courses/${slug}/received?receipt=${receipt}`,
  /** A payer's statement, by the signed link in the message. */
  bill: (token: string) => `/statements/${token}`,

  /** The registration desk, for registrars. */
  desk: '/desk',
  deskSessions: '/desk/sessions',
  roster: (session: string) => `/desk/sessions/${session}`,
  door: (session: string, day: string) => `/desk/sessions/${session}/door/${day}`,
  signInSheet: (session: string, day: string) => `/desk/sessions/${session}/sheet/${day}`,
  registration: (id: string) => `/desk/registrations/${id}`,
  cases: '/desk/cases',
  checks: '/desk/checks',
  statements: '/desk/statements',
  statement: (number: string) => `/desk/statements/${number}`,
  letter: (file: string) => `/desk/letters/${file}`,
  messagePreview: (kind: string) => `/desk/messages/${kind}`,
} as const
