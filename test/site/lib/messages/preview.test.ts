import { describe, expect, test } from 'vitest'
import { DEFAULTS } from '#collections/templates/defaults.ts'
import type { Wording } from '#collections/templates/placeholders.ts'
import { sampleLetter } from '#site/src/lib/messages/preview.ts'

const localsOf = (draft: Wording, isPreview: boolean): App.Locals =>
  ({
    catalog: { site: () => ({ shortName: 'The agency' }) } as App.Locals['catalog'],
    isPreview,
    locale: 'en',
    wordings: (kind, { isDraft }) => Promise.resolve(isDraft ? draft : DEFAULTS[kind]),
  }) as Partial<App.Locals> as App.Locals

const draft = { subject: 'Draft for {{name}}', body: 'Hello {{nobody}}' }

describe('a message before it is about anybody', () => {
  test('is filled with the example', async () => {
    const letter = await sampleLetter('confirmed', localsOf(draft, false))
    expect(letter?.rendered.text).toMatch(/^Hello Jordan Example,/)
    expect(letter?.refusals).toEqual([])
  })

  test('is the draft while staff preview it, with why it cannot be published', async () => {
    const letter = await sampleLetter('confirmed', localsOf(draft, true))
    expect(letter?.rendered.subject).toBe('Draft for Jordan Example')
    expect(letter?.refusals).toEqual([expect.stringContaining('{{nobody}}')])
  })

  test.each([
    ['nobody may read who is not staff', 'confirmed', { ...localsOf(draft, false), wordings: undefined }],
    ['of another kind is not there', 'constructor', localsOf(draft, false)],
    ['of no kind neither', undefined, localsOf(draft, false)],
  ])('%s', async (_, kind, locals) => {
    expect(await sampleLetter(kind, locals)).toBeUndefined()
  })
})
