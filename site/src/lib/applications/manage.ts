import type { Lacking } from '#collections/applications/lacking.ts'
import { PapersForm, PlaceAnswer, RosterForm, WithdrawForm } from '#collections/applications/schema.ts'
import type { ApplicationDone, ApplicationRefusal, ApplicationView } from '#collections/applications/view.ts'
import type { LinkRefusal } from '#collections/kernel/outcome.ts'
import { paths } from '#collections/kernel/paths.ts'
import type { PublicServices } from '#collections/services/public.ts'
import { valueOf, type Sent } from '../form/body.ts'
import { isLinkRefusal, linkRefusalOf } from '../form/links.ts'
import { finished, formPage, gone, type FormOf, type Gone, type Turn } from '../form/page.ts'
import { stepOf } from './apply.ts'
import { errorsAt, errorsToSend, membersIn, readApplication, typedIn, withMoreRows, type Typed } from './form.ts'

/** What was done here, as the page says it afterwards. */
export const DONE = ['saved', 'sent', 'withdrawn', 'asked', 'accepted', 'declined', 'named', 'papers'] as const
export type Done = (typeof DONE)[number]

/** The people of a team as they were typed, to be shown again. */
export type TypedPeople = Pick<Typed, 'members' | 'rows'>

/** The draft, the people or the reason as they were typed. */
type Typing = { typed?: Typed; people?: TypedPeople; papers?: Record<string, string>; reason?: string }

type Shown = Typing & { view: ApplicationView; refusal?: Exclude<ApplicationRefusal, LinkRefusal> }
export type ApplicationTurn = Turn<Shown>
export type ApplicationForm = FormOf<ApplicationTurn>

type Asked = { visitor: PublicServices; token: string; view: ApplicationView; sent: Sent }

const open = async (visitor: PublicServices, token: string): Promise<ApplicationView | Gone> => {
  const opened = await visitor.applications.read(token)
  return opened.ok ? opened.view : gone(linkRefusalOf('refusal' in opened ? opened.refusal : ''))
}

const form = (
  view: ApplicationView,
  more: Typing & Pick<ApplicationForm, 'refusal'> = {},
  status: ApplicationForm['status'] = 200,
  errors: Lacking = {},
): ApplicationTurn => ({ show: 'form', view, status, errors, body: { status: view.status }, ...more })

/** What was asked for is done, or the application is shown as it stands now, with the reason why not. */
const conclude = async (
  { visitor, token }: Asked,
  result: ApplicationDone,
  done: Done,
  typing: Typing,
): Promise<ApplicationTurn> => {
  if (result.ok) return finished(`${paths.application(token)}?done=${done}`, { done })
  const view = await open(visitor, token)
  if ('show' in view) return view
  if ('errors' in result) return form(view, typing, 422, result.errors)
  const { refusal } = result
  return isLinkRefusal(refusal) ? gone(refusal) : form(view, { ...typing, refusal }, 409)
}

const write = async (asked: Asked): Promise<ApplicationTurn> => {
  const { visitor, token, view, sent } = asked
  const typed = { ...typedIn(sent, view.program), email: view.email }
  const step = stepOf(sent)
  if (step === 'more') return form(view, { typed: withMoreRows(typed) })
  const read = readApplication(typed)
  if (!read.ok) return form(view, { typed }, 422, step === 'send' ? errorsToSend(typed, view.program) : read.errors)
  const revision = Number(valueOf(sent, 'revision'))
  const result = await visitor.applications.write(token, { form: read.form, step, revision })
  return conclude(asked, result, step === 'save' ? 'saved' : 'sent', { typed })
}

const withdraw = async (asked: Asked): Promise<ApplicationTurn> => {
  const { visitor, token, view, sent } = asked
  const reason = valueOf(sent, 'reason')
  const read = WithdrawForm.safeParse({ reason, revision: valueOf(sent, 'revision') })
  if (!read.success) return form(view, { reason }, 422, errorsAt(read.error.issues))
  const result = await visitor.applications.withdraw(token, read.data)
  return conclude(asked, result, result.ok && result.isAsked ? 'asked' : 'withdrawn', { reason })
}

const offer = async (asked: Asked): Promise<ApplicationTurn> => {
  const { visitor, token, view, sent } = asked
  const [answer, price, reason = '', revision] = ['answer', 'price', 'reason', 'revision'].map((name) =>
    valueOf(sent, name),
  )
  const read = PlaceAnswer.safeParse({ answer, price, reason, revision })
  if (!read.success) return form(view, { reason }, 422, errorsAt(read.error.issues))
  const result = await visitor.applications.answerPlace(token, read.data)
  return conclude(asked, result, read.data.answer === 'accept' ? 'accepted' : 'declined', { reason })
}

const people = async (asked: Asked): Promise<ApplicationTurn> => {
  const { visitor, token, view, sent } = asked
  const typed = membersIn(sent)
  if (stepOf(sent) === 'more') return form(view, { people: withMoreRows(typed) })
  const read = RosterForm.safeParse({ members: typed.members, revision: valueOf(sent, 'revision') })
  if (!read.success) return form(view, { people: typed }, 422, errorsAt(read.error.issues))
  return conclude(asked, await visitor.applications.nameTeam(token, read.data), 'named', { people: typed })
}

const PAPER_FIELDS = ['purchaseOrder', 'billingName', 'billingEmail', 'billingAddress'] as const

const papers = async (asked: Asked): Promise<ApplicationTurn> => {
  const { visitor, token, view, sent } = asked
  const typed = Object.fromEntries(PAPER_FIELDS.map((name) => [name, valueOf(sent, name)]))
  const read = PapersForm.safeParse({ ...typed, revision: valueOf(sent, 'revision') })
  if (!read.success) return form(view, { papers: typed }, 422, errorsAt(read.error.issues))
  const result = await visitor.applications.sendPapers(token, read.data, sent.files.get('agreement'))
  return conclude(asked, result, 'papers', { papers: typed })
}

const ACTIONS: Readonly<Record<string, (asked: Asked) => Promise<ApplicationTurn>>> = {
  write,
  withdraw,
  offer,
  people,
  papers,
}

type Knock = { token: string; request: Request; origin: string }

/** What comes next behind the link to an application. The link alone decides whose application it is. */
export const applicationPage = (visitor: PublicServices, { token, request, origin }: Knock): Promise<ApplicationTurn> =>
  formPage<ApplicationView, ApplicationTurn>(request, origin, {
    open: () => open(visitor, token),
    view: (view) => form(view),
    act: async (sent, view) => {
      const name = valueOf(sent, 'action')
      const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
      return action ? action({ visitor, token, view, sent }) : form(view, {}, 422)
    },
  })
