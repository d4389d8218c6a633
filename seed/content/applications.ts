import type { TeamKind } from '#collections/applications/form.ts'

/** A team made up for the demo, in the order they applied. */
export type Applicant = {
  /** Of the team. */
  team: string
  kind: TeamKind
  contact: string
  jobTitle: string
  /** The slug of an organization, or one that is not listed, in words. */
  employer: string
  /** Slugs of collaboratives, the one they want most first. */
  choices: string[]
  members: string[]
  /** What they want to be different, and what is under way. */
  answers: [string, string]
  climate: string
  students: string
  /** They cannot say yes to the condition. */
  isMixed?: true
}

/** What happens around applications; days are told from the day of seeding, teams by name. */
export type ApplicationStep = { on: number } & (
  | { does: 'apply'; team: string; isDraft?: true }
  | { does: 'score'; team: string; score: string }
  | { does: 'release' }
  | { does: 'answer'; team: string; answer: 'accept' | 'decline' }
  | { does: 'enroll'; team: string; order: string }
)

const climate = 'school-climate-data-use'
const systems = 'participatory-systems-change-for-equity'
const safety = 'reimagining-school-safety'
const care = 'creating-a-culture-of-care'

const YEARLY = 'In yearly reports'
const HARDLY = 'Hardly at all'
const THROUGH = 'In decisions through the year'
const TOGETHER = 'Together with students and families'

export const applicants: Applicant[] = [
  {
    team: 'Tamarack Bend climate team',
    kind: 'district',
    contact: 'Astrid Mbeki',
    jobTitle: 'Director of research and assessment',
    employer: 'tamarack-bend-public-schools',
    choices: [climate, safety],
    members: ['Astrid Mbeki', 'Bo Lindgren', 'Chimwala Ostrom'],
    answers: [
      'Every school decides twice a year, with its climate results in hand, what to change for the students who feel least welcome.',
      'Three schools run listening circles with students. We want the results to reach the building budget.',
    ],
    climate: YEARLY,
    students: '7400',
  },
  {
    team: 'Heron Prairie student voice team',
    kind: 'district',
    contact: 'Dimitri Haugen',
    jobTitle: 'Assistant superintendent',
    employer: 'heron-prairie-area-schools',
    choices: [climate],
    members: ['Dimitri Haugen', 'Eun-ji Solberg'],
    answers: [
      'Students see within a month what we did with what they told us.',
      'A student council of the district reads every survey report first.',
    ],
    climate: TOGETHER,
    students: '5100',
  },
  {
    team: 'Basswood Ridge equity office',
    kind: 'district',
    contact: 'Fatou Ekstrom',
    jobTitle: 'Equity and inclusion coordinator',
    employer: 'basswood-ridge-school-district',
    choices: [climate, care],
    members: ['Fatou Ekstrom', 'Gil Arneson', 'Hanne Okafor'],
    answers: [
      'Fewer American Indian students leave our middle schools, and we can say why those who left did.',
      'We interview every family that leaves. Nobody has put the interviews beside the survey yet.',
    ],
    climate: HARDLY,
    students: '3200',
  },
  {
    team: 'Limestone Bluff leadership team',
    kind: 'district',
    contact: 'Iker Thorvald',
    jobTitle: 'Superintendent',
    employer: 'limestone-bluff-public-schools',
    choices: [climate],
    members: ['Iker Thorvald', 'Joanna Vue'],
    answers: [
      'Principals talk about climate results as often as they talk about test results.',
      'A new data platform opens in the fall.',
    ],
    climate: YEARLY,
    students: '2800',
  },
  {
    team: 'North Sumac data partners',
    kind: 'district',
    contact: 'Kalia Brandvold',
    jobTitle: 'Data coach',
    employer: 'north-sumac-independent-schools',
    choices: [climate, systems],
    members: ['Kalia Brandvold', 'Lars Adeleke'],
    answers: [
      'Each grade team sets one goal from the climate survey, and reports to its students in spring.',
      'Eight data coaches meet every other week.',
    ],
    climate: THROUGH,
    students: '4600',
  },
  {
    team: 'Prairie Loop member schools',
    kind: 'lea',
    contact: 'Mirembe Kolstad',
    jobTitle: 'Regional program manager',
    employer: 'prairie-loop-service-cooperative',
    choices: [climate],
    members: ['Mirembe Kolstad', 'Nils Chaudhary', 'Odalys Berge'],
    answers: [
      'Our small districts share one analyst and one way to read results, so that none of them is alone with its numbers.',
      'Eleven districts use the same survey since last year.',
    ],
    climate: YEARLY,
    students: '9800',
  },
  {
    team: 'Driftless regional safety team',
    kind: 'lea',
    contact: 'Priyanka Dahlberg',
    jobTitle: 'Safe schools consultant',
    employer: 'driftless-regional-education-agency',
    choices: [climate, safety],
    members: ['Priyanka Dahlberg', 'Rasmus Oyelaran'],
    answers: [
      'Safety plans begin with belonging, and restorative practice is in each of them.',
      'We train the safety coordinators of nineteen districts.',
    ],
    climate: THROUGH,
    students: '21000',
  },
  {
    team: 'Sandbar Valley counselors',
    kind: 'district',
    contact: 'Saoirse Nkemelu',
    jobTitle: 'Lead counselor',
    employer: 'sandbar-valley-school-district',
    choices: [climate],
    members: ['Saoirse Nkemelu', 'Torvald Reyes'],
    answers: [
      'Counselors know by October which grades feel unsafe, and in which hallways.',
      'A short weekly check-in runs in two schools.',
    ],
    climate: HARDLY,
    students: '1900',
  },
  {
    team: 'Birch Narrows learning office',
    kind: 'district',
    contact: 'Ulrika Castellanos',
    jobTitle: 'Teaching and learning director',
    employer: 'Birch Narrows Area Schools',
    choices: [climate],
    members: ['Ulrika Castellanos'],
    answers: [
      'Teachers trust the survey enough to open its results.',
      'A committee rewrites the questions with students this spring.',
    ],
    climate: HARDLY,
    students: '1400',
  },
  {
    team: 'Kettle Hollow change team',
    kind: 'district',
    contact: 'Vikram Sandoe',
    jobTitle: 'Pupil services director',
    employer: 'kettle-hollow-school-district',
    choices: [systems, climate],
    members: ['Vikram Sandoe', 'Wilhelmina Boateng', 'Xue Nordahl'],
    answers: [
      'Families who were hurt by our discipline rules write the new ones with us.',
      'A table of eight parents and students has met since winter.',
    ],
    climate: TOGETHER,
    students: '2300',
  },
  {
    team: 'Lantern Commons staff care team',
    kind: 'district',
    contact: 'Yesenia Falk',
    jobTitle: 'Executive director',
    employer: 'lantern-commons-charter-school',
    choices: [care, climate],
    members: ['Yesenia Falk', 'Zoltan Hersi'],
    answers: [
      'Nobody leaves in their first three years because the work is too lonely.',
      'Mentors have one free hour a week for their new colleagues.',
    ],
    climate: THROUGH,
    students: '640',
  },
  {
    team: 'Riverbluff and neighbors',
    kind: 'lea',
    contact: 'Anders Mwangi',
    jobTitle: 'Partnership lead',
    employer: 'riverbluff-college',
    choices: [care],
    members: ['Anders Mwangi', 'Birgit Tolliver'],
    answers: [
      'Our student teachers learn in schools that care for their staff.',
      'We place students in four districts.',
    ],
    climate: HARDLY,
    students: '',
    isMixed: true,
  },
  {
    team: 'Cedar Landing team',
    kind: 'district',
    contact: 'Celeste Rognlie',
    jobTitle: 'Principal',
    employer: 'Cedar Landing Schools',
    choices: [safety],
    members: [],
    answers: ['', ''],
    climate: '',
    students: '',
  },
]

const apply = (on: number, teams: readonly number[]): ApplicationStep[] =>
  teams.map((at) => ({ on, does: 'apply', team: applicants[at]!.team }))
const score = (on: number, scores: readonly (readonly [number, string])[]): ApplicationStep[] =>
  scores.map(([at, points]) => ({ on, does: 'score', team: applicants[at]!.team, score: points }))

/** More teams than School Climate Data Use has places: decisions are out, one team said no, and the line has moved. */
export const applicationSteps: ApplicationStep[] = [
  ...apply(-34, [0, 1, 2, 3]),
  ...apply(-31, [4, 5, 6]),
  ...apply(-27, [7, 8, 9, 11]),
  ...score(-14, [
    [0, '11'],
    [1, '10.5'],
    [2, '10'],
    [3, '9.5'],
    [4, '9'],
    [5, '8.5'],
    [6, '8'],
    [7, '7.5'],
    [8, '7'],
    [9, '9.25'],
  ]),
  { on: -9, does: 'release' },
  { on: -7, does: 'answer', team: applicants[3]!.team, answer: 'decline' },
  { on: -6, does: 'answer', team: applicants[0]!.team, answer: 'accept' },
  { on: -5, does: 'answer', team: applicants[9]!.team, answer: 'accept' },
  { on: -3, does: 'apply', team: applicants[10]!.team },
  { on: -2, does: 'apply', team: applicants[12]!.team, isDraft: true },
  { on: 0, does: 'enroll', team: applicants[0]!.team, order: 'PO 2026-114' },
]
