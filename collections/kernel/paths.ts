/** Lists of the desk that can be saved. */
export const LIST_NAMES = [
  'registrations',
  'people',
  'consents',
  'organizations',
  'charges',
  'statements',
  'checks',
  'applications',
  'submissions',
  'awards',
  'messages',
  'aging',
  'evaluations',
] as const
export type ListName = (typeof LIST_NAMES)[number]

const queryOf = (values: Readonly<Record<string, string>>): string => {
  const text = new URLSearchParams(values).toString()
  return text && `?${text}`
}

/** Every address of the site, the desk and the panel, each in one place. */
export const paths = {
  home: '/',
  courses: '/courses',
  /** The list of courses for other programs; `query` narrows it as it does the page. */
  coursesAs: (kind: 'ics' | 'xml' | 'json' | 'csv', query = '') => `/courses.${kind}${query}`,
  course: (slug: string) => `/courses/${slug}`,
  courseCalendar: (slug: string) => `/courses/${slug}.ics`,
  register: (slug: string, session: string) => `/courses/${slug}/register?session=${session}`,
  /** Where somebody asks to be told when there is something new, confirms their mailbox, and ends it. */
  tellMe: '/tell-me',
  tellMeOfCourse: (slug: string) => `/tell-me?course=${encodeURIComponent(slug)}`,
  /** Of a list of courses; `query` is what it is narrowed to. */
  tellMeOfList: (query: string) => `/tell-me${query}`,
  confirmSubscription: (token: string) => `/tell-me/confirm/${token}`,
  subscription: (token: string) => `/tell-me/${token}`,
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
  /** Files for everybody lie beside the pictures. */
  download: (name: string) => `/api/media/file/${encodeURIComponent(name)}`,
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
  /** Where a colleague who was asked to come instead reads the terms and answers. */
  colleague: (token: string) => `/colleague/${token}`,
  /** Where somebody says what they thought of a course. */
  evaluation: (token: string) => `/evaluations/${token}`,
  my: '/my',
  /** The session of the mailbox whose owner asked for the link. */
  myWith: (token: string) => `/my/${token}`,
  /** Everything about one of the people of a mailbox, in one file. */
  everythingMine: (token: string, place: number, kind: 'json' | 'html') => `/my/${token}/everything/${place}/${kind}`,
  /** The transcript of one of the people of a mailbox. */
  transcriptMine: (token: string, place: number, kind: 'pdf' | 'csv') => `/my/${token}/transcript/${place}/${kind}`,
  received: (slug: string, receipt: string) => `/courses/${slug}/received?receipt=${receipt}`,
  /** A payer's statement, by the signed link in the message. */
  bill: (token: string) => `/statements/${token}`,
  /** What a payer paid in a year, as a letter. */
  paidLetter: (token: string, year: number) => `/statements/${token}/paid.pdf?year=${year}`,
  statementDownload: (token: string, kind: 'pdf' | 'csv') => `/statements/${token}.${kind}`,

  apply: (slug: string) => `/collaboratives/${slug}/apply`,
  /** What an applicant reads once something was sent from the page above. */
  applied: (slug: string, receipt: string) => `/collaboratives/${slug}/applied?receipt=${receipt}`,
  /** One's own application, by the signed link in the messages. */
  application: (token: string) => `/applications/${token}`,
  submitWork: (slug: string) => `/credentials/${slug}/submit`,
  begun: (slug: string, receipt: string) => `/credentials/${slug}/begun?receipt=${receipt}`,
  /** One's own work for a micro-credential, by the signed link in the messages. */
  submission: (token: string) => `/submissions/${token}`,
  /** Where it is looked through once more, and sent. */
  /** Where one asks a colleague for feedback, and where the colleague writes it. */
  askColleague: (token: string, item: string) => `/submissions/${token}/colleague/${item}`,
  feedback: (token: string) => `/feedback/${token}`,
  sendWork: (token: string) => `/submissions/${token}/send`,
  /** Where a file is added to one item, and where one's own file is read again. */
  evidence: (token: string, item: string) => `/submissions/${token}/evidence/${item}`,
  ownFile: (token: string, file: string) => `/submissions/${token}/files/${file}`,
  /** Where a badge file or its text is checked. */
  check: '/verify',
  verify: (award: string) => `/verify/${award}`,
  /** The signed badge itself, as other programs read it. */
  badge: (award: string) => `/verify/${award}.jwt`,
  /** The picture of an award, which carries the signed badge where there is one. */
  badgePicture: (award: string, kind: 'png' | 'svg') => `/verify/${award}.${kind}`,
  badgeData: (award: string) => `/verify/${award}.json`,
  certificate: (award: string) => `/verify/${award}.pdf`,
  /** Badges that were taken back, and the key they are signed with. */
  revocations: '/.well-known/revoked-awards.json',
  issuerKeys: '/.well-known/jwks.json',
  /** One key by itself, which is what a badge names. */
  issuerKey: (key: string) => `/.well-known/badge-keys/${key}.json`,
  issuer: '/.well-known/issuer.json',
  issuerPicture: '/.well-known/issuer.png',
  /** One edition of a micro-credential, as badges name what was achieved. */
  achievement: (credential: string, edition: string) => `/credentials/${credential}?edition=${edition}`,

  /** The registration desk, for registrars. */
  desk: '/desk',
  /** What the search box of the desk finds. */
  deskSearch: '/desk/search',
  deskSearchFor: (words: string) => `/desk/search?q=${encodeURIComponent(words)}`,
  person: (id: string) => `/desk/people/${id}`,
  /** What erasing somebody would do, and the form that does it. */
  erasePerson: (id: string) => `/desk/people/${id}/erase`,
  /** Everything about a person in one file. */
  everythingOf: (id: string, kind: 'json' | 'html') => `/desk/people/${id}/everything/${kind}`,
  transcriptOf: (id: string, kind: 'pdf' | 'csv') => `/desk/people/${id}/transcript/${kind}`,
  /** What is kept for longer than was set. */
  retention: '/desk/retention',
  retentionSettings: '/admin/globals/retention',
  /** Where a record of somebody is joined into another, with a look before. */
  joinPeople: (id: string, into = '') => `/desk/people/${id}/join${into && `?into=${into}`}`,
  /** Where two people who were written down as one are told apart. */
  splitPerson: (id: string) => `/desk/people/${id}/split`,
  deskSessions: '/desk/sessions',
  roster: (session: string) => `/desk/sessions/${session}`,
  door: (session: string, day: string) => `/desk/sessions/${session}/door/${day}`,
  /** Name tags for a sheet of labels, and everybody’s certificates in one file. */
  nameTags: (session: string) => `/desk/sessions/${session}/tags.pdf`,
  sessionCertificates: (session: string) => `/desk/sessions/${session}/certificates.pdf`,
  signInSheet: (session: string, day: string) => `/desk/sessions/${session}/sheet/${day}`,
  /** Who was there, entered afterwards for a whole day. */
  enterDay: (session: string, day: string) => `/desk/sessions/${session}/enter/${day}`,
  addToRoster: (session: string) => `/desk/sessions/${session}/add`,
  walkIn: (session: string, day: string) => `/desk/sessions/${session}/add?door=${day}`,
  /** Where several of a roster are canceled, excused or moved at once, with a look before. */
  many: (session: string) => `/desk/sessions/${session}/many`,
  /** Where the desk writes to people of a roster. */
  writeToRoster: (session: string) => `/desk/sessions/${session}/write`,
  registration: (id: string) => `/desk/registrations/${id}`,
  /** Where registrations that a program made are undone. */
  flood: '/desk/registrations/flood',
  /** The same, with the form that cancels it open. */
  cancelRegistration: (id: string) => `/desk/registrations/${id}?open=cancel#do-cancel`,
  cases: '/desk/cases',
  /** Where several fees are decided at once, with a look before. */
  manyFees: '/desk/cases/many',
  checks: '/desk/checks',
  envelopes: '/desk/checks/envelopes',
  /** A list as a file, narrowed as its page is. */
  list: (name: ListName, kind: 'csv' | 'xlsx', filter: Readonly<Record<string, string>> = {}) =>
    `/desk/lists/${name}.${kind}${queryOf(filter)}`,
  /** Reports, lists to save, and what is over. */
  reports: '/desk/reports',
  report: '/desk/reports/year',
  /** What is owed, by how long it is overdue. */
  aging: '/desk/reports/aging',
  reportFile: (kind: 'pdf' | 'csv', { from, until }: { from: string; until: string }) =>
    `/desk/reports/year.${kind}?from=${from}&until=${until}`,
  /** What people thought of courses; narrowed to a year, a course (`of`) or a session. */
  evaluations: '/desk/evaluations',
  evaluationsOf: (narrowed: Readonly<Record<string, string>>) => `/desk/evaluations${queryOf(narrowed)}`,
  evaluationSettings: '/admin/globals/evaluation',
  sentMessages: '/admin/collections/messages',
  outbox: '/desk/outbox',
  holidays: '/admin/collections/holidays',
  editSession: (session: string) => `/admin/collections/sessions/${session}`,
  organizations: '/desk/organizations',
  organization: (id: string) => `/desk/organizations/${id}`,
  statements: '/desk/statements',
  statement: (number: string) => `/desk/statements/${number}`,
  /** Where several people of a statement are billed to another payer. */
  rebill: (number: string) => `/desk/statements/${number}/rebill`,
  deskPaidLetter: (number: string, year: number) => `/desk/statements/${number}/paid.pdf?year=${year}`,
  /** Whom to remind today. */
  reminders: '/desk/statements/reminders',
  billingSettings: '/admin/globals/billing',
  deskStatementDownload: (number: string, kind: 'pdf' | 'csv') => `/desk/statements/${number}.${kind}`,
  charges: '/desk/charges',
  selections: '/desk/applications',
  /** Everybody who answered one call, ranked. */
  selection: (call: string) => `/desk/applications/calls/${encodeURIComponent(call)}`,
  /** The messages a release would send. */
  releaseSelection: (call: string) => `/desk/applications/calls/${encodeURIComponent(call)}/release`,
  rankingTable: (call: string) => `/desk/applications/calls/${encodeURIComponent(call)}/ranking.csv`,
  applicationCase: (id: string) => `/desk/applications/${id}`,
  works: '/desk/submissions',
  work: (id: string) => `/desk/submissions/${id}`,
  workFile: (id: string, file: string) => `/desk/submissions/${id}/files/${file}`,
  workLink: (id: string, item: string) => `/desk/submissions/${id}/links/${item}`,
  awards: '/desk/awards',
  award: (id: string) => `/desk/awards/${id}`,
  /** What reviewers read and score. The only pages of the desk they see. */
  reviews: '/desk/reviews',
  review: (id: string) => `/desk/reviews/${id}`,
  reviewFile: (review: string, file: string) => `/desk/reviews/${review}/files/${file}`,
  reviewLink: (review: string, item: string) => `/desk/reviews/${review}/links/${item}`,
  letter: (file: string) => `/desk/letters/${file}`,
  messagePreview: (kind: string) => `/desk/messages/${kind}`,
  /** The message itself, as a mail program would show it. */
  messagePage: (kind: string) => `/desk/messages/${kind}/page`,
} as const
