import { beforeAll, describe, expect, inject, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { ask } from '#test/support/http.ts'
import { hiddenIn, submit, wordsOf } from '#test/support/registering.ts'
import { tokens } from './ready.ts'

// Applications at the desk, over HTTP and without JavaScript. Nothing is changed: other tests read the same demo.

const base = inject('base')
const registrar = { Cookie: `payload-token=${tokens.registrar}` }
const see = (path: string) => ask(base, path, { headers: registrar })
const ids = { call: '', application: '' }

beforeAll(async () => {
  const list = await see(paths.selections)
  const [, call] = /\/desk\/applications\/calls\/(program[^"]+)"/.exec(list.text)!
  ids.call = decodeURIComponent(call!)
  const { text } = await see(paths.selection(ids.call))
  const [, application] = /href="\/desk\/applications\/([\w-]+)"[^>]*>\s*Birch Narrows/.exec(text)!
  ids.application = application!
})

test('a line for every call says which places are held and what waits', async () => {
  const words = wordsOf((await see(paths.selections)).text)
  expect(words).toContain('School Climate Data Use 6 of 6 held, full')
  expect(words).toContain('1 team without papers')
})

test('the ranking says why, and can be narrowed to a few', async () => {
  const { text } = await see(paths.selection(ids.call))
  expect(wordsOf(text)).toContain('No place: School Climate Data Use is full')
  const narrowed = wordsOf((await see(`${paths.selection(ids.call)}?status=enrolled`)).text)
  // Others apply in the same demo meanwhile.
  expect(narrowed).toMatch(/Ranking 1 of \d+ /)
  expect(narrowed).toContain('Tamarack Bend climate team')
})

test('and is a table that no cache keeps', async () => {
  const { status, headers, text } = await see(paths.rankingTable(ids.call))
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([
    200,
    'text/csv; charset=utf-8',
    'no-store',
  ])
  expect(headers['content-disposition']).toMatch(/^attachment; filename="ranking-program-[\w-]+\.csv"$/)
  expect(text).toContain('1,Tamarack Bend climate team,Tamarack Bend Public Schools,School district,11,')
})

describe('a move', () => {
  const move = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    submit(base, paths.applicationCase(ids.application), fields, { ...registrar, ...headers })

  test('without a reason shows the form again, with what was typed', async () => {
    const { text } = await see(paths.applicationCase(ids.application))
    const { revision } = hiddenIn(text)
    const answer = await move({ do: 'score', score: '8.25', reason: '', revision: revision! })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('Give a reason. It stays in the log.')
    expect(answer.text).toMatch(/name="score"[^>]*value="8\.25"/)
  })

  test('for an older state is refused with a sentence, to a page and to a program', async () => {
    const stale = { do: 'ineligible', reason: 'No.', revision: '0' }
    const page = await move(stale)
    expect([page.status, wordsOf(page.text)]).toEqual([409, expect.stringContaining('Somebody else changed this')])
    const program = await move(stale, { Accept: 'application/json' })
    const sentence = expect.stringContaining('Somebody else changed this') as string
    expect([program.status, program.json()]).toEqual([409, { errors: { form: sentence }, message: sentence }])
  })

  test.each([
    ['nothing that is known', { do: 'everything' }],
    ['nothing at all', {}],
  ])('that asks for %s changes nothing', async (_, fields) => {
    expect((await move(fields)).status).toBe(422)
  })
})

test('decisions that are out are not released again', async () => {
  const page = await see(paths.releaseSelection(ids.call))
  expect(wordsOf(page.text)).toContain('The decisions for this program are out already.')
  const again = await submit(base, paths.releaseSelection(ids.call), { seal: 'x' }, registrar)
  expect([again.status, wordsOf(again.text)]).toEqual([409, expect.stringContaining('released already')])
})

test.each([
  paths.selection('program:none'),
  paths.releaseSelection('none'),
  paths.applicationCase('none'),
  '/desk/applications/calls/%ZZ',
])('%s is not there', async (path) => expect((await see(path)).status).toBeOneOf([400, 404]))
