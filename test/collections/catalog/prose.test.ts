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

const text = (words: string) => ({ type: 'text', text: words, version: 1, format: 0 })
const linkTo = (fields: object) => ({ type: 'link', version: 3, fields, children: [text('Words')] })
const inParagraph = (node: object) => ({ type: 'paragraph', version: 1, children: [node] })

test('a picture stands with its description and caption, as the library has it', () => {
  const documents = noDocuments()
  const picture = {
    id: 'one',
    alt: 'Two teachers at a “table”',
    credit: 'A. Painter',
    url: '/api/media/file/a.png',
    width: 800,
    height: 600,
    sizes: { small: { url: '/api/media/file/a-480.webp', width: 480 } },
  }
  const withPicture = proseIn({ ...documents, media: new Map([['one', picture as never]]) })
  const upload = { type: 'upload', version: 3, relationTo: 'media', value: 'one', fields: { caption: 'In <May>' } }
  expect(withPicture(root(upload))).toBe(
    '<figure><picture><source type="image/webp" sizes="(min-width: 45rem) 42rem, 100vw" srcset="/api/media/file/a-480.webp 480w">' +
      '<img src="/api/media/file/a.png" alt="Two teachers at a “table”" width="800" height="600" loading="lazy"></picture>' +
      '<figcaption>In &#60;May&#62; · A. Painter</figcaption></figure>',
  )
  expect(prose(root(upload))).toBe('')
})

test('a table has its head, and no styles', () => {
  const cell = (words: string, headerState = 0) => ({
    type: 'tablecell',
    version: 1,
    headerState,
    colSpan: 1,
    backgroundColor: 'red',
    children: [text(words)],
  })
  const row = (...children: object[]) => ({ type: 'tablerow', version: 1, children })
  const html = prose(
    root({ type: 'table', version: 1, children: [row(cell('Time', 1)), row(cell('Morning', 2), cell('9'))] }),
  )
  expect(html).toBe(
    '<div class="wide" role="group" tabindex="0"><table><tbody><tr><th scope="col">Time</th></tr>' +
      '<tr><th scope="row">Morning</th><td>9</td></tr></tbody></table></div>',
  )
})

test.each([
  ['a bare name', { linkType: 'custom', url: 'www.example.org' }, '<p><a href="https://www.example.org">Words</a></p>'],
  ['a script', { linkType: 'custom', url: 'javascript:alert(1)' }, '<p>Words</p>'],
  ['what is not published', { linkType: 'internal', doc: { relationTo: 'pages', value: 'x' } }, '<p>Words</p>'],
])('a link to %s', (_, fields, html) => expect(prose(root(inParagraph(linkTo(fields))))).toBe(html))

test('a link to a file leads to the file', () => {
  const downloads = new Map([['w9', { id: 'w9', title: 'W-9', filename: 'w-9.pdf' } as never]])
  const link = linkTo({ linkType: 'internal', doc: { relationTo: 'downloads', value: 'w9' } })
  expect(proseIn({ ...noDocuments(), downloads })(root(inParagraph(link)))).toBe(
    '<p><a href="/api/media/file/w-9.pdf">Words</a></p>',
  )
})

test('boxes and buttons say what was typed, escaped', () => {
  const block = (fields: object) => ({ type: 'block', version: 2, fields })
  expect(prose(root(block({ blockType: 'notice', title: 'Bring', text: 'A <pen>\nPaper' })))).toBe(
    '<aside class="box"><p><strong>Bring</strong></p><p>A &#60;pen&#62;<br>Paper</p></aside>',
  )
  expect(prose(root(block({ blockType: 'button', label: 'Get it', address: 'example.org' })))).toBe(
    '<p><a class="button" href="https://example.org">Get it</a></p>',
  )
})

test('a list inside of an item has no number of its own', () => {
  const item = (...children: object[]) => ({ type: 'listitem', version: 1, value: 1, children })
  const list = (tag: string, ...children: object[]) => ({ type: 'list', version: 1, tag, listType: 'number', children })
  const html = prose(root(list('ol', item(text('A')), item(list('ul', item(text('B')))))))
  expect(html).toContain('<li>A</li><li class="frame"><ul')
})
