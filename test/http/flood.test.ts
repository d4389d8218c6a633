import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { ask } from '#test/support/http.ts'
import { registeringAt, submit, wordsOf } from '#test/support/registering.ts'
import { tokens } from './ready.ts'

// Undoing what a program registered, as a registrar sees it.

const base = inject('base')
const cookie = { Cookie: `payload-token=${tokens.registrar}`, 'Sec-Fetch-Site': 'same-origin' }
const domain = `flood-${randomUUID().slice(0, 8)}.example`

describe('a flood, at the desk', () => {
  beforeAll(async () => {
    const desk = await registeringAt(base, tokens.registrar)
    for (let one = 0; one < 3; one += 1)
      await submit(
        base,
        desk.ids.place.path,
        desk.whole({ session: desk.ids.place.session, email: `a${one}@${domain}` }),
      )
  })

  test('is found by what it has in common, and undone in one step', async () => {
    const path = `/desk/registrations/flood?domain=${domain}`
    const { status, text } = await ask(base, path, { headers: cookie })
    expect(status).toBe(200)
    expect(wordsOf(text)).toContain('3 registrations')
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)![1]!
    const form = new URLSearchParams({
      from: value('from'),
      until: value('until'),
      domain,
      reason: 'A program.',
      tell: 'never',
    })
    for (const [, id] of text.matchAll(/name="id" value="([^"]*)"/g)) form.append('id', id!)
    const done = await ask(base, '/desk/registrations/flood', {
      method: 'POST',
      headers: { ...cookie, Origin: base, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    })
    expect([done.status, done.headers['location']]).toEqual([303, '/desk/sessions?done=flood-undone'])
    expect(wordsOf((await ask(base, path, { headers: cookie })).text)).toContain('Nothing of that kind came in.')
  })
})
