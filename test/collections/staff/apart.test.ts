import { expect, test } from 'vitest'
import { toldApart } from '#collections/staff/apart.ts'
import { preparing } from '#collections/staff/preparing.ts'

const ana = (id: string, more: Partial<Parameters<typeof toldApart>[0][number]> = {}) => ({
  id,
  name: 'Ana Lee',
  employer: 'A school',
  jobTitle: null,
  email: `ana-${id}@example.org`,
  ...more,
})

test.each([
  ['two of different names need nothing', [ana('1'), ana('2', { name: 'Ben Lee' })], {}],
  ['the employer, which stands there, is enough', [ana('1'), ana('2', { employer: 'Another' })], {}],
  [
    'the job title',
    [ana('1', { jobTitle: 'Counselor' }), ana('2', { jobTitle: 'Grade 2' })],
    { 1: 'Counselor', 2: 'Grade 2' },
  ],
  ['as much of the address as differs', [ana('1'), ana('2')], { 1: 'ana-1', 2: 'ana-2' }],
  [
    'the same job: the address',
    [
      ana('1', { jobTitle: 'Teacher', email: 'lee.a@example.org' }),
      ana('2', { jobTitle: 'Teacher', email: 'aylee@example.org' }),
    ],
    { 1: 'lee…', 2: 'ayl…' },
  ],
  [
    'one mailbox for both, and the same job: the order in which they registered',
    [ana('1', { email: 'office@example.org' }), ana('2', { email: 'office@example.org', name: 'Lee, Ána' })],
    { 1: '1', 2: '2' },
  ],
  [
    'one mailbox for both, and a job for one',
    [ana('1', { email: 'o@example.org', jobTitle: 'Nurse' }), ana('2', { email: 'o@example.org' })],
    { 1: 'Nurse, o', 2: 'o' },
  ],
] as const)('%s', (_, people, expected) => {
  expect(Object.fromEntries(toldApart(people))).toEqual(expected)
})

test('what is needed is counted, in whatever letters it was written', () => {
  const line = { status: 'confirmed', isSharing: false, needs: null, mediaRelease: true } as const
  expect(
    preparing([
      { ...line, needs: 'Vegetarian' },
      { ...line, needs: 'vegetarian.', mediaRelease: false },
      { ...line, needs: 'ASL interpreter' },
      { ...line, isSharing: true },
      { ...line, status: 'waitlisted', needs: 'Vegan', mediaRelease: false },
    ]),
  ).toEqual({
    coming: 3,
    needs: [
      { text: 'Vegetarian', count: 2 },
      { text: 'ASL interpreter', count: 1 },
    ],
    noPhotographs: 1,
  })
})
