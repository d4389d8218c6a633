import type { Wording } from './placeholders.ts'
import type { MessageKind } from './states.ts'

/**
 * Texts that messages began with in earlier releases, by the first 16 hexadecimal digits of the SHA-256 of subject, line break and
 * body. Since then each database remembers itself what it was given, so that the list need not grow.
 */
const FORMER: Partial<Record<MessageKind, readonly string[]>> = {
  confirmed: ['b11dc1ceddf8d6f2'],
  offered: ['dfda93d8e41412a6'],
  'waiver-granted': ['fbd3f21d48d279ca'],
  'prerequisite-lost': ['2d0e9bbc4df29c98'],
  reminder: ['ad64035d1618c153'],
  changed: ['fb8285e9dd19fbb0'],
  'day-canceled': ['456c7837ade42dd8'],
  'host-canceled': ['4fa97d0a974242e2'],
  substituted: ['4554afbff3aabd1c'],
  'colleague-asked': ['4519a2b6cc7256ba'],
  'terms-asked': ['30927a18147d1a12'],
  'check-due': ['48459163e4710119', '5b0cd16bb39688f3', 'd973fe8192bc8a42'],
  'check-received': ['5944e5d9b3653a3b', '9b9f9d09ed6daa54'],
  'check-deposited': ['7323ed48858dc58f'],
  'no-show': ['86ef30b0b7da8bce'],
  rebilled: ['c512e3ac43b642cf'],
  statement: ['fb999f646d1a0321'],
  'promise-asked': ['f54d991c9387ff75'],
  'application-received': ['f2b994973581d1b7'],
  'application-ineligible': ['ab34db722d3e3de8'],
  'application-withdrawn': ['469ef17e04407b35'],
  'place-offered': ['af8ff612474f70fe'],
  'place-waiting': ['03410c0b835ef251'],
  'place-declined': ['b18a4bdfa2fdedd3'],
  'place-expired': ['c5c8ebb8bf5b081e'],
  'no-place': ['3558095c2ac49619'],
  'program-days': ['1348581f2bde714b'],
  'last-miss': ['0b4b73726de30f3b'],
  'award-revoked': ['3d2e4a6d97cd5a6e', '6e21dff178129085'],
}

/** Whether a text is one that we gave, and staff never changed: one of the list, or the one the database remembers. */
export const isOurs = (kind: MessageKind, hash: string, given: string | undefined): boolean =>
  hash === given || (FORMER[kind]?.includes(hash) ?? false)

/** What is hashed of a text. */
export const hashedText = ({ subject, body }: Wording): string => `${subject}\n${body}`
