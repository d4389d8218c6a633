import { expect, test } from 'vitest'
import { setupSteps, type SetUp } from '#cms/admin/setup.ts'

const nothing: SetUp = {
  isUnnamed: true,
  hasLooks: false,
  hasTouchedHolidays: false,
  sendsMail: false,
  hasTestedMail: false,
  hasOwnPolicy: false,
  staff: 1,
  hasOwnCircle: false,
  hasOwnCourse: false,
  hasDemo: true,
}
const doneOf = (more: Partial<SetUp>) =>
  setupSteps({ ...nothing, ...more })
    .filter(({ isDone }) => isDone)
    .map(({ key }) => key)

test.each<[string, Partial<SetUp>, string[]]>([
  ['nothing yet', {}, []],
  ['a name without looks', { isUnnamed: false }, []],
  ['name and looks', { isUnnamed: false, hasLooks: true }, ['name']],
  ['a mail server nobody tried', { sendsMail: true }, []],
  ['a letter that arrived', { sendsMail: true, hasTestedMail: true }, ['mail']],
  ['a test long ago, and no server now', { hasTestedMail: true }, []],
  ['a second account', { staff: 2 }, ['staff']],
  ['no demo', { hasDemo: false }, ['demo']],
])('%s', (_, more, done) => expect(doneOf(more)).toEqual(done))

test('without a mail server the list says where letters stay', () => {
  expect(setupSteps(nothing).find(({ key }) => key === 'mail')!.detail).toMatch(/kept under Messages and reach nobody/)
})
