import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { courses } from '#seed/content/courses/courses.ts'
import { organizations } from '#seed/content/organizations.ts'
import { sessionPlans } from '#seed/content/sessions.ts'
import { ask, bearer, type Answer } from './http.ts'

type Fields = Record<string, string>

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"', '#38': '&' }
export const unescape = (text: string): string => text.replace(/&(#?\w+);/g, (whole, name) => NAMED[name] ?? whole)

/** What a form carries along unseen. */
export const hiddenIn = (html: string): Fields =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      unescape(value!),
    ]),
  )

/** The words of a page, without its markup. */
export const wordsOf = (html: string): string =>
  unescape(html.replace(/<(style|script|svg)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')

/** Posts a form as a browser does, from a page of ours. */
export const submit = (base: string, path: string, fields: Fields | FormData, headers: Fields = {}): Promise<Answer> =>
  fields instanceof FormData
    ? ask(base, path, { method: 'POST', body: fields, headers: { Origin: base, ...headers } })
    : ask(base, path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { Origin: base, 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      })

type Row = Record<string, unknown>

/** Documents, as a registrar reads them in the panel. */
export const documents = async (base: string, token: string, query: string): Promise<Row[]> =>
  (await ask(base, `/api/${query}`, { headers: bearer(token) })).json()['docs'] as Row[]

/** The link in the newest message of a kind to a mailbox, once it is written. */
export const linkTo = (base: string, token: string, email: string, kind = 'confirmed'): Promise<string> =>
  vi.waitFor(
    async () => {
      const query = `messages?where[to][equals]=${encodeURIComponent(email)}&where[kind][equals]=${kind}&limit=1`
      const [message] = await documents(base, token, query)
      return /\/(?:manage|colleague|my|applications|submissions)\/[\w.-]+/.exec(String(message?.['text']))![0]
    },
    { timeout: 60_000, interval: 20 },
  )

export type Place = { path: string; slug: string; session: string }

/** Where one registers, found as a visitor finds it: by the buttons of a course's page. The latest is the last. */
export const placesOf = async (base: string, slug: string): Promise<Place[]> => {
  const { text } = await ask(base, paths.course(slug))
  const sessions = [...text.matchAll(/register\?session=([\w-]+)/g)].map(([, session]) => session!)
  const among = [...new Set(sessions)].join()
  const dated = (await ask(base, `/api/sessions?where[id][in]=${among}&sort=startsAt`)).json()['docs'] as {
    id: string
  }[]
  return dated.map(({ id }) => ({ slug, session: id, path: paths.register(slug, id) }))
}

type Plan = (typeof sessionPlans)[number]

/** The slug of the first course of the demo content with such a session. */
export const planned = (wanted: (plan: Plan) => boolean): string =>
  sessionPlans.find((plan) => plan.course && wanted(plan))!.course!

const isFarAhead = ({ days, status, opensOn, closesOn }: Plan) =>
  status === 'scheduled' && (days[0]?.offset ?? 0) > 40 && opensOn === null && closesOn === null
const hasRoom = (plan: Plan) => isFarAhead(plan) && plan.seatsReserved + 20 < plan.capacity!
const isFree = (slug: string) => courses.find((course) => course.slug === slug)!.prerequisites.length === 0

/** What a person needs to register at a server with the demo content, and the answers of an employee of a member district. */
export const registeringAt = async (base: string, token: string) => {
  const mailbox = (): string => `t${randomUUID()}@example.org`
  const listed = await documents(base, token, 'organizations?limit=100')
  const idOf = (wanted: (one: (typeof organizations)[number]) => boolean) =>
    String(listed.find(({ name }) => name === organizations.find(wanted)!.name)!['id'])
  const placeIn = async (wanted: (plan: Plan) => boolean) => (await placesOf(base, planned(wanted))).at(-1)!
  const member = idOf(({ member, hosting }) => member && !hosting)
  const basics = () => ({ name: 'Roster Tester', email: mailbox(), organization: member, participation: 'member' })
  /** One anybody can begin with, with seats for many tests; and one that asks for another course first. */
  const place = await placeIn((plan) => hasRoom(plan) && isFree(plan.course!))
  const gated = await placeIn((plan) => hasRoom(plan) && !isFree(plan.course!))
  const summary = await submit(base, place.path, { ...basics(), step: 'review' })
  const terms = hiddenIn(summary.text)['termsHash']!
  return {
    ids: { member, hosting: idOf(({ hosting }) => hosting), place, gated, terms },
    mailbox,
    basics,
    /** Of somebody whose employer is not listed. */
    outside: { organization: 'other', employer: 'River School' },
    /** Everything at once, as a program would send it. */
    whole: (more: Fields = {}) => ({ ...basics(), terms: 'on', termsHash: terms, ...more }),
    registrationsOf: (email: string) =>
      documents(base, token, `registrations?where[email][equals]=${encodeURIComponent(email)}`),
  }
}
