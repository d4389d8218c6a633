import type { Context } from '../../context/context.ts'
import { tableOf, type Column, type Filter, type Table } from '../../exports/table.ts'
import { choicesOf } from '../policy.ts'
import type { Shown } from '../results.ts'
import type { Counted } from '../tally.ts'
import { groupsFor, type Narrowed } from './results.ts'

type Row = { group: Shown; question: string; answer: string; count: number }

const rowsOf = (group: Shown, question: Counted): Row[] => [
  ...choicesOf(question).map((answer, at) => ({
    group,
    question: question.text,
    answer,
    count: question.counts[at] ?? 0,
  })),
  ...question.comments.map((answer) => ({ group, question: question.text, answer, count: 1 })),
]

const COLUMNS: readonly Column<Row>[] = [
  { name: 'Year', of: ({ group }) => group.year },
  { name: 'Course or program', of: ({ group }) => group.title },
  { name: 'First day', of: ({ group }) => group.startsOn ?? 'Several small sessions' },
  { name: 'Answers in this group', of: ({ group }) => group.tally.answers },
  { name: 'Question', of: ({ question }) => question },
  { name: 'Answer', of: ({ answer }) => answer },
  { name: 'How often', of: ({ count }) => count },
]

async function* inGroups(groups: Promise<Shown[]>): AsyncGenerator<Row[]> {
  for (const group of await groups) yield group.tally.questions.flatMap((question) => rowsOf(group, question))
}

/** What a filter in an address narrows results to. */
export const narrowedBy = ({ year, of, session }: Filter): Narrowed => ({
  ...(year && /^\d{4}$/.test(year) && { year: Number(year) }),
  ...(of && { title: of }),
  ...(session && { unit: session }),
})

/** Results of evaluations as the desk shows them, each answer with how often it was given. */
export const evaluationsTable = (context: Context, filter: Filter): Promise<Table> =>
  Promise.resolve(
    tableOf({ name: 'evaluations', title: 'Evaluations' }, COLUMNS, inGroups(groupsFor(context, narrowedBy(filter)))),
  )
