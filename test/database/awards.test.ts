import { alertsNow } from '#collections/attendance/service/alerts.ts'
import { generateKeyPairSync } from 'node:crypto'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Payload } from 'payload'
import { makeUp, mark, unmark } from '#collections/attendance/actions.ts'
import { REGIVE_REFUSALS, REVOKE_REFUSALS } from '#collections/awards/states.ts'
import type { CertificateFacts } from '#collections/awards/certificate.ts'
import type { Badge } from '#collections/awards/view.ts'
import { idOf } from '#collections/kernel/related.ts'
import { addDays } from '#collections/values/day.ts'
import { publicAwards } from '#collections/awards/service/public.ts'
import { awardCodeOf } from '#collections/awards/queries.ts'
import { notifyAbout } from '#collections/registrations/service/notifications.ts'
import { minimumFor } from '#collections/registrations/service/program.ts'
import { staffAwards } from '#collections/awards/service/staff.ts'
import { giveBadge } from '#collections/awards/service/badges.ts'
import { checkBadge } from '#collections/awards/service/check.ts'
import { retiredKeys } from '#collections/awards/service/followups.ts'
import { keyOf } from '#collections/awards/service/resigning.ts'
import type { Context } from '#collections/context/context.ts'
import { myViewOf } from '#collections/people/service/my.ts'
import type { Award, Message, Registration, Submission, User } from '#collections/kernel/payload-types.ts'
import { ATTENDANCE, AWARDS, MINIMUMS, followUp } from '#test/support/follow-ups.ts'
import { aVersion, passedWork } from '#test/support/awards.ts'
import { aCollaborative, aDay, aSession } from '#test/support/builders.ts'
import { actAt, DAYS, newSession, openTestDesk, seated } from '#test/support/desk.ts'
import { actBy, newCredential, newReviewer, newWork, scoresWith } from '#test/support/works.ts'
import { saying } from '#test/support/database.ts'

// Awards on a real database: given once, in line with the ledger of days, taken back for good; and minimums told once.

type Desk = Awaited<ReturnType<typeof openTestDesk>>
let desk: Desk
let payload: Payload
let credential: string
let registrar: User
const at = (text: string) => Temporal.Instant.from(text)
const [ONE, TWO, THREE] = DAYS
const NOW = at('2027-02-01T16:00:00Z')
const OVER = at('2027-04-14T16:00:00Z')

beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
  credential = await newCredential(payload)
  registrar = await newReviewer(payload, { roles: ['registrar'] })
})
beforeEach(() => {
  desk.clock.now = NOW
})
afterAll(() => desk.close())

const all = { depth: 0, overrideAccess: true, pagination: false } as const
const staff = () => staffAwards(desk.context, actBy(desk.context, registrar))
const open = () => publicAwards(desk.context)
const catchUp = async (context: Context = desk.context) => {
  await followUp(context, ATTENDANCE)
  await followUp(context, AWARDS)
}
/** What a process that has just started knows: nothing. */
const afresh = (): Context => ({ ...desk.context, payload: Object.create(payload) as Payload })

const awardsOf = async (where: object): Promise<Award[]> =>
  (await payload.find({ collection: 'awards', ...all, sort: 'createdAt', where: { ...where } })).docs
const awardsFor = ({ id }: Pick<Submission, 'id'>) => awardsOf({ submission: { equals: id } })
const certificatesFor = ({ id }: Pick<Registration, 'id'>) => awardsOf({ registration: { equals: id } })
const messagesOf = async (where: object): Promise<Message['kind'][]> =>
  (await payload.find({ collection: 'messages', ...all, sort: 'createdAt', where: { ...where } })).docs.map(
    ({ kind }) => kind,
  )
const kindsOf = async ({ id }: Pick<Award, 'id'>): Promise<string[]> =>
  (
    await payload.find({ collection: 'events', ...all, sort: 'createdAt', where: { key: { like: `award:${id}:` } } })
  ).docs.map(({ kind }) => kind)

const badgeOf = ({ signed }: Award): Badge => decodeJwt(signed!) as unknown as Badge
const attended = (registration: { id: string }, day: string, minutes?: number) =>
  mark(actAt(payload, OVER), registration.id, day, minutes ? { state: 'partly', minutes } : { state: 'present' })
const absent = (registration: { id: string }, day: string) =>
  mark(actAt(payload, OVER), registration.id, day, { state: 'absent' })

describe('a micro-credential', () => {
  test('is given once for work that passed, however often and by however many it is worked out', async () => {
    const work = await passedWork(payload, credential)
    await Promise.all([catchUp(), catchUp(), catchUp(afresh()), catchUp(afresh())])
    await catchUp()
    const [award, ...more] = await awardsFor(work)
    expect(more).toEqual([])
    expect(award).toMatchObject({
      key: `submission:${work.id}`,
      kind: 'credential',
      title: 'Purposeful Collaboration',
      name: work.name,
      showsName: false,
      awardedAt: '2027-02-01T15:00:00.000Z',
    })
    expect(await messagesOf({ submission: { equals: work.id } })).toEqual(['work-passed'])
    expect(await kindsOf(award!)).toEqual(['award.given'])
    expect(await awardCodeOf(desk.context, `submission:${work.id}`)).toBe(award!.code)
  })

  test('is told of by the next process when the one that gave it was killed', async () => {
    const work = await passedWork(payload, credential)
    const award = (await giveBadge(desk.context, work))!
    expect(await messagesOf({ submission: { equals: work.id } })).toEqual([])
    await catchUp(afresh())
    expect(await messagesOf({ submission: { equals: work.id } })).toEqual(['work-passed'])
    expect(await awardsFor(work)).toMatchObject([{ code: award.code, signed: award.signed }])
  })

  test('is given by the next process when the one before was killed before it', async () => {
    await catchUp()
    const work = await passedWork(payload, credential)
    await payload.db.updateOne({
      collection: 'submissions',
      where: { id: { equals: work.id } },
      data: { updatedAt: '2027-01-01T00:00:00.000Z' },
    })
    await catchUp(afresh())
    expect(await awardsFor(work)).toHaveLength(1)
  })

  test('is given for nothing that has not passed', async () => {
    const work = await newWork(payload, credential, NOW)
    await catchUp(afresh())
    expect(await awardsFor(work)).toEqual([])
  })

  test('says the levels of the last version, with what was met before, and the strategies', async () => {
    const { '4-1': later, ...before } = scoresWith()
    const work = await passedWork(payload, credential, {
      edition: { strategies: [{ name: 'Adult Behaviors', slug: 'adult-behaviors' }], validMonths: 12 },
      versions: [
        {
          ...aVersion({ outcome: 'not-yet', scores: { ...before, '4-1': { level: 'Not yet', comment: 'Say more.' } } }),
        },
        { ...aVersion({ attempt: 2, scores: { '4-1': later! } }) },
      ],
    })
    await catchUp()
    const [award] = await awardsFor(work)
    const { credentialSubject, validUntil } = badgeOf(award!)
    expect(credentialSubject.result).toHaveLength(9)
    expect(credentialSubject.achievement.alignment).toMatchObject([
      { targetName: 'Adult Behaviors', targetFramework: 'Reimagine Minnesota' },
    ])
    expect([validUntil, award!.expiresAt]).toEqual(['2028-02-02T05:59:59Z', '2028-02-02T05:59:59.000Z'])
    expect(award!.signed).not.toContain('Say more.')
    expect(JSON.stringify(badgeOf(award!))).not.toMatch(/@example\.org|Say more/)
  })

  test('carries the name only where its owner agreed, who can change that', async () => {
    const work = await passedWork(payload, credential, { showsName: true, name: 'Jordan Example' })
    await catchUp()
    const [award] = await awardsFor(work)
    expect((await open().read(award!.code))!.name).toBe('Jordan Example')
    expect(JSON.stringify(badgeOf(award!))).toContain('Jordan Example')

    const person = await payload.findByID({ collection: 'people', id: idOf(work.person), ...all })
    const token = await desk.context.tokens.sign('my', { p: person.id, v: person.linkVersion }, NOW)
    expect(await open().showName(token, award!.code, false)).toEqual({ ok: true, isDone: true })
    const [hidden] = await awardsFor(work)
    expect(JSON.stringify(badgeOf(hidden!))).not.toContain('Jordan')
    expect((await open().read(award!.code))!.name).toBeNull()
    expect(badgeOf(hidden!)).toMatchObject({ id: badgeOf(award!).id, validFrom: badgeOf(award!).validFrom })
    expect(badgeOf(hidden!).credentialSubject.id).toBe(badgeOf(award!).credentialSubject.id)
    // A copy given away before is still what we signed.
    expect(await open().check(award!.signed!)).toMatchObject({ result: 'valid', award: { name: null } })

    const other = await passedWork(payload, credential)
    const stranger = await payload.findByID({ collection: 'people', id: idOf(other.person), ...all })
    const foreign = await desk.context.tokens.sign('my', { p: stranger.id, v: stranger.linkVersion }, NOW)
    expect(await open().showName(foreign, award!.code, true)).toEqual({ ok: true, isDone: false })
    expect(await open().showName('no link', award!.code, true)).toEqual({ ok: false, refusal: 'invalid' })

    const mine = await myViewOf(desk.context, token)
    expect(mine).toMatchObject({
      view: {
        awards: [{ code: award!.code, title: 'Purposeful Collaboration', showsName: false, isRevoked: false }],
        works: [{ title: 'Purposeful Collaboration', status: 'Passed' }],
      },
    })
  })
})

describe('a key that is retired', () => {
  test('ends what it signed, which is signed anew at the same address; what was copied before is named for what it is', async () => {
    const work = await passedWork(payload, credential)
    const award = (await giveBadge(desk.context, work))!
    const kid = keyOf(award.signed!)
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const jwk = keys.publicKey.export({ format: 'jwk' }) as { n: string; e: string }
    const published = [{ kty: 'RSA', kid: 'next', ...jwk, alg: 'RS256', use: 'sig' }] as never
    const after: Context = {
      ...desk.context,
      now: desk.clock.now,
      badgeKeys: () =>
        Promise.resolve({
          signing: { kid: 'next', key: keys.privateKey },
          published,
          retired: [{ kid, at: '2027-02-01T16:00:00Z' }],
        }),
    }
    const span = { since: undefined, until: desk.clock.now }
    expect(await retiredKeys.due!(after, span)).toHaveLength(1)
    await retiredKeys.handle(after, 'everything')
    await retiredKeys.handle(after, 'everything')
    const [anew] = await awardsFor(work)
    expect(anew).toMatchObject({ code: award.code, revision: award.revision + 1 })
    expect(keyOf(anew!.signed!)).toBe('next')
    expect(badgeOf(anew!).credentialSubject).toEqual(badgeOf(award).credentialSubject)
    expect(await checkBadge(after, award.signed!)).toEqual({ result: 'retired', award: null })
    expect((await checkBadge(after, anew!.signed!)).result).toBe('valid')
    expect(await retiredKeys.due!(desk.context, span)).toEqual([])
  })
})

describe('taking back', () => {
  const given = async () => {
    const work = await passedWork(payload, credential)
    await catchUp()
    return { work, award: (await awardsFor(work))[0]! }
  }

  test('needs a reason, happens once, is told once, listed, and shown to whoever checks', async () => {
    const { work, award } = await given()
    expect(await staff().revoke(award.id, '  ')).toEqual({
      ok: false,
      message: REVOKE_REFUSALS['no-reason'],
      status: 422,
    })
    const done = await Promise.all([1, 2, 3].map((n) => staff().revoke(award.id, `Reason ${n}.`)))
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    await Promise.all([catchUp(), catchUp(afresh())])
    await catchUp()
    expect(await messagesOf({ submission: { equals: work.id } })).toEqual(['work-passed', 'award-revoked'])
    expect(await kindsOf(award)).toEqual(['award.given', 'award.revoked'])
    const [now] = await awardsFor(work)
    expect(now).toMatchObject({ revokedBy: registrar.id, signed: award.signed })
    const { revokedCredential } = await open().revoked()
    expect(revokedCredential).toContainEqual({
      id: `http://localhost:3000/verify/${award.code}`,
      revoked: true,
      revocationReason: now!.revokeReason,
    })
    expect(await open().check(award.signed!)).toMatchObject({
      result: 'revoked',
      award: { status: 'revoked', revoked: { reason: now!.revokeReason } },
    })
    expect(await staff().revoke(award.id, 'Again.')).toMatchObject({ message: REVOKE_REFUSALS['revoked-before'] })
  })

  test('stays so; given anew it is another award', async () => {
    const { work, award } = await given()
    expect(await staff().reissue(award.id, 'A reason.')).toMatchObject({ message: REGIVE_REFUSALS.holds })
    await staff().revoke(award.id, 'A mistake in the name.')
    await catchUp(afresh())
    expect(await awardsFor(work)).toHaveLength(1)
    expect(await staff().reissue(award.id, '')).toMatchObject({ message: REGIVE_REFUSALS['no-reason'] })
    const done = await Promise.all([1, 2].map(() => staff().reissue(award.id, 'It was right after all.')))
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    await catchUp()
    const [old, fresh, ...more] = await awardsFor(work)
    expect(more).toEqual([])
    expect([old!.code, Boolean(old!.revokedAt), Boolean(fresh!.revokedAt)]).toEqual([award.code, true, false])
    expect(fresh!.code).not.toBe(award.code)
    expect(await messagesOf({ submission: { equals: work.id } })).toEqual([
      'work-passed',
      'award-revoked',
      'work-passed',
    ])
    expect(await awardCodeOf(desk.context, `submission:${work.id}`)).toBe(fresh!.code)
  })
})

describe('a certificate of attendance', () => {
  const someone = async (days: readonly string[] = DAYS) => {
    const session = await newSession(payload, desk.course, days)
    return { session, registration: await seated(payload, session) }
  }

  test('comes once everything is over and recorded, for the minutes attended, and is told once', async () => {
    const { registration } = await someone()
    desk.clock.now = OVER
    await attended(registration, ONE)
    await attended(registration, TWO, 90)
    await catchUp()
    expect(await certificatesFor(registration)).toEqual([])
    await mark(actAt(payload, OVER), registration.id, THREE, { state: 'excused' })
    await Promise.all([catchUp(), catchUp(afresh())])
    await catchUp()
    const [award, ...more] = await certificatesFor(registration)
    expect(more).toEqual([])
    expect(award).toMatchObject({
      key: `registration:${registration.id}`,
      kind: 'course',
      minutes: 465,
      name: registration.name,
      facts: {
        provider: 'Onramp Education Collaborative',
        days: [
          { date: ONE, minutes: 375, whole: 375 },
          { date: TWO, minutes: 90, whole: 375 },
        ],
      },
    })
    expect(await messagesOf({ registration: { equals: registration.id }, kind: { equals: 'certificate' } })).toEqual([
      'certificate',
    ])
  })

  test('not before the end, even where every day to come is excused', async () => {
    const { registration } = await someone()
    await attended(registration, ONE)
    for (const day of [TWO, THREE]) await mark(actAt(payload, OVER), registration.id, day, { state: 'excused' })
    desk.clock.now = at('2027-04-13T20:29:59Z')
    await catchUp(afresh())
    expect(await certificatesFor(registration)).toEqual([])
    desk.clock.now = at('2027-04-13T20:30:00Z')
    await catchUp()
    expect(await certificatesFor(registration)).toMatchObject([{ minutes: 375 }])
  })

  test('leaves out a day we called off, and none comes to whoever never came', async () => {
    const { session, registration } = await someone()
    const other = await seated(payload, session)
    desk.clock.now = OVER
    const { days } = await payload.findByID({ collection: 'sessions', id: session, ...all })
    await payload.update({
      collection: 'sessions',
      id: session,
      data: { days: days.map((day) => ({ ...day, canceled: day.date === THREE })) },
      ...all,
    })
    for (const day of [ONE, TWO]) {
      await attended(registration, day)
      await absent(other, day)
    }
    await catchUp()
    expect(await certificatesFor(registration)).toMatchObject([{ minutes: 750 }])
    expect(await certificatesFor(other)).toEqual([])
  })

  test('follows corrections at its own address, says what it said before, and is told again', async () => {
    const { registration } = await someone([ONE])
    desk.clock.now = OVER
    await attended(registration, ONE)
    await catchUp()
    const [award] = await certificatesFor(registration)
    desk.clock.now = OVER.add({ hours: 24 })
    await attended(registration, ONE, 200)
    await catchUp()
    await catchUp()
    const [corrected, ...more] = await certificatesFor(registration)
    expect(more).toEqual([])
    expect(corrected).toMatchObject({ code: award!.code, minutes: 200 })
    expect((corrected!.facts as CertificateFacts).corrections).toMatchObject([{ minutes: 375 }])
    expect(await kindsOf(award!)).toEqual(['award.given', 'award.corrected'])
    expect(
      await messagesOf({ registration: { equals: registration.id }, kind: { equals: 'certificate' } }),
    ).toHaveLength(2)
  })

  test('ends when no attendance remains, and another comes when it was there after all', async () => {
    const { registration } = await someone([ONE])
    desk.clock.now = OVER
    await attended(registration, ONE)
    await catchUp()
    await absent(registration, ONE)
    await catchUp()
    const [withdrawn] = await certificatesFor(registration)
    expect(saying(withdrawn!, 'revokeReason', 'revokedBy')).toEqual({
      revokeReason: 'The record of attendance was corrected: no attendance remains.',
      revokedBy: null,
    })
    await attended(registration, ONE)
    await catchUp()
    const [, again] = await certificatesFor(registration)
    expect(again).toMatchObject({ key: `registration:${registration.id}#2`, minutes: 375 })
    await unmark(actAt(payload, OVER), registration.id, ONE)
    await catchUp()
    expect((await certificatesFor(registration)).map(({ revokedAt }) => Boolean(revokedAt))).toEqual([true, true])
  })

  test('taken back by hand stays so, whatever becomes of the attendance', async () => {
    const { registration } = await someone([ONE])
    desk.clock.now = OVER
    await attended(registration, ONE)
    await catchUp()
    const [award] = await certificatesFor(registration)
    await staff().revoke(award!.id, 'Somebody else sat there.')
    await attended(registration, ONE, 100)
    await catchUp()
    expect(await certificatesFor(registration)).toHaveLength(1)
    expect(await staff().reissue(award!.id, 'It was them.')).toEqual({ ok: true })
    const latest = (await certificatesFor(registration)).at(-1)!
    expect(saying(latest, 'minutes', 'revokedAt')).toEqual({ minutes: 100, revokedAt: null })
  })
})

describe('a minimum of live sessions', () => {
  const THURSDAYS = Array.from({ length: 8 }, (_, week) => addDays('2027-02-04', 7 * week))
  const program = async (given: Parameters<typeof aCollaborative>[0] = {}) => {
    const collaborative = await payload.create({
      collection: 'collaboratives',
      data: aCollaborative({
        kind: 'community-of-practice',
        minimumSessions: 6,
        onCanceled: 'lowers-meetings',
        ...given,
      }),
      depth: 0,
      overrideAccess: true,
    })
    const days = THURSDAYS.map((date) => ({ ...aDay, date, breakMinutes: 0 }))
    const session = await payload.create({
      collection: 'sessions',
      data: aSession({ collaborative: collaborative.id, days }),
      depth: 0,
      overrideAccess: true,
    })
    return { session: session.id, registration: await seated(payload, session.id) }
  }
  const alertsOf = ({ id }: { id: string }) =>
    messagesOf({ registration: { equals: id }, kind: { in: ['last-miss', 'minimum-missed'] } })
  const marksOn = async (registration: { id: string }, week: number, state: 'present' | 'absent') => {
    desk.clock.now = at(`${THURSDAYS[week]}T22:00:00Z`)
    await mark(actAt(payload, desk.clock.now), registration.id, THURSDAYS[week]!, { state })
    await Promise.all([followUp(desk.context, MINIMUMS), followUp(desk.context, MINIMUMS)])
  }

  const textsOf = async ({ id }: { id: string }, kind: string): Promise<string[]> =>
    (
      await payload.find({
        collection: 'messages',
        ...all,
        where: { registration: { equals: id }, kind: { equals: kind } },
      })
    ).docs.map(({ text }) => text ?? '')

  test('the last-miss letter counts make-ups: coming to all that are left is not enough, and it says so', async () => {
    const { registration } = await program({ makeUps: 1, minimumSessions: 7 })
    for (const [week, state] of (['absent', 'present', 'absent'] as const).entries())
      await marksOn(registration, week, state)
    const [letter, ...more] = await textsOf(registration, 'last-miss')
    expect(more).toEqual([])
    expect(letter).toContain(
      'Please come to all 5 that are left and make up for 1 that you missed: the 5 alone give 6 of 7.',
    )
  })

  test('a day that is called off: the letter says that 6 of 8 became 5 of 7', async () => {
    const { session, registration } = await program({ onCanceled: 'lowers-both' })
    const { days } = await payload.findByID({ collection: 'sessions', id: session, depth: 0, overrideAccess: true })
    const calledOff = days.map((day) => (day.date === THURSDAYS[2] ? { ...day, canceled: true } : day))
    await payload.update({ collection: 'sessions', id: session, data: { days: calledOff }, overrideAccess: true })
    await notifyAbout(desk.context, 'day-canceled', registration, { key: THURSDAYS[2] })
    const [letter] = await textsOf(registration, 'day-canceled')
    expect(letter).toContain(
      'The program first asked for at least 6 of the 8 live sessions; of those that are held now it asks for at least 5 of 7.',
    )
  })

  test('the second miss is the last, and the third makes it impossible on its day: one message each', async () => {
    const { registration } = await program()
    const seen: string[][] = []
    for (const [week, state] of (['absent', 'present', 'absent', 'present', 'absent', 'absent'] as const).entries()) {
      await marksOn(registration, week, state)
      seen.push(await alertsOf(registration))
    }
    expect(seen).toEqual([
      [],
      [],
      ['last-miss'],
      ['last-miss'],
      ['last-miss', 'minimum-missed'],
      ['last-miss', 'minimum-missed'],
    ])
    expect((await minimumFor(desk.context, registration))?.standing).toMatchObject({
      state: 'impossible',
      attended: 2,
      missed: 4,
    })
    const { docs: log } = await payload.find({
      collection: 'events',
      ...all,
      sort: 'createdAt',
      where: { registration: { equals: registration.id }, kind: { like: 'minimum.' } },
    })
    expect(log.map(({ kind }) => kind)).toEqual(['minimum.last-miss', 'minimum.minimum-missed'])
    expect(await alertsNow(desk.context)).toContainEqual(
      expect.objectContaining({ registration: registration.id, state: 'impossible', date: THURSDAYS[4], attended: 2 }),
    )
    const { docs } = await payload.find({
      collection: 'messages',
      ...all,
      where: { registration: { equals: registration.id }, kind: { equals: 'minimum-missed' } },
    })
    expect(docs[0]!.text).toContain(
      'at least 6 of the 8 live sessions. You attended 2, missed 3, and 3 are still to come.',
    )
  })

  test('one we call off changes what is asked as the program says', async () => {
    const [strict, kind] = await Promise.all([program(), program({ onCanceled: 'lowers-both' })])
    for (const { session } of [strict, kind]) {
      const { days } = await payload.findByID({ collection: 'sessions', id: session, ...all })
      const off = days.map((day) => ({ ...day, canceled: day.date === THURSDAYS[7] }))
      await payload.update({ collection: 'sessions', id: session, data: { days: off }, ...all })
    }
    for (const { registration } of [strict, kind]) await marksOn(registration, 0, 'absent')
    expect((await minimumFor(desk.context, strict.registration))?.standing).toMatchObject({
      required: 6,
      of: 7,
      missesLeft: 0,
    })
    expect((await minimumFor(desk.context, kind.registration))?.standing).toMatchObject({
      required: 5,
      of: 7,
      missesLeft: 1,
    })
    expect([await alertsOf(strict.registration), await alertsOf(kind.registration)]).toEqual([['last-miss'], []])
  })

  test('a missed one can be made up for where the program lets people', async () => {
    const { registration } = await program({ makeUps: 1 })
    for (const week of [0, 1, 2]) await marksOn(registration, week, 'absent')
    const day = THURSDAYS[0]!
    expect(await makeUp(actAt(payload, NOW), registration.id, THURSDAYS[5]!, 'x')).toEqual({
      ok: false,
      refusal: 'not-missed',
    })
    expect(await makeUp(actAt(payload, NOW), registration.id, day, ' ')).toEqual({ ok: false, refusal: 'no-way' })
    expect(await makeUp(actAt(payload, NOW), registration.id, day, 'Led a meeting.')).toEqual({
      ok: true,
      changed: true,
    })
    expect(await makeUp(actAt(payload, NOW), registration.id, day, 'Led a meeting.')).toEqual({
      ok: true,
      changed: false,
    })
    expect((await minimumFor(desk.context, registration))?.standing).toMatchObject({
      attended: 1,
      missed: 2,
      state: 'no-miss-left',
    })
    await makeUp(actAt(payload, NOW), registration.id, day, null)
    expect((await minimumFor(desk.context, registration))?.standing).toMatchObject({ attended: 0, missed: 3 })
  })

  test('only whoever met it gets a certificate, one for the whole program', async () => {
    const { session, registration } = await program()
    const other = await seated(payload, session)
    for (const [week, date] of THURSDAYS.entries()) {
      await mark(actAt(payload, OVER), registration.id, date, { state: week < 2 ? 'absent' : 'present' })
      await mark(actAt(payload, OVER), other.id, date, { state: week < 3 ? 'absent' : 'present' })
    }
    desk.clock.now = OVER
    await catchUp()
    expect(await certificatesFor(registration)).toMatchObject([
      { minutes: 6 * 420, facts: { minimum: { attended: 6, required: 6, of: 8 } } },
    ])
    expect(await certificatesFor(other)).toEqual([])
  })

  test('asks nothing of whoever has no seat, nor where there is no minimum', async () => {
    const { session } = await program()
    const waiting = await seated(payload, session, { status: 'waitlisted' })
    const course = await seated(payload, await newSession(payload, desk.course))
    expect([
      (await minimumFor(desk.context, waiting))?.standing,
      (await minimumFor(desk.context, course))?.standing,
    ]).toEqual([undefined, undefined])
  })
})
