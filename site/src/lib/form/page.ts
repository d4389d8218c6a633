import type { FieldErrors, LinkRefusal } from '#collections/kernel/outcome.ts'
import { json, jsonRefusal, keepPrivate, seeOther, wantsJson } from './answer.ts'
import { isUnreadable, readSent, type Sent, type Unreadable } from './body.ts'
import { GONE } from './links.ts'

/** Nothing is at this address: its link does not open, or there is no such page. */
export type Gone = { show: 'gone'; status: 404 | 410; refusal: LinkRefusal | 'missing' }
export type Unread = { show: 'unreadable'; status: Unreadable['status'] }
/** `path` is where a browser goes on, `body` what a program is told; without one it goes on there too. */
export type Finished = { show: 'done'; path: string; status: 200 | 201; body?: object }

/**
 * What a page with a form shows next, with its HTTP status. `Form` is what it shows the form with, `Refused` what it shows where there is no form to
 * be had now; `body` is what a program is told beside the errors, or instead of them.
 */
export type Turn<Form extends object, Refused extends object = never> =
  | Gone
  | Unread
  | Finished
  | ({ show: 'refused'; status: 200 | 409; refusal: string } & Refused)
  | ({ show: 'form'; status: number; errors: FieldErrors; refusal?: string; body?: object } & Form)

/** What a page shows its form with. */
export type FormOf<AnyTurn> = Extract<AnyTurn, { show: 'form' }>

export const gone = (refusal: Gone['refusal']): Gone => ({
  show: 'gone',
  status: refusal === 'missing' ? 404 : GONE[refusal],
  refusal,
})

export const finished = (path: string, body?: object, status: 200 | 201 = 200): Finished => ({
  show: 'done',
  path,
  status,
  ...(body && { body }),
})

type Parts<View, Next> = {
  /** What stands at the address, or that nothing does; `sent` is what was posted, if anything was. */
  open: (sent?: Sent) => Promise<View | Gone>
  /** What somebody sees who only opens the page. Opening changes nothing. */
  view: (opened: View) => Next | Promise<Next>
  /** Checks what was sent, does it, and says what comes next. */
  act: (sent: Sent, opened: View) => Promise<Next>
}

const isGone = (opened: object): opened is Gone => 'show' in opened && opened.show === 'gone'

/** What comes next on a page with a form, whether it is opened or something was sent to it. `origin` is our own. */
export const formPage = async <View extends object, Next>(
  request: Request,
  origin: string,
  { open, view, act }: Parts<View, Next>,
): Promise<Next | Gone | Unread> => {
  const sent = request.method === 'POST' ? await readSent(request, origin) : undefined
  if (sent && isUnreadable(sent)) return { show: 'unreadable', ...sent }
  const opened = await open(sent)
  if (isGone(opened)) return opened
  return sent ? act(sent, opened) : view(opened)
}

/** Sentences for what is refused: by the word for it, and by the status of what could not be read. */
export type Sentences = {
  refusals: Readonly<Record<string, string | undefined>>
  unreadable: Readonly<Record<Unreadable['status'], string>>
}

/** The answer for a program: what was done, or why not. */
export const jsonOf = (turn: Turn<object, object>, { refusals, unreadable }: Sentences): Response => {
  if (turn.show === 'done') return turn.body ? json(turn.status, turn.body) : seeOther(turn.path)
  if (turn.show === 'unreadable') return jsonRefusal(turn.status, { message: unreadable[turn.status] })
  const { status, refusal } = turn
  const told = refusal === undefined ? {} : { reason: refusal, message: refusals[refusal] }
  if (turn.show !== 'form') return jsonRefusal(status, told)
  const { errors, body = {} } = turn
  return status === 200 ? json(200, body) : jsonRefusal(status, { errors, ...told, more: body })
}

type Page = { request: Request; response: { status?: number; headers: Headers } }

/**
 * The answer to what was sent, where it is not the page itself: JSON for a program, the way on for a browser. Otherwise the
 * page is shown with the status of its turn.
 */
export const answerTo = (
  { request, response }: Page,
  turn: Turn<object, object>,
  sentences: Sentences,
): Response | undefined => {
  const isPost = request.method === 'POST'
  if (isPost && wantsJson(request)) return jsonOf(turn, sentences)
  if (turn.show === 'done') return seeOther(turn.path)
  response.status = turn.status
  if (isPost) keepPrivate({ headers: response.headers })
  return undefined
}

/** What was done, as the page says it afterwards. It stands in the address, so it tells nothing and grants nothing. */
export const doneIn = <Done extends string>({ searchParams }: URL, known: readonly Done[]): Done | undefined =>
  known.find((one) => one === searchParams.get('done'))
