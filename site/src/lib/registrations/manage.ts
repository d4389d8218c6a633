import type { PublicServices } from '#collections/services/public.ts'
import type { ManagedEvent, ManagedView } from '#collections/registrations/service/view.ts'
import type { Refusal } from '#collections/registrations/states.ts'
import type { FieldErrors, LinkRefusal } from '#collections/kernel/outcome.ts'
import type { Day } from '#collections/values/day.ts'
import { sumCents, type Cents } from '#collections/values/money.ts'
import type { Unreadable } from '../forms/body.ts'
import { linkRefusalOf } from '../forms/links.ts'

/** What was done, as the page says it afterwards. It stands in the address, so it tells nothing and grants nothing. */
const DONE = ['canceled', 'days', 'colleague', 'accepted', 'declined', 'consents', 'letter', 'order'] as const
export type DoneFlag = (typeof DONE)[number]
export const isDoneFlag = (value: unknown): value is DoneFlag => (DONE as readonly unknown[]).includes(value)

/** What a cancellation would do. */
export type Plan = {
  given: ManagedEvent[]
  kept: ManagedEvent[]
  fee: Cents
  /** Nothing is left of the registration afterwards. */
  isWhole: boolean
}

/** What is still ahead and can be given up, event by event. */
export const comingEvents = ({ events }: Pick<ManagedView, 'events'>): ManagedEvent[] =>
  events.filter(({ state }) => state === 'coming')

/**
 * What happens when the events that begin on these days are canceled; with none named, all of them. Undefined where one of
 * the days begins no coming event, and where nothing is left to cancel.
 */
export const planOf = (view: Pick<ManagedView, 'events'>, chosen?: readonly Day[]): Plan | undefined => {
  const coming = comingEvents(view)
  const firsts = coming.map(({ days }) => days[0]!)
  if (coming.length === 0 || chosen?.some((day) => !firsts.includes(day))) return undefined
  const isGiven = ({ days }: ManagedEvent) => !chosen || chosen.includes(days[0]!)
  const given = coming.filter(isGiven)
  return {
    given,
    kept: coming.filter((event) => !isGiven(event)),
    fee: sumCents(given.map(({ fee }) => fee)),
    isWhole: given.length === coming.length,
  }
}

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
  | { show: 'plan'; view: ManagedView; plan: Plan; days: Day[]; reason: string; hasNewFee: boolean }
  | { show: 'done'; done: DoneFlag }

export const ACTIONS = ['cancel', 'colleague', 'offer', 'consents', 'letter', 'order'] as const
export type Action = (typeof ACTIONS)[number]

/** What somebody sees who opens the link; `done` is what they have just done there. */
export const openLink = async (desk: PublicServices, token: string, done?: DoneFlag): Promise<ManageTurn> => {
  const opened = await desk.registrations.read(token)
  if (opened.ok) return { show: 'registration', view: opened.view, status: 200, errors: {} }
  return { show: 'gone', refusal: linkRefusalOf(opened.refusal), ...(done && { done }) }
}
