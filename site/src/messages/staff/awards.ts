import { AWARD_KIND_LABELS, AWARD_STATUS_LABELS } from '#collections/awards/states.ts'
import { MINIMUM_STATE_LABELS, type MinimumState } from '#collections/attendance/minimum.ts'

/** The words of awards at the desk, and of the minimum of live sessions there. */
export const awards = {
  title: 'Awards',
  lead: 'Micro-credentials are given when work passes, certificates when a session is over and every day of it is recorded. Nothing has to be done for that.',
  search: 'Name, e-mail, title or code',
  find: 'Find',
  all: 'Show all',
  none: 'Nothing was given yet.',
  noneFound: 'No award fits these words.',
  columns: { name: 'Name', title: 'What for', kind: 'Kind', at: 'Given', status: 'How it stands' },
  kinds: AWARD_KIND_LABELS,
  status: AWARD_STATUS_LABELS,
  count: (found: number) => (found === 1 ? '1 award' : `${found} awards`),
  pages: 'Pages of the list',
  one: {
    facts: 'Facts',
    public: 'Public page',
    person: 'Given to',
    email: 'E-mail',
    showsName: 'Name',
    nameShown: 'shown on the page and in the badge, as the holder chose',
    nameHidden: 'not shown in public, as the holder chose',
    nameAlways: 'stands on the certificate',
    from: 'Given for',
    registration: 'the registration',
    submission: 'the work',
    by: (name: string) => `By ${name}`,
    bySystem: 'By itself, after attendance was corrected',
    takeBack: 'Take back',
    takeBackText:
      'Whoever opens its address then reads that it was taken back, with the reason, and the holder is told. This cannot be undone; you can give the award anew, with another address.',
    reason: 'Reason, which everybody who checks it reads',
    takeBackButton: 'Take this award back',
    anew: 'Give anew',
    anewText:
      'The holder gets another award with an address of its own, made from the same record. The one taken back stays as it is.',
    anewReason: 'Why, for the log',
    anewButton: 'Give it anew',
  },
  minimum: {
    title: 'Live sessions',
    alerts: 'At their last miss, or beyond',
    tag: { ...MINIMUM_STATE_LABELS, met: 'Minimum met' } satisfies Record<MinimumState, string>,
    short: (attended: number, required: number, missesLeft: number) =>
      `${attended} of ${required} attended, ${missesLeft} can be missed`,
    /** Of several people, such as a team: how many, and how many of them need a look. */
    team: (people: number, alarming: number) =>
      `${people} people, ${alarming === 0 ? 'nobody' : alarming} at the last miss or beyond`,
    since: (day: string) => `since ${day}`,
    makeUp: 'Made up for a missed session',
    makeUpDay: 'Missed session',
    makeUpHow: 'How it was made up for',
    makeUpButton: 'Record it',
    undo: (day: string) => `Take back: ${day}`,
  },
  done: {
    'award-revoked': 'The award is taken back, and the holder is told.',
    'award-anew': 'The award is given anew, and the holder is told.',
    'made-up': 'Recorded as made up for.',
    'not-made-up': 'Recorded as not made up for.',
  },
}
