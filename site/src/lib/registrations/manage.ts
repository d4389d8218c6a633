import type { PublicServices } from '#collections/services/public.ts'
import type { CancelPlan } from '#collections/registrations/cancellation.ts'
import type { ManagedView } from '#collections/registrations/service/view.ts'
import type { Refusal } from '#collections/registrations/states.ts'
import type { Day } from '#collections/values/day.ts'
import { linkRefusalOf } from '../form/links.ts'
import { gone, type FormOf, type Gone, type Turn } from '../form/page.ts'

/** What was done here, as the page says it afterwards. */
export const DONE = [
  'canceled',
  'days',
  'colleague',
  'taken-back',
  'terms-accepted',
  'taken',
  'accepted',
  'declined',
  'consents',
  'letter',
  'order',
  'moved',
] as const
export type Done = (typeof DONE)[number]

export const ACTIONS = [
  'cancel',
  'colleague',
  'take-back',
  'accept-terms',
  'offer',
  'consents',
  'letter',
  'order',
  'move',
] as const
export type Action = (typeof ACTIONS)[number]

/** A cancellation to confirm; `days` are those that were chosen, none where it is everything. */
export type Confirmation = { plan: CancelPlan; days: Day[]; reason: string; hasNewFee: boolean }

type Shown = {
  view: ManagedView
  /** The form that was sent, and what was typed into it. */
  sent?: { action: Action; text: Record<string, string>; days: readonly string[] }
  refusal?: Refusal
  confirmation?: Confirmation
}
export type ManageTurn = Turn<Shown>
export type ManageForm = FormOf<ManageTurn>

/** What lies behind a link. */
export const openLink = async (visitor: PublicServices, token: string): Promise<ManagedView | Gone> => {
  const opened = await visitor.registrations.read(token)
  return opened.ok ? opened.view : gone(linkRefusalOf(opened.refusal))
}
