import { expect, test } from 'vitest'
import { completeLink, refusalOfLink } from '#collections/values/link.ts'

test.each([
  ['www.example.org', 'https://www.example.org'],
  [' example.org/flyer.pdf?x=1 ', 'https://example.org/flyer.pdf?x=1'],
  ['https://example.org', 'https://example.org'],
  ['desk@example.org', 'mailto:desk@example.org'],
  ['/courses?format=online', '/courses?format=online'],
  ['#when', '#when'],
  ['tel:+1 651-555-0142', 'tel:+1 651-555-0142'],
])('%s leads to %s', (typed, link) => {
  expect(completeLink(typed)).toBe(link)
  expect(refusalOfLink(typed)).toBeUndefined()
})

test.each([
  [''],
  ['courses'],
  ['//example.org'],
  ['javascript:alert(1)'],
  ['https://'],
  ['https://example'],
  ['see our flyer'],
  ['file:///etc/passwd'],
])('“%s” is no address', (typed) => {
  expect(refusalOfLink(typed)).toMatch(/^Give a whole address/)
})
