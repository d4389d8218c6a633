import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { TAG_WORDS, tagsPdf, type Tag } from '#collections/sessions/service/tags.ts'

// Name tags as a document: whose name it is, as its owner writes it, and never what they need.

const tag = (name: string, given: Partial<Tag> = {}): Tag => ({
  name,
  employer: 'Alder Lake Schools',
  mediaRelease: false,
  ...given,
})
const NAMES = ['Nguyễn Thị Hồng', 'Paj Ntaub Vaj', 'שרה כהן', 'Łukasz Żółć', 'Ada', 'Ben', 'Cal', 'Dee']
const MADE = Temporal.Instant.from('2027-03-02T16:00:00Z')

type Item = { text: string; x: number; y: number; size: number }
const itemsOf = async (tags: readonly Tag[]): Promise<Item[][]> => {
  const document = await getDocument({ data: (await tagsPdf(tags, 'Talking About Race', MADE)).slice(), verbosity: 0 })
    .promise
  const pages: Item[][] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(
      items.flatMap((item) =>
        'str' in item && item.str.trim()
          ? [
              {
                text: item.str,
                x: item.transform[4] as number,
                y: 792 - (item.transform[5] as number),
                size: item.height,
              },
            ]
          : [],
      ),
    )
  }
  return pages
}
const textOf = (items: readonly Item[]): string => items.map(({ text }) => text).join(' ')

test('eight stand on a sheet, the ninth on the next', async () => {
  expect(await itemsOf(NAMES.map((name) => tag(name)))).toHaveLength(1)
  const pages = await itemsOf([...NAMES, 'Eva'].map((name) => tag(name)))
  expect(pages).toHaveLength(2)
  expect(textOf(pages[1]!)).toContain('Eva')
})

test('names can be read and copied in their own letters', async () => {
  const [page] = await itemsOf(NAMES.map((name) => tag(name)))
  const text = textOf(page!).normalize('NFC').replace(/\s/g, '')
  for (const name of ['NguyễnThịHồng', 'PajNtaubVaj', 'ŁukaszŻółć', 'שרהכהן']) expect(text).toContain(name)
})

test('who agreed to be in pictures has a mark, and nobody else', async () => {
  const [page] = await itemsOf([tag('Ada', { mediaRelease: true }), tag('Ben')])
  expect(textOf(page!).split(TAG_WORDS.pictures)).toHaveLength(2)
})

test('a name of 200 letters without a space stays on its own tag', async () => {
  const [page] = await itemsOf([tag('A'.repeat(200)), tag('Ben')])
  const letters = page!.filter(({ text }) => /^A+$/.test(text))
  expect(letters.map(({ text }) => text.length).reduce((sum, count) => sum + count, 0)).toBe(200)
  for (const { x, y } of letters) {
    expect(x).toBeGreaterThan(0.6875 * 72)
    expect(x).toBeLessThan((0.6875 + 3.375) * 72)
    expect(y).toBeLessThan(42 + 100)
  }
})
