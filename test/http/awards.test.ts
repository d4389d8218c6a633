import { beforeAll, describe, expect, inject, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { ask, type Answer } from '#test/support/http.ts'
import { documents, wordsOf } from '#test/support/registering.ts'
import { tokens } from './ready.ts'

// Awards at the desk: what a registrar sees and does there, on the demo content.

const base = inject('base')
const cookie = { Cookie: `payload-token=${tokens.registrar}` }

type Row = { id: string; code: string; name: string; kind: string; minutes: number }
let award: Row
beforeAll(async () => {
  const rows = (await documents(
    base,
    tokens.registrar,
    'awards?where[kind][equals]=course&limit=1',
  )) as unknown as Row[]
  award = rows[0]!
})

const see = (path: string): Promise<Answer> => ask(base, path, { headers: cookie })
const post = (path: string, fields: Record<string, string>, origin = base): Promise<Answer> =>
  ask(base, path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: origin, ...cookie },
    body: new URLSearchParams(fields).toString(),
  })

describe('awards at the desk', () => {
  test('are found by name, by title and by code', async () => {
    for (const words of [award.name, award.code, award.name.split(' ')[0]!.toLowerCase()]) {
      const { status, text } = await see(`${paths.awards}?q=${encodeURIComponent(words)}`)
      expect([status, text.includes(paths.award(award.id))]).toEqual([200, true])
    }
    expect(wordsOf((await see(`${paths.awards}?q=nobody-of-that-name`)).text)).toContain('No award fits these words.')
  })

  test('are a table that no spreadsheet runs', async () => {
    const { status, headers, text } = await see(paths.list('awards', 'csv'))
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(text).toContain(`${base}/verify/${award.code}`)
    expect(text.split('\r\n')[0]).toContain('Clock hours')
    expect(headers['cache-control']).toMatch(/no-store/)
  })

  test('are taken back with a reason, for everybody to read, and given anew', async () => {
    const page = paths.award(award.id)
    const unreasoned = await post(page, { do: 'take-back', reason: ' ' })
    expect([unreasoned.status, wordsOf(unreasoned.text).includes('Give a reason.')]).toEqual([422, true])
    expect((await post(page, { do: 'take-back', reason: 'A mix-up.' }, 'https://evil.example')).status).toBe(403)
    expect((await post(page, { do: 'something' })).status).toBe(422)
    expect(wordsOf((await see(page)).text)).toContain('Valid')

    const done = await post(page, { do: 'take-back', reason: 'A mix-up at the door.' })
    expect([done.status, done.headers.location]).toEqual([303, `${page}?done=award-revoked`])
    expect(wordsOf((await see(page)).text)).toMatch(/Taken back on .+: A mix-up at the door\./)
    expect(wordsOf((await ask(base, `/verify/${award.code}`)).text)).toContain('A mix-up at the door.')
    expect((await post(page, { do: 'take-back', reason: 'Again.' })).status).toBe(409)

    expect((await post(page, { do: 'give-anew', reason: 'It was no mix-up.' })).status).toBe(303)
    const rows = (await documents(
      base,
      tokens.registrar,
      `awards?where[name][equals]=${encodeURIComponent(award.name)}&limit=50`,
    )) as unknown as Row[]
    const fresh = rows.filter(
      ({ id, minutes, kind }) => id !== award.id && kind === 'course' && minutes === award.minutes,
    )
    expect(fresh.map(({ code }) => code === award.code)).toContain(false)
    expect((await post(page, { do: 'give-anew', reason: 'Once more.' })).status).toBe(409)
  })

  test('are nowhere to be made or changed from outside', async () => {
    for (const method of ['POST', 'PATCH', 'DELETE']) {
      const path = method === 'POST' ? '/api/awards' : `/api/awards/${award.id}`
      const headers = { 'Content-Type': 'application/json', Authorization: `JWT ${tokens.admin}` }
      expect([method, (await ask(base, path, { method, headers, body: '{"name":"Another"}' })).status]).toEqual([
        method,
        403,
      ])
    }
    expect((await ask(base, '/api/awards')).status).toBe(403)
    const asReviewer = { headers: { Authorization: `JWT ${tokens.reviewer}` } }
    expect((await ask(base, '/api/awards', asReviewer)).status).toBe(403)
  })
})
