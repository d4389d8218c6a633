import { describe, expect, test } from 'vitest'
import { archiveName, outdated } from '#cms/backup/rotation.ts'

const at = (moment: string) => archiveName(Temporal.Instant.from(moment), false)

test('an archive is named by its moment, so that names sort as moments do', () => {
  expect(at('2027-03-02T10:10:00.9Z')).toBe('onramp-2027-03-02T10-10-00Z.tar.gz')
  expect(archiveName(Temporal.Instant.from('2027-03-02T10:10:00Z'), true)).toBe(
    'onramp-2027-03-02T10-10-00Z.tar.gz.enc',
  )
})

describe('of more archives than are kept, the oldest go', () => {
  const days = ['01', '02', '03', '04'].map((day) => at(`2027-03-${day}T10:00:00Z`))
  test.each<[string, string[], number, string[]]>([
    ['as many as are kept', days, 4, []],
    ['one too many', days, 3, [days[0]!]],
    ['fewer than are kept', days, 14, []],
    ['in any order', days.toReversed(), 2, [days[0]!, days[1]!]],
    ['encrypted or not', [`${days[0]}.enc`, days[1]!], 1, [`${days[0]}.enc`]],
    [
      'what is named otherwise stays',
      ['onramp-before-the-move.tar.gz', 'notes.txt', `${days[0]}.partial`, ...days],
      4,
      [],
    ],
  ])('%s', (_, names, keep, gone) => {
    expect(outdated(names, keep)).toEqual(gone)
  })
})
