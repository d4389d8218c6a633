import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Payload } from 'payload'
import { reviewerDesk } from '#collections/reviews/service/reviewer.ts'
import { staffSubmissions } from '#collections/reviews/service/lead.ts'
import { handleOf } from '#collections/reviews/label.ts'
import type { Submission, User } from '#collections/kernel/payload-types.ts'
import { publicSubmissions } from '#collections/submissions/service/public.ts'
import { tokenFor } from '#collections/context/links.ts'
import { openTestDesk } from '#test/support/desk.ts'
import { actBy, formOf, newCredential, newReviewer, newWork, scoresWith } from '#test/support/works.ts'

// An objection to what was released, and a credential that is changed under work that was begun.

type Desk = Awaited<ReturnType<typeof openTestDesk>>
let desk: Desk
let payload: Payload
let credential: string
const NOW = Temporal.Instant.from('2027-02-01T16:00:00Z')

beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
  credential = await newCredential(payload)
})
afterAll(() => desk.close())
beforeEach(() => {
  desk.clock.now = NOW
})

const leads = (user: User) => staffSubmissions(desk.context, actBy(desk.context, user))
const as = (user: User) => reviewerDesk(desk.context, actBy(desk.context, user))
const now = ({ id }: { id: string }): Promise<Submission> =>
  payload.findByID({ collection: 'submissions', id, depth: 0, overrideAccess: true })
const own = () => publicSubmissions(desk.context)
const tokenOf = async (work: { id: string }) => tokenFor(desk.context, 'submission', await now(work))
const FELL_SHORT = scoresWith({ '4-1': ['Not yet', 'Say more.'] })

/** Work that was judged "not yet" by somebody who may also lead. */
const judged = async () => {
  const work = await newWork(payload, credential, NOW, { edition: { reviewers: 1, appealDays: 5, attempts: 1 } })
  const [judge, lead] = [
    await newReviewer(payload, { roles: ['registrar', 'reviewer'] }),
    await newReviewer(payload, { roles: ['registrar'] }),
  ]
  const taken = await as(judge).take(handleOf('submission', work.id))
  if (!taken.ok) throw new Error(taken.message)
  expect(await as(judge).finish(taken.review, formOf(FELL_SHORT))).toEqual({ ok: true })
  expect((await leads(lead).release(work.id, (await now(work)).revision, '')).ok).toBe(true)
  return { work, judge, lead }
}

describe('an appeal', () => {
  test('is made once, and decided by somebody who has not judged: granted, others read it anew at no cost', async () => {
    const { work, judge, lead } = await judged()
    expect((await now(work)).status).toBe('with-coach')
    const token = await tokenOf(work)
    const appeal = async () => own().appeal(token, { text: 'Part 4 says it.', revision: (await now(work)).revision })
    desk.clock.now = NOW.add({ hours: 24 })
    expect(await appeal()).toEqual({ ok: true })
    expect(await appeal()).toEqual({ ok: false, refusal: 'not-now' })
    expect(await leads(judge).decideAppeal(work.id, 'granted', 'I agree')).toMatchObject({
      ok: false,
      message: expect.stringContaining('You have judged this work'),
    })
    expect(await leads(lead).decideAppeal(work.id, 'granted', ' ')).toMatchObject({ ok: false })
    expect(await leads(lead).decideAppeal(work.id, 'granted', 'Please read part 4 once more')).toEqual({ ok: true })
    expect(await now(work)).toMatchObject({ status: 'in-review', attempts: 1, allowed: 1 })
    const handle = handleOf('submission', work.id)
    expect((await as(judge).take(handle)).ok).toBe(false)
    const other = await newReviewer(payload)
    const taken = await as(other).take(handle)
    if (!taken.ok) throw new Error(taken.message)
    // Only what fell short is read anew.
    const sheet = await as(other).scoring(taken.review)
    expect(sheet?.kind === 'submission' && sheet.items.flatMap(({ slots }) => slots.map(({ id }) => id))).toEqual([
      '4-1',
    ])
    expect(await as(other).finish(taken.review, formOf(scoresWith()))).toEqual({ ok: true })
    expect((await leads(lead).release(work.id, (await now(work)).revision, '')).ok).toBe(true)
    expect((await now(work)).status).toBe('passed')
    await desk.followUp()
    const { docs } = await payload.find({
      collection: 'messages',
      where: { to: { equals: work.email } },
      depth: 0,
      overrideAccess: true,
    })
    expect(docs.map(({ kind }) => kind)).toContain('appeal-granted')
  })

  test('that is refused leaves what was released; after its time none can be made', async () => {
    const { work, lead } = await judged()
    const token = await tokenOf(work)
    desk.clock.now = NOW.add({ hours: 9 * 24 })
    expect(await own().appeal(token, { text: 'No', revision: (await now(work)).revision })).toEqual({
      ok: false,
      refusal: 'late',
    })
    desk.clock.now = NOW.add({ hours: 24 })
    expect((await own().appeal(token, { text: 'No', revision: (await now(work)).revision })).ok).toBe(true)
    const before = await now(work)
    expect(await leads(lead).decideAppeal(work.id, 'refused', 'The comment says why')).toEqual({ ok: true })
    const { status, attempts, allowed } = await now(work)
    expect({ status, attempts, allowed }).toEqual({ status: before.status, attempts: 1, allowed: 0 })
    const opened = await own().read(token)
    expect(opened.ok && opened.view.appeal).toMatchObject({ decision: 'refused', why: 'The comment says why' })
    await desk.followUp()
    await desk.followUp()
  })
})

test('a repaired credential is offered to whoever has begun, with what is different, and taken knowingly', async () => {
  const own = publicSubmissions(desk.context)
  const data = { attempts: 4 }
  const work = await newWork(payload, credential, NOW, { status: 'draft', submittedAt: null })
  const token = await tokenOf(work)
  const shown = async () => {
    const opened = await own.read(token)
    return opened.ok ? opened.view.repaired : undefined
  }
  await own.takeEdition(token, work.revision)
  expect(await shown()).toBeNull()
  await payload.update({ collection: 'credentials', id: credential, data, overrideAccess: true })
  expect(await shown()).toEqual(['The number of attempts is another one.'])
  const { revision } = await now(work)
  expect(await own.takeEdition(token, revision - 1)).toEqual({ ok: false, refusal: 'changed-meanwhile' })
  expect(await own.takeEdition(token, revision)).toEqual({ ok: true })
  expect(await shown()).toBeNull()
  expect((await now(work)).edition).toMatchObject({ attempts: 4 })
})
