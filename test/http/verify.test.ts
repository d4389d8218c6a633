import { createPublicKey, verify as verifyBytes, type webcrypto } from 'node:crypto'
import jsonwebtoken from 'jsonwebtoken'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unescape } from '#test/support/registering.ts'
import { ask, type Answer } from '#test/support/http.ts'
import { faultsByDataModel, faultsByPublished, hasPublishedSchema } from '#test/support/open-badges.ts'
import { startAwarded, type Awarded } from '#test/support/awarded.ts'

// Awards as the world sees them: pages for people, badges for programs, and what becomes of one that was tampered with.

let awarded: Awarded
beforeAll(async () => {
  awarded = await startAwarded()
})
afterAll(() => awarded.stop())

const see = (path: string, accept = 'text/html'): Promise<Answer> =>
  ask(awarded.base, path, { headers: { Accept: accept } })
const signedOf = async (code: string): Promise<string> => (await see(`/verify/${code}.jwt`, '*/*')).text

const check = (fields: Record<string, string>, file?: { name: string; text: string }, accept = 'application/json') => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  if (file) body.append('file', new Blob([file.text]), file.name)
  return ask(awarded.base, '/verify', { method: 'POST', body, headers: { Accept: accept, Origin: awarded.base } })
}
const resultOf = async (text: string): Promise<unknown> => (await check({ text })).json()['result']

const partsOf = (token: string) => token.split('.') as [string, string, string]
const jsonIn = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
const CLAIMS = ['iss', 'jti', 'sub', 'nbf', 'exp']
const credentialIn = (token: string): object =>
  Object.fromEntries(Object.entries(jsonIn(partsOf(token)[1])).filter(([name]) => !CLAIMS.includes(name)))

const keyFor = async (token: string): Promise<webcrypto.JsonWebKey> => {
  const { kid } = jsonIn(partsOf(token)[0]) as { kid: string }
  expect(kid).toMatch(new RegExp(`^${awarded.base}/.well-known/badge-keys/[\\w-]{43}\\.json$`))
  return (await see(kid.slice(awarded.base.length), 'application/json')).json()
}

describe('a badge', () => {
  test('is what the data model of Open Badges 3.0 asks for', async () => {
    for (const code of [awarded.named, awarded.revoked, awarded.expired])
      expect(faultsByDataModel(credentialIn(await signedOf(code)))).toEqual([])
    const [, body] = partsOf(await signedOf(awarded.named))
    const { issuer: _, ...broken } = jsonIn(body)
    expect(faultsByDataModel(broken)).toContain(" must have required property 'issuer'")
  })

  test.runIf(hasPublishedSchema)('is what the published schema asks for', async () => {
    for (const code of [awarded.named, awarded.revoked, awarded.expired]) {
      const token = await signedOf(code)
      expect(faultsByPublished(credentialIn(token))).toEqual([])
      // The claims of the token stand beside what it says; they are allowed too.
      expect(faultsByPublished(jsonIn(partsOf(token)[1]))).toEqual([])
    }
  })

  test('verifies with a library that is not ours, by the key its header names', async () => {
    const token = await signedOf(awarded.named)
    const key = createPublicKey({ key: await keyFor(token), format: 'jwk' })
    const payload = jsonwebtoken.verify(token, key, {
      algorithms: ['RS256'],
      issuer: `${awarded.base}/.well-known/issuer.json`,
    })
    expect(payload).toMatchObject({ jti: `${awarded.base}/verify/${awarded.named}`, name: 'Purposeful Collaboration' })
    const [head, body, signature] = partsOf(token)
    expect(verifyBytes('RSA-SHA256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))).toBe(
      true,
    )
    expect(() => jsonwebtoken.verify(`${head}.${body}x.${signature}`, key)).toThrow('invalid signature')
  })

  test('has the header and the claims the standard names, and no others', async () => {
    const [head, body] = partsOf(await signedOf(awarded.named))
    // The key itself is in it, so that the badge can be checked when this server is gone; nothing of its private half.
    const jwk = { kty: 'RSA', n: expect.any(String), e: expect.any(String) }
    expect(jsonIn(head)).toEqual({ alg: 'RS256', kid: expect.any(String), jwk, typ: 'JWT' })
    const claims = jsonIn(body) as Record<string, never> & { credentialSubject: { id: string }; validFrom: string }
    expect(claims['iss']).toBe(`${awarded.base}/.well-known/issuer.json`)
    expect(claims['sub']).toBe(claims.credentialSubject.id)
    expect(claims['nbf']).toBe(Date.parse(claims.validFrom) / 1000)
    const { validUntil, exp } = jsonIn(partsOf(await signedOf(awarded.expired))[1]) as {
      validUntil: string
      exp: number
    }
    expect(exp).toBe(Date.parse(validUntil) / 1000)
  })

  test('holds no address, no comment and no evidence', async () => {
    const said = JSON.stringify(credentialIn(await signedOf(awarded.named)))
    expect(said).toContain('Jordan Example')
    expect(said).not.toMatch(/[\w.]+@|Well argued|"evidence"/)
  })

  test('is answered to whoever asks for it, under its own type', async () => {
    const [file, page, plain] = await Promise.all([
      see(`/verify/${awarded.named}.jwt`, '*/*'),
      see(`/verify/${awarded.named}`, 'application/vc+jwt'),
      see(`/verify/${awarded.named}.jwt`, 'text/plain'),
    ])
    expect([file, page, plain].map(({ headers }) => headers['content-type'])).toEqual([
      'application/vc+jwt',
      'application/vc+jwt',
      'text/plain; charset=utf-8',
    ])
    expect(page.text).toBe(file.text)
    expect(file.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'content-disposition': `attachment; filename="badge-${awarded.named}.jwt"`,
      'x-content-type-options': 'nosniff',
    })
  })
})

describe('checking', () => {
  test('finds a badge that holds, pasted, broken into lines, as a file, or inside our JSON', async () => {
    const token = await signedOf(awarded.named)
    const lines = token.replace(/.{76}/g, '$&\r\n')
    const data = (await see(`/verify/${awarded.named}.json`)).text
    expect(await resultOf(token)).toBe('valid')
    expect(await resultOf(` ${lines}\n`)).toBe('valid')
    expect(await resultOf(data)).toBe('valid')
    expect((await check({ text: '' }, { name: 'badge.jwt', text: token })).json()).toMatchObject({
      result: 'valid',
      award: { title: 'Purposeful Collaboration', status: 'Valid', code: awarded.named },
    })
  })

  test('refuses it with any one byte altered', async () => {
    const token = await signedOf(awarded.named)
    const ends = partsOf(token).flatMap((part, at, parts) => {
      const from = parts.slice(0, at).join('.').length + (at > 0 ? 1 : 0)
      return [from, from + part.length - 1]
    })
    const sampled = new Set([
      ...ends,
      ...Array.from({ length: 60 }, (_, n) => Math.floor((n * (token.length - 1)) / 59)),
    ])
    const results = new Map<number, unknown>()
    for (const at of sampled) {
      const letter = token[at]!
      const other = letter === 'A' ? 'B' : 'A'
      results.set(at, await resultOf(token.slice(0, at) + other + token.slice(at + 1)))
    }
    const accepted = [...results].filter(
      ([, result]) => !['altered', 'unknown-issuer', 'unreadable'].includes(String(result)),
    )
    expect(accepted).toEqual([])
    expect([...results.values()]).toContain('altered')
  })

  test('refuses other texts of the same bytes, and other algorithms', async () => {
    const token = await signedOf(awarded.named)
    const [head, body, signature] = partsOf(token)
    const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const last = LETTERS.indexOf(signature.at(-1)!)
    const twin = `${head}.${body}.${signature.slice(0, -1)}${LETTERS[last ^ 1]}`
    expect(Buffer.from(partsOf(twin)[2], 'base64url')).toEqual(Buffer.from(signature, 'base64url'))
    expect(await resultOf(twin)).toBe('altered')

    const header = jsonIn(head)
    const encode = (data: object) => Buffer.from(JSON.stringify(data)).toString('base64url')
    expect(await resultOf(`${encode({ ...header, alg: 'none' })}.${body}.`)).toBe('unreadable')
    expect(await resultOf(`${encode({ ...header, alg: 'none' })}.${body}.AA`)).toBe('unknown-issuer')
    const pem = createPublicKey({ key: await keyFor(token), format: 'jwk' }).export({ type: 'spki', format: 'pem' })
    const forged = jsonwebtoken.sign(jsonIn(body), pem, {
      algorithm: 'HS256',
      header: { ...header, alg: 'HS256' },
    } as never)
    expect(await resultOf(forged)).toBe('unknown-issuer')
  })

  test('names what it is', async () => {
    const token = await signedOf(awarded.named)
    const [head, body, signature] = partsOf(token)
    const encode = (data: object) => Buffer.from(JSON.stringify(data)).toString('base64url')
    const foreign = encode({ ...jsonIn(head), kid: 'https://elsewhere.example/keys/1.json' })
    expect(await resultOf(`${foreign}.${body}.${signature}`)).toBe('unknown-issuer')
    expect(await resultOf(await signedOf(awarded.expired))).toBe('expired')
    expect(await resultOf(await awarded.signUnrecorded())).toBe('unknown')
    expect(await resultOf(JSON.stringify(credentialIn(token)))).toBe('unsigned')
    for (const text of ['hello', 'a.b.c', '{"a":1}', '{', '[]', '𝔞.𝔟.𝔠', '..', '\u0000'])
      expect([text, await resultOf(text)]).toEqual([text, 'unreadable'])
    const answer = await check({ text: await signedOf(awarded.revoked) })
    expect(answer.json()).toMatchObject({
      result: 'revoked',
      award: { status: expect.stringMatching(/^Taken back on .+: The work was not their own\.$/) },
    })
  })

  test('says so to people, and asks again for what is missing or too large', async () => {
    const token = await signedOf(awarded.revoked)
    const [head, body, signature] = partsOf(token)
    const pages = await Promise.all([
      check({ text: token }, undefined, 'text/html'),
      check({ text: `${head}.${body}.${signature.slice(1)}A` }, undefined, 'text/html'),
      check({ text: ' ' }, undefined, 'text/html'),
      check({ text: 'x'.repeat(400_001) }, undefined, 'text/html'),
      check({}, { name: 'large.jwt', text: 'x'.repeat(400_001) }, 'text/html'),
    ])
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 422, 422, 422])
    const words = pages.map(({ text }) => unescape(text))
    expect(words[0]).toContain('This badge was taken back')
    expect(words[0]).toContain('The work was not their own.')
    expect(words[1]).toContain('This badge was changed after it was signed')
    expect(words[2]).toContain('Choose a file, or paste the text of a badge.')
    for (const text of words.slice(3)) expect(text).toContain('A badge has at most 400 kB.')
    for (const { headers } of pages) expect(headers['cache-control']).toBe('no-store')
  })

  test('leads from the address or the code of an award to its page', async () => {
    for (const text of [awarded.named, `${awarded.base}/verify/${awarded.named}`, `/verify/${awarded.named}.pdf`]) {
      const { status, headers } = await check({ text }, undefined, 'text/html')
      expect([status, headers.location]).toEqual([303, `/verify/${awarded.named}`])
    }
  })

  test('takes no form from another site', async () => {
    const body = new URLSearchParams({ text: 'x' }).toString()
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://evil.example' }
    expect((await ask(awarded.base, '/verify', { method: 'POST', body, headers })).status).toBe(403)
  })
})

describe('the page of an award', () => {
  test('says what was judged, and names nobody who did not agree', async () => {
    const [named, hidden] = await Promise.all([see(`/verify/${awarded.named}`), see(`/verify/${awarded.revoked}`)])
    const text = unescape(named.text)
    for (const words of [
      'This award is real and valid.',
      'Jordan Example',
      'Facilitate',
      'Proficient',
      'Adult Behaviors',
      'No end date',
    ])
      expect(text).toContain(words)
    expect(hidden.text).not.toContain('Robin Hidden')
    expect(unescape(hidden.text)).toContain('This award was taken back.')
    expect(unescape(hidden.text)).toContain('The work was not their own.')
    expect(named.text).toContain('<meta name="robots" content="noindex"')
    expect(named.text).not.toMatch(/[\w.]+@person\.example/)
  })

  test('of a certificate names its holder, the days and the hours, and never CEU', async () => {
    const text = unescape((await see(`/verify/${awarded.certificate}`)).text)
    for (const words of [
      'Łukasz Żółć',
      'Certificate of attendance',
      '9.5 clock hours (575 minutes)',
      '200 of 375 minutes',
      'Systemic racism',
      'Your local continuing education committee decides what it accepts.',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('CEU')
  })

  test('is data for a program that asks for it, with its standing now', async () => {
    const [negotiated, file] = await Promise.all([
      see(`/verify/${awarded.revoked}`, 'application/json'),
      see(`/verify/${awarded.revoked}.json`, '*/*'),
    ])
    expect(negotiated.headers['vary']).toMatch(/Accept/)
    expect(negotiated.json()).toMatchObject({
      status: 'revoked',
      name: null,
      revoked: { reason: 'The work was not their own.' },
      credential: { type: ['VerifiableCredential', 'OpenBadgeCredential'] },
    })
    expect(file.json()['signed']).toBe(await signedOf(awarded.revoked))
    expect(await see(`/verify/${awarded.certificate}.json`).then((answer) => answer.json())).toMatchObject({
      kind: 'course',
      status: 'valid',
      signed: null,
      certificate: { minutes: 575 },
    })
  })

  test.each(['', '.json', '.jwt', '.pdf'])('is not found for a code nobody has%s', async (ending) => {
    for (const code of ['abcdefghjkmnpqrstuvw', 'x', '%F0%9F%94%91', awarded.named.slice(1), `${awarded.named}a`])
      expect((await see(`/verify/${code}${ending}`)).status, code).toBe(404)
    expect((await see(`/verify/${awarded.certificate}.jwt`)).status).toBe(404)
  })
})

describe('for other programs', () => {
  test('the keys are public, and only their public parts', async () => {
    const { keys } = (await see('/.well-known/jwks.json', 'application/json')).json() as {
      keys: webcrypto.JsonWebKey[]
    }
    expect(keys).toEqual([
      { kty: 'RSA', kid: expect.any(String), n: expect.any(String), e: 'AQAB', alg: 'RS256', use: 'sig' },
    ])
    expect((await see('/.well-known/badge-keys/none.json')).status).toBe(404)
  })

  test('the issuer says who it is, and the list what was taken back', async () => {
    const [issuer, list] = await Promise.all([see('/.well-known/issuer.json'), see('/.well-known/revoked-awards.json')])
    expect(issuer.json()).toMatchObject({ id: `${awarded.base}/.well-known/issuer.json`, type: ['Profile'] })
    const token = jsonIn(partsOf(await signedOf(awarded.revoked))[1]) as {
      credentialStatus: { id: string }
      id: string
    }
    expect(list.json()).toEqual({
      id: token.credentialStatus.id,
      issuer: `${awarded.base}/.well-known/issuer.json`,
      revokedCredential: [{ id: token.id, revoked: true, revocationReason: 'The work was not their own.' }],
    })
    expect(list.headers['access-control-allow-origin']).toBe('*')
  })
})

describe('the document', () => {
  type Element = { role?: string; children?: Element[] }
  const rolesOf = ({ role, children = [] }: Element): string[] => [
    ...(role ? [role] : []),
    ...children.flatMap(rolesOf),
  ]

  const open = async (code: string) => {
    const response = await fetch(`${awarded.base}/verify/${code}.pdf`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const document = await getDocument({ data: new Uint8Array(await response.arrayBuffer()), verbosity: 0 }).promise
    const texts: string[] = []
    for (let page = 1; page <= document.numPages; page += 1) {
      const { items } = await (await document.getPage(page)).getTextContent()
      texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
    }
    const tree = (await (await document.getPage(1)).getStructTree()) as Element
    return { document, text: texts.join(' ').replaceAll(/\s+/g, ' '), roles: rolesOf(tree) }
  }

  test('is tagged, in a language, with a title, and has every word as text', async () => {
    const { document, text, roles } = await open(awarded.certificate)
    const { info, metadata } = await document.getMetadata()
    expect(info).toMatchObject({ Language: 'en-US', Title: 'Certificate of attendance: A course, Łukasz Żółć' })
    expect(metadata?.get('pdfuaid:part')).toBe('1')
    expect(roles.slice(0, 2)).toEqual(['Root', 'Document'])
    for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TH', 'TD']) expect(roles).toContain(role)
    const bare = text.replaceAll(' ', '')
    for (const words of ['Łukasz Żółć', 'A course', '9.5 clock hours (575 minutes)', `/verify/${awarded.certificate}`])
      expect(bare).toContain(words.replaceAll(' ', ''))
  })

  test('of a badge says what was judged; of one taken back, that it was', async () => {
    const [named, revoked] = await Promise.all([open(awarded.named), open(awarded.revoked)])
    expect(named.text.replaceAll(' ', '')).toContain('JordanExample')
    expect(named.text).toContain('Level reached')
    expect(revoked.text).toContain('The work was not their own.')
    expect(revoked.text).not.toContain('Robin')
  })

  test('says in words where it has no letters for a name, and is read aloud with it', async () => {
    const response = await fetch(`${awarded.base}/verify/${awarded.unwritten}.pdf`)
    const raw = Buffer.from(await response.arrayBuffer())
    const { text } = await open(awarded.unwritten)
    expect(text).toContain('The name is in letters this document does not have.')
    const spoken = Buffer.from('\ufeff𐎠𐎡', 'utf16le').swap16()
    expect(raw.includes(spoken)).toBe(true)
  })
})
