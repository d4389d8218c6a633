import type { Participation } from '#collections/registrations/states.ts'

/** Somebody made up, where they work and how they take part. */
export type Registrant = {
  name: string
  /** The slug of an organization, or one that is not listed, in words. */
  employer: string
  jobTitle: string
  participation: Participation
  host?: string
  sponsor?: { name: string; email: string; address: string }
}

/** What happens in a demo year at the desk: days are told from the day of seeding, people by name. */
export type Step = { on: number } & (
  | { does: 'register'; who: string; session: string; gate?: 'completed' | 'upcoming'; waiver?: string; needs?: string }
  /** `isLate`: on the eve of the session, whatever day that is. */
  | { does: 'cancel'; who: string; session: string; days?: number[]; isLate?: true }
  | { does: 'attend'; session: string; day: number; present: string[] }
  | { does: 'check'; who: string; number: string }
  | { does: 'approve'; who: string }
  | { does: 'statements' }
)

const tamarack = 'tamarack-bend-public-schools'
const heron = 'heron-prairie-area-schools'
const basswood = 'basswood-ridge-school-district'
const limestone = 'limestone-bluff-public-schools'
const lantern = 'lantern-commons-charter-school'

const member = (name: string, employer: string, jobTitle: string): Registrant => ({
  name,
  employer,
  jobTitle,
  participation: 'member',
})
const substitute = (name: string, participation: 'hosted' | 'guest', host: string): Registrant => ({
  name,
  employer: 'No employer at present',
  jobTitle: 'Substitute teacher',
  participation,
  host,
})

export const registrants: Registrant[] = [
  member('Amara Lindholm', tamarack, 'Grade 3 teacher'),
  member('Beatriz Okonjo', tamarack, 'Assistant principal'),
  member('Chue Vangsness', heron, 'English learner teacher'),
  member('Dalia Bergstrom', heron, 'School counselor'),
  member('Emeka Thorsen', basswood, 'Mathematics teacher'),
  member('Farah Nyquist', basswood, 'Media specialist'),
  member('Gustavo Halvorsen', limestone, 'Grade 5 teacher'),
  member('Hodan Eklund', limestone, 'Family liaison'),
  member('Ines Rautio', lantern, 'Dean of students'),
  member('Jamal Sorenson', tamarack, 'Paraprofessional'),
  member('Kaying Osterberg', heron, 'Kindergarten teacher'),
  member('Leona Whitewater', basswood, 'American Indian education advisor'),
  member('Mateo Fjelstad', limestone, 'Principal'),
  member('Nadia Strand', lantern, 'Special education teacher'),
  substitute('Oskar Delacruz', 'hosted', tamarack),
  substitute('Pa Nhia Gundersen', 'guest', heron),
  substitute('Quentin Abara', 'guest', tamarack),
  substitute('Rosalind Xiong', 'guest', basswood),
  {
    name: 'Samira Holmgren',
    employer: 'kettle-hollow-school-district',
    jobTitle: 'Curriculum director',
    participation: 'sponsored',
    sponsor: {
      name: 'Kettle Hollow School District',
      email: 'kettle-hollow@example.org',
      address: '12 Example Lane\nKettle Hollow, MN 55000',
    },
  },
  {
    name: 'Tomas Adeyemi',
    employer: 'An independent school',
    jobTitle: 'Humanities teacher',
    participation: 'self',
  },
]

const register = (on: number, session: string, who: string[]): Step[] =>
  who.map((one) => ({ on, does: 'register', who: one, session }))

/** The desk as a registrar finds it on a working day: seats and waitlists, a day at the door, cases, checks, a statement. */
export const steps: Step[] = [
  // A session that is over: two days, one person missed one of them, one canceled too late.
  { on: -90, does: 'register', who: 'Pa Nhia Gundersen', session: 'high-expectations-past' },
  { on: -88, does: 'check', who: 'Pa Nhia Gundersen', number: '2207' },
  { on: -86, does: 'register', who: 'Tomas Adeyemi', session: 'high-expectations-past' },
  ...register(-75, 'foundations-past', ['Amara Lindholm', 'Emeka Thorsen']),
  { on: -70, does: 'register', who: 'Hodan Eklund', session: 'foundations-past' },
  {
    on: -62,
    does: 'attend',
    session: 'high-expectations-past',
    day: 0,
    present: ['Pa Nhia Gundersen', 'Tomas Adeyemi'],
  },
  { on: -49, does: 'cancel', who: 'Hodan Eklund', session: 'foundations-past', isLate: true },
  { on: -48, does: 'attend', session: 'foundations-past', day: 0, present: ['Amara Lindholm', 'Emeka Thorsen'] },
  { on: -47, does: 'attend', session: 'foundations-past', day: 1, present: ['Amara Lindholm'] },
  { on: -40, does: 'approve', who: 'Emeka Thorsen' },

  // Coming soon, with a full house, guests’ checks and a waitlist.
  ...register(-20, 'before-you-write-it-up-today', [
    'Beatriz Okonjo',
    'Chue Vangsness',
    'Farah Nyquist',
    'Gustavo Halvorsen',
    'Jamal Sorenson',
    'Oskar Delacruz',
    'Samira Holmgren',
  ]),
  ...register(-18, 'front-desk-this-week', ['Kaying Osterberg', 'Ines Rautio', 'Leona Whitewater', 'Quentin Abara']),
  { on: -12, does: 'check', who: 'Quentin Abara', number: '518' },
  ...register(-15, 'foundations-nearly-full', ['Mateo Fjelstad', 'Nadia Strand', 'Tomas Adeyemi', 'Kaying Osterberg']),
  { on: -9, does: 'register', who: 'Rosalind Xiong', session: 'ready-for-any-room-soon' },
  { on: -8, does: 'register', who: 'Jamal Sorenson', session: 'ahead-not-behind-open', gate: 'completed' },
  { on: -6, does: 'cancel', who: 'Jamal Sorenson', session: 'ahead-not-behind-open', days: [1] },
  {
    on: -5,
    does: 'register',
    who: 'Gustavo Halvorsen',
    session: 'leading-through-resistance-open',
    waiver: 'I led my district’s book study on the same ground for two years.',
  },
  { on: -4, does: 'register', who: 'Beatriz Okonjo', session: 'leading-through-resistance-open', gate: 'completed' },
  { on: -1, does: 'statements' },
]
