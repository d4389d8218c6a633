import { generateKeyPairSync } from 'node:crypto'
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bakedPng, signedIn } from '#collections/awards/baking.ts'
import { openBadge } from '#collections/awards/badge.ts'
import { badgeSvg, type Picture } from '#collections/awards/picture.ts'
import { signBadge } from '#collections/awards/service/sign.ts'
import { slotsOf } from '#collections/reviews/policy.ts'
import { linesOf, outlineOf } from '#collections/pdf/outline.ts'
import { linkedInAddress } from '#site/src/lib/awards/verify.ts'
import { anAwardView } from '#test/support/awards.ts'
import { purposeful } from '#test/support/purposeful.ts'

const SITE = 'https://onramp.example.org'

// Where the server's settings were read before in this process, drawings are not opened.
const DRAWINGS = { operation: ['VipsForeignLoadSvg'] }
beforeAll(() => sharp.unblock(DRAWINGS))
afterAll(() => sharp.block(DRAWINGS))

const picture: Picture = {
  title: 'Purposeful & “Fair”, Onramp',
  colors: ['#9a3412', '#1d6b57', '#4c3d9e'],
  lines: linesOf('Purposeful Collaboration', 'display', 50, 380),
  lineHeight: 58,
  issuer: [outlineOf('Onramp', 'bold', 21)],
}

describe('the picture of a badge', () => {
  test('is the same each time, draws every letter, and needs no font', () => {
    const svg = badgeSvg(picture)
    expect(badgeSvg(picture)).toBe(svg)
    expect(svg).not.toContain('<text')
    expect(svg.match(/<path /g)).toHaveLength(picture.lines.length + 1)
    expect(svg).toContain('<title>Purposeful &#38; “Fair”, Onramp</title>')
  })

  test('is dots of its size, with the colors of the circles in it', async () => {
    const { data, info } = await sharp(Buffer.from(badgeSvg(picture)))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([600, 600])
    const colors = new Set(
      Array.from({ length: data.length / info.channels }, (_, at) =>
        data.subarray(at * info.channels, at * info.channels + 3).toString('hex'),
      ),
    )
    expect(picture.colors.filter((color) => !colors.has(color.slice(1)))).toEqual([])
  })

  test('letters that the fonts of the site do not have are drawn too', () => {
    expect(outlineOf('Nyob zoo, እንኳን', 'display', 40).d.length).toBeGreaterThan(500)
    expect(outlineOf('', 'display', 40)).toEqual({ d: '', width: 0 })
    expect(linesOf('one extraordinarilylongword two', 'display', 40, 120)).toHaveLength(3)
  })
})

const keys = () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { n, e } = publicKey.export({ format: 'jwk' }) as { n: string; e: string }
  const published = [{ kty: 'RSA' as const, kid: 'k1', n, e, alg: 'RS256' as const, use: 'sig' as const }]
  return { signing: { kid: 'k1', key: privateKey }, published }
}

describe('a badge outlives its server', () => {
  const slots = slotsOf(purposeful)
  const badge = openBadge(
    {
      id: `${SITE}/verify/a`,
      issuer: { id: `${SITE}/issuer`, name: 'Onramp', url: SITE, image: `${SITE}/issuer.png` },
      recipient: { id: 'urn:uuid:5b1e7c3a-0d1f-4a52-8a37-6f5d1c2b9e10', name: 'Ana Berg' },
      awardedAt: Temporal.Instant.from('2026-09-10T15:04:05Z'),
      expiresAt: null,
      achievementUrl: `${SITE}/credentials/purposeful-collaboration?edition=0123456789ab`,
      criteriaUrl: `${SITE}/credentials/purposeful-collaboration`,
      image: 'data:image/png;base64,iVBORw0KGgo=',
      alignments: [],
      revocationsUrl: `${SITE}/revoked`,
      evidence: [],
      scores: Object.fromEntries(slots.map(({ id, required }) => [id, { level: required, comment: '' }])),
    },
    purposeful,
  )

  /** Nothing but the file: no address is opened. */
  const readAlone = async (signed: string) => {
    const { jwk } = decodeProtectedHeader(signed)
    const { payload } = await compactVerify(signed, await importJWK(jwk as JWK, 'RS256'))
    return JSON.parse(Buffer.from(payload).toString('utf8')) as typeof badge
  }

  test.each(['png', 'svg'])('a %s carries all of it: who, what, the levels, the picture, and the key', async (kind) => {
    const signed = await signBadge(badge, keys(), SITE)
    const svg = badgeSvg(picture, signed)
    const file = kind === 'svg' ? Buffer.from(svg) : bakedPng(await sharp(Buffer.from(svg)).png().toBuffer(), signed)
    // It is a picture still.
    expect((await sharp(file).metadata()).width).toBe(600)
    const carried = signedIn(file)
    expect(carried).toBe(signed)
    const { credentialSubject, issuer } = await readAlone(carried!)
    expect(credentialSubject.identifier?.[0]?.identityHash).toBe('Ana Berg')
    expect(credentialSubject.result).toHaveLength(slots.length)
    expect(credentialSubject.achievement.image?.id).toMatch(/^data:image\/png;base64,/)
    expect([issuer.name, issuer.image?.id]).toEqual(['Onramp', `${SITE}/issuer.png`])
    // Levels of one edition are no levels of another.
    expect(credentialSubject.achievement.id).toContain('?edition=')
    expect(credentialSubject.achievement.resultDescription[0]!.id).toContain('?edition=0123456789ab#result-')
  })

  test('one changed letter is seen without the server too', async () => {
    const signed = await signBadge(badge, keys(), SITE)
    const [head, body, signature] = signed.split('.') as [string, string, string]
    const forged = Buffer.from(
      Buffer.from(body, 'base64url').toString('utf8').replace('Ana Berg', 'Ane Berg'),
    ).toString('base64url')
    await expect(readAlone([head, forged, signature].join('.'))).rejects.toThrow('signature verification failed')
  })

  test.each([
    ['a picture without a badge', Buffer.from(badgeSvg(picture))],
    ['no picture', Buffer.from('a.b.c')],
  ])('%s carries none', (_, file) => {
    expect(signedIn(file)).toBeUndefined()
  })
})

test('LinkedIn is given what, from whom, when, until when, and where to check it', () => {
  const view = anAwardView({
    code: 'abcdefghjkmnpqrstuvw',
    title: 'Purposeful Collaboration',
    awardedAt: Temporal.Instant.from('2027-01-01T05:00:00Z'),
    expiresAt: Temporal.Instant.from('2029-06-30T12:00:00Z'),
    zone: 'America/Chicago',
  })
  const address = new URL(linkedInAddress(view, 'Onramp Collaborative', SITE))
  expect(Object.fromEntries(address.searchParams)).toEqual({
    startTask: 'CERTIFICATION_NAME',
    name: 'Purposeful Collaboration',
    organizationName: 'Onramp Collaborative',
    // Still the last day of the year in Minnesota.
    issueYear: '2026',
    issueMonth: '12',
    expirationYear: '2029',
    expirationMonth: '6',
    certUrl: `${SITE}/verify/abcdefghjkmnpqrstuvw`,
    certId: 'abcdefghjkmnpqrstuvw',
  })
})
