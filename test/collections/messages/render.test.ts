import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { render } from '#collections/messages/render.ts'
import { DEFAULTS } from '#collections/templates/defaults.ts'
import { PLACEHOLDERS, type Placeholder, type Values } from '#collections/templates/placeholders.ts'
import { MESSAGE_KINDS } from '#collections/templates/states.ts'

const LINK = 'https://learn.example.org/manage/token'
const write = (body: string, values: Values = {}, subject = 'Subject') =>
  render({ subject, body }, values, 'en', 'Onramp')

const unescape = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'")
const linksIn = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => unescape(url!))

describe('plain text', () => {
  test.each<[string, string, Values, string]>([
    ['paragraphs', 'One.\n\nTwo.', {}, 'One.\n\nTwo.\n'],
    ['many empty lines are one', 'One.\n\n\n\n \nTwo.', {}, 'One.\n\nTwo.\n'],
    ['lines of a paragraph', 'One\nTwo', {}, 'One\nTwo\n'],
    ['Windows line ends', 'One\r\n\r\nTwo', {}, 'One\n\nTwo\n'],
    ['a list', '- one\n- two', {}, '- one\n- two\n'],
    ['a value of several lines makes as many items', '- {{schedule}}', { schedule: 'Thu\nFri' }, '- Thu\n- Fri\n'],
    ['a value of several lines in a paragraph', '{{days}}', { days: 'Thu\nFri' }, 'Thu\nFri\n'],
    ['a button', '[See it]({{manage_link}})', { manage_link: LINK }, `See it: ${LINK}\n`],
    ['a button to a page of ours', '[See it](https://example.org/a)', {}, 'See it: https://example.org/a\n'],
    ['a button without an address is left out', 'A\n\n[See it]({{manage_link}})\n\nB', {}, 'A\n\nB\n'],
    [
      'a button to something else is left out',
      '[See it]({{manage_link}})',
      { manage_link: 'javascript:alert(1)' },
      '\n',
    ],
    ['an empty placeholder takes its line along', 'A\nWhy: {{reason}}\nB', { reason: ' ' }, 'A\nB\n'],
    ['but not when the line says something else', '{{reason}} for {{name}}', { name: 'Jo' }, ' for Jo\n'],
    ['an item that says nothing is left out', '- {{cancel_by}}\n- B', {}, '- B\n'],
    ['what announced it goes too', 'A:\n\n- {{days}}\n\nB:\n\n- {{schedule}}', { schedule: 'Thu' }, 'B:\n\n- Thu\n'],
    ['a name nobody knows says nothing', 'A\n{{toString}} {{x}}', {}, 'A\n'],
    ['a value is not filled in again', '{{name}}', { name: '{{reason}}', reason: 'no' }, 'reason\n'],
    ['a value makes no list', '{{name}}', { name: '- a' }, '- a\n'],
    ['a value makes no button', '{{name}}', { name: '[a](https://example.org)' }, '[a](https://example.org)\n'],
    ['no control characters', '{{name}}', { name: 'J\u0000o\u001b[31m \u202eabc' }, 'J o [31m  abc\n'],
  ])('%s', (_, body, values, text) => {
    expect(write(body, values).text).toBe(text)
  })
})

describe('with a layout', () => {
  test('everything is escaped', () => {
    const { html } = write('{{name}} <b>', { name: `<script>alert("x")</script> & 'y'` }, '<i>')
    expect(html).not.toMatch(/<script|<b>|<i>/)
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39; &lt;b&gt;')
  })

  test('addresses become links, without the full stop after them', () => {
    const { html } = write('Join at https://video.example.org/a?b=1&c=2. Or not.')
    expect(linksIn(html)).toEqual(['https://video.example.org/a?b=1&c=2'])
  })

  test('it has a language, a title, one heading, and loads nothing', () => {
    const { html } = write('Hello.', {}, 'What happened')
    expect(html).toMatch(/<html lang="en">/)
    expect(html).toContain('<title>What happened</title>')
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).not.toMatch(/<img|<table|<script|<link|@import|url\(|src=/)
  })
})

describe('subject', () => {
  test.each([
    ['no line breaks', 'A\r\nBcc: all@example.org', 'A Bcc: all@example.org'],
    ['other line breaks neither', 'A\u2028B\u0085C\u000bD', 'A B C D'],
    ['spaces are one', '  A   B ', 'A B'],
    ['it has an end', 'x'.repeat(500), 'x'.repeat(200)],
  ])('%s', (_, name, subject) => {
    expect(write('x', { name }, '{{name}}').subject).toBe(subject)
  })
})

describe('laws', () => {
  const names = Object.keys(PLACEHOLDERS) as Placeholder[]
  const nasty = fc.string({
    unit: fc.constantFrom(
      '{',
      '}',
      '{{',
      '}}',
      '\n',
      '\r',
      '\u2028',
      '<',
      '"',
      '&',
      '[',
      ']',
      '(',
      ')',
      '- ',
      'a',
      'name',
      ' ',
    ),
  })
  const values = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(nasty, fc.string({ unit: 'binary' })),
  ) as fc.Arbitrary<Values>
  const wording = fc.oneof(
    fc.constantFrom(...MESSAGE_KINDS.map((kind) => DEFAULTS[kind])),
    fc.record({
      subject: fc.oneof(nasty, fc.string({ unit: 'binary' })),
      body: fc.oneof(nasty, fc.string({ unit: 'binary' })),
    }),
  )

  test('whatever is filled into whatever text: no braces, no line breaks in the subject, no markup, well-formed', () => {
    fc.assert(
      fc.property(wording, values, (wording, values) => {
        const { subject, text, html } = render(wording, values, 'en', 'Onramp')
        expect(text + subject).not.toMatch(/\{\{|\}\}/)
        expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
        expect(
          html.slice(html.indexOf('<body')).replace(/<\/?(body|div|p|h1|span|ul|li|a|br|html)( [^<>]*)?>/g, ''),
        ).not.toMatch(/[<>]/)
        expect((subject + text + html).isWellFormed()).toBe(true)
      }),
    )
  })

  test('the text and the page carry the same addresses', () => {
    const token = fc.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    fc.assert(
      fc.property(fc.constantFrom(...MESSAGE_KINDS), token, (kind, token) => {
        const own = {
          manage_link: `https://a.example.org/manage/${token}`,
          my_link: `https://a.example.org/my/${token}`,
          statement_link: `https://a.example.org/s/${token}`,
          course_link: 'https://a.example.org/c',
          guest_rules_link: 'https://a.example.org/g',
        }
        const { text, html } = render(DEFAULTS[kind], { ...own, name: 'Jo', schedule: 'Thu' }, 'en', 'Onramp')
        expect(linksIn(html)).toEqual([...text.matchAll(/https:\S+/g)].map(([url]) => url))
      }),
    )
  })
})
