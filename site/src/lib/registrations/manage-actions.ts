import type { PublicServices } from '#collections/services/public.ts'
import { planOf } from '#collections/registrations/cancellation.ts'
import { CancelForm, ColleagueForm, ConsentForm, OfferAnswer } from '#collections/registrations/schema.ts'
import type { ManagedView } from '#collections/registrations/service/view.ts'
import type { Done } from '#collections/registrations/states.ts'
import type { FieldErrors } from '#collections/kernel/outcome.ts'
import { fieldErrors } from '../forms/answer.ts'
import { isUnreadable, readSent, valueOf, type Sent } from '../forms/body.ts'
import { isLinkRefusal } from '../forms/links.ts'
import { ACTIONS, openLink, type Action, type DoneFlag, type ManageTurn } from './manage.ts'

const TEXTS = ['name', 'email', 'reason', 'number'] as const

type Asked = { desk: PublicServices; token: string; view: ManagedView; sent: Sent }

const again = ({ view, sent }: Asked, action: Action, errors: FieldErrors): ManageTurn => ({
  show: 'registration',
  view,
  status: 422,
  errors,
  sent: {
    action,
    text: Object.fromEntries(TEXTS.map((name) => [name, valueOf(sent, name)])),
    days: sent.values.get('days') ?? [],
  },
})

/** What was asked for is done, or the registration is shown as it stands now, with the reason why not. */
const conclude = async ({ desk, token }: Asked, result: Done, done: DoneFlag): Promise<ManageTurn> => {
  if (result.ok) return { show: 'done', done }
  if (isLinkRefusal(result.refusal)) return { show: 'gone', refusal: result.refusal }
  const turn = await openLink(desk, token)
  return turn.show === 'registration' ? { ...turn, status: 409, refusal: result.refusal } : turn
}

const cancel = async (asked: Asked): Promise<ManageTurn> => {
  const { desk, token, view, sent } = asked
  const days = [...new Set(sent.values.get('days') ?? [])]
  if (view.cancellation.isByEvent && days.length === 0) return again(asked, 'cancel', { days: 'days' })
  const planned = planOf(view.cancellation, days)
  if (!planned.ok) return conclude(asked, planned, 'canceled')
  const { plan } = planned
  const form = CancelForm.safeParse({ revision: valueOf(sent, 'revision'), reason: valueOf(sent, 'reason'), days })
  if (!form.success) return again(asked, 'cancel', fieldErrors(form.error.issues))
  const isConfirmed = valueOf(sent, 'step') === 'confirm'
  // Between the two pages the free time may have ended: nobody pays what they were not shown.
  const hasNewFee = isConfirmed && valueOf(sent, 'fee') !== String(plan.fee)
  if (!isConfirmed || hasNewFee) return { show: 'plan', view, plan, days, reason: form.data.reason, hasNewFee }
  return conclude(asked, await desk.registrations.cancel(token, form.data), plan.isWhole ? 'canceled' : 'days')
}

const colleague = async (asked: Asked): Promise<ManageTurn> => {
  const { desk, token, sent } = asked
  const form = ColleagueForm.safeParse({
    name: valueOf(sent, 'name'),
    email: valueOf(sent, 'email'),
    revision: valueOf(sent, 'revision'),
  })
  if (!form.success) return again(asked, 'colleague', fieldErrors(form.error.issues))
  return conclude(asked, await desk.registrations.sendColleague(token, form.data), 'colleague')
}

const offer = async (asked: Asked): Promise<ManageTurn> => {
  const { desk, token, sent } = asked
  const form = OfferAnswer.safeParse({ answer: valueOf(sent, 'answer') })
  if (!form.success) return again(asked, 'offer', {})
  return conclude(
    asked,
    await desk.registrations.answerOffer(token, form.data),
    form.data.answer === 'accept' ? 'accepted' : 'declined',
  )
}

const consents = async (asked: Asked): Promise<ManageTurn> => {
  const { desk, token, sent } = asked
  const form = ConsentForm.safeParse({
    mediaRelease: valueOf(sent, 'mediaRelease'),
    mailingList: valueOf(sent, 'mailingList'),
  })
  if (!form.success) return again(asked, 'consents', fieldErrors(form.error.issues))
  return conclude(asked, await desk.registrations.chooseConsents(token, form.data), 'consents')
}

const letter = async (asked: Asked): Promise<ManageTurn> => {
  const { desk, token, sent } = asked
  const file = sent.files.get('letter')
  if (!file) return again(asked, 'letter', { letter: 'missing' })
  const result = await desk.registrations.addPermissionLetter(token, file)
  if (result.ok && result.error) return again(asked, 'letter', { letter: result.error })
  return conclude(asked, result, 'letter')
}

/** As long as the number may be, as in the registration form. */
const LONGEST_ORDER = 60

const order = async (asked: Asked): Promise<ManageTurn> => {
  const { desk, token, sent } = asked
  const number = valueOf(sent, 'number')
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
  if (!number) return again(asked, 'order', { number: 'missing' })
  if (number.length > LONGEST_ORDER)
    return again(asked, 'order', { number: `Use at most ${LONGEST_ORDER} characters.` })
  return conclude(asked, await desk.registrations.addPurchaseOrder(token, number), 'order')
}

const DO = { cancel, colleague, offer, consents, letter, order } satisfies Record<Action, unknown>

/** Does what a form of the page asks for. The link alone decides whose registration it is; nothing sent can name another. */
const takeAction = async (desk: PublicServices, token: string, sent: Sent): Promise<ManageTurn> => {
  const opened = await openLink(desk, token)
  if (opened.show !== 'registration') return opened
  const action = ACTIONS.find((one) => one === valueOf(sent, 'action'))
  return action ? DO[action]({ desk, token, view: opened.view, sent }) : { ...opened, status: 422 }
}

type Knock = { token: string; request: Request; origin: string; done?: DoneFlag | undefined }

/** What comes next behind a link, whether it is opened or something was sent to it. Opening it changes nothing. */
export const nextManageTurn = async (
  desk: PublicServices,
  { token, request, origin, done }: Knock,
): Promise<ManageTurn> => {
  if (request.method !== 'POST') return openLink(desk, token, done)
  const sent = await readSent(request, origin)
  return isUnreadable(sent) ? { show: 'unreadable', ...sent } : takeAction(desk, token, sent)
}
