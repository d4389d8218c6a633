import { describe, expect, test } from 'vitest'
import { maskOf } from '#collections/reviews/mask.ts'

const mask = maskOf({
  people: [
    { name: 'Mai García-López', email: 'mai.garcia@alder.example.org' },
    { name: 'Abdi Warsame', email: 'abdi@alder.example.org' },
  ],
  organizations: ['Cañón Valley Schools', ''],
  phones: ['(612) 555-0134', '5'],
})

describe('maskOf', () => {
  test.each([
    ['nothing to hide', 'We met in May.', 'We met in May.', 0],
    ['an empty text', '', '', 0],
    ['one part of the name', 'As García I lead.', 'As [name removed] I lead.', 1],
    ['the whole name is one place', 'I, Mai García-López, led.', 'I, [name removed], led.', 1],
    ['no accents', 'garcia lopez', '[name removed]', 1],
    ['a possessive', 'Mai’s notes', '[name removed] notes', 1],
    ['an address', 'Write to mai.garcia@alder.example.org today', 'Write to [name removed] today', 1],
    ['somebody of the team', 'Warsame agreed', '[name removed] agreed', 1],
    ['the employer', 'At CANON-VALLEY schools we met', 'At [organization removed] we met', 1],
    ['a part of the employer only', 'In the valley', 'In the valley', 0],
    ['a phone number', 'Call 612.555.0134 now', 'Call [phone number removed] now', 1],
    ['with the country', 'Call +1 612 555 0134 now', 'Call +1 [phone number removed] now', 1],
    ['another number', 'In 5 of 612 schools', 'In 5 of 612 schools', 0],
    [
      'several places',
      'Mai of Cañón Valley Schools wrote. So did Abdi.',
      '[name removed] of [organization removed] wrote. So did [name removed].',
      3,
    ],
    ['two sentences', 'Led by Mai. Abdi helped.', 'Led by [name removed]. [name removed] helped.', 2],
    ['lines stay', 'One\n\nMai\nTwo', 'One\n\n[name removed]\nTwo', 1],
  ])('%s', (_, text, expected, found) => {
    expect(mask(text)).toEqual({ text: expected, found })
  })

  test('whoever has no name to hide changes nothing', () => {
    expect(maskOf({ people: [], organizations: [], phones: [] })('Mai')).toEqual({ text: 'Mai', found: 0 })
  })
})
