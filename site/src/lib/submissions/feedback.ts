import { paths } from '#collections/kernel/paths.ts'
import type { PublicServices } from '#collections/services/public.ts'
import { AskForm, FeedbackForm } from '#collections/submissions/schema.ts'
import type { FeedbackView, ItemView, WorkRefusal } from '#collections/submissions/view.ts'
import type { LinkRefusal } from '#collections/kernel/outcome.ts'
import { valueOf } from '../form/body.ts'
import { isLinkRefusal, linkRefusalOf } from '../form/links.ts'
import { finished, formPage, gone, type FormOf, type Turn } from '../form/page.ts'
import { openWork } from './workbook.ts'

type Refusal = Exclude<WorkRefusal, LinkRefusal>

/** Said on the page after something was done. */
export const DONE = ['asked', 'given'] as const

type Asking = { view: ItemView; typed: { name: string; email: string }; refusal?: Refusal }
export type AskTurn = Turn<Asking>

type Knock = { token: string; request: Request; origin: string }

/** The page on which one asks a colleague for feedback on one item. */
export const askPage = (
  visitor: PublicServices,
  { token, item: key, request, origin }: Knock & { item: string },
): Promise<AskTurn> => {
  const shown = (view: ItemView, more: Partial<FormOf<AskTurn>> = {}): AskTurn => ({
    show: 'form',
    view,
    status: 200,
    errors: {},
    typed: { name: '', email: '' },
    ...more,
  })
  return formPage<ItemView, AskTurn>(request, origin, {
    open: async () => {
      const work = await openWork(visitor, token)
      if ('show' in work) return work
      const view = work.items.find(({ item }) => item.key === key)
      return view?.item.kind === 'evidence' ? view : gone('missing')
    },
    view: (view) => shown(view),
    act: async (sent, view) => {
      const typed = { name: valueOf(sent, 'name'), email: valueOf(sent, 'email') }
      const read = AskForm.safeParse(typed)
      if (!read.success) {
        const errors = Object.fromEntries(read.error.issues.map(({ path, message }) => [String(path[0]), message]))
        return shown(view, { status: 422, errors, typed })
      }
      const done = await visitor.submissions.askColleague(token, key, read.data)
      if (done.ok) return finished(`${paths.askColleague(token, key)}?done=asked`, { done: 'asked' })
      return isLinkRefusal(done.refusal)
        ? gone(done.refusal)
        : shown(view, { status: 409, refusal: done.refusal, typed })
    },
  })
}

type Writing = { view: FeedbackView; typed?: string; refusal?: Refusal }
export type FeedbackTurn = Turn<Writing>

/** The page on which a colleague writes. The link alone decides who writes, and about what. */
export const feedbackPage = (
  visitor: PublicServices,
  { token, request, origin, empty, tooLong }: Knock & { empty: string; tooLong: string },
): Promise<FeedbackTurn> => {
  const open = async () => {
    const opened = await visitor.submissions.feedback(token)
    return opened.ok ? opened.view : gone(linkRefusalOf(opened.refusal))
  }
  const shown = (view: FeedbackView, more: Partial<FormOf<FeedbackTurn>> = {}): FeedbackTurn => ({
    show: 'form',
    view,
    status: 200,
    errors: {},
    ...more,
  })
  return formPage<FeedbackView, FeedbackTurn>(request, origin, {
    open,
    view: (view) => shown(view),
    act: async (sent, view) => {
      const typed = valueOf(sent, 'text')
      const read = FeedbackForm.safeParse({ text: typed })
      if (!read.success) return shown(view, { status: 422, errors: { text: read.error.issues[0]!.message }, typed })
      const done = await visitor.submissions.giveFeedback(token, read.data)
      if (done.ok) return finished(`${paths.feedback(token)}?done=given`, { done: 'given' })
      if (isLinkRefusal(done.refusal)) return gone(done.refusal)
      const error = { 'no-note': empty, incomplete: tooLong }[done.refusal as string]
      return error
        ? shown(view, { status: 422, errors: { text: error }, typed })
        : shown(view, { status: 409, refusal: done.refusal, typed })
    },
  })
}
