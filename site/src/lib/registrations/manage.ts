import type { PublicServices } from '#collections/services/public.ts'
import type { CancelPlan } from '#collections/registrations/cancellation.ts'
import type { ManagedView } from '#collections/registrations/service/view.ts'
import type { Refusal } from '#collections/registrations/states.ts'
import type { FieldErrors, LinkRefusal } from '#collections/kernel/outcome.ts'
import type { Day } from '#collections/values/day.ts'
import type { Unreadable } from '../forms/body.ts'
import { linkRefusalOf } from '../forms/links.ts'

/** What was done, as the page says it afterwards. It stands in the address, so it tells nothing and grants nothing. */
const DONE = ['canceled', 'days', 'colleague', 'accepted', 'declined', 'consents', 'letter', 'order'] as const
export type DoneFlag = (typeof DONE)[number]
export const isDoneFlag = (value: unknown): value is DoneFlag => (DONE as readonly unknown[]).includes(value)

/** What the page behind a link shows next. */
export type ManageTurn =
  | { show: 'gone'; refusal: LinkRefusal; done?: DoneFlag }
  | { show: 'unreadable'; status: Unreadable['status'] }
  | {
      show: 'registration'
      view: ManagedView
      status: 200 | 409 | 422
      errors: FieldErrors
      /** The form that was sent, and what was typed into it. */
      sent?: { action: Action; text: Record<string, string>; days: readonly string[] }
      refusal?: Refusal
    }
  | { show: 'plan'; view: ManagedView; plan: CancelPlan; days: Day[]; reason: string; hasNewFee: boolean }
  | { show: 'done'; done: DoneFlag }

export const ACTIONS = ['cancel', 'colleague', 'offer', 'consents', 'letter', 'order'] as const
export type Action = (typeof ACTIONS)[number]

/** What somebody sees who opens the link; `done` is what they have just done there. */
export const openLink = async (desk: PublicServices, token: string, done?: DoneFlag): Promise<ManageTurn> => {
  const opened = await desk.registrations.read(token)
  if (opened.ok) return { show: 'registration', view: opened.view, status: 200, errors: {} }
  return { show: 'gone', refusal: linkRefusalOf(opened.refusal), ...(done && { done }) }
}
