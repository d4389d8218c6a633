import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { fieldsOf } from '#collections/reviews/schema.ts'
import { handleOf, labelOf } from '#collections/reviews/label.ts'
import { REVIEW_REFUSALS } from '#collections/reviews/states.ts'
import { editionFrom } from '#collections/submissions/edition.ts'
import {
  aCollaborative,
  aContact,
  aCredential,
  anOrganization,
  aStaffMember,
  PASSWORD,
} from '#test/support/builders.ts'
import { ask, bearer, signIn, type Answer } from '#test/support/http.ts'
import { plantIn } from '#test/support/planted.ts'
import { complete, purposeful } from '#test/support/purposeful.ts'
import { submit, wordsOf } from '#test/support/registering.ts'
import { openYear, type Year } from '#test/support/year.ts'
import { ASKED, scoresWith } from '#test/support/works.ts'

// Reviewing over HTTP: what a reviewer can open, what nobody else can, and that no page says whose it is.

const BEGINS = '2026-10-06T15:00:00Z'
const TEXT = 'I am Mai García-Lopez of Cañón Meadow. Write to mai.garcia@alder.example.org.'
const SECRETS = [
  'Mai',
  'García',
  'Lopez',
  'mai.garcia',
  'alder.example.org',
  'Meadow',
  'secret-proposal',
  'River Team',
  '0134',
]
const PDF = '%PDF-1.7\n%%EOF'

let year: Year
let planted: ReturnType<typeof plantIn>
const cookies: Record<string, { Cookie: string }> = {}
const ids: Record<string, string> = {}
const id = (name: string): string => ids[name]!

const see = (path: string, who: string): Promise<Answer> => ask(year.base, path, { headers: cookies[who] })
const post = (path: string, fields: Record<string, string>, who: string): Promise<Answer> =>
  submit(year.base, path, fields, cookies[who])

beforeAll(async () => {
  year = await openYear(BEGINS, {})
  planted = plantIn(year.dataDir)
  await year.create('contacts', aContact())
  ids['organization'] = await year.create('organizations', anOrganization({ name: 'Cañón Meadow' }))
  ids['credential'] = await year.create('credentials', aCredential())
  ids['collaborative'] = await year.create('collaboratives', aCollaborative({ name: 'Community of Practice' }))
  const staff = [
    ['reviewer', 'reviewer', {}],
    ['other', 'reviewer', {}],
    ['colleague', 'reviewer', { organization: id('organization') }],
    ['registrar', 'registrar', {}],
    ['communications', 'communications', {}],
  ] as const
  for (const [name, role, given] of staff) {
    const member = aStaffMember(role, given)
    await year.create('users', member)
    cookies[name] = { Cookie: `payload-token=${await signIn(year.base, member.email, PASSWORD)}` }
  }
  const person = planted.person('Mai García-Lopez', 'mai.garcia@alder.example.org')
  const about = {
    title: 'Mai García-Lopez',
    name: 'Mai García-Lopez',
    email: 'mai.garcia@alder.example.org',
    organization: id('organization'),
    person,
    startedAt: BEGINS,
    submittedAt: BEGINS,
    revision: 1,
    linkVersion: 1,
  }
  ids['person'] = person
  ids['work'] = planted.plant(
    'submissions',
    {
      ...about,
      credential: id('credential'),
      edition: editionFrom(purposeful),
      status: 'in-review',
      answers: {},
      judged: {},
      versions: [],
      showsName: false,
      attempts: 0,
      allowed: 0,
      dueAt: '2026-10-09T04:59:59.999Z',
      activeKey: 'work',
    },
    ['person', 'credential', 'organization'],
  )
  ids['file'] = planted.file(id('work'), '2-1', 'secret-proposal-mai.pdf', 'f3a91c2b.pdf', PDF)
  const answers = {
    ...complete,
    '1-1': { text: TEXT },
    '2-1': { option: 2, files: [{ id: id('file'), seconds: null }] },
    '2-2': { option: 2, text: TEXT, files: [] },
    '2-3': { link: 'https://mai-garcia.alder.example.org/secret-proposal' },
  }
  planted.change('submissions', id('work'), { answers })
  const offered = [{ id: id('collaborative'), slug: 'x', name: 'Community of Practice', price: null, places: 6 }]
  ids['application'] = planted.plant(
    'applications',
    {
      ...about,
      applicant: 'team',
      call: 'call',
      collaborative: id('collaborative'),
      phone: '(612) 555-0134',
      jobTitle: 'Principal of Cañón Meadow',
      team: { name: 'River Team', kind: 'district', members: [] },
      answers: { conditions: [true], dates: [], texts: { 1: `${TEXT} We are the River Team.` } },
      asked: { ...ASKED, offered },
      choices: [],
      status: 'submitted',
      activeKey: 'application',
    },
    ['person', 'collaborative', 'organization'],
  )
})
afterAll(async () => {
  planted.close()
  await year.stop()
})

const workHandle = () => handleOf('submission', id('work'))
const workName = () => `Purposeful Collaboration, work ${labelOf('submission', id('work'))}`
/** Names are looked for as words: "Mai" is also in "main". */
const leaksIn = ({ text, headers }: Answer): string[] => {
  const all = `${text}\n${JSON.stringify(headers)}`
  const hidden = ['person', 'work', 'file', 'application', 'organization'].map(id)
  return [...SECRETS, ...hidden].filter((secret) => new RegExp(`(?<!\\p{L})${secret}(?!\\p{L})`, 'iu').test(all))
}

const levels = (scores = scoresWith()) =>
  Object.fromEntries(
    Object.entries(scores).flatMap(([slot, { level, comment }]) => [
      [fieldsOf(slot).level, level],
      [fieldsOf(slot).comment, comment],
    ]),
  )

let review: string

describe('a reviewer', () => {
  test('sees the queue, with neutral names and what is due, and nothing else of the desk', async () => {
    const { status, headers, text } = await see(paths.reviews, 'reviewer')
    expect([status, headers['cache-control']]).toEqual([200, 'private, no-store'])
    const words = wordsOf(text)
    expect(words).toContain(workName())
    expect(words).toContain('due Thursday, October 8, 2026; two business days left')
    expect(words).toContain('Community of Practice, application')
    expect(text).not.toContain(`href="${paths.works}"`)
    for (const path of [paths.desk, paths.works, paths.work(id('work')), paths.selections, paths.cases])
      expect([path, (await see(path, 'reviewer')).status]).toEqual([path, 403])
  })

  test('reads none of it through the REST API', async () => {
    for (const path of ['submissions', 'applications', 'reviews', 'files', 'people', 'events', 'messages'])
      expect([path, (await ask(year.base, `/api/${path}`, { headers: cookies['reviewer'] })).status]).toEqual([
        path,
        403,
      ])
  })

  test('takes something and scores it; a draft stays, and what is missing is said beside its field', async () => {
    const done = await post(paths.reviews, { take: workHandle() }, 'reviewer')
    expect(done.status).toBe(303)
    review = /\/desk\/reviews\/([\w-]+)\?done=taken/.exec(done.headers.location!)![1]!
    const page = await see(paths.review(review), 'reviewer')
    expect(wordsOf(page.text)).toContain('[name removed]')
    expect(wordsOf(page.text)).toMatch(/\d+ places named the person/)
    const draft = { [fieldsOf('4-1').level]: 'Not yet', [fieldsOf('1-1').level]: 'Passing' }
    expect((await post(paths.review(review), { ...draft, do: 'save' }, 'reviewer')).status).toBe(303)
    expect((await see(paths.review(review), 'reviewer')).text).toMatch(/value="Not yet" checked/)
    const lacking = await post(paths.review(review), { ...draft, do: 'finish' }, 'reviewer')
    expect(lacking.status).toBe(422)
    expect(lacking.text).toMatch(/<textarea id="s-4-1-comment"[^>]*aria-invalid="true"/)
    expect(lacking.text).toContain('href="#s-4-1-comment"')
    expect(wordsOf(lacking.text)).toContain('2.1 Awareness, Facilitate: Choose a level.')
  })

  test('gets evidence under a neutral name, as something that cannot run', async () => {
    const { status, headers, text } = await see(paths.reviewFile(review, '2-1-1'), 'reviewer')
    expect([status, text]).toEqual([200, PDF])
    expect(headers).toMatchObject({
      'content-disposition': `attachment; filename="Evidence 2.1-1.pdf"; filename*=UTF-8''Evidence%202.1-1.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cache-control': 'no-store',
    })
    for (const place of ['2-1-2', '2-1-1-before', id('file'), 'f3a91c2b.pdf', '..%2Ff3a91c2b.pdf'])
      expect([place, (await see(paths.reviewFile(review, place), 'reviewer')).status]).not.toEqual([place, 200])
    const link = await see(paths.reviewLink(review, '2-3'), 'reviewer')
    expect([link.status, link.headers.location]).toEqual([303, 'https://mai-garcia.alder.example.org/secret-proposal'])
    expect((await see(paths.reviewLink(review, '2-1'), 'reviewer')).status).toBe(404)
  })

  test('finds on no page whose it is', async () => {
    const json = { ...cookies['reviewer'], Accept: 'application/json' }
    const application = await post(paths.reviews, { take: handleOf('application', id('application')) }, 'reviewer')
    const scoring = application.headers.location!.split('?')[0]!
    const answers = [
      await see(paths.reviews, 'reviewer'),
      await see(paths.review(review), 'reviewer'),
      await see(paths.reviewFile(review, '2-1-1'), 'reviewer'),
      await post(paths.review(review), { do: 'finish' }, 'reviewer'),
      await post(paths.review(review), { do: 'back', reason: '' }, 'reviewer'),
      await submit(year.base, paths.review(review), { do: 'finish' }, json),
      await submit(year.base, paths.reviews, { take: 'none' }, json),
      await see(scoring, 'reviewer'),
      await post(scoring, { do: 'finish', 'points 1': '4' }, 'reviewer'),
    ]
    expect(answers.map(leaksIn)).toEqual(answers.map(() => []))
    expect(wordsOf(answers[7]!.text)).toContain('We are the [organization removed]')
    // The same words are found where they may stand.
    expect(leaksIn(await see(paths.work(id('work')), 'registrar'))).toEqual(
      expect.arrayContaining(['Mai', 'García', 'mai.garcia', 'Meadow']),
    )
  })
})

describe('nobody else', () => {
  test('opens it: another reviewer, and whoever is not signed in', async () => {
    for (const path of [paths.review(review), paths.reviewFile(review, '2-1-1'), paths.reviewLink(review, '2-3')]) {
      expect([path, (await see(path, 'other')).status]).toEqual([path, 404])
      expect([path, (await see(path, 'communications')).status]).toEqual([path, 403])
      expect([path, (await ask(year.base, path)).status]).toEqual([path, 303])
    }
    const taken = await post(paths.reviews, { take: workHandle() }, 'other')
    expect(taken.status).toBe(409)
    expect(wordsOf(taken.text)).toContain(REVIEW_REFUSALS.taken)
    const written = await post(paths.review(review), { do: 'save', 'comment 1-1': 'My own words' }, 'other')
    expect(written.status).toBe(409)
    expect(wordsOf(written.text)).toContain('My own words')
  })

  test('a colleague of the applicant neither sees it nor can take it', async () => {
    const { text } = await see(paths.reviews, 'colleague')
    expect(wordsOf(text)).not.toContain(labelOf('submission', id('work')))
    expect((await post(paths.reviews, { take: workHandle() }, 'colleague')).status).toBe(404)
    expect((await see(paths.review(review), 'colleague')).status).toBe(404)
    expect((await post(paths.review(review), { do: 'save' }, 'colleague')).status).toBe(404)
  })

  test('a form of another site is refused', async () => {
    const headers = { ...cookies['reviewer'], Origin: 'https://elsewhere.example' }
    expect((await submit(year.base, paths.review(review), { do: 'save' }, headers)).status).toBe(403)
  })
})

describe('the lead', () => {
  const release = async (fields: Record<string, string> = {}) => {
    const { text } = await see(paths.work(id('work')), 'registrar')
    const revision = /name="revision" value="(\d+)"/.exec(text)?.[1] ?? '0'
    return post(paths.work(id('work')), { do: 'release', revision, note: '', ...fields }, 'registrar')
  }

  test('sees who reads it, cannot release what is not finished, and releases once', async () => {
    const before = wordsOf((await see(paths.works, 'registrar')).text)
    // What is read blind stands there by its label, so that a list gives nobody away.
    expect(before).toContain(labelOf('submission', id('work')))
    expect(before).not.toContain('Mai García-Lopez')
    expect(before).toMatch(/Review 1: reviewer-\S+, reads until Tue, Oct 6, 2026, 12:00 PM CT/)
    expect((await release()).status).toBe(409)
    expect((await post(paths.review(review), { ...levels(), do: 'finish' }, 'reviewer')).status).toBe(303)
    const short = scoresWith({ '4-1': ['Not yet', 'Name a roadblock.'] })
    await post(paths.work(id('work')), { do: 'again', seat: '1', reason: 'Look at 4.1 again.' }, 'registrar')
    expect(wordsOf((await see(paths.review(review), 'reviewer')).text)).toContain('Look at 4.1 again.')
    expect((await post(paths.review(review), { ...levels(short), do: 'finish' }, 'reviewer')).status).toBe(303)
    const { text } = await see(paths.work(id('work')), 'registrar')
    expect(wordsOf(text)).toContain('Not yet. These parts open again: 4.1 Reflection')
    expect(wordsOf(text)).toContain('A release cannot be taken back')
    expect([(await release()).status, (await release()).status]).toEqual([303, 409])
    expect((await see(paths.review(review), 'reviewer')).status).toBe(404)
    expect((await see(paths.reviewFile(review, '2-1-1'), 'reviewer')).status).toBe(404)
    expect(year.row('SELECT status, attempts FROM submissions WHERE id = ?', id('work'))).toEqual({
      status: 'not-yet',
      attempts: 1,
    })
  })

  test('opens the evidence too, and whoever is not of the desk does not', async () => {
    const file = await see(paths.workFile(id('work'), '2-1-1'), 'registrar')
    expect([file.status, file.headers['content-disposition']]).toEqual([
      200,
      `attachment; filename="Evidence 2.1-1.pdf"; filename*=UTF-8''Evidence%202.1-1.pdf`,
    ])
    for (const who of ['reviewer', 'communications'])
      expect((await see(paths.workFile(id('work'), '2-1-1'), who)).status).toBe(403)
    expect((await ask(year.base, '/api/reviews', { headers: bearer(year.token) })).json()).toMatchObject({
      totalDocs: 2,
    })
  })
})
