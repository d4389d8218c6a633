import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addKey, badgeKeysOf, isBadgeKey, isKeyFile, retireKey } from '#cms/badge-keys.ts'
import { verifierOf } from '#collections/kernel/badge-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'onramp-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pemOf = (bits: number): string =>
  generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey
let pem: string
beforeAll(() => {
  pem = pemOf(2048)
})

const TEXT = Buffer.from('a badge')
const place = (name: string, given?: string) => ({ file: join(folder, name), given })
const open = (name: string, given?: string) => badgeKeysOf(place(name, given))()
const kidsIn = (name: string): string[] =>
  (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid)

describe('the keys of an agency', () => {
  test('are made once, for nobody else to read, whoever asks first', async () => {
    const [one, other] = await Promise.all([open('first.json'), open('first.json')])
    expect(other.signing.kid).toBe(one.signing.kid)
    expect((await open('first.json')).signing.kid).toBe(one.signing.kid)
    expect(kidsIn('first.json')).toEqual([one.signing.kid])
    expect(statSync(join(folder, 'first.json')).mode & 0o777).toBe(0o600)
    expect(Object.keys(one.published[0]!).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
  })

  test('change, and what the old one signed still verifies', async () => {
    const before = await open('turned.json')
    const signed = sign('RSA-SHA256', TEXT, before.signing.key)
    await addKey(join(folder, 'turned.json'))
    const after = await open('turned.json')
    expect(after.published.map(({ kid }) => kid)).toEqual([before.signing.kid, after.signing.kid])
    expect(after.signing.kid).not.toBe(before.signing.kid)
    expect(verify('RSA-SHA256', TEXT, verifierOf(after.published[0]!), signed)).toBe(true)
    expect(verify('RSA-SHA256', TEXT, verifierOf(after.published[1]!), signed)).toBe(false)
    // The old one can sign no more.
    expect(readFileSync(join(folder, 'turned.json'), 'utf8').match(/"d":/g)).toHaveLength(1)
    expect(statSync(join(folder, 'turned.json')).mode & 0o777).toBe(0o600)
  })

  test('can be given; a given one stays published when the setting names another', async () => {
    const given = await open('given.json', pem.replaceAll('\n', String.raw`\n`))
    expect(verify('RSA-SHA256', TEXT, createPublicKey(pem), sign('RSA-SHA256', TEXT, given.signing.key))).toBe(true)
    expect(readFileSync(join(folder, 'given.json'), 'utf8')).not.toContain('"d"')
    const own = await open('given.json')
    expect(own.published.map(({ kid }) => kid)).toEqual([given.signing.kid, own.signing.kid])
  })
})

describe('what cannot be used', () => {
  test('as a setting', () => {
    const other = generateKeyPairSync('ed25519', {
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
    const half = createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString()
    expect([pem, '', 'a key', other.privateKey, half, pemOf(1024)].map(isBadgeKey)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ])
  })

  test.each([
    ['no file at all', undefined, true],
    ['cut short', '{"keys":[', false],
    ['something else', '{"keys":[{"kty":"EC"}]}', false],
    ['a private part that is none', '{"keys":[{"kty":"RSA","kid":"a","n":"AQAB","e":"AQAB","d":"x"}]}', false],
  ])('as a file: %s', (name, text, expected) => {
    const file = join(folder, `${name}.json`)
    if (text !== undefined) writeFileSync(file, text)
    expect(isKeyFile(file)).toBe(expected)
  })
})

describe('a key that others may have got hold of', () => {
  const AT = '2027-02-01T16:00:00Z'

  test('is retired: others stay, it is named with its moment, and a new one signs', async () => {
    const file = join(folder, 'stolen.json')
    const first = await open('stolen.json')
    await addKey(file)
    const stolen = await open('stolen.json')
    expect(await retireKey(file, stolen.signing.kid, AT)).toBe(true)
    const after = await open('stolen.json')
    expect(after.retired).toEqual([{ kid: stolen.signing.kid, at: AT }])
    expect(after.published.map(({ kid }) => kid)).toEqual([first.signing.kid, after.signing.kid])
    expect(after.signing.kid).not.toBe(stolen.signing.kid)
    expect(readFileSync(file, 'utf8').match(/"d":/g)).toHaveLength(1)
    await addKey(file)
    expect((await open('stolen.json')).retired).toEqual([{ kid: stolen.signing.kid, at: AT }])
  })

  test('of another name is none of ours', async () => {
    await open('stolen.json')
    expect(await retireKey(join(folder, 'stolen.json'), 'somebody-elses', AT)).toBe(false)
  })
})
