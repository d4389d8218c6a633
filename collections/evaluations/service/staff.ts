import type { Context } from '../../context/context.ts'
import { each } from '../../context/each.ts'
import type { Act } from '../../kernel/act.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { DONE, refused } from '../../staff/refusals.ts'
import type { StaffDone } from '../../staff/views.ts'
import { dayIn } from '../../values/day.ts'
import { answeredAmong } from '../queries.ts'
import type { ResultsView } from '../view.ts'
import { attendeesOf, evaluatedWith, isOver } from './attended.ts'
import { askForEvaluation } from './letters.ts'
import { resultsOf, type Narrowed } from './results.ts'

const WORDS = {
  'not-asked': 'Nobody is asked for an evaluation of this session now.',
  nobody: 'Everybody who can be written to has answered.',
}

/** How many of those who attended have answered; undefined where nobody is asked, or not yet. Never who. */
export type Answering = { people: number; answered: number }

/** Evaluations, as a registrar sees them: results, and how many have answered. */
export const staffEvaluations = (context: Context, act: Act) => {
  const waitingFor = async (session: string) => {
    const evaluated = await evaluatedWith(context, session)
    if (!evaluated?.isAsked || !isOver(evaluated, act.now)) return undefined
    const people = await attendeesOf(context, evaluated.unit)
    const answered = await answeredAmong(
      context,
      people.map(({ id }) => id),
    )
    return { evaluated, people, answered }
  }
  return {
    results: (narrowed: Narrowed): Promise<ResultsView> => resultsOf(context, narrowed),

    answering: async (session: string): Promise<Answering | undefined> => {
      const found = await waitingFor(session)
      return found && { people: found.people.length, answered: found.answered.size }
    },

    /** Writes once more to those who have not answered, at most once a day. */
    askAgain: async (session: string): Promise<StaffDone> => {
      const found = await waitingFor(session)
      if (!found) return refused(WORDS['not-asked'])
      const { evaluated, people, answered } = found
      const left = people.filter(({ id, email }) => email !== '' && !answered.has(id))
      if (left.length === 0) return refused(WORDS.nobody)
      const today = dayIn(act.now, act.zone)
      await each(left, (one) => askForEvaluation(context, evaluated, one, today))
      await writeEntry(act, {
        key: `session:${session}:evaluation-asked:${today}`,
        kind: 'evaluation.asked',
        summary: `Asked again for the evaluation of ${evaluated.title}: everybody who has not answered`,
        session,
      })
      return DONE
    },
  }
}
