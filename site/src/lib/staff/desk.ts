import type { StaffServices } from '#collections/services/staff.ts'
import { DAY_STATES, type DayState } from '#collections/attendance/states.ts'
import type { FieldErrors } from '#collections/kernel/outcome.ts'
import type { Locale } from '#collections/values/locale.ts'
import { formatInstant } from '#collections/values/day.ts'
import { messagesFor, type Messages } from '../../messages/index.ts'
import { json, jsonRefusal, seeOther, wantsJson } from '../form/answer.ts'

/** The desk for a page, with its words. The guard stands before every page; a page asked for around it throws. */
export const deskOf = ({ locals }: { locals: App.Locals }): { staff: StaffServices; t: Messages; locale: Locale } => {
  if (!locals.staff) throw new Error('The desk was opened without its guard.')
  return { staff: locals.staff, t: messagesFor(locals.locale), locale: locals.locale }
}

/** A form as it was sent. Sheets of a whole day have a field for everybody, so only the length of each has a bound. */
export type DeskForm = { get: (name: string) => string; all: (name: string) => string[]; names: () => string[] }

/**
 * Why something was not done; where it has no place in the form, `message` stands at the top of the page. `errors` are by field;
 * `asks`: the form is shown again with a box to say that the amount is right.
 */
export type Trouble = { message: string; status: 404 | 409 | 422; errors?: FieldErrors; asks?: true }

type Done = { ok: true } | ({ ok: false } & Trouble)

/** Characters of a field: more than any of the desk's needs. */
const LONGEST = 4000

/**
 * Reads what was sent to a page of the desk; undefined where it cannot be read. A copy is read, because a page that finds
 * nothing at its address hands the request on.
 */
const readDeskForm = async (request: Request): Promise<DeskForm | undefined> => {
  try {
    const form = await request.clone().formData()
    if ([...form.values()].some((value) => typeof value !== 'string' || value.length > LONGEST)) return undefined
    const texts = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
    return { get: (name) => texts(name)[0] ?? '', all: texts, names: () => [...new Set(form.keys())] }
  } catch {
    return undefined
  }
}

/** The state of the record a form shows; without one, it is taken as it is. */
export const shownIn = (form: DeskForm, name = 'revision'): { revision?: number } =>
  form.get(name) === '' ? {} : { revision: Number(form.get(name)) }

/** A field that a form may leave out, as forms do that were shown before it was asked for. */
export const givenIn = (form: DeskForm, name: string): string | undefined =>
  form.names().includes(name) ? form.get(name) : undefined

/** What a page showed of a day of somebody, under the name of its field; undefined where it says nothing. */
export const wasIn = (form: DeskForm, name = 'was'): DayState | '' | undefined => {
  const was = givenIn(form, name)
  return was === undefined ? undefined : (DAY_STATES.find((state) => state === was) ?? '')
}

/** The page again, with what was done said at its top. `at`: the element to come back to. */
const backTo = (path: string, done?: string, at?: string): string => {
  const [address, query] = path.split('?')
  const search = new URLSearchParams(query)
  if (done) search.set('done', done)
  const text = search.toString()
  return `${address}${text && `?${text}`}${at ? `#${at}` : ''}`
}

/** What somebody typed cannot be taken. */
export const wrong = (message: string, errors?: FieldErrors): Trouble & { ok: false } => ({
  ok: false,
  message,
  status: 422,
  ...(errors && { errors }),
})

/** The same where each field says what is to be mended in it. */
export const wrongIn = (errors: FieldErrors): Trouble & { ok: false } => wrong(errors['form'] ?? '', errors)

/** What is answered once something was done, or not: a redirect, JSON for a program, or undefined for the page with the reason. */
const answerOf = (request: Request, done: Done, back: string): Response | undefined => {
  if (!wantsJson(request)) return done.ok ? seeOther(back) : undefined
  if (done.ok) return json(200, { ok: true })
  const { status, errors = {}, message } = done
  return jsonRefusal(status, { errors, ...(message && { message }) })
}

/** What was done on a page of the desk, or not; `said` and `at` are of `backTo`, and `path` is where to go on, if not here. */
type Performed = { done: Done; said?: string; at?: string; path?: string }

/** `answer` ends the page. Else it is shown: as it is, or with what was sent and the reason why it was not done. */
type Turn = { answer?: Response; sent?: DeskForm; trouble?: Trouble }

/**
 * Does what a form asks for that was sent to a page of the desk. `perform` knows nothing of a form: it could not be read; it says
 * 'look' where somebody only looks at what would be done.
 */
export const takeForm = async (
  { request, locals }: { request: Request; locals: App.Locals },
  here: string,
  perform: (form: DeskForm) => Promise<Performed | 'look' | undefined>,
): Promise<Turn> => {
  if (request.method !== 'POST') return {}
  const sent = await readDeskForm(request)
  const performed = sent && (await perform(sent))
  if (performed === 'look') return { sent }
  const { done, said, at, path = here } = performed ?? { done: wrong(messagesFor(locals.locale).staff.unreadable) }
  const answer = answerOf(request, done, backTo(path, said, at))
  return { ...(answer && { answer }), ...(sent && { sent }), ...(!done.ok && { trouble: done }) }
}

/** A moment as lists print it: "Thu, Oct 8, 2026, 11:59 PM CT". */
export const momentText = (at: Temporal.Instant, zone: string, locale: string): string =>
  formatInstant(at, zone, locale, 'short')
