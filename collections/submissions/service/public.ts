import type { AppealForm, AskForm, BeginForm, CoversForm, FeedbackForm, SaveForm, SendForm } from '../schema.ts'
import type { BeginView, Begun, FeedbackView, Saved, WorkDone, WorkView } from '../view.ts'
import type { Context } from '../../context/context.ts'
import { appealWork } from './appeal.ts'
import { takeEdition } from './edition.ts'
import { beginView, beginWork, begunView } from './begin.ts'
import { askColleague, feedbackView, giveFeedback } from './feedback.ts'
import { openOwnFile, removeOwnFile, type OwnEvidence } from './files.ts'
import { coverWords, saveWork } from './save.ts'
import { sendWork, withdrawWork } from './send.ts'
import { workView } from './submission-view.ts'
import { openWork } from './submission.ts'

/** Handing in work for a micro-credential, as the public pages may ask for it. */
export type PublicSubmissions = {
  /** What the page shows before anybody begins; undefined where there is no such credential. */
  beginning: (slug: string) => Promise<BeginView | undefined>
  begin: (slug: string, form: BeginForm) => Promise<Begun>
  begun: (slug: string, receipt: string) => Promise<{ title: string; mailbox: string } | undefined>
  read: (token: string) => Promise<WorkDone<{ view: WorkView }>>
  save: (token: string, form: SaveForm) => Promise<WorkDone<{ saved: Saved }>>
  /** Has words covered that only the author knows to give them away. */
  cover: (token: string, form: CoversForm) => Promise<WorkDone>
  send: (token: string, form: SendForm) => Promise<WorkDone>
  withdraw: (token: string) => Promise<WorkDone>
  /** Asks a colleague for feedback on an item. */
  askColleague: (token: string, item: string, form: AskForm) => Promise<WorkDone>
  /** By the link of a colleague who was asked. */
  feedback: (token: string) => Promise<WorkDone<{ view: FeedbackView }>>
  giveFeedback: (token: string, form: FeedbackForm) => Promise<WorkDone>
  /** Objects, once, to how it was judged. */
  appeal: (token: string, form: AppealForm) => Promise<WorkDone>
  /** Goes over to the credential as it is now. */
  takeEdition: (token: string, revision: number) => Promise<WorkDone>
  removeFile: (token: string, item: string, file: string) => Promise<WorkDone>
  /** One's own file */
  file: (token: string, file: string) => Promise<OwnEvidence | undefined>
}

export const publicSubmissions = (context: Context): PublicSubmissions => ({
  beginning: (slug) => beginView(context, slug),
  begin: (slug, form) => beginWork(context, slug, form),
  begun: (slug, receipt) => begunView(context, slug, receipt),
  read: async (token) => {
    const opened = await openWork(context, token)
    return opened.ok ? { ok: true, view: await workView(context, opened.work) } : opened
  },
  save: (token, form) => saveWork(context, token, form),
  cover: (token, form) => coverWords(context, token, form),
  send: (token, form) => sendWork(context, token, form),
  withdraw: (token) => withdrawWork(context, token),
  askColleague: (token, item, form) => askColleague(context, token, item, form),
  feedback: (token) => feedbackView(context, token),
  giveFeedback: (token, form) => giveFeedback(context, token, form),
  appeal: (token, form) => appealWork(context, token, form),
  takeEdition: (token, revision) => takeEdition(context, token, revision),
  removeFile: (token, item, file) => removeOwnFile(context, token, item, file),
  file: (token, file) => openOwnFile(context, token, file),
})
