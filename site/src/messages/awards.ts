import { AWARD_WORDS } from '#collections/awards/words.ts'
import type { CheckResult } from '#collections/awards/states.ts'

/** What is said of a badge that somebody brought, and what to make of it. */
const results = {
  valid: {
    title: 'This badge is real and valid',
    text: 'It was signed with our key, not one letter of it was changed, and it is in our records.',
  },
  expired: {
    title: 'This badge is real, and has expired',
    text: 'It was signed with our key and nothing in it was changed. The time it was valid for is over.',
  },
  revoked: {
    title: 'This badge was taken back',
    text: 'It was signed with our key, but it is not valid any more.',
  },
  altered: {
    title: 'This badge was changed after it was signed',
    text: 'It names our key, but the signature does not fit what it says. Do not rely on it. If a letter was lost on the way, ask its holder for the file again.',
  },
  'unknown-issuer': {
    title: 'This badge is not ours',
    text: 'It was signed with a key we do not have, or names none. Somebody else may have given it: ask there.',
  },
  retired: {
    title: 'This copy counts no more',
    text: 'It was signed with a key of ours that others may have got hold of, so that we vouch for nothing signed with it. What we gave was signed anew: ask its holder for the address of the award, or for a new copy from there.',
  },
  unknown: {
    title: 'We have no record of this badge',
    text: 'It was signed with our key, but the award it names is not in our records. Do not rely on it, and write to us.',
  },
  unsigned: {
    title: 'This badge has no signature',
    text: 'Anyone could have written it. Ask its holder for the signed file, which ends in .jwt, or for the address of the award.',
  },
  unreadable: {
    title: 'This is not a badge we can read',
    text: 'A signed badge is one long line with two dots in it. Send the file that ends in .jwt or the picture that carries it, or paste all of that line. A picture that was copied from a page, or made smaller, carries none any more.',
  },
} satisfies Record<CheckResult, { title: string; text: string }>

/** The words of awards and of checking them. */
export const awards = {
  ...AWARD_WORDS,
  title: (title: string) => `${title}: award`,
  description: 'What was judged or attended, when it was given, and whether it is valid.',
  seal: {
    valid: 'This award is real and valid.',
    expired: 'This award is real, and has expired.',
    revoked: 'This award was taken back.',
  },
  noName: 'Its holder has chosen not to show a name.',
  holder: 'Given to',
  facts: 'The facts',
  levels: 'What the levels mean',
  evidence: 'What was handed in is private. Nothing of it is shown here or in the badge.',
  pdf: 'Certificate (PDF)',
  badge: 'Signed badge (.jwt)',
  png: 'Picture with the badge in it (PNG)',
  svg: 'Drawing with the badge in it (SVG)',
  linkedIn: 'Add to your LinkedIn profile',
  issuer: 'Given by',
  pictureOf: (title: string, issuer: string) => `Badge: ${title}, given by ${issuer}`,
  outlives:
    'The badge does not need us. Its file, and the picture that carries it, hold what was judged, the levels that were reached, the picture, and the public key it was signed with: any reader of Open Badges can show and check it, also when this site is gone. Keep a copy. Only whether it was taken back later is known here alone.',
  data: 'For software (JSON)',
  takeAlong: 'Take it along',
  checkOther: 'Check a badge you were sent',
  about: 'About this micro-credential',
  aboutCourse: 'About this course',
  checkedAt: (moment: string) => `Checked ${moment}.`,
  noBadge: 'There is no signed badge for this award.',
  goneTitle: 'No award is here',
  gone: 'We have no award with this address. Make sure that every letter of it is right, or ask its holder.',
  check: {
    title: 'Check a badge',
    lead: 'Somebody showed you a badge from us? Find out whether it is real, and whether it is still valid.',
    description: 'Check a signed badge: whether it is real, unchanged, and still valid.',
    file: 'The badge file',
    fileHint: 'It ends in .jwt or .json, or is a picture that carries the badge. We look at it and do not keep it.',
    text: 'Or its text',
    textHint: 'The long line a signed badge consists of, or the address of an award.',
    button: 'Check this badge',
    missing: 'Choose a file, or paste the text of a badge.',
    tooLarge: 'This is too large to be a badge. A badge has at most 400 kB.',
    another: 'Check another',
    seeAward: 'See the award',
    result: 'Result',
    reason: 'Why',
    keys: 'For software that checks badges: our public keys, who we are, and the badges that were taken back.',
  },
  results,
  minimum: {
    title: 'Live sessions',
    of: (attended: number, required: number) => `${attended} of ${required} attended`,
    remaining: (count: number) => (count === 1 ? '1 is still to come.' : `${count} are still to come.`),
    missesLeft: (count: number) =>
      count === 0
        ? 'You cannot miss another one.'
        : count === 1
          ? 'You can miss 1 more.'
          : `You can miss ${count} more.`,
    met: 'You have met the minimum.',
    impossible: 'The minimum cannot be met any more. Please write to us.',
    makeUps: (count: number) =>
      count === 1
        ? '1 missed session can be made up for. Ask us how.'
        : `${count} missed sessions can be made up for. Ask us how.`,
    rule: (required: number, of: number) => `The program asks for at least ${required} of ${of}.`,
    marks: {
      attended: 'attended',
      missed: 'missed',
      'made-up': 'missed and made up for',
      canceled: 'called off by us',
      coming: 'still to come',
      open: 'not recorded yet',
    },
  },
  mine: {
    title: 'Awards',
    open: 'See the award',
    revoked: 'Taken back',
    show: 'Show my name on it',
    hide: 'Do not show my name',
    shown: 'Your name is on its page and in the badge.',
    hidden: 'Your name is neither on its page nor in the badge.',
    note: 'A badge you have given to somebody stays as it was when you gave it.',
    done: 'Saved. The page of the award and the badge are as you chose.',
    failed: 'This could not be saved. Open the page again and look.',
  },
}
