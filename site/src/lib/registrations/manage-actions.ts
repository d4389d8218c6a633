import type { PublicServices } from '#collections/services/public.ts'
import { planOf } from '#collections/registrations/cancellation.ts'
import { leavesProgram } from '#collections/registrations/program-place.ts'
import {
  AcceptForm,
  CancelForm,
  ColleagueForm,
  ConsentForm,
  MoveForm,
  OfferAnswer,
} from '#collections/registrations/schema.ts'
import type { ManagedView } from '#collections/registrations/service/view.ts'
import type { Done as Outcome } from '#collections/registrations/states.ts'
import type { FieldErrors } from '#collections/kernel/outcome.ts'
import { paths } from '#collections/kernel/paths.ts'
import type { Messages } from '../../messages/index.ts'
import { fieldErrors } from '../form/answer.ts'
import { valueOf, type Sent } from '../form/body.ts'
import { isLinkRefusal } from '../form/links.ts'
import { finished, formPage, gone } from '../form/page.ts'
import { ACTIONS, openLink, type Action, type Done, type ManageTurn } from './manage.ts'

const TEXTS = ['name', 'email', 'reason', 'number', 'to'] as const

type Asked = {
  visitor: PublicServices
  token: string
  view: ManagedView
  sent: Sent
  t: Messages['registrations']['manage']
}

const again = ({ view, sent }: Asked, action: Action, errors: FieldErrors): ManageTurn => ({
  show: 'form',
  view,
  status: 422,
  errors,
  sent: {
    action,
    text: Object.fromEntries(TEXTS.map((name) => [name, valueOf(sent, name)])),
    days: sent.values.get(action === 'colleague' ? 'handed' : 'days') ?? [],
  },
})

/** What was asked for is done, or the registration is shown as it stands now, with the reason why not. */
const conclude = async ({ visitor, token }: Asked, result: Outcome, done: Done): Promise<ManageTurn> => {
  if (result.ok) return finished(`${paths.manage(token)}?done=${done}`, { done })
  if (isLinkRefusal(result.refusal)) return gone(result.refusal)
  const view = await openLink(visitor, token)
  return 'show' in view ? view : { show: 'form', view, status: 409, errors: {}, refusal: result.refusal }
}

const cancel = async (asked: Asked): Promise<ManageTurn> => {
  const { visitor, token, view, sent } = asked
  const days = [...new Set(sent.values.get('days') ?? [])]
  if (view.cancellation.isByEvent && days.length === 0) return again(asked, 'cancel', { days: asked.t.cancel.nothing })
  const planned = planOf(view.cancellation, days)
  if (!planned.ok) return conclude(asked, planned, 'canceled')
  const { plan } = planned
  if (leavesProgram(view.program, plan)) return conclude(asked, { ok: false, refusal: 'leaves-program' }, 'canceled')
  const form = CancelForm.safeParse({ revision: valueOf(sent, 'revision'), reason: valueOf(sent, 'reason'), days })
  if (!form.success) return again(asked, 'cancel', fieldErrors(form.error.issues))
  const isConfirmed = valueOf(sent, 'step') === 'confirm'
  // Between the two pages the free time may have ended: nobody pays what they were not shown.
  const hasNewFee = isConfirmed && valueOf(sent, 'fee') !== String(plan.fee)
  if (!isConfirmed || hasNewFee)
    return {
      show: 'form',
      view,
      status: 200,
      errors: {},
      confirmation: { plan, days, reason: form.data.reason, hasNewFee },
      body: { confirm: { fee: plan.fee, days: plan.given.flatMap(({ days }) => days) } },
    }
  return conclude(asked, await visitor.registrations.cancel(token, form.data), plan.isWhole ? 'canceled' : 'days')
}

const colleague = async (asked: Asked): Promise<ManageTurn> => {
  const { visitor, token, sent } = asked
  const form = ColleagueForm.safeParse({
    name: valueOf(sent, 'name'),
    email: valueOf(sent, 'email'),
    revision: valueOf(sent, 'revision'),
    days: sent.values.get('handed'),
  })
  if (!form.success) return again(asked, 'colleague', fieldErrors(form.error.issues))
  return conclude(asked, await visitor.registrations.sendColleague(token, form.data), 'colleague')
}

const move = async (asked: Asked): Promise<ManageTurn> => {
  const { visitor, token, sent } = asked
  const form = MoveForm.safeParse({ to: valueOf(sent, 'to'), revision: valueOf(sent, 'revision') })
  if (!form.success) return again(asked, 'move', { to: asked.t.move.missing })
  return conclude(asked, await visitor.registrations.move(token, form.data), 'moved')
}

const takeBack = async (asked: Asked): Promise<ManageTurn> =>
  conclude(asked, await asked.visitor.registrations.takeBackColleague(asked.token), 'taken-back')

const acceptTerms = async (asked: Asked): Promise<ManageTurn> => {
  const { visitor, token, sent } = asked
  const form = AcceptForm.safeParse({ termsHash: valueOf(sent, 'termsHash') })
  if (!form.success) return again(asked, 'accept-terms', {})
  return conclude(asked, await visitor.registrations.acceptTerms(token, form.data), 'terms-accepted')
}

const offer = async (asked: Asked): Promise<ManageTurn> => {
  const { visitor, token, sent } = asked
  const form = OfferAnswer.safeParse({ answer: valueOf(sent, 'answer') })
  if (!form.success) return again(asked, 'offer', {})
  return conclude(
    asked,
    await visitor.registrations.answerOffer(token, form.data),
    form.data.answer === 'accept' ? 'accepted' : 'declined',
  )
}

const consents = async (asked: Asked): Promise<ManageTurn> => {
  const { visitor, token, sent } = asked
  const form = ConsentForm.safeParse({
    mediaRelease: valueOf(sent, 'mediaRelease'),
    mailingList: valueOf(sent, 'mailingList'),
  })
  if (!form.success) return again(asked, 'consents', fieldErrors(form.error.issues))
  return conclude(asked, await visitor.registrations.chooseConsents(token, form.data), 'consents')
}

const letter = async (asked: Asked): Promise<ManageTurn> => {
  const { visitor, token, sent } = asked
  const file = sent.files.get('letter')
  if (!file) return again(asked, 'letter', { letter: asked.t.letter.missing })
  const result = await visitor.registrations.addPermissionLetter(token, file)
  if (result.ok && result.error) return again(asked, 'letter', { letter: result.error })
  return conclude(asked, result, 'letter')
}

/** As long as the number may be, as in the registration form. */
const LONGEST_ORDER = 60

const order = async (asked: Asked): Promise<ManageTurn> => {
  const { visitor, token, sent } = asked
  const number = valueOf(sent, 'number')
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
  if (!number) return again(asked, 'order', { number: asked.t.order.missing })
  if (number.length > LONGEST_ORDER)
    return again(asked, 'order', { number: `Use at most ${LONGEST_ORDER} characters.` })
  return conclude(asked, await visitor.registrations.addPurchaseOrder(token, number), 'order')
}

const DO = {
  cancel,
  colleague,
  'take-back': takeBack,
  'accept-terms': acceptTerms,
  offer,
  consents,
  letter,
  order,
  move,
} satisfies Record<Action, unknown>

type Knock = { token: string; request: Request; origin: string; t: Messages['registrations']['manage'] }

/** What comes next behind the link to a registration. The link alone decides whose it is; nothing sent can name another. */
export const managePage = (visitor: PublicServices, { token, request, origin, t }: Knock): Promise<ManageTurn> =>
  formPage<ManagedView, ManageTurn>(request, origin, {
    open: () => openLink(visitor, token),
    view: (view) => ({ show: 'form', view, status: 200, errors: {} }),
    act: async (sent, view) => {
      const action = ACTIONS.find((one) => one === valueOf(sent, 'action'))
      if (!action) return { show: 'form', view, status: 422, errors: {} }
      return DO[action]({ visitor, token, view, sent, t })
    },
  })
