import { afterAll, beforeAll, expect, test } from 'vitest'
import { mark } from '#collections/attendance/actions.ts'
import { tokenFor } from '#collections/context/links.ts'
import { evaluationLetters, waivedEvaluations } from '#collections/evaluations/service/followups.ts'
import { evaluationsTable } from '#collections/evaluations/service/export.ts'
import { DEFAULT_QUESTIONS, questionKey } from '#collections/evaluations/policy.ts'
import { publicEvaluations } from '#collections/evaluations/service/public.ts'
import { staffEvaluations } from '#collections/evaluations/service/staff.ts'
import { writeEntry } from '#collections/kernel/audit.ts'
import { idOf } from '#collections/kernel/related.ts'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { AWARDS, followUp } from '#test/support/follow-ups.ts'
import { actAt, newSession, openTestDesk, seated } from '#test/support/desk.ts'

// An evaluation after a course: asked once, answered once, counted without anybody’s name, and required before a certificate.

const all = { depth: 0, overrideAccess: true } as const
const DAY = '2027-03-02'
const OVER = Temporal.Instant.from('2027-03-03T16:00:00Z')
const SHOWN = Temporal.Instant.from('2027-03-17T16:00:00Z')
const COMMENT = 'The table work with our own numbers'
const STEPS = [evaluationLetters, waivedEvaluations, ...AWARDS]

let desk: Awaited<ReturnType<typeof openTestDesk>>
let session: string
let people: Registration[]

const catchUpAt = async (now: Temporal.Instant): Promise<void> => {
  desk.clock.now = now
  await followUp(desk.context, STEPS)
}
const kindsTo = async ({ id }: Registration): Promise<string[]> =>
  (
    await desk.payload.find({
      collection: 'messages',
      where: { registration: { equals: id } },
      sort: 'createdAt',
      ...all,
    })
  ).docs.map(({ kind }) => kind)
const linkOf = (registration: Registration) => tokenFor(desk.context, 'evaluation', registration)
const KEYS = DEFAULT_QUESTIONS.map(questionKey)
const answersWith = (comment: string) => ({ keys: KEYS, answers: ['4', '4', '3', '0', comment, ''] })
const answer = async (registration: Registration, comment = '') =>
  publicEvaluations(desk.context).answer(await linkOf(registration), answersWith(comment))
const staff = () => staffEvaluations(desk.context, actAt(desk.payload, desk.clock.now))

beforeAll(async () => {
  desk = await openTestDesk()
  await desk.payload.updateGlobal({ slug: 'evaluation', data: { isAsked: true, isRequired: true }, ...all })
  session = await newSession(desk.payload, desk.course, [DAY])
  people = []
  for (let at = 0; at < 9; at += 1) people.push(await seated(desk.payload, session, { email: `p${at}@example.org` }))
  for (const [at, { id }] of people.entries())
    await mark(actAt(desk.payload, OVER), id, DAY, { state: at === 8 ? 'absent' : 'present' })
})
afterAll(() => desk.close())

test('who was there is asked once it is over, who was not is not, and no certificate comes before the answer', async () => {
  await catchUpAt(Temporal.Instant.from('2027-03-02T20:00:00Z'))
  expect(await kindsTo(people[0]!)).toEqual([])
  await catchUpAt(OVER)
  await catchUpAt(OVER)
  expect(await kindsTo(people[0]!)).toEqual(['evaluation'])
  expect(await kindsTo(people[8]!)).toEqual([])
  expect(await publicEvaluations(desk.context).read(await linkOf(people[8]!))).toEqual({
    ok: false,
    refusal: 'not-asked',
  })
})

test('answers are taken once, from whichever device, and the certificate comes', async () => {
  const [one] = people
  const short = { keys: KEYS, answers: ['4', '', '3', '0', '', ''] }
  expect(await publicEvaluations(desk.context).answer(await linkOf(one!), short)).toEqual({ ok: false, missing: [1] })
  const both = await Promise.all([answer(one!, COMMENT), answer(one!, COMMENT)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await answer(one!)).toEqual({ ok: false, refusal: 'answered' })
  expect(await publicEvaluations(desk.context).read(await linkOf(one!))).toMatchObject({ view: { isAnswered: true } })
  await catchUpAt(OVER.add({ minutes: 1 }))
  expect(await kindsTo(one!)).toEqual(['evaluation', 'certificate'])
  expect(await kindsTo(people[1]!)).toEqual(['evaluation'])
})

test('questions that changed while the page was open are shown again', async () => {
  const sent = { ...answersWith(''), keys: KEYS.slice(1) }
  expect(await publicEvaluations(desk.context).answer(await linkOf(people[1]!), sent)).toEqual({
    ok: false,
    refusal: 'changed-meanwhile',
  })
})

test('of those who answer in the same moment everybody is counted', async () => {
  const answered = await Promise.all(people.slice(1, 6).map((one, at) => answer(one, at === 2 ? 'Shorter breaks' : '')))
  expect(answered.every(({ ok }) => ok)).toBe(true)
  expect(await staff().answering(session)).toEqual({ people: 8, answered: 6 })
})

test('nothing in the database joins an answer to who gave it', async () => {
  const holding: string[] = []
  for (const { slug } of desk.payload.config.collections) {
    const { docs } = await desk.payload.find({ collection: slug, pagination: false, ...all })
    if (JSON.stringify(docs).includes(COMMENT)) holding.push(slug)
  }
  expect(holding).toEqual(['evaluations'])
  const { docs: tallies } = await desk.payload.find({ collection: 'evaluations', ...all })
  expect(tallies).toHaveLength(1)
  const text = JSON.stringify(tallies)
  for (const { id, person, email } of people) for (const of of [id, idOf(person), email]) expect(text).not.toContain(of)
  const { docs: receipts } = await desk.payload.find({ collection: 'evaluation-receipts', ...all })
  for (const receipt of receipts)
    expect(Object.keys(receipt).sort()).toEqual(['createdAt', 'id', 'key', 'registration', 'session', 'updatedAt'])
})

test('results are shown once the round is over, with comments in the order of the alphabet', async () => {
  expect(await staff().results({})).toMatchObject({ answers: 0, waiting: 6, questions: [] })
  desk.clock.now = SHOWN
  const view = await staff().results({ year: 2027 })
  expect(view).toMatchObject({
    years: [2027],
    answers: 6,
    waiting: 0,
    courses: [{ answers: 6 }],
    sessions: [{ unit: session }],
  })
  expect(view.questions.map(({ text }) => text)).toEqual(DEFAULT_QUESTIONS.map(({ text }) => text))
  expect(view.questions[0]).toMatchObject({ counts: [0, 0, 0, 0, 6], mean: 5 })
  expect(view.questions[4]!.comments).toEqual(['Shorter breaks', COMMENT])
  const rows: unknown[] = []
  for await (const row of (await evaluationsTable(desk.context, { year: '2027' })).rows) rows.push(row)
  expect(rows).toContainEqual([2027, expect.any(String), DAY, 6, DEFAULT_QUESTIONS[3]!.text, 'Yes', 6])
})

test('who answers later gets the certificate; a single late answer is not shown by itself', async () => {
  expect(await answer(people[6]!, 'A late word')).toEqual({ ok: true })
  desk.clock.now = SHOWN.add({ hours: 24 * 60 })
  expect(await staff().results({})).toMatchObject({ answers: 6, waiting: 1 })
  await catchUpAt(desk.clock.now)
  expect(await kindsTo(people[6]!)).toContain('certificate')
})

test('the others are asked again, once a day; who answered is not', async () => {
  expect(await staff().askAgain(session)).toEqual({ ok: true })
  await staff().askAgain(session)
  expect(await kindsTo(people[7]!)).toEqual(['evaluation', 'evaluation'])
  expect(await kindsTo(people[6]!)).toEqual(['evaluation', 'certificate'])
})

test('certificates that waited come once nobody has to answer any more', async () => {
  expect(await kindsTo(people[7]!)).not.toContain('certificate')
  await desk.payload.updateGlobal({ slug: 'evaluation', data: { isRequired: false }, ...all })
  await writeEntry(actAt(desk.payload, desk.clock.now), {
    key: 'evaluation.changed:test',
    kind: 'evaluation.changed',
    summary: 'Evaluation after a course: isRequired',
  })
  await catchUpAt(desk.clock.now)
  await catchUpAt(desk.clock.now)
  expect(await kindsTo(people[7]!)).toContain('certificate')
})
