import type { StaffDesk } from '#cms/desk/staff/index.ts'
import type { StaffDone } from '#cms/desk/staff/views.ts'
import type { Locale } from '#collections/values/locale.ts'
import { formatInstant } from '#collections/values/day.ts'
import { messagesFor, type Messages } from '../messages/index.ts'
import { json, seeOther, wantsJson } from './form-answer.ts'

/** The desk for a page, with its words. The guard stands before every page; a page asked for around it throws. */
export const deskOf = ({ locals }: { locals: App.Locals }): { staff: StaffDesk; t: Messages; locale: Locale } => {
  if (!locals.staff) throw new Error('The desk was opened without its guard.')
  return { staff: locals.staff, t: messagesFor(locals.locale), locale: locals.locale }
}

/** A form as it was sent. Sheets of a whole day have a field for everybody, so only the length of each has a bound. */
export type DeskForm = { get: (name: string) => string; all: (name: string) => string[]; names: () => string[] }

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

/** What is answered once something was done, or not: a redirect, JSON for a program, or undefined for the page with the reason. */
export const answerOf = (request: Request, done: StaffDone, back: string): Response | undefined => {
  if (wantsJson(request)) return json(done.ok ? 200 : done.status, done.ok ? { ok: true } : { message: done.message })
  return done.ok ? seeOther(back) : undefined
}

/** "100", "$1,250.50" as cents; NaN for what is no amount. */
export const centsOf = (typed: string): number => {
  const clean = typed.replace(/[$,\s]/g, '')
  return /^\d{1,7}(\.\d{1,2})?$/.test(clean) ? Math.round(Number(clean) * 100) : Number.NaN
}

/** A moment as lists print it: "Thu, Oct 8, 2026, 11:59 PM CT". */
export const momentText = (at: Temporal.Instant, zone: string, locale: string): string =>
  formatInstant(at, zone, locale, 'short')

/** Where an answer has no place in the form, it stands at the top. */
export type Trouble = { message: string; status: number }
