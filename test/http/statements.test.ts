import { describe, expect, inject, test } from 'vitest'
import { ask, type Answer } from '#test/support/http.ts'
import { tokens } from './ready.ts'

// Statements behind a link, and at the desk.

const base = inject('base')
const as = (role: 'admin' | 'registrar' | 'communications') => ({
  Cookie: `payload-token=${tokens[role]}`,
  Origin: base,
})

const post = (path: string, fields: Record<string, string>, headers: object): Promise<Answer> =>
  ask(base, path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  })

describe('a link to a statement', () => {
  // Signed by somebody else, for something else, or not at all.
  const forged = 'eyJhbGciOiJIUzI1NiJ9.eyJpIjoiMDFhIiwidiI6MSwiYXVkIjoic3RhdGVtZW50IiwiZXhwIjo0MDAwMDAwMDAwfQ.c2lnbmVk'

  test.each(['', '.pdf', '.csv'])('that is forged opens nothing%s', async (ending) => {
    for (const token of [forged, 'abc', 'a.b.c']) {
      const answer = await ask(base, `/statements/${token}${ending}`)
      expect(answer.status, token).toBe(404)
      expect(answer.headers['x-robots-tag']).toMatch(/noindex/)
      expect(answer.headers['cache-control']).toMatch(/no-store/)
    }
  })

  test('that is forged is answered calmly, with a way on', async () => {
    const { text } = await ask(base, `/statements/${forged}`)
    expect(text).toContain('This link does not work')
    expect(text).toContain('href="/contact"')
  })
})

describe('the desk', () => {
  test.each(['/desk/statements', '/desk/charges', '/desk/statements/2020-0001', '/desk/statements/2020-0001.pdf'])(
    '%s is for registrars',
    async (path) => {
      expect((await ask(base, path)).status).toBe(303)
      expect((await ask(base, path, { headers: as('communications') })).status).toBe(403)
      expect((await ask(base, path, { headers: as('registrar') })).status).toBe(/2020/.test(path) ? 404 : 200)
    },
  )

  test('keeps its answers out of every cache', async () => {
    const { headers } = await ask(base, '/desk/statements', { headers: as('registrar') })
    expect(headers['cache-control']).toBe('private, no-store')
  })

  test('makes no statement of a month that is not over', async () => {
    const month = Temporal.Now.plainDateISO('America/Chicago').add({ months: 1 }).toPlainYearMonth().toString()
    const answer = await post('/desk/statements', { do: 'make', month }, as('registrar'))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('The month is not over.')
  })

  test.each<[string, Record<string, string>]>([
    ['/desk/statements', {}],
    ['/desk/statements', { do: 'make', month: 'soon' }],
    ['/desk/charges', { do: 'reverse', charge: 'none', reason: 'Why' }],
    ['/desk/charges', { do: 'adjust', charge: 'none', amount: 'much', direction: 'less', reason: 'Why' }],
  ])('does nothing with what makes no sense: %s %o', async (path, fields) => {
    const answer = await post(path, fields, as('registrar'))
    expect([404, 422]).toContain(answer.status)
    expect(answer.text).toContain('That was not done')
  })

  test('takes no form from another site', async () => {
    const answer = await post(
      '/desk/statements',
      { do: 'make', month: '2020-01' },
      { ...as('registrar'), Origin: 'https://evil.example' },
    )
    expect(answer.status).toBe(403)
  })
})
