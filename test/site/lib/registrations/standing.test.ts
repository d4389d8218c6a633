import { expect, test } from 'vitest'
import { circlesMissing, standingOf } from '#site/src/lib/registrations/mailbox.ts'
import { transcript } from '#site/src/messages/transcripts.ts'
import { aCircle, aCourse, aDated, aDay, aLine, at } from '#test/support/views.ts'

const october = aLine({ id: 'october', days: [aDay('2026-10-15')] })
const [before, after] = [at('2026-10-01T12:00:00Z'), at('2026-11-01T12:00:00Z')]

test.each([
  ['still to come', 'confirmed', null, before, 'Has a seat'],
  ['over, and recorded', 'confirmed', 375, after, 'Attended 375 minutes: 6 clock hours'],
  ['a part of it only', 'confirmed', 20, after, 'Attended 20 minutes'],
  ['over, and nothing recorded', 'confirmed', null, after, 'Is over; attendance is not recorded yet'],
  ['canceled', 'canceled', null, after, 'Canceled'],
] as const)('a session of October is, %s, not always a seat', (_, status, minutes, now, text) =>
  expect(transcript.standing(standingOf({ status, session: october, minutes }, now))).toBe(text),
)

test('a circle somebody has not been in has its next open date', () => {
  const [been, next, none] = ['been', 'next', 'none'].map((slug) => aCircle({ slug, name: slug })) as [
    ReturnType<typeof aCircle>,
    ReturnType<typeof aCircle>,
    ReturnType<typeof aCircle>,
  ]
  const dated = (standing: 'full' | 'open', id: string) => ({
    ...aDated({ ...aLine({ id, days: [aDay('2026-12-01')] }), standing }, aCourse({ circles: [next] })),
  })
  const missing = circlesMissing(
    [been, next, none],
    [{ slug: 'been', courses: 2 }],
    [dated('full', 'a'), dated('open', 'b')],
  )
  expect(missing.map(({ circle, next: run }) => [circle.slug, run?.session.id ?? null])).toEqual([
    ['next', 'b'],
    ['none', null],
  ])
})
