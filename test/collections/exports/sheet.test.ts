import { describe, expect, test } from 'vitest'
import { dayNumber, sheetBegin, sheetRow, workbookParts } from '#collections/exports/sheet.ts'

describe('a day as a spreadsheet counts it', () => {
  test.each([
    ['1900-03-01', 61],
    ['2026-10-15', 46_310],
    ['2028-02-29', 46_812],
    ['2027-02-29', undefined],
    ['1900-02-28', undefined],
    ['2026-10', undefined],
  ])('%s', (day, number) => expect(dayNumber(day)).toBe(number))
})

describe('a row of a sheet', () => {
  test('has formulas and long numbers as words, money and days as such', () => {
    expect(sheetRow(['=1+1', '00123', '2026-10-15', { cents: -1050 }, 3.5, null])).toBe(
      '<row><c t="inlineStr" s="0"><is><t xml:space="preserve">=1+1</t></is></c>' +
        '<c t="inlineStr" s="0"><is><t xml:space="preserve">00123</t></is></c>' +
        '<c s="3"><v>46310</v></c><c s="2"><v>-10.50</v></c><c><v>3.5</v></c><c/></row>',
    )
  })
  test('is XML whatever was typed', () => {
    const row = sheetRow(['a < b & c > d', 'bell\u0007 lone\ud800 plane 😀'])
    expect(row).toContain('a &lt; b &amp; c &gt; d')
    expect(row).toContain('bell lone plane 😀')
  })
  test('holds as much as a cell does', () =>
    expect(sheetRow(['x'.repeat(40_000)]).match(/x/g)).toHaveLength(32_767 + 1))
})

test('a sheet is named as spreadsheets allow, and its head is never a day', () => {
  expect(workbookParts('A/B: [c] a very long title that goes on')['xl/workbook.xml']).toContain(
    'name="A B   c  a very long title that"',
  )
  expect(sheetBegin(['2026-10-15'])).toContain('<c t="inlineStr" s="1"><is><t xml:space="preserve">2026-10-15</t>')
})
