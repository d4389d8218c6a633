import { expect, test } from 'vitest'
import { isCounted, listsFrom } from '#cms/admin/officeLists.ts'

test.each([
  ['1.', true],
  ['12)', true],
  ['a.', true],
  ['(iv)', true],
  ['·', false],
  ['o', false],
  ['§', false],
  ['', false],
])('“%s” counts: %s', (marker, expected) => expect(isCounted(marker)).toBe(expected))

const bullet = (html: string, level = 1) => ({ html, level, isOrdered: false })
const counted = (html: string, level = 1) => ({ html, level, isOrdered: true })

test.each([
  ['two bullets', [bullet('A'), bullet('B')], '<ul><li>A</li><li>B</li></ul>'],
  [
    'text around a list',
    [{ html: '<p>T</p>' }, counted('A'), { html: '<p>U</p>' }],
    '<p>T</p><ol><li>A</li></ol><p>U</p>',
  ],
  [
    'a deeper list stands in the item above it',
    [bullet('A'), counted('B', 2), counted('C', 2), bullet('D')],
    '<ul><li>A<ol><li>B</li><li>C</li></ol></li><li>D</li></ul>',
  ],
  [
    'from the third level back to the first',
    [bullet('A'), bullet('B', 2), bullet('C', 3), bullet('D')],
    '<ul><li>A<ul><li>B<ul><li>C</li></ul></li></ul></li><li>D</li></ul>',
  ],
  [
    'bullets after numbers are a list of their own',
    [counted('A'), bullet('B')],
    '<ol><li>A</li></ol><ul><li>B</li></ul>',
  ],
  ['nothing', [], ''],
] as const)('%s', (_, paragraphs, html) => expect(listsFrom(paragraphs)).toBe(html))
