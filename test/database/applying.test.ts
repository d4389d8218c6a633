import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Payload } from 'payload'
import { changeApplication } from '#collections/applications/change.ts'
import type { Step } from '#collections/applications/begin.ts'
import type { ApplicationForm } from '#collections/applications/schema.ts'
import type { ApplicationView } from '#collections/applications/view.ts'
import { idOf } from '#collections/kernel/related.ts'
import type { Application, Collaborative } from '#collections/kernel/payload-types.ts'
import { applicantsOf, anApplicationForm, aProgram } from '#test/support/applying.ts'
import { actAt, openTestDesk } from '#test/support/desk.ts'
import { saying } from '#test/support/database.ts'

type Desk = Awaited<ReturnType<typeof openTestDesk>>
let desk: Desk
let payload: Payload
let applicants: ReturnType<typeof applicantsOf>
/** Open in January 2027, by the clock of Chicago, with eight Thursdays of which six are needed. */
let community: Collaborative
/** Two that share one general application; the second closes a week later. */
let teams: [Collaborative, Collaborative]

const THURSDAYS = Array.from({ length: 8 }, (_, week) =>
  Temporal.PlainDate.from('2027-02-04')
    .add({ days: week * 7 })
    .toString(),
)
const at = (instant: string) => Temporal.Instant.from(instant)
const OPEN = at('2027-01-20T16:00:00Z')
/** 23:59:59.999 on Friday, January 29, in Chicago. */
const DEADLINE = at('2027-01-30T05:59:59.999Z')
const LATER = at('2027-02-10T16:00:00Z')

beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
  applicants = applicantsOf(desk.context)
  community = await aProgram(
    payload,
    { opensOn: '2027-01-11', appliesUntil: '2027-01-29', minimumSessions: 6, price: null },
    THURSDAYS,
  )
  const shared = { kind: 'peer-collaborative', program: 'Peers', capacity: 6, price: 4_500_000 } as const
  teams = [
    await aProgram(payload, { ...shared, appliesUntil: '2027-01-29' }),
    await aProgram(payload, { ...shared, appliesUntil: '2027-02-05' }),
  ]
})
afterAll(() => desk.close())
beforeEach(() => {
  desk.clock.now = OPEN
})

const person = (given: Parameters<typeof anApplicationForm>[0] = {}) =>
  anApplicationForm({ dates: THURSDAYS.slice(0, 6), ...given })
const team = (given: Parameters<typeof anApplicationForm>[0] = {}) =>
  anApplicationForm({ teamName: 'Alder Lake', teamKind: 'district', choices: [teams[1].slug, teams[0].slug], ...given })

const apply = (form: ApplicationForm, step: Step = 'send', slug = community.slug) =>
  applicants.applying.apply(slug, form, step)
const only = async ({ email }: ApplicationForm): Promise<Application> => {
  const found = await applicants.applicationsOf(email)
  expect(found).toHaveLength(1)
  return found[0]!
}
const viewOf = async ({ email }: ApplicationForm): Promise<ApplicationView> => {
  const opened = await applicants.applying.read(await applicants.tokenOf(email))
  if (!opened.ok) throw new Error('The link does not open.')
  return opened.view
}
const outcomeOf = async (applied: Awaited<ReturnType<typeof apply>>) =>
  applied.ok ? (await applicants.applying.applied(applied.receipt))?.outcome : applied.errors

/** An application to which a place is offered until a moment. */
const offered = async (form: ApplicationForm, place: Collaborative, until: Temporal.Instant): Promise<Application> => {
  const known = await only(form)
  const key = `${place.id}#${known.id}`
  const act = actAt(payload, desk.clock.now)
  const offer = { status: 'offered', place: place.id, placeKey: key, offerUntil: until.toString() } as const
  return (await changeApplication(act, known, offer, null))!
}

describe('beginning', () => {
  test('keeps a draft with a name and a mailbox only, and writes to it once', async () => {
    const form = person({ conditions: [], dates: [], texts: [], organization: '', employer: '' })
    expect(await outcomeOf(await apply(form, 'save'))).toBe('saved')
    expect(saying(await only(form), 'status', 'asked', 'submittedAt', 'startedAt')).toEqual({
      status: 'draft',
      asked: null,
      submittedAt: null,
      startedAt: '2027-01-20T16:00:00.000Z',
    })
    await desk.followUp()
    await desk.followUp()
    expect(await applicants.messagesTo(form.email)).toEqual(['application-begun'])
  })

  test('hands in at once, with what was asked and the dates as they were', async () => {
    const form = person()
    expect(await outcomeOf(await apply(form))).toBe('sent')
    const sent = await only(form)
    expect(sent).toMatchObject({
      status: 'submitted',
      choices: [{ collaborative: community.id, state: 'open' }],
      answers: { conditions: [true], dates: THURSDAYS.slice(0, 6), texts: { '1': 'To learn with others', '2': '12' } },
      asked: { conditions: ['You teach in a public school.'], dates: THURSDAYS, minimum: 6 },
    })
    await desk.followUp()
    expect(await applicants.messagesTo(form.email)).toEqual(['application-received'])
  })

  test('says all that is missing, and keeps nothing', async () => {
    const form = person({ conditions: [], dates: [], texts: ['one two three four five six', 'many'], employer: '' })
    expect(await apply(form)).toEqual({
      ok: false,
      status: 422,
      errors: {
        'condition-1': 'Answer with yes or no.',
        dates: 'Tick the dates on which you can be there.',
        employer: 'Give the name of the organization.',
        'answer-1': 'This is 1 word too many. At most 5 can be sent.',
        'answer-2': 'Write a number, in digits.',
      },
    })
    expect(await applicants.applicationsOf(form.email)).toEqual([])
  })

  test('counts a form sent twice once, also at the same moment and after the deadline', async () => {
    const form = person()
    const both = await Promise.all([apply(form), apply(form)])
    expect(await Promise.all(both.map(outcomeOf))).toEqual(['sent', 'sent'])
    desk.clock.now = LATER
    expect(await outcomeOf(await apply(form))).toBe('sent')
    expect((await only(form)).revision).toBe(1)
  })

  test('goes on with the draft of the same page, and with no other’s', async () => {
    const form = person()
    await apply(form, 'save')
    expect(await outcomeOf(await apply({ ...form, texts: ['To teach', ''] }))).toBe('sent')
    expect(await only(form)).toMatchObject({ status: 'submitted', answers: { texts: { '1': 'To teach' } } })
    const changed = await apply({ ...form, texts: ['To teach more', ''] })
    const stranger = await apply({ ...person(), attempt: form.attempt })
    expect([changed, stranger]).toMatchObject([
      { ok: false, status: 409 },
      { ok: false, status: 409 },
    ])
    expect(await only(form)).toMatchObject({ answers: { texts: { '1': 'To teach' } } })
  })

  test('answers a mailbox that has an application as any other, and leaves it as it is', async () => {
    const form = person()
    await apply(form)
    const before = await only(form)
    const again = await apply(person({ email: form.email, name: 'EXAMPLE, Jordan M.' }))
    expect(await outcomeOf(again)).toBe('sent')
    expect(await outcomeOf(await apply(person({ email: form.email }), 'save'))).toBe('saved')
    expect(await only(form)).toEqual(before)
    await expect.poll(() => applicants.messagesTo(form.email)).toEqual(['application-again'])
    const people = await payload.find({
      collection: 'people',
      where: { email: { equals: form.email } },
      overrideAccess: true,
    })
    expect(people.docs.map(({ name }) => name)).toEqual(['Jordan Example'])
  })

  test('begins twenty times at once and has one application', async () => {
    const form = person()
    const all = await Promise.all(Array.from({ length: 20 }, () => apply(person({ email: form.email }))))
    expect(all.every(({ ok }) => ok)).toBe(true)
    expect((await only(form)).status).toBe('submitted')
  })

  test('is not eligible by what was answered, with every reason', async () => {
    const form = person({ conditions: ['no'], dates: THURSDAYS.slice(0, 5) })
    expect(await outcomeOf(await apply(form))).toBe('ineligible')
    const reasons = [
      { reason: 'condition', condition: 'You teach in a public school.' },
      { reason: 'too-few-dates', canAttend: 5, minimum: 6 },
    ]
    expect(await only(form)).toMatchObject({ status: 'ineligible', reasons })
    expect((await viewOf(form)).reasons).toEqual(reasons)
    await desk.followUp()
    // One letter, which says that it came as well.
    expect(await applicants.messagesTo(form.email)).toEqual(['application-ineligible'])
    const [letter] = (
      await payload.find({
        collection: 'messages',
        where: { to: { equals: form.email } },
        depth: 0,
        overrideAccess: true,
      })
    ).docs
    expect(letter!.text).toContain('It has reached us.')
    expect(letter!.text).toContain('correct it by the link below until Friday, January 29, 2027, 11:59 PM CT')
    expect(letter!.text).not.toMatch(/We read every application/)
  })

  test('a mis-click on a condition is corrected by the same link until the deadline', async () => {
    const form = person({ conditions: ['no'] })
    await apply(form)
    await desk.followUp()
    const token = await applicants.tokenOf(form.email)
    expect(await viewOf(form)).toMatchObject({ status: 'ineligible', canSend: true })
    const corrected = person({ ...form, conditions: ['yes'] })
    const write = (step: Step, revision: number, now = desk.clock.now) => {
      desk.clock.now = now
      return applicants.applying.write(token, { form: corrected, step, revision })
    }
    const { revision } = await viewOf(form)
    expect(await write('save', revision)).toEqual({ ok: false, refusal: 'already-sent' })
    expect(await write('send', revision, DEADLINE.add({ milliseconds: 1, minutes: 15 }))).toEqual({
      ok: false,
      refusal: 'late',
    })
    expect(await write('send', revision, DEADLINE)).toEqual({ ok: true })
    await desk.followUp()
    const sent = await only(form)
    expect([sent.status, sent.reasons ?? null]).toEqual(['submitted', null])
    expect(await applicants.messagesTo(form.email)).toEqual(['application-ineligible', 'application-received'])
  })

  test('whoever is not eligible by an answer can take the application back, and apply anew', async () => {
    const form = person({ conditions: ['no'] })
    await apply(form)
    const token = await applicants.tokenOf(form.email)
    const { revision } = await viewOf(form)
    expect(await applicants.applying.withdraw(token, { revision, reason: '' })).toEqual({ ok: true, isAsked: false })
    expect(await outcomeOf(await apply(person({ email: form.email })))).toBe('sent')
  })

  test('what the desk decided is not corrected by sending it again', async () => {
    const form = person()
    await apply(form)
    const known = await only(form)
    await changeApplication(actAt(payload, OPEN), known, { status: 'ineligible', reason: 'Not a district.' }, null)
    const view = await viewOf(form)
    expect(view.canSend).toBe(false)
    const token = await applicants.tokenOf(form.email)
    expect(await applicants.applying.write(token, { form, step: 'send', revision: view.revision })).toEqual({
      ok: false,
      refusal: 'already-sent',
    })
  })
})

describe('the window, in the program’s own zone', () => {
  test.each([
    ['the moment before the first day', '2027-01-11T05:59:59.999Z', 409],
    ['the first moment of the first day', '2027-01-11T06:00:00Z', 'sent'],
    ['the last millisecond of the last day', DEADLINE.toString(), 'sent'],
    ['a millisecond later', '2027-01-30T06:00:00Z', 409],
  ] as const)('%s', async (_, now, expected) => {
    desk.clock.now = at(now)
    const applied = await apply(person())
    expect(applied.ok ? await outcomeOf(applied) : applied.status).toBe(expected)
  })

  test.each([
    ['begun in time, sent with the grace that is left', OPEN, DEADLINE.add({ minutes: 15 }), 'done'],
    ['begun in time, sent a millisecond after the grace', OPEN, DEADLINE.add({ minutes: 15, milliseconds: 1 }), 'late'],
    ['begun at the last millisecond', DEADLINE, DEADLINE.add({ minutes: 1 }), 'done'],
  ] as const)('%s', async (_, begun, now, expected) => {
    desk.clock.now = begun
    const form = person()
    await apply(form, 'save')
    desk.clock.now = now
    const { revision, canSend } = await viewOf(form)
    const token = await applicants.tokenOf(form.email)
    const done = await applicants.applying.write(token, { form, step: 'send', revision })
    expect([canSend, done]).toMatchObject(
      expected === 'done' ? [true, { ok: true }] : [false, { ok: false, refusal: 'late' }],
    )
    expect((await only(form)).status).toBe(expected === 'done' ? 'submitted' : 'draft')
  })
})

describe('one’s own application', () => {
  test('is written by two windows, the second of which is told', async () => {
    const form = person()
    await apply(form, 'save')
    const token = await applicants.tokenOf(form.email)
    const { revision } = await viewOf(form)
    const write = (text: string, step: Step) =>
      applicants.applying.write(token, { form: { ...form, texts: [text, ''] }, step, revision })
    const both = await Promise.all([write('First', 'save'), write('Second', 'send')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'changed-meanwhile' })
    expect((await only(form)).revision).toBe(revision + 1)
  })

  test('keeps its mailbox, whatever the form says', async () => {
    const form = person()
    await apply(form, 'save')
    const token = await applicants.tokenOf(form.email)
    const moved = { ...form, email: 'other@example.org' }
    await applicants.applying.write(token, { form: moved, step: 'save', revision: 1 })
    expect((await only(form)).revision).toBe(2)
    expect(await applicants.applicationsOf('other@example.org')).toEqual([])
  })

  test('is taken back, and the mailbox can apply anew', async () => {
    const form = person()
    await apply(form)
    const token = await applicants.tokenOf(form.email)
    const { revision } = await viewOf(form)
    const taken = await applicants.applying.withdraw(token, { revision, reason: 'I moved.' })
    expect(taken).toEqual({ ok: true, isAsked: false })
    const [before] = await applicants.applicationsOf(form.email)
    expect(saying(before!, 'status', 'reason', 'activeKey')).toEqual({
      status: 'withdrawn',
      reason: 'I moved.',
      activeKey: null,
    })
    expect(await outcomeOf(await apply(person({ email: form.email })))).toBe('sent')
    const all = await applicants.applicationsOf(form.email)
    expect(all.map(({ status }) => status).sort()).toEqual(['submitted', 'withdrawn'])
  })

  test('goes with its person to another mailbox, with a link of its own', async () => {
    const form = person()
    await apply(form)
    const former = await applicants.tokenOf(form.email)
    const { person: whose } = await only(form)
    const moved = `moved-${form.email}`
    await payload.update({
      collection: 'people',
      id: idOf(whose),
      data: { email: moved },
      depth: 0,
      overrideAccess: true,
    })
    await desk.followUp()
    expect(await applicants.applying.read(former)).toEqual({ ok: false, refusal: 'replaced' })
    expect(await applicants.messagesTo(moved)).toEqual(['application-received'])
    expect(await applicants.applicationsOf(moved)).toMatchObject([{ status: 'submitted', linkVersion: 2 }])
  })

  test('opens by the newest link only', async () => {
    const form = person()
    await apply(form, 'save')
    const token = await applicants.tokenOf(form.email)
    const { read: application } = applicants.applying
    expect(await application(`${token}x`)).toEqual({ ok: false, refusal: 'invalid' })
    const { id } = await only(form)
    await payload.db.updateOne({ collection: 'applications', id, data: { linkVersion: 2 } })
    expect(await application(token)).toEqual({ ok: false, refusal: 'replaced' })
    desk.clock.now = OPEN.add({ hours: 401 * 24 })
    expect(await application(token)).toEqual({ ok: false, refusal: 'expired' })
  })
})

describe('an offered place', () => {
  const UNTIL = at('2027-02-12T22:00:00Z')
  const answer = async (
    form: ApplicationForm,
    given: { answer: 'accept' | 'decline'; price?: string; revision?: number },
  ) => {
    const token = await applicants.tokenOf(form.email)
    const { revision } = await only(form)
    return applicants.applying.answerPlace(token, { price: '', reason: '', revision, ...given })
  }

  test('is accepted up to its last moment, twice as once, with what was shown', async () => {
    const form = person()
    await apply(form)
    await offered(form, community, UNTIL)
    desk.clock.now = UNTIL
    const { revision } = await only(form)
    const both = await Promise.all([
      answer(form, { answer: 'accept', revision }),
      answer(form, { answer: 'accept', revision }),
    ])
    expect(both.some(({ ok }) => ok)).toBe(true)
    expect(await answer(form, { answer: 'accept', revision })).toEqual({ ok: true })
    expect(await only(form)).toMatchObject({
      status: 'accepted',
      revision: revision + 1,
      // Two Thursdays are past by then: nobody agrees to those.
      agreed: {
        collaborative: { id: community.id },
        price: null,
        minimum: 6,
        dates: THURSDAYS.slice(2),
        at: UNTIL.toString(),
      },
    })
  })

  test('is refused a millisecond later, and after it went on', async () => {
    const form = person()
    await apply(form)
    const held = await offered(form, community, UNTIL)
    desk.clock.now = UNTIL.add({ milliseconds: 1 })
    expect(await answer(form, { answer: 'accept' })).toEqual({ ok: false, refusal: 'late' })
    expect((await viewOf(form)).offer).toBeNull()
    await changeApplication(actAt(payload, desk.clock.now), held, { status: 'waiting' }, null, ['place', 'placeKey'])
    expect(await answer(form, { answer: 'accept', revision: held.revision })).toEqual({
      ok: false,
      refusal: 'no-offer',
    })
    expect(saying(await only(form), 'agreed')).toEqual({ agreed: null })
  })

  test('is not accepted for another price than was shown', async () => {
    const form = team()
    await apply(form, 'send', teams[0].slug)
    await offered(form, teams[0], UNTIL)
    expect(await answer(form, { answer: 'accept', price: '4400000' })).toEqual({ ok: false, refusal: 'terms-changed' })
    expect(await answer(form, { answer: 'accept', price: '4500000' })).toEqual({ ok: true })
  })

  test('declined, leaves a team in line for its other choice', async () => {
    const form = team()
    await apply(form, 'send', teams[0].slug)
    await offered(form, teams[1], UNTIL)
    expect(await answer(form, { answer: 'decline' })).toEqual({ ok: true })
    const waiting = await only(form)
    expect(saying(waiting, 'status', 'place', 'placeKey')).toEqual({ status: 'waiting', place: null, placeKey: null })
    expect(waiting.choices).toMatchObject([
      { collaborative: teams[1].id, state: 'declined' },
      { collaborative: teams[0].id, state: 'open' },
    ])
    await offered(form, teams[0], UNTIL)
    await answer(form, { answer: 'decline' })
    expect((await only(form)).status).toBe('declined')
  })
})

describe('a team', () => {
  test('ranks the collaboratives of its call that are open, once each', async () => {
    expect((await applicants.applying.program(teams[1].slug))?.offered.map(({ slug }) => slug)).toEqual([
      teams[1].slug,
      teams[0].slug,
    ])
    const twice = await apply(team({ choices: [teams[0].slug, teams[0].slug] }), 'send', teams[0].slug)
    const strange = await apply(team({ choices: [community.slug] }), 'send', teams[0].slug)
    expect([twice, strange]).toMatchObject([
      { errors: { choices: 'Name each collaborative once.' } },
      { errors: { choices: 'Choose only collaboratives from the list.' } },
    ])
    desk.clock.now = at('2027-02-03T16:00:00Z')
    const late = await apply(team(), 'send', teams[1].slug)
    expect(late).toMatchObject({ errors: { choices: 'Choose only collaboratives from the list.' } })
    expect(await outcomeOf(await apply(team({ choices: [teams[1].slug] }), 'send', teams[1].slug))).toBe('sent')
  })

  test('names its people once it has a place, each with a mailbox of their own', async () => {
    const form = team({ members: [{ name: 'First', email: 'first@example.org', jobTitle: '' }] })
    await apply(form, 'send', teams[0].slug)
    const token = await applicants.tokenOf(form.email)
    const name = async (members: { name: string; email: string; jobTitle: string }[]) =>
      applicants.applying.nameTeam(token, { members, revision: (await only(form)).revision })
    expect(await name([])).toEqual({ ok: false, refusal: 'not-possible' })
    const held = await offered(form, teams[0], LATER)
    const { revision } = held
    await applicants.applying.answerPlace(token, { answer: 'accept', price: '4500000', reason: '', revision })
    const two = ['Second@example.org', 'third@example.org'].map((email) => ({
      name: 'Person',
      email,
      jobTitle: 'Coach',
    }))
    expect(await name([two[0]!, { ...two[0]!, email: 'second@example.org' }])).toMatchObject({
      errors: { 'member-2': 'second@example.org stands there twice. Everybody needs a mailbox of their own.' },
    })
    expect(await name(two)).toEqual({ ok: true })
    expect((await viewOf(form)).members.map(({ email }) => email)).toEqual(['second@example.org', 'third@example.org'])
    const { docs } = await payload.find({
      collection: 'events',
      where: { and: [{ application: { equals: held.id } }, { kind: { equals: 'application.team' } }] },
      overrideAccess: true,
    })
    expect(docs.map(({ summary }) => summary)).toEqual([
      expect.stringMatching(/named its people: 2 in all, 2 new, 1 left out$/),
    ])
  })
})
