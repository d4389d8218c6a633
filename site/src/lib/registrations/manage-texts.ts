import type { CancelableEvent, CancelPlan } from '#collections/registrations/cancellation.ts'
import type { ManagedView } from '#collections/registrations/service/view.ts'
import { dayIn, formatDay, formatInstant } from '#collections/values/day.ts'
import { formatMoney } from '#collections/values/money.ts'
import type { Messages } from '../../messages/index.ts'
import { daysText } from './register-texts.ts'

type Words = Messages['registrations']['manage']

/** How the registration stands, in one headline and one sentence. */
export const stateWords = (view: ManagedView, t: Words, locale: string): { title: string; text: string } => {
  const { status, position, canceled, session } = view
  const isOver = status === 'confirmed' && session.standing === 'past'
  const { title, text } = isOver ? { title: t.over, text: '' } : t.states[status]
  if (canceled)
    return { title, text: t.canceledBy[canceled.by](formatDay(dayIn(canceled.at, session.timeZone), locale)) }
  return { title, text: [position === null ? '' : t.position(position), text].filter(Boolean).join(' ') }
}

/** "Thursday, October 8, 2026, 11:59 PM CT", or that it has passed. */
export const freeText = (event: CancelableEvent, { session }: ManagedView, t: Words, locale: string): string | null => {
  if (!event.freeUntil) return null
  return event.isFree ? formatInstant(event.freeUntil, session.timeZone, locale) : t.freeOver
}

/** Where every cent of the guest’s check is. */
export const checkWords = (deposit: NonNullable<ManagedView['deposit']>, t: Words, locale: string): string[] => {
  const { state, amounts, dueOn, lastMailDay } = deposit
  const money = (cents: number) => formatMoney(cents, locale)
  switch (state) {
    case 'due':
      if (deposit.isToBring) return [t.checkStates.bring(money(amounts.asked), formatDay(dueOn, locale))]
      return [
        t.checkStates.due(money(amounts.asked), formatDay(lastMailDay, locale)),
        ...(dueOn === lastMailDay ? [] : [t.noMail(formatDay(dueOn, locale))]),
      ]
    case 'received':
      return [
        t.checkStates.received(money(amounts.received)),
        ...(amounts.missing > 0 ? [t.checkMissing(money(amounts.missing), money(amounts.asked))] : []),
        ...(amounts.over > 0 ? [t.checkOver(money(amounts.over))] : []),
      ]
    case 'void':
      return [t.checkStates.void]
    case 'returned':
      return [t.checkStates.returned(money(amounts.returned))]
    default:
      return [
        t.checkStates.deposited(money(amounts.received), money(amounts.kept)),
        ...(amounts.toRefund > 0 ? [t.checkToRefund(money(amounts.toRefund))] : []),
        ...(amounts.refunded > 0
          ? [t.checkRefunded(money(amounts.refunded), formatDay(deposit.refundedOn ?? dueOn, locale))]
          : []),
      ]
  }
}

/** What is known of each day: attendance once it is recorded, and what was canceled before. */
export const dayRows = (view: ManagedView, t: Words, locale: string): { day: string; words: string }[] =>
  view.days.map(({ date, state }) => {
    const event = view.cancellation.events.find(({ days }) => days.includes(date))
    const words = {
      coming: t.coming,
      canceled: t.dayStates.canceled,
      'handed-on': t.handedOn,
      'host-canceled': t.hostCanceled,
      over: '',
    }[event?.state ?? 'over']
    return { day: daysText([date], locale), words: state ? t.dayStates[state] : words }
  })

/** What a cancellation costs, and from whom the money comes. Of a part of the days, only what is given up costs nothing. */
export const feeWords = (
  { fee, isWhole }: Pick<CancelPlan, 'fee' | 'isWhole'>,
  view: ManagedView,
  t: Words,
  locale: string,
): string => {
  if (fee === 0) return isWhole ? t.cancel.owesNothing : t.cancel.owesNothingForDays
  const amount = formatMoney(fee, locale)
  return view.deposit ? t.cancel.owesCheck(amount) : t.cancel.owes(amount, view.payer.name)
}

/** Where on the page a field is, for the links of the error summary. */
export const anchorOf = (
  field: string,
  { cancellation: { coming }, move }: Pick<ManagedView, 'cancellation' | 'move'>,
): string =>
  ({
    to: `to-${move.choices.find(({ refusal }) => refusal === null)?.session.id}`,
    days: `day-${coming[0]?.days[0]}`,
    name: 'colleague-name',
    email: 'colleague-email',
  })[field] ?? field
