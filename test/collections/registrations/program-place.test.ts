import { expect, test } from 'vitest'
import { leavesProgram } from '#collections/registrations/program-place.ts'

const place = { name: 'Eight Thursdays', isOwn: true, isLast: true, path: '/applications/token' }

test.each([
  ['everything that is left of one’s own place', place, true, true],
  ['one Thursday of eight', place, false, false],
  ['one of several seats by the same place', { ...place, isLast: false }, true, false],
  ['the seat of somebody a team named: the team keeps its place', { ...place, isOwn: false }, true, false],
  ['a seat nobody has by a program', null, true, false],
])('giving up is leaving the program: %s', (_, program, isWhole, leaves) =>
  expect(leavesProgram(program, { isWhole })).toBe(leaves),
)
