import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '#collections/context/context.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import { LIST_NAMES } from '#collections/kernel/paths.ts'
import { passing } from '#collections/kernel/queries.ts'
import { openExport } from '#collections/services/exports.ts'
import { aPerson } from '#test/support/builders.ts'
import { newSession, openTestDesk, seated } from '#test/support/desk.ts'

let desk: Awaited<ReturnType<typeof openTestDesk>>
let context: Context
let session: string

beforeAll(async () => {
  desk = await openTestDesk()
  context = desk.context
  session = await newSession(desk.payload, desk.course)
  const other = await newSession(desk.payload, desk.course)
  const consent = { given: true, changedAt: '2027-01-05T16:00:00.000Z' }
  const person = (await createUnlessTaken(
    desk.payload,
    'people',
    aPerson({ name: '=cmd|calc', email: 'cmd@example.org', phone: '0123456789012345', mailingList: consent }),
  ))!
  await seated(desk.payload, session, {
    person: person.id,
    name: '=cmd|calc',
    email: 'cmd@example.org',
    needs: 'Large print, "please"',
  })
  await seated(desk.payload, session, { name: 'Bo Lund', email: 'bo@example.org' })
  await seated(desk.payload, other, { name: 'Cy Moe', email: 'cy@example.org' })
})
afterAll(() => desk.close())

const bytesOf = async (file: string, filter = {}): Promise<Buffer> => {
  const list = await openExport(context, file, filter)
  return Buffer.concat(await Array.fromAsync(list!.content as AsyncIterable<Buffer>))
}
const linesOf = async (file: string, filter = {}): Promise<string[]> =>
  (await bytesOf(file, filter)).toString('utf8').split('\r\n')

describe('a list that is saved', () => {
  test('has named columns, and what a spreadsheet would run is words', async () => {
    const [head, first] = await linesOf('registrations.csv', { session })
    expect(head).toMatch(/^\ufeffName,E-mail,Telephone,Employer,/)
    expect(first).toContain("'=cmd|calc,cmd@example.org,'0123456789012345,")
    expect(first).toContain('"Large print, ""please"""')
  })
  test('keeps what its page was narrowed to', async () => {
    expect(await linesOf('registrations.csv', { session })).toHaveLength(4)
    expect(await linesOf('registrations.csv', { session, q: 'lund' })).toHaveLength(3)
    expect(await linesOf('registrations.csv')).toHaveLength(5)
  })
  test('of consents says when each was given, and to which words', async () => {
    const [, first] = await linesOf('consents.csv', { list: 'mailing' })
    expect(first).toMatch(
      /^'=cmd\|calc,cmd@example.org,Mailing list,yes,.*2027-01-05 10:00.*,You may e-mail me about other courses and programs\.,/,
    )
    expect(await linesOf('consents.csv', { list: 'mailing' })).toHaveLength(3)
  })
  test.each(LIST_NAMES)('%s opens in both kinds', async (name) => {
    expect((await linesOf(`${name}.csv`))[0]!.length).toBeGreaterThan(10)
    expect((await bytesOf(`${name}.xlsx`)).subarray(0, 2).toString()).toBe('PK')
  })
  test('is refused under any other name', async () => {
    for (const file of ['users.csv', 'people.pdf', 'people', '__proto__.csv', 'constructor.csv'])
      expect(await openExport(context, file, {}), file).toBeUndefined()
  })
})

test('a workbook can be unpacked by its directory, and its sheet has every row', async () => {
  const archive = await bytesOf('registrations.xlsx', { session })
  const end = archive.length - 22
  const [count, at] = [archive.readUInt16LE(end + 10), archive.readUInt32LE(end + 16)]
  const parts = new Map<string, string>()
  for (let entry = at, left = count; left > 0; left -= 1) {
    const [packed, size, named, local] = [20, 24, 28, 42].map((place) => archive.readUInt32LE(entry + place)) as [
      number,
      number,
      number,
      number,
    ]
    const length = named & 0xffff
    const name = archive.subarray(entry + 46, entry + 46 + length).toString()
    const data = local + 30 + archive.readUInt16LE(local + 26)
    const text = inflateRawSync(archive.subarray(data, data + packed))
    expect(text.length).toBe(size)
    parts.set(name, text.toString())
    entry += 46 + length
  }
  expect([...parts.keys()]).toContain('xl/worksheets/sheet1.xml')
  expect(parts.get('xl/worksheets/sheet1.xml')!.match(/<row>/g)).toHaveLength(3)
  expect(parts.get('xl/worksheets/sheet1.xml')).toContain('>=cmd|calc<')
  const folder = mkdtempSync(join(tmpdir(), 'onramp-list-'))
  writeFileSync(join(folder, 'list.xlsx'), archive)
  rmSync(folder, { recursive: true })
})

test('passing through a list reads each once, also where many are written in the same moment', async () => {
  const people = Array.from({ length: 520 }, (_, at) =>
    aPerson({ name: `Crowd ${at % 3}`, email: `c${at}@example.org` }),
  )
  for (const one of people) await createUnlessTaken(desk.payload, 'people', one)
  const crowd = passing(context, 'people', { name: { like: 'Crowd' } }, ['name', 'email'], { by: 'name' })
  const found = (await Array.fromAsync(crowd)).flat()
  expect(found).toHaveLength(520)
  expect(new Set(found.map(({ email }) => email)).size).toBe(520)
  expect(found.map(({ name }) => name)).toEqual(found.map(({ name }) => name).toSorted())
  const back = (
    await Array.fromAsync(
      passing(context, 'people', { name: { like: 'Crowd' } }, ['name'], { by: 'name', isDescending: true }),
    )
  ).flat()
  expect(back.map(({ id }) => id)).toEqual(found.map(({ id }) => id).toReversed())
})
