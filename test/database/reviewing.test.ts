import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Payload } from 'payload'
import { reviewerDesk } from '#collections/reviews/service/reviewer.ts'
import { staffSubmissions } from '#collections/reviews/service/lead.ts'
import { worksWaiting } from '#collections/reviews/service/waiting.ts'
import type { Review, Submission, User } from '#collections/kernel/payload-types.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import { handleOf, labelOf } from '#collections/reviews/label.ts'
import { idOf } from '#collections/kernel/related.ts'
import type { Scores } from '#collections/submissions/scores.ts'
import { LEAD_REFUSALS, REVIEW_REFUSALS } from '#collections/reviews/states.ts'
import type { Version } from '#collections/submissions/edition.ts'
import { workView } from '#collections/submissions/service/submission-view.ts'
import { workOf } from '#collections/submissions/service/submission.ts'
import { REVIEWS, followUp } from '#test/support/follow-ups.ts'
import { anOrganization } from '#test/support/builders.ts'
import { openTestDesk } from '#test/support/desk.ts'
import { complete, words } from '#test/support/purposeful.ts'
import { actBy, formOf, newApplication, newCredential, newReviewer, newWork, scoresWith } from '#test/support/works.ts'
import { saying } from '#test/support/database.ts'

// Reviewing on a real database: who gets what, who must not, and what a release writes.

type Desk = Awaited<ReturnType<typeof openTestDesk>>
let desk: Desk
let payload: Payload
let credential: string
let lead: User
const NOW = Temporal.Instant.from('2027-02-01T16:00:00Z')

beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
  credential = await newCredential(payload)
  lead = await newReviewer(payload, { roles: ['registrar'] })
})
beforeEach(() => {
  desk.clock.now = NOW
})
afterAll(() => desk.close())

const after = (hours: number) => {
  desk.clock.now = desk.clock.now.add({ seconds: Math.round(hours * 3600) })
}
const as = (user: User) => reviewerDesk(desk.context, actBy(desk.context, user))
const leads = () => staffSubmissions(desk.context, actBy(desk.context, lead))
type Given = NonNullable<Parameters<typeof newWork>[3]>
const work = (given: Given = {}) => newWork(payload, credential, desk.clock.now, given)
const reviewers = (count: number) => Promise.all(Array.from({ length: count }, () => newReviewer(payload)))
const handle = ({ id }: { id: string }) => handleOf('submission', id)

const submissionNow = ({ id }: { id: string }): Promise<Submission> =>
  payload.findByID({ collection: 'submissions', id, depth: 0, overrideAccess: true })
const reviewsOf = async ({ id }: { id: string }): Promise<Review[]> =>
  (
    await payload.find({
      collection: 'reviews',
      depth: 0,
      overrideAccess: true,
      pagination: false,
      sort: 'seat',
      where: { or: [{ submission: { equals: id } }, { application: { equals: id } }] },
    })
  ).docs

const taken = async (user: User, what: string): Promise<string> => {
  const done = await as(user).take(what)
  if (!done.ok) throw new Error(done.message)
  return done.review
}

const organizations = new Map<string, string>()
const organization = async (name: string): Promise<string> => {
  const known = organizations.get(name)
  if (known) return known
  const data = anOrganization({ name })
  const { id } = await payload.create({ collection: 'organizations', data, overrideAccess: true })
  organizations.set(name, id)
  return id
}

/** Takes a piece of work and finishes it. */
const scored = async (user: User, { id }: { id: string }, scores: Scores): Promise<string> => {
  const review = await taken(user, handleOf('submission', id))
  expect(await as(user).finish(review, formOf(scores))).toEqual({ ok: true })
  return review
}

const released = async (one: { id: string }, note = '') =>
  leads().release(one.id, (await submissionNow(one)).revision, note)

const SHORT = scoresWith({ '2-1/1': ['Basic', 'Name the change.'], '4-1': ['Not yet', 'Name a roadblock.'] })

describe('taking something', () => {
  test('of twenty at once exactly one gets it; the others read a sentence', async () => {
    const [one, people] = await Promise.all([work(), reviewers(20)])
    const done = await Promise.all(people.map((user) => as(user).take(handle(one))))
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(done.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 19 }, () => ({ ok: false, message: REVIEW_REFUSALS.taken, status: 409 })),
    )
    expect(await reviewsOf(one)).toHaveLength(1)
  })

  test('without the unique key all of them would have it', async () => {
    const [one, people] = await Promise.all([work(), reviewers(8)])
    const isFree = async () => (await reviewsOf(one)).length === 0
    await Promise.all(
      people.map(async ({ id }) => {
        if (await isFree())
          await createUnlessTaken(payload, 'reviews', {
            key: `no seat ${id}`,
            submission: one.id,
            attempt: 1,
            seat: 1,
            reviewer: id,
            status: 'started',
            scores: {},
            startedAt: NOW.toString(),
            revision: 1,
          })
      }),
    )
    expect((await reviewsOf(one)).length).toBeGreaterThan(1)
  })

  test('one person who asks many times has it once, also where there are two seats', async () => {
    const [one, [user]] = await Promise.all([work({ edition: { reviewers: 2 } }), reviewers(1)])
    const done = await Promise.all(Array.from({ length: 6 }, () => as(user!).take(handle(one))))
    const [review] = await reviewsOf(one)
    expect(done).toEqual(Array.from({ length: 6 }, () => ({ ok: true, review: review!.id })))
    expect(await reviewsOf(one)).toHaveLength(1)
  })

  test('two hours after it was last saved somebody else may take it over, and sees nothing of it', async () => {
    const [one, [first, second, third]] = await Promise.all([work(), reviewers(3)])
    const review = await taken(first!, handle(one))
    after(1.5)
    expect(await as(first!).save(review, formOf(SHORT))).toEqual({ ok: true })
    after(1.9)
    expect(await as(second!).take(handle(one))).toMatchObject({ ok: false, status: 409 })
    expect((await as(second!).queue()).free).not.toContainEqual(expect.objectContaining({ handle: handle(one) }))
    after(0.1)
    const [own] = (await as(first!).queue()).mine
    expect(own).toMatchObject({ review, isOver: true })
    const both = await Promise.all([second!, third!].map((user) => as(user).take(handle(one))))
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    const winner = both[0]!.ok ? second! : third!
    const [now] = await reviewsOf(one)
    expect([now!.id, now!.reviewer, now!.scores]).toEqual([review, winner.id, {}])
    expect(await as(first!).save(review, formOf(SHORT))).toEqual({
      ok: false,
      message: REVIEW_REFUSALS['not-yours'],
      status: 409,
      lacking: [],
    })
    expect(await as(first!).scoring(review)).toBeUndefined()
    expect((await reviewsOf(one))[0]!.scores).toEqual({})
  })

  test('handed back it is free at once; whoever knows whose it is does not get it again', async () => {
    const [one, [first, second]] = await Promise.all([work(), reviewers(2)])
    const review = await taken(first!, handle(one))
    expect(await as(first!).handBack(review, ' ', false)).toMatchObject({ message: REVIEW_REFUSALS['no-reason'] })
    expect(await as(first!).handBack(review, 'No time this week.', false)).toEqual({ ok: true })
    const again = await taken(first!, handle(one))
    expect(await as(first!).handBack(again, 'I was at that meeting.', true)).toEqual({ ok: true })
    expect(await as(first!).take(handle(one))).toMatchObject({ ok: false, status: 404 })
    expect((await as(first!).queue()).free.map(({ handle }) => handle)).not.toContain(handle(one))
    await taken(second!, handle(one))
    expect((await reviewsOf(one)).map(({ status }) => status).toSorted()).toEqual([
      'handed-back',
      'handed-back',
      'started',
    ])
  })

  test('the oldest due first, and one’s own apart', async () => {
    const [user] = await reviewers(1)
    const later = await work({ dueAt: '2027-02-09T05:59:59.999Z' })
    const sooner = await work({ dueAt: '2027-02-05T05:59:59.999Z' })
    const own = await work({ dueAt: '2027-02-03T05:59:59.999Z' })
    await taken(user!, handle(own))
    const { mine, free } = await as(user!).queue()
    const handles = free.map(({ handle }) => handle)
    expect(mine.map(({ label }) => label)).toEqual([labelOf('submission', own.id)])
    expect(handles.indexOf(handle(sooner))).toBeLessThan(handles.indexOf(handle(later)))
    expect(handles).not.toContain(handle(own))
    expect(free.find((line) => line.handle === handle(sooner))!.due).toEqual({
      day: '2027-02-04',
      left: 3,
      late: 0,
      isOverdue: false,
    })
  })
})

describe('a conflict of interest', () => {
  const cases: [string, (ids: { alder: string }) => { user: Partial<User>; work: Given }, boolean][] = [
    ['nothing in common', ({ alder }) => ({ user: { organization: alder }, work: { employer: 'Elsewhere' } }), true],
    ['no employer on either side', () => ({ user: {}, work: {} }), true],
    ['their own work', () => ({ user: { email: 'own@example.org' }, work: { email: 'Own@Example.org' } }), false],
    ['the same organization', ({ alder }) => ({ user: { organization: alder }, work: { organization: alder } }), false],
    [
      'the same, as it was written',
      ({ alder }) => ({ user: { organization: alder }, work: { employer: 'cañón  VALLEY schools.' } }),
      false,
    ],
  ]
  test.each(cases)('%s', async (_, given, isOpen) => {
    const { user: about, work: sent } = given({ alder: await organization('Canon Valley Schools') })
    const [user, one] = await Promise.all([newReviewer(payload, about), work(sent)])
    expect((await as(user).queue()).free.some((line) => line.handle === handle(one))).toBe(isOpen)
    const done = await as(user).take(handle(one))
    expect(done.ok ? 'taken' : done.status).toBe(isOpen ? 'taken' : 404)
  })

  test('somebody who came to work there does not open any more what they had begun', async () => {
    const [one, [user]] = await Promise.all([work({ employer: 'Alder Creek' }), reviewers(1)])
    const review = await taken(user!, handle(one))
    const id = await organization('Alder Creek')
    await payload.update({ collection: 'users', id: user!.id, data: { organization: id }, overrideAccess: true })
    expect(await as(user!).scoring(review)).toBeUndefined()
    expect((await as(user!).queue()).mine).toEqual([])
    expect(await as(user!).save(review, formOf(SHORT))).toMatchObject({ ok: false, status: 404 })
  })

  test('somebody of the team that applies', async () => {
    const one = await newApplication(payload, NOW, {
      applicant: 'team',
      team: { name: 'Team', kind: 'lea', members: [{ name: 'M', email: 'member@example.org', jobTitle: '' }] },
    })
    const user = await newReviewer(payload, { email: 'member@example.org' })
    expect(await as(user).take(handleOf('application', one.id))).toMatchObject({ ok: false, status: 404 })
  })

  test('what is another’s cannot be opened by its id, nor what was taken back', async () => {
    const [one, [user, other]] = await Promise.all([work(), reviewers(2)])
    const review = await taken(user!, handle(one))
    expect(await as(other!).scoring(review)).toBeUndefined()
    expect(await as(other!).file(review, '2-1-1')).toBeUndefined()
    await payload.db.updateOne({ collection: 'submissions', id: one.id, data: { status: 'withdrawn' } })
    expect(await as(user!).scoring(review)).toBeUndefined()
    expect((await as(user!).queue()).mine).toEqual([])
    await followUp(desk.context, REVIEWS)
    expect((await reviewsOf(one)).map(({ status }) => status)).toEqual(['handed-back'])
  })
})

describe('one reviewer', () => {
  test('a draft is kept as it is; finished it is when nothing is missing', async () => {
    const [one, [user]] = await Promise.all([work(), reviewers(1)])
    const review = await taken(user!, handle(one))
    const draft = { '1-1': { level: 'Passing', comment: '' }, '4-1': { level: 'Not yet', comment: '' } }
    const { ok, ...rest } = (await as(user!).finish(review, formOf(draft))) as { ok: boolean; lacking: unknown[] }
    expect([ok, rest.lacking.length]).toEqual([false, 8])
    expect(rest.lacking).toContainEqual({ id: '4-1', reason: 'no-comment' })
    expect((await reviewsOf(one))[0]).toMatchObject({ status: 'started', scores: draft })
    expect(await released(one)).toMatchObject({ message: LEAD_REFUSALS.incomplete })
    expect(await as(user!).finish(review, formOf(scoresWith()))).toEqual({ ok: true })
    expect(await as(user!).save(review, formOf(draft))).toMatchObject({ message: REVIEW_REFUSALS.finished })
  })

  test('a draft that is kept by itself does not stop the one who finishes in the same moment', async () => {
    const [one, [user]] = await Promise.all([work(), reviewers(1)])
    const review = await taken(user!, handle(one))
    const done = await Promise.all([
      as(user!).save(review, formOf(SHORT)),
      as(user!).save(review, formOf(SHORT)),
      as(user!).finish(review, formOf(scoresWith())),
    ])
    expect(done[2]).toEqual({ ok: true })
    expect((await reviewsOf(one))[0]).toMatchObject({ status: 'scored', scores: scoresWith() })
  })

  test('released once, however often it is asked for; the marks follow, also after a crash', async () => {
    const [one, [user]] = await Promise.all([work(), reviewers(1)])
    await scored(user!, one, scoresWith())
    const { revision } = await submissionNow(one)
    after(1)
    const done = await Promise.all(Array.from({ length: 6 }, () => leads().release(one.id, revision, 'Well done.')))
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    const now = await submissionNow(one)
    expect(now).toMatchObject({ status: 'passed', attempts: 1, deskNote: 'Well done.' })
    expect(now.versions).toMatchObject([
      { attempt: 1, outcome: 'passed', scores: scoresWith(), answers: complete, releasedAt: desk.clock.now.toString() },
    ])
    expect((await reviewsOf(one))[0]!.status).toBe('scored')
    await followUp(desk.context, REVIEWS)
    await followUp(desk.context, REVIEWS)
    expect((await reviewsOf(one)).map(({ status, revision }) => [status, revision])).toEqual([['released', 3]])
    expect(await released(one)).toMatchObject({ message: LEAD_REFUSALS['not-now'] })
  })

  test('a review given back between looking and releasing stops the release', async () => {
    const [one, [user]] = await Promise.all([work(), reviewers(1)])
    const review = await scored(user!, one, scoresWith())
    const { revision } = await submissionNow(one)
    expect(await leads().returnReview(one.id, 1, '')).toMatchObject({ status: 422 })
    expect(await leads().returnReview(one.id, 1, 'Say more about 2.1.')).toEqual({ ok: true })
    expect(await leads().release(one.id, revision, '')).toMatchObject({ message: LEAD_REFUSALS['changed-meanwhile'] })
    expect(await released(one)).toMatchObject({ message: LEAD_REFUSALS.incomplete })
    expect(await as(user!).scoring(review)).toMatchObject({ again: 'Say more about 2.1.', isFinished: false })
    expect((await reviewsOf(one))[0]!.scores).toEqual(scoresWith())
    expect(await as(user!).finish(review, formOf(scoresWith()))).toEqual({ ok: true })
    expect(await released(one)).toEqual({ ok: true })
  })
})

describe('not yet', () => {
  test('opens only what fell short, carries the rest, and after the cap a coach comes first', async () => {
    const one = await work({ edition: { attempts: 2 } })
    const [first, second] = await reviewers(2)
    await scored(first!, one, SHORT)
    expect(await leads().read(one.id)).toMatchObject({
      outcome: { status: 'not-yet', fellShort: ['2.1 Awareness', '4.1 Reflection'] },
    })
    expect(await released(one)).toEqual({ ok: true })
    const judged = (await submissionNow(one)).judged as Record<string, string>
    expect(judged).toEqual({
      '1-1': 'met',
      '1-2': 'met',
      '2-1': 'not-yet',
      '2-2': 'met',
      '2-3': 'met',
      '4-1': 'not-yet',
    })

    // The person changes what fell short and sends it again.
    after(24)
    await payload.db.updateOne({
      collection: 'submissions',
      id: one.id,
      data: {
        status: 'in-review',
        submittedAt: desk.clock.now.toString(),
        note: 'I added a proposal.',
        answers: { ...complete, '4-1': { text: words(2) } },
        revision: 9,
      },
    })
    const review = await taken(second!, handle(one))
    const scoring = (await as(second!).scoring(review))!
    if (scoring.kind !== 'submission') throw new Error('Not a piece of work')
    expect(scoring.items.map(({ key, slots }) => [key, slots.map(({ id }) => id)])).toEqual([
      ['1-1', []],
      ['1-2', []],
      ['2-1', ['2-1/1', '2-1/2']],
      ['2-2', []],
      ['2-3', []],
      ['4-1', ['4-1']],
    ])
    expect(scoring.changed?.text).toBe('I added a proposal.')
    expect(scoring.items.find(({ key }) => key === '4-1')!.before).toMatchObject({
      handed: { text: { text: 'word' } },
      comments: [{ level: 'Not yet', comment: { text: 'Name a roadblock.' } }],
    })
    // The level of what is met cannot be changed, whatever a form says.
    const form = formOf(scoresWith({ '1-1': ['Not yet', 'No.'], '4-1': ['Not yet', 'One more.'] }))
    expect(await as(second!).finish(review, form)).toEqual({ ok: true })
    expect(await released(one)).toEqual({ ok: true })
    const now = await submissionNow(one)
    const [, latest] = now.versions as unknown as Version[]
    expect(saying(now, 'status', 'attempts', 'note')).toEqual({ status: 'with-coach', attempts: 2, note: null })
    expect(now.judged).toMatchObject({ '1-1': 'met', '2-1': 'met', '4-1': 'not-yet' })
    expect(latest!.scores).toEqual(scoresWith({ '4-1': ['Not yet', 'One more.'] }))
    // Coach, lead and person read what was said in every attempt.
    const read = (await leads().read(one.id))!.items.find(({ key }) => key === '4-1')!
    expect(read.earlier).toMatchObject([
      { attempt: 1, handed: { text: { text: 'word' } }, comments: [{ comment: { text: 'Name a roadblock.' } }] },
    ])
    const own = await workView(desk.context, workOf(now))
    expect(own.items.find(({ item }) => item.key === '4-1')!.earlier).toMatchObject([
      { attempt: 1, handed: { text: 'word' }, judged: [{ level: 'Not yet', comment: 'Name a roadblock.' }] },
    ])

    expect(await leads().allowAnother(one.id, ' ')).toMatchObject({ status: 422 })
    expect(await leads().allowAnother(one.id, 'We talked it over.')).toEqual({ ok: true })
    expect(await submissionNow(one)).toMatchObject({ status: 'not-yet', allowed: 1, deskNote: 'We talked it over.' })
    expect(await leads().allowAnother(one.id, 'Again.')).toMatchObject({ message: LEAD_REFUSALS['not-now'] })
  })

  test('with a coach it can also end, and the person may begin anew', async () => {
    const one = await work({ status: 'with-coach', attempts: 3 })
    expect(await leads().end(one.id, 'They asked us to.')).toEqual({ ok: true })
    expect(await submissionNow(one)).toMatchObject({ status: 'withdrawn', deskNote: 'They asked us to.' })
    const key = { credential, activeKey: one.activeKey, person: one.person }
    expect((await work(key)).id).toMatch(/\w/)
  })
})

describe('two reviewers', () => {
  const pair = { edition: { reviewers: 2 as const } }

  test('both score by themselves; where they differ a third decides just that', async () => {
    const [one, [first, second, third]] = await Promise.all([work(pair), reviewers(3)])
    const mine = await scored(first!, one, scoresWith())
    expect(await released(one)).toMatchObject({ message: LEAD_REFUSALS['second-missing'] })
    const others = await taken(second!, handle(one))
    expect(JSON.stringify([await as(second!).scoring(others), await as(second!).queue()])).not.toContain(
      'Proficient","comment',
    )
    expect(await as(second!).finish(others, formOf(SHORT))).toEqual({ ok: true })
    expect(JSON.stringify(await as(first!).scoring(mine))).not.toContain('Name the change.')
    expect(await released(one)).toMatchObject({ message: LEAD_REFUSALS.differ, status: 409 })
    expect(
      (await leads().read(one.id))!.compare.rows.filter(({ isDiffering }) => isDiffering).map(({ id }) => id),
    ).toEqual(['2-1/1', '4-1'])

    for (const user of [first!, second!]) expect((await as(user).take(handle(one))).ok).toBe(false)
    const deciding = await taken(third!, handle(one))
    const scoring = (await as(third!).scoring(deciding))!
    if (scoring.kind !== 'submission') throw new Error('Not a piece of work')
    expect(scoring.items.flatMap(({ slots }) => slots.map(({ id }) => id))).toEqual(['2-1/1', '4-1'])
    expect(JSON.stringify(scoring)).not.toContain('Name the change.')
    const decided = formOf(scoresWith({ '2-1/1': ['Basic', 'Not yet a change.'] }))
    expect(await as(third!).finish(deciding, decided)).toEqual({ ok: true })
    expect(await released(one)).toEqual({ ok: true })
    expect(await submissionNow(one)).toMatchObject({
      status: 'not-yet',
      judged: { '2-1': 'not-yet', '4-1': 'met' },
    })
    await followUp(desk.context, REVIEWS)
    expect((await reviewsOf(one)).map(({ seat, status }) => [seat, status])).toEqual([
      [1, 'released'],
      [2, 'released'],
      [3, 'released'],
    ])
  })

  test('whoever has opened it with the name and the scores cannot be the third who decides', async () => {
    const [one, [first, second, third, fourth]] = await Promise.all([work(pair), reviewers(4)])
    await scored(first!, one, scoresWith())
    const others = await taken(second!, handle(one))
    expect(await as(second!).finish(others, formOf(SHORT))).toEqual({ ok: true })
    // Opened before, and opened while deciding.
    const opens = (user: User) => staffSubmissions(desk.context, actBy(desk.context, user)).read(one.id)
    await opens(third!)
    expect((await as(third!).queue()).free.map(({ handle }) => handle)).not.toContain(handle(one))
    expect((await as(third!).take(handle(one))).ok).toBe(false)
    const deciding = await taken(fourth!, handle(one))
    expect(await as(fourth!).scoring(deciding)).toMatchObject({
      kind: 'submission',
      review: deciding,
      isFinished: false,
    })
    await opens(fourth!)
    expect(await as(fourth!).scoring(deciding)).toBeUndefined()
    expect((await leads().read(one.id))!.log.map(({ summary }) => summary)).toContainEqual(
      expect.stringContaining('with the name and the scores'),
    )
  })

  test('how far two agree is counted by criterion', async () => {
    const edition = { reviewers: 2 as const, title: 'Counted Twice' }
    const [one, [first, second]] = await Promise.all([work({ edition }), reviewers(2)])
    await scored(first!, one, scoresWith())
    await scored(second!, one, SHORT)
    expect((await leads().list()).agreement.find(({ credential }) => credential === 'Counted Twice')).toMatchObject({
      credential: 'Counted Twice',
      same: 7,
      of: 9,
      rows: [
        { criterion: null, same: 2, of: 3 },
        { criterion: 'Facilitate', same: 2, of: 3 },
        { criterion: 'Lead', same: 3, of: 3 },
      ],
    })
  })
})

describe('the lead', () => {
  test('looks through what was sent; only what is complete goes on by itself', async () => {
    const whole = await work({ status: 'submitted' })
    const lacks = await work({ status: 'submitted', answers: { ...complete, '4-1': { text: '' } } })
    expect(await leads().read(lacks.id)).toMatchObject({
      lacks: [{ key: '4-1', title: '4.1 Reflection', reason: 'empty' }],
    })
    expect((await leads().list()).lines.submitted.map(({ id, missing }) => [id, missing]).toSorted()).toEqual(
      [
        [whole.id, 0],
        [lacks.id, 1],
      ].toSorted(),
    )
    expect(await leads().sendAllToReview()).toEqual({ sent: 1 })
    expect([(await submissionNow(whole)).status, (await submissionNow(lacks)).status]).toEqual([
      'in-review',
      'submitted',
    ])
    expect(await leads().sendBack(lacks.id, '')).toMatchObject({ status: 422 })
    expect(await leads().sendBack(lacks.id, 'Add your reflection.')).toEqual({ ok: true })
    expect(await submissionNow(lacks)).toMatchObject({
      status: 'incomplete',
      attempts: 0,
      deskNote: 'Add your reflection.',
    })
    expect(await leads().sendToReview(lacks.id)).toMatchObject({ message: LEAD_REFUSALS['not-now'] })
  })

  test('sent back from review and completed, it is read anew', async () => {
    const [one, [first, second]] = await Promise.all([work(), reviewers(2)])
    await scored(first!, one, scoresWith())
    expect(await leads().sendBack(one.id, 'The recording does not play.')).toEqual({ ok: true })
    after(24)
    await payload.db.updateOne({
      collection: 'submissions',
      id: one.id,
      data: { status: 'in-review', submittedAt: desk.clock.now.toString(), revision: 7 },
    })
    expect(await released(one)).toMatchObject({ message: LEAD_REFUSALS.incomplete })
    await taken(second!, handle(one))
    expect((await reviewsOf(one)).map(({ reviewer, status, scores }) => [reviewer, status, scores])).toEqual([
      [second!.id, 'started', {}],
    ])
  })

  test('frees a seat whose reviewer is away', async () => {
    const [one, [first, second]] = await Promise.all([work(), reviewers(2)])
    await taken(first!, handle(one))
    expect(await leads().freeSeat(one.id, 1, 'Is ill.')).toEqual({ ok: true })
    await taken(second!, handle(one))
  })

  test('what waits is counted, what is late too', async () => {
    const before = await worksWaiting(desk.context, desk.clock.now)
    const [late, [user]] = await Promise.all([
      work({ dueAt: desk.clock.now.subtract({ seconds: 1 }).toString() }),
      reviewers(1),
    ])
    await work({ status: 'submitted', dueAt: desk.clock.now.toString() })
    await scored(user!, late, scoresWith())
    expect(await worksWaiting(desk.context, desk.clock.now)).toEqual({
      toLookThrough: before.toLookThrough + 1,
      toRelease: before.toRelease + 1,
      withCoach: before.withCoach,
      appeals: before.appeals,
      overdue: before.overdue + 1,
    })
  })
})

describe('applications', () => {
  test('points by criterion; a second reading is welcome while nothing is decided', async () => {
    const one = await newApplication(payload, NOW)
    const [first, second, third] = await reviewers(3)
    const review = await taken(first!, handleOf('application', one.id))
    const points =
      (...given: string[]) =>
      (name: string) =>
        /^points (\d)/.test(name) ? (given[Number(name.slice(7)) - 1] ?? '') : name === 'comment 1' ? 'Clear.' : ''
    expect(await as(first!).finish(review, points('4'))).toMatchObject({
      ok: false,
      lacking: [{ id: '2', reason: 'no-points' }],
    })
    expect(await as(first!).finish(review, points('4', '5'))).toMatchObject({ ok: false })
    expect(await as(first!).finish(review, points('4', '0'))).toEqual({ ok: true })
    expect((await reviewsOf(one))[0]).toMatchObject({
      key: `application:${one.id}/1`,
      status: 'scored',
      scores: { 1: { points: 4, comment: 'Clear.' }, 2: { points: 0, comment: '' } },
    })
    expect((await as(second!).take(handleOf('application', one.id))).ok).toBe(false)
    await payload.db.updateOne({ collection: 'applications', id: one.id, data: { status: 'waiting', score: 4 } })
    expect((await as(second!).queue()).free.at(-1)).toMatchObject({ isSecond: true, seat: 2, kind: 'application' })
    await taken(second!, handleOf('application', one.id))
    await createUnlessTaken(payload, 'selections', { title: 'S', call: one.call, state: 'released', revision: 1 })
    expect(await as(third!).take(handleOf('application', one.id))).toMatchObject({ status: 404 })
    expect((await as(second!).queue()).mine).toEqual([])
  })
})

describe('nothing says whose it is', () => {
  const SECRETS = [
    'Mai',
    'García',
    'Lopez',
    'mai.garcia@',
    'alder.example.org',
    'Canon Meadow',
    'Cañón Meadow',
    'secret-proposal',
    'Ahmed',
    'Warsame',
    '555-0134',
    'River Team',
  ]
  const text = 'I am Mai García-Lopez of Cañón Meadow. Write to mai.garcia@alder.example.org. MAI leads.'
  const leaksIn = (said: unknown, ids: readonly string[]): string[] => {
    const all = JSON.stringify(said).toLowerCase()
    return [...SECRETS, ...ids].filter((secret) => all.includes(secret.toLowerCase()))
  }
  const identity = async () => {
    const id = await organization('Canon Meadow')
    return {
      name: 'Mai García-Lopez',
      email: 'mai.garcia@alder.example.org',
      organization: id,
      employer: 'Cañón Meadow',
    }
  }

  test('of a piece of work: queue, page, files and refusals', async () => {
    const about = await identity()
    const one = await work({ ...about, note: text, versions: [] })
    const file = await createUnlessTaken(payload, 'files', {
      givenName: 'secret-proposal-mai.pdf',
      filename: 'f3a91c.pdf',
      mimeType: 'application/pdf',
      submission: one.id,
      item: '2-1',
    })
    const answers = {
      ...complete,
      '1-1': { text },
      '2-1': { option: 2, files: [{ id: file!.id, seconds: null }] },
      '2-2': { option: 1, text },
      '2-3': { link: 'https://mai-garcia.alder.example.org/secret-proposal' },
    }
    const versions = [
      {
        attempt: 1,
        submittedAt: NOW.toString(),
        answers,
        note: '',
        outcome: 'not-yet',
        scores: scoresWith({ '1-1': ['Not yet', 'Mai García should say more.'] }),
        judged: { '1-1': 'not-yet', '2-1': 'not-yet', '2-3': 'not-yet' },
        releasedAt: NOW.toString(),
      },
    ]
    const judged = {
      '1-1': 'not-yet',
      '1-2': 'met',
      '2-1': 'not-yet',
      '2-2': 'not-yet',
      '2-3': 'not-yet',
      '4-1': 'met',
    }
    await payload.db.updateOne({
      collection: 'submissions',
      id: one.id,
      data: { answers, versions, judged, attempts: 1 },
    })
    const [user] = await reviewers(1)
    const ids = [one.id, file!.id, idOf(one.person), about.organization, credential]
    // What is looked for could be there: the lead sees it.
    expect(leaksIn(await leads().read(one.id), ids)).toEqual(
      expect.arrayContaining(['Mai', 'García', 'mai.garcia@', 'Cañón Meadow', one.id]),
    )
    const queue = await as(user!).queue()
    const review = await taken(user!, handle(one))
    const scoring = await as(user!).scoring(review)
    const opened = await as(user!).file(review, '2-1-1')
    const said = [
      queue,
      await as(user!).queue(),
      scoring,
      opened,
      await as(user!).save(review, formOf(SHORT)),
      await as(user!).finish(review, formOf({})),
      await as(user!).handBack(review, '', true),
      await as(user!).take('none'),
    ]
    expect(leaksIn(said, ids)).toEqual([])
    expect(scoring).toMatchObject({ covered: expect.any(Number), label: labelOf('submission', one.id) })
    const items = scoring!.kind === 'submission' ? scoring!.items : []
    expect(items[0]!.handed.text).toEqual({
      text: 'I am [name removed] of [organization removed]. Write to [name removed]. [name removed] leads.',
      found: 4,
    })
    const itemAt = (key: string) => items.find((item) => item.key === key)!
    expect(itemAt('2-1').handed.files).toEqual([
      { name: 'Evidence 2.1-1.pdf', place: '2-1-1', type: 'application/pdf', seconds: null },
    ])
    expect(itemAt('2-3').handed.link).toEqual({ host: null, place: '2-3' })
    // Only where the link leads cannot be hidden from whoever follows it.
    expect(await as(user!).link(review, '2-3')).toBe('https://mai-garcia.alder.example.org/secret-proposal')
  })

  test('of an application by a team', async () => {
    const about = await identity()
    const one = await newApplication(payload, NOW, {
      ...about,
      phone: '(612) 555-0134',
      jobTitle: 'Superintendent of Cañón Meadow',
      applicant: 'team',
      team: {
        name: 'River Team',
        kind: 'district',
        members: [{ name: 'Ahmed Warsame', email: 'a.warsame@alder.example.org', jobTitle: 'Coach' }],
      },
      answers: { conditions: [true], dates: [], texts: { 1: `${text} Warsame of River Team: 612 555 0134.` } },
    })
    const [user] = await reviewers(1)
    const queue = await as(user!).queue()
    const review = await taken(user!, handleOf('application', one.id))
    const scoring = await as(user!).scoring(review)
    const ids = [one.id, idOf(one.person), about.organization]
    expect(leaksIn([queue, await as(user!).queue(), scoring, await as(user!).finish(review, () => '')], ids)).toEqual(
      [],
    )
    expect(scoring).toMatchObject({
      team: { kind: 'district', size: 1 },
      conditions: [{ text: 'I work for a public school district.', answer: true }],
      jobTitle: { text: 'Superintendent of [organization removed]' },
    })
  })
})
