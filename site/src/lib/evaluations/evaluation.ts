import { questionKey } from '#collections/evaluations/policy.ts'
import type { EvaluationView } from '#collections/evaluations/view.ts'
import { paths } from '#collections/kernel/paths.ts'
import type { PublicServices } from '#collections/services/public.ts'
import { valueOf, type Sent } from '../form/body.ts'
import { isLinkRefusal } from '../form/links.ts'
import { finished, formPage, gone, type FormOf, type Turn } from '../form/page.ts'

type Shown = { view: EvaluationView; sent: readonly string[] }
export type EvaluationTurn = Turn<Shown, object>
export type EvaluationPage = FormOf<EvaluationTurn>

export const fieldOf = (at: number): string => `question-${at + 1}`

const form = (view: EvaluationView, sent: readonly string[] = [], status = 200): EvaluationTurn & { show: 'form' } => ({
  show: 'form',
  view,
  sent,
  status,
  errors: {},
})

type Knock = { token: string; request: Request; origin: string; missing: string }

/** The page as it was shown: which questions, and what was answered to each. */
const readForm = (sent: Sent) => {
  const keys = [...(sent.values.get('asked') ?? [])]
  return { keys, answers: keys.map((_, at) => valueOf(sent, fieldOf(at))) }
}

/** What comes next behind the link of somebody who is asked what they thought of a course. */
export const evaluationPage = (
  { evaluations }: PublicServices,
  { token, request, origin, missing }: Knock,
): Promise<EvaluationTurn> => {
  const refused = (refusal: string, status: 200 | 409): EvaluationTurn => ({ show: 'refused', status, refusal })
  return formPage<{ view: EvaluationView } | { refusal: string }, EvaluationTurn>(request, origin, {
    open: async () => {
      const opened = await evaluations.read(token)
      if (opened.ok) return { view: opened.view }
      return isLinkRefusal(opened.refusal) ? gone(opened.refusal) : { refusal: opened.refusal }
    },
    view: (opened) => ('view' in opened ? form(opened.view) : refused(opened.refusal, 200)),
    act: async (sent, opened) => {
      if ('refusal' in opened) return refused(opened.refusal, 409)
      const { view } = opened
      const { keys, answers } = readForm(sent)
      const done = await evaluations.answer(token, { keys, answers })
      if (done.ok) return finished(`${paths.evaluation(token)}?done=answered`, { done: 'answered' })
      if ('missing' in done) {
        const errors = Object.fromEntries(done.missing.map((at) => [fieldOf(at), missing]))
        return { ...form(view, answers, 422), errors }
      }
      if (isLinkRefusal(done.refusal)) return gone(done.refusal)
      return { ...form(view, [], 409), refusal: done.refusal }
    },
  })
}

/** What names the questions of the page when it is sent, so that answers never stand beside others than were shown. */
export const askedIn = (view: EvaluationView): string[] => view.questions.map(questionKey)
