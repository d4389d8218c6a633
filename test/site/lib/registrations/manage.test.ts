import { expect, test } from 'vitest'
import type { MyView } from '#collections/registrations/service/view.ts'
import { sortRegistrations } from '#site/src/lib/registrations/mailbox.ts'
import { aCourse, aDay, aLine, at } from '#test/support/views.ts'

test('a mailbox lists what comes next first, and what is over or canceled last', () => {
  const now = at('2026-10-15T18:00:00Z')
  const entry = (token: string, day: string, status: 'confirmed' | 'canceled' = 'confirmed') => ({
    token,
    status,
    course: aCourse(),
    minutes: null,
    session: aLine({ days: [aDay(day)] }, now),
  })
  const all: MyView['registrations'] = [
    entry('later', '2026-12-01'),
    entry('past', '2026-10-14'),
    entry('canceled', '2026-12-02', 'canceled'),
    entry('long ago', '2026-03-01'),
    entry('today', '2026-10-15'),
  ]
  const { next, earlier } = sortRegistrations(all, now)
  expect(next.map(({ token }) => token)).toEqual(['today', 'later'])
  expect(earlier.map(({ token }) => token)).toEqual(['canceled', 'past', 'long ago'])
})
