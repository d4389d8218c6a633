import { afterAll, beforeAll, expect, test } from 'vitest'
import { openManaged } from '#collections/registrations/service/managed.ts'
import { staffServices } from '#collections/services/staff.ts'
import { actAt, newSession, openTestDesk, seated } from '#test/support/desk.ts'

type Desk = Awaited<ReturnType<typeof openTestDesk>>
const everywhere = { depth: 0, overrideAccess: true } as const
let desk: Desk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

/** The links in the letters to a mailbox. */
const linksTo = async (email: string): Promise<string[]> => {
  const where = { to: { equals: email } }
  const { docs } = await desk.payload.find({ collection: 'messages', where, limit: 0, ...everywhere })
  return docs.flatMap(({ text }) => /\/manage\/(\S+)/.exec(text)?.[1] ?? [])
}

test('the desk replaces a link that got into other hands: it opens nothing any more, and a letter brings the new one', async () => {
  const registration = await seated(desk.payload, await newSession(desk.payload, desk.course))
  await desk.followUp()
  const [leaked = ''] = await linksTo(registration.email)
  expect(await openManaged(desk.context, leaked)).toMatchObject({ ok: true })
  const { registrations } = staffServices(desk.context, actAt(desk.payload, desk.clock.now))
  expect(await registrations.replaceLink(registration.id)).toEqual({ ok: true })
  await desk.followUp()
  expect(await openManaged(desk.context, leaked)).toEqual({ ok: false, refusal: 'replaced' })
  const [fresh = ''] = (await linksTo(registration.email)).filter((link) => link !== leaked)
  expect(await openManaged(desk.context, fresh)).toMatchObject({ ok: true, registration: { id: registration.id } })
})
