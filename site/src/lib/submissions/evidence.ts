import type { EvidenceRefusal } from '#collections/files/evidence.ts'
import { paths } from '#collections/kernel/paths.ts'
import type { PublicServices } from '#collections/services/public.ts'
import type { ItemView } from '#collections/submissions/view.ts'
import { valueOf } from '../form/body.ts'
import { finished, formPage, gone, type Turn } from '../form/page.ts'
import { openWork } from './workbook.ts'

export type EvidenceTurn = Turn<{ view: ItemView; refusal?: EvidenceRefusal }>

type Knock = {
  token: string
  item: string
  request: Request
  origin: string
  /** A file that was just sent and not taken. */
  upload: App.Locals['upload']
}

/** What comes next on the page of the files of one item. The file itself is received in front of the pages. */
export const evidencePage = (
  visitor: PublicServices,
  { token, item: key, request, origin, upload }: Knock,
): Promise<EvidenceTurn> =>
  formPage<ItemView, EvidenceTurn>(request, origin, {
    open: async () => {
      const work = await openWork(visitor, token)
      if ('show' in work) return work
      const view = work.items.find(({ item }) => item.key === key)
      return view?.item.kind === 'evidence' ? view : gone('missing')
    },
    view: (view) => ({
      show: 'form',
      view,
      status: 200,
      errors: {},
      ...(upload && { status: upload.status, refusal: upload.refusal }),
    }),
    act: async (sent, view) => {
      if (valueOf(sent, 'action') !== 'remove') return { show: 'form', view, status: 422, errors: {}, refusal: 'none' }
      const removed = await visitor.submissions.removeFile(token, key, valueOf(sent, 'file'))
      if (removed.ok) return finished(paths.evidence(token, key), { done: 'removed' })
      return { show: 'form', view, status: 409, errors: {}, refusal: 'not-now' }
    },
  })
