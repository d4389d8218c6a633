import { createHash, createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { BadgeKeys, PublicKey } from '#collections/kernel/badge-keys.ts'

// The keys that badges are signed with: RSA, because every reader of Open Badges 3.0 has to know RS256 and no other. A JSON Web
// Key Set in DATA_DIR/private: the last one that has its private part signs, and all of them verify.

const BITS = 2048
const text = z.string().regex(/^[\w-]+$/)
const Key = z
  .object({ kty: z.literal('RSA'), kid: text, n: text, e: text, d: text.optional(), retiredAt: z.string().optional() })
  .loose()
const KeySet = z.object({ keys: z.array(Key) })
type Key = z.infer<typeof Key>

export type BadgeKeyPlace = {
  /** A private key given by the settings, as PEM (PKCS #8); it signs instead of the one in the file. */
  given: string | undefined
  file: string
}

const thumbprint = ({ e, kty, n }: Pick<Key, 'e' | 'kty' | 'n'>): string =>
  createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url')

const jwkOf = (key: KeyObject): Key => {
  const jwk = key.export({ format: 'jwk' }) as Omit<Key, 'kid'>
  return Key.parse({ ...jwk, kid: thumbprint(jwk as Key) })
}

const publicOf = ({ kty, kid, n, e }: Key): PublicKey => ({ kty, kid, n, e, alg: 'RS256', use: 'sig' })

/** What is kept of a key that signs no more. */
const withoutSecret = ({ retiredAt, ...key }: Key): Key =>
  Key.parse({ ...publicOf(key), ...(retiredAt !== undefined && { retiredAt }) })

/** The keys by which badges are checked, and those that were retired. */
const checkedBy = (keys: readonly Key[]): Pick<BadgeKeys, 'published' | 'retired'> => ({
  published: keys.filter(({ retiredAt }) => retiredAt === undefined).map(publicOf),
  retired: keys.flatMap(({ kid, retiredAt }) => (retiredAt === undefined ? [] : [{ kid, at: retiredAt }])),
})

/** The private key in a setting, where "\n" may stand for the ends of lines; undefined: none that can sign badges. */
const privateKeyIn = (pem: string): KeyObject | undefined => {
  try {
    const key = createPrivateKey(pem.replaceAll(String.raw`\n`, '\n'))
    const isEnough = key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= BITS
    return isEnough ? key : undefined
  } catch {
    return undefined
  }
}

export const isBadgeKey = (pem: string): boolean => privateKeyIn(pem) !== undefined

const read = (file: string): Key[] => {
  if (!existsSync(file)) return []
  return KeySet.parse(JSON.parse(readFileSync(file, 'utf8'))).keys
}

/** Whether a key file, if there is one, can be read and used. */
export const isKeyFile = (file: string): boolean => {
  try {
    return read(file).every((key) => key.d === undefined || createPrivateKey({ key, format: 'jwk' }).type === 'private')
  } catch {
    return false
  }
}

/** Whether a key file has a key to sign with. */
export const hasSigningKey = (file: string): boolean => read(file).some(({ d }) => d !== undefined)

/** Whole or not at all, and for nobody else's eyes. */
const write = (file: string, keys: readonly Key[]): void => {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify({ keys }, null, 2), { mode: 0o600 })
  renameSync(draft, file)
}

const generate = async (): Promise<Key> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: BITS })
  return jwkOf(privateKey)
}

/** The first key of an agency; of two processes that start at once, one makes it. */
const makeFirst = async (file: string): Promise<Key[]> => {
  const keys = [await generate()]
  try {
    writeFileSync(file, JSON.stringify({ keys }, null, 2), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return read(file)
}

const open = async ({ given, file }: BadgeKeyPlace): Promise<BadgeKeys> => {
  const known = read(file)
  const key = given === undefined ? undefined : privateKeyIn(given)
  if (key) {
    const { d: _, ...own } = jwkOf(key)
    const isKnown = known.some(({ kid }) => kid === own.kid)
    const keys = isKnown ? known : [...known, Key.parse(publicOf(own))]
    // It stays verifiable once the setting names another.
    if (!isKnown) write(file, keys)
    return { signing: { kid: own.kid, key }, ...checkedBy(keys) }
  }
  const keys = known.some(({ d }) => d) ? known : known.length === 0 ? await makeFirst(file) : await addKey(file)
  const own = keys.findLast(({ d }) => d)!
  return {
    signing: { kid: own.kid, key: createPrivateKey({ key: own, format: 'jwk' }) },
    ...checkedBy(keys),
  }
}

/** Signs with a new key from the next start on; what earlier keys signed still verifies, and they can sign no more. */
export const addKey = async (file: string): Promise<Key[]> => {
  const keys = [...read(file).map(withoutSecret), await generate()]
  write(file, keys)
  return keys
}

/**
 * Retires a key that somebody else may have: from the next start on nothing it signed is taken for ours, and what we gave with it is
 * signed anew. What other keys signed stays. If it signs now, a new one does from then on. False: there is no such key.
 */
export const retireKey = async (file: string, kid: string, at: string): Promise<boolean> => {
  const keys = read(file)
  const found = keys.find((key) => key.kid === kid)
  if (!found) return false
  const kept = keys.map((key) => (key.kid === kid ? withoutSecret({ ...key, retiredAt: key.retiredAt ?? at }) : key))
  write(file, kept.some(({ d }) => d !== undefined) ? kept : [...kept, await generate()])
  return true
}

/** The keys, read or made when they are first asked for, and then kept. */
export const badgeKeysOf = (place: BadgeKeyPlace): (() => Promise<BadgeKeys>) => {
  let opened: Promise<BadgeKeys> | undefined
  return () => (opened ??= open(place))
}
