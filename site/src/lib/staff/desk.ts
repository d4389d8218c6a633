import type { StaffServices } from '#collections/services/staff.ts'
import type { StaffDone } from '#collections/staff/views.ts'
import type { Locale } from '#collections/values/locale.ts'
import { formatInstant } from '#collections/values/day.ts'
import { messagesFor, type Messages } from '../../messages/index.ts'
import { json, seeOther, wantsJson } from '../forms/answer.ts'

/** The desk for a page, with its words. The guard stands before every page; a page asked for around it throws. */
export const deskOf = ({ locals }: { locals: App.Locals }): { staff: StaffServices; t: Messages; locale: Locale } => {
  if (!locals.staff) throw new Error('The desk was opened without its guard.')
  return { staff: locals.staff, t: messagesFor(locals.locale), locale: locals.locale }
}

/** A form as it was sent. Sheets of a whole day have a field for everybody, so only the length of each has a bound. */
export type DeskForm = { get: (name: string) => string; all: (name: string) => string[]; names: () => string[] }

/** Why something was not done; where it has no place in the form, it stands at the top of the page. */
export type Trouble = { message: string; status: 404 | 409 | 422 }

/** Characters of a field: more than any of the desk's needs. */
const LONGEST = 4000

/**
 * Reads what was sent to a page of the desk; undefined where it cannot be read. A copy is read, because a page that finds
 * nothing at its address hands the request on.
 */
export const readDeskForm = async (request: Request): Promise<DeskForm | undefined> => {
  try {
    const form = await request.clone().formData()
    if ([...form.values()].some((value) => typeof value !== 'string' || value.length > LONGEST)) return undefined
    const texts = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
    return { get: (name) => texts(name)[0] ?? '', all: texts, names: () => [...new Set(form.keys())] }
  } catch {
    return undefined
  }
}

/** The page again, with what was done said at its top. `at`: the element to come back to. */
export const backTo = (path: string, done?: string, at?: string): string => {
  const [address, query] = path.split('?')
  const search = new URLSearchParams(query)
  if (done) search.set('done', done)
  const text = search.toString()
  return `${address}${text && `?${text}`}${at ? `#${at}` : ''}`
}

/** What somebody typed cannot be taken. */
export const wrong = (message: string): Trouble & { ok: false } => ({ ok: false, message, status: 422 })

/** What is answered once something was done, or not: a redirect, JSON for a program, or undefined for the page with the reason. */
export const answerOf = (request: Request, done: StaffDone, back: string): Response | undefined => {
  if (wantsJson(request)) return json(done.ok ? 200 : done.status, done.ok ? { ok: true } : { message: done.message })
  return done.ok ? seeOther(back) : undefined
}

/** What was done on a page of the desk, or not; `said` and `at` are of `backTo`, and `path` is where to go on, if not here. */
type Performed = { done: StaffDone; said?: string; at?: string; path?: string }

/** `answer` ends the page. Else it is shown: as it is, or with what was sent and the reason why it was not done. */
type Turn = { answer?: Response; sent?: DeskForm; trouble?: Trouble }

/** Does what a form asks for that was sent to a page of the desk. `perform` knows nothing of a form: it could not be read. */
export const takeForm = async (
  { request, locals }: { request: Request; locals: App.Locals },
  here: string,
  perform: (form: DeskForm) => Promise<Performed | undefined>,
): Promise<Turn> => {
  if (request.method !== 'POST') return {}
  const sent = await readDeskForm(request)
  const performed = sent && (await perform(sent))
  const { done, said, at, path = here } = performed ?? { done: wrong(messagesFor(locals.locale).staff.unreadable) }
  const answer = answerOf(request, done, backTo(path, said, at))
  return { ...(answer && { answer }), ...(sent && { sent }), ...(!done.ok && { trouble: done }) }
}

/** A moment as lists print it: "Thu, Oct 8, 2026, 11:59 PM CT". */
export const momentText = (at: Temporal.Instant, zone: string, locale: string): string =>
  formatInstant(at, zone, locale, 'short')
