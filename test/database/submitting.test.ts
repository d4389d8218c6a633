import { randomUUID } from 'node:crypto'
import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareAndSet } from '#collections/kernel/keyed.ts'
import { editionFrom, type Version } from '#collections/submissions/edition.ts'
import type { SendForm } from '#collections/submissions/schema.ts'
import { openOwnFile, removeOwnFile } from '#collections/submissions/service/files.ts'
import { saveWork } from '#collections/submissions/service/save.ts'
import { sendWork, withdrawWork } from '#collections/submissions/service/send.ts'
import { sweepEvidence } from '#collections/submissions/service/cleanup.ts'
import { folderOf } from '#collections/files/room.ts'
import type { Submission } from '#collections/kernel/payload-types.ts'
import { film, pdf, wav } from '#test/support/evidence.ts'
import { openWorkDesk, type WorkDesk } from '#test/support/submitting.ts'
import { purposeful, words } from '#test/support/purposeful.ts'

const all = { depth: 0, overrideAccess: true } as const
const OPEN = Temporal.Instant.from('2027-02-01T16:00:00Z')
/** The end of February 10 in Chicago, and the minutes after it. */
const LAST = Temporal.Instant.from('2027-02-11T05:59:59.999Z')

let desk: WorkDesk
beforeAll(async () => {
  desk = await openWorkDesk()
})
afterAll(() => desk.close())

const read = (id: string): Promise<Submission> => desk.payload.findByID({ collection: 'submissions', id, ...all })
const lying = async (): Promise<string[]> => (await readdir(folderOf(desk.context)).catch(() => [])).sort()
const rows = async (id: string): Promise<number> =>
  (await desk.payload.count({ collection: 'files', where: { submission: { equals: id } }, overrideAccess: true }))
    .totalDocs

/** Writes everything that is asked for. */
const fill = async (token: string): Promise<void> => {
  await desk.save(token, {
    '1-1': { text: words(500) },
    '1-2': { text: 'Plan' },
    '2-1': { option: 2 },
    '2-2': { option: 1, text: 'Account' },
    '2-3': { option: 0, text: 'Feedback' },
    '4-1': { text: 'Looking back' },
  })
  await desk.add(token, '2-1', 'plan.pdf', pdf())
}
const send = async (token: string, given: Partial<SendForm> = {}) =>
  sendWork(desk.context, token, {
    consent: true,
    showsName: false,
    revision: (await desk.view(token)).revision,
    ...given,
  })

/** What releasing a judgment does: one write with the version, how each item was judged, and the status. */
const judge = async (id: string, status: 'not-yet' | 'with-coach' | 'passed', fell: readonly string[]) => {
  const submission = await read(id)
  const keys = Object.keys(submission.answers as object)
  const judged = Object.fromEntries(
    keys.map((key) => [key, fell.includes(key) ? 'not-yet' : 'met']),
  ) as Version['judged']
  const attempts = submission.attempts + 1
  const version = {
    attempt: attempts,
    submittedAt: submission.submittedAt!,
    answers: submission.answers as Version['answers'],
    note: submission.note ?? '',
    outcome: 'not-yet',
    scores: Object.fromEntries(fell.map((key) => [key, { level: 'Not yet', comment: `Say more about ${key}.` }])),
    judged,
    releasedAt: desk.clock.now.toString(),
  } satisfies Version
  const versions = [...(submission.versions as Version[]), version]
  await compareAndSet(
    desk.payload,
    'submissions',
    id,
    { revision: { equals: submission.revision } },
    { status, judged, versions, attempts, revision: submission.revision + 1 },
  )
}

describe('beginning', () => {
  test('copies the credential as it is; what is edited later changes nothing', async () => {
    const { token, submission } = await desk.begun()
    const { payload, credential } = desk
    await payload.update({
      collection: 'credentials',
      id: credential.id,
      data: {
        attempts: 9,
        title: 'Something else',
        parts: credential.parts!.map(({ prompts, evidence, ...part }) => ({
          ...part,
          prompts: prompts?.slice(0, 1),
          evidence: evidence?.slice(0, 1),
        })),
      },
      ...all,
    })
    await desk.context.source.read()
    const { credential: shown, items } = await desk.view(token)
    expect([shown.title, shown.attempts, items.length]).toEqual(['Purposeful Collaboration', 3, 6])
    const { title, attempts, parts } = credential
    await payload.update({ collection: 'credentials', id: credential.id, data: { title, attempts, parts }, ...all })
    expect(submission.edition).toEqual(expect.objectContaining({ parts: editionFrom(purposeful).parts }))
  })

  test('is one beginning however often the form is sent, and another form under its number is refused', async () => {
    const form = { email: `t${randomUUID()}@example.org`, attempt: randomUUID() }
    const answers = await Promise.all([desk.begin(form), desk.begin(form), desk.begin(form)])
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(await desk.begin({ ...form, name: 'Somebody Else' })).toMatchObject({ ok: false, status: 409 })
    expect(await desk.submissionsOf(form.email)).toHaveLength(1)
    await desk.followUp()
    expect(await desk.messagesTo(form.email)).toEqual(['work-begun'])
  })

  test('says the same to a mailbox that has work already; the mailbox alone is told', async () => {
    const { email, submission } = await desk.begun()
    await desk.followUp()
    const again = await desk.begin({ email })
    const first = await desk.begin()
    expect(Object.keys(again)).toEqual(Object.keys(first))
    await expect.poll(() => desk.messagesTo(email)).toEqual(['work-begun', 'work-again'])
    expect(await desk.submissionsOf(email)).toMatchObject([{ id: submission.id, name: 'Jordan Example' }])
  })
})

describe('two windows', () => {
  test('are merged item by item', async () => {
    const { token } = await desk.begun()
    const before = await desk.view(token)
    const was = (key: string) => before.items.find(({ item }) => item.key === key)!.stamp
    await desk.save(token, { '1-1': { text: 'from one', was: was('1-1') } })
    await desk.save(token, { '1-2': { text: 'from the other', was: was('1-2') } })
    const { items } = await desk.view(token)
    expect(items.slice(0, 2).map(({ handed }) => handed.text)).toEqual(['from one', 'from the other'])
  })

  test('never write over each other unsaid, and both texts are there to choose from', async () => {
    const { token } = await desk.begun()
    await desk.save(token, { '1-1': { text: 'at first' } })
    const { stamp } = (await desk.view(token)).items[0]!
    await desk.save(token, { '1-1': { text: 'the later one', was: stamp } })
    const late = await desk.save(token, { '1-1': { text: 'the earlier one', was: stamp }, '4-1': { text: 'kept' } })
    const saved = late.ok ? late.saved : undefined
    expect(saved?.conflicts).toEqual([{ key: '1-1', text: 'the later one', stamp: expect.any(String) }])
    const { items } = await desk.view(token)
    expect([items[0]!.handed.text, items.at(-1)!.handed.text]).toEqual(['the later one', 'kept'])
    await desk.save(token, { '1-1': { text: 'both', was: saved!.conflicts[0]!.stamp } })
    expect((await desk.view(token)).items[0]!.handed.text).toBe('both')
  })

  test('with nothing typed into it, one keeps what the other saved, and is asked nothing', async () => {
    const { token } = await desk.begun()
    const { stamp: was } = (await desk.view(token)).items[0]!
    await desk.save(token, { '1-1': { text: 'from the other', was } })
    const idle = await desk.save(token, { '1-1': { text: '', was }, '4-1': { text: 'from this one' } })
    expect(idle).toMatchObject({ ok: true, saved: { stamps: { '4-1': expect.any(String) }, conflicts: [] } })
    expect(idle.ok && '1-1' in idle.saved.stamps).toBe(false)
    expect((await desk.view(token)).items[0]!.handed.text).toBe('from the other')
    const typed = await desk.save(token, { '1-1': { text: 'now from this one', was } })
    expect(typed).toMatchObject({ saved: { conflicts: [{ key: '1-1', text: 'from the other' }] } })
  })

  test('saving at once lose nothing', async () => {
    const { token } = await desk.begun()
    const keys = ['1-1', '1-2', '4-1']
    await Promise.all(keys.map((key) => desk.save(token, { [key]: { text: `of ${key}` } })))
    const texts = (await desk.view(token)).items.flatMap(({ handed }) => handed.text ?? [])
    expect(texts).toEqual(keys.map((key) => `of ${key}`))
  })
})

describe('sending', () => {
  test('is refused by one word too many, without the consent, and from a state nobody looked through', async () => {
    const { token, submission } = await desk.begun()
    await fill(token)
    await desk.save(token, { '1-1': { text: words(501) } })
    expect(await send(token)).toEqual({ ok: false, refusal: 'incomplete' })
    expect((await desk.view(token)).items[0]).toMatchObject({
      lack: { reason: 'over-limit', by: 1 },
      handed: { text: words(501) },
    })
    await desk.save(token, { '1-1': { text: words(500) } })
    expect(await send(token, { consent: false })).toEqual({ ok: false, refusal: 'no-consent' })
    expect(await send(token, { revision: 1 })).toEqual({ ok: false, refusal: 'changed-meanwhile' })
    expect(await send(token, { showsName: true })).toEqual({ ok: true })
    expect(await send(token)).toEqual({ ok: false, refusal: 'not-now' })
    const sent = await read(submission.id)
    expect(sent).toMatchObject({ status: 'submitted', showsName: true, submittedAt: '2027-02-01T16:00:00.000Z' })
    expect(sent.consent).toMatchObject({ at: '2027-02-01T16:00:00Z', hash: expect.stringMatching(/^[\da-f]{64}$/) })
    // Five business days after Monday, February 1.
    expect(sent.dueAt).toBe('2027-02-09T05:59:59.999Z')
  })

  test('takes only what belongs to the form that was chosen', async () => {
    const { token, submission } = await desk.begun()
    await fill(token)
    await desk.save(token, { '2-2': { option: 0 } })
    await desk.add(token, '2-2', 'meeting.wav', wav(3))
    await send(token)
    const { answers } = await read(submission.id)
    expect((answers as Version['answers'])['2-2']).toEqual({
      option: 0,
      files: [{ id: expect.any(String), seconds: 3, family: 'recording' }],
    })
  })

  test('ends with the deadline, and for whoever was writing with the grace', async () => {
    const { payload, credential, clock } = desk
    const update = (submitUntil: string | null) =>
      payload.update({ collection: 'credentials', id: credential.id, data: { submitUntil }, ...all })
    await update('2027-02-10')
    const { token, submission } = await desk.begun()
    await fill(token)
    const at = async (now: Temporal.Instant) => {
      clock.now = now
      return (await desk.view(token)).refusal
    }
    const after = (minutes: number, more = 0) => LAST.add({ minutes, milliseconds: more })
    expect([await at(LAST), await at(after(15)), await at(after(15, 1))]).toEqual([null, null, 'late'])
    expect(await desk.save(token, { '1-2': { text: 'Too late' } })).toEqual({ ok: false, refusal: 'late' })
    expect(await desk.begin()).toMatchObject({ ok: false, status: 409 })
    clock.now = after(15)
    expect(await send(token)).toEqual({ ok: true })
    // What came in time is not late when it is sent back.
    await judge(submission.id, 'not-yet', ['1-1'])
    clock.now = after(60 * 24 * 30)
    expect((await desk.save(token, { '1-1': { text: 'More' } })).ok).toBe(true)
    clock.now = OPEN
    await update(null)
  })
})

describe('after "not yet"', () => {
  test('only what fell short is open, with the comments beside it and the earlier version kept', async () => {
    const { token, submission, email } = await desk.begun()
    await fill(token)
    await send(token)
    await judge(submission.id, 'not-yet', ['1-2'])
    await desk.followUp()
    expect(await desk.messagesTo(email)).toEqual(['work-begun', 'work-received', 'work-not-yet'])
    const shown = await desk.view(token)
    expect(shown.items.filter(({ isOpen }) => isOpen).map(({ item }) => item.key)).toEqual(['1-2'])
    expect(shown.items[1]).toMatchObject({
      judged: [{ criterion: null, level: 'Not yet', comment: 'Say more about 1-2.', isReached: false }],
      before: { attempt: 1, handed: { text: 'Plan' } },
      lack: { reason: 'unchanged' },
    })
    expect(shown.attempts).toEqual({ made: 1, left: 2 })
    // A forged form changes nothing of what is met, and nothing else it carries.
    const forged = { items: { '1-1': { text: 'Other' }, '1-2': { text: 'New plan' } }, noteWas: '' }
    expect(await saveWork(desk.context, token, { ...forged, items: withStamps(forged.items) })).toEqual({
      ok: false,
      refusal: 'met',
    })
    expect((await desk.add(token, '2-1', 'more.pdf', pdf())).ok).toBe(false)
    expect((await read(submission.id)).answers).toMatchObject({ '1-1': { text: words(500) }, '1-2': { text: 'Plan' } })
    await desk.save(token, { '1-2': { text: 'New plan' } })
    expect(await send(token)).toEqual({ ok: false, refusal: 'no-note' })
    await desk.save(token, {}, 'A clearer plan')
    desk.clock.now = OPEN.add({ minutes: 1 })
    expect(await send(token)).toEqual({ ok: true })
    await judge(submission.id, 'with-coach', ['1-2'])
    await desk.followUp()
    expect(await desk.messagesTo(email)).toEqual([
      'work-begun',
      'work-received',
      'work-not-yet',
      'work-received',
      'work-with-coach',
    ])
    expect(await send(token)).toEqual({ ok: false, refusal: 'coach-first' })
    expect((await desk.save(token, { '1-2': { text: 'Again' } })).ok).toBe(false)
  })

  const withStamps = (items: Record<string, { text: string }>) =>
    Object.fromEntries(Object.entries(items).map(([key, item]) => [key, { ...item, was: '' }]))

  test('a file a judged version refers to stays on the disk; any other goes with its row', async () => {
    const { token, submission } = await desk.begun()
    await fill(token)
    await send(token)
    await judge(submission.id, 'not-yet', ['2-1'])
    const [judgedFile] = (await desk.view(token)).items[2]!.files
    await desk.add(token, '2-1', 'new.pdf', pdf())
    const fresh = (await desk.view(token)).items[2]!.files[1]!
    await removeOwnFile(desk.context, token, '2-1', judgedFile!.id)
    expect([await rows(submission.id), (await desk.view(token)).items[2]!.before?.files[0]?.id]).toEqual([
      2,
      judgedFile!.id,
    ])
    const files = await lying()
    await removeOwnFile(desk.context, token, '2-1', fresh.id)
    expect([await rows(submission.id), files.length - (await lying()).length]).toEqual([1, 1])
  })
})

describe('evidence', () => {
  test('is one’s own, and nobody else’s by its id', async () => {
    const [mine, other] = [await desk.begun(), await desk.begun()]
    await fill(mine.token)
    await fill(other.token)
    const [file] = (await desk.view(mine.token)).items[2]!.files
    const opened = await openOwnFile(desk.context, mine.token, file!.id)
    expect(opened).toMatchObject({ name: 'plan.pdf', type: 'application/pdf', ending: 'pdf', size: pdf().length })
    expect(await openOwnFile(desk.context, other.token, file!.id)).toBeUndefined()
    await removeOwnFile(desk.context, other.token, '2-1', file!.id)
    expect((await desk.view(mine.token)).items[2]!.files).toHaveLength(1)
  })

  test('that is too long says how long it is, and leaves nothing', async () => {
    const { token, submission } = await desk.begun()
    await desk.save(token, { '2-2': { option: 0 } })
    const before = await lying()
    expect(await desk.add(token, '2-2', 'a.mp4', film(601))).toEqual({ ok: false, refusal: 'too-long', seconds: 601 })
    expect([await lying(), await rows(submission.id)]).toEqual([before, 0])
    expect((await desk.add(token, '2-2', 'a.mp4', film(600))).ok).toBe(true)
  })

  test('whose connection breaks off leaves nothing', async () => {
    const { token, submission } = await desk.begun()
    await desk.save(token, { '2-1': { option: 0 } })
    const before = await lying()
    const broken = Readable.from(
      (function* () {
        yield Buffer.concat([pdf(), Buffer.alloc(100_000)])
        throw new Error('cut')
      })(),
    )
    await expect(desk.add(token, '2-1', 'a.pdf', broken)).rejects.toThrow('cut')
    expect([await lying(), await rows(submission.id)]).toEqual([before, 0])
  })

  test('is limited to six files of an item, also when seven come at once', async () => {
    const { token } = await desk.begun()
    await desk.save(token, { '2-1': { option: 0 } })
    const added = await Promise.all(Array.from({ length: 7 }, () => desk.add(token, '2-1', 'a.pdf', pdf())))
    expect(added.filter(({ ok }) => ok)).toHaveLength(6)
    expect(added.find(({ ok }) => !ok)).toMatchObject({ refusal: 'too-many' })
  })

  test('that belongs to nothing is swept once it is an hour old', async () => {
    const { token, submission } = await desk.begun()
    await desk.save(token, { '2-1': { option: 0 } })
    await desk.add(token, '2-1', 'a.pdf', pdf())
    const folder = folderOf(desk.context)
    const kept = await lying()
    const [old, young] = [`evidence-${randomUUID()}.part`, `evidence-${randomUUID()}.pdf`]
    for (const name of [old, young, 'letter.pdf']) await writeFile(join(folder, name), 'x')
    const yesterday = new Date(Date.now() - 86_400_000)
    for (const name of [old, 'letter.pdf']) await utimes(join(folder, name), yesterday, yesterday)
    const [row] = (await desk.view(token)).items[2]!.files
    await sweepEvidence(desk.context)
    expect(await lying()).toEqual([...kept, young, 'letter.pdf'].sort())
    // A row no item refers to any more.
    const { revision } = await read(submission.id)
    const unset = { answers: {}, revision: revision + 1 }
    await compareAndSet(desk.payload, 'submissions', submission.id, { revision: { equals: revision } }, unset)
    await desk.payload.db.updateOne({
      collection: 'files',
      where: { id: { equals: row!.id } },
      data: { createdAt: yesterday.toISOString() },
    })
    await sweepEvidence(desk.context)
    expect(await rows(submission.id)).toBe(0)
  })

  test('is deleted a year after the work was given up, and never while it waits for us', async () => {
    const withFile = async (status: Submission['status']): Promise<string> => {
      const { token, submission } = await desk.begun()
      await desk.save(token, { '2-1': { option: 0 } })
      await desk.add(token, '2-1', 'a.pdf', pdf())
      const { revision } = await read(submission.id)
      await compareAndSet(desk.payload, 'submissions', submission.id, { revision: { equals: revision } }, { status })
      return submission.id
    }
    const [over, reading] = [await withFile('withdrawn'), await withFile('in-review')]
    const { now } = desk.clock
    const changed = Temporal.Instant.from((await read(over)).updatedAt).toZonedDateTimeISO('America/Chicago')
    desk.clock.now = changed.add({ months: 12 }).subtract({ seconds: 1 }).toInstant()
    await sweepEvidence(desk.context)
    expect([await rows(over), await rows(reading)]).toEqual([1, 1])
    desk.clock.now = changed.add({ months: 12 }).toInstant()
    await sweepEvidence(desk.context)
    expect([await rows(over), await rows(reading)]).toEqual([0, 1])
    const { docs } = await desk.payload.find({ collection: 'events', where: { submission: { equals: over } }, ...all })
    expect(docs.map(({ kind }) => kind)).toContain('submission.files-deleted')
    desk.clock.now = now
  })
})

test('work that is taken back opens the way to begin anew', async () => {
  const { token, email } = await desk.begun()
  expect(await withdrawWork(desk.context, token)).toEqual({ ok: true })
  expect(await withdrawWork(desk.context, token)).toEqual({ ok: false, refusal: 'not-now' })
  await desk.begin({ email })
  expect((await desk.submissionsOf(email)).map(({ status }) => status)).toEqual(['withdrawn', 'draft'])
})

test('attempts that were made count on in new work, and with none left a coach comes first', async () => {
  const { token, email, submission } = await desk.begun()
  await desk.payload.update({ collection: 'submissions', id: submission.id, data: { attempts: 2 }, ...all })
  await withdrawWork(desk.context, token)
  await desk.begin({ email })
  const [, second] = await desk.submissionsOf(email)
  expect([second!.status, second!.attempts]).toEqual(['draft', 2])
  const again = await desk.tokenOf(second!)
  expect((await desk.view(again)).attempts).toEqual({ made: 2, left: 1 })
  await desk.payload.update({ collection: 'submissions', id: second!.id, data: { attempts: 3 }, ...all })
  await withdrawWork(desk.context, again)
  await desk.begin({ email })
  const [, , third] = await desk.submissionsOf(email)
  expect([third!.status, third!.attempts]).toEqual(['with-coach', 3])
})
