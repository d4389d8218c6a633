import { expect, test } from 'vitest'
import { noticeAt } from '#site/src/lib/registrations/notice.ts'

const read = (noticeOn: string, time = '') =>
  noticeAt({ get: (name) => (name === 'noticeOn' ? noticeOn : time) }, 'America/Chicago')?.toString()

test.each([
  ['nothing is now', '', '', undefined],
  ['as a browser sends it', '2027-03-04', '22:00', '2027-03-05T04:00:00Z'],
  ['as people write it', '3/4/2027', '10 PM', '2027-03-05T04:00:00Z'],
  ['without a time, as the day began', '2027-03-04', '', '2027-03-04T06:00:00Z'],
  ['a time without a day', '', '10 PM', 'wrong'],
  ['no day', '2027-02-30', '', 'wrong'],
  ['no time', '2027-03-04', 'late', 'wrong'],
])('%s', (_, day, time, expected) => {
  expect(read(day, time)).toBe(expected)
})
