import type { Step } from '../begin.ts'
import type { ApplicationForm, PapersForm, PlaceAnswer, RosterForm, WithdrawForm } from '../schema.ts'
import type { ApplicationDone, ApplicationView } from '../view.ts'
import type { Context } from '../../context/context.ts'
import { openLink } from '../../context/links.ts'
import { appliedView, applyFor, applyingView } from './apply.ts'
import { answerPlace, namePeople, sendOwnPapers, withdrawOwn, writeDraft } from './link.ts'
import { applicationView } from './application-view.ts'

const read = async (context: Context, token: string): Promise<ApplicationDone<{ view: ApplicationView }>> => {
  const opened = await openLink(context, 'application', token)
  return opened.ok ? { ok: true, view: await applicationView(context, opened.record) } : opened
}

/** Applying for a place in a collaborative, as the public pages may ask for it. */
export const publicApplications = (context: Context) => ({
  program: (slug: string) => applyingView(context, slug),
  apply: (slug: string, form: ApplicationForm, step: Step) => applyFor(context, slug, form, step),
  applied: (receipt: string) => appliedView(context, receipt),

  /** One's own application, by the signed link. */
  read: (token: string) => read(context, token),
  write: (token: string, draft: { form: ApplicationForm; step: Step; revision: number }) =>
    writeDraft(context, token, draft),
  withdraw: (token: string, form: WithdrawForm) => withdrawOwn(context, token, form),
  answerPlace: (token: string, form: PlaceAnswer) => answerPlace(context, token, form),
  sendPapers: (token: string, form: PapersForm, agreement?: File) => sendOwnPapers(context, token, form, agreement),
  nameTeam: (token: string, form: RosterForm) => namePeople(context, token, form),
})

export type PublicApplications = ReturnType<typeof publicApplications>
