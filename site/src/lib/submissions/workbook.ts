import type { PublicServices } from '#collections/services/public.ts'
import type { LinkRefusal } from '#collections/kernel/outcome.ts'
import { paths } from '#collections/kernel/paths.ts'
import { SaveForm } from '#collections/submissions/schema.ts'
import type { Conflict, Saved, WorkRefusal, WorkView } from '#collections/submissions/view.ts'
import { formatTime, zoneLabel } from '#collections/values/day.ts'
import type { Messages } from '../../messages/index.ts'
import { json } from '../forms/answer.ts'
import { isUnreadable, readSent, valueOf, type Sent, type Unreadable } from '../forms/body.ts'
import { GONE, isLinkRefusal, linkRefusalOf } from '../forms/links.ts'

/** What was typed into one item, to be shown again. */
export type Typed = { text?: string; option?: string; link?: string; was?: string }

/** What was done, as the page says it afterwards. It stands in the address, so it tells nothing and grants nothing. */
const DONE = ['saved', 'sent', 'withdrawn'] as const
export type DoneFlag = (typeof DONE)[number]
export const isDoneFlag = (value: unknown): value is DoneFlag => (DONE as readonly unknown[]).includes(value)

/** Sentences by the key of an item; 'note' for the note. */
export type Errors = Readonly<Record<string, string>>

type Shown = {
  show: 'work'
  view: WorkView
  status: 200 | 409 | 422
  errors: Errors
  typed: Readonly<Record<string, Typed>>
  conflicts: readonly Conflict[]
  refusal?: Exclude<WorkRefusal, LinkRefusal>
}

export type WorkTurn =
  | { show: 'gone'; refusal: LinkRefusal }
  | { show: 'unreadable'; status: Unreadable['status'] }
  | { show: 'next'; path: string }
  | { show: 'kept'; saved: Saved }
  | Shown

const gone = (refusal: WorkRefusal): WorkTurn => ({ show: 'gone', refusal: linkRefusalOf(refusal) })

const shown = async (desk: PublicServices, token: string, more: Partial<Shown> = {}): Promise<WorkTurn> => {
  const opened = await desk.submissions.read(token)
  if (!opened.ok) return gone(opened.refusal)
  return { show: 'work', view: opened.view, status: 200, errors: {}, typed: {}, conflicts: [], ...more }
}

const ITEM_FIELD = /^(text|option|link|was)-(\d{1,4}-\d{1,4})$/

/** What was typed, by item. A form of evidence arrives as its number and the words for what it takes. */
const typedIn = ({ values }: Sent): Record<string, Typed> => {
  const typed: Record<string, Typed> = {}
  for (const [name, [value = '']] of values) {
    const [, field, key] = ITEM_FIELD.exec(name) ?? []
    if (field && key) typed[key] = { ...typed[key], [field]: value }
  }
  return typed
}

const formOf = (sent: Sent, typed: Record<string, Typed>) => ({
  items: Object.fromEntries(
    Object.entries(typed)
      .filter(([, { text, option, link }]) => [text, option, link].some((value) => value !== undefined))
      .map(([key, { option, ...rest }]) => [
        key,
        { ...rest, ...(option !== undefined && { option: option.split(' ', 1)[0] }) },
      ]),
  ),
  ...(sent.values.has('note') && { note: valueOf(sent, 'note') }),
  noteWas: valueOf(sent, 'noteWas'),
})

const FILES = /^files:(\d{1,4}-\d{1,4})$/

/** What is missing, as one sentence beside each field. */
export const lackErrors = (
  view: WorkView,
  t: Messages['submit']['work'],
  lacks: Readonly<Record<string, string>>,
): Errors => ({
  ...Object.fromEntries(
    view.items.flatMap(({ item: { key }, lack }) => {
      if (!lack) return []
      return [[key, lack.reason === 'over-limit' ? t.lackOver(lack.by ?? 0) : lacks[lack.reason]!]]
    }),
  ),
  ...(view.refusal === 'no-note' && { note: t.refusals['no-note'] }),
})

/** After everything is saved: on to where the button led, or back to the page where something is missing first. */
const goOn = async (desk: PublicServices, token: string, step: string, words: Words): Promise<WorkTurn> => {
  const item = FILES.exec(step)?.[1]
  if (item) return { show: 'next', path: paths.evidence(token, item) }
  if (step !== 'send') return { show: 'next', path: `${paths.submission(token)}?done=saved` }
  const turn = await shown(desk, token)
  if (turn.show !== 'work') return turn
  const errors = lackErrors(turn.view, words.t, words.lacks)
  if (Object.keys(errors).length === 0) return { show: 'next', path: paths.sendWork(token) }
  return { ...turn, status: 422, errors }
}

export type Words = { t: Messages['submit']['work']; lacks: Readonly<Record<string, string>> }

const takeForm = async (
  desk: PublicServices,
  token: string,
  sent: Sent,
  isProgram: boolean,
  words: Words,
): Promise<WorkTurn> => {
  const step = valueOf(sent, 'step')
  if (step === 'withdraw') {
    const done = await desk.submissions.withdraw(token)
    if (done.ok) return { show: 'next', path: `${paths.submission(token)}?done=withdrawn` }
    return isLinkRefusal(done.refusal) ? gone(done.refusal) : shown(desk, token, { status: 409, refusal: done.refusal })
  }
  const typed = typedIn(sent)
  const { success, data, error } = SaveForm.safeParse(formOf(sent, typed))
  if (!success) {
    const errors = Object.fromEntries(error.issues.map(({ path, message }) => [String(path[1] ?? path[0]), message]))
    return shown(desk, token, { status: 422, errors, typed })
  }
  const done = await desk.submissions.save(token, data)
  if (!done.ok)
    return isLinkRefusal(done.refusal)
      ? gone(done.refusal)
      : shown(desk, token, { status: 409, refusal: done.refusal, typed })
  if (isProgram) return { show: 'kept', saved: done.saved }
  const { stamps, conflicts } = done.saved
  if (conflicts.length === 0) return goOn(desk, token, step, words)
  // Saved again as it stands then, it is saved knowingly over what the other window saved.
  // Where nothing was typed, the newest shows.
  const all: Record<string, Typed> = { ...typed, ...(data.note !== undefined && { note: { text: data.note } }) }
  const isTyped = (key: string) => key in stamps || conflicts.some((one) => one.key === key)
  const kept = Object.fromEntries(Object.entries(all).filter(([key]) => isTyped(key)))
  for (const { key, stamp } of conflicts) kept[key] = { ...kept[key], was: stamp }
  return shown(desk, token, { status: 409, conflicts, typed: kept })
}

type Knock = { token: string; request: Request; origin: string; isProgram: boolean; words: Words }

/** What comes next behind a link, whether it is opened or something was sent to it. Opening it changes nothing. */
export const nextWorkTurn = async (
  desk: PublicServices,
  { token, request, origin, isProgram, words }: Knock,
): Promise<WorkTurn> => {
  if (request.method !== 'POST') return shown(desk, token)
  const sent = await readSent(request, origin)
  return isUnreadable(sent) ? { show: 'unreadable', ...sent } : takeForm(desk, token, sent, isProgram, words)
}

/** The same answers for the page's own script, and for programs: what was saved, or what was not and why. */
export const jsonWorkTurn = (turn: WorkTurn, t: Messages['submit'], locale: string): Response => {
  if (turn.show === 'gone') return json(GONE[turn.refusal], { error: t.gone[turn.refusal].title })
  if (turn.show === 'unreadable') return json(turn.status, { error: t.refused[turn.status] })
  if (turn.show === 'next') return json(200, { next: turn.path })
  if (turn.show === 'work')
    return json(turn.status, {
      error:
        turn.refusal && turn.refusal in t.work.refusals ? t.work.refusals[turn.refusal as 'late'] : t.autosave.refused,
      errors: turn.errors,
    })
  const { stamps, conflicts, at, zone } = turn.saved
  const clock = at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
  const time = `${formatTime(clock, locale)} ${zoneLabel(zone, at, locale)}`
  return json(conflicts.length > 0 ? 409 : 200, { stamps, conflicts, said: t.autosave.saved(time) })
}
