import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statementCsv } from '#collections/invoices/csv.ts'
import { statementView } from '#collections/invoices/view.ts'
import { AGENCY } from '#collections/agency/view.ts'
import { statementOf } from '#collections/invoices/policy.ts'
import { toCsv, type Cell } from '#collections/values/csv.ts'
import { aCharge, anInvoice } from '#test/support/money.ts'

const BOM = '\ufeff'

describe('a cell', () => {
  test.each<[string, Cell, string]>([
    ['words', 'Ada Berg', 'Ada Berg'],
    ['nothing', null, ''],
    ['a number', -12, '-12'],
    ['money', { cents: 123_450 }, '1234.50'],
    ['money below a dollar', { cents: 5 }, '0.05'],
    ['money back', { cents: -12_550 }, '-125.50'],
    ['a comma', 'Berg, Ada', '"Berg, Ada"'],
    ['quotes', 'the "desk"', '"the ""desk"""'],
    ['a line break', 'one\ntwo', '"one\ntwo"'],
    ['a formula', '=1+1', "'=1+1"],
    ['a formula with quotes', '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['a plus', '+1 612', "'+1 612"],
    ['a minus', '-2', "'-2"],
    ['an at', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab', '\t=1', "'\t=1"],
    ['a formula behind spaces', '  =1', "'  =1"],
    ['a full-width equals sign', '\uff1d1', "'\uff1d1"],
    ['a minus inside', 'No-show', 'No-show'],
    ['zeros in front', '00123', "'00123"],
    ['twenty digits', '12345678901234567890', "'12345678901234567890"],
    ['a short number', '4711', '4711'],
    ['two digits and a dash', '3-4', "'3-4"],
    ['a month and a year', '2026-12', "'2026-12"],
    ['a month in words', 'MAR4', "'MAR4"],
    ['a day and a month in words', '4-Mar', "'4-Mar"],
    ['a power', '12E3', "'12E3"],
    ['a time', '8:30', "'8:30"],
    ['a zero at the end', '1.10', "'1.10"],
    ['thousands', '1,234', '"\'1,234"'],
    ['a truth', 'true', "'true"],
    ['a whole day, which is one', '2026-10-15', '2026-10-15'],
    ['the number of a statement', '2026-0003', '2026-0003'],
    ['words with digits', 'PO-4711 of May', 'PO-4711 of May'],
  ])('%s', (_, cell, text) => expect(toCsv([[cell]])).toBe(`${BOM}${text}\r\n`))
})

/** Reads CSV as RFC 4180 says. */
const read = (text: string): string[][] => {
  const rows: string[][] = []
  let [row, cell, isQuoted] = [[] as string[], '', false]
  for (let at = 1; at < text.length; at += 1) {
    const letter = text[at]!
    if (isQuoted && letter === '"' && text[at + 1] === '"') cell += text[(at += 1)]
    else if (letter === '"') isQuoted = !isQuoted
    else if (!isQuoted && letter === ',') [row, cell] = [[...row, cell], '']
    else if (!isQuoted && letter === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
      at += 1
    } else cell += letter
  }
  return rows
}

test('law: what is written is read again, and no cell begins like a formula', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), {
        minLength: 1,
        maxLength: 4,
      }),
      (rows) => {
        const again = read(toCsv(rows))
        expect(again.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
        )
        for (const cell of again.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      },
    ),
  )
})

test('a statement is a table of its lines', () => {
  const made = statementOf(
    [aCharge({ name: '=cmd|x' }), aCharge({ id: 'c2', kind: 'reversal', cents: -12_550, purchaseOrder: null })],
    null,
    { month: '2026-10', issuedOn: '2026-11-02', number: '2026-0001' },
  )
  const view = statementView(
    anInvoice({ ...made, purchaseOrder: 'PO-1' }),
    { ...AGENCY, email: null, phone: null },
    '2026-11-02',
  )
  const [head, ...rows] = read(statementCsv(view))
  expect(head).toEqual([
    'Statement',
    'Date',
    'Pay by',
    'Bill to',
    'What',
    'Who took part',
    'Course',
    'Day',
    'Why',
    'Purchase order',
    'Amount',
  ])
  const [payer, rule] = ['Heron Prairie Schools', aCharge().rule]
  // Nothing is to be paid, so on no day.
  const shared = ['2026-0001', '2026-11-02', '', payer]
  expect(rows).toEqual([
    [...shared, 'Place in a session', "'=cmd|x", 'A course', '2026-10-15', rule, 'PO-7', '125.50'],
    [...shared, 'Reversal', 'Ada Berg', 'A course', '2026-10-15', rule, 'PO-1', '-125.50'],
  ])
})
