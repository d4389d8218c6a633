import { expect, test } from 'vitest'
import { nameOfDownload, refusalOfDownload } from '#collections/downloads/policy.ts'

const pdf = Buffer.from('%PDF-1.7\n')

test('a PDF can be offered, and is called by plain letters', () => {
  expect(refusalOfDownload('Form W-9 (2026).PDF', pdf)).toBeUndefined()
  expect(nameOfDownload('Form W-9 (2026).PDF')).toBe('form-w-9-2026.pdf')
  expect(nameOfDownload('???.pdf')).toBe('file.pdf')
})

test.each([
  ['a page that calls itself a PDF', 'flyer.pdf', '<html>%PDF-1.7'],
  ['a PDF that calls itself a page', 'flyer.html', '%PDF-1.7'],
  ['a document of a word processor', 'flyer.docx', 'PK'],
])('%s is refused, with what to do', (_, name, text) => {
  expect(refusalOfDownload(name, Buffer.from(text))).toMatch(/is not a PDF\. Save or print it as a PDF/)
})

test('nothing is refused as empty', () => {
  expect(refusalOfDownload('flyer.pdf', Buffer.alloc(0))).toBe('“flyer.pdf” is empty. Choose the file again.')
})
