import { expect, test } from 'vitest'
import { xmlText } from '#site/src/lib/catalog/xml.ts'

test.each([
  ['plain text', 'Equity for all', 'Equity for all'],
  ['markup', '<script>alert("1")</script>', '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;'],
  ['the end of a CDATA section', ']]>', ']]&gt;'],
  ['an entity is text', '&amp; &lt;', '&amp;amp; &amp;lt;'],
  ['apostrophes', `Teachers' "voice"`, 'Teachers&apos; &quot;voice&quot;'],
  ['control characters go, tab and line breaks stay', 'a\u0000\u0008\u000b\u000c\u001b\tb\r\nc', 'a\tb\r\nc'],
  ['halves of characters go', 'a\ud83db\udc69c', 'abc'],
  ['whole ones stay', '👩🏽‍🏫 ñ 中', '👩🏽‍🏫 ñ 中'],
  ['noncharacters go', 'a\ufffe\uffffb', 'ab'],
])('%s', (_, text, expected) => {
  expect(xmlText(text)).toBe(expected)
})
