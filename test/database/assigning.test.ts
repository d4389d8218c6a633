import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Payload } from 'payload'
import { assigning } from '#collections/reviews/service/assigning.ts'
import { reviewerDesk } from '#collections/reviews/service/reviewer.ts'
import { staffSubmissions } from '#collections/reviews/service/lead.ts'
import type { User } from '#collections/kernel/payload-types.ts'
import { anOrganization } from '#test/support/builders.ts'
import { openTestDesk } from '#test/support/desk.ts'
import { actBy, formOf, newApplication, newCredential, newReviewer, newWork, scoresWith } from '#test/support/works.ts'

// The lead gives what is to be read to somebody, who is told; and readers hear of what waits and what is due.

type Desk = Awaited<ReturnType<typeof openTestDesk>>
let desk: Desk
let payload: Payload
let credential: string
let lead: User
/** Monday, 10:00 in Chicago. */
const NOW = Temporal.Instant.from('2027-02-01T16:00:00Z')
const DUE = '2027-02-09T05:59:59.999Z'

beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
  credential = await newCredential(payload)
  lead = await newReviewer(payload, { roles: ['registrar'] })
})
afterAll(() => desk.close())
beforeEach(() => {
  desk.clock.now = NOW
})

const gives = () => assigning(desk.context, actBy(desk.context, lead))
const as = (user: User) => reviewerDesk(desk.context, actBy(desk.context, user))
const told = async ({ email }: User) =>
  (
    await payload.find({
      collection: 'messages',
      where: { to: { equals: email } },
      sort: 'createdAt',
      depth: 0,
      overrideAccess: true,
    })
  ).docs
const kindsTold = async (user: User) => (await told(user)).map(({ kind }) => kind)

describe('giving work to a reader', () => {
  test('holds it for them until it is due, tells them, and keeps it theirs over drafts', async () => {
    const reader = await newReviewer(payload, { name: 'Ada' })
    const work = await newWork(payload, credential, NOW, { dueAt: DUE, edition: { reviewers: 1 } })
    expect((await gives().readers('submission', work.id)).map(({ id }) => id)).toContain(reader.id)
    expect(await gives().assign('submission', work.id, reader.id)).toEqual({ ok: true })
    await desk.followUp()
    const [letter] = (await told(reader)).filter(({ kind }) => kind === 'review-assigned')
    expect(letter?.text).toContain('Purposeful Collaboration, work')
    expect(letter?.text).not.toContain(work.name)
    desk.clock.now = NOW.add({ hours: 24 })
    const [mine] = (await as(reader).queue()).mine
    expect(await as(reader).save(mine!.review, formOf(scoresWith()))).toEqual({ ok: true })
    expect((await as(reader).queue()).mine[0]?.heldUntil?.toString()).toBe('2027-02-09T05:59:59.999Z')
    expect((await as(await newReviewer(payload)).queue()).free.map(({ label }) => label)).not.toContain(mine!.label)
    await desk.followUp()
    expect((await kindsTold(reader)).filter((kind) => kind === 'review-assigned')).toHaveLength(1)
    desk.clock.now = Temporal.Instant.from('2027-02-08T16:00:00Z')
    await desk.followUp()
    await desk.followUp()
    expect((await kindsTold(reader)).filter((kind) => kind === 'review-due')).toHaveLength(1)
  })

  test('is not done against a shared employer, nor to whoever reads it already', async () => {
    const { id } = await payload.create({ collection: 'organizations', data: anOrganization(), overrideAccess: true })
    const colleague = await newReviewer(payload, { organization: id })
    const work = await newWork(payload, credential, NOW, { organization: id, edition: { reviewers: 1 } })
    expect((await gives().readers('submission', work.id)).map((one) => one.id)).not.toContain(colleague.id)
    expect(await gives().assign('submission', work.id, colleague.id)).toMatchObject({
      ok: false,
      message: expect.stringContaining('share an employer'),
    })
    const reader = await newReviewer(payload)
    expect((await gives().assign('submission', work.id, reader.id)).ok).toBe(true)
    expect(await gives().readers('submission', work.id)).toEqual([])
    expect((await gives().assign('submission', work.id, (await newReviewer(payload)).id)).ok).toBe(false)
  })

  test('is done with applications too, for five business days', async () => {
    const reader = await newReviewer(payload)
    const application = await newApplication(payload, NOW)
    expect(await gives().assign('application', application.id, reader.id)).toEqual({ ok: true })
    expect((await as(reader).queue()).mine[0]?.heldUntil?.toString()).toBe('2027-02-09T05:59:59.999Z')
  })
})

test('what the lead gives back is said once, with the reason', async () => {
  const reader = await newReviewer(payload)
  const work = await newWork(payload, credential, NOW, { edition: { reviewers: 1 } })
  await gives().assign('submission', work.id, reader.id)
  const [mine] = (await as(reader).queue()).mine
  expect(await as(reader).finish(mine!.review, formOf(scoresWith()))).toEqual({ ok: true })
  const leads = staffSubmissions(desk.context, actBy(desk.context, lead))
  expect((await leads.returnReview(work.id, 1, 'Part 2 was skipped')).ok).toBe(true)
  await desk.followUp()
  await as(reader).save(mine!.review, formOf(scoresWith()))
  await desk.followUp()
  const again = (await told(reader)).filter(({ kind }) => kind === 'review-again')
  expect(again).toHaveLength(1)
  expect(again[0]?.text).toContain('Part 2 was skipped')
})

test('readers hear once a day, from seven in the morning, of what waits for them', async () => {
  const reader = await newReviewer(payload)
  await newWork(payload, credential, NOW)
  const count = async () => (await kindsTold(reader)).filter((kind) => kind === 'reviews-waiting').length
  await desk.followUp()
  const before = await count()
  desk.clock.now = Temporal.Instant.from('2027-02-12T12:59:00Z')
  await desk.followUp()
  const early = await count()
  desk.clock.now = Temporal.Instant.from('2027-02-12T13:01:00Z')
  await desk.followUp()
  desk.clock.now = Temporal.Instant.from('2027-02-12T22:00:00Z')
  await desk.followUp()
  expect([early - before, await count()]).toEqual([1, early + 1])
})
