import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Payload } from 'payload'
import { tokenFor } from '#collections/context/links.ts'
import { feedbackOf } from '#collections/submissions/feedback.ts'
import { feedbackLink } from '#collections/submissions/service/feedback.ts'
import { publicSubmissions } from '#collections/submissions/service/public.ts'
import type { Submission } from '#collections/kernel/payload-types.ts'
import type { CredentialView } from '#collections/credentials/view.ts'
import { openTestDesk } from '#test/support/desk.ts'
import { purposeful } from '#test/support/purposeful.ts'
import { newCredential, newWork } from '#test/support/works.ts'

// A colleague writes feedback by a link of their own; its owner reads it and cannot write it.

let desk: Awaited<ReturnType<typeof openTestDesk>>
let payload: Payload
let credential: string
const NOW = Temporal.Instant.from('2027-02-01T16:00:00Z')
beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
  desk.clock.now = NOW
  credential = await newCredential(payload)
})
afterAll(() => desk.close())

/** Component 2.3 as a colleague writes it, or its owner. */
const parts: CredentialView['parts'] = purposeful.parts.map((part) => ({
  ...part,
  evidence: part.evidence.map((one, at) => ({
    ...one,
    options:
      part.number === 2 && at === 2
        ? [
            { text: 'A colleague writes', kind: 'colleague', wordLimit: 5, maxMinutes: null, limitKind: 'hard' },
            { text: 'An account', kind: 'text', wordLimit: null, maxMinutes: null },
          ]
        : one.options,
  })),
}))
const now = ({ id }: { id: string }): Promise<Submission> =>
  payload.findByID({ collection: 'submissions', id, depth: 0, overrideAccess: true })
const own = () => publicSubmissions(desk.context)

test('is asked for, written and handed in, in nobody’s words but the colleague’s', async () => {
  const work = await newWork(payload, credential, NOW, {
    status: 'draft',
    submittedAt: null,
    edition: { parts },
    answers: { '2-3': { option: 1, text: 'I say it went well.' } },
  })
  const token = await tokenFor(desk.context, 'submission', work)
  const ask = (email: string) => own().askColleague(token, '2-3', { name: 'Robin Sample', email })
  expect(await ask('robin@example.org')).toEqual({ ok: false, refusal: 'not-now' })
  const shown = async () => {
    const opened = await own().read(token)
    return opened.ok ? opened.view.items.find(({ item }) => item.key === '2-3') : undefined
  }
  const lackNow = async () => (await shown())?.lack?.reason
  const save = async (given: { option?: number; text?: string }) =>
    own().save(token, { items: { '2-3': { ...given, was: (await shown())!.stamp } }, noteWas: '' })
  expect(await save({ option: 0 })).toMatchObject({ ok: true, saved: { conflicts: [] } })
  // What the owner wrote for the other form is not a colleague's.
  expect(await lackNow()).toBe('no-feedback')
  expect(await ask(work.email.toUpperCase())).toEqual({ ok: false, refusal: 'own-mailbox' })
  expect(await ask('robin@example.org')).toEqual({ ok: true })
  await desk.followUp()
  await desk.followUp()
  const { docs } = await payload.find({
    collection: 'messages',
    where: { to: { equals: 'robin@example.org' } },
    depth: 0,
    overrideAccess: true,
  })
  expect(docs.map(({ kind }) => kind)).toEqual(['feedback-asked'])
  const link = async (version: number) =>
    (await feedbackLink(desk.context, work.id, '2-3', { version })).split('/').at(-1)!
  const theirs = await link(1)
  expect(docs[0]?.text).toContain('/feedback/')
  expect(await own().feedback(theirs)).toMatchObject({
    ok: true,
    view: { owner: work.name, written: '', canWrite: true },
  })
  expect(await own().giveFeedback(theirs, { text: 'One two three four five six' })).toEqual({
    ok: false,
    refusal: 'incomplete',
  })
  expect(await own().giveFeedback(theirs, { text: ' ' })).toEqual({ ok: false, refusal: 'no-note' })
  expect(await own().giveFeedback(theirs, { text: 'Everybody was heard there.' })).toEqual({ ok: true })
  expect(await lackNow()).toBeUndefined()
  expect(await save({ text: 'Mine' })).toMatchObject({ ok: true, saved: { conflicts: [] } })
  expect((await now(work)).answers).toMatchObject({ '2-3': { theirs: 'Everybody was heard there.' } })

  // Somebody else is asked: the link before ends, and what was written goes.
  expect(await ask('sam@example.org')).toEqual({ ok: true })
  expect(await own().giveFeedback(theirs, { text: 'Once more' })).toEqual({ ok: false, refusal: 'replaced' })
  expect(await lackNow()).toBe('no-feedback')
  expect(feedbackOf(await now(work))).toMatchObject({ '2-3': { email: 'sam@example.org', version: 2 } })
  expect(await own().giveFeedback(await link(2), { text: 'It went well.' })).toEqual({ ok: true })
  await desk.followUp()
  const told = await payload.find({
    collection: 'messages',
    where: { and: [{ to: { equals: work.email } }, { kind: { equals: 'feedback-given' } }] },
    depth: 0,
    overrideAccess: true,
  })
  expect(told.totalDocs).toBe(1)
})
