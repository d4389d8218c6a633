/** What is known about how far an agency has made the site its own. */
export type SetUp = {
  /** The agency goes by the name it came with. */
  isUnnamed: boolean
  hasLooks: boolean
  hasTouchedHolidays: boolean
  sendsMail: boolean
  hasTestedMail: boolean
  hasOwnPolicy: boolean
  staff: number
  hasOwnCircle: boolean
  hasOwnCourse: boolean
  hasDemo: boolean
}

export type SetupStep = { key: string; title: string; detail: string; href: string; isDone: boolean }

/** The first hour of an admin, in the order that saves work; each step is done by what is there, not by a tick. */
export const setupSteps = (now: SetUp): SetupStep[] => [
  {
    key: 'name',
    title: 'Say who you are',
    detail: 'Name, address, logo and color. They stand on every page, letter and statement.',
    href: '/admin/globals/agency',
    isDone: !now.isUnnamed && now.hasLooks,
  },
  {
    key: 'holidays',
    title: 'Look through the holidays',
    detail: 'Deadlines are counted around them. Those of Minnesota are there to begin with.',
    href: '/admin/collections/holidays',
    isDone: now.hasTouchedHolidays,
  },
  {
    key: 'mail',
    title: 'Send yourself a test letter',
    detail: now.sendsMail
      ? 'Says what the mail server answers.'
      : 'No mail server is set up: letters are kept under Messages and reach nobody. Set SMTP_URL and start again.',
    href: '/admin/setup',
    isDone: now.sendsMail && now.hasTestedMail,
  },
  {
    key: 'policies',
    title: 'Write your rules',
    detail: 'Until when somebody can cancel, and what is owed after that. People agree to them when they register.',
    href: '/admin/collections/policies',
    isDone: now.hasOwnPolicy,
  },
  {
    key: 'staff',
    title: 'Bring in a colleague',
    detail: 'Each with an account and roles of their own, and a second admin, so that nobody is locked out.',
    href: '/admin/collections/users/create',
    isDone: now.staff > 1,
  },
  {
    key: 'circle',
    title: 'Draw your first circle',
    detail: 'Every course belongs to at least one. It gives the course its color and sign.',
    href: '/admin/collections/circles/create',
    isDone: now.hasOwnCircle,
  },
  {
    key: 'course',
    title: 'Publish your first course',
    detail: 'Then give it a session with days, a place and seats.',
    href: '/admin/collections/courses/create',
    isDone: now.hasOwnCourse,
  },
  {
    key: 'demo',
    title: 'Take the demo away',
    detail: 'In one step, with everything that was tried with it. You see before what goes.',
    href: '/admin/demo',
    isDone: !now.hasDemo,
  },
]
