import { credentialView } from '../../credentials/view.ts'
import { relatedIn } from '../../catalog/related.ts'
import { idOf } from '../../kernel/related.ts'
import { editionFrom, type Edition } from '../edition.ts'
import { canGoOver, differencesIn } from '../repaired.ts'
import type { WorkDone } from '../view.ts'
import type { Context } from '../../context/context.ts'
import { changeWork, openWork, refuse, type Work } from './submission.ts'

/** The credential of some work as it is on the site now; undefined where it is not there. */
const editionNow = async (context: Context, { submission }: Work): Promise<Edition | undefined> => {
  const { documents } = await context.source.read()
  const credential = documents.credentials.get(idOf(submission.credential))
  if (!credential) return undefined
  const related = relatedIn(documents)
  return editionFrom(
    credentialView(credential, related.contacts(credential.contacts), related.strategies(credential.strategies)),
  )
}

/** What is different in the credential now, where the work can go over to it; null: nothing, or it cannot. */
export const offeredEdition = async (context: Context, work: Work): Promise<string[] | null> => {
  const now = await editionNow(context, work)
  if (!now || !canGoOver(work, work.submission.status, now)) return null
  const differences = differencesIn(work.edition, now)
  return differences.length > 0 ? differences : null
}

/** Goes over to the credential as it is now, with everything that was written. `revision`: the state in which the offer was shown. */
export const takeEdition = async (context: Context, token: string, revision: number): Promise<WorkDone> => {
  const opened = await openWork(context, token)
  if (!opened.ok) return opened
  const edition = await editionNow(context, opened.work)
  const done = await changeWork(context, opened.work.submission.id, (work) => {
    if (work.submission.revision !== revision) return refuse('changed-meanwhile')
    if (!edition || !canGoOver(work, work.submission.status, edition)) return refuse('not-now')
    const summary = `${work.submission.name} goes over to ${edition.title} as it is now: ${differencesIn(work.edition, edition).join(' ')}`
    return { data: { edition: { ...edition } }, said: { what: `edition:${revision}`, summary } }
  })
  return done.ok ? { ok: true } : done
}
