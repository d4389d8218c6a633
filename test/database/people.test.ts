import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actOf, type Context } from '#collections/context/context.ts'
import { SYSTEM } from '#collections/kernel/act.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import { personOf } from '#collections/people/actions.ts'
import { personDetail } from '#collections/people/service/detail.ts'
import { searchDesk } from '#collections/services/search.ts'
import { aPerson, anOrganization } from '#test/support/builders.ts'
import { newSession, openTestDesk, seated } from '#test/support/desk.ts'

const all = { depth: 0, overrideAccess: true } as const
let desk: Awaited<ReturnType<typeof openTestDesk>>
let context: Context

beforeAll(async () => {
  desk = await openTestDesk()
  context = desk.context
})
afterAll(() => desk.close())

const person = (name: string, email: string) => personOf(actOf(context, SYSTEM), { name, email })
const names = async (typed: string) => (await searchDesk(context, typed)).people.map(({ name }) => name)

describe('a mailbox of several people', () => {
  test('is each of them by name, however it is written', async () => {
    const [ada, bo] = [await person('Ada Berg', 'office@example.org'), await person('Bo Lund', 'office@example.org')]
    expect(bo.id).not.toBe(ada.id)
    expect((await person('Berg, Ada', 'office@example.org')).id).toBe(ada.id)
    expect((await person('B. Lund', 'office@example.org')).id).toBe(bo.id)
  })
  test('is one person for forms that are sent at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => person('Cy Moe', 'moe@example.org')))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  })
  test('names the others on each page', async () => {
    const ada = await person('Ada Berg', 'office@example.org')
    expect((await personDetail(context, ada.id))?.sharing.map(({ name }) => name)).toEqual(['Bo Lund'])
  })
  test('may become what another record has, until the two are joined', async () => {
    const home = await person('Eva Holm', 'home@example.org')
    await person('Eva Holm', 'work@example.org')
    const data = { email: 'work@example.org' }
    const changed = await desk.payload.update({ collection: 'people', id: home.id, data, ...all })
    expect(changed.email).toBe('work@example.org')
  })
})

describe('the search of the desk', () => {
  test('finds somebody by name, address and telephone, as soon as they are written', async () => {
    await personOf(actOf(context, SYSTEM), {
      name: 'Ana O’Brien',
      email: 'ana.obrien@example.org',
      phone: '(612) 555-0142',
    })
    for (const typed of ["o'brien", 'brien ana', 'ana.obrien@example.org', 'ana.obrien@', '612 555 0142', '5550142'])
      expect(await names(typed), typed).toEqual(['Ana O’Brien'])
  })
  test('finds people written before there was a search, once what follows is derived', async () => {
    await createUnlessTaken(desk.payload, 'people', aPerson({ name: 'Früher Da', email: 'frueher@example.org' }))
    expect(await names('fruher')).toEqual([])
    await desk.followUp()
    expect(await names('frueher da')).toEqual(['Früher Da'])
  })
  test('follows a correction of the name, and still knows the former one', async () => {
    const { id } = await person('Ivo Mistyped', 'ivo@example.org')
    await desk.payload.update({ collection: 'people', id, data: { name: 'Ivo Right' }, ...all })
    expect(await names('mistyped')).toEqual(['Ivo Right'])
    expect(await names('ivo right')).toEqual(['Ivo Right'])
  })
  test('shows what is to come of each person, and the session by its title and date', async () => {
    const session = await newSession(desk.payload, desk.course)
    const { id } = await person('Fay Seated', 'fay@example.org')
    await seated(desk.payload, session, { person: id, name: 'Fay Seated', activeKey: `${session}|${id}` })
    const [fay] = (await searchDesk(context, 'seated')).people
    expect(fay?.seats.map((seat) => seat.session.id)).toEqual([session])
    for (const typed of ['2027-03-02', 'March 23', '3/23/2027'])
      expect(
        (await searchDesk(context, typed)).sessions.map((one) => one.id),
        typed,
      ).toEqual([session])
  })
  test('finds a purchase order by the beginning of its number', async () => {
    const session = await newSession(desk.payload, desk.course)
    const { id } = await seated(desk.payload, session, {
      order: { state: 'received', number: 'PO-4711-A' },
    })
    for (const typed of ['PO-4711-A', 'po-4711', 'PO-4711-a'])
      expect(
        (await searchDesk(context, typed)).orders.map(({ registration }) => registration),
        typed,
      ).toEqual([id])
    expect((await searchDesk(context, '4711')).orders).toEqual([])
  })
  test('finds an organization by its name and by its standing order', async () => {
    const data = anOrganization({ name: 'Basswood School District', billing: { purchaseOrder: 'BW-2027' } })
    const { id } = await desk.payload.create({ collection: 'organizations', data, ...all })
    for (const typed of ['basswood', 'BW-2027'])
      expect((await searchDesk(context, typed)).organizations.map((one) => one.id)).toEqual([id])
  })
  test('finds nothing where nothing is typed', async () => {
    expect(await searchDesk(context, ' … ')).toMatchObject({ found: 0, people: [] })
  })
})
