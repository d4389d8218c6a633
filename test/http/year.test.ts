import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { aCircle, aContact, aCourse, anOrganization, aPolicy, aSession } from '#test/support/builders.ts'
import { openMailServer } from '#test/support/mail-server.ts'
import { hiddenIn } from '#test/support/registering.ts'
import { freePort } from '#test/support/server.ts'
import { openYear, type Year } from '#test/support/year.ts'

// A year at the desk, on a clock that is moved: the real server, database and mail server, in the order it happens.

const folder = mkdtempSync(join(tmpdir(), 'onramp-year-'))
const at = { hours: ['08:30', '15:30'] } as const
const dayOn = (date: string) => ({
  date,
  startTime: at.hours[0],
  endTime: at.hours[1],
  breakMinutes: 60,
  place: 'Room 110',
})

let year: Year
let port: number
let mail: Awaited<ReturnType<typeof openMailServer>>
/** Documents by name. */
const ids: Record<string, string> = {}
const BASIC = 'talking-about-race'
const DEEPER = 'deeper'

beforeAll(async () => {
  port = await freePort()
  mail = await openMailServer(port)
  year = await openYear('2026-09-01T15:00:00Z', {
    DATA_DIR: join(folder, 'data'),
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'desk@example.org',
    TRUST_PROXY: '1',
  })
  const keep = async (name: string, collection: string, data: object) => {
    ids[name] = await year.create(collection, data)
  }
  await keep('desk', 'contacts', aContact({ name: 'Registration desk', slug: 'registration-desk' }))
  const calendar = { unit: 'calendar', mode: 'at-least', cutoff: 'end-of-day' } as const
  const business = { unit: 'business', mode: 'at-least', cutoff: 'end-of-day' } as const
  const money = { feePerDay: 10_000, splitGapDays: 7, substitution: true }
  await keep(
    'cancellation',
    'policies',
    aPolicy({ kind: 'cancellation', deadline: { count: 5, ...business }, ...money }),
  )
  await keep('guests', 'policies', aPolicy({ kind: 'guests', deadline: { count: 10, ...calendar }, feePerDay: 10_000 }))
  await keep('alder', 'organizations', {
    ...anOrganization({ name: 'Alder Schools', member: true, hosting: true }),
    billing: { email: 'alder@example.org', address: '1 Example Road', termsDays: 45 },
  })
  await keep('birch', 'organizations', anOrganization({ name: 'Birch Schools', member: true }))
  await keep('circle', 'circles', aCircle())
  const circles = [ids['circle']!]
  const rates = { memberRate: 15_000, nonMemberRate: 25_000 }
  await keep('basic', 'courses', aCourse({ circles, slug: BASIC, title: 'Talking About Race', ...rates }))
  const prerequisites = [{ kind: 'all' as const, courses: [ids['basic']!] }]
  await keep('deeper', 'courses', aCourse({ circles, slug: DEEPER, title: 'Deeper', prerequisites }))
  const run = (course: string, dates: string[], capacity: number) =>
    aSession({ course: ids[course], days: dates.map(dayOn), capacity })
  await keep('october', 'sessions', run('basic', ['2026-10-15'], 2))
  await keep('november', 'sessions', run('basic', ['2026-11-12'], 5))
  await keep('winter', 'sessions', run('basic', ['2026-12-01', '2027-01-19'], 20))
  await keep('february', 'sessions', run('deeper', ['2027-02-11'], 10))
})
afterAll(async () => {
  await year.stop()
  await mail.close()
  rmSync(folder, { recursive: true, force: true })
})

const at15 = (day: string, time = '15:00:00') => `${day}T${time}Z`
const id = (name: string): string => ids[name]!
const statusOf = (session: string, name: string) => year.registration(id(session), name)['status']
const attendanceOf = (session: string, name: string, date: string) =>
  year.row(
    'SELECT a.* FROM attendance a JOIN registrations r ON r.id = a.registration_id WHERE r.session_id = ? AND r.email = ? AND a.date = ?',
    id(session),
    `${name.toLowerCase()}@example.org`,
    date,
  )
const depositOf = (name: string) =>
  year.row('SELECT * FROM deposits WHERE name = ? ORDER BY created_at DESC LIMIT 1', name)
const linkOf = (name: string, kind = 'confirmed') => year.linkIn(year.told(name, kind))
const settled = (day: string) => year.moveTo(day)

test('September: two seats are taken, the next ones wait; everybody is told what it costs until when', async () => {
  const member = { participation: 'member' }
  expect(
    await year.register(BASIC, id('october'), { name: 'Ana', organization: id('alder'), ...member }),
  ).toMatchObject({
    status: 201,
    outcome: 'confirmed',
    quote: { cents: 15_000, payer: { name: 'Alder Schools' } },
  })
  await year.register(BASIC, id('october'), { name: 'Ben', organization: id('birch'), ...member })
  expect(await year.register(BASIC, id('october'), { name: 'Cal', participation: 'self' })).toMatchObject({
    outcome: 'waitlisted',
    quote: { cents: 25_000, payer: { kind: 'person', name: 'Cal' }, position: 1 },
  })
  expect(
    await year.register(BASIC, id('october'), { name: 'Dee', participation: 'guest', host: id('birch') }),
  ).toMatchObject({ outcome: 'waitlisted', quote: { cents: 0, check: { cents: 10_000, due: '2026-10-05' } } })
  await settled(at15('2026-09-01'))
  expect(year.told('Ana', 'confirmed')).toContain('Thursday, October 8, 2026, 11:59 PM CT')
  expect(year.told('Ana', 'confirmed')).toContain('$150')
  expect(year.told('Cal', 'waitlisted')).toMatch(/1/)
  expect(String(year.row('SELECT calendar FROM messages WHERE kind = ? LIMIT 1', 'confirmed')['calendar'])).toContain(
    'DTSTART;TZID=America/Chicago:20261015T083000',
  )
})

test('a person who registers twice stays registered once, and only the mailbox hears of it', async () => {
  const again = await year.register(BASIC, id('october'), {
    name: 'Ana',
    organization: id('alder'),
    participation: 'member',
  })
  expect(again).toMatchObject({ status: 201, outcome: 'waitlisted' })
  await settled(at15('2026-09-02'))
  expect(year.rows('SELECT id FROM registrations WHERE email = ?', 'ana@example.org')).toHaveLength(1)
  expect(year.toldCount('Ana', 'already-registered')).toBe(1)
})

test('an on-time cancellation costs nothing, and the seat is held for whoever waits first', async () => {
  await settled(at15('2026-09-10'))
  const link = linkOf('Ben')
  const { text } = await year.look(link)
  expect(text).toContain('name="revision"')
  const { revision } = year.registration(id('october'), 'Ben')
  const plan = await year.manage(link, { action: 'cancel', step: 'review', revision: String(revision) })
  expect(plan.status).toBe(200)
  expect(plan.text).toContain('name="fee" value="0"')
  expect(statusOf('october', 'Ben')).toBe('confirmed')
  const canceled = await year.manage(link, { action: 'cancel', step: 'confirm', revision: String(revision), fee: '0' })
  expect(canceled.status).toBe(303)
  await settled(at15('2026-09-10'))
  expect([statusOf('october', 'Ben'), statusOf('october', 'Cal')]).toEqual(['canceled', 'offered'])
  expect(year.told('Cal', 'offered')).toContain('Friday, September 11, 2026, 10:00 AM CT')
  expect(await year.register(BASIC, id('october'), { name: 'Eli', participation: 'self' })).toMatchObject({
    outcome: 'waitlisted',
  })
})

test('an offer nobody answers goes to the next, who takes it; the guest’s check falls due', async () => {
  await settled(at15('2026-09-11', '15:00:01'))
  expect([statusOf('october', 'Cal'), statusOf('october', 'Dee')]).toEqual(['canceled', 'offered'])
  expect(year.told('Cal', 'offer-expired')).toContain('Friday, September 11, 2026, 10:00 AM CT')
  await settled(at15('2026-09-14', '14:00:00'))
  expect((await year.manage(linkOf('Dee', 'offered'), { action: 'offer', answer: 'accept' })).status).toBe(303)
  await settled(at15('2026-09-14', '14:01:00'))
  expect(statusOf('october', 'Dee')).toBe('confirmed')
  expect(depositOf('Dee')).toMatchObject({ state: 'due', due_cents: 10_000, due_on: '2026-10-05' })
  expect(year.told('Dee', 'check-due')).toContain('Monday, October 5, 2026')
})

test('the check comes in and is written down; a hosted person needs none', async () => {
  await settled(at15('2026-10-01'))
  const check = String(depositOf('Dee')['id'])
  const received = await year.desk(paths.checks, {
    check,
    do: 'received',
    number: '1021',
    amount: '100',
    day: '2026-10-01',
  })
  expect(received.status).toBe(303)
  expect(depositOf('Dee')).toMatchObject({ state: 'received', check_number: '1021', received_cents: 10_000 })
  await year.register(BASIC, id('winter'), { name: 'Hal', participation: 'hosted', host: id('alder') })
  await settled(at15('2026-10-01'))
  expect(year.rows('SELECT id FROM deposits WHERE name = ?', 'Hal')).toEqual([])
})

test('a late cancellation says its price before the click; the fee is a case, not a bill', async () => {
  await settled(at15('2026-10-09'))
  const { revision } = year.registration(id('october'), 'Ana')
  const fields = { action: 'cancel', revision: String(revision) }
  expect((await year.manage(linkOf('Ana'), { ...fields, step: 'review' })).text).toContain('name="fee" value="10000"')
  await year.manage(linkOf('Ana'), { ...fields, step: 'confirm', fee: '10000' })
  await settled(at15('2026-10-09'))
  expect(attendanceOf('october', 'Ana', '2026-10-15')).toMatchObject({
    state: 'canceled',
    fee_state: 'proposed',
    fee_cents: 10_000,
  })
  expect(year.rows('SELECT id FROM charges')).toEqual([])
  await year.manage(linkOf('Eli', 'offered'), { action: 'offer', answer: 'accept' })
  expect(statusOf('october', 'Eli')).toBe('confirmed')
  await settled(at15('2026-10-09', '16:00:00'))
  // Somebody else has the seat now: the case closes by itself, and Ana is told.
  expect(attendanceOf('october', 'Ana', '2026-10-15')).toMatchObject({
    fee_state: 'waived',
    fee_reason: 'Somebody else took the seat.',
  })
  expect(year.toldCount('Ana', 'fee-dropped')).toBe(1)
})

test('the day at the door; who did not come is proposed a fee, approved or waived with a reason', async () => {
  await settled(at15('2026-10-15', '14:00:00'))
  const door = paths.door(id('october'), '2026-10-15')
  const eli = String(year.registration(id('october'), 'Eli')['id'])
  expect((await year.desk(door, { r: eli, do: 'present' })).status).toBe(303)
  expect((await year.desk(door, { r: eli, do: 'present' })).status).toBe(303)
  await settled(at15('2026-10-15', '21:00:00'))
  expect((await year.desk(door, { do: 'close' })).status).toBe(303)
  await settled(at15('2026-10-15', '22:00:00'))
  expect(attendanceOf('october', 'Eli', '2026-10-15')).toMatchObject({ state: 'present', minutes: 360 })
  const dee = attendanceOf('october', 'Dee', '2026-10-15')
  expect(dee).toMatchObject({ state: 'absent', fee_state: 'proposed' })
  const decide = (fee: unknown, what: string, reason: string) =>
    year.desk(paths.cases, { fee: String(fee), do: what, reason })
  expect((await decide(dee['id'], 'waived', '')).status).toBe(422)
  expect((await decide(dee['id'], 'approved', '')).status).toBe(303)
  await settled(at15('2026-10-16'))
  expect(attendanceOf('october', 'Dee', '2026-10-15')).toMatchObject({ fee_state: 'approved' })
})

test('the guest’s check covers the day that was missed: it is deposited, and nothing is billed beside it', async () => {
  const check = String(depositOf('Dee')['id'])
  const tooMuch = await year.desk(paths.checks, {
    check,
    do: 'deposited',
    amount: '200',
    day: '2026-10-16',
    reason: 'Absent',
  })
  expect(tooMuch.status).toBe(422)
  await year.desk(paths.checks, { check, do: 'deposited', amount: '100', day: '2026-10-16', reason: 'Absent' })
  await settled(at15('2026-10-16'))
  expect(depositOf('Dee')).toMatchObject({ state: 'deposited', deposited_cents: 10_000 })
  expect(year.rows("SELECT id FROM charges WHERE kind = 'no-show'")).toEqual([])
  // Eli paid personally for a place, and was there.
  expect(year.rows('SELECT cents, payer_name FROM charges')).toEqual([{ cents: 25_000, payer_name: 'Eli' }])
})

test('we cancel a session: everybody is told, nobody owes, the check goes back', async () => {
  await year.register(BASIC, id('november'), { name: 'Fay', participation: 'guest', host: id('alder') })
  await year.register(BASIC, id('november'), { name: 'Gus', participation: 'self' })
  await settled(at15('2026-10-20'))
  const check = String(depositOf('Fay')['id'])
  await year.desk(paths.checks, { check, do: 'received', number: '7', amount: '$100.00', day: '2026-10-20' })
  await year.change('sessions', id('november'), { status: 'canceled', cancelReason: 'The building is closed.' })
  await settled(at15('2026-11-02'))
  for (const name of ['Fay', 'Gus']) {
    expect(statusOf('november', name)).toBe('canceled')
    expect(year.told(name, 'host-canceled')).toContain('The building is closed.')
  }
  expect((await year.lookAtDesk(paths.checks)).text).toContain('Fay')
  await year.desk(paths.checks, { check, do: 'returned', day: '2026-11-02', reason: '' })
  await settled(at15('2026-11-13'))
  expect(depositOf('Fay')).toMatchObject({ state: 'returned' })
  expect(year.rows('SELECT id FROM charges WHERE session_id = ?', id('november'))).toEqual([])
  expect((await year.look(paths.course(BASIC))).text).toContain('Canceled')
})

test('the mail server is down for a while: registering goes on, and each message arrives once', async () => {
  await mail.close()
  const college = { sponsorName: 'River College', sponsorEmail: 'college@example.org', sponsorAddress: '3 Example Way' }
  await year.register(BASIC, id('winter'), { name: 'Ivy', participation: 'self' })
  await year.register(BASIC, id('winter'), {
    name: 'Jan',
    participation: 'sponsored',
    ...college,
    order: 'received',
    orderNumber: 'PO 77',
  })
  expect(
    await year.register(BASIC, id('winter'), { name: 'Gil', organization: id('alder'), participation: 'member' }),
  ).toMatchObject({ outcome: 'confirmed' })
  await settled(at15('2026-11-16'))
  expect(year.told('Ivy', 'confirmed')).toContain('Tuesday, December 1, 2026')
  mail = await openMailServer(port)
  for (const hour of ['16', '17', '18', '23']) await settled(at15('2026-11-16', `${hour}:30:00`))
  await settled(at15('2026-11-18'))
  await expect.poll(() => year.rows("SELECT id FROM messages WHERE state = 'queued'")).toEqual([])
  expect(mail.delivered.filter(({ to }) => to.includes('ivy@example.org'))).toHaveLength(1)
})

test('a colleague accepts the terms and comes instead: the seat stays, the old link is worth nothing', async () => {
  const old = linkOf('Hal')
  const { revision } = year.registration(id('winter'), 'Hal')
  const sent = await year.manage(old, {
    action: 'colleague',
    name: 'Kim',
    email: 'kim@example.org',
    revision: String(revision),
  })
  expect(sent.status).toBe(303)
  await settled(at15('2026-11-19'))
  expect([(await year.look(old)).status, statusOf('winter', 'Hal')]).toEqual([200, 'confirmed'])
  const invitation = year.linkIn(year.told('Kim', 'colleague-asked'))
  const { termsHash, revision: shown } = hiddenIn((await year.look(invitation)).text)
  await year.manage(invitation, { answer: 'accept', termsHash: termsHash!, revision: shown! })
  await settled(at15('2026-11-19', '15:30:00'))
  expect((await year.look(old)).status).toBe(410)
  expect(statusOf('winter', 'Kim')).toBe('confirmed')
  expect([year.toldCount('Hal', 'substituted'), year.toldCount('Kim', 'confirmed')]).toEqual([1, 1])
  expect(year.told('Hal', 'substituted')).toContain('Kim now has your seat')
})

test('days weeks apart: one is missed, the other canceled in time, and there is exactly one fee', async () => {
  await settled(at15('2026-12-01', '14:45:00'))
  const door = paths.door(id('winter'), '2026-12-01')
  for (const name of ['Kim', 'Ivy', 'Jan'])
    await year.desk(door, { r: String(year.registration(id('winter'), name)['id']), do: 'present' })
  await settled(at15('2026-12-01', '22:00:00'))
  await year.desk(door, { do: 'close' })
  await settled(at15('2026-12-02'))
  const missed = attendanceOf('winter', 'Gil', '2026-12-01')
  // The day costs $100 in all: $75 is its share of the price, and the rest is the fee.
  expect(missed).toMatchObject({ state: 'absent', fee_state: 'proposed', fee_cents: 2_500 })
  await year.desk(paths.cases, { fee: String(missed['id']), do: 'approved', reason: '' })
  await settled(at15('2026-12-02'))

  await settled('2027-01-12T05:59:59Z')
  const { revision } = year.registration(id('winter'), 'Gil')
  const fields = { action: 'cancel', revision: String(revision), days: '2027-01-19' }
  const plan = await year.manage(linkOf('Gil'), { ...fields, step: 'review' })
  expect(plan.text).toContain('name="fee" value="0"')
  expect((await year.manage(linkOf('Gil'), { ...fields, step: 'confirm', fee: '0' })).status).toBe(303)
  await settled('2027-01-12T15:00:00Z')
  expect(attendanceOf('winter', 'Gil', '2027-01-19')).toMatchObject({
    state: 'canceled',
    is_on_time: 1,
    fee_state: 'none',
  })
  expect(year.rows("SELECT cents FROM charges WHERE kind = 'no-show'")).toEqual([{ cents: 2_500 }])
})

test('prerequisites: what counts, what is waived with a reason, and what is lost again', async () => {
  expect(await year.register(DEEPER, id('february'), { name: 'Liz', participation: 'self' })).toMatchObject({
    status: 422,
  })
  const gates: [string, string][] = [
    ['Liz', 'completed'],
    ['Ivy', 'upcoming'],
  ]
  for (const [name, gate] of gates) await year.register(DEEPER, id('february'), { name, participation: 'self', gate })
  const asked = { gate: 'waiver', gateStatement: 'I have taught this course.' }
  expect(await year.register(DEEPER, id('february'), { name: 'Mo', participation: 'self', ...asked })).toMatchObject({
    outcome: 'requested',
  })
  await settled('2027-01-13T15:00:00Z')
  expect(year.registration(id('february'), 'Liz')['gate']).toBe('declared')
  expect(year.registration(id('february'), 'Ivy')['gate']).toBe('met')
  const mo = String(year.registration(id('february'), 'Mo')['id'])
  expect((await year.desk(paths.cases, { gate: mo, do: 'waived', reason: 'Taught it for years' })).status).toBe(303)
  await settled('2027-01-13T15:10:00Z')
  expect(year.registration(id('february'), 'Mo')).toMatchObject({ status: 'confirmed', gate: 'waived' })
  expect(year.told('Mo', 'waiver-granted')).toContain('Taught it for years')

  await settled('2027-01-19T15:00:00Z')
  const door = paths.door(id('winter'), '2027-01-19')
  for (const name of ['Kim', 'Jan'])
    await year.desk(door, { r: String(year.registration(id('winter'), name)['id']), do: 'present' })
  await settled('2027-01-19T22:00:00Z')
  await year.desk(door, { do: 'close' })
  await settled('2027-01-20T15:00:00Z')
  expect(year.registration(id('february'), 'Ivy')).toMatchObject({ status: 'confirmed', gate: 'lost' })
  expect(year.told('Ivy', 'prerequisite-lost')).toContain('Talking About Race')
})

test('one statement for each payer and month, numbered without gaps, as page, PDF and CSV', async () => {
  const alder = () => year.row("SELECT * FROM invoices WHERE payer_name = 'Alder Schools' ORDER BY number LIMIT 1")
  expect((await year.desk(paths.statements, { do: 'make', month: '2026-12' })).status).toBe(303)
  expect((await year.desk(paths.statements, { do: 'make', month: '2026-12' })).status).toBe(303)
  await settled('2027-01-20T16:00:00Z')
  const statements = year.rows('SELECT number, payer_name, total_cents FROM invoices ORDER BY number')
  expect(statements.map(({ number }) => number)).toEqual(statements.map((_, n) => `2027-000${n + 1}`))
  // The first day of two places at the member rate (one used by a colleague), and what a missed day costs beyond its share.
  expect(alder()).toMatchObject({ total_cents: 17_500, state: 'issued' })
  const lines = JSON.parse(String(alder()['lines'])) as { cents: number; rule: string }[]
  expect(lines.reduce((sum, { cents }) => sum + cents, 0)).toBe(17_500)
  expect(lines.every(({ rule }) => rule.length > 0)).toBe(true)
  const letter = String(
    year.row("SELECT text FROM messages WHERE kind = 'statement' AND \"to\" = 'alder@example.org'")['text'],
  )
  const link = year.linkIn(letter)
  const page = await year.look(link)
  expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store'])
  expect(page.text).toContain('$175')
  const pdf = await year.look(`${link}.pdf`)
  expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  expect((await year.look(`${link}.csv`)).text).toContain('Gil')
})

test('the district refuses: the person is billed the same, and both are linked', async () => {
  const number = String(year.row("SELECT number FROM invoices WHERE payer_name = 'Alder Schools'")['number'])
  const registration = String(year.registration(id('winter'), 'Gil')['id'])
  const refused = await year.desk(paths.statement(number), {
    do: 'refuse',
    registration,
    reason: 'Not approved by the principal',
  })
  expect(refused.status).toBe(303)
  await settled('2027-01-21T15:00:00Z')
  const rebilled = year.rows('SELECT cents, rebills_id, payer_kind FROM charges WHERE rebills_id IS NOT NULL')
  expect(rebilled.map(({ cents }) => cents).sort()).toEqual([2_500, 7_500])
  expect(new Set(rebilled.map(({ payer_kind }) => payer_kind))).toEqual(new Set(['person']))
  expect(year.told('Gil', 'rebilled')).toContain('Amount: $100')
  const total = year.row('SELECT sum(cents) AS cents FROM charges WHERE registration_id = ?', registration)['cents']
  expect(total).toBe(10_000)
})

test('a payment is written down, once for each click, and never more than is owed', async () => {
  await settled('2027-02-15T15:00:00Z')
  const alder = year.row("SELECT * FROM invoices WHERE payer_name = 'Alder Schools' ORDER BY number LIMIT 1")
  const path = paths.statement(String(alder['number']))
  const fields = {
    do: 'pay',
    method: 'check',
    reference: '5521',
    day: '2027-02-15',
    revision: String(alder['revision']),
  }
  expect((await year.desk(path, { ...fields, amount: '900' })).status).toBe(422)
  const paid = await Promise.all([
    year.desk(path, { ...fields, amount: '75' }),
    year.desk(path, { ...fields, amount: '75' }),
  ])
  expect(paid.map(({ status }) => status).sort()).toEqual([303, 409])
  expect(year.row('SELECT paid_cents, state FROM invoices WHERE id = ?', String(alder['id']))).toEqual({
    paid_cents: 7_500,
    // What the district refused, $100 of $175, left its statement at once.
    state: 'paid',
  })
})

test('everything again changes nothing: no message, charge or statement is made twice', async () => {
  const counts = () =>
    ['messages', 'charges', 'invoices', 'deposits', 'attendance', 'registrations', 'events'].map(
      (table) => [table, year.row(`SELECT count(*) AS n FROM ${table}`)['n']] as const,
    )
  const before = counts()
  for (let n = 0; n < 3; n += 1) await settled('2027-02-15T15:00:00Z')
  expect(counts()).toEqual(before)
  const sentTwice = year.rows('SELECT key FROM messages GROUP BY key HAVING count(*) > 1')
  expect(sentTwice).toEqual([])
  expect(year.output()).not.toMatch(/"level":"(error|fatal)"/)
  expect(year.output()).not.toContain('eyJ')
})
