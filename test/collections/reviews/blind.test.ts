import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namesIn } from '#collections/reviews/blind.ts'

const found = (name: string, text: string, email: string | null = null): string[] =>
  namesIn(text, { name, email }).map(({ text }) => text)

describe('namesIn', () => {
  test.each([
    ['the whole name', 'Nadia Osman', 'I am Nadia Osman.', ['Nadia', 'Osman']],
    ['nobody', 'Nadia Osman', 'We met on Monday and listened.', []],
    ['the last name in capitals', 'Nadia Osman', 'OSMAN, plan of action', ['OSMAN']],
    ['the first name in small letters', 'Nadia Osman', 'thanks, nadia', ['nadia']],
    ['a possessive', 'Nadia Osman', "This is Nadia’s plan, and Osman's group.", ['Nadia’s', "Osman's"]],
    ['the possessive of a name with s', 'Nadia Reeves', 'Reeves’ plan, Reeves’s room', ['Reeves’', 'Reeves’s']],
    ['a name in quotation marks', 'Nadia Osman', "They called me 'Nadia'.", ["'Nadia'"]],
    ['accents left out', 'Zoë Muñoz', 'Zoe Munoz led it.', ['Zoe', 'Munoz']],
    ['accents put in', 'Zoe Munoz', 'Zoë Muñoz led it.', ['Zoë', 'Muñoz']],
    ['accents as marks of their own', 'Zoë Muñoz', 'Mun\u0303oz', ['Mun\u0303oz']],
    ['letters without accents to take off', 'Søren Łukasik', 'Soren and Lukasik', ['Soren', 'Lukasik']],
    ['half of a double name', 'Mai García-López', 'Ms. Lopez was there.', ['Lopez']],
    ['both halves', 'Mai García-López', 'García-López', ['García', 'López']],
    ['a double name without its hyphen', 'Mai García-López', 'Garcia Lopez', ['Garcia', 'Lopez']],
    ['an apostrophe in the name', 'Ada O’Brien', "Mrs. O'Brien and O’Brien’s class", ["O'Brien", 'O’Brien’s']],
    ['a Somali name', 'Sa’ad Cabdi', "Saad led, and Sa'ad wrote.", ['Saad', "Sa'ad"]],
    ['part of a longer word is nobody', 'Ana Plank', 'The analysis of planks', []],
    ['a file name', 'Nadia Osman', 'nadia_osman-plan.pdf', ['nadia', 'osman']],
    ['a file name run together', 'Nadia Osman', 'NadiaOsmanPlan2.pdf', ['NadiaOsmanPlan']],
    ['run together the other way', 'Nadia Osman', 'osmannadia.docx', ['osmannadia']],
    ['the e-mail address', 'Nadia Osman', 'Write to NO.12@example.org', ['NO.12@example.org']],
    ['a word that is a name: a verb', 'Will Osgood', 'We will meet. Will you come?', []],
    ['a word that is a name: beside the other part', 'Will Osgood', 'Will Osgood and I', ['Will', 'Osgood']],
    ['a word that is a name: with an initial', 'Grace Kimani', 'signed, Grace K.', ['Grace']],
    ['a word that is a name: with a title', 'Ana King', 'Ms. King asked', ['King']],
    ['somebody else of that name', 'Ana King', 'Martin Luther King wrote', []],
    ['a month', 'May Osgood', 'In May we met.', []],
    ['her as a pronoun', 'Pa Her', 'She and her group', []],
    ['Her as a name', 'Kia Her', 'KIA HER', ['KIA', 'HER']],
    ['two words that are names', 'Grace Hope', 'Grace Hope, with hope and grace', ['Grace', 'Hope']],
    ['two words that are names, as words', 'Mark Will', 'The teachers mark; will mark again', []],
    ['apart in two sentences', 'Grace Hope', 'By Grace alone we go on with our work. Hope stays.', []],
    ['two letters with a capital', 'Xa Vu', 'Vu wrote it', ['Vu']],
    ['two letters without', 'Xa Vu', 'déjà vu', []],
    ['a single letter is no name', 'J Osman', 'Plan J, part j', []],
    ['particles are no names', 'Ana de la Fuente', 'el plan de la escuela', []],
    ['what comes after a name is none', 'Nadia Osman Jr', 'Jr. high school', []],
    ['Lee is nobody but Lee', 'Chong Lee', 'Lee and the others', ['Lee']],
    ['Cyrillic', 'Надя Осман', 'Это план Надя', ['Надя']],
    ['Arabic', 'نادية عثمان', 'كتبت نادية الخطة', ['نادية']],
    ['Chinese, inside a sentence', '王小明', '我是王小明，这是计划', ['王小明']],
    ['no name at all', '', 'A plan', []],
    ['no text', 'Nadia Osman', '', []],
  ] as const)('%s', (_, name, text, expected) => {
    expect(found(name, text, 'no.12@example.org')).toEqual(expected)
  })

  test('says where', () => {
    expect(namesIn('By Nadia, for Nadia', { name: 'Nadia Osman', email: null })).toEqual([
      { index: 3, text: 'Nadia' },
      { index: 14, text: 'Nadia' },
    ])
  })

  const letters = fc.stringMatching(/^[bdfgkmprtvz][aeiou][bdfgkmprtvz][aeiou][bdfgkmprtvz]{1,2}[aeiou]$/)
  const name = fc.tuple(letters, letters).map((parts) => parts.map((part) => part[0]!.toUpperCase() + part.slice(1)))
  const around = fc.constantFrom('We met in the hall', 'She will mark her work', 'Equity, and grace', '')

  test('a name is found wherever it stands and however it is written', () => {
    const ways = fc.constantFrom<(name: string) => string>(
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => name.toLowerCase(),
      (name) => `${name}’s`,
      (name) => `(${name})`,
      (name) => `${name}_file.pdf`,
    )
    fc.assert(
      fc.property(name, ways, around, around, ([first, last], write, before, after) => {
        expect(found(`${first} ${last}`, `${before} ${write(last!)} ${after}`)).toHaveLength(1)
      }),
    )
  })

  test('what is found stands in the text where it says', () => {
    fc.assert(
      fc.property(name, fc.string({ maxLength: 40 }), ([first, last], noise) => {
        const text = `${noise} ${first} ${noise}`
        for (const { index, text: shown } of namesIn(text, { name: `${first} ${last}`, email: null }))
          expect(text.slice(index, index + shown.length)).toBe(shown)
      }),
    )
  })

  test('a long text takes no time', () => {
    const text = 'We will meet Nadia’s group in May. '.repeat(5000)
    expect(found('Nadia Osman', text)).toHaveLength(5000)
  })
})
