import type { Context } from '../../context/context.ts'
import { evaluationRules, roundsOf } from '../queries.ts'
import { meanOf, shownOf, together, type Round, type Shown } from '../results.ts'
import { asAsked, type Tally } from '../tally.ts'
import type { ResultsView } from '../view.ts'

/** What results are narrowed to; empty: everything. */
export type Narrowed = { year?: number | undefined; title?: string | undefined; unit?: string | undefined }

const fits = ({ year, title, unit }: Narrowed, one: Pick<Shown, 'year' | 'title' | 'unit'>): boolean =>
  (year === undefined || one.year === year) &&
  (title === undefined || one.title === title) &&
  (unit === undefined || one.unit === unit)

/** The mean of all scales of a tally. */
const meanOfAll = ({ questions }: Tally): number | null => {
  const counts = questions.filter(({ kind }) => kind === 'scale').map((one) => one.counts)
  return meanOf({
    kind: 'scale',
    counts: [0, 1, 2, 3, 4].map((at) => counts.reduce((sum, one) => sum + (one[at] ?? 0), 0)),
  })
}

const lineOf = (groups: readonly Shown[]) => {
  const tally = together(groups)
  return { answers: tally.answers, mean: meanOfAll(tally) }
}

const answersIn = (rounds: readonly Round[]): number => rounds.reduce((sum, { tally }) => sum + tally.answers, 0)

/** Groups of a year that may be shown, by course. */
export const groupsFor = async (context: Context, narrowed: Narrowed): Promise<Shown[]> =>
  shownOf(await roundsOf(context), context.now).filter((one) => fits(narrowed, one))

/** Results of a year, of a course in it, or of one session. */
export const resultsOf = async (context: Context, narrowed: Narrowed): Promise<ResultsView> => {
  const [rounds, rules] = await Promise.all([roundsOf(context), evaluationRules(context)])
  const shown = shownOf(rounds, context.now).filter((one) => fits(narrowed, one))
  const tally = together(shown)
  const byTitle = [...Map.groupBy(shown, ({ title }) => title)].toSorted(([a], [b]) => a.localeCompare(b, 'en'))
  const byUnit = [...Map.groupBy(shown, ({ unit }) => unit)]
  return {
    years: [...new Set(rounds.map(({ year }) => year))].toSorted((a, b) => b - a),
    year: narrowed.year ?? null,
    title: narrowed.title ?? null,
    unit: narrowed.unit ?? null,
    answers: tally.answers,
    waiting: answersIn(rounds.filter((one) => fits(narrowed, one))) - tally.answers,
    questions: asAsked(tally.questions, rules.questions).map((one) => ({ ...one, mean: meanOf(one) })),
    courses: byTitle.map(([title, groups]) => ({ title, ...lineOf(groups) })),
    sessions: byUnit
      .map(([unit, groups]) => ({ unit, startsOn: groups[0]!.startsOn, ...lineOf(groups) }))
      .toSorted((a, b) => (a.startsOn ?? '9').localeCompare(b.startsOn ?? '9')),
  }
}
