import type { Lacking } from '#collections/applications/lacking.ts'
import { PlaceAnswer, RosterForm, WithdrawForm } from '#collections/applications/schema.ts'
import type { ApplicationDone, ApplicationRefusal, ApplicationView } from '#collections/applications/view.ts'
import type { LinkRefusal } from '#collections/kernel/outcome.ts'
import type { PublicServices } from '#collections/services/public.ts'
import type { Messages } from '../../messages/index.ts'
import { errorsAt, errorsToSend, membersIn, readApplication, typedIn, withMoreRows, type Typed } from './form.ts'
import { stepOf } from './apply.ts'
import { json } from '../forms/answer.ts'
import { isUnreadable, readSent, valueOf, type Sent, type Unreadable } from '../forms/body.ts'
import { GONE, isLinkRefusal, linkRefusalOf } from '../forms/links.ts'

/** What was done, as the page says it afterwards. It stands in the address, so it tells nothing and grants nothing. */
const DONE = ['saved', 'sent', 'withdrawn', 'accepted', 'declined', 'named'] as const
export type OwnDone = (typeof DONE)[number]
export const isOwnDone = (value: unknown): value is OwnDone => (DONE as readonly unknown[]).includes(value)

/** The people of a team as they were typed, to be shown again. */
export type TypedPeople = Pick<Typed, 'members' | 'rows'>

/** What the page behind the link to an application shows next. */
export type OwnTurn =
  | { show: 'gone'; refusal: LinkRefusal }
  | { show: 'unreadable'; status: Unreadable['status'] }
  | { show: 'done'; done: OwnDone }
  | {
      show: 'application'
      view: ApplicationView
      status: 200 | 409 | 422
      errors: Lacking
      refusal?: Exclude<ApplicationRefusal, LinkRefusal>
      /** The draft, the people or the reason as they were typed. */
      typed?: Typed
      people?: TypedPeople
      reason?: string
    }

type Shown = Pick<Extract<OwnTurn, { show: 'application' }>, 'typed' | 'people' | 'reason'>

const openOwn = async (desk: PublicServices, token: string): Promise<OwnTurn> => {
  const opened = await desk.applications.read(token)
  if (opened.ok) return { show: 'application', view: opened.view, status: 200, errors: {} }
  return { show: 'gone', refusal: linkRefusalOf('refusal' in opened ? opened.refusal : '') }
}

type Asked = { desk: PublicServices; token: string; view: ApplicationView; sent: Sent }

const mend = (view: ApplicationView, errors: Lacking, shown: Shown): OwnTurn => ({
  show: 'application',
  view,
  status: 422,
  errors,
  ...shown,
})

/** What was asked for is done, or the application is shown as it stands now, with the reason why not. */
const conclude = async (
  { desk, token }: Asked,
  result: ApplicationDone,
  done: OwnDone,
  shown: Shown,
): Promise<OwnTurn> => {
  if (result.ok) return { show: 'done', done }
  const turn = await openOwn(desk, token)
  if (turn.show !== 'application') return turn
  if ('errors' in result) return mend(turn.view, result.errors, shown)
  const { refusal } = result
  return isLinkRefusal(refusal) ? { show: 'gone', refusal } : { ...turn, ...shown, status: 409, refusal }
}

const write = async (asked: Asked): Promise<OwnTurn> => {
  const { desk, token, view, sent } = asked
  const typed = { ...typedIn(sent, view.program), email: view.email }
  const step = stepOf(sent)
  if (step === 'more') return { show: 'application', view, status: 200, errors: {}, typed: withMoreRows(typed) }
  const read = readApplication(typed)
  if (!read.ok) return mend(view, step === 'send' ? errorsToSend(typed, view.program) : read.errors, { typed })
  const revision = Number(valueOf(sent, 'revision'))
  const result = await desk.applications.write(token, { form: read.form, step, revision })
  return conclude(asked, result, step === 'save' ? 'saved' : 'sent', { typed })
}

const withdraw = async (asked: Asked): Promise<OwnTurn> => {
  const { desk, token, view, sent } = asked
  const reason = valueOf(sent, 'reason')
  const form = WithdrawForm.safeParse({ reason, revision: valueOf(sent, 'revision') })
  if (!form.success) return mend(view, errorsAt(form.error.issues), { reason })
  return conclude(asked, await desk.applications.withdraw(token, form.data), 'withdrawn', { reason })
}

const offer = async (asked: Asked): Promise<OwnTurn> => {
  const { desk, token, view, sent } = asked
  const [answer, price, reason, revision] = ['answer', 'price', 'reason', 'revision'].map((name) => valueOf(sent, name))
  const form = PlaceAnswer.safeParse({ answer, price, reason, revision })
  if (!form.success) return mend(view, errorsAt(form.error.issues), { reason: reason! })
  const result = await desk.applications.answerPlace(token, form.data)
  return conclude(asked, result, form.data.answer === 'accept' ? 'accepted' : 'declined', { reason: reason! })
}

const people = async (asked: Asked): Promise<OwnTurn> => {
  const { desk, token, view, sent } = asked
  const typed = membersIn(sent)
  if (stepOf(sent) === 'more')
    return { show: 'application', view, status: 200, errors: {}, people: withMoreRows(typed) }
  const form = RosterForm.safeParse({ members: typed.members, revision: valueOf(sent, 'revision') })
  if (!form.success) return mend(view, errorsAt(form.error.issues), { people: typed })
  return conclude(asked, await desk.applications.nameTeam(token, form.data), 'named', { people: typed })
}

const ACTIONS: Readonly<Record<string, (asked: Asked) => Promise<OwnTurn>>> = { write, withdraw, offer, people }

/** Does what a form of the page asks for. The link alone decides whose application it is. */
const takeAction = async (desk: PublicServices, token: string, sent: Sent): Promise<OwnTurn> => {
  const opened = await openOwn(desk, token)
  if (opened.show !== 'application') return opened
  const name = valueOf(sent, 'action')
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
  return action ? action({ desk, token, view: opened.view, sent }) : { ...opened, status: 422 }
}

type Knock = { token: string; request: Request; origin: string }

/** What comes next behind a link, whether it is opened or something was sent to it. Opening it changes nothing. */
export const nextOwnTurn = async (desk: PublicServices, { token, request, origin }: Knock): Promise<OwnTurn> => {
  if (request.method !== 'POST') return openOwn(desk, token)
  const sent = await readSent(request, origin)
  return isUnreadable(sent) ? { show: 'unreadable', ...sent } : takeAction(desk, token, sent)
}

/** The same for a program: what was done, or why not, by field. */
export const jsonOwnTurn = (turn: OwnTurn, t: Messages): Response => {
  if (turn.show === 'done') return json(200, { done: turn.done })
  if (turn.show === 'gone') return json(GONE[turn.refusal], { errors: { form: t.apply.own.gone[turn.refusal].title } })
  if (turn.show === 'unreadable') return json(turn.status, { errors: { form: t.desk.refused[turn.status] } })
  const form = turn.refusal && t.apply.own.refusals[turn.refusal]
  return json(turn.status, { status: turn.view.status, errors: { ...turn.errors, ...(form && { form }) } })
}
