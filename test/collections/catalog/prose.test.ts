import { expect, test } from 'vitest'
import { proseIn } from '#collections/catalog/prose.ts'
import { noDocuments } from '#test/support/catalog.ts'

const root = (...children: object[]) => ({ root: { type: 'root', version: 1, children } })
const paragraph = (text: string) => ({
  type: 'paragraph',
  version: 1,
  children: [{ type: 'text', text, version: 1, format: 0 }],
})
const prose = proseIn(noDocuments())

test('what the editor offers is shown, and text is escaped', () => {
  expect(prose(root(paragraph('Bring <b>lunch</b>.')))).toBe('<p>Bring &lt;b&gt;lunch&lt;/b&gt;.</p>')
})

test('a file that was sent past the editor is left out, whatever its address', () => {
  const file = { url: 'javascript:alert(1)', filename: 'a.pdf', mimeType: 'application/pdf' }
  const upload = { type: 'upload', version: 3, relationTo: 'media', value: file, fields: {} }
  const html = prose(root(paragraph('Before'), upload, paragraph('After')))
  expect(html).not.toMatch(/javascript|a\.pdf|href/)
  expect(html).toContain('<p>Before</p>')
  expect(html).toContain('<p>After</p>')
})
