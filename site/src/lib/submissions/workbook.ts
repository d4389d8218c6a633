import type { PublicServices } from '#collections/services/public.ts'
import type { FieldErrors, LinkRefusal } from '#collections/kernel/outcome.ts'
import { paths } from '#collections/kernel/paths.ts'
import { AppealForm, SaveForm } from '#collections/submissions/schema.ts'
import { LACKS } from '#collections/submissions/states.ts'
import type { Conflict, Saved, WorkRefusal, WorkView } from '#collections/submissions/view.ts'
import { formatTime, zoneLabel } from '#collections/values/day.ts'
import type { Messages } from '../../messages/index.ts'
import { wantsJson } from '../form/answer.ts'
import { valueOf, type Sent } from '../form/body.ts'
import { isLinkRefusal, linkRefusalOf } from '../form/links.ts'
import { finished, formPage, gone, type FormOf, type Gone, type Turn } from '../form/page.ts'

/** What was typed into one item, to be shown again. */
export type Typed = { text?: string; option?: string; link?: string; was?: string }

/** What was done here, as the page says it afterwards. */
export const DONE = ['saved', 'sent', 'withdrawn', 'appealed', 'repaired'] as const
export type Done = (typeof DONE)[number]

/** `errors` are by the key of an item; 'note' for the note. */
type Shown = {
  view: WorkView
  typed: Readonly<Record<string, Typed>>
  conflicts: readonly Conflict[]
  refusal?: Exclude<WorkRefusal, LinkRefusal>
}
export type WorkTurn = Turn<Shown>
export type WorkForm = FormOf<WorkTurn>

/** What lies behind the link to somebody's work. */
export const openWork = async (visitor: PublicServices, token: string): Promise<WorkView | Gone> => {
  const opened = await visitor.submissions.read(token)
  return opened.ok ? opened.view : gone(linkRefusalOf(opened.refusal))
}

const form = (view: WorkView, more: Partial<WorkForm> = {}): WorkTurn => ({
  show: 'form',
  view,
  status: 200,
  errors: {},
  typed: {},
  conflicts: [],
  ...more,
})

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

const formIn = (sent: Sent, typed: Record<string, Typed>) => ({
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

const FILES = /^(files|colleague):(\d{1,4}-\d{1,4})$/

/** What is missing, as one sentence beside each field. */
export const lackErrors = (
  view: Pick<WorkView, 'items' | 'refusal'>,
  t: Messages['submissions']['work'],
): FieldErrors => ({
  ...Object.fromEntries(
    view.items.flatMap(({ item: { key }, lack }) => {
      if (!lack) return []
      return [[key, lack.reason === 'over-limit' ? t.lackOver(lack.by ?? 0) : LACKS[lack.reason]]]
    }),
  ),
  ...(view.refusal === 'no-note' && { note: t.refusals['no-note'] }),
})

/** The work as it stands now, and what could not be done. */
const again = async (visitor: PublicServices, token: string, more: Partial<WorkForm> = {}): Promise<WorkTurn> => {
  const view = await openWork(visitor, token)
  return 'show' in view ? view : form(view, more)
}

const refuse = (asked: Asked, refusal: WorkRefusal, typed: WorkForm['typed'] = {}): Promise<WorkTurn> | Gone =>
  isLinkRefusal(refusal) ? gone(refusal) : again(asked.visitor, asked.token, { status: 409, refusal, typed })

type Words = { t: Messages['submissions']; locale: string }
type Asked = { visitor: PublicServices; token: string; sent: Sent; isProgram: boolean; words: Words }

/** What a program is told, and the script of the page: what every item stands at now, and when that was. */
const savedBody = ({ stamps, conflicts, at, zone }: Saved, { t, locale }: Words): object => {
  const clock = at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
  const said = t.autosave.saved(`${formatTime(clock, locale)} ${zoneLabel(zone, at, locale)}`)
  return { stamps, conflicts, said }
}

/** After everything is saved: on to where the button led, or back to the page where something is missing first. */
const goOn = async ({ visitor, token, sent, isProgram, words }: Asked, saved: Saved): Promise<WorkTurn> => {
  const step = valueOf(sent, 'step')
  const [, what, item] = FILES.exec(step) ?? []
  const back = `${paths.submission(token)}?done=saved`
  if (isProgram || step !== 'send')
    return finished(
      item ? (what === 'files' ? paths.evidence : paths.askColleague)(token, item) : back,
      savedBody(saved, words),
    )
  const view = await openWork(visitor, token)
  if ('show' in view) return view
  const errors = lackErrors(view, words.t.work)
  return Object.keys(errors).length === 0 ? finished(paths.sendWork(token), {}) : form(view, { status: 422, errors })
}

const save = async (asked: Asked): Promise<WorkTurn> => {
  const { visitor, token, sent, words } = asked
  const typed = typedIn(sent)
  const { success, data, error } = SaveForm.safeParse(formIn(sent, typed))
  if (!success) {
    const errors = Object.fromEntries(error.issues.map(({ path, message }) => [String(path[1] ?? path[0]), message]))
    return again(visitor, token, { status: 422, errors, typed })
  }
  const done = await visitor.submissions.save(token, data)
  if (!done.ok) return refuse(asked, done.refusal, typed)
  const { stamps, conflicts } = done.saved
  if (conflicts.length === 0) return goOn(asked, done.saved)
  // Saved again as it stands then, it is saved knowingly over what the other window saved.
  // Where nothing was typed, the newest shows.
  const all: Record<string, Typed> = { ...typed, ...(data.note !== undefined && { note: { text: data.note } }) }
  const isTyped = (key: string) => key in stamps || conflicts.some((one) => one.key === key)
  const kept = Object.fromEntries(Object.entries(all).filter(([key]) => isTyped(key)))
  for (const { key, stamp } of conflicts) kept[key] = { ...kept[key], was: stamp }
  const told = { message: words.t.work.conflictTitle, reason: 'conflict', ...savedBody(done.saved, words) }
  return again(visitor, token, { status: 409, conflicts, typed: kept, body: told })
}

const withdraw = async (asked: Asked): Promise<WorkTurn> => {
  const { visitor, token } = asked
  const done = await visitor.submissions.withdraw(token)
  if (!done.ok) return refuse(asked, done.refusal)
  return finished(`${paths.submission(token)}?done=withdrawn`, { done: 'withdrawn' })
}

const appeal = async (asked: Asked): Promise<WorkTurn> => {
  const { visitor, token, sent } = asked
  const text = valueOf(sent, 'appeal')
  const read = AppealForm.safeParse({ text, revision: valueOf(sent, 'revision') })
  const typed = { appeal: { text } }
  if (!read.success)
    return again(visitor, token, { status: 422, errors: { appeal: read.error.issues[0]!.message }, typed })
  const done = await visitor.submissions.appeal(token, read.data)
  if (done.ok) return finished(`${paths.submission(token)}?done=appealed`, { done: 'appealed' })
  if (done.refusal === 'no-note')
    return again(visitor, token, { status: 422, errors: { appeal: asked.words.t.work.appeal.empty }, typed })
  return refuse(asked, done.refusal, typed)
}

const goOver = async (asked: Asked): Promise<WorkTurn> => {
  const { visitor, token, sent } = asked
  const done = await visitor.submissions.takeEdition(token, Number(valueOf(sent, 'revision')))
  if (!done.ok) return refuse(asked, done.refusal)
  return finished(`${paths.submission(token)}?done=repaired`, { done: 'repaired' })
}

const STEPS: Readonly<Record<string, (asked: Asked) => Promise<WorkTurn>>> = { withdraw, appeal, edition: goOver }

type Knock = { token: string; request: Request; origin: string; words: Words }

/** What comes next behind the link to somebody's work. */
export const workbookPage = (visitor: PublicServices, { token, request, origin, words }: Knock): Promise<WorkTurn> =>
  formPage<object, WorkTurn>(request, origin, {
    // Saving opens the work by itself.
    open: () => Promise.resolve({}),
    view: () => again(visitor, token),
    act: (sent) => {
      const asked = { visitor, token, sent, isProgram: wantsJson(request), words }
      const step = valueOf(sent, 'step')
      return Object.hasOwn(STEPS, step) ? STEPS[step]!(asked) : save(asked)
    },
  })
