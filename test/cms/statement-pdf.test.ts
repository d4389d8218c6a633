import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Charge } from '#collections/kernel/payload-types.ts'
import { statementPdf } from '#collections/invoices/service/pdf.ts'
import { statementOf } from '#collections/invoices/policy.ts'
import { statementView } from '#collections/invoices/view.ts'
import { AGENCY } from '#collections/agency/view.ts'
import { aCharge, anInvoice } from '#test/support/money.ts'

const made = (charges: readonly Charge[]) => {
  const statement = statementOf(charges, null, { month: '2026-10', issuedOn: '2026-11-02', number: '2026-0007' })
  const remitTo = { ...AGENCY, email: 'billing@example.org', phone: '612-555-0118' }
  return statementPdf(
    statementView(anInvoice({ ...statement, payerAddress: '27 Example Street' }), remitTo, '2026-11-02'),
  )
}
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => aCharge({ id: `c${n}`, name: n === 3 ? 'Łukasz Żółć' : 'Ada Berg' }))

const open = (pdf: Uint8Array): Promise<PDFDocumentProxy> => getDocument({ data: pdf.slice(), verbosity: 0 }).promise

const textOf = async (document: PDFDocumentProxy): Promise<string> => {
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  return pages.join('\n').replaceAll(/ +/g, ' ')
}

type Element = { role?: string; lang?: string; scope?: string; children?: Element[] }
const rolesOf = ({ role, children = [] }: Element): string[] => [...(role ? [role] : []), ...children.flatMap(rolesOf)]
const treeOf = async (document: PDFDocumentProxy, page = 1): Promise<Element> =>
  (await (await document.getPage(page)).getStructTree()) as Element

let short: Uint8Array
let long: Uint8Array
beforeAll(async () => {
  short = await made(many(20))
  long = await made(many(70))
})

describe('a statement as a document', () => {
  test('says all that a school needs to pay', async () => {
    const text = await textOf(await open(short))
    for (const words of [
      'Statement 2026-0007',
      'Mon, Nov 2, 2026',
      'Mon, Dec 7, 2026',
      'Net 35 days',
      'October 2026',
      'Heron Prairie Schools',
      '27 Example Street',
      AGENCY.name,
      'Tamarack Bend',
      'billing@example.org',
      'Ada Berg',
      'A course',
      'Thu, Oct 15, 2026',
      '$125.50',
      '$2,510.00',
      'PO-7',
      aCharge().rule,
    ])
      expect(text).toContain(words)
  })

  test('has letters beyond western Europe', async () => {
    expect((await textOf(await open(short))).replaceAll(' ', '')).toContain('ŁukaszŻółć')
  })

  test('is one page for twenty lines, and as many as needed for more, with the head of the table on each', async () => {
    expect((await open(short)).numPages).toBe(1)
    const document = await open(long)
    expect(document.numPages).toBeGreaterThan(2)
    const pages = (await textOf(document)).split('\n')
    for (const [at, page] of pages.slice(0, -1).entries()) {
      expect(page).toContain('Who took part')
      expect(page).toContain(`Page ${at + 1} of ${pages.length}`)
    }
    expect(pages.join(' ').split('Thu, Oct 15, 2026')).toHaveLength(71)
  })

  test('says its language, its title, and that it is tagged', async () => {
    const document = await open(short)
    const { info, metadata } = await document.getMetadata()
    expect(info).toMatchObject({ Language: 'en-US', Title: 'Statement 2026-0007, Heron Prairie Schools' })
    expect(await document.getMarkInfo()).toEqual(
      new Map([
        ['Marked', true],
        ['UserProperties', false],
        ['Suspects', false],
      ]),
    )
    expect(metadata?.get('pdfuaid:part')).toBe('1')
  })

  test('is a tree of headings, paragraphs, lists and tables for those who listen', async () => {
    const roles = rolesOf(await treeOf(await open(short)))
    const count = (role: string) => roles.filter((one) => one === role).length
    expect(roles.slice(0, 2)).toEqual(['Root', 'Document'])
    expect([count('H1'), count('Table'), count('L')]).toEqual([1, 2, 2])
    // A head and twenty lines, then the sums: the total, and what is left.
    expect(count('TR')).toBe(1 + 20 + 2)
    expect(count('TH')).toBe(5 + 20 + 2)
    expect(count('TD')).toBe(4 * 20 + 2)
  })

  test('marks as decoration what is not to be read, and says for whom a heading stands', () => {
    const raw = Buffer.from(short).toString('latin1')
    expect(raw).toMatch(/\/Scope \/Column/)
    expect(raw).toMatch(/\/Scope \/Row/)
    expect(raw).toMatch(/\/StructTreeRoot/)
    expect(raw).not.toMatch(/\/Helvetica/)
    expect(raw.match(/\/FontFile2/g)!.length).toBeGreaterThanOrEqual(3)
  })

  test('keeps every reason on paper, however many there are', async () => {
    const charges = Array.from({ length: 80 }, (_, n) => aCharge({ id: `c${n}`, rule: `Reason number ${n} of many.` }))
    const document = await open(await made(charges))
    const text = await textOf(document)
    for (const { rule } of charges) expect(text).toContain(rule)
    expect(document.numPages).toBeLessThan(8)
  })

  test('is the same each time it is made', async () => {
    const same = (pdf: Uint8Array) =>
      Buffer.from(pdf)
        .toString('latin1')
        .replaceAll(/\/ID \[.*?\]/gs, '')
        .replaceAll(/[A-Z]{6}\+/g, '')
    expect(same(await made(many(20)))).toBe(same(short))
  })
})
