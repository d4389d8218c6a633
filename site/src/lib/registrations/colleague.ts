import { InvitationForm } from '#collections/registrations/schema.ts'
import type { InvitationView } from '#collections/registrations/service/view.ts'
import type { Refusal } from '#collections/registrations/states.ts'
import type { PublicServices } from '#collections/services/public.ts'
import { paths } from '#collections/kernel/paths.ts'
import { valueOf } from '../form/body.ts'
import { isLinkRefusal, linkRefusalOf } from '../form/links.ts'
import { finished, formPage, gone, type FormOf, type Turn } from '../form/page.ts'

type Shown = { view: InvitationView; refusal?: Refusal }
export type InvitationTurn = Turn<Shown>
export type InvitationPage = FormOf<InvitationTurn>

/** Said on the page after somebody declined; the link has ended by then. */
export const DECLINED = ['declined'] as const

type Opened = { view: InvitationView } | { taken: string }
const shown = (view: InvitationView, status = 200): InvitationTurn => ({ show: 'form', view, status, errors: {} })
const taken = (token: string): InvitationTurn => finished(`${paths.manage(token)}?done=taken`, { done: 'taken' })

type Knock = { token: string; request: Request; origin: string }

/** What comes next behind the link of a colleague who was asked to come instead. The link alone decides who answers. */
export const invitationPage = (visitor: PublicServices, { token, request, origin }: Knock): Promise<InvitationTurn> => {
  const { registrations } = visitor
  const open = async () => {
    const opened = await registrations.invitation(token)
    return opened.ok ? (opened as Opened) : gone(linkRefusalOf(opened.refusal))
  }
  return formPage<Opened, InvitationTurn>(request, origin, {
    open,
    view: (opened) => ('taken' in opened ? taken(opened.taken) : shown(opened.view)),
    act: async (sent, opened) => {
      if ('taken' in opened) return taken(opened.taken)
      const form = InvitationForm.safeParse({
        answer: valueOf(sent, 'answer'),
        revision: valueOf(sent, 'revision'),
        termsHash: valueOf(sent, 'termsHash'),
      })
      if (!form.success) return shown(opened.view, 422)
      const done = await registrations.answerInvitation(token, form.data)
      if (done.ok)
        return done.taken
          ? taken(done.taken)
          : finished(`${paths.colleague(token)}?done=declined`, { done: 'declined' })
      if (isLinkRefusal(done.refusal)) return gone(done.refusal)
      const now = await open()
      if ('show' in now) return now
      return 'taken' in now
        ? taken(now.taken)
        : { show: 'form', view: now.view, status: 409, errors: {}, refusal: done.refusal }
    },
  })
}
