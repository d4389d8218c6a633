/** Characters a password of staff has at the least, and at the most: hashing a very long one would keep the server busy. */
const SHORTEST = 12
const LONGEST = 200

/** Beginnings and repeats that lists of stolen passwords of twelve characters and more are full of. */
const COMMON = [
  'password',
  'passw0rd',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfgh',
  '123456',
  '987654',
  'abcdef',
  'abc123',
  '1q2w3e',
  '1qaz2wsx',
  'iloveyou',
  'letmein',
  'welcome',
  'administrator',
  'admin',
  'changeme',
  'default',
  'football',
  'baseball',
  'princess',
  'sunshine',
  'superman',
  'trustno1',
  'monkey',
  'dragon',
  'master',
  'secret',
  'onramp',
  'school',
  'teacher',
  'spring',
  'summer',
  'autumn',
  'winter',
]

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** What is left when every common word, year and row of digits or signs is taken out. */
const leftOf = (password: string): string =>
  COMMON.reduce((left, word) => left.replaceAll(word, ''), plain(password)).replace(/(19|20)\d\d|[\d\W_]+/g, '')

/** Why somebody who works here may not have this password; undefined: they may (ASVS 5.0, 6.2). `email`: '' where it is not known. */
export const refusalOfPassword = (password: string, email: string): string | undefined => {
  if (password.length < SHORTEST) return `Use at least ${SHORTEST} characters, such as four words.`
  if (password.length > LONGEST) return `Use at most ${LONGEST} characters.`
  const [own = ''] = plain(email).split('@', 1)
  const typed = plain(password)
  const hasMailbox = own !== '' && typed.includes(plain(email))
  if (hasMailbox || (own.length > 3 && typed.replaceAll(own, '').length < SHORTEST / 2))
    return 'Do not use your e-mail address as the password.'
  if (new Set(typed).size < 5) return 'This password is too uniform. Use four words, for example.'
  const hasCommon = COMMON.some((word) => typed.includes(word))
  return hasCommon && leftOf(password).length < 4
    ? 'This password is among those that are tried first. Use four words, for example.'
    : undefined
}

/** Milliseconds, and wrong tries within them, for one account from one address or one known device. */
export const TRIES = { within: 10 * 60_000, most: 8 }
/** The same for one account from everywhere together; a known device and a reset by mail still go through. */
export const TRIES_IN_ALL = { within: 60 * 60_000, most: 60 }

/** How long a device that signed in once is known, in seconds. */
export const DEVICE_SECONDS = 180 * 86_400
