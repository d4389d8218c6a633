import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Payload } from 'payload'
import { changeApplication } from '#collections/applications/change.ts'
import { earlierVersionsOf } from '#collections/applications/earlier.ts'
import type { ApplicationForm } from '#collections/applications/schema.ts'
import { applicationCase } from '#collections/applications/service/detail.ts'
import { reviewerDesk } from '#collections/reviews/service/reviewer.ts'
import { handleOf } from '#collections/reviews/label.ts'
import type { Application, Collaborative } from '#collections/kernel/payload-types.ts'
import { anApplicationForm, aProgram, applicantsOf } from '#test/support/applying.ts'
import { actAt, openTestDesk } from '#test/support/desk.ts'
import { released } from '#test/support/selecting.ts'
import { actBy, newReviewer } from '#test/support/works.ts'

// What was sent is changed in time, and who has read it reads it again; what ends is said before it does.

type Desk = Awaited<ReturnType<typeof openTestDesk>>
let desk: Desk
let payload: Payload
let applicants: ReturnType<typeof applicantsOf>
let program: Collaborative

const at = (instant: string) => Temporal.Instant.from(instant)
const OPEN = at('2027-01-20T16:00:00Z')
/** 23:59:59.999 on Friday, January 29, in Chicago. */
const DEADLINE = at('2027-01-30T05:59:59.999Z')

const newProgram = () =>
  aProgram(payload, { appliesUntil: '2027-01-29', criteria: [{ name: 'Purpose', points: 4 }], price: null })

beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
  applicants = applicantsOf(desk.context)
  program = await newProgram()
})
afterAll(() => desk.close())
beforeEach(() => {
  desk.clock.now = OPEN
})

const only = async ({ email }: ApplicationForm): Promise<Application> => (await applicants.applicationsOf(email))[0]!
const applied = async (slug = program.slug): Promise<ApplicationForm> => {
  const form = anApplicationForm()
  expect((await applicants.applying.apply(slug, form, 'send')).ok).toBe(true)
  return form
}
const sentAgain = async (form: ApplicationForm, given: Partial<ApplicationForm>) =>
  applicants.applying.write(await applicants.tokenOf(form.email), {
    form: { ...form, ...given },
    step: 'send',
    revision: (await only(form)).revision,
  })
const canSend = async ({ email }: ApplicationForm) => {
  const opened = await applicants.applying.read(await applicants.tokenOf(email))
  return opened.ok && opened.view.canSend
}
const get = (fields: Record<string, string>) => (name: string) => fields[name] ?? ''

describe('an application that was sent', () => {
  test('is changed until the deadline, and every version is kept', async () => {
    const form = await applied()
    desk.clock.now = at('2027-01-22T16:00:00Z')
    expect(await sentAgain(form, { texts: ['To plan with others', '12'] })).toEqual({ ok: true })
    desk.clock.now = DEADLINE
    expect(await sentAgain(form, { texts: ['To plan better', '12'] })).toEqual({ ok: true })
    const sent = await only(form)
    expect(sent).toMatchObject({ status: 'submitted', answers: { texts: { '1': 'To plan better' } } })
    // Among equal scores it keeps the place of when it was sent first.
    expect(sent.submittedAt).toBe('2027-01-20T16:00:00.000Z')
    expect(earlierVersionsOf(sent).map(({ sentAt, until, answers }) => [sentAt, until, answers.texts['1']])).toEqual([
      ['2027-01-20T16:00:00.000Z', '2027-01-22T16:00:00Z', 'To learn with others'],
      ['2027-01-22T16:00:00.000Z', '2027-01-30T05:59:59.999Z', 'To plan with others'],
    ])
    await desk.followUp()
    const { docs } = await payload.find({
      collection: 'messages',
      where: { and: [{ to: { equals: form.email } }, { kind: { equals: 'application-changed' } }] },
      depth: 0,
      overrideAccess: true,
    })
    expect(docs.at(0)?.text).toContain('- Why?')
    const shown = await applicationCase(desk.context, sent.id)
    expect(shown?.earlier.map(({ answers }) => answers[0]?.answer)).toEqual([
      'To plan with others',
      'To learn with others',
    ])
  })

  test.each([
    ['once the deadline has passed, with no grace', at('2027-01-30T06:00:00Z'), false],
    ['not before', DEADLINE, true],
  ])('cannot be changed %s', async (_, now, can) => {
    const form = await applied()
    desk.clock.now = now
    expect(await canSend(form)).toBe(can)
    expect((await sentAgain(form, { texts: ['Other', '1'] })).ok).toBe(can)
  })

  test('cannot be changed once decisions are out', async () => {
    const own = await newProgram()
    const form = await applied(own.slug)
    await released(payload, (await only(form)).call)
    expect(await canSend(form)).toBe(false)
    expect(await sentAgain(form, { texts: ['Other', '1'] })).toEqual({ ok: false, refusal: 'already-sent' })
  })

  test('is read again by whoever scored it before, and counts only then', async () => {
    const form = await applied()
    const reader = await newReviewer(payload)
    const as = () => reviewerDesk(desk.context, actBy(desk.context, reader))
    const { id } = await only(form)
    const taken = await as().take(handleOf('application', id))
    const review = taken.ok ? taken.review : ''
    desk.clock.now = at('2027-01-21T16:00:00Z')
    expect(await as().finish(review, get({ 'points 1': '2' }))).toEqual({ ok: true })
    await desk.followUp()
    expect(await only(form)).toMatchObject({ status: 'waiting', score: 2 })

    desk.clock.now = at('2027-01-22T16:00:00Z')
    expect(await sentAgain(form, { texts: ['To plan with others', '12'] })).toEqual({ ok: true })
    await desk.followUp()
    expect(await only(form)).toMatchObject({ status: 'submitted', score: null })
    const sheet = await as().scoring(review)
    expect(sheet).toMatchObject({ isFinished: false, changed: ['Why?'] })
    expect(sheet?.again).toContain('has changed the application')

    desk.clock.now = at('2027-01-23T16:00:00Z')
    expect(await as().finish(review, get({ 'points 1': '4' }))).toEqual({ ok: true })
    await desk.followUp()
    expect(await only(form)).toMatchObject({ status: 'waiting', score: 4 })
  })

  test('is not scored by a page that shows what was sent before', async () => {
    const form = await applied()
    const reader = await newReviewer(payload)
    const as = () => reviewerDesk(desk.context, actBy(desk.context, reader))
    const taken = await as().take(handleOf('application', (await only(form)).id))
    const review = taken.ok ? taken.review : ''
    const sheet = await as().scoring(review)
    const shown = sheet?.kind === 'application' ? sheet.sentAt : ''
    desk.clock.now = desk.clock.now.add({ minutes: 5 })
    await sentAgain(form, { texts: ['Another', '1'] })
    expect(await as().finish(review, get({ 'points 1': '4', sent: shown }))).toMatchObject({
      ok: false,
      message: expect.stringContaining('has changed the application'),
    })
    const now = await as().scoring(review)
    const sent = now?.kind === 'application' ? now.sentAt : ''
    expect(await as().finish(review, get({ 'points 1': '4', sent }))).toEqual({ ok: true })
  })
})

describe('what ends', () => {
  test('is said once to whoever began and has not sent anything', async () => {
    const form = anApplicationForm()
    await applicants.applying.apply(program.slug, form, 'save')
    const told = () => applicants.messagesTo(form.email)
    await desk.followUp()
    desk.clock.now = DEADLINE.subtract({ hours: 73 })
    await desk.followUp()
    expect(await told()).toEqual(['application-begun'])
    desk.clock.now = DEADLINE.subtract({ hours: 71 })
    await desk.followUp()
    desk.clock.now = DEADLINE.subtract({ hours: 20 })
    await desk.followUp()
    expect(await told()).toEqual(['application-begun', 'application-unsent'])
  })

  test('is said to whoever was offered a place and has not answered', async () => {
    const form = await applied()
    const known = await only(form)
    const until = OPEN.add({ hours: 5 * 24 })
    const act = actAt(payload, OPEN)
    const offer = {
      status: 'offered',
      place: program.id,
      placeKey: `${program.id}#of-${known.id}`,
      offeredAt: OPEN.toString(),
      offerUntil: until.toString({ fractionalSecondDigits: 3 }),
    } as const
    await changeApplication(act, known, offer, null)
    await desk.followUp()
    expect(await applicants.messagesTo(form.email)).not.toContain('place-ending')
    desk.clock.now = until.subtract({ hours: 23 })
    await desk.followUp()
    await desk.followUp()
    expect((await applicants.messagesTo(form.email)).filter((kind) => kind === 'place-ending')).toHaveLength(1)
  })
})
