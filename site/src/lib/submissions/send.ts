import type { LinkRefusal } from '#collections/kernel/outcome.ts'
import { paths } from '#collections/kernel/paths.ts'
import type { PublicServices } from '#collections/services/public.ts'
import { CoversForm, SendForm } from '#collections/submissions/schema.ts'
import type { WorkRefusal, WorkView } from '#collections/submissions/view.ts'
import { valueOf } from '../form/body.ts'
import { isLinkRefusal } from '../form/links.ts'
import { finished, formPage, gone, type Turn } from '../form/page.ts'
import { openWork } from './workbook.ts'

type Ticks = { consent: boolean; showsName: boolean }
export type SendTurn = Turn<{ view: WorkView; ticks: Ticks; refusal?: Exclude<WorkRefusal, LinkRefusal> }>

type Knock = { token: string; request: Request; origin: string }

/** What comes next on the page on which somebody hands their work in. */
export const sendPage = (visitor: PublicServices, { token, request, origin }: Knock): Promise<SendTurn> =>
  formPage<WorkView, SendTurn>(request, origin, {
    open: () => openWork(visitor, token),
    view: (view) => ({
      show: 'form',
      view,
      status: 200,
      errors: {},
      ticks: { consent: false, showsName: view.showsName },
    }),
    act: async (sent) => {
      if (valueOf(sent, 'step') === 'cover') {
        const covers = CoversForm.safeParse({ covers: valueOf(sent, 'covers') })
        const done = covers.success ? await visitor.submissions.cover(token, covers.data) : undefined
        if (done && !done.ok && isLinkRefusal(done.refusal)) return gone(done.refusal)
        return finished(`${paths.sendWork(token)}#covers`, {})
      }
      const [consent, showsName, revision] = ['consent', 'showsName', 'revision'].map((name) => valueOf(sent, name))
      const read = SendForm.safeParse({ consent, showsName, revision })
      const done = read.success
        ? await visitor.submissions.send(token, read.data)
        : ({ ok: false, refusal: 'changed-meanwhile' } as const)
      if (done.ok) return finished(`${paths.submission(token)}?done=sent`, { done: 'sent' })
      const { refusal } = done
      if (isLinkRefusal(refusal)) return gone(refusal)
      const view = await openWork(visitor, token)
      if ('show' in view) return view
      const ticks = { consent: consent !== '', showsName: showsName !== '' }
      return { show: 'form', view, status: refusal === 'changed-meanwhile' ? 409 : 422, errors: {}, refusal, ticks }
    },
  })
